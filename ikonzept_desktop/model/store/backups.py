"""Verified copies of a project file in the user's own folder, made on opening and thinned out with age."""

import filecmp
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.store.errors import Backup, NotWritten, StoreError
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.model.store.lock import FileLock
from ikonzept_desktop.model.store.recovery import make_self_contained
from ikonzept_desktop.model.store.shared.desk_copy import stands_for
from ikonzept_desktop.paths import place_mark, safe_file_name, user_folders

ALL_OF = timedelta(days=2)
"""Younger copies are all kept."""
DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""Of older ones the last of so many days is kept, then of so many weeks, then of so many months."""

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
_SUFFIX = ".ikonzept"


def backup_folder(path: Path) -> Path:
    """Give the folder for the copies of a project file; each file has its own, told by where it lies.

    The copies of a working copy are those of the file that it stands for.
    """
    path = stands_for(path)
    return user_folders().data / "backups" / f"{safe_file_name(path.stem)}-{place_mark(path.absolute())}"


def backups(path: Path) -> tuple[Backup, ...]:
    """Give the copies of a project file, the newest first."""
    found = (_backup(file) for file in backup_folder(path).glob(f"*{_SUFFIX}"))
    return tuple(sorted(filter(None, found), key=lambda backup: backup.made, reverse=True))


def newest_backup(path: Path) -> Backup | None:
    """Give the newest copy that still is sound; None where there is none."""
    for backup in backups(path):
        with suppress(StoreError):
            load(backup.path)
            return backup
    return None


def make_backup(path: Path, now: datetime, check: Callable[[Path], object] = load) -> Backup:
    """Copy a project file that nobody is writing, check the copy, and thin out the older ones as far as they let us.

    A file that is just as the newest copy gives that one. Raises NotWritten, and what `check` raises of the copy.
    """
    known = backups(path)
    try:
        if known and filecmp.cmp(known[0].path, path, shallow=False):
            return known[0]
        made = _copied(path, backup_folder(path), now.astimezone(UTC), check)
        _thin_out((made, *known), now)
    except (OSError, atomic_file.FileHeldOpen) as error:
        raise NotWritten(
            path, "Die Sicherungskopie ließ sich nicht anlegen. Ihr Konzept ist davon unberührt."
        ) from error
    return made


def restore_backup(backup: Backup, path: Path) -> Path | None:
    """Put a copy in the place of its project file, which is kept beside it; gives where.

    Raises StoreError where the copy is unsound or the file is open; nothing is changed then.
    """
    load(backup.path)
    lock = FileLock(path)
    try:
        kept = _aside(path) if path.exists() else None
        if kept is not None:
            make_self_contained(path)
            shutil.copy2(path, kept)
        with atomic_file.writing(path) as temporary:
            shutil.copyfile(backup.path, temporary)
            load(temporary)
    except (OSError, atomic_file.FileHeldOpen) as error:
        sentence = f"Die Sicherung ließ sich nicht nach „{path.name}“ zurückholen. Sie ist weiterhin vorhanden."
        raise NotWritten(path, sentence) from error
    finally:
        lock.release()
    return kept


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Choose the copies to keep, by when they were made."""
    newest_first = sorted(moments, reverse=True)
    chosen = {moment for moment in newest_first if now - moment <= ALL_OF}
    rest = [moment for moment in newest_first if moment not in chosen]
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda moment: moment.date()),
        (WEEKLY, lambda moment: moment.isocalendar()[:2]),
        (MONTHLY, lambda moment: (moment.year, moment.month)),
    )
    for count, period in periods:
        last_of = {period(moment): moment for moment in reversed(rest)}
        lasts = sorted(last_of.values(), reverse=True)[:count]
        chosen.update(lasts)
        rest = [moment for moment in rest if lasts and moment < lasts[-1]]
    return chosen


def _copied(path: Path, folder: Path, now: datetime, check: Callable[[Path], object]) -> Backup:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{now.strftime(_STAMP)}{_SUFFIX}"
    with atomic_file.writing(target) as temporary:
        shutil.copyfile(path, temporary)
        check(temporary)
    return Backup(target, now)


def _thin_out(found: tuple[Backup, ...], now: datetime) -> None:
    keep = kept((backup.made for backup in found), now)
    for backup in found:
        if backup.made not in keep:
            atomic_file.clear_away(backup.path)


def _backup(file: Path) -> Backup | None:
    try:
        return Backup(file, datetime.strptime(file.stem, _STAMP).replace(tzinfo=UTC))
    except ValueError:
        return None


def _aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem} (vor der Wiederherstellung {number}){path.suffix}")).exists():
        number += 1
    return aside
