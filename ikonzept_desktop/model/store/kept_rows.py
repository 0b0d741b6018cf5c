"""What lies in a file beside the concept: steps, pictures and snapshots, each held against its hash."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import Step
from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.store.assembly import State, read_state
from ikonzept_desktop.model.store.batch import step_of
from ikonzept_desktop.model.store.rows import Row, Values, sound_values
from ikonzept_desktop.model.store.snapshots import Snapshot, read_snapshot, snapshot_document
from ikonzept_desktop.model.store.tables import IMAGES, KEPT, META, SNAPSHOTS, STEPS
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class KeptRows:
    """Answers from a file over a connection; see `kept`."""

    connection: Connection

    def step(self, number: int) -> Step | None:
        """Give a step of the history; None where it is forgotten or damaged, as undo can go no further then."""
        found = self.connection.execute(select(STEPS).where(STEPS.c.number == number)).first()
        values = None if found is None else sound_values("steps", found)
        try:
            return None if values is None else step_of(values)
        except FormError:
            return None

    def image(self, digest: str) -> bytes | None:
        """Give the bytes of a picture; None where it is missing or damaged."""
        data = self.connection.execute(select(IMAGES.c.data).where(IMAGES.c.digest == digest)).scalar()
        return data if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest else None

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Give what is said of every snapshot, the oldest first; raises FormError where that is damaged."""
        found = self.connection.execute(select(SNAPSHOTS.c.id, SNAPSHOTS.c.content))
        return tuple(sorted((read_snapshot(id, content) for id, content in found), key=lambda each: each.created))

    def snapshot(self, id: str) -> Snapshot | None:
        """Give what is said of one snapshot; None where it is missing or damaged."""
        values = self._snapshot_values(id)
        return None if values is None else read_snapshot(id, str(values[1]))

    def document_of_snapshot(self, id: str) -> Document:
        """Give the document of a snapshot; raises KeyError where there is none and FormError where it is damaged."""
        values = self._snapshot_values(id)
        if values is None:
            raise KeyError(id)
        assert isinstance(values[2], bytes)
        return snapshot_document(values[2])

    def state(self) -> State:
        """Give where the edits and the history stand; raises AssemblyError."""
        return read_state(str(self.connection.execute(select(META.c.content).where(META.c.key == "state")).scalar()))

    def everything(self) -> tuple[State, list[Row]]:
        """Give the state, and the rows of steps, snapshots and pictures that are as they were written."""
        return self.state(), [row for name in ("steps", "snapshots", "images") for row in self._rows(name)]

    def _snapshot_values(self, id: str) -> Values | None:
        found = self.connection.execute(select(SNAPSHOTS).where(SNAPSHOTS.c.id == id)).first()
        return None if found is None else sound_values("snapshots", found)

    def _rows(self, table: str) -> Iterator[Row]:
        for found in self.connection.execute(select(KEPT[table])):
            values = sound_values(table, found)
            if values is not None:
                yield Row(table, values)
