"""The statuses a section can be in, in their order."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ikonzept_desktop.model import template_kinds as kinds_of
from ikonzept_desktop.model.template import COLOURS, SHAPES, Status
from ikonzept_desktop.model.template_usage import Use, use_of_status
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.icons import status_icon
from ikonzept_desktop.ui.kit.labels import hint, label
from ikonzept_desktop.ui.template import texts
from ikonzept_desktop.ui.template.form_parts import (
    FormBox,
    FormCombo,
    FormLine,
    Named,
    at_left,
    icon_button,
    offer_to_delete,
    side_by_side,
)
from ikonzept_desktop.ui.template.hand import TemplateHand
from ikonzept_desktop.ui.template.rows import Row, RowList

_LIST_WIDTH, _FORM_WIDTH = 316, 460


class StatusForm(QWidget):
    """What can be said of one status."""

    wanted = Signal(object)
    """The Status as it is to be."""
    delete_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._status = Status("", "", SHAPES[0], COLOURS[0])
        self.head = label("", strong=True)
        self.label = FormLine(self)
        self.shape = FormCombo(self)
        self.colour = FormCombo(self)
        self.hidden = FormBox(texts.STATUS_HIDDEN, self)
        self.use = hint()
        self.delete: QPushButton = push_button(texts.DELETE_STATUS, "trash-2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(Named(texts.LABEL, self.label, self))
        layout.addLayout(side_by_side(Named(texts.SHAPE, self.shape, self), Named(texts.COLOUR, self.colour, self)))
        layout.addWidget(self.hidden)
        layout.addStretch(1)
        layout.addWidget(self.use)
        layout.addLayout(at_left(self.delete))
        self.label.written.connect(lambda words: self.wanted.emit(replace(self._status, label=words)))
        self.shape.picked.connect(lambda key: self.wanted.emit(replace(self._status, shape=key)))
        self.colour.picked.connect(lambda key: self.wanted.emit(replace(self._status, colour=key)))
        self.hidden.clicked.connect(lambda on: self.wanted.emit(replace(self._status, hidden=on)))
        self.delete.clicked.connect(self.delete_asked)

    def show_status(self, status: Status, use: Use) -> None:
        """Show a status, and how many sections are in it."""
        self._status = status
        self.head.setText(status.label)
        self.label.show_text(status.label)
        self.shape.offer(texts.SHAPES.items(), status.shape)
        for row, shape in enumerate(texts.SHAPES):
            self.shape.setItemIcon(row, status_icon(shape, status.colour))
        self.colour.offer(texts.COLOURS.items(), status.colour)
        for row, colour in enumerate(texts.COLOURS):
            self.colour.setItemIcon(row, status_icon(status.shape, colour))
        self.hidden.show_on(status.hidden)
        self.use.setText(texts.use_of_status(use))
        offer_to_delete(self.delete, texts.HIDE_STATUS if use else texts.DELETE_STATUS, used=bool(use))
        self.delete.setEnabled(not (use and status.hidden))


class StatusPage(QWidget):
    """The list of statuses, and beside it what can be said of the chosen one."""

    def __init__(self, hand: TemplateHand, parent: QWidget) -> None:
        """Show the first status."""
        super().__init__(parent)
        self._hand = hand
        self._key = hand.template.statuses[0].key
        self.statuses = RowList(texts.STATUS_PAGE, self)
        self.add = icon_button("plus", texts.ADD_STATUS, self, word=texts.NEW_STATUS)
        self.up = icon_button("arrow-up", texts.UP, self)
        self.down = icon_button("arrow-down", texts.DOWN, self)
        self.form = StatusForm(self)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the statuses as they stand."""
        statuses = self._hand.template.statuses
        keys = [status.key for status in statuses]
        self._key = self._key if self._key in keys else keys[0]
        at, writable = keys.index(self._key), not self._hand.read_only
        rows = [Row(s.key, s.label, hidden=s.hidden, shape=s.shape, colour=s.colour) for s in statuses]
        self.statuses.show_rows(rows, self._key)
        self.form.show_status(statuses[at], use_of_status(self._hand.document, self._key))
        self.form.setEnabled(writable)
        self.add.setEnabled(writable)
        self.up.setEnabled(writable and at > 0)
        self.down.setEnabled(writable and at < len(keys) - 1)

    def _choose(self, key: str) -> None:
        self._key = key
        self.refresh()

    def _put(self, status: Status) -> None:
        self._hand.do(lambda document: kinds_of.put_status(document, status), texts.CHANGE_STATUS)

    def _begin(self) -> None:
        edit, status = kinds_of.add_status(self._hand.document, texts.NEW_STATUS, SHAPES[0], COLOURS[2])
        if self._hand.do(lambda _document: edit, texts.ADD_STATUS):
            self._choose(status.key)
            self.form.label.setFocus()
            self.form.label.selectAll()

    def _move(self, key: str, steps: int) -> None:
        at = [status.key for status in self._hand.template.statuses].index(key)
        self._hand.do(lambda document: kinds_of.move_status(document, key, max(at + steps, 0)), texts.MOVE_STATUS)

    def _drop(self, key: str, row: int) -> None:
        at = [status.key for status in self._hand.template.statuses].index(key)
        self._move(key, row - at - (row > at))

    def _delete(self, key: str) -> None:
        status = next(status for status in self._hand.template.statuses if status.key == key)
        if not use_of_status(self._hand.document, key):
            self._hand.do(lambda document: kinds_of.remove_status(document, key), texts.DELETE_STATUS)
        elif self._hand.do(
            lambda document: kinds_of.put_status(document, replace(status, hidden=True)), texts.HIDE_STATUS
        ):
            self._hand.said.emit(texts.hidden_instead(status.label))

    def _connect(self) -> None:
        self.statuses.chosen.connect(self._choose)
        self.statuses.move_asked.connect(self._move)
        self.statuses.drop_asked.connect(self._drop)
        self.statuses.delete_asked.connect(self._delete)
        self.statuses.left.connect(self.form.label.setFocus)
        self.add.clicked.connect(self._begin)
        self.up.clicked.connect(lambda: self._move(self._key, -1))
        self.down.clicked.connect(lambda: self._move(self._key, 1))
        self.form.wanted.connect(self._put)
        self.form.delete_asked.connect(lambda: self._delete(self._key))

    def _lay_out(self) -> None:
        self.statuses.setFixedWidth(_LIST_WIDTH)
        self.form.setMaximumWidth(_FORM_WIDTH)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.up)
        foot.addWidget(self.down)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(texts.STATUS_PAGE, strong=True))
        column.addWidget(self.statuses, 1)
        column.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 0)
        layout.setSpacing(32)
        layout.addLayout(column)
        layout.addWidget(self.form, 1)
        layout.addStretch(0)
