"""Texts with headings of their own, made into sections: of a paste, of a foreign document."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import Blocks
from ikonzept_desktop.model.document import Document, Place, Section, find_section
from ikonzept_desktop.model.edits import InsertSection
from ikonzept_desktop.model.fields import Field, RichText
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.outline import insert, kind_for, new_section, place_after, place_below
from ikonzept_desktop.model.template import FieldKind, FieldType, SectionKind, Template
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Graft:
    """A heading and the text up to the next one."""

    level: int
    title: str
    blocks: Blocks = ()


def graft_edits(
    document: Document, near: str, grafts: tuple[Graft, ...], *, below: bool, ids: IdSource = new_id
) -> tuple[InsertSection, ...]:
    """Give the edits that add grafts as sections, below a section or after it, nested as their levels say.

    None where no kind that may stand there has room for text, or the section is gone.
    """
    if find_section(document, near) is None or not grafts:
        return ()
    place = place_below(document, near) if below else place_after(document, near)
    kind = _with_text(document.template, kind_for(document, place))
    if kind is None:
        return ()
    sections = [_grown(document.template, kind, group, ids) for group in _groups(grafts)]
    first = insert(document, sections[0], place)
    assert isinstance(first, InsertSection)
    start = first.place
    return tuple(
        InsertSection(Place(start.parent, start.index + steps), section) for steps, section in enumerate(sections)
    )


def text_field(kind: SectionKind) -> FieldType | None:
    """Give the field of a kind that takes running text: the first that is shown and printed; None without one."""
    fields = (field for field in kind.fields if field.kind is FieldKind.RICH_TEXT)
    return next((field for field in fields if not (field.hidden or field.internal) and field.printed), None)


def _groups(grafts: tuple[Graft, ...]) -> list[tuple[Graft, ...]]:
    """Part grafts before each that is no deeper than the first of its group."""
    groups: list[list[Graft]] = []
    for graft in grafts:
        if groups and graft.level > groups[-1][0].level:
            groups[-1].append(graft)
        else:
            groups.append([graft])
    return [tuple(group) for group in groups]


def _grown(template: Template, kind: SectionKind, group: tuple[Graft, ...], ids: IdSource) -> Section:
    head, below = group[0], group[1:]
    field = text_field(kind)
    assert field is not None
    section = new_section(template, kind.key, head.title, ids)
    inner = _below(template, kind)
    children = tuple(_grown(template, inner, each, ids) for each in _groups(below))
    return replace(section, fields=(Field(field.key, RichText(head.blocks)),), children=children)


def _below(template: Template, kind: SectionKind) -> SectionKind:
    """Give the kind of what stands below a kind: of those it may hold the first with text, or the same again."""
    kinds = (template.kind(key) for key in kind.child_kinds)
    return next((below for below in kinds if text_field(below) is not None), kind)


def _with_text(template: Template, kind: SectionKind) -> SectionKind | None:
    """Give a kind, or the first beside it in the same part of the concept, that takes running text."""
    if text_field(kind) is not None:
        return kind
    beside = (other for other in template.kinds if other.placement is kind.placement)
    return next((other for other in beside if text_field(other) is not None), None)
