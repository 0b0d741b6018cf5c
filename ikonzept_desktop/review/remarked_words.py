"""The words of the concept that a comment in a Word file is about, found in the text as it is now."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import line_of
from ikonzept_desktop.model.document import Document, field_value, find_section
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.inline import Inline, Inlines, Text, length, part
from ikonzept_desktop.model.text_edits import replace_line
from ikonzept_desktop.publication.block_ids import PREFIX, spots
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.review.line_view import LineView


class RemarkedWords:
    """Finds the words themselves where they still stand, else their line, else their section.

    All lines of a concept are looked up once; notes that are fixed to words meanwhile change no line's name.
    """

    def __init__(self, document: Document) -> None:
        """Look into a concept."""
        self._spots, self._labels = spots(document), labels(document)

    def section(self, document: Document, block: str) -> str:
        """Give the id of the section of a line, by the id that a draft knows the line by.

        Empty where that is gone or the words are of the cover.
        """
        spot = self._spots.get(PREFIX + block) if block else None
        section = spot.address.section if spot else ""
        return section if section and find_section(document, section) else ""

    def named(self, document: Document, block: str, words: str, comment: str) -> Edit | None:
        """Give the edit that has words of a line name a comment; None where there are none that could."""
        spot = self._spots.get(PREFIX + block) if block else None
        if spot is None or not spot.block or spot.note:
            return None
        value = field_value(document, spot.address)
        for each in value.blocks if isinstance(value, RichText) else ():
            if each.id == spot.block:
                line = line_of(each, spot.line)
                start, end = self._reach(line, words)
                named = tuple(_naming(inline, comment) for inline in part(line, start, end))
                after = (*part(line, 0, start), *named, *part(line, end, length(line)))
                return replace_line(spot.address, each, spot.line, after)
        return None

    def _reach(self, line: Inlines, words: str) -> tuple[int, int]:
        """Give the positions of the words in a line; all of it where they do not stand there as they were."""
        view = LineView(line, self._labels)
        found = view.text.find(words) if words.strip() else -1
        if found < 0:
            return 0, length(line)
        return view.place(view.text, found, found + len(words))


def _naming(inline: Inline, comment: str) -> Inline:
    if isinstance(inline, Text):
        return replace(inline, comments=tuple(sorted({*inline.comments, comment})))
    return inline
