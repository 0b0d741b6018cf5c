"""Where words may be broken."""

import re
from itertools import combinations
from pathlib import Path

import pyphen

from ikonzept_desktop.export.pdf.hyphenation import hyphenator
from ikonzept_desktop.paths import resource

WORDS = [
    "Integrationsbeauftragte",
    "Kindertagesbetreuung",
    "Verwaltungsvorschrift",
    "Bürgerbeteiligung",
    "gemeinsame",
    "Größe",
    "Straße",
    "Zuwanderungsgeschichte",
    "Sprachmittlerpool",
    "Handlungsfelder",
    "Maßnahmenkatalog",
    "Oberbürgermeisterin",
]


def test_the_points_are_those_of_pyphen() -> None:
    ours, theirs = hyphenator("de-DE"), pyphen.Pyphen(lang="de_DE", left=3, right=3)
    assert ours is not None
    for word in WORDS:
        assert list(ours.positions(word)) == [int(point) for point in theirs.positions(word)], word


def points(word: str, patterns: dict[str, list[int]]) -> list[int]:
    """Give Liang's points by trying every pattern everywhere, with three letters at either end."""
    dotted = f".{word.lower()}."
    values = [0] * (len(dotted) + 1)
    for start, end in combinations(range(len(dotted) + 1), 2):
        for at, value in enumerate(patterns.get(dotted[start:end], ()), start):
            values[at] = max(value, values[at])
    return [at for at in range(3, len(word) - 2) if values[at + 1] % 2]


def test_every_word_of_the_example_is_broken_as_all_patterns_together_say() -> None:
    ours = hyphenator("de-DE")
    assert ours is not None
    lines = Path(pyphen.LANGUAGES["de_DE"]).read_text("iso8859-1").split("\n")[1:]
    patterns = {re.sub(r"\d", "", line): [int(f"0{digit}") for digit in re.split(r"[^\d]", line)] for line in lines}
    texts = [file.read_text("utf-8") for file in sorted(resource("example", "abschnitte").glob("*.md"))]
    words = sorted(set(re.findall(r"[^\W\d_]{6,}", " ".join(texts))))
    assert len(words) > 1000
    assert [word for word in words if list(ours.positions(word)) != points(word, patterns)] == []


def test_three_letters_stay_together_at_either_end() -> None:
    ours = hyphenator("de-DE")
    assert ours is not None
    for word in WORDS:
        assert all(3 <= point <= len(word) - 3 for point in ours.positions(word))


def test_a_language_without_patterns_is_not_broken() -> None:
    assert hyphenator("ar") is None
