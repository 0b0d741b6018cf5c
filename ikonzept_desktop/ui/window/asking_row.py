"""One kind of file to be given out that asks before it takes the place of another one."""

import os
from pathlib import Path

from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import output_texts as texts
from ikonzept_desktop.ui.window.output_row import OutputRow


class AskingRow(OutputRow):
    """A card that shows how far its file is, and then leads to it; it replaces no file unasked."""

    _may_replace: Path | None = None

    def start(self, worker: Worker, session: Session) -> None:
        """Make the file, or ask first where there is one of that name."""
        path = self._path()
        if path is None or path == self._may_replace or not os.path.lexists(path):
            self._may_replace = None
            super().start(worker, session)
            return
        self._end(texts.exists(path.name), "amber")
        self._offer(texts.REPLACE, lambda: self._replace(path, worker, session))
        self._offer(texts.OTHER_NAME, lambda: self._ask_again(worker, session))

    def _replace(self, path: Path, worker: Worker, session: Session) -> None:
        self._may_replace = path
        self.start(worker, session)

    def _ask_again(self, worker: Worker, session: Session) -> None:
        if self._choose():
            self.start(worker, session)

    def _take_path(self, chosen: Path) -> None:
        """Propose a path; the system's dialog has asked about a file that is there, unless the name was not whole."""
        super()._take_path(chosen)
        self._may_replace = chosen if str(chosen) == self.target.text() else None
