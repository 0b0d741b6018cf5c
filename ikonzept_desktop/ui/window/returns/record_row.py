"""One kind of file of the record: it asks before it takes the place of another one."""

import os
from collections.abc import Callable
from pathlib import Path

from ikonzept_desktop.export.orders import Kind
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.publication.record.build import RecordChoice, record
from ikonzept_desktop.ui.outputs import Output, Put
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import output_texts
from ikonzept_desktop.ui.window.output_row import OutputRow
from ikonzept_desktop.ui.window.returns import record_texts as texts


class RecordRow(OutputRow):
    """A card that opens when its file is wanted, shows how far it is, and then leads to it."""

    def __init__(self, kind: Kind, target: Path, put: Put, choice: Callable[[], RecordChoice]) -> None:
        """Propose a path; `choice` tells how much is wanted when it begins."""
        super().__init__(kind, target, put, said=texts.ROWS[kind])
        self._chosen = choice
        self._may_replace: Path | None = None

    def start(self, worker: Worker, session: Session) -> None:
        """Make the file, or ask first where there is one of that name."""
        path = self._path()
        if path is None or path == self._may_replace or not os.path.lexists(path):
            self._may_replace = None
            super().start(worker, session)
            return
        self._end(texts.exists(path.name), "amber")
        self._offer(texts.REPLACE, lambda: self._replace(path, worker, session))
        self._offer(output_texts.OTHER_NAME, lambda: self._ask_again(worker, session))

    def _replace(self, path: Path, worker: Worker, session: Session) -> None:
        self._may_replace = path
        self.start(worker, session)

    def _ask_again(self, worker: Worker, session: Session) -> None:
        if self._choose():
            self.start(worker, session)

    def _take_path(self, chosen: Path) -> None:
        """Propose a path; the system's dialog has asked about the file of the very name that was chosen."""
        super()._take_path(chosen)
        self._may_replace = chosen

    def _output(self, path: Path, press: Press | None) -> Output:
        """Make the file of what is wanted when it begins."""
        return Output(
            self.kind, path, resolve=lambda session, now: record(session.document, now, self._chosen()), put=self._put
        )
