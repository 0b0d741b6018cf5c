"""What can be done to the sections that are chosen in the overview."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ikonzept_desktop.model.template import Status
from ikonzept_desktop.ui.kit.icons import status_icon
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.columns import ATTRIBUTES, Column
from ikonzept_desktop.ui.window.overview.table_view import OverviewTable


class OverviewMenu(QMenu):
    """A menu that is gone when it was used."""

    status_chosen = Signal(str)
    """The key of the status that all chosen sections are to have."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without entries."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def build_menu(parent: QWidget, table: OverviewTable, statuses: Sequence[Status], *, editable: bool) -> OverviewMenu:
    """Make the menu of what is chosen in a table."""
    menu = OverviewMenu(parent)
    index = table.currentIndex()
    first = table.lines.shown[index.row()] if index.isValid() else None
    opening = menu.addAction(texts.OPEN)
    opening.setEnabled(first is not None)
    opening.triggered.connect(lambda _on=False: table.opened.emit(first.section if first else ""))
    if editable:
        menu.addSeparator()
        choice = menu.addMenu(texts.STATUS_MENU)
        for status in statuses:
            entry = choice.addAction(status_icon(status.shape, status.colour), status.label)
            entry.triggered.connect(lambda _on=False, key=status.key: menu.status_chosen.emit(key))
        for column, name in ATTRIBUTES.items():
            if name in texts.CHANGE and not table.isColumnHidden(column):
                entry = menu.addAction(texts.CHANGE[name])
                entry.triggered.connect(lambda _on=False, at=column: table.edit_column(at))
    if index.isValid():
        menu.addSeparator()
        column = Column(index.column())
        sorting = menu.addAction(texts.SORT_BY.format(column=texts.COLUMNS[column]))
        sorting.setShortcut(QKeySequence(Qt.Key.Key_F4))
        sorting.triggered.connect(lambda _on=False: table.sort_by(column))
    return menu
