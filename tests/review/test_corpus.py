"""Word files of many programs, each held against itself: what is told is what was tracked in it, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from ikonzept_desktop.reading.word.content import Copy, Part, View
from ikonzept_desktop.reading.word.intake import WordRefused, taken
from ikonzept_desktop.reading.word.views import paragraphs
from ikonzept_desktop.review.outcome import outcome
from ikonzept_desktop.review.reading_back import Returned, read_back
from tests.reading.word.corpus import corpus, needs_corpus

_TEXT = (Part.BODY, Part.FOOTNOTE, Part.ENDNOTE)


def copies() -> Iterator[tuple[Path, Copy]]:
    for path in corpus():
        try:
            copy = taken(path.read_bytes(), path.name)
        except WordRefused:
            continue
        blocks = tuple(block for block in copy.blocks if block.place.part in _TEXT)
        # Running heads that say the same twice are read once.
        yield path, Copy(blocks) if len(blocks) < len(copy.blocks) else copy


def letters(texts: Iterable[str]) -> Counter[str]:
    """Count what no program counts or breaks anew."""
    return Counter(letter for text in texts for letter in text if letter.isalpha())


def in_view(copy: Copy, view: View) -> Counter[str]:
    return letters(each.text for each in paragraphs(copy.blocks, view))


@needs_corpus
def test_nothing_is_told_but_what_was_tracked() -> None:
    wrong = []
    for path, copy in copies():
        found = read_back(copy, {"x": Returned(copy)})
        if not all(source.tracked for each in found.proposals for source in each.sources):
            wrong.append(path.name)
    assert wrong == []


@needs_corpus
def test_to_accept_nothing_and_everything_gives_the_two_texts_of_each_file() -> None:
    wrong, count = [], 0
    for path, copy in copies():
        found = read_back(copy, {"x": Returned(copy)})
        count += len(found.proposals)
        if letters(outcome(found.units, ())) != in_view(copy, View.REJECTED):
            wrong.append((path.name, "none"))
        if letters(outcome(found.units, found.proposals)) != in_view(copy, View.ACCEPTED):
            wrong.append((path.name, "all"))
    assert wrong == []
    assert count > 100
