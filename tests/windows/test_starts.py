"""A start under Wine is held against the one on Debian after it, and the quickest of each counts."""

from windows.cycle.screen import Screen
from windows.cycle.start import Start
from windows.cycle.starts import Turn, quickest, slow

SCREEN = Screen(0, 0, 0, b"")


def turn(wine: tuple[float, float], debian: tuple[float, float]) -> Turn:
    """Give a turn by what was painted and what was settled, in seconds."""
    return Start(*wine, SCREEN), Start(*debian, SCREEN)


def test_the_quickest_start_of_each_counts_for_what_is_painted_and_what_is_settled_by_itself() -> None:
    turns = [turn((2.0, 9.0), (1.5, 2.0)), turn((8.0, 8.0), (1.0, 4.0))]
    assert (quickest(turns, "painted"), quickest(turns, "settled")) == ((2.0, 1.0), (8.0, 2.0))


def test_three_times_as_long_is_not_too_long() -> None:
    assert slow([turn((9.0, 9.0), (1.0, 2.0)), turn((3.0, 6.0), (4.0, 5.0))]) == []


def test_what_takes_longer_in_the_quickest_starts_is_told() -> None:
    (told,) = slow([turn((3.0, 6.2), (1.0, 2.0)), turn((3.0, 9.0), (1.0, 5.0))])
    assert told == "settled: 3.1 times what it takes on Debian (at most 3)"
