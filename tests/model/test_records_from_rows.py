"""Rows of foreign tables become records; whatever does not fit its column is kept elsewhere and told."""

from dataclasses import replace
from datetime import date

import pytest

from ikonzept_desktop.model.blocks import ListItem, plain_text
from ikonzept_desktop.model.column_heads import NUMBER
from ikonzept_desktop.model.fields import Choice, Day, FieldAddress, FieldValue, Line, Links, Record, RichText, YesNo
from ikonzept_desktop.model.records_from_rows import taken
from ikonzept_desktop.model.sheet_mapping import Mapping, Rows, Way
from ikonzept_desktop.model.taken_rows import Kind, Taken, Told, Words
from ikonzept_desktop.model.template import FieldType
from tests.builders import MEASURES, choice, fn, p, record

PLACE = FieldAddress("s", "measures")


def said(value: FieldValue, _type: FieldType) -> str:
    match value:
        case RichText(blocks=blocks):
            return "\n".join(map(plain_text, blocks))
        case Line(text=text):
            return text
        case _:
            return repr(value)


WORDS = Words(
    links=lambda _type, text: ("g1",) if text == "Ziel" else None, said=said, number=lambda count: f"S {count}"
)


def take(
    rows: Rows,
    *columns: str,
    present: tuple[Record, ...] = (),
    header: int = 0,
    way: Way = Way.NEW,
    key: str = "title",
    rest: bool = True,
    type: FieldType = MEASURES,
) -> Taken:
    return taken(rows, Mapping(columns, header, way, key, rest), type, PLACE, present, WORDS)


def values(found: Taken, row: int = 0) -> dict[str, object]:
    assert found.edit is not None
    fields = found.edit.after[row].fields
    return {f.key: said(f.value, MEASURES) if isinstance(f.value, RichText | Line) else f.value for f in fields}


def test_a_cell_becomes_a_value_of_its_columns_kind() -> None:
    heads = ("Titel", "Beschreibung", "Prio", "Frist", "Öffentlich", "Ziele")
    rows = (heads, (" Pool ", "Eins.\n\nZwei.", "HOCH", "31.12.2015", "x", "Ziel"))
    assert values(take(rows, "title", "description", "priority", "due", "public", "goals")) == {
        "title": "Pool",
        "description": "Eins.\nZwei.",
        "priority": Choice("high"),
        "due": Day(date(2015, 12, 31)),
        "public": YesNo(True),
        "goals": Links(("g1",)),
    }


@pytest.mark.parametrize("text", ["42369", "2015-12-31 00:00:00", "2015-12-31T00:00", "31. Dezember 2015"])
def test_a_day_is_read_as_excel_and_others_write_it(text: str) -> None:
    assert values(take((("Titel", "Frist"), ("a", text)), "title", "due"))["due"] == Day(date(2015, 12, 31))


def test_lines_with_a_sign_for_it_become_items_of_a_list() -> None:
    found = take((("Text",), ("Es geht um\n• Kurse\n  - am Abend\n– Treffen",)), "description")
    assert found.edit is not None
    text = found.edit.after[0].fields[0].value
    assert isinstance(text, RichText)
    assert [(plain_text(b), b.level if isinstance(b, ListItem) else -1) for b in text.blocks] == [
        ("Es geht um", -1),
        ("Kurse", 0),
        ("am Abend", 1),
        ("Treffen", 0),
    ]


def test_what_does_not_fit_is_kept_in_the_text_with_its_head_and_told() -> None:
    rows = (("Titel", "Prio", "Frist", "offen?", "Ziel"), ("a", "sofort", "bald", "vielleicht", "Zeil"))
    found = take(rows, "title", "priority", "due", "public", "goals")
    assert values(found) == {
        "title": "a",
        "due": Day(draft="bald"),
        "description": "Prio: sofort\noffen?: vielleicht\nZiel: Zeil",
    }
    assert found.told == (
        Told(Kind.DAY, 2, (2,), ("bald",)),
        Told(Kind.CHOICE, 1, (2,), ("sofort",)),
        Told(Kind.ANSWER, 3, (2,), ("vielleicht",)),
        Told(Kind.LINK, 4, (2,), ("Zeil",)),
    )


def test_columns_without_a_place_go_into_the_text_or_are_left_as_wanted() -> None:
    rows = (("Titel", "Kosten"), ("a", "12 €"), ("b", ""))
    assert values(take(rows, "title", ""))["description"] == "Kosten: 12 €"
    left = take(rows, "title", "", rest=False)
    assert (values(left), left.told) == ({"title": "a"}, (Told(Kind.LEFT, 1, (2,), ("12 €",)),))


