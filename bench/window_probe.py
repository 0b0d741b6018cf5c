"""The program itself, watched from within: when its outline is painted, when a key has reached the concept.

`python -m bench.window_probe paint|ready|idle FILE`: `paint` ends with the first frame that shows a filled outline;
`ready` ends when a real key has changed `project.document`, printing MiB resident; `idle` prints the share of one
processor, in per cent, that ten seconds of doing nothing took once the concept had been looked at.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from ikonzept_desktop.app import make_program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.outline_pane import OutlineTree

IDLE_SECONDS = 10


class Watch(QObject):
    """Waits for the outline to be painted, then goes on as asked."""

    def __init__(self, asked: str) -> None:
        super().__init__()
        self._asked = asked
        self._painted = False
        self.window: ConceptWindow | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted and _shows_an_outline(watched):
            self._painted = True
            if self._asked == "paint":
                QTimer.singleShot(0, leave)
        return False

    def go_on(self) -> None:
        """Begin what is to be done once the window stands."""
        if self._asked == "ready":
            self._press_a_key()
        else:
            QTimer.singleShot(2000, self._wait_for_rest)

    def _wait_for_rest(self) -> None:
        """Wait until the whole concept was looked at and the dictionary has answered everything."""
        from ikonzept_desktop.ui.findings_desk import FindingsDesk  # not before: the start is measured too

        window = self.window
        assert window is not None
        desk = window.findChild(FindingsDesk)
        if desk is not None and desk.complete and not desk.verdicts.waits:
            QTimer.singleShot(1000, self._begin_idling)
        else:
            QTimer.singleShot(500, self._wait_for_rest)

    def _press_a_key(self) -> None:
        window = self.window
        assert window is not None
        editor = next((e for e in window.findChildren(QTextEdit) if e.isVisible() and not e.isReadOnly()), None)
        if editor is None:
            QTimer.singleShot(5, self._press_a_key)
            return
        before = window.session.document
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        QApplication.sendEvent(editor, key)
        if window.session.document is before:
            QTimer.singleShot(5, self._press_a_key)
            return
        leave(resident_mb())

    def _begin_idling(self) -> None:
        self._used, self._begun = time.process_time(), time.perf_counter()
        QTimer.singleShot(IDLE_SECONDS * 1000, self._end_idling)

    def _end_idling(self) -> None:
        share = (time.process_time() - self._used) / (time.perf_counter() - self._begun)
        leave(share * 100)


def resident_mb() -> float:
    """Give the memory this process holds now, MiB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def leave(value: float | None = None) -> None:
    """Print the value and end at once: what closing takes is not the question."""
    if value is not None:
        print(f"{value:.2f}", flush=True)
    os._exit(0)


def _shows_an_outline(watched: QObject) -> bool:
    tree = watched.parent()
    return isinstance(tree, OutlineTree) and tree.viewport() is watched and tree.model().rowCount() > 0


def main() -> None:
    """Open the file and watch."""
    asked, path = sys.argv[1], Path(sys.argv[2])
    program = make_program()
    watch = Watch(asked)
    if asked == "paint":
        program.app.installEventFilter(watch)
    watch.window = program.open(path)
    if watch.window is None:
        sys.exit("the concept could not be opened")
    QTimer.singleShot(0, watch.go_on)
    QApplication.exec()


if __name__ == "__main__":
    main()
