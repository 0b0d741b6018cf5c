"""Lines by total fit, judged on letters that are all one wide."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from ikonzept_desktop.export.pdf.linebreaking import JUSTIFIED, Cut, Measures, Place, Setting, break_lines

RAGGED = Setting(0.0, 0.0, 6.0, (1.0, 3.0, 60.0))


def measures(words: Sequence[str], syllables: int = 0) -> Measures:
    """Give words of letters one wide; a cut after every so many letters."""
    starts, ends, glue = [], [], []
    at = 0.0
    for count, word in enumerate(words):
        starts.append(at)
        glue.append(float(count))
        at += len(word)
        ends.append(at)
        at += 1.0

    def cuts(word: int) -> list[Cut]:
        size = len(words[word])
        places = range(syllables, size - syllables + 1, syllables) if syllables else ()
        return [Cut(place, float(place), 1.0, 2500.0) for place in places]

    return Measures(starts, ends, glue, frozenset(), cuts)


def lines(words: Sequence[str], places: list[Place]) -> list[str]:
    """Give the lines as text, hyphens where a word is broken."""
    found = []
    start: Place = (0, 0)
    for place in places:
        last, cut = place
        part = [*words[start[0] : last], *([words[last][:cut] + "-"] if cut else [])]
        part[0] = part[0][start[1] :]
        found.append(" ".join(part))
        start = place
    return found


def test_a_short_text_is_one_line() -> None:
    assert break_lines(measures(["ein", "Wort"]), 20.0) == [(2, 0)]


def test_no_words_are_no_lines() -> None:
    assert break_lines(measures([]), 20.0) == []


def test_no_line_is_wider_than_its_spaces_can_shrink() -> None:
    text = "der Kreis hat zehn Städte und jede hat ihre eigene Art mit den Menschen umzugehen"
    words = text.split(" ")
    for line in lines(words, break_lines(measures(words, 3), 24.0)):
        assert len(line) - line.count(" ") * JUSTIFIED.shrink <= 24.0 + 1e-9, line


def test_the_whole_paragraph_is_weighed_not_line_after_line() -> None:
    # "aaaa bb cc" would fill the first line and leave "dddddd", which cannot be stretched, alone on the second.
    words = ["aaaa", "bb", "cc", "dddddd", "eeeeeeee"]
    loose = Setting(1.0, 0.3, 0.0, (3.0,))
    assert lines(words, break_lines(measures(words), 10.0, loose)) == ["aaaa bb", "cc dddddd", "eeeeeeee"]


def test_no_more_than_two_hyphens_follow_each_other_where_it_can_be_avoided() -> None:
    for seed in range(40):
        sizes = random.Random(seed).choices((3, 4, 5, 9, 12, 14), k=200)
        words = ["x" * size for size in sizes]
        found = lines(words, break_lines(measures(words, 4), 60.0))
        hyphens = "".join("-" if line.endswith("-") else " " for line in found)
        assert "---" not in hyphens, seed


def test_a_word_wider_than_the_line_is_there_all_the_same() -> None:
    words = ["a", "unteilbareslangeswort", "b"]
    assert lines(words, break_lines(measures(words), 8.0)) == ["a", "unteilbareslangeswort", "b"]


class Counted(Sequence[Cut]):
    """Cuts that tell how many of them were looked at one by one."""

    looks = 0

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self.cuts = cuts

    def __len__(self) -> int:
        return len(self.cuts)

    def __getitem__(self, place: Any) -> Any:
        return Counted(self.cuts[place]) if isinstance(place, slice) else self.cuts[place]

    def __iter__(self) -> Iterator[Cut]:
        for cut in self.cuts:
            Counted.looks += 1
            yield cut


def test_of_a_word_of_many_lines_only_the_cuts_on_the_line_are_looked_at() -> None:
    Counted.looks = 0
    plain = measures(["x" * 3000], 1)
    counted = Counted(plain.cuts(0))
    endless = Measures(plain.starts, plain.ends, plain.glue, plain.closed, lambda _: counted)
    assert len(break_lines(endless, 20.0, RAGGED)) > 100
    assert Counted.looks < 3000 * 100


@given(
    st.lists(st.integers(1, 30).map(lambda size: "x" * size), min_size=1, max_size=60),
    st.integers(4, 60),
    st.sampled_from([JUSTIFIED, RAGGED]),
    st.sampled_from([0, 2, 3]),
)
def test_every_letter_stands_on_exactly_one_line(
    words: list[str], width: int, setting: Setting, syllables: int
) -> None:
    places = break_lines(measures(words, syllables), float(width), setting)
    assert places == sorted(set(places))
    assert places[-1] == (len(words), 0)
    joined = "".join(line.replace("-", "").replace(" ", "") for line in lines(words, places))
    assert joined == "".join(words)


def demerits(words: Sequence[str], breaks: Sequence[int], width: float) -> float:
    """Give what lines that begin at these words cost, infinite where one does not fit; the last one is set as it is."""
    cost = 0.0
    for first, after in pairwise([0, *breaks, len(words)]):
        spare = width - len(" ".join(words[first:after]))
        gaps = after - first - 1
        room = gaps * (JUSTIFIED.stretch if spare > 0 else JUSTIFIED.shrink)
        ratio = 0.0 if spare == 0 or (spare > 0 and after == len(words)) else spare / room if room else math.inf
        if not -1.0 <= ratio <= 40.0:
            return math.inf
        cost += (10.0 + 100.0 * abs(ratio) ** 3) ** 2
    is_stub = breaks and len(" ".join(words[breaks[-1] :])) < JUSTIFIED.stub * width
    return cost + (2e4 if is_stub else 0.0)


@given(st.lists(st.integers(1, 9).map(lambda size: "x" * size), min_size=1, max_size=9), st.integers(10, 24))
def test_no_other_way_to_break_has_fewer_demerits(words: list[str], width: int) -> None:
    ways = [list(way) for count in range(len(words)) for way in combinations(range(1, len(words)), count)]
    least = min(demerits(words, way, float(width)) for way in ways)
    assume(least < math.inf)
    found = [word for word, _ in break_lines(measures(words), float(width), replace(JUSTIFIED, tolerances=(40.0,)))]
    assert demerits(words, found[:-1], float(width)) <= least * (1 + 1e-9)


def test_a_break_that_costs_more_than_the_whole_paragraph_is_not_gone_on_from() -> None:
    plain = measures(["xxxxxxx", "xx", "xxxxxxxxxxxxx", "xxxxx"] * 100, 3)
    asked = []

    def cuts(word: int) -> Sequence[Cut]:
        asked.append(word)
        return plain.cuts(word)

    counted = Measures(plain.starts, plain.ends, plain.glue, plain.closed, cuts)
    assert len(break_lines(counted, 60.0)) == 50
    assert len(asked) < 1000  # of the 2,600 there are
