"""The one stateful object: a concept that is being worked on."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.changes import Changes
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Edit, inverse, touched
from ikonzept_desktop.model.history import History, Selection, Step
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What the store is told after each edit: the whole new state, and what became of the history."""

    number: int
    """Counts every edit, undo and redo of the file's life, from 1; the store acknowledges by it."""
    document: Document
    position: int
    """The history's last step that is done."""
    step: Step | None = None
    """The step that came or changed; steps of higher numbers are forgotten. None after undo and redo."""


class Journal(Protocol):
    """Takes entries and sees to it that they last."""

    def record(self, entry: Entry) -> None:
        """Take an entry at once, without waiting for the disk."""


class NoJournal:
    """Keeps nothing: for a concept that is only looked at."""

    def record(self, entry: Entry) -> None:
        """Let the entry go."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What observers are told after an edit."""

    before: Document
    after: Document
    changes: Changes
    number: int
    initiator: object = None
    """Who made the edit and has it on screen already; None for undo, redo and the rest."""
    selection: Selection | None = None
    """Where undo or redo puts the caret."""


Observer = Callable[[Notice], None]


def _now() -> datetime:
    return datetime.now(UTC)


class Project:
    """A concept with its history and its observers; every change goes through `apply`, `undo` or `redo`."""

    def __init__(
        self,
        document: Document,
        *,
        journal: Journal | None = None,
        history: History | None = None,
        number: int = 0,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """Begin with a document as it stands; `number` is that of the last edit ever made to it."""
        self._document = document
        self._journal = journal or NoJournal()
        self._history = history or History()
        self._number = number
        self._clock = clock
        self._observers: list[Observer] = []

    @property
    def document(self) -> Document:
        """The concept as it stands."""
        return self._document

    @property
    def number(self) -> int:
        """The number of the last edit."""
        return self._number

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Have an observer told of every edit; gives the call that ends it."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def apply(
        self,
        edit: Edit,
        label: str,
        *,
        typing: bool = False,
        before: Selection | None = None,
        after: Selection | None = None,
        initiator: object = None,
    ) -> Notice:
        """Carry out an edit under the name the user knows it by.

        Raises EditError where it does not fit and SchemaError where its result would be no concept; nothing
        is changed then.
        """
        changes = touched(edit)
        document = apply(self._document, edit)
        schema.check(document, changes, self._document)
        step = self._history.record(Step(0, edit, label, self._clock(), before, after), typing=typing)
        return self._swap(document, changes, step=step, initiator=initiator)

    def undo_label(self) -> str:
        """What undo would take back; empty where there is nothing."""
        step = self._history.done()
        return step.label if step else ""

    def redo_label(self) -> str:
        """What redo would do again; empty where there is nothing."""
        step = self._history.undone()
        return step.label if step else ""

    def undo(self) -> Notice | None:
        """Take the last step back; None where there is none."""
        step = self._history.done()
        if step is None:
            return None
        edit = inverse(step.edit)
        document = apply(self._document, edit)
        self._history.step_back()
        return self._swap(document, touched(edit), selection=step.before)

    def redo(self) -> Notice | None:
        """Do the step again that was taken back last; None where there is none."""
        step = self._history.undone()
        if step is None:
            return None
        document = apply(self._document, step.edit)
        self._history.step_forward()
        return self._swap(document, touched(step.edit), selection=step.after)

    def _swap(
        self,
        document: Document,
        changes: Changes,
        *,
        step: Step | None = None,
        initiator: object = None,
        selection: Selection | None = None,
    ) -> Notice:
        self._number += 1
        notice = Notice(self._document, document, changes, self._number, initiator, selection)
        self._document = document
        self._journal.record(Entry(self._number, document, self._history.position, step))
        for observer in tuple(self._observers):
            observer(notice)
        return notice
