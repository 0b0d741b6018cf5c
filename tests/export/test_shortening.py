"""Text is cut short where a line has no room for it, and not before."""

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.export.shortening import shortened


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert shortened("Sprache und Bildung", lambda text: len(text) <= 19) == "Sprache und Bildung"


def test_a_text_cut_short_ends_in_an_ellipsis_right_behind_a_letter() -> None:
    assert shortened("Sprache – Bildung", lambda text: len(text) <= 11) == "Sprache…"


@given(st.text("ab", min_size=1), st.integers(1, 60))
def test_as_much_is_left_as_fits(text: str, room: int) -> None:
    short = shortened(text, lambda part: len(part) <= room)
    assert len(short) == min(len(text), room)
