"""Wrong words are marked after a pause and never while they are written; concept and undo know nothing of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from ikonzept_desktop.checking.verdicts import Units, Verdicts
from ikonzept_desktop.ui.editor.squiggles import Squiggles
from tests.builders import fn, p, ref
from tests.checking.desk import answered
from tests.ui.editor.desk import Writer


class Marker:
    """Marks texts by the real dictionary, at once when it is told to."""

    def __init__(self, view: QTextEdit | QPlainTextEdit | QLineEdit) -> None:
        self.view = view
        self.units = Units()
        self.verdicts: Verdicts | None = Verdicts(self.units)
        self.squiggles = Squiggles(lambda: self.verdicts, lambda: None, view)
        self.squiggles.watch(view)

    def looks(self, *, anew: bool = False) -> list[str]:
        """Look at what is still to be looked at, ask the dictionary, and give what is marked then."""
        if anew:
            self.squiggles.look_again()
        self.squiggles.finish()
        answered(self.units)
        for marked in self.squiggles._marked:
            marked.forget() if anew else None
        self.squiggles.finish()
        return self.marked()

    def starts(self) -> list[str]:
        """Look at everything for the first time."""
        self.squiggles.finish()
        answered(self.units)
        return self.looks(anew=True)

    def marked(self) -> list[str]:
        assert not isinstance(self.view, QLineEdit)
        found, block = [], self.view.document().begin()
        while block.isValid():
            text = block.text().encode("utf-16-le")
            for mark in block.layout().formats():
                start, length = mark.start * 2, mark.length * 2  # type: ignore[attr-defined]  # not in PySide's types
                found.append(text[start : start + length].decode("utf-16-le"))
            block = block.next()
        return found


@pytest.fixture
def at_work(at_desk: Callable[..., Writer], qtbot: QtBot) -> Callable[..., tuple[Writer, Marker]]:
    def begin(*blocks: object, **more: object) -> tuple[Writer, Marker]:
        writer = at_desk(*blocks, **more)
        marker = Marker(writer.view)
        marker.starts()
        writer.window.activateWindow()
        writer.view.setFocus()
        qtbot.waitUntil(writer.view.hasFocus)
        return writer, marker

    return begin


At = Callable[..., tuple[Writer, Marker]]


def test_wrong_words_are_marked_past_emoji_chips_and_breaks(at_work: At) -> None:
    _, marker = at_work(p("😀 Ein flascher", fn("Note"), " Satz", ref("x"), " geschriben."), p("Noch ein Absaz."))
    assert marker.marked() == ["flascher", "geschriben", "Absaz"]


def test_marks_change_neither_concept_nor_undo_nor_text(at_work: At) -> None:
    writer, marker = at_work(p("Ein flascher Satz."))
    assert (writer.text, writer.project.number, writer.project.undo_label()) == ("Ein flascher Satz.", 0, "")
    assert marker.marked() == ["flascher"]


def test_marks_fire_no_change_that_the_loop_would_read(at_desk: Callable[..., Writer]) -> None:
    writer = at_desk(p("Ein flascher Satz."))
    told: list[str] = []
    writer.view.document().contentsChanged.connect(lambda: told.append("changed"))
    assert Marker(writer.view).starts() == ["flascher"]
    assert told == []


def test_marks_move_with_the_text_at_once(at_work: At) -> None:
    writer, marker = at_work(p("Ein flascher Satz. Ein geschribener auch."))
    writer.puts_caret(0)
    writer.types("😀 Hier: ")
    assert marker.marked() == ["flascher", "geschribener"]


def test_the_mark_of_a_word_that_is_being_changed_goes(at_work: At) -> None:
    writer, marker = at_work(p("Ein flascher Satz. Ein geschribener auch."))
    writer.puts_caret_behind("flasch")
    writer.types("x")
    assert marker.marked() == ["geschribener"]


def test_a_wrong_word_is_not_marked_while_it_is_written_but_once_the_caret_has_left(at_work: At) -> None:
    writer, marker = at_work(p("Ein Satz"))
    writer.puts_caret_behind("Satz")
    writer.types(" ist flasc")
    assert marker.looks() == []
    answered(marker.units)
    writer.types("h")
    assert marker.looks() == []
    answered(marker.units)
    writer.types(" ")
    assert marker.looks() == ["flasch"]


def test_moving_the_caret_away_marks_the_word_too(at_work: At) -> None:
    writer, marker = at_work(p("Ein Satz"))
    writer.puts_caret_behind("Satz")
    writer.types(" flasch")
    marker.looks()
    answered(marker.units)
    assert marker.looks(anew=True) == []
    writer.puts_caret(1)
    assert marker.looks() == ["flasch"]


def test_paragraphs_that_are_parted_and_joined_keep_no_marks_of_others(at_work: At) -> None:
    writer, marker = at_work(p("Ein flascher Satz geschriben."), p("Noch ein Absaz."))
    writer.puts_caret_behind("Satz")
    writer.types(Qt.Key.Key_Return)
    assert set(marker.marked()) <= {"flascher", "geschriben", "Absaz"}
    assert marker.looks() == ["flascher", "geschriben", "Absaz"]
    writer.undoes()
    assert set(marker.marked()) <= {"flascher", "geschriben", "Absaz"}
    assert marker.looks() == ["flascher", "geschriben", "Absaz"]


def test_only_what_has_changed_is_looked_at_again(at_work: At) -> None:
    writer, marker = at_work(*(p(f"Absatz {number} ist flasch.") for number in range(30)))
    (marked,) = marker.squiggles._marked
    writer.puts_caret(0)
    writer.types("x")
    looked = 0
    while marked.look(marker.verdicts):
        looked += 1
    assert looked == 1
    assert len(marker.marked()) == 30


def test_without_verdicts_there_are_no_marks(at_work: At) -> None:
    _, marker = at_work(p("Ein flascher Satz."))
    marker.verdicts = None
    assert marker.looks(anew=True) == []


def test_what_is_composed_is_left_alone_until_it_is_written(at_work: At) -> None:
    writer, marker = at_work(p("Ein flascher Satz."))
    writer.puts_caret(0)
    writer.composes("´")
    marker.looks()
    assert writer.view.textCursor().block().layout().preeditAreaText() == "´"
    writer.composes("", "é ")
    assert marker.looks() == ["flascher"]


def test_a_title_is_marked_like_a_text(qtbot: QtBot) -> None:
    title = QPlainTextEdit("Ein flascher Titel")
    qtbot.addWidget(title)
    assert Marker(title).starts() == ["flascher"]


def test_a_line_is_marked_and_keeps_its_text_caret_and_composition(qtbot: QtBot) -> None:
    line = QLineEdit("Ein flascher Titel")
    qtbot.addWidget(line)
    line.setFont(QFont("Noto Sans", 14))
    line.resize(300, 40)
    line.show()
    edits: list[str] = []
    line.textEdited.connect(edits.append)
    line.setCursorPosition(3)
    plain = line.grab().toImage()
    marker = Marker(line)
    marker.squiggles.finish()
    answered(marker.units)
    for marked in marker.squiggles._marked:
        marked.forget()
    marker.squiggles.finish()
    assert line.grab().toImage() != plain
    assert (line.text(), line.cursorPosition(), edits) == ("Ein flascher Titel", 3, [])
    QTest.keyClicks(line, "x")
    assert (line.text(), edits) == ("Einx flascher Titel", ["Einx flascher Titel"])
