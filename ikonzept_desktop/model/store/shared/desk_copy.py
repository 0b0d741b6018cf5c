"""The working copy of a concept that lies elsewhere: a folder of the user's own, and what it stands for."""

import json
import shutil
from contextlib import suppress
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.store.errors import AlreadyOpen
from ikonzept_desktop.model.store.file_header import journal_of
from ikonzept_desktop.model.store.lock import FileLock, lock_path
from ikonzept_desktop.model.store.shared.fingerprint import Fingerprint, fingerprint, is_still
from ikonzept_desktop.paths import as_compared, free_path, place_mark, safe_file_name, user_folders

_RECORD = "herkunft.json"
_OUTGOING = "ausgang.tmp"
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError)


def working_folder() -> Path:
    """Give the folder that holds every working copy of this user."""
    return user_folders().data / "arbeitskopien"


class DeskCopy:
    """One working copy, and the file it was made of and goes back to."""

    def __init__(self, original: Path) -> None:
        """Stand for a file at an absolute path; nothing is touched yet."""
        self.original = original
        self.file = _known_copy(original) or _free_folder(original) / original.name

    @property
    def folder(self) -> Path:
        """The folder that holds it, and nothing else."""
        return self.file.parent

    @property
    def outgoing(self) -> Path:
        """Where it is copied to before it goes out."""
        return self.folder / _OUTGOING

    def of_another(self, original: Path, base: Fingerprint) -> "DeskCopy":
        """Have the same working copy stand for another file, which is as it is; raises OSError."""
        moved = DeskCopy(original)
        moved.file = self.file
        moved.remember(base)
        return moved

    def fetch(self) -> None:
        """Make the copy anew of the original, and remember what that was; raises OSError."""
        if self.is_in_use():
            raise OSError("the working copy is in use")
        self.remove()
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.original, self.file)
        copied, found = fingerprint(self.file), fingerprint(self.original)
        if copied.digest != found.digest:
            raise OSError("the original was changed while it was read")
        self.remember(found)

    def remember(self, base: Fingerprint) -> None:
        """Remember what the original was when copy and original were last the same; raises OSError."""
        said = {
            "file": str(self.original),
            "copy": self.file.name,
            "size": base.size,
            "changed": base.changed,
            "head": base.head,
            "digest": base.digest,
        }
        atomic_file.write_text(self.folder / _RECORD, json.dumps(said, ensure_ascii=False))

    def base(self) -> Fingerprint | None:
        """Give what the original was then; None where there is no working copy, or nobody knows any more."""
        try:
            said = _said(self.folder)
            return Fingerprint(int(said["size"]), int(said["changed"]), str(said["head"]), str(said["digest"]))
        except _UNREADABLE:
            return None

    def is_ahead(self) -> bool:
        """Tell whether it holds words that the original may not have; raises OSError."""
        if not self.file.exists():
            return False
        base, journal = self.base(), journal_of(self.file)
        if base is None or (journal.exists() and journal.stat().st_size):
            return True
        return not is_still(self.file, base) and fingerprint(self.file).digest != base.digest

    def is_in_use(self) -> bool:
        """Tell whether a program that lives writes in it; what one that died has left counts for nothing."""
        if not lock_path(self.file).exists():
            return False
        try:
            FileLock(self.file).release()
        except AlreadyOpen:
            return True
        return False

    def remove(self) -> None:
        """Clear the working copy away, with all that lies beside it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def put_aside(self) -> Path:
        """Keep it under a name that no opening will come upon, and give where it is; raises OSError."""
        number = 1
        while (aside := self.folder.with_name(f"{self.folder.name} ({number})")).exists():
            number += 1
        self.folder.rename(aside)
        (aside / _RECORD).rename(aside / f"{_RECORD}.alt")
        return aside / self.file.name


def stands_for(path: Path) -> Path:
    """Give the file that a working copy stands for; any other file stands for itself."""
    if path.parent.parent != working_folder():
        return path
    with suppress(*_UNREADABLE):
        return Path(_said(path.parent)["file"])
    return path


def _known_copy(original: Path) -> Path | None:
    """Give the working copy that is there for a file."""
    known = as_compared(original)
    for record in working_folder().glob(f"*/{_RECORD}"):
        with suppress(*_UNREADABLE):
            said = _said(record.parent)
            if as_compared(said["file"]) == known and (copy := record.parent / Path(said["copy"]).name).exists():
                return copy
    return None


def _free_folder(original: Path) -> Path:
    """Give the folder for a new working copy: named by the file and its place, and used by no other file."""
    name = f"{safe_file_name(original.stem)[:60]}-{place_mark(original)}"
    return free_path(working_folder(), name)


def _said(folder: Path) -> dict[str, str]:
    """Read what a folder stands for; raises one of _UNREADABLE."""
    said = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
    return {str(key): str(value) for key, value in said.items()}
