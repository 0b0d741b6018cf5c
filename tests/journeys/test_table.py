"""A table with real keys and the mouse: made, filled, totalled, a row moved and put back, an edge dragged, printed."""

from pathlib import Path

import docx

from tests.journeys.desk import Desk, Spot
from tests.journeys.ways import START, WINDOW, first_chapter

ACCENT = "#0E5A6B"
CELLS = (310, 470, 1040, 690)
"""The part of the screen where the cells are."""
ROW = 24
"""px from one row to the next."""


def test_a_table_is_made_filled_totalled_and_printed(desk: Desk) -> None:
    program = desk.start()
    desk.window(START)
    desk.press("ctrl+n")
    desk.window("Neues Konzept anlegen")
    desk.press("ctrl+a")
    desk.write(str(desk.documents / "Kreis"))
    desk.press("Return")
    desk.window(WINDOW)
    desk.settle()
    make_and_fill(desk)
    total_the_second_column(desk)
    move_a_row_and_take_it_back(desk)
    drag_an_edge(desk)
    write_on_below(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    check_what_is_printed(desk, desk.documents / "Kreis.ikonzept")
    assert desk.said() == ""


def make_and_fill(desk: Desk) -> None:
    """Two rows are asked for; Tab in the last cell makes the others."""
    first_chapter(desk)
    desk.press("ctrl+shift+t")
    desk.window("^Tabelle einf")
    desk.press("2", "Tab", "ctrl+a", "2", "Return")
    desk.no_window("^Tabelle einf")
    desk.window(WINDOW)
    desk.settle()
    for words in ("Stadt", "Euro", "Haan", "1200", "Hilden"):
        desk.write(words)
        desk.press("Tab")
    desk.write("300")
    desk.settle()
    desk.picture("filled")


def total_the_second_column(desk: Desk) -> None:
    """Escape leaves the cell; in the menu of the cells the numbers are fourth and the totals fifth."""
    desk.press("Escape", "Menu", *["Down"] * 4, "Right", *["Down"] * 4, "Return")
    desk.press("Menu", *["Down"] * 5, "Right")
    desk.settle()
    desk.picture("menu")
    desk.press("Return")
    desk.settle()
    desk.picture("totalled")


def move_a_row_and_take_it_back(desk: Desk) -> None:
    desk.press("alt+shift+Up")
    desk.settle()
    desk.picture("moved")
    desk.press("ctrl+z")
    desk.settle()


def drag_an_edge(desk: Desk) -> None:
    """The current cell is the last of its column: the head of the column is above it, its left edge the one to drag."""
    box = desk.look_for(ACCENT, CELLS)
    assert box is not None
    edge = Spot(box[0] - 1, box[1] - 2 * ROW - ROW // 2)
    desk.drag(edge, edge.moved(x=-120))
    desk.settle()
    desk.picture("dragged")


def write_on_below(desk: Desk) -> None:
    desk.press("Escape", "ctrl+End", "Return")
    desk.write("Danach geht es weiter.")
    desk.settle()
    desk.picture("below")


def check_what_is_printed(desk: Desk, file: Path) -> None:
    desk.tell("export", file, "--word", desk.documents / "a.docx")
    draft = docx.Document(str(desk.documents / "a.docx"))
    made = next(table for table in draft.tables if table.cell(0, 0).text == "Stadt")
    cells = [[cell.text for cell in row.cells] for row in made.rows]
    assert cells == [
        ["Stadt", "Euro"],
        ["Haan", "1.200\u00a0€"],
        ["Hilden", "300\u00a0€"],
        ["Summe", "1.500\u00a0€"],
    ]
    widths = [int(column.width or 0) for column in made.columns]
    assert widths[0] < widths[1]
    assert "Danach geht es weiter." in [paragraph.text for paragraph in draft.paragraphs]
