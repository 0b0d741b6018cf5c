"""Tables of the kit: rows of words without a grid, each chosen as a whole."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ikonzept_desktop.ui.kit import fonts


def set_up_rows(table: QTableView, height: int) -> None:
    """Let a table show quiet rows, `height` px each; Tab leaves it, and it scrolls smoothly."""
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setFont(fonts.tabular(table.font()))
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(height)
