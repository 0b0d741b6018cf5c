"""A concept as it is only looked at: beside its own text, in a version of it, or in a state kept in its file."""

from datetime import datetime
from typing import NoReturn

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.ui.session import Keeper, Session


class LookingKeeper:
    """Gives pictures, and keeps nothing."""

    def __init__(self, keeper: Keeper) -> None:
        """Take pictures from where another keeper has them."""
        self.image = keeper.image

    def flush(self, timeout: float) -> bool:
        """Tell that nothing is left to write."""
        return True

    def close(self) -> None:
        """Let nothing go: the file belongs to the other keeper."""

    def unacknowledged(self) -> int:
        """Count nothing."""
        return 0

    def snapshot_for_export(self, now: datetime) -> NoReturn:
        """Refuse; raises NotImplementedError: only an open concept is given out."""
        raise NotImplementedError

    def snapshots(self) -> frozenset[str]:
        """Give none: nothing that came back is taken in here."""
        return frozenset()

    def add_image(self, data: bytes) -> NoReturn:
        """Refuse; raises NotImplementedError: nothing can be put in here."""
        raise NotImplementedError

    def on_acknowledged(self, listener: object) -> None:
        """Do without: nothing is ever written."""

    def on_trouble(self, listener: object) -> None:
        """Do without: nothing is ever written."""


def looking_at(session: Session, document: Document | None = None) -> Session:
    """Give a session that shows what an open one shows, as it changes, or a state of it; it takes no edit."""
    project = session.project if document is None else Project(document)
    return Session(session.path, project, LookingKeeper(session.keeper), read_only=True)
