"""The footnotes of a concept with their places, and what is done to a note as a whole: taken out, made text."""

from collections.abc import Iterator

from ikonzept_desktop.model.document import Document, Section, find_section
from ikonzept_desktop.model.edits import Edit, ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, Text, part, plain, size
from ikonzept_desktop.model.lines import lines_of_section
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.values import dataclass

_KEPT_SECTIONS = 4096
_NO_SPACE_BEHIND = "([{„‚»›"


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A footnote, and where its mark stands."""

    address: FieldAddress
    block: str
    line: str
    """The line of the block: empty, `caption`, `source`, or the id of a cell."""
    offset: int
    """Code points before it in its line."""
    note: Footnote
    before: str = ""
    """The characters of its line before the mark, to say what it is a note to."""


def notes_of(section: Section) -> tuple[PlacedNote, ...]:
    """Give the notes whose marks stand in a section, field by field; not those of sections below."""
    return _NOTES(section)


def find_placed(document: Document, section: str, note: str) -> PlacedNote | None:
    """Give a note of a section by its id; None where it is gone."""
    found = find_section(document, section)
    return next((placed for placed in notes_of(found) if placed.note.id == note), None) if found else None


def placed_notes(inlines: Inlines) -> Iterator[tuple[int, Footnote]]:
    """Go through the notes of a line, each with the code points before it."""
    offset = 0
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield offset, inline
        offset += size(inline)


def without_note(placed: PlacedNote) -> Edit:
    """Give the edit that takes a note away with its mark."""
    return ReplaceSpan(placed.address, placed.block, placed.line, placed.offset, (placed.note,), ())


def note_as_text(document: Document, placed: PlacedNote) -> Edit | None:
    """Give the edit that puts what a note says in the place of its mark, parted by spaces; None where it is gone."""
    section = find_section(document, placed.address.section)
    line = (
        next(
            (line for line in lines_of_section(section) if _stands_in(placed, line.address, line.block, line.line)),
            None,
        )
        if section
        else None
    )
    if line is None:
        return None
    before = plain(part(line.inlines, max(placed.offset - 1, 0), placed.offset))
    behind = plain(part(line.inlines, placed.offset + 1, placed.offset + 2))
    inserted: tuple[Inline, ...] = placed.note.content
    if inserted and before.strip() and before not in _NO_SPACE_BEHIND:
        inserted = (Text(" "), *inserted)
    if inserted and behind.isalnum():
        inserted = (*inserted, Text(" "))
    return ReplaceSpan(placed.address, placed.block, placed.line, placed.offset, (placed.note,), inserted)


def _stands_in(placed: PlacedNote, address: FieldAddress, block: str, line: str) -> bool:
    return (placed.address, placed.block, placed.line) == (address, block, line)


def _notes(section: Section) -> tuple[PlacedNote, ...]:
    return tuple(
        PlacedNote(line.address, line.block, line.line, offset, note, plain(part(line.inlines, 0, offset))[-80:])
        for line in lines_of_section(section)
        for offset, note in placed_notes(line.inlines)
    )


_NOTES: IdentityMemo[Section, tuple[PlacedNote, ...]] = IdentityMemo(_notes, _KEPT_SECTIONS)
