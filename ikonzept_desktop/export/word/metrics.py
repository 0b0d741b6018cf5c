"""How wide words run in Calibri, and how many lines they fill: for the page numbers a draft is given out with.

The widths are those of Carlito, which is made to Calibri's measure, by Windows-1252 code in 2048ths of the font size.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil, floor

from ikonzept_desktop.export.word.kerning import PAIRS

_REGULAR = (
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791,
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949,
    1831, 1185, 1114, 1092, 1260, 1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356,
    1058, 1378, 1112, 941, 998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628, 1020, 1020,
    596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076, 1080,
    1076, 1076, 714, 801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020, 0,
    1038, 949, 511, 1020, 857, 1414, 1020, 1020, 809, 2126, 941, 694, 1775, 949, 959, 949,
    949, 511, 511, 857, 857, 1020, 1020, 1854, 922, 1444, 801, 694, 1740, 949, 809, 998,
    0, 667, 1020, 1038, 1020, 1038, 1020, 1020, 804, 1709, 824, 1049, 1020, 0, 1038, 807,
    694, 1020, 688, 685, 598, 1126, 1200, 517, 629, 504, 865, 1049, 1303, 1375, 1383, 949,
    1185, 1185, 1185, 1185, 1185, 1185, 1563, 1092, 1000, 1000, 1000, 1000, 516, 516, 516, 516,
    1279, 1322, 1356, 1356, 1356, 1356, 1356, 1020, 1359, 1314, 1314, 1314, 1314, 998, 1058, 1080,
    981, 981, 981, 981, 981, 981, 1583, 866, 1019, 1019, 1019, 1019, 470, 470, 470, 470,
    1076, 1076, 1080, 1080, 1080, 1080, 1080, 1020, 1084, 1076, 1076, 1076, 1076, 927, 1076, 927,
)  # fmt: skip
_BOLD = (
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    463, 667, 898, 1020, 1038, 1493, 1443, 478, 638, 638, 1020, 1020, 528, 627, 547, 880,
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 565, 565, 1020, 1020, 1020, 949,
    1840, 1241, 1148, 1084, 1291, 999, 940, 1305, 1292, 546, 678, 1120, 866, 1790, 1349, 1385,
    1090, 1405, 1153, 968, 1014, 1337, 1211, 1856, 1128, 1064, 979, 665, 880, 665, 1020, 1020,
    615, 1011, 1099, 857, 1099, 1031, 648, 971, 1099, 503, 523, 983, 503, 1666, 1099, 1101,
    1099, 1099, 728, 817, 710, 1099, 969, 1526, 941, 970, 814, 704, 973, 704, 1020, 0,
    1038, 949, 528, 1020, 891, 1457, 1020, 1020, 822, 2174, 968, 705, 1790, 949, 979, 949,
    949, 528, 528, 891, 891, 1020, 1020, 1854, 910, 1475, 817, 705, 1726, 949, 814, 1064,
    0, 667, 1020, 1038, 1020, 1038, 1020, 1020, 849, 1709, 852, 1103, 1020, 0, 1038, 799,
    701, 1020, 692, 688, 616, 1154, 1224, 548, 621, 517, 891, 1103, 1347, 1415, 1437, 949,
    1241, 1241, 1241, 1241, 1241, 1241, 1588, 1084, 999, 999, 999, 999, 546, 546, 546, 546,
    1309, 1349, 1385, 1385, 1385, 1385, 1385, 1020, 1394, 1337, 1337, 1337, 1337, 1064, 1090, 1136,
    1011, 1011, 1011, 1011, 1011, 1011, 1587, 857, 1031, 1031, 1031, 1031, 503, 503, 503, 503,
    1099, 1099, 1101, 1101, 1101, 1101, 1101, 1020, 1114, 1099, 1099, 1099, 1099, 970, 1099, 970,
)  # fmt: skip

_UNITS = 2048
_LINE = 2500 / _UNITS
"""The font's own line pitch as a multiple of its size."""
_WIDEST = 0.9
"""Width of a wide letter as a multiple of the size: so many of them surely fit."""
_NO_SPACE = "\x00"
_AFTER_HYPHEN = f"-{_NO_SPACE} "


def line_height(size: float, pitch: int = 240) -> float:
    """Give the height in pt of a line of that size in pt, its pitch in 240ths of the font's own; in whole twips."""
    return ceil(round(size * _LINE * 20) * pitch / 240) / 20


class _Advances(dict[tuple[str, str], int]):
    """By a letter and the one behind it: how far the first takes the pen, in 2048ths of the font size."""

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        self._widths = widths

    def width(self, letter: str) -> int:
        """Give the width of a letter that stands alone."""
        return self._widths[letter.encode("cp1252", "replace")[0]]

    def __missing__(self, pair: tuple[str, str]) -> int:
        """Add up width and kerning of a pair met for the first time."""
        advance = self[pair] = self.width(pair[0]) + PAIRS.get(pair, 0)
        return advance


class _Steps(dict[str, int]):
    """By a word: how far it takes the pen, with the space behind it, in 2048ths of the font size."""

    _MOST = 16384
    """So many are remembered; then all are forgotten."""

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        self._advances = _Advances(widths)
        self.space = self._advances.width(" ")

    def width(self, word: str) -> int:
        """Give the width of a word, kerned and with ligatures."""
        return sum(map(self._advances.__getitem__, pairwise(word))) + (self._advances.width(word[-1]) if word else 0)

    def __missing__(self, word: str) -> int:
        """Measure a word met for the first time."""
        if len(self) >= self._MOST:
            self.clear()
        step = self[word] = self.width(word) + (0 if word[-1:] == _NO_SPACE else self.space)
        return step


_STEPS = (_Steps(_REGULAR), _Steps(_BOLD))


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Give the width in pt of text that is not broken."""
    steps = _STEPS[bold]
    return (steps[text] - steps.space) * size / _UNITS


def lines_of(text: str, width: float, size: float, bold: bool = False) -> list[int]:
    """Break text as a word processor does; give the number of characters in each line. Width and size are in pt."""
    if len(text) * size * _WIDEST < width and "\n" not in text:
        return [len(text) + 1]
    limit = max(width * _UNITS / size, _UNITS)
    return [count for paragraph in text.split("\n") for count in _broken(paragraph, limit, bold)]


@lru_cache(maxsize=16_384)
def _broken(text: str, limit: float, bold: bool) -> tuple[int, ...]:
    """Break one paragraph at a width in 2048ths of the size: each line takes as many words as end before it does.

    A round of copies, made in one process, breaks the same paragraphs again and again.
    """
    steps = _STEPS[bold]
    words = text.replace("-", _AFTER_HYPHEN).split(" ")
    reached = list(accumulate(map(steps.__getitem__, words)))
    lines = []
    start, left = 0, 0.0
    while start < len(words):
        stop = _first_beyond(words, reached, floor(left + limit), steps.space, start)
        if stop == start:  # longer than a line
            lines.append(0)
            left += limit
            continue
        line = " ".join(words[start:stop])
        lines.append(len(line) + 1 - 2 * line.count(_NO_SPACE))
        start, left = stop, reached[stop - 1]
    return tuple(lines)


def _first_beyond(words: Sequence[str], reached: Sequence[int], edge: int, space: int, start: int) -> int:
    """Find the first word that ends beyond the edge; the space behind a word may stand over it."""
    stop = bisect_right(reached, edge + space, start)
    # Behind a hyphen stands no space.
    while stop > start and reached[stop - 1] > edge and words[stop - 1][-1:] == _NO_SPACE:
        stop -= 1
    return stop
