"""„Protokoll der Rückläufe“: how much of it, as Word file, PDF or both, and where to."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.export.orders import ENDINGS, Kind
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.paths import free_path, safe_file_name
from ikonzept_desktop.publication.record.build import RecordChoice, extent, sections_with_returns
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.tall_scroll import TallScroll
from ikonzept_desktop.ui.outputs import Put, put_in_place
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import record_texts as texts
from ikonzept_desktop.ui.window.returns.record_row import RecordRow

_WORKER_MEMORY_MB = 2048
_KINDS = (Kind.WORD, Kind.PDF)
_INDENT = "    "
"""Before the title of a section, for each one that it stands in."""


class RecordDialog(QDialog):
    """Offers the record as files that a process of its own makes."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, put: Put = put_in_place) -> None:
        """Propose new files beside the concept's; `put` moves a finished file to its place."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setMinimumWidth(620)
        self._session = session
        self._worker = Worker(memory_mb=_WORKER_MEMORY_MB, preload=("ikonzept_desktop.export.warm_orders",))
        self._worker.warm()
        self.scope = QComboBox()
        self.decided = QCheckBox(texts.ONLY_DECIDED)
        self._held = labels.hint()
        self.rows = {kind: RecordRow(kind, self._proposal(kind), put, self.choice) for kind in _KINDS}
        self.start_button = push_button(texts.START, primary=True)
        self.start_button.setDefault(True)
        self.close_button = push_button(texts.CLOSE)
        self.close_button.setAutoDefault(False)
        self._fill()
        self._lay_out()
        self._connect()
        self._show_extent()
        self.scope.setFocus()

    def choice(self) -> RecordChoice:
        """Tell how much of it is wanted."""
        return RecordChoice(self.decided.isChecked(), self.scope.currentData())

    def said(self) -> str:
        """Give what it says of how much that is."""
        return self._held.text()

    def start(self) -> None:
        """Make the files that are wanted."""
        for row in self.rows.values():
            if row.choice.isChecked():
                row.start(self._worker, self._session)
        self._show_what_can_be_done()

    def reject(self) -> None:
        """Close; what is still being made is cancelled, and old files stay as they were."""
        for row in self.rows.values():
            row.stop()
        super().reject()

    def done(self, result: int) -> None:
        """Let the process go with the dialog."""
        self._worker.close()
        super().done(result)

    def _proposal(self, kind: Kind) -> Path:
        name = safe_file_name(texts.file_title(self._session.title), ENDINGS[kind])
        return free_path(self._session.path.absolute().parent, name)

    def _fill(self) -> None:
        self.scope.addItem(texts.WHOLE, "")
        for id, title, level in sections_with_returns(self._session.document):
            self.scope.addItem(f"{_INDENT * level}{title}", id)
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(30)

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(lambda _at: self._show_extent())
        self.decided.toggled.connect(lambda _on: self._show_extent())
        self.start_button.clicked.connect(lambda _on=False: self.start())
        self.close_button.clicked.connect(lambda _on=False: self.reject())
        for row in self.rows.values():
            row.choice.toggled.connect(lambda _on: self._show_what_can_be_done())
            row.ended = self._show_what_can_be_done

    def _show_extent(self) -> None:
        """Say how much it will hold."""
        found = extent(self._session.document, self.choice())
        is_empty = self.scope.count() == 1 and not (found.proposals or found.comments or self.decided.isChecked())
        self._held.setText(
            texts.NOTHING_CAME if is_empty else texts.held(found.proposals, found.comments, found.waiting)
        )
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        chosen = any(row.choice.isChecked() for row in self.rows.values())
        self.start_button.setEnabled(chosen and not any(row.is_busy() for row in self.rows.values()))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(labels.hint(texts.EXPLANATION))
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(labels.label_for(texts.SCOPE, self.scope))
        line.addWidget(self.scope, 1)
        column.addLayout(line)
        column.addWidget(self.decided)
        column.addWidget(self._held)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        layout.addWidget(TallScroll(inside, self), 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.start_button)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)
