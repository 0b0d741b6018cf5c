"""The records of a field: a list, and beside it the form of the one that is chosen."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model.document import Section, find_section
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.links_field import target_name
from ikonzept_desktop.ui.editor.record_form import RecordForm
from ikonzept_desktop.ui.editor.record_list import RecordDelegate, RecordsModel
from ikonzept_desktop.ui.editor.record_steps import COMMANDS, RecordStep, step_for
from ikonzept_desktop.ui.editor.rich_field import RichField
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.kit.painting import draw_box
from ikonzept_desktop.ui.kit.tips import tip

_LIST_WIDTH = 272
_NARROW = 600
_ROWS_SHOWN = 5
_EDGE = 2
_LIST_KEYS = {
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier): "move_up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier): "move_down",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier): "new_after",
    (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier): "duplicate",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "delete",
}


class _Box(QWidget):
    """The edge around list and form, and the line between them."""

    def __init__(self, parent: QWidget, form: QWidget) -> None:
        super().__init__(parent)
        self._form = form

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), theme.colour("paper"), theme.colour("border"))
        if self._form.isVisible():
            spot = self._form.geometry()
            beside = spot.left() > 1
            line = (
                QRect(spot.left() - 1, 1, 1, self.height() - 2) if beside else QRect(1, spot.top(), self.width() - 2, 1)
            )
            painter.fillRect(line, theme.colour("line"))


class RecordsField(QWidget):
    """The editor of a records field."""

    focused = Signal(object)
    reference_opened = Signal(str)
    atom_opened = Signal(object)

    def __init__(self, context: EditorContext, address: FieldAddress, type: FieldType, parent: QWidget) -> None:
        """Show the records of the field at an address, the first one chosen."""
        super().__init__(parent)
        self._context = context
        self._address = address
        self._type = type
        self._noun = type.singular or type.label
        self.model = RecordsModel(type, self._section, lambda id: target_name(context, id), self)
        self.list = QListView(self)
        self.form = RecordForm(context, address, type, self)
        self._empty = QLabel(texts.NO_RECORD, self)
        self._buttons: dict[str, QToolButton] = {}
        self._lay_out()
        self.form.before = self._buttons["move_down"]
        self.form.focused.connect(self.focused.emit)
        self.form.reference_opened.connect(self.reference_opened.emit)
        self.form.atom_opened.connect(self.atom_opened.emit)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.refresh()

    def widget(self) -> QWidget:
        """Give itself."""
        return self

    def target(self) -> QWidget:
        """Give the list, or the button that adds the first record."""
        return self.list if self.model.records else self._buttons["new_after"]

    def show_at(self, address: FieldAddress) -> None:
        """Show the records of another section."""
        self._address = address
        self.refresh()

    def refresh(self) -> None:
        """Show the records as they stand now; the chosen one stays chosen."""
        chosen, row = self.form.record, self.list.currentIndex().row()
        self.model.refresh()
        now = self.model.row_of(chosen)
        self._choose(now if now >= 0 else min(max(row, 0), len(self.model.records) - 1))
        self._show_chosen()

    def take(self, notice: Notice) -> None:
        """Show what an edit has changed."""
        inner = next((field for field in notice.changes.fields if field.field == self._address.field), None)
        if inner is None or not inner.record or notice.changes.blocks:
            self.refresh()
        else:
            self.model.refresh()
        self.form.take(notice)

    def restore(self, selection: Selection) -> None:
        """Choose a record again, and put the caret back into its form."""
        address = selection.address
        if address is None:
            return
        self.choose(address.record)
        if address.column:
            self.form.restore(selection)
        else:
            self.target().setFocus()

    def choose(self, record: str) -> None:
        """Choose a record."""
        self._choose(self.model.row_of(record))
        self._show_chosen()

    def commit(self) -> None:
        """Put what is being typed into the concept."""
        self.form.commit()

    def rich_fields(self) -> tuple[RichField, ...]:
        """Give the running texts of the form."""
        return self.form.rich_fields()

    def do(self, command: str) -> bool:
        """Carry out a command of record_steps; tell whether it is one."""
        if command not in COMMANDS or self._context.session.read_only:
            return False
        self.commit()
        step = step_for(command, self._address, self.model.records, self.list.currentIndex().row(), self._noun)
        if step is not None:
            self._carry_out(step)
            if command == "new_after":
                self.form.focus_first()
            elif command == "delete":
                self.target().setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the list's keys work while it has the keyboard."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_F2} and not held:
            self.form.focus_first()
            return True
        command = _LIST_KEYS.get((Qt.Key(key), held), "")
        return bool(command) and self.do(command)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form below the list where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        beside = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(beside)
        self._left.setMaximumWidth(16777215 if narrow else _LIST_WIDTH)
        self._left.setMinimumWidth(0 if narrow else _LIST_WIDTH)
        self.list.scheduleDelayedItemsLayout()
        self._fit_list()

    def _section(self) -> Section | None:
        return find_section(self._context.session.document, self._address.section)

    def _choose(self, row: int) -> None:
        index = self.model.index(row) if row >= 0 else self.model.index(-1)
        if index != self.list.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)

    def _show_chosen(self) -> None:
        row, count = self.list.currentIndex().row(), len(self.model.records)
        self.form.show_record(self.model.records[row].id if 0 <= row < count else "")
        writable = not self._context.session.read_only
        self._buttons["new_after"].setEnabled(writable)
        self._buttons["delete"].setEnabled(writable and row >= 0)
        self._buttons["move_up"].setEnabled(writable and row > 0)
        self._buttons["move_down"].setEnabled(writable and 0 <= row < count - 1)
        self._empty.setVisible(count == 0)
        self.list.setVisible(count > 0)
        self.form.setVisible(row >= 0)
        self._fit_list()

    def _fit_list(self) -> None:
        """Give the list the height of its rows, up to a point: a longer one scrolls."""
        rows = range(min(len(self.model.records), _ROWS_SHOWN))
        self.list.setMinimumHeight(sum(self.list.sizeHintForRow(row) for row in rows) + 2)

    def _carry_out(self, step: RecordStep) -> None:
        place = FieldAddress(self._address.section, self._address.field, self.form.record)
        self._context.apply(step.edit, step.label, place)
        self.refresh()
        if step.chosen:
            self.choose(step.chosen)

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(RecordDelegate(self.list))
        self.list.setAccessibleName(self._type.label)
        self.list.setAccessibleDescription(self._type.help)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(12)
        self.list.installEventFilter(self)
        self._empty.setProperty("role", "muted")
        self._empty.setContentsMargins(12, 12, 12, 0)
        box = _Box(self, self.form)
        self._left = QWidget(box)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._empty)
        left.addWidget(self.list, 1)
        left.addLayout(self._button_row())
        self._halves = QHBoxLayout(box)
        self._halves.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._halves.setSpacing(1)
        self._halves.addWidget(self._left)
        self._halves.addWidget(self.form, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box)

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(4)
        for command, shape, name in (
            ("new_after", "plus", texts.new_record(self._noun)),
            ("delete", "trash-2", texts.delete_record(self._noun)),
            ("move_up", "arrow-up", texts.move_record_up(self._noun)),
            ("move_down", "arrow-down", texts.move_record_down(self._noun)),
        ):
            if command == "move_up":
                row.addStretch(1)
            row.addWidget(self._button(command, shape, name))
            if command == "delete":
                row.addWidget(self._table_button())
        self._buttons["new_after"].setText(texts.NEW)
        self._buttons["new_after"].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return row

    def _table_button(self) -> QToolButton:
        """Make the button whose menu leads from and to tables."""
        button = QToolButton(self)
        set_icon(button, "file-spreadsheet")
        button.setToolTip(tip(texts.TABLES))
        button.setAccessibleName(texts.TABLES)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for command, name in texts.TABLE_COMMANDS.items():
            action = menu.addAction(name)
            action.triggered.connect(lambda _on=False, key=command: self._context.on_table(self._address, key))
            action.setEnabled(command != texts.FROM_TABLE or not self._context.session.read_only)
        button.setMenu(menu)
        return button

    def _button(self, command: str, shape: str, name: str) -> QToolButton:
        button = QToolButton(self)
        set_icon(button, shape)
        button.setToolTip(tip(name))
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.do(command))
        self._buttons[command] = button
        return button
