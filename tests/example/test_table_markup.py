"""Pipe tables become tables with spans, alignments, caption and source."""

import pytest

from ikonzept_desktop.example.source import MarkupError, Source, SourceLine, named_id
from ikonzept_desktop.example.table_markup import read_table
from ikonzept_desktop.model.blocks import Alignment, Table
from ikonzept_desktop.model.inline import Footnote, LineBreak, Marks, Text, plain


def read(text: str) -> Table:
    return read_table(
        [SourceLine(number, line) for number, line in enumerate(text.splitlines(), start=1)], Source("probe.md")
    )


def cells(table: Table) -> list[list[str]]:
    return [[plain(cell.inlines) for cell in row.cells] for row in table.rows]


def spans(table: Table) -> list[list[tuple[int, int]]]:
    return [[(cell.column_span, cell.row_span) for cell in row.cells] for row in table.rows]


def test_a_table_has_caption_columns_cells_and_source() -> None:
    table = read(
        "Tabelle: Städte *im*\nKreis {#tab-staedte widths=3,1,2 header_columns=1}\n"
        "| Stadt | Zahl | Anteil |\n|:--|--:|:-:|\n| Haan | 5 | 1 |\n| **Alle** | 9 | |\nQuelle: Kreis,\n2013"
    )
    assert table.id == named_id("tab-staedte")
    assert plain(table.caption) == "Städte im Kreis"
    assert plain(table.source) == "Kreis, 2013"
    assert [column.width for column in table.columns] == [3, 1, 2]
    assert [column.alignment for column in table.columns] == [Alignment.LEFT, Alignment.RIGHT, Alignment.CENTRE]
    assert (table.header_rows, table.header_columns) == (1, 1)
    assert cells(table) == [["Stadt", "Zahl", "Anteil"], ["Haan", "5", "1"], ["Alle", "9", ""]]
    assert table.rows[2].cells[0].inlines == (Text("Alle", Marks.BOLD),)


def test_a_table_needs_neither_caption_nor_source() -> None:
    table = read("|---|\n| a |")
    assert (table.caption, table.source, table.header_rows) == ((), (), 0)


def test_the_rows_above_the_rule_are_headers() -> None:
    assert read("| a |\n| b |\n|---|\n| c |").header_rows == 2


def test_a_caption_may_end_with_a_reference_or_a_note() -> None:
    assert len(read("Tabelle: nach {@sprache}\n|---|\n| a |").caption) == 2
    caption = read("Tabelle: Zahlen^[Gerundet.] {#t}\n|---|\n| a |").caption
    assert isinstance(caption[-1], Footnote)


def test_cells_are_joined_to_the_left_and_upwards() -> None:
    table = read("| a | b | < |\n| ^ | c | d |\n|---|---|---|\n| e | f | < |\n| g | ^ | < |")
    assert cells(table) == [["a", "b"], ["c", "d"], ["e", "f"], ["g"]]
    assert spans(table) == [[(1, 2), (2, 1)], [(1, 1), (1, 1)], [(1, 1), (2, 2)], [(1, 1)]]


def test_a_cell_may_hold_a_bar_a_break_and_the_signs_of_spans() -> None:
    table = read("|---|---|---|\n| a \\| b | c\\nd | \\< |")
    assert cells(table) == [["a | b", "c\nd", "<"]]
    assert table.rows[0].cells[1].inlines[1] == LineBreak()


SLIPS = {
    "Tabelle: allein": (1, "Unter der Tabellenüberschrift fehlt die Tabelle."),
    "| a |\n| b |": (1, "genau eine Zeile der Art"),
    "| a |\n|---|\n| b |\n|---|": (1, "genau eine Zeile der Art"),
    "|---|---|\n| a | b |\n| c |": (3, "Die Zeile hat 1 Zellen, die erste hat 2."),
    "|---|\n| a": (2, "beginnt und endet mit"),
    "|---|\n| a \\|": (2, "beginnt und endet mit"),
    "Tabelle: a {widths=1,2}\n|---|\n| b |": (1, "„widths“ nennt je Spalte eine ganze Zahl"),
    "Tabelle: a {header_columns=2}\n|---|\n| b |": (1, "„2“ ist keine Zahl von Kopfspalten."),
    "Tabelle: a {breit=2}\n|---|\n| b |": (1, "„breit=2“ ist hier keine Angabe"),
    "|---|---|\n| < | a |": (2, "Neben „<“ ist keine Zelle"),
    "|---|---|\n| ^ | a |": (2, "Neben „^“ ist keine Zelle"),
    "|---|---|\n| a | b |\n| ^ | < |": (2, "Eine verbundene Zelle muss ein Rechteck sein."),
    "|---|\n| a |\n| *b |": (3, "Das schließende „*“ fehlt."),
}


@pytest.mark.parametrize("markup", SLIPS)
def test_a_slip_is_told_with_its_line(markup: str) -> None:
    line, message = SLIPS[markup]
    with pytest.raises(MarkupError) as caught:
        read(markup)
    assert str(caught.value).startswith(f"probe.md, Zeile {line}: ")
    assert message in str(caught.value)
