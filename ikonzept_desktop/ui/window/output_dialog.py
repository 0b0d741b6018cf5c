"""The dialog for giving out: which files, where to, how far they are, and what to do with them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.export.orders import Delivery, Kind
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.paths import safe_file_name
from ikonzept_desktop.ui.kit.tall_scroll import TallScroll
from ikonzept_desktop.ui.outputs import Output, Put, open_file, print_file, put_in_place, show_in_folder
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import output_texts as texts
from ikonzept_desktop.ui.window.output_findings import OutputFindings
from ikonzept_desktop.ui.window.surroundings import Surroundings

WORKER_MEMORY_MB = 2048
MARGIN = 14
"""px"""
SUFFIXES = {Kind.WORD: ".docx", Kind.PDF: ".pdf"}


class OutputDialog(QDialog):
    """Offers a Word draft and a PDF; writing can go on while they are made."""

    def __init__(
        self,
        session: Session,
        worker: Worker,
        parent: QWidget | None = None,
        *,
        put: Put = put_in_place,
        room: Surroundings | None = None,
    ) -> None:
        """Propose files beside the concept, named after it; `put` moves a finished file over the old one.

        With the window around it, what is worth a look before is shown too.
        """
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setMinimumWidth(620)
        self._session = session
        self._worker = worker
        self.rows = {kind: _Row(kind, self._proposal(kind), put, self) for kind in SUFFIXES}
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
        name = safe_file_name(texts.file_title(self._session.title, kind), SUFFIXES[kind])
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
    """The process that makes finished files, shared by all dialogs for giving out."""

    def __init__(self) -> None:
        """Begin without a process."""
        self._worker: Worker | None = None

    def show(self, session: Session, room: Surroundings) -> None:
        """Show the dialog over a window; the process is on its way before the user has chosen."""
        if self._worker is None:
            self._worker = Worker(memory_mb=WORKER_MEMORY_MB, preload=("ikonzept_desktop.export.orders",))
            self._worker.warm()
        dialog = OutputDialog(session, self._worker, room.widget(), room=room)
        dialog.show()
        dialog.raise_()

    def close(self) -> None:
        """End the process; a later dialog begins another."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None


class _Row(QFrame):
    """One kind of file: whether, where, and how far it is."""

    def __init__(self, kind: Kind, target: Path, put: Put, parent: QWidget) -> None:
        super().__init__(parent)
        self._put = put
        self.setObjectName("card")
        self.kind = kind
        self.ended: Callable[[], None] = lambda: None
        self.output: Output | None = None
        self.choice = QCheckBox(texts.KINDS[kind], self)
        self.choice.setChecked(True)
        self.target = QLineEdit(str(target), self)
        self.target.setAccessibleName(texts.target_of(kind))
        self.browse = QPushButton(texts.BROWSE, self)
        self.bar = QProgressBar(self)
        self.cancel = QPushButton(texts.CANCEL, self)
        self.words = QLabel(self)
        self._ways = QHBoxLayout()
        self._lay_out()
        self.browse.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.stop)
        self.choice.toggled.connect(self.target.setEnabled)

    def start(self, worker: Worker, session: Session) -> None:
        self.stop()
        self._say("")
        path = self._path()
        if path is None:
            self._end(texts.NO_NAME, "red")
            return
        output = self.output = Output(self.kind, path, put=self._put)
        output.progressed.connect(self._show_progress)
        output.delivered.connect(self._show_delivery)
        output.held_open.connect(self._offer_ways_out)
        output.failed.connect(self._show_failure)
        output.cancelled.connect(self._show_cancelled)
        self._show_busy(busy=True)
        output.start(worker, session)

    def stop(self) -> None:
        if self.output is not None:
            self.output.cancel()

    def _path(self) -> Path | None:
        """Give the path in the line, with its ending; None where the line names no file."""
        typed = Path(self.target.text().strip())
        if not typed.name:
            return None
        path = with_ending(typed.absolute(), SUFFIXES[self.kind])
        self.target.setText(str(path))
        return path

    def is_busy(self) -> bool:
        return not self.bar.isHidden()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN, 12, MARGIN, 12)
        grid.addWidget(self.choice, 0, 0, 1, 3)
        grid.addWidget(self.target, 1, 0, 1, 2)
        grid.addWidget(self.browse, 1, 2)
        grid.addWidget(self.bar, 2, 0, 1, 2)
        grid.addWidget(self.cancel, 2, 2)
        grid.addWidget(self.words, 3, 0, 1, 3)
        grid.addLayout(self._ways, 4, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._ways.addStretch(1)
        self.bar.setRange(0, 1000)
        self._say("")
        self._show_busy(busy=False)

    def _choose(self) -> bool:
        chosen, _ = QFileDialog.getSaveFileName(
            self, texts.target_of(self.kind), self.target.text(), texts.FILTERS[self.kind]
        )
        if chosen:
            self.target.setText(str(with_ending(Path(chosen), SUFFIXES[self.kind])))
        return bool(chosen)

    def _show_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.bar.setValue(0)
        for widget in (self.choice, self.target, self.browse):
            widget.setEnabled(not busy)

    def _show_progress(self, share: float, doing: str) -> None:
        self.bar.setValue(round(share * 1000))
        self.bar.setFormat(f"{doing} %p %" if doing else "%p %")

    def _show_delivery(self, delivery: Delivery) -> None:
        self._end(texts.delivered(delivery.pages, delivery.findings), "amber" if delivery.findings else "green")
        assert self.output is not None
        path = self.output.target
        self._offer(texts.OPEN, lambda: open_file(path))
        self._offer(texts.SHOW_IN_FOLDER, lambda: show_in_folder(path))
        if self.kind is Kind.PDF:
            self._offer(texts.PRINT, lambda: print_file(path))

    def _offer_ways_out(self) -> None:
        self._end(texts.HELD_OPEN[self.kind], "amber")
        assert self.output is not None
        self._offer(texts.RETRY, self.output.try_again)
        self._offer(texts.OTHER_NAME, self._put_elsewhere)
        self._offer(texts.CANCEL, self.output.give_up)

    def _put_elsewhere(self) -> None:
        if self._choose() and self.output is not None:
            self.output.put_elsewhere(Path(self.target.text()))

    def _show_failure(self, sentence: str) -> None:
        self._end(sentence, "red")

    def _show_cancelled(self) -> None:
        self._end(texts.CANCELLED, "muted")

    def _end(self, sentence: str, role: str) -> None:
        self._show_busy(busy=False)
        self._say(sentence, role)
        self.ended()

    def _say(self, sentence: str, role: str = "muted") -> None:
        while self._ways.count() > 1:
            gone = self._ways.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        self.words.setText(sentence)
        # Wrapped words would else be squeezed into the room there was before.
        self.words.setMinimumHeight(self.words.heightForWidth(self.width() - 2 * MARGIN) if sentence else 0)
        self.words.setVisible(bool(sentence))
        self.words.setProperty("role", role)
        self.words.style().polish(self.words)

    def _offer(self, name: str, call: Callable[[], object]) -> None:
        button = QPushButton(name, self)
        button.clicked.connect(call)
        self._ways.insertWidget(self._ways.count() - 1, button)


def with_ending(path: Path, ending: str) -> Path:
    """Give a path its ending where it has another or none."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)
