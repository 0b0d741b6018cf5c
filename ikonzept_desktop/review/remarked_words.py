"""The words of the concept that a comment in a Word file is about, found in the text as it is now."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import line_of
from ikonzept_desktop.model.document import Document, field_value, find_section
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.inline import Inline, Inlines, Text, length, part
from ikonzept_desktop.model.text_edits import replace_line
from ikonzept_desktop.publication.block_ids import PREFIX, Spot, spots
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.review.line_view import LineView


class RemarkedWords:
    """A place in the concept: the words themselves where they still stand, else their line, else their section."""

    def __init__(self, document: Document, block: str, words: str) -> None:
        """Look for words in a line of the concept, by the id that a draft knows it by."""
        self._document, self._words = document, words
        self._spot: Spot | None = spots(document).get(PREFIX + block) if block else None

    @property
    def section(self) -> str:
        """The id of the section, empty where that is gone or the words are of the cover."""
        section = self._spot.address.section if self._spot else ""
        return section if section and find_section(self._document, section) else ""

    def named(self, comment: str) -> Edit | None:
        """Give the edit that has the words name a comment; None where there are none that could."""
        spot = self._spot
        if spot is None or not spot.block or spot.note:
            return None
        value = field_value(self._document, spot.address)
        for block in value.blocks if isinstance(value, RichText) else ():
            if block.id == spot.block:
                line = line_of(block, spot.line)
                start, end = self._reach(line)
                named = tuple(_naming(inline, comment) for inline in part(line, start, end))
                after = (*part(line, 0, start), *named, *part(line, end, length(line)))
                return replace_line(spot.address, block, spot.line, after)
        return None

    def _reach(self, line: Inlines) -> tuple[int, int]:
        """Give the positions of the words in a line; all of it where they do not stand there as they were."""
        view = LineView(line, labels(self._document))
        found = view.text.find(self._words) if self._words.strip() else -1
        if found < 0:
            return 0, length(line)
        return view.place(view.text, found, found + len(self._words))


def _naming(inline: Inline, comment: str) -> Inline:
    if isinstance(inline, Text):
        return replace(inline, comments=tuple(sorted({*inline.comments, comment})))
    return inline
