"""A line of the concept as a Word draft shows it, and where in it each of its characters comes from.

A cross-reference is many characters in a draft and one position in the concept; a note is one in both.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, LineBreak, Text, part, splice
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.publication.references import reference_run
from ikonzept_desktop.reading.word.content import STAND_IN
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.comparison import differences
from ikonzept_desktop.review.units import ANY_NUMBER

_BARE = Text("")
_BORDERS = re.compile(f"([\n{STAND_IN}])")


class LineView:
    """One line, in both ways of counting."""

    def __init__(self, inlines: Inlines, labels: Labels) -> None:
        """Show a line with the labels of its concept."""
        self._inlines = inlines
        self._texts = [_shown(inline, labels) for inline in inlines]
        self._starts = list(accumulate(map(len, self._texts), initial=0))
        sizes = [len(inline.text) if isinstance(inline, Text) else 1 for inline in inlines]
        self._positions = list(accumulate(sizes, initial=0))

    @property
    def text(self) -> str:
        """The line as a draft shows it."""
        return "".join(self._texts)

    def replaced(self, base: str, start: int, end: int, text: str) -> Inlines:
        """Give the line with characters `start` to `end` of what it was when it was given out, `base`, replaced.

        What was written elsewhere in it since stays. Raises GroundShifted where these very words were changed, and
        NotByItself where they are the number of a cross-reference, which no one can edit.
        """
        first, last = self.place(base, start, end)
        return splice(self._inlines, first, last, self._written(text, first, last))

    def place(self, base: str, start: int, end: int) -> tuple[int, int]:
        """Give where in the concept's line characters stand now that stood from `start` to `end` of `base`.

        Raises GroundShifted as `replaced` does.
        """
        start, end = _since(base, self.text, start, end)
        return self._position(start), self._position(end)

    def _position(self, offset: int) -> int:
        """Give the position in the concept's line of a place between two characters of the draft's."""
        for inline, begin, end, at in zip(self._inlines, self._starts, self._starts[1:], self._positions, strict=False):
            if offset == begin:
                return at
            if begin < offset < end:
                if not isinstance(inline, Text):
                    raise NotByItself(Reason.REFERENCE)
                return at + offset - begin
        return self._positions[-1]

    def _written(self, text: str, first: int, last: int) -> Inlines:
        """Give a text with the look of what it replaces or follows; notes and references in it stay the same ones."""
        removed = part(self._inlines, first, last)
        look = _look(removed) or _look(part(self._inlines, 0, first)[-1:]) or Text("")
        return inlines_of(text, look, [inline for inline in removed if isinstance(inline, Footnote)])


def inlines_of(text: str, look: Text = _BARE, notes: Sequence[Footnote] = ()) -> Inlines:
    """Give a text with the look of another, its line ends as breaks; what stands for notes becomes these, in order."""
    waiting = list(notes)
    found: list[Inline] = []
    for piece in _BORDERS.split(text):
        if piece == STAND_IN:
            if waiting:
                found.append(waiting.pop(0))
        elif piece == "\n":
            found.append(LineBreak())
        elif piece:
            found.append(Text(piece, look.marks, look.link, look.language))
    return tuple(found)


def _shown(inline: Inline, labels: Labels) -> str:
    match inline:
        case Text(text=text):
            return text
        case LineBreak():
            return "\n"
        case Footnote():
            return STAND_IN
        case CrossReference():
            run = reference_run(inline, labels)
            return ANY_NUMBER if run.page else run.text


def _look(inlines: Sequence[Inline]) -> Text | None:
    return next((inline for inline in inlines if isinstance(inline, Text)), None)


def _since(base: str, now: str, start: int, end: int) -> tuple[int, int]:
    """Give where characters stand now that stood from `start` to `end`; raises GroundShifted where they changed."""
    shift = 0
    for first, last, text in differences(base, now):
        if last < start or (last == start and first < last):
            shift += len(text) - (last - first)
        elif first <= end and not (first == end and start < end):
            raise GroundShifted
    return start + shift, end + shift
