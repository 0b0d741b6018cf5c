"""A returned copy held against what was given out: everything it changes, at its place, by whoever changed it."""

import pytest

from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.reading_back import Returned, read_back
from tests.reading.word.files import (
    bookmark,
    box,
    gone,
    ins,
    mark,
    moved_from,
    moved_to,
    p,
    part,
    read,
    relationship,
    tbl,
    tc,
    tr,
)
from tests.review.copies import BASE, block, compared, given_out, proposed, told

OUT = given_out()
NEW = "Neu geschrieben vom Amt."
HEAD = tr(tc(block("x", "Ort")), tc(block("y", "Zahl")))
TABLE_ROWS = (tr(tc(block("r", "Ratingen")), tc(block("s", "7"))),)
TABLE = (tbl(HEAD, *TABLE_ROWS),)


def proposals(*body: str, base: tuple[str, ...] = ()) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return told(proposed({"Amt": body}, base))


def test_a_copy_that_nobody_touched_proposes_nothing() -> None:
    found = compared(*OUT)
    assert (found.changes, found.structures, found.certainty) == ({}, (), 1.0)


@pytest.mark.parametrize(
    "written",
    [
        [block("b", BASE["b"], end=mark("ins")), p(ins(NEW))],
        [block("b", BASE["b"]), p(NEW)],
        [block("b", BASE["b"]), p(ins(NEW), properties=mark("ins"))],
    ],
)
def test_a_new_paragraph_is_one_whether_it_was_tracked_or_not(written: list[str]) -> None:
    assert proposals(OUT[0], *written, OUT[2]) == [("insert", "b", "", (NEW,))]


def test_a_new_paragraph_before_all_others_stands_at_the_beginning() -> None:
    (found,) = proposed({"Amt": (p(NEW), *OUT)})
    assert (found.kind, found.unit, found.block) == ("insert", -1, "")


def test_several_new_paragraphs_keep_their_order() -> None:
    body = (OUT[0], p("Zuerst das eine Wort."), p("Danach das andere."), *OUT[1:])
    assert [words for *_, words in proposals(*body)] == [("Zuerst das eine Wort.",), ("Danach das andere.",)]


@pytest.mark.parametrize("struck", [[block("b", gone(BASE["b"]), end=mark("del"))], []])
def test_a_paragraph_that_is_struck_out_or_gone_is_to_be_deleted(struck: list[str]) -> None:
    assert proposals(OUT[0], *struck, OUT[2]) == [("delete", "b", BASE["b"], ("",))]


def test_what_was_taken_back_within_what_is_struck_out_is_told_too() -> None:
    struck = block("b", gone("Alle zwei Jahre "), ins(gone("stets ")), gone(BASE["b"][16:]), end=mark("del"))
    assert proposals(OUT[0], struck, OUT[2]) == [
        ("withdrawn", "b", "", ("stets ",)),
        ("delete", "b", BASE["b"], ("",)),
    ]
    fresh = p(ins("Neu "), ins(gone("und fremd ")), ins("geschrieben."), properties=mark("ins"))
    found = sorted((kind, words) for kind, _, _, words in proposals(OUT[0], fresh, *OUT[1:]))
    assert found == [("insert", ("Neu geschrieben.",)), ("withdrawn", ("und fremd ",))]


@pytest.mark.parametrize(
    ("first", "second", "parted"),
    [
        (block("b", "Alle zwei Jahre", end=mark("ins")), p(" wird das Konzept fortgeschrieben."), PARAGRAPH_END),
        (block("b", "Alle zwei Jahre"), p("wird das Konzept fortgeschrieben."), PARAGRAPH_END),
    ],
)
def test_a_paragraph_that_is_parted_is_one_block_still(first: str, second: str, parted: str) -> None:
    ((kind, of, _, words),) = proposals(OUT[0], first, second, OUT[2])
    assert (kind, of, words) == ("split", "b", (parted,))


def test_a_part_that_was_rewritten_too_is_known_by_the_mark_that_is_still_open() -> None:
    start = '<w:bookmarkStart w:id="5" w:name="_ik_b"/>'
    end = '<w:bookmarkEnd w:id="5"/>'
    parts = (p(start, "Alle zwei Jahre ganz neu."), p("Vollkommen anders ging es weiter.", end))
    kinds = {kind for kind, *_ in proposals(OUT[0], *parts, OUT[2])}
    assert "delete" not in kinds
    assert "insert" not in kinds


def test_paragraphs_that_were_joined_are_told_with_what_was_written_besides() -> None:
    both = p(
        bookmark("_ik_b", BASE["b"] + " ", id=3), bookmark("_ik_c", BASE["c"].replace("Städte", "Gemeinden"), id=4)
    )
    assert proposals(OUT[0], both) == [
        ("join", "b", BASE["b"], (" ",)),
        ("text", "c", "Städte", ("Gemeinden",)),
    ]
    tracked = block("b", BASE["b"], end=mark("del"))
    assert proposals(OUT[0], tracked, OUT[2]) == [("join", "b", BASE["b"], ("",))]


