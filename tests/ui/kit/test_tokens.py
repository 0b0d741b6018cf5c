"""The colours can be read: every pair that meets reaches the ratio of WCAG 2.2."""

from collections.abc import Mapping

import pytest

from ikonzept_desktop.ui.kit.tokens import CONTROL_PAIRS, DARK, LIGHT, TEXT_PAIRS, contrast

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-".join)
def test_text_reaches_4_5(tokens: Mapping[str, str], pair: tuple[str, str]) -> None:
    assert contrast(tokens[pair[0]], tokens[pair[1]]) >= 4.5


@BOTH
@pytest.mark.parametrize("pair", CONTROL_PAIRS, ids="-".join)
def test_edges_and_shapes_reach_3(tokens: Mapping[str, str], pair: tuple[str, str]) -> None:
    assert contrast(tokens[pair[0]], tokens[pair[1]]) >= 3.0


@pytest.mark.parametrize(
    ("first", "second", "light", "dark"),
    [
        ("ink", "paper", 16.0, 11.8),
        ("muted", "paper", 6.6, 6.7),
        ("accent", "paper", 7.8, 7.5),
        ("on_accent", "accent", 7.8, 8.2),
        ("ink", "soft", 13.0, 8.8),
        ("ink", "selection", 11.7, 6.3),
        ("border", "paper", 4.0, 4.0),
        ("accent", "chip", 7.0, 6.3),
    ],
)
def test_the_ratios_are_those_of_the_design(first: str, second: str, light: float, dark: float) -> None:
    assert contrast(LIGHT[first], LIGHT[second]) == pytest.approx(light, abs=0.06)
    assert contrast(DARK[first], DARK[second]) == pytest.approx(dark, abs=0.06)


def test_no_pair_of_text_is_paler_than_the_design_says() -> None:
    for tokens, lowest in ((LIGHT, 4.95), (DARK, 4.98)):
        assert min(contrast(tokens[a], tokens[b]) for a, b in TEXT_PAIRS) == pytest.approx(lowest, abs=0.005)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == contrast("#FFFFFF", "#777777") == pytest.approx(4.478, abs=0.001)


def test_light_and_dark_know_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)
