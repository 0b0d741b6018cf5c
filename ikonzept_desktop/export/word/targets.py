"""What a cross-reference can point at, and how Word would print it."""

from collections.abc import Iterator

from ikonzept_desktop.export.word.numbering import HeadingNumbers
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    Elements,
    FieldHeading,
    FigureElement,
    ListElement,
    Publication,
    ReferenceRun,
    Runs,
    TableElement,
    TextElement,
    all_sections,
)
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A section, table or figure as Word's own fields would print it."""

    number: str
    """What its paragraph number (of a section) or its label (of a caption) reads; empty if Word does not count it."""
    title: str = ""
    """The heading's words; empty for a caption, whose words may carry notes that must not be printed twice."""


_UNCOUNTED = Target("")


def targets(publication: Publication, numbers: HeadingNumbers) -> dict[str, Target]:
    """Give everything that some cross-reference points at, by its id."""
    found: dict[str, Target] = {}
    wanted: set[str] = set()
    for section in all_sections(publication.sections):
        number = section.number if section.id in numbers.automatic else ""
        # Word leaves out a final dot where it prints the number of a paragraph.
        found[section.id] = Target(number.removesuffix("."), section.title)
        for id, target, runs in _things(section.elements):
            found.setdefault(id, target)
            wanted.update(_anchors(runs))
    for note in publication.notes:
        wanted.update(_anchors(note.runs))
    return {id: found[id] for id in wanted if id in found}


def _anchors(runs: Runs) -> list[str]:
    return [run.anchor for run in runs if isinstance(run, ReferenceRun)]


def _things(elements: Elements) -> Iterator[tuple[str, Target, Runs]]:
    """Go through everything with an id, and its runs."""
    for element in elements:
        match element:
            case TextElement(id=id, runs=runs):
                yield id, _UNCOUNTED, runs
            case ListElement():
                yield from _entries(element)
            case TableElement():
                yield element.id, Target(element.label), element.caption + element.source
                yield from _cells(element)
            case FigureElement():
                yield element.id, Target(element.label), element.caption + element.source
            case AttachmentElement(id=id, title=runs):
                yield id, _UNCOUNTED, runs
            case BoxElement():
                yield element.id, _UNCOUNTED, ()
                for line in element.lines:
                    yield from _things(line.elements)
            case FieldHeading(id=id):
                yield id, _UNCOUNTED, ()


def _entries(element: ListElement) -> Iterator[tuple[str, Target, Runs]]:
    for entry in element.entries:
        yield entry.id, _UNCOUNTED, entry.runs
        for below in entry.below:
            yield from _entries(below)


def _cells(table: TableElement) -> Iterator[tuple[str, Target, Runs]]:
    for row in table.rows:
        yield row.id, _UNCOUNTED, ()
        for cell in row.cells:
            yield cell.id, _UNCOUNTED, cell.runs
