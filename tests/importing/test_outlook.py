"""What a plan comes to: numbers as they will be printed, and the text of each entry as it will stand."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.importing import outlook as outlooks
from ikonzept_desktop.importing.manuscript import Manuscript, Piece, Pointer
from ikonzept_desktop.importing.outlook import outlook, section_id
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan
from ikonzept_desktop.importing.shown_entry import lines_of_entry, piece_of, rows_of
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.inline import CrossReference, Text
from ikonzept_desktop.review.shown_lines import Sort
from ikonzept_desktop.review.shown_spans import Fate
from tests.builders import TEMPLATE, cell, chapter, doc, figure, fn, li, p, ref, row, table
from tests.importing.manuscripts import field, goes_on, inbox, manuscript, plan, records, section

EMPTY = doc()
MEASURES = table(row("Titel", "Wer"), row("Kurse", "Amt"), row("Paten", ""), id="massnahmen")


def said(document: Document, written: Manuscript, shown: Plan, at: int) -> list[tuple[Sort, str]]:
    lines = lines_of_entry(outlook(document, written, shown), written, shown, at)
    return [
        (line.line.sort, line.line.mark + "|" + "".join(getattr(span.inline, "text", "*") for span in line.spans))
        for line in lines
    ]


def test_sections_get_the_numbers_they_will_have_at_the_end_of_the_concept() -> None:
    written = manuscript(*(p(f"Absatz {at}") for at in range(4)))
    known = outlook(doc(chapter("Da")), written, plan(section(0), section(1, 1), section(2, 1), section(3)))
    assert [known.labels.number(section_id(at)) for at in range(4)] == ["2", "2.1", "2.2", "3"]


def test_a_plan_without_a_section_comes_to_none() -> None:
    assert outlook(EMPTY, manuscript(p("A")), plan(inbox(0))).document.sections == ()


def test_below_a_section_they_go_on_from_its_number() -> None:
    known = outlook(doc(chapter("Da", id="da")), manuscript(p("A")), plan(section(0)), "da")
    assert known.labels.number(section_id(0)) == "1.1"


def test_a_section_shows_its_title_its_text_and_its_fields() -> None:
    written = manuscript(p("1 Sprache"), p("Text."), p("Ausgangslage"), p("Lage."))
    shown = plan(section(0, title="Sprache", kind="field_of_action", typed="1 "), field(2, "situation"))
    assert said(EMPTY, written, shown, 0) == [
        (Sort.TITLE, "1|1 Sprache"),
        (Sort.TEXT, "|Text."),
        (Sort.LABEL, "Ausgangslage|"),
        (Sort.TEXT, "|Lage."),
    ]


def test_a_typed_number_that_goes_is_struck_through() -> None:
    written = manuscript(p("1 Ziele"))
    shown = plan(section(0, title="Ziele", typed="1 "))
    (title,) = lines_of_entry(outlook(EMPTY, written, shown), written, shown, 0)
    assert [(span.inline, span.fate) for span in title.spans] == [
        (Text("1 "), Fate.GONE),
        (Text("Ziele"), Fate.SAME),
    ]


def test_of_a_label_within_its_paragraph_only_the_value_stays() -> None:
    written = manuscript(p("Sprache"), p("Leitziel: Alle verstehen sich."))
    labelled = Entry(1, Becomes.FIELD, field="situation", typed="Leitziel: ")
    shown = plan(section(0, kind="field_of_action"), labelled)
    assert said(EMPTY, written, shown, 1) == [(Sort.LABEL, "Ausgangslage|"), (Sort.TEXT, "|Alle verstehen sich.")]


def test_the_first_words_of_a_section_without_a_heading_are_its_text() -> None:
    written = manuscript(p("Ein Absatz."))
    shown = plan(Entry(0, Becomes.SECTION, kind="chapter", title="Vorab", begins_text=True))
    assert said(EMPTY, written, shown, 0) == [(Sort.TITLE, "1|Vorab"), (Sort.TEXT, "|Ein Absatz.")]


def test_a_table_is_shown_as_the_records_it_becomes() -> None:
    written = manuscript(p("Sprache"), MEASURES)
    shown = plan(section(0, kind="field_of_action"), records(1, "measures", "title", ""))
    assert said(EMPTY, written, shown, 1) == [
        (Sort.LABEL, "Maßnahmen|"),
        (Sort.RECORD, "Maßnahme 1|"),
        (Sort.VALUE, "Titel|Kurse"),
        (Sort.VALUE, "Wer|Amt"),
        (Sort.RECORD, "Maßnahme 2|"),
        (Sort.VALUE, "Titel|Paten"),
    ]


def test_a_table_that_is_one_record_has_a_value_in_each_row() -> None:
    boxed = table(row("Titel", "Kurse"), row("Wer", "Amt"), headers=(0, 1))
    assert [[head for head, _ in record] for record in rows_of(boxed, by_rows=True)] == [["Titel", "Wer"]]


def test_a_first_row_that_nothing_marks_is_a_record_unless_the_plan_says_it_heads() -> None:
    loose = table(row("Titel", "Wer"), row("Kurse", "Amt"), headers=(0, 0))
    assert [len(rows_of(loose)), len(rows_of(loose, has_heads=True))] == [2, 1]
    assert outlooks.has_heads(loose, [("title", "Titel")])
    assert not outlooks.has_heads(loose, [("title", "Name")])
    assert not outlooks.has_heads(table(row("Titel"), row("Kurse"), headers=(1, 0)), [("title", "Titel")])


def test_references_lead_to_sections_and_tables_and_are_words_where_they_lead_nowhere() -> None:
    written = manuscript(
        Piece(p("Ziele"), bookmarks=("_Ref1",)),
        p(ref("#0"), ref("#1"), fn(ref("#2"))),
        Piece(MEASURES, bookmarks=("_Ref2",)),
        pointers=(Pointer("_Ref1", "1"), Pointer("gone", "Seite 7"), Pointer("_Ref2", "Tabelle 1")),
    )
    first = outlook(EMPTY, written, plan(section(0))).texts[0][0]
    led = getattr(first, "inlines")  # noqa: B009  # a paragraph
    assert led[0] == CrossReference("entry0")
    assert led[1] == Text("Seite 7")
    assert led[2].content == (CrossReference("massnahmen"),)


def test_text_that_goes_on_behind_a_table_belongs_to_the_section() -> None:
    written = manuscript(p("Sprache"), p("Vorher."), MEASURES, p("Nachher."))
    shown = plan(section(0, kind="chapter"), records(2, "measures", "title"), goes_on(3))
    assert (Sort.TEXT, "|Nachher.") in said(EMPTY, written, shown, 0)


def test_a_new_section_is_of_the_kind_of_the_one_it_was_in() -> None:
    shown = plan(section(0, kind="annex"), section(1, kind="foreword"), section(2, kind="cover"))
    assert [outlooks.kind_for_new(TEMPLATE, shown, at) for at in range(3)] == ["annex", "foreword", "chapter"]


def test_columns_are_guessed_by_their_heads_and_each_only_once() -> None:
    keys = [("title", "Titel"), ("lead", "Federführung")]
    heads = table(row("Federführung:", cell("TITEL", across=2), "Titel"), row("a", "b", "c", "d"))
    assert outlooks.guessed_columns(heads, keys) == ("lead", "title", "", "")
    assert outlooks.guessed_columns(table(row("x", "y"), row("a", "b")), keys) == ("title", "")


def test_a_lines_name_says_which_piece_it_is_made_of() -> None:
    assert piece_of("12:3.1") == 12
    assert piece_of("") is None


BLOCKS = (
    p("Ein Absatz."),
    li("Ein Punkt."),
    table(row(cell("Titel", across=2)), row("a", cell("b", down=2)), row("c")),
    table(row("Nur ein Kopf", "und noch einer")),
    figure("Ein Bild"),
    p(""),
    p(ref("#7"), fn("Eine Note")),
)
KEYS = ("", "situation", "goal", "measures", "goals", "nirgends")


@given(st.data())
def test_whatever_a_plan_says_it_can_be_shown(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.integers(0, len(BLOCKS) - 1), min_size=1, max_size=12))
    written = manuscript(*(replace(BLOCKS[at], id=f"block{place}") for place, at in enumerate(chosen)))
    begins = data.draw(st.lists(st.integers(0, len(chosen) - 1), unique=True, min_size=1))
    entries = [
        Entry(
            piece,
            data.draw(st.sampled_from(Becomes)),
            data.draw(st.integers(0, 3)),
            data.draw(st.sampled_from(("", "chapter", "field_of_action", "annex", "nirgends"))),
            data.draw(st.sampled_from(("", "Titel"))),
            data.draw(st.sampled_from(("", "Ein "))),
            data.draw(st.sampled_from(KEYS)),
            data.draw(st.sampled_from(((), ("title",), ("title", "", "lead", "")))),
            by_rows=data.draw(st.booleans()),
            begins_text=data.draw(st.booleans()),
        )
        for piece in begins
    ]
    shown = Plan(tuple(entries))
    known = outlook(EMPTY, written, shown)
    for at in range(len(entries)):
        for each in lines_of_entry(known, written, shown, at):
            assert piece_of(each.name) is None or piece_of(each.name) in range(len(chosen))
