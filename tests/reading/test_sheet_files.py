"""Workbooks and Calc's documents as a German reader sees them; hostile ones are refused in a sentence."""

import io
import zipfile
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from ikonzept_desktop.jobs import JobFailed, Worker
from ikonzept_desktop.reading import sheet_files
from ikonzept_desktop.reading.cells import LONGEST, MOST_COLUMNS, Marks, Merged, NoSheet, Sheet
from ikonzept_desktop.reading.sheet_files import read_sheets
from ikonzept_desktop.reading.workbook import shown
from ikonzept_desktop.reading.workbook_marks import marks_of

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = " ".join(f'xmlns:{short}="{OFFICE}{short}:1.0"' for short in ("office", "table", "text"))


def quiet(share: float, doing: str = "") -> None:
    """Tell nobody."""


def read(path: Path) -> tuple[Sheet, ...]:
    return read_sheets(quiet, path)


def calc(rows: str, head: str = "") -> bytes:
    content = f"""<?xml version="1.0"?>{head}<office:document-content {NAMES}><office:body><office:spreadsheet>
    <table:table table:name="Orte">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def packed(entries: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries.items():
            package.writestr(name, data)
    return held.getvalue()


def cell(*lines: str, more: str = "") -> str:
    return f"<table:table-cell {more}>" + "".join(f"<text:p>{line}</text:p>" for line in lines) + "</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (None, "General", ""),
        ("Haan", "General", "Haan"),
        (55600, "General", "55600"),
        (1234.5, "General", "1234,5"),
        (0.1 + 0.2, "General", "0,3"),
        (55600, "#,##0", "55.600"),
        (1234.5, "#,##0.00", "1.234,50"),
        (0.125, "0.0%", "12,5\u00a0%"),
        (0.12, "0%", "12\u00a0%"),
        (1200, '#,##0 "€"', "1.200\u00a0€"),
        (1200, "#,##0.00 [$€-407]", "1.200,00\u00a0€"),
        (-3, "#,##0;[Red]-#,##0", "-3"),
        (True, "General", "WAHR"),
        (date(2015, 6, 30), "General", "30.06.2015"),
        (datetime(2015, 6, 30, tzinfo=UTC), "General", "30.06.2015"),
        (datetime(2015, 6, 30, 14, 5, tzinfo=UTC), "General", "30.06.2015 14:05"),
        (time(9, 30), "General", "09:30"),
    ],
)
def test_a_value_of_a_workbook_is_shown_in_german(value: object, format: str, text: str) -> None:
    assert shown(value, format) == text


def test_a_workbook_gives_its_filled_sheets_in_order(tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Orte"
    first.append(["Ort", "Anteil"])
    first.append(["Haan", 0.125])
    first["B2"].number_format = "0.0%"
    book.create_sheet("leer")
    hidden = book.create_sheet("geheim")
    hidden["A1"], hidden.sheet_state = "x", "hidden"
    book.create_sheet("Zweites")["B2"] = 7
    book.save(tmp_path / "orte.xlsx")
    assert read(tmp_path / "orte.xlsx") == (
        Sheet("Orte", (("Ort", "Anteil"), ("Haan", "12,5\u00a0%")), hidden_sheets=1),
        Sheet("Zweites", (("", ""), ("", "7")), hidden_sheets=1),
    )


def test_a_calc_document_gives_what_was_shown(tmp_path: Path) -> None:
    rows = row(cell("Ort"), cell("Zahl")) + row(cell("Bad", "Ems"), cell("1.200<text:s/>€"))
    rows += row(cell("x", more='table:number-columns-repeated="2"'), more='table:number-rows-repeated="2"')
    rows += row(cell(more='table:number-columns-repeated="16000"'), more='table:number-rows-repeated="1000000"')
    file = tmp_path / "orte.ods"
    file.write_bytes(calc(rows))
    assert read(file) == (Sheet("Orte", (("Ort", "Zahl"), ("Bad\nEms", "1.200 €"), ("x", "x"), ("x", "x"))),)


def test_separated_values_are_a_sheet_named_after_their_file(tmp_path: Path) -> None:
    (tmp_path / "Städte.csv").write_text("Ort;Zahl\nHaan;1", encoding="cp1252")
    assert read(tmp_path / "Städte.csv") == (Sheet("Städte", (("Ort", "Zahl"), ("Haan", "1"))),)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
SECRET = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no zip",
        packed({"anything.txt": b"x"}),
        packed({"xl/workbook.xml": b"<broken"}),
        packed({"content.xml": b"<broken"}),
        calc(row(cell("x"), cell("&b;")), BOMB),
        calc(row(cell("x"), cell("&a;")), SECRET),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old",
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "fremd.xlsx").write_bytes(data)
    with pytest.raises(NoSheet, match=r"^[A-Z].*\.$"):
        read(tmp_path / "fremd.xlsx")


def test_a_file_that_unpacks_to_more_than_may_be_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "groß.ods").write_bytes(packed({"content.xml": b"<a/>" + b" " * 5_000}))
    monkeypatch.setattr(sheet_files, "LARGEST_UNPACKED", 4_000)
    with pytest.raises(NoSheet, match="zu groß"):
        read(tmp_path / "groß.ods")


def test_the_child_reads_a_file_and_its_refusal_comes_back(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a;b\nc;d", encoding="utf-8")
    (tmp_path / "alt.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    with Worker(memory_mb=sheet_files.MEGABYTES) as worker:
        read_well = worker.start_within(30, read_sheets, tmp_path / "a.csv").result()
        with pytest.raises(JobFailed) as refused:
            worker.start_within(30, read_sheets, tmp_path / "alt.xls").result()
    assert read_well == (Sheet("a", (("a", "b"), ("c", "d"))),)
    assert isinstance(refused.value.__cause__, NoSheet)


def test_a_workbook_tells_what_is_hidden_merged_or_never_computed(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for line in (("Feld", "Titel", "Kosten"), ("Sprache", "Pool", "=1+1"), (None, "Kurse", 7), ("Arbeit", "Messe", 1)):
        page.append(line)
    page.merge_cells("A2:A3")
    page.row_dimensions[4].hidden = True
    page.column_dimensions["C"].hidden = True
    book.save(tmp_path / "a.xlsx")
    marks = Marks(frozenset({3}), frozenset({2}), (Merged(1, 0, 2, 1),), 1)
    (found,) = read(tmp_path / "a.xlsx")
    assert (found.marks, found.rows[1]) == (marks, ("Sprache", "Pool", ""))


def test_a_calc_document_tells_the_same(tmp_path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = row(cell("Feld", more='table:number-rows-spanned="2"'), cell("geheim"))
    rows += row("<table:covered-table-cell/>", cell("x"), '<table:table-cell table:formula="of:=1"/>')
    rows += row(cell("zu"), cell("y"), more='table:visibility="filter"')
    (tmp_path / "a.ods").write_bytes(calc(columns + rows))
    (found,) = read(tmp_path / "a.ods")
    assert found.marks == Marks(frozenset({2}), frozenset({1}), (Merged(0, 0, 2, 1),), 1)


def test_characters_that_a_workbook_escapes_come_back() -> None:
    assert shown("Amt 50_x000D_\nund _x005F_x0041_") == "Amt 50\r\nund _x0041_"


def test_a_part_that_unpacks_to_far_more_than_it_is_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(packed({"xl/workbook.xml": b" " * (sheet_files.HARMLESS + 1)}))
    with pytest.raises(NoSheet, match="zu groß"):
        read(tmp_path / "a.xlsx")


@pytest.mark.parametrize("width", [MOST_COLUMNS, MOST_COLUMNS + 1])
def test_columns_beyond_what_is_read_are_told(tmp_path: Path, width: int) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["x"] * width)
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "b.csv").write_text(";".join(["x"] * width))
    (tmp_path / "c.ods").write_bytes(calc(row(cell("x", more=f'table:number-columns-repeated="{width}"'))))
    for name in ("a.xlsx", "b.csv", "c.ods"):
        (found,) = read(tmp_path / name)
        assert (len(found.rows[0]), found.is_cut) == (MOST_COLUMNS, width > MOST_COLUMNS)


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1])
def test_the_end_of_a_cell_that_is_too_long_is_told(tmp_path: Path, length: int) -> None:
    (tmp_path / "b.csv").write_text("Kopf\n" + "x" * length)
    (tmp_path / "c.ods").write_bytes(calc(row(cell("x" * length))))
    for name in ("b.csv", "c.ods"):
        (found,) = read(tmp_path / name)
        assert (len(found.rows[-1][0]), found.is_cut) == (LONGEST, length > LONGEST)


def test_a_formula_that_gives_an_empty_text_has_been_computed() -> None:
    cells = b'<c t="str"><f>x</f><v></v></c><c><f>x</f><v>0</v></c><c><v>1</v></c><c><f>x</f></c>'
    part = b"<worksheet><sheetData><row>" + cells + b"</row></sheetData></worksheet>"
    assert marks_of(io.BytesIO(part)).uncomputed == 1
