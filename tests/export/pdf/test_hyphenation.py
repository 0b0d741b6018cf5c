"""Where words may be broken."""

import pyphen

from ikonzept_desktop.export.pdf.hyphenation import hyphenator

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


def test_three_letters_stay_together_at_either_end() -> None:
    ours = hyphenator("de-DE")
    assert ours is not None
    for word in WORDS:
        assert all(3 <= point <= len(word) - 3 for point in ours.positions(word))


def test_a_language_without_patterns_is_not_broken() -> None:
    assert hyphenator("ar") is None
