"""A document is being read, in a child process: how far it is, and the way out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ikonzept_desktop.importing.proposing import Sight, look
from ikonzept_desktop.importing.reading_in import MEGABYTES, SECONDS, refusal_of
from ikonzept_desktop.jobs import Job, JobCancelled, JobError, Progress, Worker
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.window.importing import texts


class _Bridge(QObject):
    """Leads from the worker's thread into the window's; the job holds it, so it may go in either."""

    progressed = Signal(float)
    looked = Signal(object)


class ReadingDialog(QDialog):
    """Accepted when the document was read; else it has the sentence why not, or none where it was given up."""

    def __init__(self, path: Path, template: Template, parent: QWidget | None = None) -> None:
        """Begin to read a document, with a plan for a concept of that template in mind."""
        super().__init__(parent)
        self.setWindowTitle(texts.READING_BAR)
        self.resize(420, 120)
        self.sight: Sight | None = None
        self.refused = ""
        self._name = path.name
        self._worker = Worker(memory_mb=MEGABYTES)
        self.bridge = _Bridge()
        self.bridge.looked.connect(self._take)
        self.bridge.progressed.connect(self._tell)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(texts.READING_BAR)
        self.stop_button = push_button(texts.CANCEL)
        self.stop_button.setDefault(True)
        self.stop_button.clicked.connect(lambda _on=False: self.reject())
        self._lay_out()
        self._job: Job[Sight] = self._worker.start_within(SECONDS, look, path, path.name, template)
        self._job.watch(progress=partial(_pass_on, self.bridge), done=self.bridge.looked.emit)

    def done(self, result: int) -> None:
        """Let the process go with the dialog."""
        self._worker.close()
        super().done(result)

    def _take(self, job: Job[Sight]) -> None:
        try:
            self.sight = job.result()
        except JobCancelled:
            self.reject()
        except JobError as error:
            self.refused = str(refusal_of(error, self._name))
            self.reject()
        else:
            self.accept()

    def _tell(self, share: float) -> None:
        self.progress.setValue(round(share * 100))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        said = labels.label(texts.READING.format(name=self._name))
        said.setWordWrap(True)
        layout.addWidget(said)
        layout.addWidget(self.progress)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop_button)
        layout.addLayout(row)


def _pass_on(bridge: _Bridge, progress: Progress) -> None:
    bridge.progressed.emit(progress.share)


def ask_for_file(folder: Path, parent: QWidget) -> Path | None:
    """Have a document chosen; None where that is given up."""
    from PySide6.QtWidgets import QFileDialog

    from ikonzept_desktop.ui.window.importing.files import SUFFIXES

    offered = f"{texts.endings(SUFFIXES)};;{texts.ANY}"
    chosen, _ = QFileDialog.getOpenFileName(parent, texts.CHOOSE, str(folder), offered)
    return Path(chosen) if chosen else None


def read(path: Path, template: Template, parent: QWidget) -> Sight | str:
    """Read a document before everybody's eyes: gives a sentence where it is refused, none where it was given up."""
    dialog = ReadingDialog(path, template, parent)
    dialog.exec()
    sight, refused = dialog.sight, dialog.refused
    dialog.deleteLater()
    return sight if sight is not None else refused
