"""What a concept's characters may be, and how others are made to fit."""

import pytest

from ikonzept_desktop.model.text import clean, is_clean

UNCLEAN = {
    "a tab": ("der\tKreis", "der Kreis"),
    "line ends": ("der\r\n\u2028Kreis", "der Kreis"),
    "a control sign": ("der\x00 Kreis", "der Kreis"),
    "a control sign above ASCII": ("der\x9f Kreis", "der Kreis"),
    "half a character": ("der\ud800 Kreis", "der Kreis"),
    "no character": ("der\ufdd0\uffff Kreis", "der Kreis"),
    "the sign for objects": ("der\ufffc Kreis", "der Kreis"),
    "a letter in two parts": ("fu\u0308r", "für"),
    "both, beside what may stand": ("fu\u0308r\u00a0den\tKreis", "für\u00a0den Kreis"),
}


@pytest.mark.parametrize("name", UNCLEAN)
def test_text_is_unclean_where_cleaning_changes_it(name: str) -> None:
    given, cleaned = UNCLEAN[name]
    assert not is_clean(given)
    assert clean(given) == cleaned
    assert is_clean(cleaned)


@pytest.mark.parametrize(
    "text", ["", "Der Kreis.", "Straße für 5 € – „ja“", "Silben\u00adtrennung", "5\u202f%", "عربي"]
)
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert is_clean(text)
    assert clean(text) == text
