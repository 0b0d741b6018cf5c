"""Tables that go out: nothing in them is computed, and what goes out can be taken back as it was."""

import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ikonzept_desktop.export.record_sheet import record_sheet
from ikonzept_desktop.export.sheets import LONGEST, OutSheet, Share, as_separated, as_workbook
from ikonzept_desktop.model.cell_guard import guarded, unguarded
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Choice, Day, Field, FieldAddress, Line, Links, Record, RichText, YesNo
from ikonzept_desktop.model.records_from_rows import taken
from ikonzept_desktop.model.sheet_mapping import proposed
from ikonzept_desktop.model.text import is_clean
from ikonzept_desktop.publication.cell_texts import words_for
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.reading.cells import separated
from ikonzept_desktop.reading.workbook import read_workbook
from tests.builders import GOALS, MEASURES, doc, field, field_of_action, fresh_id, li, p, record, records

EVIL = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1", "=cmd"]


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize("text", EVIL)
def test_no_text_is_computed_and_each_comes_back_as_it_was(text: str) -> None:
    sheet = OutSheet("x", ("Kopf",), ((text,),))
    assert as_separated(sheet).decode("utf-8-sig").split("\r\n", 1)[1].startswith("\"'")
    cell = opened(as_workbook(OutSheet("x", ("Kopf",), ((text.strip(),),))))["A2"]
    assert (cell.data_type, cell.value) == ("s", text.strip())
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["-5", "+3,5", "-1.200 €", "12 %", "Haan", "", "a=b", "'"])
def test_plain_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_a_workbook_holds_days_numbers_and_shares_as_such_under_heads_that_stay() -> None:
    page = opened(as_workbook(OutSheet("A/B: [x]", ("a", "b", "c", "d"), ((date(2015, 3, 1), 12, Share(7), "007"),))))
    cells = [(cell.value, cell.number_format) for cell in page[2]]
    assert [str(value) for value, _ in cells] == ["2015-03-01 00:00:00", "12", "0.07", "007"]
    assert ([format for _, format in cells][:3:2], page.freeze_panes) == (["dd.mm.yyyy", "0 %"], "A2")
    assert page.title == "A B   x"


def test_days_before_excel_counts_and_its_escapes_are_kept_as_text() -> None:
    data = as_workbook(OutSheet("x", ("a", "b"), ((date(1871, 1, 18), "_x0041_"),)))
    assert opened(data)["A2"].value == "18.01.1871"
    assert opened(data)["B2"].value == "_x005F_x0041_"  # which openpyxl leaves as it is, and Excel does not
    assert read_workbook(data)[0].rows[1] == ("18.01.1871", "_x0041_")


def test_separated_values_open_in_excel_as_german() -> None:
    data = as_separated(OutSheet("x", ("a", "b"), ((date(2015, 3, 1), Share(12)), ('sagt "ja"\nund', None))))
    assert data.decode("utf-8-sig").split("\r\n") == ['"a";"b"', '"01.03.2015";"12 %"', '"sagt ""ja""\nund";""', ""]
    assert data.startswith(b"\xef\xbb\xbf")


def test_texts_that_a_workbook_has_no_room_for_are_counted() -> None:
    assert OutSheet("x", ("a",), (("x" * (LONGEST + 1),), ("x" * LONGEST,))).too_long == 1


GOAL_NAMES = ("Sprache lernen", "Sprache lernen; und mehr", "Ankommen, bleiben")
TEXT = (
    st.text(st.sampled_from("ab Äß\"';,|=+-@\t19.€–\u00a0"), min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and is_clean(text))
)
PARAGRAPH = TEXT.filter(lambda text: text[0] not in "-–•")
BLOCKS = st.lists(PARAGRAPH.map(p) | PARAGRAPH.map(li), min_size=1, max_size=3).map(tuple)


def measures() -> st.SearchStrategy[Record]:
    columns: dict[Any, st.SearchStrategy[Any]] = {
        "description": BLOCKS.map(RichText),
        "lead": TEXT.map(Line),
        "priority": st.sampled_from([Choice("high"), Choice("low")]),
        "due": st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(Day) | TEXT.map(lambda text: Day(draft=f"ab {text}")),
        "public": st.booleans().map(YesNo),
        "goals": st.lists(st.sampled_from(["g0", "g1", "g2"]), min_size=1, unique=True).map(tuple).map(Links),
        "memo": BLOCKS.map(RichText),
    }
    return st.fixed_dictionaries({"title": TEXT.map(Line)}, optional=columns).map(
        lambda drawn: Record(fresh_id(), tuple(Field(key, value) for key, value in drawn.items()))
    )


def without_ids(record: Record) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for each in record.fields:
        blocks = each.value.blocks if isinstance(each.value, RichText) else ()
        plain = [(type(block).__name__, getattr(block, "inlines", ()), getattr(block, "level", 0)) for block in blocks]
        found.append((each.key, plain or each.value))
    return found


def concept(*entries: Record) -> tuple[Document, Section]:
    goals = records("goals", *(record(f"g{at}", title=name) for at, name in enumerate(GOAL_NAMES)))
    held = field_of_action("Sprache", field("abbreviation", "S"), goals, records("measures", *entries))
    return doc(held), held


def brought_back(rows: tuple[tuple[str, ...], ...]) -> list[list[tuple[str, object]]]:
    document, section = concept()
    words = words_for(MEASURES, section, document, labels(document))
    found = taken(rows, proposed(rows, MEASURES), MEASURES, FieldAddress(section.id, "measures"), (), words)
    assert (found.edit is not None, {told.kind.value for told in found.told} - {"day"}) == (True, set())
    return [] if found.edit is None else list(map(without_ids, found.edit.after))


@settings(max_examples=60, deadline=None)
@given(st.lists(measures(), min_size=1, max_size=4))
def test_records_that_go_out_come_back_by_the_columns_proposed(entries: list[Record]) -> None:
    document, section = concept(*entries)
    sheet = record_sheet(MEASURES, section, labels(document))
    want = list(map(without_ids, entries))
    assert brought_back(separated(as_separated(sheet))) == want
    assert brought_back(read_workbook(as_workbook(sheet))[0].rows) == want


def test_signs_that_part_values_elsewhere_part_none_here() -> None:
    held = field_of_action("Sprache", records("goals", record(title="a, b; c"), record(title="d|e, f")))
    sheet = record_sheet(GOALS, held, labels(doc(held)))
    back = separated(as_separated(sheet))
    assert back == (("Nr.", "Teilziel", "Grund"), ("1", "a, b; c", ""), ("2", "d|e, f", ""))
