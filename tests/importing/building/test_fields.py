"""Subheadings become fields, what follows them their values; what does not fit stays text."""

from datetime import date

from ikonzept_desktop.importing.building import built
from ikonzept_desktop.importing.manuscript import Pointer, Told
from ikonzept_desktop.importing.plan import Becomes, Entry
from ikonzept_desktop.model.blocks import lines_of
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Choice, Day, Line, Links, RichText, YesNo, value_of
from ikonzept_desktop.model.inline import Text
from tests.builders import bold, br, chapter, doc, field, fn, fresh_id, li, ol, p, record, records, ref, table
from tests.builders import field_of_action as action
from tests.builders import row as table_row
from tests.importing.building.papers import (
    Said,
    after,
    applied,
    h,
    label,
    like,
    named,
    paper,
    piece,
    plan,
    rows,
    section,
    texts,
)


def field_of_action(*said: Said, field: str, typed: str = "", before: Document | None = None) -> Section:
    """Give the field of action `Sprache` that a label and what follows have come into."""
    manuscript = paper(h("Sprache"), *said)
    wanted = plan(section(0, "Sprache", kind="field_of_action"), label(1, field, typed))
    return named(after(before or doc(), manuscript, wanted), "Sprache")


def test_what_follows_a_label_is_the_fields_text() -> None:
    came = field_of_action(h("Ausgangslage", 1), "Viele lernen Deutsch.", li("Kurse"), field="situation")
    assert texts(came, "situation") == ["Viele lernen Deutsch.", "Kurse"]


def test_a_label_in_the_line_of_its_value_is_cut_off_and_told() -> None:
    manuscript = paper(h("Sprache"), p(bold("Leitziel:"), " Alle sprechen ", bold("Deutsch"), "."))
    wanted = plan(section(0, "Sprache", kind="field_of_action"), label(1, "situation", "Leitziel: "))
    made = built(doc(), manuscript, wanted, ids=fresh_id)
    (block,) = named(applied(doc(), made), "Sprache").blocks("situation")
    assert block.inlines == (Text("Alle sprechen "), bold("Deutsch"), Text("."))  # type: ignore[union-attr]
    assert Told("field_label", "Leitziel:", "Sprache", "Ausgangslage") in made.told


def test_a_label_the_kind_does_not_know_stays_a_bold_line_of_the_text() -> None:
    manuscript = paper(h("Ziele"), h("Wirkung", 1), "Gut.")
    came = named(after(doc(), manuscript, plan(section(0, "Ziele"), label(1, "effect"))), "Ziele")
    assert texts(came) == ["Wirkung", "Gut."]
    assert came.blocks("text")[0].inlines == (bold("Wirkung"),)  # type: ignore[union-attr]


def test_a_field_that_is_filled_twice_holds_both() -> None:
    manuscript = paper(h("Sprache"), "Ist-Stand", "Eins.", "Situation", "Zwei.")
    wanted = plan(section(0, "Sprache", kind="field_of_action"), label(1, "situation"), label(3, "situation"))
    assert texts(named(after(doc(), manuscript, wanted), "Sprache"), "situation") == ["Eins.", "Zwei."]


def test_one_line_is_a_line_and_several_stay_text_below_their_label() -> None:
    assert field_of_action("Leitziel", "Alle sprechen Deutsch.", field="goal").value("goal") == Line(
        "Alle sprechen Deutsch."
    )
    several = field_of_action("Leitziel", "Alle.", "Sprechen.", field="goal")
    assert several.value("goal") is None
    assert texts(several, "situation") == ["Leitziel", "Alle.", "Sprechen."]


def test_a_line_with_a_note_stays_text_with_it() -> None:
    came = field_of_action("Leitziel", p("Alle.", fn("Beschluss 2006")), field="goal")
    assert came.value("goal") is None
    assert texts(came, "situation") == ["Leitziel", "Alle."]


def test_a_choice_a_day_and_an_answer_are_read() -> None:
    assert field_of_action("Priorität", "Hoch", field="priority").value("priority") == Choice("high")
    assert field_of_action("Stand", "28. Februar 2015", field="as_of").value("as_of") == Day(date(2015, 2, 28))
    assert field_of_action("Stand", "Frühjahr 2015", field="as_of").value("as_of") == Day(None, "Frühjahr 2015")
    assert field_of_action("Beschlossen", "ja", field="decided").value("decided") == YesNo(True)


def test_an_answer_that_is_none_stays_text() -> None:
    came = field_of_action("Beschlossen", "vielleicht", field="decided")
    assert came.value("decided") is None
    assert texts(came, "situation") == ["Beschlossen", "vielleicht"]


def test_links_are_found_by_the_titles_of_what_came_and_what_was_there() -> None:
    before = doc(chapter("Vernetzung", id="netz"))
    manuscript = paper(h("Sprache"), "Querschnittsbezug", "Vernetzung; 3.1 Wohnen, Bauen", h("Wohnen, Bauen"))
    wanted = plan(section(0, "Sprache", kind="field_of_action"), label(1, "related"), section(3, "Wohnen, Bauen"))
    came = after(before, manuscript, wanted)
    assert named(came, "Sprache").value("related") == Links(("netz", named(came, "Wohnen, Bauen").id))


def test_links_that_lead_nowhere_stay_text() -> None:
    came = field_of_action("Querschnittsbezug", "Vernetzung", field="related")
    assert came.value("related") is None
    assert texts(came, "situation") == ["Querschnittsbezug", "Vernetzung"]


