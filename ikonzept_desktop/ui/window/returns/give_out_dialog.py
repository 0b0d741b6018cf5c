"""„Zur Durchsicht geben“: for whom, how much, until when, and where the files go; then they are made."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.export.copies import CopyWish, Protection
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.paths import is_folder
from ikonzept_desktop.publication.packets import contributors, groups
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.day_edit import DayEdit
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.tall_scroll import TallScroll
from ikonzept_desktop.ui.outputs import show_in_folder
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import texts
from ikonzept_desktop.ui.window.returns.giving_out import GivingOut
from ikonzept_desktop.ui.window.returns.reviewer_row import ReviewerRow

_WORKER_MEMORY_MB = 2048
_LABEL = 92
"""px of the gutter of labels."""


def _today() -> date:
    return date.today()  # noqa: DTZ011  # a last day is a day of the writer's own calendar


class GiveOutDialog(QDialog):
    """Asks, makes one file for each person, and says where they are; accepted when something was given out."""

    def __init__(self, session: Session, parent: QWidget | None = None, today: Callable[[], date] = _today) -> None:
        """Begin with one person, beside the concept's file; the process that writes is on its way meanwhile."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.resize(640, 460)
        self._session, self._today = session, today
        self._groups = groups(session.document)
        self._copies = session.document.properties.copies
        self._known = (*contributors(session.document), *(copy.reviewer for copy in self._copies))
        self._worker = Worker(memory_mb=_WORKER_MEMORY_MB, preload=("ikonzept_desktop.export.warm_orders",))
        self._worker.warm()
        self._round: GivingOut | None = None
        self._count = 0
        self.rows: list[ReviewerRow] = []
        self._make_fields()
        self._lay_out()
        self._connect()
        self._add().name.setFocus()

    def wishes(self) -> list[CopyWish]:
        """Give what is asked for, row by row; rows without a name are left out."""
        shut = self.revisions.isChecked()
        protection = Protection.REVISIONS if shut else Protection.NONE
        to = " ".join(clean(self.return_to.text()).split())
        return [
            CopyWish(row.reviewer, row.packet, self.due.shown[0], to, protection if not row.packet else Protection.NONE)
            for row in self.rows
            if row.reviewer
        ]

    def start(self) -> None:
        """Make the files, where all that was asked is right."""
        if self._round is not None or not self._is_right():
            return
        self._round = GivingOut(self._session, self._worker)
        self._round.progressed.connect(self._say)
        self._round.ended.connect(self._end)
        self._show_what_can_be_done()
        self._round.start(self.wishes(), Path(self.folder.text()))

    def reject(self) -> None:
        """Stop what is being made, or close; what was given out is kept."""
        if self._round is not None:
            self._round.cancel()
        elif self._count:
            self.accept()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Let the process go with the dialog."""
        self._worker.close()
        super().done(result)

    def _is_right(self) -> bool:
        """Say under each field what is wrong; the first of them gets the keyboard."""
        self.due.commit()
        wrong: list[QWidget] = []
        seen: set[tuple[str, str]] = set()
        for row in self.rows:
            key = (row.reviewer.casefold(), row.packet)
            fault = texts.NO_NAME if not row.reviewer else texts.TWICE if key in seen else ""
            seen.add(key)
            row.say(fault)
            wrong += [row.name] if fault else []
        day, draft = self.due.shown
        past = day is not None and day < self._today()
        self._due_note.say(texts.PAST if past else "")
        wrong += [self.due.line] if past or draft else []
        folder = Path(self.folder.text())
        self._folder_note.say("" if self.folder.text() and is_folder(folder) else texts.NO_FOLDER)
        wrong += [] if self.folder.text() and is_folder(folder) else [self.folder]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _end(self, count: int, faults: list[str]) -> None:
        self._round = None
        self._count += count
        said = [texts.given(count, self.folder.text())] if count else []
        self._say("\n".join((*said, *faults)), "red" if faults else "green")
        self._show_what_can_be_done()
        if not faults:
            self.start_button.hide()
            self.show_button.setFocus()

    def _say(self, sentence: str, role: str = "muted") -> None:
        self._said.setText(sentence)
        labels.set_role(self._said, role)
        self._said.setVisible(bool(sentence))

    def _show_what_can_be_done(self) -> None:
        busy = self._round is not None
        for part in (self._fields, self.add, self.start_button):
            part.setEnabled(not busy)
        self.stop_button.setText(texts.DONE if self._count and not busy else texts.STOP)
        self.show_button.setVisible(self._count > 0 and not busy)
        whole = any(not row.packet for row in self.rows)
        self.revisions.setEnabled(whole)
        self._revisions_hint.setText(texts.REVISIONS_HINT if whole else texts.ONLY_PACKETS)
        for row in self.rows:
            row.remove.setEnabled(len(self.rows) > 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Have the Tab key go from row to row, and then down."""
        rows = [field for row in self.rows for field in (row.name, row.scope, row.remove)]
        below = (self.due.line, self.return_to, self.revisions, self.folder, self.choose)
        for before, after in pairwise((*rows, self.add, *below, self.show_button, self.start_button, self.stop_button)):
            QWidget.setTabOrder(before, after)

    def _add(self) -> ReviewerRow:
        row = ReviewerRow(self._groups, self._known, self)
        self.rows.append(row)
        self._column.addWidget(row)
        row.remove.clicked.connect(lambda _on=False: self._remove(row))
        row.scope_chosen.connect(self._show_what_can_be_done)
        self._show_what_can_be_done()
        return row

    def _remove(self, row: ReviewerRow) -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.rows[min(at, len(self.rows) - 1)].name.setFocus()
        self._show_what_can_be_done()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, texts.FOLDER, self.folder.text())
        if chosen:
            self.folder.setText(str(Path(chosen)))
            self._folder_note.say("")

    def _make_fields(self) -> None:
        last = self._copies[-1] if self._copies else None
        self._fields = QWidget(self)
        self.due = DayEdit(texts.DUE, texts.CALENDAR)
        self._due_note = FieldNote(self.due.line)
        self.return_to = QLineEdit(last.return_to if last else "")
        self.return_to.setPlaceholderText(texts.RETURN_EXAMPLE)
        self.revisions = QCheckBox(texts.REVISIONS)
        self._revisions_hint = labels.hint(texts.REVISIONS_HINT)
        self.folder = QLineEdit(str(self._session.path.absolute().parent))
        self._folder_note = FieldNote(self.folder)
        self.choose = push_button(texts.CHOOSE_FOLDER, "folder")
        self.add = push_button(texts.ADD, "plus")
        self.start_button = push_button(texts.START, primary=True)
        self.start_button.setDefault(True)
        self.stop_button = push_button(texts.STOP)
        self.show_button = push_button(texts.SHOW, "folder-open")
        self._said = labels.hint()
        self._said.hide()

    def _connect(self) -> None:
        self.add.clicked.connect(lambda _on=False: self._add().name.setFocus())
        self.choose.clicked.connect(lambda _on=False: self._choose_folder())
        self.start_button.clicked.connect(lambda _on=False: self.start())
        self.stop_button.clicked.connect(lambda _on=False: self.reject())
        self.show_button.clicked.connect(lambda _on=False: show_in_folder(Path(self.folder.text()) / "Kopien"))
        for button in (self.add, self.choose, self.stop_button, self.show_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(labels.hint(texts.EXPLANATION))
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self._people())
        inside.addLayout(self._grid())
        inside.addStretch(1)
        layout.addWidget(TallScroll(self._fields, self), 1)
        layout.addWidget(self._said)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.show_button, self.start_button, self.stop_button):
            foot.addWidget(button)
        layout.addLayout(foot)

    def _people(self) -> QWidget:
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        people = QWidget(self)
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(labels.label(f"{texts.REVIEWER}, {texts.SCOPE}", "muted", small=True))
        column.addLayout(self._column)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return people

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        fields: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (texts.DUE, self.due, self._due_note),
            (texts.RETURN_TO, self.return_to, None),
            ("", self.revisions, self._revisions_hint),
            (texts.FOLDER, self.folder, self._folder_note),
        )
        for at, (name, field, below) in enumerate(fields):
            if name:
                label = labels.label_for(name, field)
                label.setContentsMargins(0, 6, 0, 0)
                grid.addWidget(label, at, 0, top)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(field, 1)
            if field is self.folder:
                line.addWidget(self.choose)
            cell.addLayout(line)
            if below is not None:
                cell.addWidget(below)
            grid.addLayout(cell, at, 1)
        return grid
