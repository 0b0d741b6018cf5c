"""The tools above the grid, in menus by what they act on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from ikonzept_desktop.model.blocks import Alignment, Cell, Column, Table, Total
from ikonzept_desktop.model.table_grid import Area, Grid, cells_in
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.tables import texts

HEIGHT = 36
_OPENS = "\u25be"
"""A small triangle: behind this name stands a menu."""
_ICONS = {
    "merge": "table-cells-merge",
    "split": "table-cells-split",
    "left": "text-align-start",
    "centre": "text-align-center",
    "right": "text-align-end",
    "delete_rows": "trash-2",
    "delete_columns": "trash-2",
    "row_above": "arrow-up",
    "row_below": "arrow-down",
    "column_left": "arrow-left",
    "column_right": "arrow-right",
    "sort_up": "arrow-down-a-z",
    "sort_down": "arrow-down-z-a",
}
_KEYS = {
    "row_up": "Alt+Umschalt+↑",
    "row_down": "Alt+Umschalt+↓",
    "column_back": "Alt+Umschalt+←",
    "column_on": "Alt+Umschalt+→",
    "clear": "Entf",
    "bold": "Strg+B",
    "italic": "Strg+I",
}
_TOTALS = tuple(f"total_{total}" for total in texts.TOTALS)
_NUMBERS = ("words", *(f"number_{key}" for key in texts.FORMATS), "", "number_format")
ROWS = ("row_above", "row_below", "", "row_up", "row_down", "", "delete_rows")
COLUMNS = (
    *("column_left", "column_right", "", "column_back", "column_on", ""),
    *("width", "equal_widths", "", "delete_columns"),
)
MENUS = (
    (texts.ROW, "rows-3", ROWS),
    (texts.COLUMN, "columns-3", COLUMNS),
    ("", "", ("merge", "split")),
    ("", "", ("left", "centre", "right")),
    (texts.HEADERS, "table-properties", ("header_rows", "no_header_rows", "", "header_columns", "no_header_columns")),
    (texts.NUMBERS, "hash", _NUMBERS),
    (texts.TOTAL, "sigma", _TOTALS),
    (texts.SORT, "arrow-down-a-z", ("sort_up", "sort_down")),
)
CONTEXT = ("merge", "split", "", "bold", "italic", "left", "centre", "right", "", "clear")
"""What the menu of the cells offers below the menus of the bar, all of which are in it too."""
_CHECKABLE = frozenset({"left", "centre", "right", *_TOTALS, *_NUMBERS} - {"", "number_format"})


class ToolsBar(QToolBar):
    """Tells which tool is asked for; ticks what holds for the chosen cells."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Offer all tools."""
        super().__init__(texts.TOOLS, parent)
        self.setAccessibleName(texts.TOOLS)
        self.setMovable(False)
        self.setMinimumHeight(HEIGHT)
        self.actions_by_key = {key: self._action(key) for key in _every_key()}
        for names in (("left", "centre", "right"), _TOTALS, _NUMBERS):
            group = QActionGroup(self)
            for key in names:
                if key in _CHECKABLE:
                    group.addAction(self.actions_by_key[key])
        for name, shape, keys in MENUS:
            if name:
                self._add_menu(name, shape, keys)
            else:
                self._add_buttons(keys)
        self._size = labels.label("", "muted", small=True)
        self._add_size(self._size)

    def context_menu(self, parent: QWidget) -> QMenu:
        """Make the menu of the cells: every tool, so that the keyboard reaches all of them from a cell."""
        menu = QMenu(parent)
        for name, _shape, keys in MENUS:
            if name:
                self._fill(menu.addMenu(name), keys)
        menu.addSeparator()
        return self._fill(menu, CONTEXT)

    def _fill(self, menu: QMenu, keys: tuple[str, ...]) -> QMenu:
        """Put tools into a menu; an empty key is a line."""
        for key in keys:
            if key:
                menu.addAction(self.actions_by_key[key])
            else:
                menu.addSeparator()
        return menu

    def show_state(self, table: Table, grid: Grid, area: Area, *, read_only: bool) -> None:
        """Tick what holds for the chosen cells and grey what cannot be done with them."""
        inside = () if grid.plain else cells_in(table, area)
        column = table.columns[area.column]
        can = {
            "merge": len(inside) > 1 if inside else area.rows * area.columns > 1,
            "split": any(placed.spans for placed in inside),
            "delete_rows": area.rows < len(table.rows),
            "delete_columns": area.columns < len(table.columns),
            "equal_widths": len(table.columns) > 1,
            "width": len(table.columns) > 1,
            "no_header_rows": table.header_rows > 0,
            "no_header_columns": table.header_columns > 0,
            "sort_up": len(table.rows) - table.header_rows > 1,
            "sort_down": len(table.rows) - table.header_rows > 1,
        }
        for key, action in self.actions_by_key.items():
            action.setEnabled(not read_only and can.get(key, True))
        self._tick(column, grid.cell(table, area.row, area.column).cell)
        self._size.setText(texts.size(len(table.rows), len(table.columns)))

    def _tick(self, column: Column, cell: Cell) -> None:
        alignment: Alignment = cell.alignment or column.alignment
        own = [f"number_{key}" for key, (_, format) in texts.FORMATS.items() if format == column.number]
        number = "words" if column.number is None else own[0] if own else ""
        for key in (alignment.value, f"total_{column.total}", number or "number_format"):
            self.actions_by_key[key].setChecked(True)
        if not number:
            for key in _NUMBERS:
                if key in _CHECKABLE:
                    self.actions_by_key[key].setChecked(False)

    def _action(self, key: str) -> QAction:
        action = QAction(self)
        name = _name_of(key)
        action.setText(f"{name}\t{_KEYS[key]}" if key in _KEYS else name)
        action.setToolTip(f"{name.rstrip(' …')} ({_KEYS[key]})" if key in _KEYS else name.rstrip(" …"))
        action.setCheckable(key in _CHECKABLE)
        if key in _ICONS:
            set_icon(action, _ICONS[key])
        action.triggered.connect(lambda _checked=False: self.asked.emit(key))
        return action

    def _add_menu(self, name: str, shape: str, keys: tuple[str, ...]) -> None:
        action = QAction(f"{name} {_OPENS}", self)
        action.setToolTip(name)
        set_icon(action, shape)
        action.setMenu(self._fill(QMenu(self), keys))
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_buttons(self, keys: tuple[str, ...]) -> None:
        self.addSeparator()
        for key in keys:
            self.addAction(self.actions_by_key[key])
            button = self.widgetForAction(self.actions_by_key[key])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
                button.setAccessibleName(_name_of(key))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addSeparator()

    def _add_size(self, size: QLabel) -> None:
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.addWidget(size)


def _every_key() -> tuple[str, ...]:
    every = [key for _, _, keys in MENUS for key in keys] + list(CONTEXT)
    return tuple(dict.fromkeys(key for key in every if key))


def _name_of(key: str) -> str:
    if key.startswith("total_"):
        return texts.TOTALS[Total(key.removeprefix("total_"))]
    if key.startswith("number_") and key != "number_format":
        return texts.FORMATS[key.removeprefix("number_")][0]
    return texts.NAMES[key]
