"""Typographic help at one text: corrects what was just typed, by an edit of its own, and lets go when told to.

Ctrl+Z, and Backspace right after, take back the correction alone; it is not made again at that place.
"""

from collections import deque
from dataclasses import replace
from weakref import WeakKeyDictionary

from PySide6.QtGui import QKeyEvent

from ikonzept_desktop.model.blocks import Blocks
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Inlines, Text, part
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.ui.editor import commands, keys, texts
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.objects import placeholder
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, inlines_of
from ikonzept_desktop.values import dataclass

_REMEMBERED = 200
"""Places at which a correction was refused."""


class TypingChoice:
    """What help the user wants, shared by all texts of a concept."""

    def __init__(self) -> None:
        """Begin with all of it."""
        self.off: frozenset[str] = frozenset()
        """The rules that are switched off, by name."""


@dataclass(frozen=True, slots=True)
class Made:
    """A correction that was made: what stood there, and what stands there now. Code points"""

    block: str
    start: int
    typed: str
    text: str


_CHOICES: WeakKeyDictionary[Project, TypingChoice] = WeakKeyDictionary()


def choice_of(project: Project) -> TypingChoice:
    """Give what help the user wants in the texts of an open concept, wherever in its window they stand."""
    return _CHOICES.setdefault(project, TypingChoice())


class TypingHelp:
    """Looks on as one types."""

    def __init__(self, loop: TextLoop) -> None:
        """Serve the text that a loop keeps."""
        self._loop = loop
        self._made: deque[Made] = deque(maxlen=8)
        self._refused: deque[Made] = deque(maxlen=_REMEMBERED)
        self._last: tuple[int, Selection] | None = None
        """The number of the edit that corrected, and where the caret was then."""
        loop.refreshed.connect(self._look_for_refusals)

    @property
    def choice(self) -> TypingChoice:
        """What help the user wants here."""
        return choice_of(self._loop.port.project)

    def correct(self) -> None:
        """Correct what stands before the caret, the last of which was just typed, if there is anything to correct."""
        loop = self._loop
        if loop.behind or loop.view.textCursor().hasSelection() or _is_composing(loop):
            return
        caret = loop.selected().caret
        if caret.block >= len(loop.shown):
            return
        from ikonzept_desktop.model import typography  # comes with the first key

        block = loop.shown[caret.block]
        near = part(inlines_of(block), max(caret.offset - typography.ADDRESS_REACH, 0), caret.offset)
        if not near or not _is_helped(near[-1]):
            return
        before = "".join(map(placeholder, near))
        found = typography.correction(before, typography.EVERY_RULE - self.choice.off)
        if found is None:
            return
        made = _smallest(block.id, caret.offset, before[len(before) - found.taken :], found.text)
        if made not in self._refused:
            self._make(made, near, caret)

    def takes_back(self, event: QKeyEvent) -> bool:
        """Take back the correction made by the last key, on Backspace; False where there is none, or another key."""
        if self._last is None or not keys.is_plain_backspace(event):
            return False
        project = self._loop.port.project
        if self._last != (project.number, self._loop.note_selection()):
            return False
        self._last = None
        notice = project.undo()
        self._loop.refresh()
        if notice is not None and notice.selection is not None:
            self._loop.restore(notice.selection)
        return True

    def _make(self, made: Made, near: Inlines, caret: Spot) -> None:
        back = caret.offset - made.start
        here = part(near, _length(near) - back, _length(near) - back + max(len(made.typed), 1))
        look = here[0] if here else near[-1]
        if not isinstance(look, Text) or not all(isinstance(inline, Text) for inline in here):
            return
        start, end = Spot(caret.block, made.start), Spot(caret.block, made.start + len(made.typed))
        run = replace(look, text=made.text)
        after = Spot(caret.block, caret.offset + len(made.text) - len(made.typed))

        def correct(blocks: Blocks, _where: Range) -> Outcome:
            return Outcome(commands.insert_inlines(blocks, Range(start, end), (run,)).blocks, Range(after, after))

        if self._loop.run(correct, texts.TYPOGRAPHY):
            self._made.append(made)
            self._last = (self._loop.port.project.number, self._loop.note_selection())

    def _look_for_refusals(self) -> None:
        """See which corrections were undone."""
        for made in tuple(self._made):
            block = next((block for block in self._loop.shown if block.id == made.block), None)
            if block is None:
                continue
            text = "".join(map(placeholder, inlines_of(block)))
            now = text[made.start : made.start + len(made.text)]
            if now != made.text and text[made.start : made.start + len(made.typed)] == made.typed:
                self._made.remove(made)
                self._refused.append(made)


def _smallest(block: str, caret: int, typed: str, text: str) -> Made:
    """Give a correction without what it leaves as it was."""
    start = caret - len(typed)
    while typed and text and typed[0] == text[0]:
        typed, text, start = typed[1:], text[1:], start + 1
    while typed and text and typed[-1] == text[-1]:
        typed, text = typed[:-1], text[:-1]
    return Made(block, start, typed, text)


def _is_helped(last: object) -> bool:
    """Tell whether the help has a say: not in the name of a link, nor in another language than German."""
    return isinstance(last, Text) and not last.link and last.language.partition("-")[0] in {"", "de"}


def _is_composing(loop: TextLoop) -> bool:
    return bool(loop.view.textCursor().block().layout().preeditAreaText())


def _length(near: Inlines) -> int:
    return sum(len(placeholder(inline)) for inline in near)
