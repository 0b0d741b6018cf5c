"""A start under Wine is held against one on Debian by the quickest of each."""

from windows.cycle.screen import Screen
from windows.cycle.start import Start
from windows.cycle.starts import quickest, slow

SCREEN = Screen(0, 0, 0, b"")


def starts(*seconds: tuple[float, float]) -> list[Start]:
    return [Start(painted, settled, SCREEN) for painted, settled in seconds]


def test_the_quickest_counts_for_what_is_painted_and_what_is_settled_by_itself() -> None:
    seen = starts((2.0, 5.0), (3.0, 4.0))
    assert (quickest(seen, "painted"), quickest(seen, "settled")) == (2.0, 4.0)


def test_three_times_as_long_is_not_too_long() -> None:
    assert slow(starts((9.0, 9.0), (3.0, 6.0)), starts((1.0, 2.0))) == []


def test_what_takes_longer_is_told() -> None:
    (told,) = slow(starts((3.0, 6.2)), starts((1.0, 2.0)))
    assert told == "settled: 3.1 times what it takes on Debian (at most 3)"
