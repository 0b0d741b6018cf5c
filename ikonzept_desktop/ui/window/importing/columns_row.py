"""What each column of a table that becomes records is to be: one choice beside the other, as many as it has columns."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.ui.kit import fonts, labels
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.window.importing import texts

_WIDTH = 150
"""px of a choice."""
_LEAST = 96
"""px: one choice, its head and the title."""


class ColumnsRow(QScrollArea):
    """Hidden where the entry is no table that becomes records."""

    changed = Signal(tuple)
    """The keys of the columns, by column of the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices: list[QuietCombo] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_table(self, table: Table, type: FieldType, columns: tuple[str, ...], *, by_rows: bool) -> None:
        """Ask for the columns of a table, or for the rows of one that is a single record."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        title = labels.label(texts.ROWS_MAPPING if by_rows else texts.MAPPING, strong=True, small=True)
        grid.addWidget(title, 0, 0, 1, 2)
        self.choices = []
        heads = _row_heads(table) if by_rows else _column_heads(table)
        for at, head in enumerate(heads):
            choice = self._choice(type, columns[at] if at < len(columns) else "")
            over = labels.Elided(head or f"{at + 1}")
            over.setFont(fonts.small_font())
            labels.set_role(over, "muted")
            over.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            over.setFixedWidth(_WIDTH)
            over.setBuddy(choice)
            choice.setAccessibleName(over.text())
            self._place(grid, at, over, choice, by_rows=by_rows)
        grid.setColumnStretch(len(heads), 1)
        self.setWidget(inside)
        wanted = inside.sizeHint().height() + (self.horizontalScrollBar().sizeHint().height() if len(heads) > 3 else 0)
        around = self.parentWidget()
        most = around.height() // 3 if around is not None else wanted
        self.setFixedHeight(min(wanted, max(most, _LEAST)))
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if by_rows else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.show()

    def _place(self, grid: QGridLayout, at: int, over: QLabel, choice: QuietCombo, *, by_rows: bool) -> None:
        if by_rows:
            grid.addWidget(over, at + 1, 0)
            grid.addWidget(choice, at + 1, 1)
        else:
            grid.addWidget(over, 1, at)
            grid.addWidget(choice, 2, at)
        self.choices.append(choice)

    def _choice(self, type: FieldType, key: str) -> QuietCombo:
        choice = QuietCombo()
        choice.setFixedWidth(_WIDTH)
        choice.addItem(texts.NO_COLUMN, "")
        for column in type.columns:
            if not column.hidden:
                choice.addItem(column.label, column.key)
        choice.setCurrentIndex(max(choice.findData(key), 0))
        choice.activated.connect(lambda _row: self._tell(choice))
        return choice

    def _tell(self, changed: QuietCombo) -> None:
        """Tell the columns; two of the table are never the same one of the field."""
        for choice in self.choices:
            if choice is not changed and choice.currentData() == changed.currentData():
                choice.setCurrentIndex(0)
        self.changed.emit(tuple(str(choice.currentData() or "") for choice in self.choices))


def _column_heads(table: Table) -> list[str]:
    heads = [""] * len(table.columns)
    column = 0
    for cell in table.rows[0].cells if table.rows else ():
        if column < len(heads):
            heads[column] = " ".join(plain(cell.inlines).split())
        column += cell.column_span
    return heads


def _row_heads(table: Table) -> list[str]:
    return [" ".join(plain(row.cells[0].inlines).split()) if row.cells else "" for row in table.rows]
