"""Does an hour's keys of a fast writer without his pauses; prints MiB resident after the first minute's and at the end.

`python -m bench.hour_probe FILE SEED`: typing, undo, other sections, searches, a table, pastes; a minute is 350 keys.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.paste_probe import pages
from bench.window_probe import leave, resident_mb
from ikonzept_desktop.app import make_program
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.model.table_content import from_cells
from ikonzept_desktop.ui.editor import tools
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.finding.desk import FindDesk
from ikonzept_desktop.ui.window.table_panel import TablePanel

MINUTES, KEYS = 60, 350
SITTINGS = 5
"""Sections in which is written in a minute."""
_WORDS = (
    "Förderung ",
    "der ",
    "Sprache ",
    "im ",
    "Kreis ",
    "gelingt ",
    "allen ",
    "Menschen, ",
    "die ",
    "z. B. ",
    "kommen. ",
)


def main() -> None:
    """Write for an hour, and tell."""
    path, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    window = make_program().open(path)
    if window is None:
        sys.exit("the concept could not be opened")
    _Hour(window, chance).live()


class _Hour:
    """The hour of a writer, minute by minute."""

    def __init__(self, window: ConceptWindow, chance: random.Random) -> None:
        self._window = window
        self._chance = chance
        self._ids = [section.id for section in walk(window.session.document.sections)]

    def live(self) -> None:
        """Go through all minutes; each does all there is to do in its first one."""
        turns: tuple[Callable[[], None], ...] = (self._search, self._table, self._paste, self._go_about)
        for minute in range(MINUTES):
            self._write()
            for turn in turns if not minute else (turns[minute % len(turns)],):
                turn()
            QTest.qWait(600)  # saving, counting and looking for mistakes come after a pause
            if not minute:
                QTest.qWait(3000)
                print(f"{resident_mb():.2f}", flush=True)
        QTest.qWait(3000)
        leave(resident_mb())

    def _text(self) -> RichTextEdit | None:
        """Go to some section, and give its text."""
        self._window.show_section(self._chance.choice(self._ids))
        self._window.text.focus_field()
        QApplication.processEvents()
        text = self._window.text.text
        return text if text is not None and not text.isReadOnly() else None

    def _write(self) -> None:
        for _ in range(SITTINGS):
            text = None
            while text is None:
                text = self._text()
            cursor = text.textCursor()
            cursor.setPosition(self._chance.randrange(max(text.document().characterCount() - 1, 1)))
            text.setTextCursor(cursor)
            typed = 0
            while typed < KEYS // SITTINGS:
                word = self._chance.choice(_WORDS)
                for letter in f"{word} ":
                    _press(text, letter)
                typed += len(word) + 1
            for _step in range(self._chance.randrange(3)):
                self._window.actions_by_key["undo"].trigger()
            QApplication.processEvents()

    def _search(self) -> None:
        self._window.actions_by_key["find"].trigger()
        QApplication.processEvents()
        desk = self._window.findChild(FindDesk)
        assert desk is not None
        desk.panel.begin_with(self._chance.choice(("Sprache", "Kreis", "der")))
        for _ in range(5):
            desk.step(1)
            QApplication.processEvents()
        self._window.drawer.shut()

    def _table(self) -> None:
        text = self._in_chapter()
        table = from_cells(tuple((f"Ort {row}", str(row * 7), "Bemerkung") for row in range(40)))
        tools.insert_block(text.loop, table, "Tabelle")
        self._window.text.atom_opened.emit((text.loop.port.address, table))
        QApplication.processEvents()
        panel = self._window.drawer.panel
        assert isinstance(panel, TablePanel)
        panel.desk.view.setCurrentIndex(panel.desk.model.index(self._chance.randrange(40), 1))
        QTest.keyClick(panel.desk.view, Qt.Key.Key_F2)
        assert panel.desk.editor is not None
        QTest.keyClicks(panel.desk.editor.text, "12345")
        self._window.drawer.shut()
        self._back(2)

    def _paste(self) -> None:
        data = QMimeData()
        data.setHtml(pages(2))
        self._in_chapter().insertFromMimeData(data)
        QApplication.processEvents()
        self._back(1)

    def _go_about(self) -> None:
        for _ in range(20):
            self._text()

    def _in_chapter(self) -> RichTextEdit:
        chapters = [s.id for s in walk(self._window.session.document.sections) if s.kind == "chapter"]
        self._window.show_section(self._chance.choice(chapters))
        self._window.text.focus_field()
        QApplication.processEvents()
        assert self._window.text.text is not None
        return self._window.text.text

    def _back(self, steps: int) -> None:
        """Undo, so that the concept stays as large as it was: what is measured is the program."""
        for _ in range(steps):
            self._window.actions_by_key["undo"].trigger()
            QApplication.processEvents()


def _press(text: RichTextEdit, letter: str) -> None:
    """Press a key of any letter: QTest knows those of English alone."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(text, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.processEvents()


if __name__ == "__main__":
    main()
