"""The sheets of a file, read by a child process, for the file is anybody's."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.jobs import Job, JobError, JobFailed, Worker
from ikonzept_desktop.reading.cells import NoSheet, Sheet
from ikonzept_desktop.reading.sheet_files import MEGABYTES, SECONDS, read_sheets
from ikonzept_desktop.ui.tables import make_texts as texts


class SheetReader(QObject):
    """Reads one file after the other; a new one ends the reading of the old one."""

    found = Signal(object)
    """The sheets, a tuple of Sheet with at least one."""
    failed = Signal(str)
    """A sentence."""
    _read = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._worker: Worker | None = None
        self._read.connect(self._take)

    def read(self, path: Path) -> None:
        """Have a file read."""
        self.close()
        self._worker = Worker(memory_mb=MEGABYTES)
        self._worker.start_within(SECONDS, read_sheets, path).watch(done=self._read.emit)

    def close(self) -> None:
        """End the child process."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _take(self, job: Job[tuple[Sheet, ...]]) -> None:
        if self._worker is None:
            return
        self.close()
        try:
            sheets = job.result()
        except JobFailed as error:
            self.failed.emit(str(error.__cause__) if isinstance(error.__cause__, NoSheet) else texts.NOT_READ)
        except JobError as error:
            self.failed.emit(f"{error} {texts.NOT_READ}")
        else:
            self.found.emit(sheets)
