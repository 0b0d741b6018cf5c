"""Tables over pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from ikonzept_desktop.publication.tree import TableCell, TableElement, TableRow
from tests.export.pdf.builders import WORDS, box, cell, concept, fresh, note, p, runs, section, table, written
from tests.export.pdf.judges import complaints_of_qpdf, dark_share, page_of, raw_text, strokes, structure, words


def test_a_table_over_three_pages_repeats_its_head_and_breaks_no_row(tmp_path: Path) -> None:
    rows = [[f"Ort{n}", f"{WORDS[:60]} Schluss{n}"] for n in range(90)]
    out, report = written(tmp_path, concept(section("Liste", table(["Kopfwort", "Angabe"], *rows))))
    pages = [page for page in range(3, report.pages + 1) if "Ort" in raw_text(out, page)]
    assert len(pages) >= 3
    for page in pages:
        assert words(out, page).count("Kopfwort") == 1
    for n in range(90):
        assert page_of(out, f"Ort{n} ") == page_of(out, f"Schluss{n}")


def test_repeated_heads_are_no_part_of_the_reading_order(tmp_path: Path) -> None:
    rows = [[f"Ort{n}", "x"] for n in range(150)]
    out, _ = written(tmp_path, concept(section("Liste", table(["Kopf", "Angabe"], *rows))))
    tree = structure(out)
    assert len(tree.named("TH")) == 2
    assert len(tree.named("TR")) == 151
    assert all("/Column" in tag.attributes for tag in tree.named("TH"))


def test_a_row_taller_than_a_page_is_parted_and_loses_nothing(tmp_path: Path) -> None:
    long_text = " ".join(f"Wort{n}" for n in range(1500))
    out, report = written(tmp_path, concept(section("Liste", table(["A", "B"], ["kurz", long_text], ["danach", "z"]))))
    assert [word for word in words(out) if word.startswith("Wort")] == long_text.split()
    assert report.pages > 4


def test_a_head_row_taller_than_a_page_is_dark_throughout(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Liste", table([" ".join(["Wort"] * 1500), "B"], ["a", "b"]))))
    assert dark_share(out, 4, tmp_path) > 0.3


def test_a_tall_row_below_a_tall_repeated_head_stays_on_its_pages(tmp_path: Path) -> None:
    head = " ".join(f"Kopf{n}" for n in range(180))
    long_text = " ".join(f"Wort{n}" for n in range(340))
    out, _ = written(tmp_path, concept(section("Liste", table([head, "B"], ["a", "b"], ["c", long_text]))))
    assert [words(out, page).count("Kopf7") for page in (3, 4)] == [1, 1]
    assert [word for word in words(out) if word.startswith("Wort")] == long_text.split()


def test_a_repeated_head_has_no_marks_for_its_notes_are_not_there(tmp_path: Path) -> None:
    noted = TableCell("kopf", runs("Kopf", note(1)), 0, header=True)
    rows = [[f"Ort{n}", "x"] for n in range(60)]
    out, _ = written(tmp_path, concept(section("Liste", table([noted, "Angabe"], *rows)), notes=("Quelle.",)))
    assert "Kopf1" in words(out, 3)
    assert "Kopf" in words(out, 4)


def test_cells_over_more_rows_than_a_page_holds_lose_nothing(tmp_path: Path) -> None:
    long_text = " ".join(f"Wort{n}" for n in range(1500))
    rows = [[cell(long_text, column=0, rows=80), cell("b0", column=1)]]
    rows += [[cell(f"b{n}", column=1)] for n in range(1, 80)]
    out, _ = written(tmp_path, concept(section("Liste", table(["A", "B"], *rows), p("Danach."))))
    assert [word for word in words(out) if word.startswith("Wort")] == long_text.split()
    assert [word for word in words(out) if word[0] == "b" and word[1:].isdigit()] == [f"b{n}" for n in range(80)]
    assert "/RowSpan 80" in structure(out).named("TD")[0].attributes
    assert complaints_of_qpdf(out) == ""


def test_there_is_a_rule_below_every_cell_also_below_one_over_two_rows(tmp_path: Path) -> None:
    rows = [[cell("hoch", column=0, rows=2), cell("b", column=1)], [cell("b2", column=1)]]
    out, _ = written(tmp_path, concept(section("Liste", table(["A", "B"], *rows))))
    lines = strokes(out, 3)
    lowest = min(height for _, _, height in lines)
    assert len([line for line in lines if line[2] == lowest]) == 2


def test_a_table_of_records_that_say_nothing_has_no_columns_and_is_passed_over(tmp_path: Path) -> None:
    empty = TableElement(fresh(), "", (), (), (TableRow(fresh(), ()), TableRow(fresh(), ())), 1)
    out, _ = written(tmp_path, concept(section("Liste", empty, p("Danach."))))
    assert "Danach." in words(out)


def test_every_column_has_room_for_letters_side_by_side(tmp_path: Path) -> None:
    narrow = replace(table(["A", "B", "C"], ["ab", "b", "c"]), widths=(0.0001, 0.6999, 0.3))
    out, _ = written(tmp_path, concept(section("Liste", narrow)))
    assert min(right - left for left, right, _ in strokes(out, 3)) > 20
    assert max(right for _, right, _ in strokes(out, 3)) == pytest.approx(538.6, abs=0.1)


def test_cells_that_span_say_so(tmp_path: Path) -> None:
    spanning: list[list[str | TableCell]] = [["A", "B", "C"], [cell("weit", column=0, columns=2), cell("c", column=2)]]
    tall: list[str | TableCell] = [cell("hoch", column=0, rows=2), cell("b", column=1), cell("c", column=2)]
    rest: list[str | TableCell] = [cell("b2", column=1), cell("c2", column=2)]
    out, _ = written(tmp_path, concept(section("Liste", table(*spanning, tall, rest))))
    attributes = [tag.attributes for tag in structure(out).named("TD")]
    assert any("/ColSpan 2" in each for each in attributes)
    assert any("/RowSpan 2" in each for each in attributes)
    assert "hoch" in words(out)


def test_a_thousand_rows_do_not_hang(tmp_path: Path) -> None:
    rows = [[f"Zeile{n}", "Text"] for n in range(1000)]
    out, _ = written(tmp_path, concept(section("Liste", table(["A", "B"], *rows))))
    assert [word for word in words(out) if word.startswith("Zeile")] == [f"Zeile{n}" for n in range(1000)]
    assert complaints_of_qpdf(out) == ""


def test_a_title_that_takes_half_a_page_is_not_repeated(tmp_path: Path) -> None:
    title = " ".join(f"T{n}lang" for n in range(330))
    lines = {f"Angabe_{n}": f"Wert{n} {WORDS}" for n in range(30)}
    out, _ = written(tmp_path, concept(section("Feld", box("S 1", title, **lines), p("Danach."))))
    assert "(Fortsetzung)" not in words(out)
    assert [word for word in words(out) if word.startswith("Wert")] == [f"Wert{n}" for n in range(30)]


def test_a_box_longer_than_a_page_repeats_its_title(tmp_path: Path) -> None:
    lines = {f"Angabe_{n}": WORDS for n in range(30)}
    out, report = written(tmp_path, concept(section("Feld", box("S 1", "Lange Maßnahme", **lines), p("Danach."))))
    pages = [page for page in range(3, report.pages + 1) if "Lange Maßnahme" in " ".join(words(out, page))]
    assert len(pages) >= 2
    assert "(Fortsetzung)" in words(out, pages[1])
    assert [word for word in words(out) if word.isdigit() and word != "1"][:5] != []
    headings = [tag for tag in structure(out).walk() if tag.name.startswith("H") and tag.name[1:].isdigit()]
    assert len(headings) == 3  # contents, chapter, box: what is repeated is an artifact


def test_a_table_leaves_no_page_with_one_or_two_rows(tmp_path: Path) -> None:
    seen = set()
    for count in range(30, 46):
        rows = [[f"Ort{n}", "x"] for n in range(count)]
        out, report = written(tmp_path, concept(section("Liste", table(["Kopf", "Angabe"], *rows))))
        shares = [words(out, page).count("x") for page in range(3, report.pages + 1)]
        assert sum(shares) == count
        assert min(share for share in shares if share) >= 3, shares
        seen.add(len([share for share in shares if share]))
    assert seen == {1, 2}


def test_a_short_table_that_would_be_parted_at_the_foot_of_a_page_begins_on_the_next(tmp_path: Path) -> None:
    rows = [[f"Ort{n}", "x"] for n in range(6)]
    for lines in range(14, 32):
        before = [p(f"Zeile{n}") for n in range(lines)]
        out, report = written(tmp_path, concept(section("Liste", *before, table(["Kopf", "Angabe"], *rows))))
        assert len({page_of(out, f"Ort{n} ") for n in range(6)}) == 1
        assert report.pages <= 5


def test_a_measure_leaves_no_page_with_a_line_or_two(tmp_path: Path) -> None:
    fields = {f"Feld_{n}": "Wert" for n in range(33)}
    for lines in range(10, 30, 3):
        before = [p(f"Zeile{n}") for n in range(lines)]
        measures = [box("S 1", "Sprachmittlerpool", **fields) for _ in range(2)]
        out, report = written(tmp_path, concept(section("Liste", *before, *measures)))
        shares = [words(out, page).count("Wert") for page in range(3, report.pages + 1)]
        assert sum(shares) == 66
        assert min(share for share in shares if share) >= 3, shares
