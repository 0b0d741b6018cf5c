"""One kind of file of the record: it asks before it takes the place of another one."""

from collections.abc import Callable
from pathlib import Path

from ikonzept_desktop.export.orders import Kind
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.publication.record.build import RecordChoice, record
from ikonzept_desktop.ui.outputs import Output, Put
from ikonzept_desktop.ui.window.asking_row import AskingRow
from ikonzept_desktop.ui.window.returns import record_texts as texts


class RecordRow(AskingRow):
    """A card that opens when its file is wanted, shows how far it is, and then leads to it."""

    def __init__(self, kind: Kind, target: Path, put: Put, choice: Callable[[], RecordChoice]) -> None:
        """Propose a path; `choice` tells how much is wanted when it begins."""
        super().__init__(kind, target, put, said=texts.ROWS[kind])
        self._chosen = choice

    def _output(self, path: Path, press: Press | None) -> Output:
        """Make the file of what is wanted when it begins."""
        return Output(
            self.kind, path, resolve=lambda session, now: record(session.document, now, self._chosen()), put=self._put
        )
