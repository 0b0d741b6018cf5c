"""A small language for tests: `doc(chapter("Ziele", p("Text", fn("Quelle"))))`.

Ids are fresh and stay the same from run to run; whatever a test must point at takes an `id` of its own.
"""

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from ikonzept_desktop.model.blocks import (
    Alignment,
    Attachment,
    Block,
    Cell,
    Column,
    Figure,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
)
from ikonzept_desktop.model.document import Document, Properties, Section
from ikonzept_desktop.model.fields import (
    Choice,
    ColumnValue,
    Day,
    Field,
    FieldValue,
    Line,
    Links,
    Record,
    Records,
    RichText,
    YesNo,
)
from ikonzept_desktop.model.ids import ALPHABET, LENGTH
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Marks,
    NoteInline,
    ReferenceForm,
    Text,
)
from ikonzept_desktop.model.template import (
    ChoiceOption,
    FieldKind,
    FieldType,
    Numbering,
    Placement,
    RecordForm,
    Role,
    SectionKind,
    Status,
    Template,
)

TEXT = FieldType("text", "Text", FieldKind.RICH_TEXT, heading=False)
PRIORITIES = (ChoiceOption("high", "hoch"), ChoiceOption("low", "niedrig"))
MEASURES = FieldType(
    "measures",
    "Maßnahmen",
    FieldKind.RECORDS,
    form=RecordForm.BOXES,
    singular="Maßnahme",
    numbering="{abbreviation} {n}",
    columns=(
        FieldType("title", "Titel", FieldKind.LINE),
        FieldType("description", "Beschreibung", FieldKind.RICH_TEXT),
        FieldType("lead", "Federführung", FieldKind.LINE),
        FieldType("priority", "Priorität", FieldKind.CHOICE, options=PRIORITIES),
        FieldType("due", "Frist", FieldKind.DAY),
        FieldType("public", "Öffentlich", FieldKind.YES_NO),
        FieldType("goals", "Teilziele", FieldKind.LINKS, target="record:goals"),
        FieldType("memo", "Vermerk", FieldKind.RICH_TEXT, internal=True),
    ),
)
GOALS = FieldType(
    "goals",
    "Teilziele",
    FieldKind.RECORDS,
    form=RecordForm.LIST,
    singular="Teilziel",
    numbering="{n}",
    columns=(FieldType("title", "Teilziel", FieldKind.LINE), FieldType("reason", "Grund", FieldKind.RICH_TEXT)),
)
INDICATORS = FieldType(
    "indicators",
    "Indikatoren",
    FieldKind.RECORDS,
    form=RecordForm.TABLE,
    singular="Indikator",
    columns=(
        FieldType("title", "Indikator", FieldKind.LINE),
        FieldType("target", "Soll", FieldKind.RICH_TEXT),
        FieldType("origin", "Herkunft", FieldKind.LINE, hidden=True),
    ),
)
KINDS = (
    SectionKind("cover", "Umschlag", Placement.FRONT, (TEXT,), role=Role.COVER, numbered=False, in_contents=False),
    SectionKind("imprint", "Impressum", Placement.FRONT, (TEXT,), role=Role.IMPRINT, numbered=False),
    SectionKind("foreword", "Grußwort", Placement.FRONT, (TEXT,), numbered=False),
    SectionKind("chapter", "Kapitel", Placement.BODY, (TEXT,), child_kinds=("chapter", "field_of_action")),
    SectionKind(
        "field_of_action",
        "Handlungsfeld",
        Placement.BODY,
        (
            FieldType("abbreviation", "Kürzel", FieldKind.LINE, printed=False),
            FieldType("situation", "Ausgangslage", FieldKind.RICH_TEXT),
            FieldType("goal", "Leitziel", FieldKind.LINE),
            GOALS,
            MEASURES,
            FieldType("related", "Querschnittsbezug", FieldKind.LINKS, target="section:"),
            FieldType("as_of", "Stand", FieldKind.DAY),
            FieldType("decided", "Beschlossen", FieldKind.YES_NO),
            FieldType("priority", "Priorität", FieldKind.CHOICE, options=PRIORITIES),
            INDICATORS,
            FieldType("signature", "Unterschrift", FieldKind.LINE, heading=False),
            FieldType("sources", "Quellen", FieldKind.RICH_TEXT, hidden=True),
            FieldType("editing", "Bearbeitung", FieldKind.RICH_TEXT, internal=True),
        ),
    ),
    SectionKind("annex", "Anlage", Placement.ANNEX, (TEXT,), heading_prefix="Anlage", child_kinds=("annex",)),
    SectionKind("contributors", "Mitwirkende", Placement.ANNEX, (TEXT,), numbered=False),
)
TEMPLATE = Template("test", "Probe", KINDS, statuses=(Status("open", "Offen", "ring", "muted"),))

_counter = count()


