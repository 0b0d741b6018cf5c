"""Whatever is written is found again, character by character, by a reading that knows nothing of the writer."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings

from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.publication.tree import (
    BoxElement,
    Element,
    FigureElement,
    ListElement,
    Publication,
    Runs,
    TableElement,
    TextElement,
    TextRun,
)
from tests.export.word import reading, said
from tests.export.word.drawn import CHART, publications
from tests.export.word.publications import OPTIONS, images


def own_words(element: Element) -> Iterator[tuple[str, Runs]]:
    """Go through everything that must stand within a bookmark of its own, with its words."""
    match element:
        case TextElement(id=id, runs=runs):
            yield id, runs
        case ListElement(entries=entries):
            for entry in entries:
                yield entry.id, entry.runs
                for below in entry.below:
                    yield from own_words(below)
        case TableElement(rows=rows):
            yield from captions(element)
            yield from ((cell.id, cell.runs) for row in rows for cell in row.cells)
        case FigureElement():
            yield from captions(element)
        case BoxElement(title_id=id, title=title, lines=lines):
            yield id, (TextRun(title),)
            for inner in (inner for line in lines for inner in line.elements):
                yield from own_words(inner)


def captions(element: TableElement | FigureElement) -> Iterator[tuple[str, Runs]]:
    if element.caption:
        yield element.id, element.caption


def draft_of(concept: Publication) -> reading.WordFile:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "Entwurf.docx"
        write_draft(concept, images(CHART), out, OPTIONS)
        return reading.read(out)


@settings(max_examples=60)
@given(publications())
def test_every_character_of_every_block_stands_within_its_bookmark(concept: Publication) -> None:
    body = draft_of(concept).body
    for one in concept.sections:
        assert reading.between(body, f"_ik_{one.id}") == one.title
        for element in one.elements:
            for id, runs in own_words(element):
                assert reading.between(body, f"_ik_{id}") == said.plain(runs)


@settings(max_examples=40)
@given(publications())
def test_everything_comes_in_the_order_of_the_publication(concept: Publication) -> None:
    body = draft_of(concept).body
    found = [reading.text(one) for one in reading.paragraphs(body) if not reading.style(one).startswith("TOC")]
    expected = [line for line in said.lines(concept) if line]
    assert "".join("".join(found).split()) == "".join("".join(expected).replace("S 1 ", "S 1  ").split())


@settings(max_examples=40)
@given(publications())
def test_bookmarks_are_unique_and_closed_and_notes_are_counted_in_order(concept: Publication) -> None:
    word = draft_of(concept)
    marks = reading.bookmarks(word.body)
    assert len(marks) == len(set(marks))
    starts = [reading.value(node, f"{reading.W}id") for node in word.body.iter(f"{reading.W}bookmarkStart")]
    ends = [reading.value(node, f"{reading.W}id") for node in word.body.iter(f"{reading.W}bookmarkEnd")]
    assert sorted(starts) == sorted(ends)
    assert len(starts) == len(set(starts))
    counted = [node.get(f"{reading.W}id") for node in word.body.iter(f"{reading.W}footnoteReference")]
    assert counted == [str(number) for number in range(1, len(concept.notes) + 1)]
    written = [node for node in word.parts["word/footnotes.xml"] if node.get(f"{reading.W}type") is None]
    assert [reading.text(node)[1:] for node in written] == [said.plain(note.runs) for note in concept.notes]


def test_the_drawn_publications_hold_notes_and_spans() -> None:
    """The strategies above would prove little if they never drew what is hard."""
    drawn: set[str] = set()

    @settings(max_examples=80, database=None, derandomize=True)
    @given(publications())
    def look(concept: Publication) -> None:
        for one in concept.sections:
            for element in one.elements:
                drawn.add(type(element).__name__)
                if isinstance(element, TableElement):
                    spanned = any(cell.row_span > 1 for row in element.rows for cell in row.cells)
                    drawn.update({"turned"} if len(element.widths) > 7 else set(), {"spanned"} if spanned else set())
                if isinstance(element, TextElement):
                    drawn.update(type(run).__name__ for run in element.runs)

    look()
    assert {"TextElement", "ListElement", "TableElement", "FigureElement", "BoxElement", "NoteRun"} <= drawn
    assert {"turned", "spanned", "BreakRun"} <= drawn
