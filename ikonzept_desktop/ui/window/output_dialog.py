"""The dialog for giving out: what is worth a look before, and which files are made."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ikonzept_desktop.export.orders import ENDINGS, Kind
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.paths import safe_file_name
from ikonzept_desktop.ui.kit.tall_scroll import TallScroll
from ikonzept_desktop.ui.outputs import Put, put_in_place
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import output_texts as texts
from ikonzept_desktop.ui.window.output_findings import OutputFindings
from ikonzept_desktop.ui.window.output_row import OutputRow
from ikonzept_desktop.ui.window.press_options import PressChoice, PressOptions
from ikonzept_desktop.ui.window.surroundings import Surroundings

WORKER_MEMORY_MB = 2048


class OutputDialog(QDialog):
    """Offers a Word draft and the PDFs; writing can go on while they are made."""

    def __init__(
        self,
        session: Session,
        worker: Worker,
        parent: QWidget | None = None,
        *,
        put: Put = put_in_place,
        room: Surroundings | None = None,
        choice: PressChoice | None = None,
    ) -> None:
        """Propose files beside the concept, named after it; `put` moves a finished file over the old one.

        With the window around it, what is worth a look before is shown too; `choice` keeps how it was printed last.
        """
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setMinimumWidth(620)
        self._session = session
        self._worker = worker
        self.press = PressOptions(choice or PressChoice())
        self.rows = {
            kind: OutputRow(kind, self._proposal(kind), put, self.press if kind is Kind.PRINT else None)
            for kind in Kind
        }
        self._room = room
        self.findings: OutputFindings | None = None
        self.start_button = QPushButton(texts.START, self)
        self.close_button = QPushButton(texts.CLOSE, self)
        self._lay_out()
        self.start_button.clicked.connect(self.start)
        self.close_button.clicked.connect(self.close)
        for row in self.rows.values():
            row.choice.toggled.connect(self._show_what_can_be_done)
            row.ended = self._show_what_can_be_done
        self._show_what_can_be_done()

    def start(self) -> None:
        """Make the chosen files, one after the other."""
        for row in self.rows.values():
            if row.choice.isChecked():
                row.start(self._worker, self._session)
        self._show_what_can_be_done()

    def reject(self) -> None:
        """Close; what is still being made is cancelled, and old files stay as they were."""
        for row in self.rows.values():
            row.stop()
        super().reject()

    def _proposal(self, kind: Kind) -> Path:
        name = safe_file_name(texts.file_title(self._session.title, kind), ENDINGS[kind])
        return self._session.path.absolute().parent / name

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        explanation = QLabel(texts.EXPLANATION, self)
        explanation.setWordWrap(True)
        explanation.setProperty("role", "muted")
        layout.addWidget(explanation)
        cards = QWidget(self)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if self._room is not None:
            self.findings = OutputFindings(self._room, self._worker)
            column.addWidget(self.findings)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        layout.addWidget(TallScroll(cards, self), 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.start_button.setDefault(True)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.close_button)
        layout.addLayout(buttons)

    def _show_what_can_be_done(self) -> None:
        chosen = any(row.choice.isChecked() for row in self.rows.values())
        self.start_button.setEnabled(chosen and not any(row.is_busy() for row in self.rows.values()))


class OutputDesk:
    """The process that makes finished files, shared by all dialogs for giving out, and how it was printed last."""

    def __init__(self) -> None:
        """Begin without a process."""
        self._worker: Worker | None = None
        self._choice = PressChoice()

    def show(self, session: Session, room: Surroundings) -> None:
        """Show the dialog over a window; the process is on its way before the user has chosen."""
        if self._worker is None:
            self._worker = Worker(memory_mb=WORKER_MEMORY_MB, preload=("ikonzept_desktop.export.warm_orders",))
            self._worker.warm()
        dialog = OutputDialog(session, self._worker, room.widget(), room=room, choice=self._choice)
        dialog.show()
        dialog.raise_()

    def close(self) -> None:
        """End the process; a later dialog begins another."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None
