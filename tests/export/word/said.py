"""What a reader must find in a draft, told from the publication alone: every line in order, and the notes apart."""

from collections.abc import Iterator

from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.tree import (
    BoxElement,
    BreakRun,
    Element,
    FieldHeading,
    FigureElement,
    ListElement,
    NoteRun,
    Publication,
    PublishedSection,
    Runs,
    TableElement,
    TextElement,
    all_sections,
)


def plain(runs: Runs) -> str:
    """Give a line's characters; a break parts words, a note is none."""
    return "".join("\n" if isinstance(run, BreakRun) else "" if isinstance(run, NoteRun) else run.text for run in runs)


def lines(publication: Publication, numbers: bool = False) -> Iterator[str]:
    """Go through cover, imprint, the parts; headings with their numbers if wanted. The contents are left out."""
    cover = publication.cover
    yield from (cover.publisher, cover.title, cover.subtitle, cover.draft, cover.as_of)
    sections = publication.sections
    for section in (section for section in sections if section.role is Role.COVER):
        yield from below(section)
    for role in (Role.IMPRINT, Role.TEXT):
        for section in (section for section in sections if section.role is role):
            yield from section_lines(section, numbers)


def section_lines(section: PublishedSection, numbers: bool) -> Iterator[str]:
    yield f"{section.number} {section.title}" if numbers and section.number else section.title
    yield from below(section)
    for child in section.children:
        yield from section_lines(child, numbers)


def below(section: PublishedSection) -> Iterator[str]:
    for element in section.elements:
        yield from element_lines(element)


def element_lines(element: Element) -> Iterator[str]:
    match element:
        case FieldHeading(text=text):
            yield text
        case TextElement():
            yield (f"{element.label}: " if element.label else "") + plain(element.runs)
        case ListElement():
            yield from list_lines(element)
        case TableElement():
            yield from caption(element)
            for row in element.rows:
                for cell in row.cells:
                    yield plain(cell.runs)
            yield plain(element.source)
        case FigureElement():
            yield from caption(element)
            yield plain(element.source)
        case BoxElement():
            yield f"{element.number} {element.title}"
            for line in element.lines:
                yield line.label
                for inner in line.elements:
                    yield from element_lines(inner)


def list_lines(element: ListElement) -> Iterator[str]:
    for entry in element.entries:
        yield plain(entry.runs)
        for nested in entry.below:
            yield from list_lines(nested)


def caption(element: TableElement | FigureElement) -> Iterator[str]:
    yield f"{element.label}{': ' if element.label and element.caption else ''}{plain(element.caption)}"


def words(publication: Publication, numbers: bool = False) -> list[str]:
    return [word for line in lines(publication, numbers) for word in line.split()]


def note_words(publication: Publication) -> list[list[str]]:
    return [plain(note.runs).split() for note in publication.notes]


def headings(publication: Publication) -> list[str]:
    """Give every heading with its number, the cover's left out, in the order of the draft."""
    found: list[str] = []
    for role in (Role.IMPRINT, Role.TEXT):
        for section in (section for section in publication.sections if section.role is role):
            found.extend(f"{one.number} {one.title}".strip() for one in all_sections((section,)))
    return found