def test_a_paragraph_that_was_moved_is_not_new_and_not_gone() -> None:
    assert proposals(OUT[2], *OUT[:2]) == [("move", "c", BASE["c"], ("",))]
    (found,) = proposed({"Amt": (OUT[1], OUT[2], OUT[0])})
    assert (found.kind, found.block, found.target) == ("move", "a", 2)


def test_a_move_that_was_tracked_is_a_move() -> None:
    away = block("a", moved_from(BASE["a"]), end=mark("moveFrom"))
    here = p(moved_to(BASE["a"]), properties=mark("moveTo"))
    (found,) = proposed({"Amt": (away, OUT[1], here, OUT[2])})
    assert (found.kind, found.block, found.target) == ("move", "a", 1)
    assert found.sources[0].author == "Ada"


def test_a_move_whose_mark_went_along_is_a_move_with_what_was_edited_on_the_way() -> None:
    away = p(bookmark("_ik_c", gone(BASE["c"]), id=4), properties=mark("del"))
    here = p(bookmark("_ik_c", ins(BASE["c"].replace("Städte", "Gemeinden")), id=5), properties=mark("ins"))
    found = proposed({"Amt": (here, *OUT[:2], away)})
    assert told(found) == [
        ("move", "c", BASE["c"], ("",)),
        ("text", "c", "Städte", ("Gemeinden",)),
    ]
    assert found[0].sources[0].author == "Ada"


def test_a_copied_paragraph_is_new_and_says_whose_copy_it_is() -> None:
    (found,) = proposed({"Amt": (*OUT, p(bookmark("_ik_a_Copy_1", BASE["a"])))})
    assert (found.kind, found.block, found.copied) == ("insert", "c", "a")


def test_cells_are_blocks_and_rows_come_and_go_as_a_whole() -> None:
    inserted, deleted = (f'<w:{kind} w:id="9" w:author="Ada"/>' for kind in ("ins", "del"))
    fresh = tr(tc(p("Hilden")), tc(p("8")), properties=inserted)
    row = tr(tc(block("r", "Ratingen")), tc(block("s", "7")), properties=deleted)
    expected = [("row_insert", "y", "", ("Hilden\t8",)), ("row_delete", "r", "Ratingen\t7", ("",))]
    assert proposals(tbl(HEAD, fresh, row), base=TABLE) == expected
    untracked = tbl(HEAD, tr(tc(p("Hilden")), tc(p("8"))))
    assert proposals(untracked, base=TABLE) == expected
    edited = tbl(HEAD, tr(tc(block("r", "Ratingen")), tc(block("s", gone("7"), ins("9")))))
    assert proposals(edited, base=TABLE) == [("text", "s", "7", ("9",))]


def struck_row(*cells: str, act: str = "del") -> str:
    return tr(*cells, properties=f'<w:{act} w:id="9" w:author="Ada"/>')


def test_of_a_row_that_is_struck_out_the_words_of_its_cells_are_not_told_again() -> None:
    row = struck_row(
        tc(block("r", gone("Ratingen"), end=mark("del"))), tc(block("s", gone("7"), ins("9"), end=mark("del")))
    )
    assert proposals(tbl(HEAD, row), base=TABLE) == [
        ("row_delete", "r", "Ratingen\t7", ("",)),
        ("withdrawn", "s", "", ("9",)),
    ]


def test_a_row_that_was_put_in_and_struck_out_again_is_wanted_by_nobody_and_not_lost() -> None:
    acts = '<w:ins w:id="8" w:author="Ada"/><w:del w:id="9" w:author="Ben"/>'
    again = tr(tc(p("Hilden")), tc(p("8")), properties=acts)
    found = proposals(tbl(HEAD, again, tr(tc(block("r", "Ratingen")), tc(block("s", "7")))), base=TABLE)
    assert sorted((kind, words) for kind, _, _, words in found) == [("withdrawn", ("8",)), ("withdrawn", ("Hilden",))]
    untracked = struck_row(tc(p("Hilden")), tc(p("8")))
    found = proposals(tbl(HEAD, untracked, tr(tc(block("r", "Ratingen")), tc(block("s", "7")))), base=TABLE)
    assert sorted((kind, words) for kind, _, _, words in found) == [("withdrawn", ("8",)), ("withdrawn", ("Hilden",))]


def test_what_a_program_needs_to_track_a_new_row_is_no_word() -> None:
    fresh = struck_row(tc(p("Hilden\u200d")), tc(p("8")), act="ins")
    assert proposals(tbl(HEAD, fresh, *TABLE_ROWS), base=TABLE) == [("row_insert", "y", "", ("Hilden\t8",))]


