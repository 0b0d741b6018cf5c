"""Tables become records: a row each, or a table each."""

from dataclasses import replace
from datetime import date

from ikonzept_desktop.importing.building import built
from ikonzept_desktop.importing.plan import Entry
from ikonzept_desktop.model.blocks import Paragraph, Table
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Choice, Day, FieldValue, Line, Links, Record, RichText, value_of
from ikonzept_desktop.model.inline import Text
from tests.builders import br, cell, doc, fn, fresh_id, p, row, table
from tests.importing.building.papers import applied, h, label, named, paper, plan, rows, section, texts
from tests.importing.recognition.pages import our_template


def made_of(table: Table, entry: Entry) -> tuple[Document, Section]:
    """Give the concept, and the field of action, into which a table has come."""
    manuscript = paper(h("Sprache"), table)
    made = built(doc(), manuscript, plan(section(0, "Sprache", kind="field_of_action"), entry), ids=fresh_id)
    came = applied(doc(), made)
    return came, named(came, "Sprache")


def values(record: Record) -> dict[str, FieldValue]:
    """Give the values of a record, texts as their words."""
    return {field.key: field.value for field in record.fields}


def words(record: Record, key: str = "description") -> list[str]:
    """Give the paragraphs of a record's text."""
    value = value_of(record.fields, key)
    blocks = value.blocks if isinstance(value, RichText) else ()
    return ["".join(i.text for i in b.inlines if isinstance(i, Text)) for b in blocks if isinstance(b, Paragraph)]


def test_a_row_is_a_record_and_a_column_a_field() -> None:
    came = table(
        row("Nr.", "Maßnahme", "Wer", "Bis wann", "Priorität"),
        row("1", "Sprachmittler", cell("Jugendamt", br(), "Schulamt"), "1.3.2016", "hoch"),
        row("2", "Elterncafé", "Kitas", "2017", "niedrig"),
    )
    _, sprache = made_of(came, rows(1, "measures", "", "title", "lead", "due", "priority"))
    assert [values(record) for record in sprache.records("measures")] == [
        {
            "title": Line("Sprachmittler"),
            "lead": Line("Jugendamt, Schulamt"),
            "due": Day(date(2016, 3, 1)),
            "priority": Choice("high"),
        },
        {"title": Line("Elterncafé"), "lead": Line("Kitas"), "due": Day(None, "2017"), "priority": Choice("low")},
    ]


def test_a_first_row_that_nothing_marks_heads_the_table_where_the_plan_says_so() -> None:
    came = table(row("Was?", "Wer?"), row("Elterncafé", "Kitas"), headers=(0, 0))
    entry = rows(1, "measures", "title", "lead")
    _, sprache = made_of(came, replace(entry, has_heads=True))
    assert [values(record) for record in sprache.records("measures")] == [
        {"title": Line("Elterncafé"), "lead": Line("Kitas")}
    ]
    _, sprache = made_of(came, entry)
    assert len(sprache.records("measures")) == 2


def test_words_without_a_column_go_to_the_records_text_below_their_head() -> None:
    came = table(row("Maßnahme", "Kosten"), row("Sprachmittler", "500 Euro"))
    _, sprache = made_of(came, rows(1, "measures", "title", ""))
    assert words(sprache.records("measures")[0]) == ["Kosten", "500 Euro"]


def test_a_choice_that_is_none_and_notes_go_to_the_records_text() -> None:
    came = table(row("Maßnahme", "Priorität"), row(cell("Sprachmittler", fn("Beschluss")), "sofort"))
    _, sprache = made_of(came, rows(1, "measures", "title", "priority"))
    assert words(sprache.records("measures")[0]) == ["", "Priorität", "sofort"]


def test_where_records_have_no_text_it_goes_to_the_sections() -> None:
    came = table(row("Indikator", "Kosten"), row("Teilnehmende", "500 Euro"))
    _, sprache = made_of(came, rows(1, "goals", "title", ""))
    record = sprache.records("goals")[0]
    assert words(record, "reason") == ["Kosten", "500 Euro"]


def test_what_has_no_room_in_a_record_is_said_of_it_by_name_even_where_that_is_no_title() -> None:
    people = paper(h("Mitwirkende"), table(row("Name", "Institution"), row("Ada", "Schulamt")))
    wanted = plan(section(0, "Mitwirkende", kind="contributors"), rows(1, "persons", "name", "institution"))
    before = Document(our_template(), ())
    made = built(before, people, wanted, ids=fresh_id)
    assert texts(named(applied(before, made), "Mitwirkende")) == ["Ada: Institution", "Schulamt"]
    assert [told.about for told in made.told if told.kind == "stays_text"] == ["Ada: Institution"]


