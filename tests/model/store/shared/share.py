"""A folder that is synchronised, whose concepts are therefore written in working copies, and a colleague at it."""

from pathlib import Path

import pytest

from ikonzept_desktop.model.store.opened import GivingBack, Told
from ikonzept_desktop.model.store.shared import publisher
from ikonzept_desktop.model.store.whereabouts import working_folder
from tests.model.store.desk import Desk, again, new_desk

MARK = ".sync_0123456789ab.db"
"""What Nextcloud leaves in the folder that it synchronises."""


class SharedDesk(Desk):
    """An open concept on a share, with what is told of its giving back."""

    told: list[Told]

    @classmethod
    def at(cls, path: Path) -> "SharedDesk":
        """Open the file."""
        desk = cls(again(path).opened)
        desk.told = []
        desk.giving.on_told(desk.told.append)
        return desk

    @property
    def giving(self) -> GivingBack:
        """Who gives back."""
        assert self.opened.giving_back is not None
        return self.opened.giving_back

    def sentences(self) -> list[str]:
        """Give what was told that a user has to know."""
        return [told.sentence for told in self.told if told.sentence]


def synced(folder: Path) -> Path:
    """Make a folder that is synchronised, with a concept in it; gives the concept's path."""
    folder.mkdir()
    (folder / MARK).touch()
    path = folder / "Konzept.ikonzept"
    new_desk(path).close()
    return path


def colleagues_words(path: Path, words: str) -> None:
    """Have somebody write in the file from elsewhere, as a program does that knows no lock of ours."""
    elsewhere = path.parents[1] / "elsewhere.ikonzept"
    elsewhere.write_bytes(path.read_bytes())
    desk = again(elsewhere)
    desk.type(words)
    desk.close()
    path.unlink()
    elsewhere.rename(path)


def working_copies() -> list[Path]:
    """Give the working copies that are there."""
    return sorted(working_folder().glob("*/*.ikonzept"))


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give back without waiting for a pause, and wait for no drive."""
    for name, seconds in (("QUIET", 0.05), ("LATEST", 0.2), ("RETRY", 0.05), ("CLOSING", 5.0)):
        monkeypatch.setattr(publisher, name, seconds)
