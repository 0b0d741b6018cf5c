"""Our two texts of each file of the corpus are pandoc's, but for eight things that pandoc leaves unread."""

from pathlib import Path

import pytest

from ikonzept_desktop.reading.word.content import Part, View
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.reading.word.refusals import WordRefused
from ikonzept_desktop.reading.word.views import paragraphs
from tests.reading.word import pandoc
from tests.reading.word.causes import CAUSES, STRICT, in_transitional_names, without
from tests.reading.word.corpus import corpus, needs_corpus

CHANGES = {View.REJECTED: "reject", View.ACCEPTED: "accept"}
MOST_CAUSES = 10


def ours(data: bytes, view: View) -> pandoc.Words:
    """Give the words of a text in our reading; notes that nothing refers to are on no page."""
    copy = taken(data, "Kopie.docx")
    shown = paragraphs(copy.blocks, view)
    marks = {
        (span.atom.kind, span.atom.ref)
        for each in shown
        for index in each.blocks
        for span in copy.blocks[index].spans
        if span.atom is not None
    }
    text, notes = [], dict[str, list[str]]()
    for each in shown:
        place = copy.blocks[each.owner].place
        if place.part is Part.BODY:
            text.append(each.text)
        elif (place.part.value, place.holder) in marks:
            notes.setdefault(f"{place.part} {place.holder}", []).append(each.text)
    return pandoc.plain(" ".join(text)), tuple(sorted(pandoc.plain(" ".join(lines)) for lines in notes.values()))


def causes_between(path: Path, view: View, folder: Path) -> list[str]:
    """Give the causes for which two readings differ; fails where they still do without them."""
    used, data = [], path.read_bytes()
    mine = ours(data, view)
    try:
        theirs = pandoc.read(path, CHANGES[view])
    except pandoc.PandocFails:
        used.append(STRICT)
        data = in_transitional_names(data)
        assert data != path.read_bytes()
        assert ours(data, view) == mine
        other = folder / "transitional.docx"
        other.write_bytes(data)
        theirs = pandoc.read(other, CHANGES[view])
    for name, cause in CAUSES.items():
        if mine == theirs:
            break
        changed = without(data, cause)
        if changed is not None and (found := ours(changed, view)) != mine:
            used.append(name)
            data, mine = changed, found
    assert mine == theirs
    return used


def read_ones() -> list[Path]:
    """Give the files of the corpus that are not refused."""
    found = []
    for path in corpus():
        try:
            taken(path.read_bytes(), path.name)
        except WordRefused:
            continue
        found.append(path)
    return found


@needs_corpus
@pytest.mark.parametrize("view", View)
def test_pandoc_reads_the_same_text(view: View, tmp_path: Path) -> None:
    causes: set[str] = set()
    differing = []
    for path in read_ones():
        try:
            causes.update(causes_between(path, view, tmp_path))
        except AssertionError as error:
            differing.append(f"{path.name}: {str(error)[:300]}")
    assert differing == []
    assert len(causes) <= MOST_CAUSES
    assert causes <= {*CAUSES, STRICT}
