"""What can be asked of a file beside its concept, and how an answer comes; knows no database."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import Step
from ikonzept_desktop.model.store.assembly import State
from ikonzept_desktop.model.store.rows import Row
from ikonzept_desktop.model.store.snapshots import Snapshot

Result = TypeVar("Result")


class Kept(Protocol):
    """Steps, pictures and snapshots, each held against its hash."""

    def step(self, number: int) -> Step | None:
        """Give a step of the history; None where it is forgotten or damaged, as undo can go no further then."""

    def image(self, digest: str) -> bytes | None:
        """Give the bytes of a picture; None where it is missing or damaged."""

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Give what is said of every snapshot, the oldest first; raises FormError where that is damaged."""

    def snapshot(self, id: str) -> Snapshot | None:
        """Give what is said of one snapshot; None where it is missing or damaged."""

    def document_of_snapshot(self, id: str) -> Document:
        """Give the document of a snapshot; raises KeyError where there is none and FormError where it is damaged."""

    def everything(self) -> tuple[State, list[Row]]:
        """Give the state, and the rows of steps, snapshots and pictures that are as they were written."""


Question = Callable[[Kept], Result]
"""Put to a file by whoever has it open."""
