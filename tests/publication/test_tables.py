"""Tables under spans."""

from dataclasses import replace

import pytest

from ikonzept_desktop.model.blocks import Alignment, NumberFormat, Table, Total
from ikonzept_desktop.publication import tree
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.runs import runs_text
from tests.builders import cell, chapter, doc, row
from tests.builders import table as model_table
from tests.publication.shown import table


def published(model: Table) -> tree.TableElement:
    return table(build(doc(chapter("Tabellen", model))))


def columns(model: Table) -> list[list[int]]:
    return [[part.column for part in line.cells] for line in published(model).rows]


def test_cells_stand_in_the_columns_that_spans_leave_free() -> None:
    spanning = model_table(
        row(cell("a", down=3), cell("b", across=2), "c"),
        row("d", cell("e", down=2), "f"),
        row("g", "h"),
        row("i", "j", "k", "l"),
    )
    assert columns(spanning) == [[0, 1, 3], [1, 2, 3], [1, 3], [0, 1, 2, 3]]


def test_a_row_wholly_covered_from_above_has_no_cells() -> None:
    covered = model_table(row(cell("a", down=2), cell("b", down=2)), row(), row("c", "d"))
    assert columns(covered) == [[0, 1], [], [0, 1]]


def test_a_block_of_rows_and_columns_is_left_free_below() -> None:
    block = model_table(row("a", cell("b", across=2, down=2)), row("c"), row("d", "e", "f"))
    assert columns(block) == [[0, 1], [0], [0, 1, 2]]


def test_widths_are_shares_of_the_whole() -> None:
    shares = published(model_table(row("a", "b", "c"), widths=(1, 2, 5))).widths
    assert shares == (0.125, 0.25, 0.625)
    assert sum(published(model_table(row("a", "b", "c"), widths=(0.1, 0.7, 0.3))).widths) == pytest.approx(1)


def test_headers_are_the_first_rows_and_columns() -> None:
    model = model_table(row("a", "b"), row("c", "d"), row("e", "f"), headers=(2, 1))
    assert [[part.header for part in line.cells] for line in published(model).rows] == [
        [True, True],
        [True, True],
        [True, False],
    ]


def test_a_cell_is_set_as_its_column_unless_it_says_otherwise() -> None:
    model = model_table(row("a", cell("b", alignment=Alignment.CENTRE)), row("c", "d"))
    model = replace(model, columns=(model.columns[0], replace(model.columns[1], alignment=Alignment.RIGHT)))
    assert [[part.alignment for part in line.cells] for line in published(model).rows] == [
        [Alignment.LEFT, Alignment.CENTRE],
        [Alignment.LEFT, Alignment.RIGHT],
    ]


def test_ids_and_spans_are_kept() -> None:
    first = published(model_table(row(cell("a", across=2, id="zelle"), id="zeile"), row("b", "c"), id="tabelle"))
    assert (first.id, first.rows[0].id, first.rows[0].cells[0].id) == ("tabelle", "zeile", "zelle")
    assert (first.rows[0].cells[0].column_span, first.rows[0].cells[0].row_span) == (2, 1)


@pytest.mark.parametrize("said", ["Schulamt", "Quelle: Schulamt", "Quellen: Schulamt und Agentur für Arbeit"])
def test_a_source_is_called_one_once(said: str) -> None:
    shown = runs_text(published(model_table(row("a"), source=said)).source)
    assert shown.startswith("Quelle")
    assert shown.count("Quelle") == 1
    assert shown.endswith(said)


def test_no_source_is_not_announced() -> None:
    assert published(model_table(row("a"))).source == ()


def test_numbers_are_printed_as_their_columns_say_and_totals_stand_below() -> None:
    made = model_table(row("Ort", "Euro"), row("Haan", "1200"), row("Hilden", "300,5"))
    number = replace(made.columns[1], number=NumberFormat(2, unit="€"), total=Total.SUM)
    shown = published(replace(made, columns=(made.columns[0], number)))
    assert [runs_text(line.cells[1].runs) for line in shown.rows] == [
        "Euro",
        "1.200,00\u00a0€",
        "300,50\u00a0€",
        "1.500,50\u00a0€",
    ]
    assert runs_text(shown.rows[-1].cells[0].runs) == "Summe"
    ids = [part.id for line in shown.rows for part in line.cells]
    assert len(set(ids)) == len(ids)
