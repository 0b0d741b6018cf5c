"""Tracked changes of a foreign Word file become proposals in the concept it was imported into."""

from datetime import UTC, datetime

from ikonzept_desktop.importing.manuscript import Manuscript, Piece, Where
from ikonzept_desktop.importing.tracked import held_against_itself, with_changes
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Paragraph, lines_of, plain_text
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import inverse
from ikonzept_desktop.model.inline import Footnote, plain
from ikonzept_desktop.model.proposals import Kind
from ikonzept_desktop.review.deciding import accept_all
from tests.builders import br, cell, chapter, doc, fn, p, row, table
from tests.reading.word import files
from tests.reading.word.files import gone, ins, mark, moved_from, moved_to, read, tbl, tc, tr

NOW = datetime(2015, 3, 2, tzinfo=UTC)


def manuscript(body: str, *pieces: Piece, footnotes: str = "") -> Manuscript:
    copy = read(body, footnotes=footnotes)
    return Manuscript("Vorlage.docx", pieces, changed=held_against_itself(copy, pieces))


def imported(document: Document, said: Manuscript, **places: str) -> Document:
    """Give a concept with the changes in it; every piece is in the section „s“ unless another is named."""
    where = {at: ("s", piece.block.id) for at, piece in enumerate(said.pieces)}
    where.update({int(at.removeprefix("title")): (section, "") for at, section in places.items()})
    edit, _told = with_changes(document, said, where, "0" * 64, NOW)
    assert edit is not None
    changed = apply(document, edit)
    assert apply(changed, inverse(edit)) == document
    return changed


def accepted(document: Document) -> Document:
    step = accept_all(document, document.proposals, NOW)
    assert step is not None
    return apply(document, step)


def texts(document: Document, section: int = 0) -> list[str]:
    return [plain_text(block) for block in document.sections[section].blocks("text")]


def test_words_written_and_struck_out_are_proposals_by_their_author() -> None:
    block = p("Der Kreis hilft oft.", id="b")
    said = manuscript(
        files.p("Der Kreis hilft ", gone("oft"), ins("immer", by="Leitung Sozialamt"), "."), Piece(block, source=(0,))
    )
    document = imported(doc(chapter("Ziele", block, id="s")), said)
    struck, written = document.proposals
    assert (struck.before, struck.variants[0].text, struck.section) == ("oft", "", "s")
    assert (written.before, written.variants[0].text, written.section) == ("", "immer", "s")
    assert [source.author for source in (*struck.sources, *written.sources)] == ["Ada", "Leitung Sozialamt"]
    assert {source.copy for source in struck.sources} == {document.returned[0].id}
    assert texts(accepted(document)) == ["Der Kreis hilft immer."]


def test_paragraphs_written_struck_out_moved_and_parted_can_be_taken_over() -> None:
    blocks = [
        p(text, id=id)
        for text, id in (("Eins.", "a"), ("Zwei.", "b"), ("Drei ist lang genug.", "c"), ("Vier. Fünf.", "d"))
    ]
    body = "".join(
        [
            files.p("Ziele"),
            files.p(moved_to("Drei ist lang genug."), properties=mark("moveTo")),
            files.p("Eins."),
            files.p(ins("Neu."), properties=mark("ins")),
            files.p(gone("Zwei."), properties=mark("del")),
            files.p(moved_from("Drei ist lang genug."), properties=mark("moveFrom")),
            files.p("Vier.", properties=mark("ins")),
            files.p(" Fünf."),
        ]
    )
    sources = ((2,), (4,), (5,), (6, 7))
    pieces = (Piece(block, source=at) for block, at in zip(blocks, sources, strict=True))
    said = manuscript(body, Piece(p("Ziele", id="h"), source=(0,)), *pieces)
    document = imported(doc(chapter("Ziele", *blocks, id="s")), said, title0="s")
    assert {kept.kind for kept in document.proposals} == {Kind.INSERT, Kind.DELETE, Kind.MOVE, Kind.SPLIT}
    assert texts(accepted(document)) == ["Drei ist lang genug.", "Eins.", "Neu.", "Vier.", " Fünf."]


