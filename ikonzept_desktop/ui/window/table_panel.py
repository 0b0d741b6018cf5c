"""The panel of one table in the drawer: its tools, its cells, its caption and source."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QInputDialog, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.editor import looks
from ikonzept_desktop.ui.editor.looks import Colours, Look
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.tables import texts
from ikonzept_desktop.ui.tables.cells_desk import CellsDesk
from ikonzept_desktop.ui.tables.line_box import LineBox
from ikonzept_desktop.ui.tables.number_dialog import NumberDialog
from ikonzept_desktop.ui.tables.place import TablePlace
from ikonzept_desktop.ui.tables.steps import guess, with_number, with_width
from ikonzept_desktop.ui.tables.tools_bar import ToolsBar
from ikonzept_desktop.ui.window.drawer import DrawerPanel

_QUIET = 150
"""ms without an edit until wrong numbers are counted anew."""
WIDEST_SHARE = 95
"""Per cent of the width that a column may have."""


class TablePanel(DrawerPanel):
    """What one sees of a table while working on it."""

    text_taken = Signal(object)
    """The RichTextEdit the tools act on from now on, or None."""
    text_made = Signal(object)
    """The RichTextEdit of cells, when it is made."""
    opened = Signal(object)
    """A note or reference that was opened."""
    gone = Signal()
    """The table is no more."""
    renamed = Signal()
    said = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, place: TablePlace, table: Table, labels_: LiveLabels, zoom: int, parent: QWidget) -> None:
        """Show a table that is there, at a zoom in per cent; made where it will stand, or Qt dresses it twice."""
        super().__init__(parent)
        self.place = place
        self._labels = labels_
        self._zoom = zoom
        images = place.session.keeper
        self.tools = ToolsBar(self)
        self.desk = CellsDesk(place, table, labels_, images, self)
        self.caption = LineBox(place.port("caption"), labels_, images, self._look(), self)
        self.source = LineBox(place.port("source"), labels_, images, self._look(), self)
        self._wrong = labels.label("", "amber", small=True)
        self._context_menu = self.tools.context_menu(self)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._count_wrong)
        self._lay_out()
        self._connect()
        self.desk.restyle(zoom)
        self._show_state()
        self._wrong.hide()
        self._quiet.start()

    def title(self) -> str:
        """Name the table by number and caption."""
        table = self.place.table()
        return texts.named(self._labels.number(self.place.id), plain(table.caption) if table else "")

    def take_keyboard(self) -> None:
        """Begin in the cells."""
        self.desk.view.setFocus()

    def commit(self) -> None:
        """Nothing waits here: every key is an edit."""

    def take(self, notice: Notice) -> None:
        """Show what an edit has changed of the table."""
        if self.place.address not in notice.changes.fields and not (notice.changes.outline or notice.changes.trash):
            return
        table = self.place.table()
        if table is None:
            self.gone.emit()
            return
        if table is not self.desk.model.table:
            self.desk.take(notice, table)
            self._quiet.start()
        for line in (self.caption, self.source):
            if notice.initiator is not line.text.loop:
                line.text.loop.refresh()
        self.renamed.emit()

    def restore(self, selection: Selection) -> bool:
        """Put the caret back into a cell, the caption or the source."""
        if selection.address != self.place.address or selection.block != self.place.id:
            return False
        for line, name in ((self.caption, "caption"), (self.source, "source")):
            if selection.line == name:
                line.text.loop.restore(selection)
                line.text.setFocus()
                return True
        return self.desk.restore(selection)

    def list_command(self, command: str) -> bool:
        """Move rows and columns by the keys that move sections, while cells have the keyboard."""
        return self.desk.list_command(command)

    def restyle(self, zoom: int) -> None:
        """Show everything at a zoom, per cent."""
        self._zoom = zoom
        self.desk.restyle(zoom)
        for line in (self.caption, self.source):
            line.text.restyle(self._look())

    def refresh_names(self) -> None:
        """Show notes, references and the table itself under their present names."""
        self.desk.refresh_names()
        for line in (self.caption, self.source):
            line.text.refresh_names()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the tools for the chosen cells."""
        if self.desk.contains_focus() and not self.desk.writing:
            at = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                spot = self.desk.view.visualRect(self.desk.view.currentIndex()).bottomLeft()
                at = self.desk.view.viewport().mapToGlobal(spot + QPoint(8, 0))
            self._context_menu.popup(at)

    def _leave_cells(self, forward: bool) -> None:
        """Go on to the caption, or back to the tools."""
        buttons = [each for each in self.tools.findChildren(QToolButton) if each.isVisible() and each.isEnabled()]
        target = self.caption if forward or not buttons else buttons[-1]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _use(self, key: str) -> None:
        if key == "number_format":
            self._ask_for_format()
        elif key == "width":
            self._ask_for_width()
        else:
            self.desk.do(key)
        self._show_state()

    def _ask_for_format(self) -> None:
        table, area = self.desk.model.table, self.desk.view.area()
        present = table.columns[area.column].number
        dialog = NumberDialog(present or guess(table, area), self.window())
        if dialog.exec():
            self.desk.carry_out(with_number(self.desk.model.table, area, dialog.format()))

    def _ask_for_width(self) -> None:
        table, area = self.desk.model.table, self.desk.view.area()
        share = 100 * table.columns[area.column].width / sum(each.width for each in table.columns)
        dialog = QInputDialog(self.window())
        dialog.setWindowTitle(texts.WIDTH_TITLE)
        dialog.setLabelText(texts.WIDTH_LABEL)
        dialog.setIntRange(1, WIDEST_SHARE)
        dialog.setIntValue(round(share))
        dialog.setOkButtonText(texts.TAKE_OVER)
        dialog.setCancelButtonText(texts.CANCEL)
        if dialog.exec():
            self.desk.carry_out(with_width(self.desk.model.table, area, dialog.intValue()))

    def _show_state(self) -> None:
        read_only = self.place.read_only
        model = self.desk.model
        self.tools.show_state(model.table, model.grid, self.desk.view.area(), read_only=read_only)

    def _count_wrong(self) -> None:
        count = self.desk.model.wrong_cells()
        self._wrong.setText(texts.no_numbers(count) if count else "")
        self._wrong.setVisible(bool(count))

    def _look(self) -> Look:
        return Look(looks.FORM.zoomed(self._zoom), Colours.present())

    def _lay_out(self) -> None:
        lines = QGridLayout()
        lines.setContentsMargins(16, 6, 16, 10)
        lines.setHorizontalSpacing(8)
        lines.setVerticalSpacing(6)
        for column, (box, name, help) in enumerate(
            ((self.caption, texts.CAPTION, texts.CAPTION_HELP), (self.source, texts.SOURCE, texts.SOURCE_HELP))
        ):
            box.text.setAccessibleName(name)
            box.text.describe(help)
            box.text.setReadOnly(self.place.read_only)
            lines.addWidget(labels.label_for(name, box.text), 0, 2 * column)
            lines.addWidget(box, 0, 2 * column + 1)
            lines.setColumnStretch(2 * column + 1, 3 - column)
        warning = QHBoxLayout()
        warning.setContentsMargins(16, 4, 16, 0)
        self._wrong.setWordWrap(True)
        self._wrong.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        warning.addWidget(self._wrong)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tools)
        whole.addWidget(self.desk, 1)
        whole.addLayout(warning)
        whole.addLayout(lines)
        _in_order(self.desk.view, self.caption.text, self.source.text)
        self.setMinimumHeight(260)

    def _connect(self) -> None:
        self.tools.asked.connect(self._use)
        self.desk.moved.connect(self._show_state)
        self.desk.said.connect(self.said.emit)
        self.desk.text_taken.connect(self.text_taken.emit)
        self.desk.text_made.connect(self.text_made.emit)
        self.desk.opened.connect(self.opened.emit)
        self.desk.view.leave_asked.connect(self._leave_cells)
        for line in (self.caption, self.source):
            text: RichTextEdit = line.text
            text.focused.connect(self.text_taken.emit)
            text.opened.connect(self.opened.emit)


def _in_order(*widgets: QWidget) -> None:
    """Have Tab go from one to the next."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)
