"""The working copy of a concept that lies elsewhere: a folder of the user's own, and what it stands for."""

import json
import shutil
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.store.errors import AlreadyOpen
from ikonzept_desktop.model.store.file_header import journal_of
from ikonzept_desktop.model.store.lock import FileLock, holder_of, lock_path
from ikonzept_desktop.model.store.shared.fingerprint import Fingerprint, fingerprint, is_still
from ikonzept_desktop.model.store.whereabouts import working_folder
from ikonzept_desktop.paths import as_compared, place_mark, safe_file_name
from ikonzept_desktop.patience import NoAnswer, answered

_RECORD = "herkunft.json"
_ASIDE = f"{_RECORD}.alt"
_SAME = 2.0
"""Seconds for drives to say whether two paths lead to one file."""
_INCOMING, _OUTGOING = "eingang.tmp", "ausgang.tmp"
_SENSELESS = (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError)
_UNREADABLE = (OSError, *_SENSELESS)


class DeskCopy:
    """One working copy, and the file it was made of and goes back to."""

    def __init__(self, original: Path, file: Path | None = None) -> None:
        """Stand for a file at an absolute path; nothing is touched yet. Raises OSError where its record is held."""
        self.original = original
        self.file = file or known_copy(original) or _free_folder(original) / _copy_name(original)

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
        moved = DeskCopy(original, self.file)
        moved.remember(base)
        return moved

    def fetch(self) -> None:
        """Make the copy anew of the original, and remember what that was; raises AlreadyOpen, OSError, FileHeldOpen.

        It gets its name last: a copy of that name is whole, lasts, and is known by what it stands for.
        """
        if self.is_in_use():
            raise AlreadyOpen(self.original, holder_of(self.file))
        self.remove()
        self.folder.mkdir(parents=True, exist_ok=True)
        incoming = self.folder / _INCOMING
        shutil.copyfile(self.original, incoming)
        copied, found = fingerprint(incoming), fingerprint(self.original)
        if copied.digest != found.digest:
            raise OSError("the original was changed while it was read")
        self.remember(found)
        atomic_file.replace(incoming, self.file)

    def remember(self, base: Fingerprint, going: str = "") -> None:
        """Remember what the original was when both were last the same; raises OSError and FileHeldOpen.

        `going` is the digest of what is about to take its place: whether that arrived, not everybody lives to see.
        """
        said = {
            "file": str(self.original),
            "copy": self.file.name,
            "size": base.size,
            "changed": base.changed,
            "head": base.head,
            "digest": base.digest,
            "going": going,
        }
        atomic_file.write_text(self.folder / _RECORD, json.dumps(said, ensure_ascii=False))

    def base(self) -> Fingerprint | None:
        """Give what the original was then; None where there is no working copy, or nobody knows any more.

        Raises OSError where that cannot be read now.
        """
        try:
            said = _said(self.folder / _RECORD)
            return Fingerprint(int(said["size"]), int(said["changed"]), str(said["head"]), str(said["digest"]))
        except _SENSELESS:
            return None

    def is_original_known(self) -> bool:
        """Tell whether the original is what it was, or what went there last; raises OSError and FileHeldOpen."""
        base, going = self.base(), self.going()
        if base is None:
            return False
        if is_still(self.original, base):
            return True
        if not going or (found := fingerprint(self.original)).digest != going:
            return False
        self.remember(found)
        return True

    def going(self) -> str:
        """Give the digest of what was about to go out and is not known to have arrived; empty where nothing was.

        Raises OSError where that cannot be read now.
        """
        with suppress(*_SENSELESS):
            return _said(self.folder / _RECORD)["going"]
        return ""

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
        """Clear the working copy away, with all that lies beside it; one that is held open stays, and stays known."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)  # the first to go: without it the rest means nothing
            shutil.rmtree(self.folder, ignore_errors=True)

    def put_aside(self) -> Path:
        """Keep it under a name that no opening will come upon, and give where it is; raises OSError."""
        number = 1
        while (aside := self.folder.with_name(f"{self.folder.name} ({number})")).exists():
            number += 1
        self.folder.rename(aside)
        (aside / _RECORD).rename(aside / _ASIDE)
        return aside / self.file.name


def put_aside_of(original: Path) -> tuple[DeskCopy, ...]:
    """Give the working copies of a file that were put aside, since there was nowhere to put their words."""
    found = []
    for folder, file, copy in _put_aside():
        if file == original:
            found.append(DeskCopy(original, folder / copy))
    return tuple(found)


def originals_put_aside() -> tuple[Path, ...]:
    """Give the files of which a working copy was put aside."""
    return tuple(file for _, file, _ in _put_aside())


def _put_aside() -> list[tuple[Path, Path, str]]:
    found = []
    for record in sorted(working_folder().glob(f"*/{_ASIDE}")):
        with suppress(*_UNREADABLE):
            said = _said(record)
            file, copy = Path(said["file"]), Path(said["copy"]).name
            if (record.parent / copy).is_file():
                found.append((record.parent, file, copy))
    return found


def stands_for(path: Path) -> Path:
    """Give the file that a working copy stands for; any other file stands for itself."""
    if path.parent.parent != working_folder():
        return path
    with suppress(*_UNREADABLE):
        return Path(_said(path.parent / _RECORD)["file"])
    return path


def known_copy(original: Path) -> Path | None:
    """Give the working copy that is there for a file; raises OSError where its record cannot be read now."""
    known = as_compared(original)
    return _copy_of(original, lambda file: as_compared(file) == known) or _copy_of(
        original, lambda file: _is_other_name(file, original)
    )


def _copy_of(original: Path, is_it: Callable[[Path], bool]) -> Path | None:
    own = _folder_name(original)
    for record in sorted(working_folder().glob(f"*/{_RECORD}")):
        # A record that another program holds says nothing of other files, and of this one not that there is no copy.
        with suppress(*(_SENSELESS if record.parent.name.startswith(own) else _UNREADABLE)):
            said = _said(record)
            if (copy := record.parent / Path(said["copy"]).name).is_file() and is_it(Path(said["file"])):
                return copy
    return None


def _is_other_name(file: Path, original: Path) -> bool:
    """Tell whether a path leads to a file by another name: by drive letter or server, in other case or composition."""
    if _plain(file.name) != _plain(original.name):
        return False
    try:
        return answered(lambda: file.samefile(original), _SAME)
    except FileNotFoundError:
        return _plain(str(file)) == _plain(str(original))
    except (NoAnswer, OSError):
        return False


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _copy_name(original: Path) -> str:
    """Name a working copy so that it is short and is found, however the file is called."""
    return f"{safe_file_name(original.stem)[:60].rstrip(' .')}.ikonzept"


def _free_folder(original: Path) -> Path:
    """Give the folder for a new working copy: named by the file and its place, and with no other copy in it."""
    name = _folder_name(original)
    folder, number = working_folder() / name, 1
    while any(folder.glob("*.ikonzept")):
        number += 1
        folder = folder.with_name(f"{name} ({number})")
    return folder


def _folder_name(original: Path) -> str:
    return f"{safe_file_name(original.stem)[:60]}-{place_mark(original)}"


def _said(record: Path) -> dict[str, str]:
    """Read what the folder of a record stands for; raises one of _UNREADABLE."""
    said = json.loads(record.read_text(encoding="utf-8"))
    return {str(key): str(value) for key, value in said.items()}
