"""A concept as a publication: one pure function over a frozen document."""

from collections.abc import Iterator

from ikonzept_desktop import collector
from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.document import Document, Properties
from ikonzept_desktop.model.fields import FieldValue, Records, RichText
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.publication.blocks import elements
from ikonzept_desktop.publication.directories import with_directories
from ikonzept_desktop.publication.ids import field_id
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.numbering import Outlined, given_out, in_reading_order, outlined
from ikonzept_desktop.publication.order import is_printed
from ikonzept_desktop.publication.records import record_elements
from ikonzept_desktop.publication.runs import Writer
from ikonzept_desktop.publication.short_values import short_runs
from ikonzept_desktop.publication.tree import (
    ContentsEntry,
    Cover,
    Element,
    FieldHeading,
    Publication,
    PublishedSection,
    TextElement,
)


def build(document: Document, *, snapshot: str = "") -> Publication:
    """Resolve a concept for the page; `snapshot` is the id of the frozen state it is."""
    with collector.resting():
        return _publication(document, snapshot)


def _publication(document: Document, snapshot: str) -> Publication:
    template = document.template
    tops = given_out(outlined(document))
    writer = Writer(labels(document))
    publication = Publication(
        cover=_cover(document.properties),
        language=document.properties.language,
        sections=tuple(_section(outline, writer) for outline in tops),
        contents=tuple(_contents(tops, template.numbering.contents_depth)),
        notes=tuple(sorted(writer.notes, key=lambda note: note.number)),
        house_style=template.house_style,
        snapshot=snapshot,
        table_label=template.numbering.table_label,
        figure_label=template.numbering.figure_label,
        logos=document.properties.logos,
    )
    return with_directories(publication, document.properties)


def build_chapter(document: Document, id: str) -> Publication:
    """Resolve one top section as it stands in the whole, with its notes, its cover's words, and no contents."""
    with collector.resting():
        writer = Writer(labels(document))
        tops = [outline for outline in given_out(outlined(document)) if outline.section.id == id]
        return Publication(
            cover=_cover(document.properties),
            language=document.properties.language,
            sections=tuple(_section(outline, writer) for outline in tops),
            contents=(),
            notes=tuple(sorted(writer.notes, key=lambda note: note.number)),
            house_style=document.template.house_style,
            table_label=document.template.numbering.table_label,
            figure_label=document.template.numbering.figure_label,
        )


def _cover(properties: Properties) -> Cover:
    return Cover(
        title=properties.title,
        subtitle=properties.subtitle,
        publisher=properties.publisher,
        as_of=properties.as_of,
        draft=properties.draft,
    )


def _contents(tops: tuple[Outlined, ...], depth: int) -> Iterator[ContentsEntry]:
    for outline in in_reading_order(tops):
        if outline.in_contents and outline.level <= depth:
            yield ContentsEntry(outline.section.id, outline.level, outline.number, outline.section.title)


def _section(outline: Outlined, writer: Writer) -> PublishedSection:
    section = outline.section
    return PublishedSection(
        section.id,
        section.kind,
        outline.placement,
        outline.level,
        outline.number,
        section.title,
        outline.in_contents,
        tuple(_fields(outline, writer)),
        outline.kind.role,
        tuple(_section(child, writer) for child in outline.children),
    )


def _fields(outline: Outlined, writer: Writer) -> Iterator[Element]:
    for type in outline.kind.fields:
        value = outline.section.value(type.key)
        if value is not None and is_printed(type) and not is_blank(value):
            yield from _field(outline, type, value, writer)


def _field(outline: Outlined, type: FieldType, value: FieldValue, writer: Writer) -> Iterator[Element]:
    section = outline.section
    id = field_id(section.id, type.key)
    if type.heading and isinstance(value, RichText | Records):
        yield FieldHeading(id, type.label, outline.level + 1)
    match value:
        case RichText(blocks=blocks):
            yield from elements(blocks, writer)
        case Records(records=records):
            yield from record_elements(section, type, records, writer)
        case _:
            label = type.label if type.heading else ""
            yield TextElement(id, short_runs(value, type, writer.labels), label=label)
