"""The store of a concept that lies elsewhere: it keeps its words in a working copy, and sees that it goes back."""

from pathlib import Path

from ikonzept_desktop.model.store.errors import NotSaved
from ikonzept_desktop.model.store.shared import sentences
from ikonzept_desktop.model.store.shared.publisher import Publisher
from ikonzept_desktop.model.store.store import Store


class SharedStore(Store):
    """A store whose edits are acknowledged as soon as they are on this machine's disk."""

    def __init__(self, own: Store, original: Path, publisher: Publisher) -> None:
        """Speak for the original in place of the store of its working copy."""
        super().__init__(original, own._lock, own._thread)
        self._publisher = publisher
        self.on_acknowledged(lambda _number, _when: publisher.note())

    def flush(self, timeout: float = 10.0) -> bool:
        """Write what waits, and have it given back without waiting for that; tell whether all is on this disk."""
        done = super().flush(timeout)
        self._publisher.hurry()
        return done

    def leave(self) -> None:
        """Write what waits and let the file go; raises NotSaved also where it could not be given back."""
        try:
            super().leave()
        finally:
            back = self._publisher.finish()
        if not back:
            raise NotSaved(self.path, sentences.closed_without(self.path))

    def abandon(self) -> None:
        """Let the file go; what is on this disk is given back, or waits for the next opening."""
        super().abandon()
        self._publisher.finish()
