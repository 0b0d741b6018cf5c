"""The outline of a concept is on screen while the concept is still being read."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui import opening
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.trouble import Trouble
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.outline_pane import OutlineTree
from tests.builders import chapter, doc
from tests.ui.desk import made, settle, shown, titles

NUMBERED = ["1 Einleitung", "2 Ziele", "3 Ausblick"]


class Painted(QObject):
    """Remembers what the outline showed each time it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.outlines: list[list[str]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        tree = watched.parent()
        if event.type() == QEvent.Type.Paint and isinstance(tree, OutlineTree) and tree.viewport() is watched:
            self.outlines.append(lines(tree))
        return False


def lines(tree: OutlineTree) -> list[str]:
    """Give the rows at the top of an outline, each as it reads; headings between them are left out."""
    model = tree.model()
    rows = [[model.index(row, column).data() for column in (0, 1)] for row in range(model.rowCount())]
    return [f"{number} {title}" for number, title in rows if number]


def concept_windows() -> list[ConceptWindow]:
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, ConceptWindow)]


def test_the_outline_is_painted_before_the_concept_is_read(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    file, watch, read = made(tmp_path / "a.ikonzept"), Painted(), opening.open_concept
    seen: list[tuple[list[str], str, bool]] = []

    def read_late(path: Path, *, read_only: bool = False) -> Session | Trouble:
        [window] = concept_windows()
        seen.append((watch.outlines[-1], window.windowTitle(), window.isVisible()))
        return read(path, read_only=read_only)

    monkeypatch.setattr(opening, "open_concept", read_late)
    qapp.installEventFilter(watch)
    window = shown(program, file)
    qapp.removeEventFilter(watch)
    assert seen == [(NUMBERED, "a – iKonzept", True)]
    assert concept_windows() == [window]
    assert titles(window) == ["Einleitung", "Ziele", "Ausblick"]


def test_what_was_seen_first_gives_way_to_what_was_read(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, read = made(tmp_path / "b.ikonzept", doc(chapter("Nur dies"))), opening.open_concept
    monkeypatch.setattr(opening, "open_concept", lambda _path, **_options: read(other))
    window = shown(program, made(tmp_path / "a.ikonzept"))
    assert window.windowTitle() == "b – iKonzept"
    assert lines(window.outline.tree) == ["1 Nur dies"]


def test_a_window_goes_again_when_its_concept_cannot_be_read(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "open_concept", lambda _path, **_options: Trouble("Das ging nicht."))
    assert program.open(made(tmp_path / "a.ikonzept")) is None
    settle()
    assert [window for window in concept_windows() if window.isVisible()] == []
    assert program.show_start().banner.words.text() == "Das ging nicht."
    assert program.windows == []


def test_a_file_whose_outline_cannot_be_drawn_is_told_as_damaged(program: Program, tmp_path: Path) -> None:
    file = made(tmp_path / "a.ikonzept")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE sections SET content = json_set(content, '$.kind', 'unknown')")
    assert program.open(file) is None
    settle()
    assert [window for window in concept_windows() if window.isVisible()] == []
    assert "beschädigt" in program.show_start().banner.words.text()


def test_a_window_goes_again_when_the_program_fails_at_reading(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path, **_options: bool) -> Session | Trouble:
        raise AssertionError("a fault of ours")

    monkeypatch.setattr(opening, "open_concept", fail)
    with pytest.raises(AssertionError, match="ours"):
        program.open(made(tmp_path / "a.ikonzept"))
    assert [window for window in concept_windows() if window.isVisible()] == []


def test_the_first_sight_needs_neither_the_editor_nor_the_database() -> None:
    code = (
        "import sys, ikonzept_desktop.app\n"
        "late = ('sqlalchemy', 'socket', 'ctypes', 'reportlab', 'docx', 'ikonzept_desktop.ui.editor.section_view',\n"
        "        'ikonzept_desktop.ui.window.inspector', 'ikonzept_desktop.ui.window.start_page')\n"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