def test_items_become_records_without_the_numbers_we_compute() -> None:
    came = field_of_action("Teilziele", ol("Kurse anbieten"), ol("Lehrkräfte gewinnen"), field="goals")
    assert [one.fields[0].value for one in came.records("goals")] == [
        Line("Kurse anbieten"),
        Line("Lehrkräfte gewinnen"),
    ]


def test_bold_lines_begin_records_and_what_follows_is_their_text() -> None:
    came = field_of_action(
        "Maßnahmen",
        "Dies ist geplant:",
        piece("S 1 Sprachmittlerpool", is_bold=True),
        "Wird aufgebaut.",
        li("mit Schulung"),
        piece("Elterncafé", is_bold=True),
        field="measures",
    )
    first, second = came.records("measures")
    assert [field.value for field in first.fields if field.key == "title"] == [Line("Sprachmittlerpool")]
    assert [field.key for field in first.fields] == ["description", "title"]
    assert second.fields[0].value == Line("Elterncafé")
    assert texts(came, "situation") == ["Maßnahmen", "Dies ist geplant:"]


def test_a_paragraph_beside_a_table_of_records_is_none_but_an_item_is() -> None:
    grid = table(table_row("Maßnahme"), table_row("Elterncafé"))
    manuscript = paper(h("Sprache"), "Maßnahmen", "Dies ist geplant:", grid, "Dazu kommen:", li("Sprachpaten"))
    wanted = (label(1, "measures"), rows(3, "measures", "title"), Entry(4, Becomes.TEXT))
    came = named(after(doc(), manuscript, plan(section(0, "Sprache", kind="field_of_action"), *wanted)), "Sprache")
    assert [one.fields[0].value for one in came.records("measures")] == [Line("Elterncafé"), Line("Sprachpaten")]
    assert texts(came, "situation") == ["Maßnahmen", "Dies ist geplant:", "Maßnahmen", "Dazu kommen:"]


def test_a_table_without_a_plan_of_its_own_stays_a_table() -> None:
    came = field_of_action("Leitziel", table(table_row("a", "b")), field="goal")
    assert texts(came, "situation") == ["Leitziel", ""]


def test_text_goes_on_where_it_was_after_something_for_the_inbox() -> None:
    manuscript = paper(h("Sprache"), "Ausgangslage", "Eins.", "Fremd.", "Zwei.")
    wanted = plan(
        section(0, "Sprache", kind="field_of_action"),
        label(1, "situation"),
        Entry(3, Becomes.INBOX),
        Entry(4, Becomes.TEXT),
    )
    came = after(doc(), manuscript, wanted)
    assert texts(named(came, "Sprache"), "situation") == ["Eins.", "Zwei."]


def test_several_lines_of_a_cell_or_paragraph_are_parted_by_commas_in_a_line() -> None:
    came = field_of_action("Leitziel", p("Jugendamt", br(), "Schulamt"), field="goal")
    assert came.value("goal") == Line("Jugendamt, Schulamt")


def test_links_are_read_from_references_and_titles_of_one_line() -> None:
    manuscript = paper(
        like(h("Netz"), bookmarks=("n",)),
        h("Sprache"),
        p(bold("Querschnittsbezug: "), ref("#0"), " Netz"),
        pointers=(Pointer("n", "5.1"),),
    )
    wanted = plan(
        section(0, "Netz"), section(1, "Sprache", kind="field_of_action"), label(2, "related", "Querschnittsbezug:  ")
    )
    came = after(doc(), manuscript, wanted)
    assert named(came, "Sprache").value("related") == Links((named(came, "Netz").id,))


def test_protected_blanks_stay_in_a_line() -> None:
    came = field_of_action("Leitziel", "Zu 30\u00a0Prozent  erreicht", field="goal")
    assert came.value("goal") == Line("Zu 30\u00a0Prozent erreicht")


def test_a_bold_beginning_is_a_records_title_and_the_rest_its_text() -> None:
    came = field_of_action(
        "Maßnahmen", p(bold("Sprachmittlerpool:"), " Wird aufgebaut."), "Mit Schulung.", field="measures"
    )
    (record,) = came.records("measures")
    assert record.fields[1].value == Line("Sprachmittlerpool")
    text = record.fields[0].value
    assert isinstance(text, RichText)
    assert [lines_of(block) for block in text.blocks] == [((Text("Wird aufgebaut."),),), ((Text("Mit Schulung."),),)]


def test_fields_of_a_part_are_those_of_the_section_it_comes_into() -> None:
    before = doc(action("Sprache", field("situation", p("Eigenes.")), records("goals", record(title="Alt")), id="s"))
    manuscript = paper("Ausgangslage", "Neues.", "Teilziele", li("Kurse"))
    sprache = named(after(before, manuscript, plan(label(0, "situation"), label(2, "goals")), into="s"), "Sprache")
    assert texts(sprache, "situation") == ["Eigenes.", "Neues."]
    assert [value_of(each.fields, "title") for each in sprache.records("goals")] == [Line("Alt"), Line("Kurse")]


def test_a_colon_behind_a_records_title_is_no_part_of_its_text() -> None:
    came = field_of_action("Maßnahmen", p(bold("Elterncafé"), ": Beginnt im Mai."), field="measures")
    text = came.records("measures")[0].fields[0].value
    assert isinstance(text, RichText)
    assert [lines_of(block) for block in text.blocks] == [((Text("Beginnt im Mai."),),)]