def test_a_caption_and_a_source_stay_as_text() -> None:
    came = table(row("Maßnahme"), row("Sprachmittler"), caption="Alle Maßnahmen", source="Kreis")
    _, sprache = made_of(came, rows(1, "measures", "title"))
    assert texts(sprache, "situation") == ["Alle Maßnahmen", "Kreis"]


def test_a_row_of_one_cell_is_no_record() -> None:
    came = table(row("Maßnahme", "Wer"), row(cell("Kurzfristig", across=2)), row("Sprachmittler", "Kitas"))
    _, sprache = made_of(came, rows(1, "measures", "title", "lead"))
    assert len(sprache.records("measures")) == 1
    assert texts(sprache, "situation") == ["Kurzfristig"]


def test_an_old_number_goes_where_the_kind_has_room_for_it() -> None:
    came = table(row("Nr.", "Indikator"), row("1", "Kurse"), row("7", "Lehrkräfte"))
    _, sprache = made_of(came, rows(1, "indicators", "", "title"))
    assert [values(record) for record in sprache.records("indicators")] == [
        {"title": Line("Kurse")},
        {"title": Line("Lehrkräfte"), "origin": Line("Nr. 7")},
    ]


def test_a_whole_table_is_one_record_row_by_row() -> None:
    came = table(
        row(cell("S 1 Sprachmittler", across=2)),
        row("Beschreibung", cell("Aufbau", br(), "Schulung")),
        row("Federführung", "Jugendamt"),
        row("Kosten", "500 Euro"),
        headers=(0, 0),
    )
    _, sprache = made_of(came, rows(1, "measures", "title", "description", "lead", "", by_rows=True))
    (record,) = sprache.records("measures")
    assert (values(record)["title"], values(record)["lead"]) == (Line("Sprachmittler"), Line("Jugendamt"))
    assert words(record) == ["Aufbau", "Schulung", "Kosten", "500 Euro"]


def test_links_of_a_record_lead_to_records_of_the_same_section() -> None:
    manuscript = paper(
        h("Sprache"), "Teilziele", "Kurse anbieten", table(row("Maßnahme", "Teilziel"), row("Pool", "1 Kurse anbieten"))
    )
    wanted = plan(
        section(0, "Sprache", kind="field_of_action"), label(1, "goals"), rows(3, "measures", "title", "goals")
    )
    made = built(doc(), manuscript, wanted, ids=fresh_id)
    sprache = named(applied(doc(), made), "Sprache")
    (goal,), (measure,) = sprache.records("goals"), sprache.records("measures")
    assert values(measure)["goals"] == Links((goal.id,))


def test_a_table_for_a_field_that_is_not_there_stays_a_table() -> None:
    manuscript = paper(h("Ziele"), table(row("a"), row("b")), p("Danach"))
    made = built(doc(), manuscript, plan(section(0, "Ziele"), rows(1, "measures", "title")), ids=fresh_id)
    blocks = named(applied(doc(), made), "Ziele").blocks("text")
    assert [type(block) for block in blocks] == [Table, Paragraph]


def test_a_cell_beside_several_rows_speaks_of_all_of_them() -> None:
    came = table(
        row("Maßnahme", "Wer"),
        row("Pool", cell("Jugendamt", down=2)),
        row("Kurse"),
    )
    _, sprache = made_of(came, rows(1, "measures", "title", "lead"))
    assert [values(record) for record in sprache.records("measures")] == [
        {"title": Line("Pool"), "lead": Line("Jugendamt")},
        {"title": Line("Kurse"), "lead": Line("Jugendamt")},
    ]


def test_rows_beside_one_title_are_one_record() -> None:
    came = table(
        row("Maßnahme", "Wer", "Kosten"),
        row(cell("Pool", down=2), "Jugendamt", "100 Euro"),
        row("Schulamt", "200 Euro"),
    )
    _, sprache = made_of(came, rows(1, "measures", "title", "lead", ""))
    (record,) = sprache.records("measures")
    assert values(record)["lead"] == Line("Jugendamt; Schulamt")
    assert words(record) == ["Kosten", "100 Euro", "Kosten", "200 Euro"]


def test_a_number_column_as_ours_tells_the_abbreviation() -> None:
    came = table(row("Nr.", "Maßnahme"), row("S 1", "Pool"), row("S 2", "Kurse"))
    _, sprache = made_of(came, rows(1, "measures", "", "title"))
    assert sprache.value("abbreviation") == Line("S")
    assert [values(record) for record in sprache.records("measures")] == [
        {"title": Line("Pool")},
        {"title": Line("Kurse")},
    ]
