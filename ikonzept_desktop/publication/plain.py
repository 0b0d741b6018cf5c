"""A publication as plain text: one line for each paragraph, heading, entry and row; the notes by number at the end."""

from collections.abc import Iterator

from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.lists import entry_mark
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    BreakRun,
    Element,
    Elements,
    FieldHeading,
    FigureElement,
    ListElement,
    NoteRun,
    Publication,
    PublishedSection,
    ReferenceRun,
    Run,
    Runs,
    TableElement,
    TextElement,
    TextRun,
)

PAGE = "…"
"""Stands for the number of a page: plain text has none."""


def plain_text(publication: Publication) -> Iterator[str]:
    """Go through the lines in reading order: sections, fields, records, captions, tables, then the notes.

    A note is marked as `[1]` at its place and below. The cover's own words, the contents, and the lists of
    tables and figures are left out; the abbreviations that are listed come first.
    """
    for abbreviation in publication.abbreviations:
        yield f"{abbreviation.short}\t{abbreviation.long}"
    for section in publication.sections:
        yield from _section(section)
    if publication.notes:
        yield ""
    for note in publication.notes:
        yield f"[{note.number}] {_flat(note.runs)}"


def _section(section: PublishedSection) -> Iterator[str]:
    if section.role is not Role.COVER:
        yield from ("", _parted(" ", section.number, section.title), "")
    for element in section.elements:
        yield from _element(element)
    for child in section.children:
        yield from _section(child)


def _element(element: Element) -> Iterator[str]:
    match element:
        case FieldHeading(text=text):
            yield from ("", text, "")
        case TextElement(runs=runs, label=label):
            yield _parted(": ", label, "\n".join(_lines(runs)))
        case ListElement():
            yield from _list(element)
        case TableElement():
            yield from _table(element)
        case FigureElement():
            yield from filter(None, (_caption(element), _flat(element.source)))
        case AttachmentElement(title=title, extent=extent):
            yield f"{_flat(title)} ({extent})"
        case BoxElement():
            yield from _box(element)


def _list(element: ListElement) -> Iterator[str]:
    indent = "  " * element.level
    for entry in element.entries:
        first, *others = _lines(entry.runs)
        yield f"{indent}{entry_mark(element, entry)} {first}"
        yield from (f"{indent}  {line}" for line in others)
        for below in entry.below:
            yield from _list(below)


def _table(table: TableElement) -> Iterator[str]:
    yield from filter(None, (_caption(table),))
    for row in table.rows:
        yield "\t".join(_flat(cell.runs) for cell in row.cells)
    yield from filter(None, (_flat(table.source),))


def _box(box: BoxElement) -> Iterator[str]:
    yield from ("", _parted(" ", box.number, box.title))
    for line in box.lines:
        yield from _labelled(line.label, line.elements)


def _labelled(label: str, elements: Elements) -> Iterator[str]:
    first, *others = elements
    if isinstance(first, TextElement):
        yield _parted(": ", label, "\n".join(_lines(first.runs)))
    else:
        yield from filter(None, (f"{label}:" if label else "",))
        yield from _element(first)
    for element in others:
        yield from _element(element)


def _caption(element: TableElement | FigureElement) -> str:
    return _parted(": ", element.label, _flat(element.caption))


def _parted(between: str, *parts: str) -> str:
    return between.join(filter(None, parts))


def _flat(runs: Runs) -> str:
    return " ".join(_lines(runs))


def _lines(runs: Runs) -> list[str]:
    return "".join(map(_characters, runs)).split("\n")


def _characters(run: Run) -> str:
    match run:
        case TextRun(text=text):
            return text
        case BreakRun():
            return "\n"
        case NoteRun(number=number):
            return f"[{number}]"
        case ReferenceRun(text=text, page=page):
            return text if text or not page else PAGE