def test_a_field_without_texts_keeps_the_rest_in_its_last_line() -> None:
    lines = replace(MEASURES, columns=(MEASURES.columns[0], MEASURES.columns[2], MEASURES.columns[3]))
    found = take((("Titel", "Leitung", "Prio"), ("a", "Amt", "jetzt")), "title", "lead", "priority", type=lines)
    assert values(found) == {"title": "a", "lead": "Amt; Prio: jetzt"}


def test_two_columns_may_become_one() -> None:
    assert values(take((("Titel", "a", "b"), ("x", "eins", "zwei")), "title", "lead", "lead"))["lead"] == "eins, zwei"
    twice = take((("Titel", "a", "b"), ("x", "1.1.15", "2.1.15")), "title", "due", "due")
    assert values(twice)["description"] == "b: 2.1.15"


def test_empty_rows_are_passed_over_and_what_stands_above_the_heads_is_told() -> None:
    found = take((("Liste", ""), ("Titel", "Amt"), ("", " "), ("a", "b")), "title", "lead", header=1)
    assert (found.new, found.empty, found.told) == (1, 1, (Told(Kind.ABOVE, 0, (1,), ("Liste",)),))


def test_new_records_come_after_those_that_are_there() -> None:
    present = (record(title="alt"),)
    found = take((("Titel",), ("alt",), ("neu",)), "title", present=present)
    assert found.edit is not None
    assert (found.edit.start, found.edit.before, found.new) == (1, (), 2)


def test_the_programs_own_number_goes_and_another_is_told() -> None:
    rows = (("Nr.", "Titel"), ("s2", "a"), ("7", "b"), ("W 7", "c"))
    found = take(rows, NUMBER, "title", present=(record(title="x"),))
    assert [values(found, at) for at in (0, 1)] == [{"title": "a"}, {"title": "b"}]
    assert values(found, 2)["description"] == "Nr.: W 7"
    assert found.told == (Told(Kind.NUMBER, 0, (3,), ("7",)), Told(Kind.REST, 0, (4,), ("W 7",)))


PRESENT = (
    record("r1", title="Pool  aufbauen", lead="Amt 50"),
    record("r2", title="Haus", description=p("Ein Haus.", fn("Quelle"))),
)
HEADS = ("Titel", "Leitung", "Text", "Prio")
KEYS = ("title", "lead", "description", "priority")


def test_a_known_row_fills_what_is_empty_and_tells_what_stayed() -> None:
    rows = (HEADS, ("pool aufbauen", "Amt 51", "", "hoch"), ("neu", "", "", ""))
    found = take(rows, *KEYS, present=PRESENT, way=Way.COMPLETE)
    assert values(found) == {"title": "Pool  aufbauen", "lead": "Amt 50", "priority": choice("high")}
    assert (found.new, found.changed, found.told) == (1, 1, (Told(Kind.KEPT, 1, (2,), ("Amt 51",)),))
    assert found.edit is not None
    assert [each.id for each in found.edit.after[:2]] == ["r1", "r2"]


def test_a_known_row_replaces_what_is_otherwise_but_no_text_that_holds_more_than_words() -> None:
    rows = (HEADS, ("Pool aufbauen", "Amt 51", "", ""), ("Haus", "", "Zwei Häuser.", ""))
    found = take(rows, *KEYS, present=PRESENT, way=Way.UPDATE)
    assert values(found)["lead"] == "Amt 51"
    assert found.told == (Told(Kind.KEPT, 2, (3,), ("Zwei Häuser.",)),)


def test_rows_are_known_by_the_number_too() -> None:
    rows = (("Nr.", "Leitung"), ("S 2", "Verein"))
    found = take(rows, NUMBER, "lead", present=PRESENT, way=Way.COMPLETE, key=NUMBER)
    assert found.edit is not None
    assert (found.edit.start, found.edit.before, found.told) == (1, (PRESENT[1],), ())


def test_what_is_said_already_changes_nothing_however_often_it_comes() -> None:
    rows = ((*HEADS, "Kosten"), ("Haus", "", "Ein Haus.", "", "12 €"))
    first = take(rows, *KEYS, "", present=PRESENT, way=Way.UPDATE)
    assert first.edit is not None
    again = take(rows, *KEYS, "", present=(PRESENT[0], *first.edit.after), way=Way.UPDATE)
    assert (again.edit, again.same, again.changed) == (None, 1, 0)


def test_each_record_is_known_to_one_row() -> None:
    rows = (("Titel", "Leitung"), ("Haus", "a"), ("Haus", "b"))
    found = take(rows, "title", "lead", present=PRESENT, way=Way.COMPLETE)
    assert (found.changed, found.new) == (1, 1)
