"""The answers of a choice: written in the list itself, moved, hidden or deleted by its buttons and keys."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ikonzept_desktop.model.template import ChoiceOption
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.template import texts
from ikonzept_desktop.ui.template.form_parts import icon_button

_HEIGHT = 132
"""px"""


class OptionsEditor(QWidget):
    """Asks for another list of answers whenever one is written, moved, hidden or taken away."""

    wanted = Signal(object)
    """The answers as they are to be."""
    add_asked = Signal()
    delete_asked = Signal(object)
    """The answer that is to go, or to be hidden where it was chosen."""

    def __init__(self, parent: QWidget) -> None:
        """Be empty."""
        super().__init__(parent)
        self._options: tuple[ChoiceOption, ...] = ()
        self.list = _OptionList(self)
        self.list.setAccessibleName(texts.OPTIONS)
        self.list.setFixedHeight(_HEIGHT)
        self.list.setProperty("role", "field")
        self.add = icon_button("plus", texts.ADD_OPTION, self, word=texts.NEW_OPTION)
        self.delete = icon_button("trash-2", texts.DELETE_OPTION, self)
        self.hide_or_show = icon_button("eye-off", texts.HIDE_OPTION, self)
        self.up = icon_button("arrow-up", texts.UP, self)
        self.down = icon_button("arrow-down", texts.DOWN, self)
        self._lay_out()
        self.list.itemChanged.connect(self._rename)
        self.list.currentRowChanged.connect(lambda _row: self._show_what_can_be_done())
        self.list.moved.connect(self._move)
        self.list.deleted.connect(self._ask_to_delete)
        self.add.clicked.connect(self.add_asked)
        self.delete.clicked.connect(self._ask_to_delete)
        self.hide_or_show.clicked.connect(self._hide_or_show)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))

    def show_options(self, options: tuple[ChoiceOption, ...]) -> None:
        """Show answers; the chosen one stays chosen."""
        row = self.list.currentRow()
        chosen = self._options[row].key if 0 <= row < len(self._options) else ""
        self._options = options
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for option in options:
            item = QListWidgetItem(option.label)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, texts.option_row(option.label, option.hidden))
            if option.hidden:
                item.setIcon(icon("eye-off", "muted"))
            self.list.addItem(item)
        self.choose(chosen)
        del blocker
        self._show_what_can_be_done()

    def choose(self, key: str, *, edit: bool = False) -> None:
        """Choose an answer, and begin to write it."""
        row = next((row for row, option in enumerate(self._options) if option.key == key), -1)
        self.list.setCurrentRow(row)
        if edit and row >= 0:
            self.list.setFocus()
            self.list.editItem(self.list.item(row))

    def _chosen(self) -> ChoiceOption | None:
        row = self.list.currentRow()
        return self._options[row] if 0 <= row < len(self._options) else None

    def _rename(self, item: QListWidgetItem) -> None:
        row, label = self.list.row(item), item.text()
        if label != self._options[row].label:
            self._want(row, replace(self._options[row], label=label))

    def _hide_or_show(self) -> None:
        if (option := self._chosen()) is not None:
            self._want(self.list.currentRow(), replace(option, hidden=not option.hidden))

    def _want(self, row: int, option: ChoiceOption) -> None:
        self.wanted.emit((*self._options[:row], option, *self._options[row + 1 :]))

    def _ask_to_delete(self) -> None:
        if (option := self._chosen()) is not None:
            self.delete_asked.emit(option)

    def _move(self, steps: int) -> None:
        row = self.list.currentRow()
        if not 0 <= row + steps < len(self._options) or row < 0:
            return
        options = list(self._options)
        options.insert(row + steps, options.pop(row))
        self.wanted.emit(tuple(options))

    def _show_what_can_be_done(self) -> None:
        option, row = self._chosen(), self.list.currentRow()
        for button in (self.delete, self.hide_or_show):
            button.setEnabled(option is not None)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self._options) - 1)
        name = texts.SHOW_OPTION if option and option.hidden else texts.HIDE_OPTION
        self.hide_or_show.rename(name)
        self.hide_or_show.setAccessibleName(name)
        self.hide_or_show.setIcon(icon("eye" if option and option.hidden else "eye-off"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        for button in (self.hide_or_show, self.delete, self.up, self.down):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)


class _OptionList(QListWidget):
    """F2 or Return writes, Alt+Umschalt+arrows move, Entf deletes."""

    moved = Signal(int)
    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if self.state() == QListWidget.State.EditingState:
            super().keyPressEvent(event)
        elif steps and held == both:
            self.moved.emit(steps)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)
