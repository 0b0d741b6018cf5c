"""A round of copies on its way out: one file after the other, and kept in the concept once they are there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.export.copies import CopyOrder, CopyWish, file_name, made_copies
from ikonzept_desktop.export.orders import Kind
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.copies import give_out
from ikonzept_desktop.model.document import GivenCopy
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.paths import free_path
from ikonzept_desktop.ui.outputs import Output
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import texts

MakeOutput = Callable[[Path, CopyOrder], Output]


def _output(target: Path, copy: CopyOrder) -> Output:
    return Output(Kind.WORD, target, copy=copy)


class GivingOut(QObject):
    """One round; its signals come in the thread of the window."""

    progressed = Signal(str)
    """Which file is being made."""
    ended = Signal(int, list)
    """How many were given out, and a sentence for each that was not."""

    def __init__(self, session: Session, worker: Worker, make: MakeOutput = _output) -> None:
        """Wait to be started; it has no parent: its files end with it, though the dialog may have gone by then."""
        super().__init__()
        self._session, self._worker, self._make = session, worker, make
        self._waiting: list[tuple[CopyOrder, GivenCopy, Path]] = []
        self._given: list[GivenCopy] = []
        self._faults: list[str] = []
        self._total = 0
        self._output: Output | None = None

    def start(self, wishes: Sequence[CopyWish], folder: Path) -> None:
        """Freeze the concept as it stands and make a file of it for each wish."""
        now = datetime.now().astimezone()
        document = self._session.document
        try:
            version = self._session.keeper.snapshot_for_export(now)
        except StoreError as error:
            self.ended.emit(0, [str(error)])
            return
        taken: set[Path] = set()  # a copy given out before is never written over
        targets = [free_path(folder, self._name(wish, now), taken) for wish in wishes]
        named = [replace(wish, file=target.name) for wish, target in zip(wishes, targets, strict=True)]
        orders, given = made_copies(document, named, version, now)
        self._waiting = list(zip(orders, given, targets, strict=True))
        self._total = len(self._waiting)
        self._next()

    def cancel(self) -> None:
        """Stop; what has been given out stays, and is kept."""
        self._waiting.clear()
        if self._output is not None:
            self._output.cancel()

    def _name(self, wish: CopyWish, now: datetime) -> str:
        properties = self._session.document.properties
        title = properties.title or self._session.title
        return file_name(title, properties.draft, wish.reviewer, wish.packet, now)

    def _next(self) -> None:
        if not self._waiting:
            self._end()
            return
        order, copy, target = self._waiting.pop(0)
        self.progressed.emit(texts.making(self._total - len(self._waiting), self._total, copy.reviewer))
        output = self._output = self._make(target, order)
        output.delivered.connect(lambda _delivery: self._take(copy, order.concept))
        output.held_open.connect(output.give_up)
        output.failed.connect(self._fail)
        output.cancelled.connect(lambda: self._fail(texts.STOPPED))
        output.start(self._worker, self._session)

    def _take(self, copy: GivenCopy, concept: str) -> None:
        self._given.append(copy)
        self._concept = concept
        self._next()

    def _fail(self, sentence: str) -> None:
        self._faults.append(sentence)
        self._next()

    def _end(self) -> None:
        """Keep in one step who was given what."""
        self._output = None
        if self._given:
            edit = give_out(self._session.document, self._concept, self._given)
            self._session.apply(edit, texts.STEP_GIVEN)
        self.ended.emit(len(self._given), self._faults)
