"""Widths of words and the lines they fill."""

import pytest

from ikonzept_desktop.export.word.metrics import line_height, lines_of, text_width


def test_letters_that_stand_closer_are_measured_together() -> None:
    assert text_width("Te", 2048) < text_width("T", 2048) + text_width("e", 2048)
    assert text_width("nn", 2048) == 2 * text_width("n", 2048)


def test_bold_is_wider() -> None:
    assert text_width("Integration", 11, bold=True) > text_width("Integration", 11)


def test_a_line_is_as_long_as_its_words_and_no_longer() -> None:
    words, width = ["Zehn", "Wörter", "stehen", "hier"] * 12, 150.0
    counts = lines_of(" ".join(words), width, 11)
    assert sum(counts) == len(" ".join(words)) + 1
    text, start = " ".join(words) + " ", 0
    for count in counts[:-1]:
        line = text[start : start + count].rstrip()
        following = text[start + count :].split(" ")[0]
        assert text_width_of(line) <= width < text_width_of(f"{line} {following}")
        start += count


def text_width_of(line: str) -> float:
    words = line.split(" ")
    return sum(text_width(word, 11) for word in words) + text_width(" ", 11) * (len(words) - 1)


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("a\nb", 2), ("a\n\nb", 3), ("Land-" * 12, 3), ("m" * 60, 5), ("i" * 60, 2)]
)
def test_lines_end_at_breaks_after_hyphens_and_within_words_too_long(text: str, lines: int) -> None:
    assert len(lines_of(text, 120, 11)) == lines


def test_a_hyphen_stays_on_its_line_and_takes_no_more_room_than_it_has() -> None:
    assert lines_of("aaaaaa mmmmmm-mmmmmm", 120, 11) == [14, 7]


@pytest.mark.parametrize(("parts", "full", "narrower"), [("nn nn", [6, 4], [3, 3, 4]), ("nn nnn-", [7, 4], [3, 4, 4])])
def test_a_line_is_filled_to_its_edge_and_no_further(parts: str, full: list[int], narrower: list[int]) -> None:
    first, second = parts.split()
    width = sum(text_width(part, 2048) for part in (first, " ", second))
    text = f"{parts}nnn" if parts.endswith("-") else f"{parts} nnn"
    assert lines_of(text, width, 2048) == full
    assert lines_of(text, width - 1, 2048) == narrower


def test_lines_are_as_high_as_the_font_says_in_whole_twips() -> None:
    assert [line_height(9), line_height(10), line_height(11, 276)] == [11.0, 12.2, 15.5]