def test_a_row_in_the_place_of_another_is_not_that_one_with_a_number_alike() -> None:
    old = tr(*(tc(block(id, text)) for id, text in zip("rst", ("Ratingen", "39,1", "6.700"), strict=True)))
    new = tr(tc(p("Hilden")), tc(p("0,1")), tc(p("6.700")))
    assert proposals(tbl(HEAD, new), base=(tbl(HEAD, old),)) == [
        ("row_insert", "y", "", ("Hilden\t0,1\t6.700",)),
        ("row_delete", "r", "Ratingen\t39,1\t6.700", ("",)),
    ]
    reworded = tr(tc(p("Ratingen")), tc(p("39,2")), tc(p("6.700")))
    assert proposals(tbl(HEAD, reworded), base=(tbl(HEAD, old),)) == [("text", "s", "39,1", ("39,2",))]


def test_of_a_row_without_marks_one_cell_of_two_tells_which_it_is() -> None:
    retyped = tr(tc(p("Ratingen am Rhein")), tc(p("7")))
    assert proposals(tbl(HEAD, retyped), base=TABLE) == [("text", "r", "", (" am Rhein",))]
    other = tr(tc(p("Sieben Städte")), tc(p("7")))
    assert proposals(tbl(HEAD, other), base=TABLE) == [("text", "r", "Ratingen", ("Sieben Städte",))]


@pytest.mark.parametrize(
    "here",
    [
        p(ins(BASE["c"]), properties=mark("ins")),
        p(bookmark("_ik_c_Copy_1", ins(BASE["c"]), id=5), properties=mark("ins")),
    ],
)
def test_what_is_struck_out_in_one_place_and_written_in_another_is_moved(here: str) -> None:
    away = block("c", gone(BASE["c"]), end=mark("del"))
    (found,) = proposed({"Amt": (here, *OUT[:2], away)})
    assert told((found,)) == [("move", "c", BASE["c"], ("",))]
    assert (found.target, found.sources[0].author) == (-1, "Ada")


def test_a_copy_of_what_is_struck_out_may_have_been_edited_where_it_stands() -> None:
    away = block("c", gone(BASE["c"]), end=mark("del"))
    here = p(bookmark("_ik_c_Copy_1", ins(BASE["c"].replace("Städte", "Gemeinden")), id=5), properties=mark("ins"))
    assert [(kind, words) for kind, _, _, words in proposals(here, *OUT[:2], away)] == [
        ("move", ("",)),
        ("text", ("Gemeinden",)),
    ]


def test_few_letters_struck_out_here_and_written_there_are_not_the_same_ones() -> None:
    base = (*OUT, block("d", "Ende"))
    away = block("d", gone("Ende"), end=mark("del"))
    found = proposals(p(ins("Ende"), properties=mark("ins")), *OUT, away, base=base)
    assert [kind for kind, *_ in found] == ["insert", "delete"]


def test_a_file_without_our_marks_is_told_by_what_it_says_and_how_sure_that_is() -> None:
    retyped = [p(BASE["a"]), p(BASE["b"].replace("zwei", "drei")), p(NEW), p(BASE["c"])]
    assert proposals(*retyped) == [("text", "b", "zwei", ("drei",)), ("insert", "b", "", (NEW,))]
    assert 0.9 < compared(*retyped).certainty < 1.0
    assert compared(p("Etwas ganz anderes."), p("Ein fremder Brief.")).certainty < 0.1


def test_a_watermark_that_another_program_makes_text_of_is_no_change() -> None:
    shape = '<v:shape id="w" alt="Wasserzeichen ENTWURF"><v:textpath string="ENTWURF"/></v:shape>'
    head = p("Integrationskonzept", f"<w:r><w:pict>{shape}</w:pict></w:r>")
    base = read(*OUT, header=head)
    copy = read(*OUT, header=head + p(box(p("ENTWURF"))))
    assert read_back(base, {"x": Returned(copy)}).proposals == ()
    other = read(*OUT, header=head + p(box(p("STRENG GEHEIM"))))
    assert [each.kind for each in read_back(base, {"x": Returned(other)}).proposals] == ["insert"]


def test_words_of_building_blocks_are_listed_as_not_taken_over() -> None:
    parts = "<w:docParts><w:docPart><w:docPartBody>" + p("Baustein") + p() + "</w:docPartBody></w:docPart></w:docParts>"
    glossary = {"word/glossary/document.xml": part("glossaryDocument", parts)}
    links = relationship("rIdG", "glossaryDocument", "glossary/document.xml")
    found = read_back(read(*OUT), {"x": Returned(read(*OUT, links=links, more=glossary))})
    assert found.proposals == ()
    assert [(name, each.kind, each.text) for name, each in found.not_taken] == [("x", "glossary", "Baustein")]


def test_numbers_of_pages_that_another_program_counted_anew_are_no_change() -> None:
    def page(number: str) -> str:
        field = ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText>PAGEREF x</w:instrText>")
        runs = "".join(f"<w:r>{part}</w:r>" for part in (*field, '<w:fldChar w:fldCharType="separate"/>'))
        return f'{runs}<w:r><w:t>{number}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    base = (block("a", "siehe Seite ", page("12"), " unten"),)
    assert proposals(block("a", "siehe Seite ", page("9"), " unten"), base=base) == []
    assert proposals(block("a", "siehe Seite ", page("9"), " oben"), base=base) == [("text", "a", "unten", ("oben",))]
