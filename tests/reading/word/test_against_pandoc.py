"""Our two texts of each file of the corpus are pandoc's, but for eight things it leaves unread; so are the changes."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from ikonzept_desktop.reading.word.content import ADDING, Part, View
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.reading.word.refusals import WordRefused
from ikonzept_desktop.reading.word.views import paragraphs
from tests.reading.word import pandoc
from tests.reading.word.causes import CAUSES, STRICT, in_transitional_names, without
from tests.reading.word.corpus import corpus, needs_corpus
from tests.reading.word.files import bookmark, docx, gone, ins, mark, moved_from, moved_to, p, tbl, tc, tr

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


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
SMALL = [
    [p("Der ", gone("alte"), ins("neue"), " Kreis"), p("x", NOTE)],
    [p("Der ", properties=mark("ins")), p("Kreis", properties=mark("del")), p(" hier.")],
    [p("a"), p(gone("b"), properties=mark("del")), p(ins("c"), properties=mark("ins")), p("d")],
    [p(moved_from("a"), "b"), tbl(tr(tc(p("c", ins("d"))), tc(p(gone("e"), "f")))), p(moved_to("a"))],
    [p("a", ins(gone("b")), "c"), p(bookmark("m", "d", ins("e")))],
]
"""Files that are read the same without any corpus."""


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("body", SMALL)
def test_pandoc_reads_small_files_the_same(body: list[str], view: View, tmp_path: Path) -> None:
    path = tmp_path / "Kopie.docx"
    path.write_bytes(docx(*body, footnotes=f'<w:footnote w:id="2">{p("Quelle ", ins("neu"))}</w:footnote>'))
    assert ours(path.read_bytes(), view) == pandoc.read(path, CHANGES[view])


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


def our_changes(data: bytes) -> pandoc.Changes:
    """Give the letters we have as inserted or deleted, moves among them as pandoc has it."""
    found: pandoc.Changes = defaultdict(Counter)
    for block in taken(data, "Kopie.docx").blocks:
        if block.place.part in {Part.BODY, Part.FOOTNOTE, Part.ENDNOTE}:
            for span in block.spans:
                letters = pandoc.plain(span.text).replace(" ", "") if span.atom is None else ""
                for each in span.revisions:
                    kind = "insertion" if each.act in ADDING else "deletion"
                    found[kind, each.author, each.date].update(letters)
    return {key: letters for key, letters in found.items() if letters}


@needs_corpus
def test_pandoc_tells_the_same_changes_by_the_same_people_at_the_same_time() -> None:
    told, differing = 0, []
    for path in read_ones():
        try:
            theirs = pandoc.changes(path)
        except pandoc.PandocFails:
            continue
        mine = our_changes(path.read_bytes())
        if mine != theirs:
            changed = without(path.read_bytes(), CAUSES["acts within acts"])
            mine = our_changes(changed) if changed is not None else mine
        told += bool(mine)
        if mine != theirs:
            differing.append(path.name)
    assert differing == []
    assert told > 30