def test_a_change_in_a_heading_is_one_of_the_title_without_the_number_that_was_typed() -> None:
    said = manuscript(files.p("5.2 Sprache", ins(" und Bildung")), Piece(p("5.2 Sprache", id="h"), source=(0,)))
    document = imported(doc(chapter("Sprache", id="s")), said, title0="s")
    (kept,) = document.proposals
    assert (kept.grounds[0].id, kept.grounds[0].text, kept.grounds[0].start) == ("s", "Sprache", 7)
    assert accepted(document).sections[0].title == "Sprache und Bildung"


def test_changes_in_cells_of_several_paragraphs_and_in_new_rows_are_those_of_the_cells() -> None:
    held = table(
        row(cell("Eins", br(), "Zwei", id="c1"), cell("Drei", id="c2")),
        row(cell("Vier", id="c3"), cell("Fünf", id="c4")),
        id="t",
    )
    body = tbl(
        tr(tc(files.p("Eins"), files.p("Zwei", ins(" Komma"))), tc(files.p(gone("Drei"), ins("3")))),
        tr(
            tc(files.p("Neu")),
            tc(files.p("Reihe")),
            properties='<w:ins w:id="3" w:author="Ada" w:date="2026-01-01T00:00:00Z"/>',
        ),
        tr(tc(files.p("Vier")), tc(files.p("Fünf"))),
    )
    said = manuscript(body, Piece(held, source=(0, 1, 2, 5, 6)))
    document = imported(doc(chapter("Ziele", held, id="s")), said)
    assert [plain(line) for line in lines_of(accepted(document).sections[0].blocks("text")[0])] == [
        "", "Eins\nZwei Komma", "3", "Neu", "Reihe", "Vier", "Fünf", "",
    ]  # fmt: skip


def test_a_change_in_a_note_is_one_of_the_note() -> None:
    block = p("Text", fn("Quelle.", id="n"), id="b")
    notes = f'<w:footnote w:id="2">{files.p("Quelle", ins(" 2015"), ".")}</w:footnote>'
    said = manuscript(
        files.p("Text", '<w:r><w:footnoteReference w:id="2"/></w:r>'), Piece(block, source=(0,)), footnotes=notes
    )
    (changed,) = accepted(imported(doc(chapter("Ziele", block, id="s")), said)).sections[0].blocks("text")
    assert isinstance(changed, Paragraph)
    assert [plain(each.content) for each in changed.inlines if isinstance(each, Footnote)] == ["Quelle 2015."]


def test_what_became_a_value_is_found_by_its_words_and_a_file_without_changes_brings_nothing() -> None:
    said = manuscript(files.p("Das Sozialamt ", ins("des Kreises")), Piece(p("Das Sozialamt ", id="x"), source=(0,)))
    document = imported(doc(chapter("Ziele", p("Vorab."), p("Das Sozialamt", id="v"), id="s")), said)
    assert document.proposals[0].grounds[0].id == "v"
    plain_file = manuscript(files.p("Ruhe."), Piece(p("Ruhe.", id="r"), source=(0,)))
    assert with_changes(doc(chapter("Ziele", id="s")), plain_file, {}, "0" * 64, NOW) == (None, ())


def test_what_was_changed_in_the_contents_is_told_and_proposes_nothing() -> None:
    line = Piece(p("Ziele 4", id="c"), where=Where.CONTENTS, source=(0,))
    said = manuscript(files.p("Ziele ", gone("4"), ins("5")), line)
    edit, told = with_changes(doc(chapter("Ziele", id="s")), said, {}, "0" * 64, NOW)
    assert edit is None
    assert [(each.kind, each.text, each.place) for each in told] == [
        ("contents_change", "5", "4"),
    ]


def test_a_new_paragraph_before_one_that_is_struck_out_is_new_and_whoever_wrote_it_did() -> None:
    blocks = [p("Ziele", id="h"), p("Dieser Absatz entfällt.", id="b"), p("Ende.", id="c")]
    body = "".join(
        [
            files.p("Ziele"),
            files.p(ins("Ganz neu."), properties=mark("ins")),
            files.p(gone("Dieser Absatz entfällt."), properties=mark("del")),
            files.p("Ende."),
        ]
    )
    said = manuscript(body, *(Piece(each, source=at) for each, at in zip(blocks, ((0,), (1, 2), (3,)), strict=True)))
    document = imported(doc(chapter("Ziele", *blocks[1:], id="s")), said, title0="s")
    assert all(source.tracked for kept in document.proposals for source in kept.sources)
    assert texts(accepted(document)) == ["Ganz neu.", "Ende."]
