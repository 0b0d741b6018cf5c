"""Writing in one rich text: every key reaches the concept, and the view shows what the concept holds."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.builders import p
from tests.ui.editor.desk import Writer, check

AtDesk = Callable[..., Writer]
RETURN, BACK, DELETE, LEFT = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left


def test_what_is_typed_stands_in_the_concept(at_desk: AtDesk) -> None:
    writer = at_desk(p("Mit Beschluss"))
    writer.puts_caret_behind("Beschluss")
    writer.types(" vom 18.")
    assert writer.text == "Mit Beschluss vom 18."
    check(writer)


def test_typing_into_nothing_makes_a_paragraph(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types("Ja")
    assert writer.text == "Ja"
    check(writer)


def test_return_parts_a_paragraph_and_backspace_joins_it_again(at_desk: AtDesk) -> None:
    first = p("Erster Zweiter")
    writer = at_desk(first)
    writer.puts_caret(7)
    writer.types(RETURN)
    assert writer.text == "Erster |Zweiter"
    assert writer.blocks[0].id == first.id != writer.blocks[1].id
    check(writer)
    writer.types(BACK, BACK)
    assert writer.text == "ErsterZweiter"
    assert writer.blocks[0].id == first.id
    check(writer)


def test_undo_takes_typing_back_in_one_step_and_puts_the_caret_back(at_desk: AtDesk) -> None:
    writer = at_desk(p("Mit Beschluss"))
    writer.puts_caret(3)
    writer.types(" dem")
    writer.undoes()
    assert writer.text == "Mit Beschluss"
    assert writer.view.textCursor().position() == 3
    writer.redoes()
    assert writer.text == "Mit dem Beschluss"
    assert writer.view.textCursor().position() == 7
    check(writer)
