"""Corrections while one types: each an edit of its own that goes back first, and stays away where it was refused."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from ikonzept_desktop.model.inline import Marks, Text
from ikonzept_desktop.ui.editor import tools
from tests.builders import fn, p
from tests.ui.editor.desk import Writer, check

AtDesk = Callable[..., Writer]
BACK = Qt.Key.Key_Backspace


def test_marks_spaces_and_dashes_are_set_while_one_types(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types("Er sagt: \"Ja, z. B. 10 km -- 'weit'...\" ")
    assert writer.text == "Er sagt: „Ja, z.\u00a0B. 10\u00a0km – ‚weit‘…“ "
    check(writer)


def test_undo_takes_back_the_correction_before_the_typing(at_desk: AtDesk) -> None:
    writer = at_desk(p("Wir "))
    writer.puts_caret(4)
    writer.types("--")
    assert writer.text == "Wir –"
    writer.undoes()
    assert writer.text == "Wir --"
    check(writer)
    writer.types("x")
    assert writer.text == "Wir --x"
    writer.undoes()
    writer.undoes()
    assert writer.text == "Wir "
    check(writer)


def test_backspace_right_after_takes_back_the_correction_and_then_a_character(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types('"', BACK)
    assert writer.text == '"'
    check(writer)
    writer.types(BACK)
    assert writer.text == ""


def test_backspace_later_takes_a_character(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types('"a', BACK)
    assert writer.text == "„"
    writer.types(BACK)
    assert writer.text == ""
    check(writer)


def test_what_was_refused_is_not_corrected_again_there_but_elsewhere(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types('"', BACK, BACK, '"a "')
    assert writer.text == '"a „'
    check(writer)


def test_what_was_undone_is_not_corrected_again_there(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types("2015-2017 ")
    assert writer.text == "2015–2017 "
    writer.undoes()
    writer.types(BACK, ", ")
    assert writer.text == "2015-2017, "
    check(writer)


def test_what_was_merely_deleted_is_corrected_again(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types('"a', BACK, BACK, '"')
    assert writer.text == "„"


def test_undoing_something_else_refuses_nothing(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types("z.B.", " x")
    writer.undoes()
    assert writer.text == "z.\u00a0B."
    writer.types(*[BACK] * 5, "z.B.")
    assert writer.text == "z.\u00a0B."
    check(writer)


def test_a_correction_keeps_the_marks_around_it(at_desk: AtDesk) -> None:
    writer = at_desk(p("Zahl: "))
    writer.puts_caret(6)
    tools.toggle_mark(writer.view.loop, Marks.BOLD)
    writer.types("10 km ")
    assert writer.text == "Zahl: *10\u00a0km *"
    check(writer)


def test_behind_a_note_and_an_emoji_the_place_is_right(at_desk: AtDesk) -> None:
    writer = at_desk(p("😀", fn("Q", id="note1"), " "))
    writer.puts_caret(4)
    writer.types("a--b")
    assert writer.text == "😀{note note1} a–b"
    check(writer)


def test_in_a_link_and_in_another_language_nothing_is_corrected(at_desk: AtDesk) -> None:
    writer = at_desk(p(Text("abcd", link="https://a.example")), p(Text("abcd", language="en")))
    writer.puts_caret(2)
    writer.types("--")
    assert writer.text.startswith("_ab--cd_")
    writer.puts_caret(9)
    writer.types("--")
    assert writer.text.endswith("|ab--cd")


def test_in_the_place_of_a_selection_over_paragraphs_too(at_desk: AtDesk) -> None:
    writer = at_desk(p("eins"), p("zwei"))
    writer.puts_caret(9, 0)
    writer.types('"')
    assert writer.text == "„"
    check(writer)


def test_while_composing_nothing_is_corrected_and_after_it_everything(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.composes('"')
    assert writer.view.toPlainText() in {"", '"'}
    writer.composes("", commit='"')
    assert writer.text == "„"
    check(writer)


def test_a_text_to_be_read_stays_as_it_is(at_desk: AtDesk) -> None:
    writer = at_desk(p("a -"))
    writer.puts_caret(3)
    writer.view.setReadOnly(True)
    writer.types("-", " ")
    assert writer.text == "a -"


@pytest.mark.parametrize("off", ["quotes", "dashes"])
def test_only_what_is_switched_off_is_left(at_desk: AtDesk, off: str) -> None:
    writer = at_desk()
    writer.view.typing.choice.off = frozenset({off})
    writer.types('"--')
    assert writer.text == {"quotes": '"–', "dashes": "„--"}[off]
