"""Types in a table of a thousand rows, in the program's own window; prints the opening and the p99 of a key, in ms.

`python -m bench.table_probe FILE SEED`: the table is made and its panel opened, then cells are written all over it.
"""

import random
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.window_probe import leave
from ikonzept_desktop.app import make_program
from ikonzept_desktop.model.blocks import Table, Total
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.model.table_content import from_cells
from ikonzept_desktop.ui.editor import tools
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.table_panel import TablePanel

ROWS, COLUMNS = 1000, 5
CELLS, KEYS = 60, 20


def main() -> None:
    """Make, open, type, and tell."""
    path, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    window = make_program().open(path)
    if window is None:
        sys.exit("the concept could not be opened")
    QApplication.processEvents()
    chapter = next(section for section in walk(window.session.document.sections) if section.kind == "chapter")
    window.show_section(chapter.id)
    window.text.focus_field()
    QApplication.processEvents()
    table = _table(chance)
    text = window.text.text
    assert text is not None
    tools.insert_block(text.loop, table, "Tabelle")
    QTest.qWait(600)  # until words are counted and the window is at rest
    _open(window, table)  # the first time brings in what is behind it
    window.drawer.shut()
    QApplication.processEvents()
    opened, panel = _open(window, table)
    taken = sorted(key for _ in range(CELLS) for key in _write(panel, chance))
    print(f"{opened:.3f}")
    leave(taken[min(int(len(taken) * 0.99), len(taken) - 1)])


def _table(chance: random.Random) -> Table:
    rows = [("Stadt", "Einwohner", "Anteil", "Förderung", "Bemerkung")]
    for row in range(ROWS - 1):
        note = "Sprachkurse und Beratung " * chance.randrange(4)
        rows.append((f"Ort {row}", str(chance.randrange(90_000)), f"{row % 97},5 %", f"{row * 7} €", note))
    table = from_cells(tuple(rows))
    columns = tuple(replace(column, total=Total.SUM) if column.number else column for column in table.columns)
    return replace(table, columns=columns)


def _open(window: ConceptWindow, table: Table) -> tuple[float, TablePanel]:
    assert window.text.text is not None
    address = window.text.text.loop.port.address
    begun = time.perf_counter()
    window.text.atom_opened.emit((address, table))
    QApplication.processEvents()
    taken = (time.perf_counter() - begun) * 1000
    panel = window.drawer.panel
    assert isinstance(panel, TablePanel)
    return taken, panel


def _write(panel: TablePanel, chance: random.Random) -> list[float]:
    """Write into a cell; painting and the deferred counting come between the keys, as they do for a person."""
    view = panel.desk.view
    view.setCurrentIndex(panel.desk.model.index(chance.randrange(ROWS), chance.randrange(COLUMNS)))
    QTest.keyClick(view, Qt.Key.Key_F2)
    QApplication.processEvents()
    editor = panel.desk.editor
    assert editor is not None
    taken = []
    for letter in chance.choices("abcdefghijklmnopqrstuvwxyz ", k=KEYS):
        begun = time.perf_counter()
        QTest.keyClicks(editor.text, letter)
        taken.append((time.perf_counter() - begun) * 1000)
        QApplication.processEvents()
    return taken


if __name__ == "__main__":
    main()
