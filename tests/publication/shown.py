"""A publication in a form that tests can compare at a glance."""

from collections.abc import Iterator

from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.tree import (
    BoxElement,
    Element,
    Elements,
    ListElement,
    NoteRun,
    Publication,
    TableElement,
    TextElement,
    all_sections,
)

Shown = str | list["Shown"]


def numbers(publication: Publication) -> list[tuple[str, str]]:
    """Give number and title of every section."""
    return [(section.number, section.title) for section in all_sections(publication.sections)]


def elements(publication: Publication) -> list[Element]:
    """Give every element at the top of every section."""
    return [element for section in all_sections(publication.sections) for element in section.elements]


def only(publication: Publication) -> Element:
    """Give the one element there is."""
    (element,) = elements(publication)
    return element


def text(publication: Publication) -> str:
    """Give the characters of the one paragraph there is."""
    element = only(publication)
    assert isinstance(element, TextElement)
    return runs_text(element.runs)


def table(publication: Publication) -> TableElement:
    """Give the first table."""
    return next(element for element in elements(publication) if isinstance(element, TableElement))


def boxes(publication: Publication) -> list[BoxElement]:
    """Give the boxes."""
    return [element for element in elements(publication) if isinstance(element, BoxElement)]


def lists(publication: Publication) -> list[ListElement]:
    """Give the lists at the top of every section."""
    return [element for element in elements(publication) if isinstance(element, ListElement)]


def outline(element: ListElement) -> list[Shown]:
    """Give a list as nested lists: `1 Text` for a counted entry, `Text` for another."""
    shown: list[Shown] = []
    for entry in element.entries:
        shown.append(f"{entry.number} {runs_text(entry.runs)}" if entry.number else runs_text(entry.runs))
        shown.extend(outline(below) for below in entry.below)
    return shown


def rows(element: TableElement) -> list[list[str]]:
    """Give a table's cells as texts."""
    return [[runs_text(cell.runs) for cell in row.cells] for row in element.rows]


def note_numbers(publication: Publication) -> list[int]:
    """Give the numbers of the notes in the order in which a reader meets their marks."""
    return [
        run.number for section in all_sections(publication.sections) for run in element_runs(section.elements)
        if isinstance(run, NoteRun)
    ]  # fmt: skip


def element_runs(elements: Elements) -> Iterator[object]:
    """Go through every run in reading order: a caption before its cells, the source last."""
    for element in elements:
        match element:
            case TextElement(runs=runs):
                yield from runs
            case ListElement():
                yield from _list_runs(element)
            case TableElement():
                yield from (*element.caption, *_cell_runs(element), *element.source)
            case BoxElement(lines=lines):
                for line in lines:
                    yield from element_runs(line.elements)
            case _:
                yield from (*getattr(element, "caption", ()), *getattr(element, "source", ()))


def _list_runs(element: ListElement) -> Iterator[object]:
    for entry in element.entries:
        yield from entry.runs
        yield from element_runs(entry.below)


def _cell_runs(element: TableElement) -> Iterator[object]:
    for row in element.rows:
        for cell in row.cells:
            yield from cell.runs
