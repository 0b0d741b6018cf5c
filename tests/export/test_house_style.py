"""The house style out of loose pairs."""

import pytest

from ikonzept_desktop.export.house_style import HouseStyle, HouseStyleError, checked, findings, house_style


def test_a_concept_that_says_nothing_gets_the_defaults() -> None:
    assert house_style(()) == HouseStyle()


def test_values_that_are_understood_replace_the_defaults() -> None:
    style = house_style(
        (("accent_colour", "#aa0011"), ("text_size_pt", 11), ("justified", False), ("page_format", "A5"))
    )
    assert style.accent_colour == "#AA0011"
    assert style.text_size_pt == 11.0
    assert not style.justified
    assert style.page_size_mm == (148.0, 210.0)


def test_any_size_of_page_can_be_named() -> None:
    assert house_style((("page_format", "170 x 240,5 mm"),)).page_size_mm == (170.0, 240.5)


def test_names_nobody_knows_are_left_alone() -> None:
    pairs = (("sparkle", 3), ("text_size_pt", 9.0))
    assert house_style(pairs) == HouseStyle(text_size_pt=9.0)
    assert findings(pairs) == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accent_colour", "petrol"),
        ("text_size_pt", 200),
        ("text_size_pt", "zehn"),
        ("text_size_pt", True),
        ("justified", "ja"),
        ("page_format", "Serviette"),
        ("page_format", "1 x 1"),
    ],
)
def test_a_wrong_value_is_a_german_sentence_and_leaves_the_default(name: str, value: str | float) -> None:
    pairs = ((name, value),)
    assert house_style(pairs) == HouseStyle()
    (finding,) = findings(pairs)
    assert finding.name == name
    assert str(value) in str(finding) or name in str(finding)
    with pytest.raises(HouseStyleError):
        checked(name, value)


def test_of_two_values_the_last_good_one_counts() -> None:
    assert house_style((("text_size_pt", 9.0), ("text_size_pt", 10.0))).text_size_pt == 10.0
