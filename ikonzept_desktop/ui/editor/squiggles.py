"""Watches over the texts of a window and has wrong words marked: after a pause, in slices, where they are seen."""

import time
from collections.abc import Callable
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ikonzept_desktop.checking.verdicts import Verdicts
from ikonzept_desktop.ui.editor.line_marks import MarkedLine
from ikonzept_desktop.ui.editor.marked_text import Marked, MarkedText

PAUSE = 250
"""ms after a key until its paragraph is looked at."""
SLICE = 0.004
"""Seconds of one slice."""
_BETWEEN = 8
"""ms between two slices, in which keys find their way."""


class Squiggles(QObject):
    """Watches over texts and marks what is wrong in them."""

    def __init__(self, verdicts: Callable[[], Verdicts | None], ask: Callable[[], None], parent: QObject) -> None:
        """Mark by these verdicts, or nothing where there are none; `ask` has unknown words asked for."""
        super().__init__(parent)
        self.verdicts = verdicts
        self._ask = ask
        self._marked: WeakSet[Marked] = WeakSet()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._sweep)
        self._slices = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._slices.timeout.connect(self._sweep)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._take_leave)

    def watch(self, view: QWidget) -> Marked | None:
        """Mark wrong words in a text or a line from now on; None for what is neither."""
        marked: Marked
        if isinstance(view, QTextEdit | QPlainTextEdit):
            marked = MarkedText(view, self.look_soon)
        elif isinstance(view, QLineEdit):
            marked = MarkedLine(view, self.look_soon)
        else:
            return None
        self._marked.add(marked)
        self.look_soon()
        return marked

    def look_again(self) -> None:
        """Look at everything that can be seen anew: more words are known, or others are right."""
        for marked in self._marked:
            marked.forget()
        self._slices.start()

    def look_soon(self) -> None:
        """Look at what has changed after a pause."""
        self._slices.stop()
        self._pause.start()

    def finish(self) -> None:
        """Look at everything at once: for a test."""
        for marked in self._marked:
            while marked.look(self.verdicts()):
                pass

    def _take_leave(self, old: QWidget | None, _now: QWidget | None) -> None:
        for marked in tuple(self._marked) if old is not None else ():
            marked.leave()

    def _sweep(self) -> None:
        end = time.perf_counter() + SLICE
        verdicts = self.verdicts()
        for marked in tuple(self._marked):
            while marked.is_seen() and marked.look(verdicts):
                if time.perf_counter() > end:
                    self._slices.start()
                    return
        self._ask()
