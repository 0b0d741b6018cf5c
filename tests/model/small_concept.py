"""A small template and concept in code, for tests of the model."""

from ikonzept_desktop.model.blocks import Block, Paragraph
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Field, RichText
from ikonzept_desktop.model.ids import seeded_ids
from ikonzept_desktop.model.inline import Inline, Text
from ikonzept_desktop.model.template import (
    ChoiceOption,
    FieldKind,
    FieldType,
    Placement,
    SectionKind,
    Status,
    Template,
)

TEXT = FieldType("text", "Text", FieldKind.RICH_TEXT, heading=False)
MEASURES = FieldType(
    "measures",
    "Maßnahmen",
    FieldKind.RECORDS,
    columns=(
        FieldType("title", "Titel", FieldKind.LINE),
        FieldType("description", "Beschreibung", FieldKind.RICH_TEXT),
        FieldType("priority", "Priorität", FieldKind.CHOICE, options=(ChoiceOption("high", "hoch"),)),
        FieldType("due", "Frist", FieldKind.DAY),
        FieldType("public", "öffentlich", FieldKind.YES_NO),
        FieldType("goal", "Teilziel", FieldKind.LINKS, target="section:"),
    ),
)
TEMPLATE = Template(
    "small",
    "Kleines Konzept",
    kinds=(
        SectionKind("foreword", "Grußwort", Placement.FRONT, (TEXT,), numbered=False),
        SectionKind("chapter", "Kapitel", Placement.BODY, (TEXT,), child_kinds=("chapter", "field_of_action")),
        SectionKind(
            "field_of_action",
            "Handlungsfeld",
            Placement.BODY,
            (FieldType("abbreviation", "Kürzel", FieldKind.LINE), TEXT, MEASURES),
        ),
        SectionKind("annex", "Anlage", Placement.ANNEX, (TEXT,)),
    ),
    statuses=(Status("open", "Offen", "ring", "muted"), Status("draft", "Entwurf", "half", "amber")),
)

_ids = seeded_ids(2015)


def paragraph(*inlines: str | Inline) -> Paragraph:
    """Give a paragraph; plain strings are runs without marks."""
    return Paragraph(_ids(), tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines))


def section(title: str, *content: Block | Section, kind: str = "chapter") -> Section:
    """Give a section with blocks in its text and sections below it."""
    blocks = tuple(part for part in content if not isinstance(part, Section))
    below = tuple(part for part in content if isinstance(part, Section))
    return Section(_ids(), kind, title, (Field("text", RichText(blocks)),), below)


def concept(*sections: Section) -> Document:
    """Give a concept of these sections."""
    return Document(TEMPLATE, sections)