def fresh_id() -> str:
    """Give an id that no other part of the test run has."""
    number, letters = next(_counter), ""
    for _ in range(LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        letters = ALPHABET[digit] + letters
    return letters


# Lines

Words = str | Inline


def line(*words: Words) -> Inlines:
    """Give a line; plain strings are runs without marks."""
    return tuple(Text(word) if isinstance(word, str) else word for word in words)


def bold(text: str) -> Text:
    """Give a bold run."""
    return Text(text, Marks.BOLD)


def br() -> LineBreak:
    """Give a line break."""
    return LineBreak()


def fn(*words: str | NoteInline, id: str = "") -> Footnote:
    """Give a footnote."""
    return Footnote(id or fresh_id(), tuple(Text(word) if isinstance(word, str) else word for word in words))


def ref(target: str, form: ReferenceForm = ReferenceForm.NUMBER) -> CrossReference:
    """Give a cross-reference."""
    return CrossReference(target, form)


# Blocks


def p(*words: Words, id: str = "") -> Paragraph:
    """Give a paragraph."""
    return Paragraph(id or fresh_id(), line(*words))


def quote(*words: Words, id: str = "") -> Paragraph:
    """Give a quotation."""
    return Paragraph(id or fresh_id(), line(*words), ParagraphStyle.QUOTE)


def li(*words: Words, level: int = 0, restart: bool = False, id: str = "") -> ListItem:
    """Give a bulleted item."""
    return ListItem(id or fresh_id(), line(*words), level, ordered=False, restart=restart)


def ol(*words: Words, level: int = 0, restart: bool = False, id: str = "") -> ListItem:
    """Give a numbered item."""
    return ListItem(id or fresh_id(), line(*words), level, ordered=True, restart=restart)


def cell(*words: Words, across: int = 1, down: int = 1, alignment: Alignment | None = None, id: str = "") -> Cell:
    """Give a cell that spans as many columns and rows."""
    return Cell(id or fresh_id(), line(*words), across, down, alignment)


def row(*cells: Cell | Words, id: str = "") -> Row:
    """Give a row; what is no cell becomes one."""
    return Row(id or fresh_id(), tuple(part if isinstance(part, Cell) else cell(part) for part in cells))


def table(
    *rows: Row,
    caption: Words | Inlines = "",
    source: Words | Inlines = "",
    widths: tuple[float, ...] = (),
    headers: tuple[int, int] = (1, 0),
    id: str = "",
) -> Table:
    """Give a table, as wide as its first row; `headers` counts header rows and columns."""
    columns = tuple(Column(width) for width in widths or (1.0,) * sum(part.column_span for part in rows[0].cells))
    return Table(id or fresh_id(), columns, rows, _inlines(caption), _inlines(source), *headers)


def figure(
    caption: Words | Inlines = "", source: Words | Inlines = "", image: str = "0" * 64, alt: str = "", id: str = ""
) -> Figure:
    """Give a figure."""
    return Figure(id or fresh_id(), image, _inlines(caption), _inlines(source), alt)


def _inlines(words: Words | Inlines) -> Inlines:
    if isinstance(words, tuple):
        return words
    return line(words) if words else ()


# Fields and records

Value = FieldValue | str | bool | date | Block | tuple[Block, ...]


def value(said: Value) -> FieldValue:
    """Give a field's value: a string is a line, a date a day, a truth an answer, blocks a rich text."""
    match said:
        case bool():
            return YesNo(said)
        case str():
            return Line(said)
        case date():
            return Day(said)
        case Paragraph() | ListItem() | Table() | Figure() | Attachment():
            return RichText((said,))
        case tuple():
            return RichText(said)
        case _:
            return said


def field(key: str, said: Value) -> Field:
    """Give a field."""
    return Field(key, value(said))


def records(key: str, *entries: Record) -> Field:
    """Give a field of records."""
    return Field(key, Records(entries))


def choice(key: str) -> Choice:
    """Give an answer to a choice."""
    return Choice(key)


def links(*targets: str) -> Links:
    """Give links."""
    return Links(targets)


def record(id: str = "", **columns: ColumnValue | str | bool | date | Block | tuple[Block, ...]) -> Record:
    """Give a record with these columns."""
    return Record(id or fresh_id(), tuple(Field(key, value(said)) for key, said in columns.items()))


# Sections

Content = Block | Section | Field


def section(kind: str, title: str, *content: Content, id: str = "", numbered: bool | None = None) -> Section:
    """Give a section; blocks go into its field `text`, sections below it."""
    type = TEMPLATE.kind(kind)
    blocks = tuple(part for part in content if isinstance(part, Paragraph | ListItem | Table | Figure | Attachment))
    fields = tuple(part for part in content if isinstance(part, Field))
    return Section(
        id or fresh_id(),
        kind,
        title,
        (Field("text", RichText(blocks)), *fields) if blocks else fields,
        tuple(part for part in content if isinstance(part, Section)),
        numbered=type.numbered if numbered is None else numbered,
        in_contents=type.in_contents,
    )


def chapter(title: str, *content: Content, id: str = "", numbered: bool | None = None) -> Section:
    """Give a chapter."""
    return section("chapter", title, *content, id=id, numbered=numbered)


def field_of_action(title: str, *content: Content, id: str = "", numbered: bool | None = None) -> Section:
    """Give a field of action."""
    return section("field_of_action", title, *content, id=id, numbered=numbered)


def annex(title: str, *content: Content, id: str = "", numbered: bool | None = None) -> Section:
    """Give an annex."""
    return section("annex", title, *content, id=id, numbered=numbered)


def foreword(title: str, *content: Content, id: str = "") -> Section:
    """Give a foreword, which has no number."""
    return section("foreword", title, *content, id=id)


def doc(
    *sections: Section, template: Template = TEMPLATE, numbering: Numbering | None = None, **properties: Any
) -> Document:
    """Give a concept; its numbering is the template's unless another is given."""
    return Document(replace(template, numbering=numbering or template.numbering), sections, Properties(**properties))
