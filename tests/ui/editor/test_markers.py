"""Items are counted as they are printed: by level, anew after other text."""

from ikonzept_desktop.ui.editor.markers import list_labels
from tests.builders import li, ol, p


def test_numbers_go_on_within_a_list_and_begin_anew_after_text() -> None:
    assert list_labels((ol("a"), ol("b"), p("x"), ol("c"))) == ("1.", "2.", "", "1.")


def test_deeper_levels_are_counted_by_letters_and_roman_numerals() -> None:
    blocks = (ol("a"), ol("b", level=1), ol("c", level=1), ol("d", level=2), ol("e"))
    assert list_labels(blocks) == ("1.", "a.", "b.", "i.", "2.")


def test_a_list_can_begin_anew() -> None:
    assert list_labels((ol("a"), ol("b", restart=True), li("c"), ol("d"))) == ("1.", "1.", "", "1.")
