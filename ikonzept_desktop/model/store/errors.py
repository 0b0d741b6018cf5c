"""What can be wrong with a project file: each kind a type of its own, each told in German.

What happened, what is safe, what can be done. None of them has changed the file.
"""

from datetime import datetime
from pathlib import Path

from ikonzept_desktop import local_time
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a concept open for writing."""

    user: str
    host: str
    process: int


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy of a project file."""

    path: Path
    made: datetime
    """UTC."""


class StoreError(Exception):
    """A project file cannot be used as asked; the text is for the user."""

    readable = False
    """Whether opening it to read only would work."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class NoSuchFile(StoreError):
    """There is no file of that name."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"Die Datei „{path.name}“ gibt es nicht (mehr). Vielleicht wurde sie verschoben.")


class Unreachable(StoreError):
    """The file system does not answer, or not for this user."""

    def __init__(self, path: Path, reason: str, *, readable: bool = False) -> None:
        self.readable = readable
        super().__init__(
            path,
            f"Die Datei „{path.name}“ lässt sich nicht öffnen ({reason}). Nichts wurde verändert. "
            "Prüfen Sie, ob das Laufwerk erreichbar ist und ob Sie die Datei lesen dürfen.",
        )


class EmptyFile(StoreError):
    """The file has no byte."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Die Datei „{path.name}“ ist leer; sie enthält kein Konzept. Nichts wurde verändert. "
            "Öffnen Sie eine Sicherung oder eine andere Datei.",
        )


class ForeignFile(StoreError):
    """The file was made by another program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Die Datei „{path.name}“ ist kein Konzept von iKonzept. Nichts wurde verändert. "
            "Bitte wählen Sie eine Datei mit der Endung .ikonzept.",
        )


class NewerFile(StoreError):
    """The file was written by a newer version of this program."""

    def __init__(self, path: Path, *, readable: bool = False) -> None:
        way_out = "Öffnen Sie sie zum Lesen oder lassen" if readable else "Bitte lassen"
        super().__init__(
            path,
            f"Die Datei „{path.name}“ stammt aus einer neueren Version von iKonzept. Nichts wurde verändert. "
            f"{way_out} Sie iKonzept aktualisieren.",
        )
        self.readable = readable


class DamagedFile(StoreError):
    """Something in the file is not as it was written."""

    def __init__(self, path: Path, sections: tuple[str, ...] = (), backup: Backup | None = None) -> None:
        """Name the titles of the sections that suffered, where they are known, and the newest backup."""
        super().__init__(path, f"{self._what(path)}{self._where(sections)}{_way_out(backup)}")
        self.sections = sections
        self.backup = backup

    @staticmethod
    def _what(path: Path) -> str:
        return f"Die Datei „{path.name}“ ist beschädigt"

    @staticmethod
    def _where(sections: tuple[str, ...]) -> str:
        if not sections:
            return ". "
        more = f" und {len(sections) - 1} weiteren" if len(sections) > 1 else ""
        return f", und zwar im Abschnitt „{sections[0]}“{more}. "


class TruncatedFile(DamagedFile):
    """The end of the file is missing."""

    @staticmethod
    def _what(path: Path) -> str:
        return f"Die Datei „{path.name}“ ist unvollständig: ihr Ende fehlt"


class AlteredFile(DamagedFile):
    """The file holds tables, triggers or views that this program never wrote; it may mean harm."""

    @staticmethod
    def _what(path: Path) -> str:
        return f"Die Datei „{path.name}“ enthält Fremdes, das iKonzept nicht geschrieben hat, und wird nicht geöffnet"


class AlreadyOpen(StoreError):
    """Another window or another computer has the file open."""

    readable = True

    def __init__(self, path: Path, holder: Holder | None) -> None:
        at = f"von {holder.user} am Rechner {holder.host}" if holder else "an anderer Stelle"
        super().__init__(
            path,
            f"Das Konzept ist gerade {at} geöffnet. Nichts wurde verändert. Öffnen Sie es zum Lesen oder warten Sie.",
        )
        self.holder = holder


class WriteProtected(StoreError):
    """The file or its medium takes no writing."""

    readable = True

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Die Datei „{path.name}“ ist schreibgeschützt. Nichts wurde verändert. "
            "Öffnen Sie sie zum Lesen, oder speichern Sie eine Kopie in einem anderen Ordner.",
        )


class FolderWriteProtected(StoreError):
    """Nothing can be written beside the file, as writing in it safely needs."""

    readable = True

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Im Ordner „{path.parent.name or path.parent}“ darf nichts geschrieben werden. Nichts wurde verändert. "
            "Öffnen Sie die Datei zum Lesen, oder speichern Sie eine Kopie in einem anderen Ordner.",
        )


class NotWritten(StoreError):
    """A new file could not be written; what stood there before stands there still."""


class NotSaved(StoreError):
    """Something is not on disk yet; it is kept in memory, and writing is tried again."""


class NoImage(StoreError):
    """The bytes are no picture this program takes, or the file holds no such picture."""


class NothingToSave(StoreError):
    """The concept is open to be read only."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"„{path.name}“ ist nur zum Lesen geöffnet.")


def _way_out(backup: Backup | None) -> str:
    if backup is None:
        return "Nichts wurde verändert. Bitte bewahren Sie die Datei auf; iKonzept kann retten, was lesbar ist."
    made = local_time.here(backup.made)
    return f"Die Sicherung vom {made:%d.%m.%Y}, {made:%H:%M} Uhr ist vollständig. Möchten Sie sie ansehen?"
