"""The words of a draft: its body and its notes, their pages in their places, and what was handed out for them."""

from collections.abc import Mapping

from ikonzept_desktop.export.copies import CopyOrder
from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.export.word.body import Pen, body_xml
from ikonzept_desktop.export.word.fields import with_pages
from ikonzept_desktop.export.word.heights import ruler
from ikonzept_desktop.export.word.ink import Ink, Picture
from ikonzept_desktop.export.word.notes import notes_xml
from ikonzept_desktop.export.word.numbering import HeadingNumbers, heading_numbers
from ikonzept_desktop.export.word.page import Margins
from ikonzept_desktop.export.word.styles import colours
from ikonzept_desktop.export.word.targets import targets
from ikonzept_desktop.publication.tree import Publication
from ikonzept_desktop.values import dataclass

_FIRST = Margins("rIdHeader1", "rIdFooter1", "rIdHeader3", "rIdFooter3")
_UPRIGHT = Margins("rIdHeader1", "rIdFooter1")
_ACROSS = Margins("rIdHeader2", "rIdFooter2")
_SHEET = Margins("rIdHeader4", "rIdFooter3")


@dataclass(frozen=True, slots=True)
class Story:
    """What a publication says, as the two parts of a draft that hold it."""

    body: str
    """The children of `w:body`."""
    notes: str
    """The part of the notes."""
    pages: int
    """How many it is expected to take."""
    ink: Ink
    notes_ink: Ink
    numbers: HeadingNumbers


def story(
    publication: Publication,
    pictures: Mapping[str, Picture],
    copy: CopyOrder | None = None,
    beside: Story | None = None,
) -> Story:
    """Write what a publication says; no number is the same as one in a story that it stands `beside` in one file.

    Both have their relationships in common, and the definitions of numberings that the later one returns.
    """
    numbers = heading_numbers(publication.sections, beside.numbers if beside else None)
    style = house_style(publication.house_style)
    pointed = targets(publication, numbers)
    ink = beside.ink.beside(pointed) if beside else Ink(pointed, pictures)
    pen = Pen(
        ink, colours(style), style, numbers, ruler(publication.notes, pictures), _FIRST, _UPRIGHT, _ACROSS, _SHEET, copy
    )
    body, sheets = body_xml(publication, pen)
    notes_ink = ink.for_part(beside.notes_ink.links if beside else None)
    notes = notes_xml(publication.notes, notes_ink)
    return Story(with_pages(body, sheets.pages), with_pages(notes, sheets.pages), sheets.page, ink, notes_ink, numbers)
