"""Where in the concept a hit or the caret stands, as numbers that can be compared: the section's, the passage's."""

from itertools import groupby

from ikonzept_desktop.model.document import Document, field_value, find_section, walk
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.search.passages import Part, Passage, passages_of
from ikonzept_desktop.model.search.search import Found

Place = tuple[int, int]


def places_of(document: Document, found: tuple[Found, ...]) -> list[Place]:
    """Give for each passage with hits where it stands; what is said of the whole concept stands before all."""
    sections = _section_numbers(document)
    places: list[Place] = []
    for section, group in groupby(found, lambda one: one.passage.site.section):
        passages = {passage.site: number for number, passage in enumerate(_passages(document, section))}
        places += ((sections.get(section, -1), passages.get(one.passage.site, -1)) for one in group)
    return places


def place_of(document: Document, selection: Selection) -> Place:
    """Give where a selection stands; in an empty paragraph, where the next begins that is not."""
    order = _blocks_at(document, selection)
    at = order.index(selection.block) if selection.block in order else -1
    behind = set(order[at:]) if at >= 0 else {""}
    passages = enumerate(_passages(document, selection.section))
    number = next((number for number, passage in passages if _is_there(passage, selection, behind)), 0)
    return _section_numbers(document).get(selection.section, -1), number


def _section_numbers(document: Document) -> dict[str, int]:
    return {section.id: number for number, section in enumerate(walk(document.sections))}


def _passages(document: Document, section: str) -> tuple[Passage, ...]:
    found = find_section(document, section)
    return passages_of(found, document.template.kind(found.kind)) if found else ()


def _blocks_at(document: Document, selection: Selection) -> list[str]:
    value = field_value(document, selection.address) if selection.address else None
    return [block.id for block in value.blocks] if isinstance(value, RichText) else []


def _is_there(passage: Passage, selection: Selection, behind: set[str]) -> bool:
    """Tell whether a passage is that of a selection, or of a block behind an empty one."""
    site = passage.site
    if selection.line and site.part is Part.NOTE:
        return site.id == selection.line
    if selection.line:
        return (site.block, site.line) == (selection.block, selection.line)
    return site.address == selection.address and (not site.block or site.block in behind)
