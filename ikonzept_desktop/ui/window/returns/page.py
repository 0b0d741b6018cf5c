"""The workspace „Rückläufe“: who has which copy, what is back, what is late."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.copies import mark_closed, mark_out, mark_returned, set_due
from ikonzept_desktop.model.document import CopyState, GivenCopy
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.paths import is_folder
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.cards import EmptyState
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import arrival_texts, texts
from ikonzept_desktop.ui.window.returns.copies_model import Column, CopiesModel
from ikonzept_desktop.ui.window.returns.copies_table import CopiesTable


def _today() -> date:
    return date.today()  # noqa: DTZ011  # a last day is a day of the writer's own calendar


class ReturnsPage(QWidget):
    """All copies on one page; what is chosen can be marked as returned, expected longer or no more."""

    give_out_asked = Signal()
    take_in_asked = Signal(list)
    """The paths of Word files that were dropped here, or none: then they are to be asked for."""

    def __init__(self, session: Session, today: Callable[[], date] = _today) -> None:
        """Show a session's copies."""
        super().__init__()
        self.session = session
        self._stale = True
        self.model = CopiesModel(today, self)
        self.table = CopiesTable(self.model, self)
        self.returned = push_button(texts.RETURNED, "check")
        self.due = push_button(texts.CHANGE_DUE, "calendar")
        self.closed = push_button(texts.CLOSE_COPY)
        self.give_out = push_button(texts.GIVE_OUT, "users", primary=True)
        self.take_in = push_button(arrival_texts.TAKE_IN_HERE, "inbox")
        self.take_in.setAccessibleName(arrival_texts.TAKE_IN)
        self.take_in.setToolTip(tip(arrival_texts.TAKE_IN))
        self._count = labels.label("", "muted")
        self._none = EmptyState(texts.NONE_YET, texts.GIVE_OUT, self._ask)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the copies as they stand now."""
        self._stale = False
        chosen = self.chosen()
        copies = self.session.document.properties.copies
        self.model.take(copies)
        self._stack.setCurrentIndex(1 if copies else 0)
        self._count.setText(texts.counted(copies, self.model.today()) if copies else "")
        self.give_out.setVisible(bool(copies))  # the empty page has the button in its middle
        if copies:
            self.choose(chosen.id if chosen and self.model.row_of(chosen.id) >= 0 else self.model.shown[0].id)
        self._show_what_can_be_done()

    def chosen(self) -> GivenCopy | None:
        """Give the copy of the present row, or None."""
        row = self.table.currentIndex().row()
        return self.model.shown[row] if 0 <= row < len(self.model.shown) else None

    def choose(self, id: str) -> None:
        """Choose the row of a copy."""
        index = self.model.index(self.model.row_of(id), Column.REVIEWER)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)

    def mark(self) -> None:
        """Keep that the chosen copy is back; one that is counts as out again."""
        copy = self.chosen()
        if copy is None:
            return
        if copy.state is CopyState.OUT:
            now = datetime.now().astimezone()
            self._apply(mark_returned(self.session.document, copy.id, now), texts.STEP_RETURNED)
        else:
            self._apply(mark_out(self.session.document, copy.id), texts.STEP_OUT)

    def close_copy(self) -> None:
        """Wait no longer for the chosen copy."""
        copy = self.chosen()
        if copy is not None:
            self._apply(mark_closed(self.session.document, copy.id), texts.STEP_CLOSED)

    def change_due(self) -> None:
        """Ask for another last day of the chosen copy."""
        from ikonzept_desktop.ui.window.returns.due_dialog import DueDialog

        copy = self.chosen()
        if copy is None:
            return
        dialog = DueDialog(copy, self)
        if dialog.exec():
            self._apply(set_due(self.session.document, copy.id, dialog.day()), texts.STEP_DUE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the list, or to what begins it."""
        self.first().setFocus(event.reason())

    def first(self) -> QWidget:
        """Give what takes the keyboard first."""
        begin = self._none.button
        return self.table if self.model.shown or begin is None else begin

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed meanwhile, and with the day."""
        super().showEvent(event)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files come in that may be Word files, where the concept can be changed."""
        if not self.session.read_only and word_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files in."""
        event.acceptProposedAction()
        self.take_in_asked.emit(word_files(event.mimeData()))

    def _apply(self, edit: Edit | None, step: str) -> None:
        if edit is not None and not self.session.read_only:
            self.session.apply(edit, step)

    def _ask(self) -> None:
        self.give_out_asked.emit()

    def _take(self, notice: Notice) -> None:
        if not notice.changes.properties:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _show_what_can_be_done(self) -> None:
        copy, may = self.chosen(), not self.session.read_only
        out = copy is not None and copy.state is CopyState.OUT
        self.returned.setText(texts.RETURNED if out or copy is None else texts.OUT_AGAIN)
        self.returned.setEnabled(may and copy is not None)
        self.due.setEnabled(may and out)
        self.closed.setEnabled(may and out)
        for button in (self.give_out, self.take_in, self._none.button):
            if button is not None:
                button.setEnabled(may)
        self._hint.setText(texts.HINT if may else texts.READ_HINT)

    def _offer_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.returned, self.due, self.closed):
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(at)

    def _connect(self) -> None:
        self.session.changed.connect(self._take)
        self.returned.clicked.connect(lambda _on=False: self.mark())
        self.due.clicked.connect(lambda _on=False: self.change_due())
        self.closed.clicked.connect(lambda _on=False: self.close_copy())
        self.give_out.clicked.connect(lambda _on=False: self._ask())
        self.take_in.clicked.connect(lambda _on=False: self.take_in_asked.emit([]))
        self.table.marked.connect(self.mark)
        self.table.menu_asked.connect(self._offer_menu)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_what_can_be_done())

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(320, 160)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(labels.label(texts.RETURNS, strong=True))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.take_in)
        head.addWidget(self.give_out)
        nothing = QWidget(self)
        inner = QVBoxLayout(nothing)
        inner.setContentsMargins(28, 16, 28, 16)
        inner.addWidget(self._none)
        if not self.session.read_only:
            inner.addWidget(labels.hint(texts.DROP_HERE))
        inner.addStretch(1)
        self._list = QWidget(self)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inset = QHBoxLayout()
        inset.setContentsMargins(10, 0, 10, 0)
        inset.addWidget(self.table)
        column.addLayout(inset, 1)
        column.addWidget(self._foot())
        self._stack = QStackedLayout()
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._stack, 1)

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setObjectName("statusBar")  # the ground of what stands at the foot of something
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        self._hint = labels.hint(texts.HINT)
        self._hint.setMinimumWidth(40)
        buttons: tuple[QPushButton, ...] = (self.returned, self.due, self.closed)
        for button in buttons:
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._hint, 1)
        return foot


def word_files(data: QMimeData) -> list[Path]:
    """Give the files among what is dragged: what they are is looked at when they are taken in.

    A folder stands for the Word files in it.
    """
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for path in paths for file in _files_at(path)]


def _files_at(path: Path) -> list[Path]:
    try:
        inside = sorted(path.iterdir()) if is_folder(path) else []
    except OSError:
        inside = []
    found = [each for each in inside if each.suffix.casefold() == ".docx" and not each.name.startswith("~$")]
    return found or [path]
