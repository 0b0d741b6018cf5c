"""Tables: heads, spans, widths, captions and sources."""

from pathlib import Path

import pytest
from lxml import etree

from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.model.blocks import Alignment
from ikonzept_desktop.publication.tree import BreakRun, Runs, TableElement, TextRun
from tests.export.word import reading
from tests.export.word.publications import OPTIONS, cell, note, p, publication, runs, section, table

W = reading.W


def written(element: TableElement, folder: Path) -> reading.WordFile:
    write_draft(publication(section("A", p("Text"), element)), {}, folder / "Entwurf.docx", OPTIONS)
    return reading.read(folder / "Entwurf.docx")


def rows(word: reading.WordFile) -> list[etree._Element]:
    return list(next(word.body.iter(f"{W}tbl")).iter(f"{W}tr"))


@pytest.mark.parametrize("heads", [0, 1, 2])
def test_as_many_rows_are_repeated_as_the_table_has_heads_and_none_is_parted(heads: int, tmp_path: Path) -> None:
    word = written(table(["a"], ["b"], ["c"], header_rows=heads), tmp_path)
    found = rows(word)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found] == [place < heads for place in range(3)]
    may_be_parted = [row.find(f"{W}trPr/{W}cantSplit") is None for row in found]
    # Neither a repeated head nor a row of one line below it is told to stay whole, which LibreOffice would lose rows
    # over: of the head the style says so.
    assert may_be_parted == [heads > 0 and place <= heads for place in range(3)]
    head = next(one for one in word.parts["word/styles.xml"] if one.get(f"{W}styleId") == "IKTableHead")
    assert head.find(f"{W}pPr/{W}keepLines") is not None


def test_a_head_with_a_note_is_not_repeated_for_libreoffice_would_lose_the_note(tmp_path: Path) -> None:
    noted = (TextRun("Anteil"), note("Quelle"))
    found = rows(written(table([noted, "Zahl"], ["a", "b"], ["c", "d"], header_rows=1), tmp_path))
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in found)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in found)


@pytest.mark.parametrize(
    "words", [runs("viele Worte " * 20), (TextRun("a"), BreakRun(), TextRun("b"))], ids=["long", "broken"]
)
def test_a_row_of_several_lines_below_a_repeated_head_stays_whole(words: Runs, tmp_path: Path) -> None:
    head, *found = rows(written(table(["Kopf", "Kopf"], ["a", words], ["d", "e"], header_rows=1), tmp_path))
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in found)


def test_spans_fill_the_grid_of_every_row(tmp_path: Path) -> None:
    word = written(
        table([cell("a", across=2, down=2), None, "b"], [None, None, "c"], ["d", cell("e", across=2)]), tmp_path
    )
    shapes = []
    for row in rows(word):
        properties = [reading.find(one, f"{W}tcPr") for one in row.iter(f"{W}tc")]
        spans = [one.find(f"{W}gridSpan") for one in properties]
        merges = [one.find(f"{W}vMerge") for one in properties]
        shapes.append([
            (1 if span is None else int(reading.value(span)), merge is not None and merge.get(f"{W}val", "goes on"))
            for span, merge in zip(spans, merges, strict=True)
        ])  # fmt: skip
    assert shapes == [[(2, "restart"), (1, False)], [(2, "goes on"), (1, False)], [(1, False), (2, False)]]


def test_widths_are_said_three_times_over_and_agree(tmp_path: Path) -> None:
    word = written(table(["a", "b", "c"], widths=(0.2, 0.3, 0.5)), tmp_path)
    whole = next(word.body.iter(f"{W}tblW")).get(f"{W}w")
    grid = [int(reading.value(one, f"{W}w")) for one in word.body.iter(f"{W}gridCol")]
    assert grid == [int(reading.value(one, f"{W}w")) for one in word.body.iter(f"{W}tcW")]
    assert (sum(grid), whole) == (9070, "9070")


def test_columns_are_aligned_as_the_publication_says(tmp_path: Path) -> None:
    cells = [cell("a", alignment=one) for one in (Alignment.LEFT, Alignment.CENTRE, Alignment.RIGHT)]
    found = [one.find(f"{W}p/{W}pPr/{W}jc") for one in rows(written(table(cells), tmp_path))[0].iter(f"{W}tc")]
    assert [None if one is None else one.get(f"{W}val") for one in found] == [None, "center", "right"]


def test_the_caption_stays_with_its_table_and_the_source_has_a_bookmark(tmp_path: Path) -> None:
    element = table(["a"], caption=runs("Worte", note("Fußnote")), number=1, source="Quelle: X")
    word = written(element, tmp_path)
    caption = next(one for one in reading.paragraphs(word.body) if reading.style(one) == "Caption")
    assert reading.text(caption) == "Tabelle 1: Worte"
    assert caption.find(f"{W}pPr/{W}keepNext") is not None
    assert reading.between(word.body, f"_ik_{element.id}_source") == "Quelle: X"
    assert reading.between(word.body, f"_in_{word_note(word)}") == ""


def word_note(word: reading.WordFile) -> str:
    return next(mark.removeprefix("_in_") for mark in reading.bookmarks(word.body) if mark.startswith("_in_"))


def test_every_footnote_sign_stands_in_a_bookmark_of_its_own(tmp_path: Path) -> None:
    one, other = note("eins"), note("zwei")
    word = written(table([runs("a", one), runs("b", other)]), tmp_path)
    assert {f"_in_{one.id}", f"_in_{other.id}"} <= set(reading.bookmarks(word.body))
