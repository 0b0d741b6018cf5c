"""Code points and UTF-16 positions lead to each other, whatever stands in the text."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from ikonzept_desktop.ui.editor.positions import for_qt, to_code_points, to_utf16

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


def test_an_emoji_is_two_units_and_one_code_point() -> None:
    assert to_utf16("a\U0001f600b", 2) == 3
    assert to_code_points("a\U0001f600b", 3) == 2


def test_a_position_within_a_pair_is_before_it() -> None:
    assert to_code_points("a\U0001f600b", 2) == 1


@given(TEXTS, st.integers(0, 40))
def test_there_and_back_is_the_same_place(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    units = to_utf16(text, offset)
    assert units == sum(2 if character > "\uffff" else 1 for character in text[:offset])
    assert to_code_points(text, units) == offset


def test_a_text_that_begins_with_a_byte_order_mark_comes_whole_to_qt() -> None:
    document = QTextDocument()
    for text in ("\ufeff", "\ufeffMark", "\ufeff\ufeff", "Mark"):
        document.clear()
        QTextCursor(document).insertText(for_qt(text))
        assert document.begin().text() == text
