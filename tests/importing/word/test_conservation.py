"""Every letter of a file is in a piece, a note, a comment, a pointer, or told: over a corpus, and whatever comes."""

import unicodedata
from collections import Counter

from hypothesis import given

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.model.blocks import Block, ListItem
from ikonzept_desktop.model.schema import check
from ikonzept_desktop.reading.word.content import Copy, View, is_shown
from ikonzept_desktop.reading.word.refusals import WordRefused
from tests.builders import doc, section
from tests.importing.word.said import copy_of, letters, written
from tests.reading.word.corpus import corpus, needs_corpus
from tests.reading.word.files import docx
from tests.reading.word.test_conservation import bodies


def lost(copy: Copy) -> dict[str, int]:
    """Give the letters of a file, before all changes, that its manuscript has nowhere."""
    there = Counter[str]()
    for block in copy.blocks:
        if block.within and not is_shown(block.within, View.REJECTED):
            continue
        for span in block.spans:
            if span.atom is None and (span.is_code or is_shown(span.revisions, View.REJECTED)):
                there.update(unicodedata.normalize("NFD", span.text))
    found = Counter(unicodedata.normalize("NFD", letters(written(copy))))
    return {letter: count for letter, count in (there - found).items() if not letter.isspace()}


@needs_corpus
def test_no_letter_of_the_corpus_is_lost() -> None:
    wrong, read = {}, 0
    for path in corpus():
        try:
            copy = copy_of(path.read_bytes())
        except WordRefused:
            continue
        read += 1
        if missing := lost(copy):
            wrong[path.name] = missing
    assert wrong == {}
    assert read > 150


@needs_corpus
def test_what_the_corpus_becomes_may_stand_in_a_concept() -> None:
    for path in corpus():
        try:
            fits(written(copy_of(path.read_bytes())))
        except WordRefused:
            continue


@given(bodies())
def test_no_letter_of_any_document_is_lost_and_all_of_it_may_stand_in_a_concept(body: str) -> None:
    copy = copy_of(docx(body))
    assert lost(copy) == {}
    fits(written(copy))


def fits(found: Manuscript) -> None:
    """Raise SchemaError or AssertionError where a piece may not stand in a concept, or an item not at its depth."""
    blocks = tuple(piece.block for piece in found.pieces)
    check(doc(section("chapter", "Kapitel", *blocks)))
    before: Block | None = None
    for block in blocks:
        if isinstance(block, ListItem):
            assert block.level <= (before.level + 1 if isinstance(before, ListItem) else 0)
        before = block
