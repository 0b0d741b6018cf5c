"""On what ground a file lies: a disk of this machine, a drive of another one, or a folder that is synchronised.

Only names, mounts and marks beside the file are looked at; a drive of another machine is not asked, for it may not
answer.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from pathlib import Path, PurePath, PureWindowsPath

from ikonzept_desktop.values import dataclass

_REMOTE = 4
"""DRIVE_REMOTE, by GetDriveTypeW of Windows."""
_NETWORK_SYSTEMS = re.compile(
    r"(nfs4?|cifs|smb3|smbfs|afs|9p|ceph|davfs|ncpfs|fuse\.(sshfs|davfs2?|rclone|gvfsd-fuse|smbnetfs|s3fs|glusterfs))$"
)
_CLOUD_FOLDERS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Variables by which OneDrive tells where it keeps its folders."""
_MARKS = re.compile(r"(\._?sync_.*\.db|\.sync_.*\.db|\.dropbox(\.cache)?|\.owncloudsync\.log|\.stfolder)$")
"""What Nextcloud, ownCloud, Dropbox and Syncthing leave in a folder that they synchronise."""


class Ground(Enum):
    """What a file lies on."""

    OWN = "own"
    SHARE = "share"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True)
class Surveyor:
    """What the system says of its drives and folders."""

    windows: bool
    drive_type: Callable[[str], int]
    """Windows' kind of a drive, by its root (`H:\\`)."""
    mounts: Callable[[], str]
    """The mounted file systems, as Linux lists them (fstab(5))."""
    variables: Mapping[str, str]
    names: Callable[[Path], Iterable[str]]
    """The names in a folder; none where it cannot be read."""


def ground_of(path: Path, asked: Surveyor | None = None) -> Ground:
    """Tell on what ground an absolute path lies, whether or not there is a file yet."""
    asked = asked or this_system()
    if is_remote(path, asked):
        return Ground.SHARE
    return Ground.SYNCED if _is_synced(path, asked) else Ground.OWN


def is_remote(path: PurePath, asked: Surveyor | None = None) -> bool:
    """Tell whether a path leads to another machine, without asking that one."""
    asked = asked or this_system()
    if asked.windows:
        drive = PureWindowsPath(path).drive.upper().replace("/", "\\")
        if drive.startswith("\\\\?\\UNC\\"):
            return True
        drive = drive.removeprefix("\\\\?\\")
        return drive.startswith("\\\\") or (len(drive) == 2 and asked.drive_type(f"{drive}\\") == _REMOTE)
    return _NETWORK_SYSTEMS.match(_file_system(path, asked.mounts())) is not None


def _file_system(path: PurePath, mounts: str) -> str:
    """Give the kind of the file system that is mounted nearest above a path."""
    nearest, kind = "", ""
    for line in mounts.splitlines():
        if len(parts := line.split(" ")) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), parts[1])
        if len(point) >= len(nearest) and path.is_relative_to(point):
            nearest, kind = point, parts[2]
    return kind


def _is_synced(path: Path, asked: Surveyor) -> bool:
    kind = PureWindowsPath if asked.windows else PurePath
    folders = [kind(folder) for name in _CLOUD_FOLDERS if (folder := asked.variables.get(name))]
    if any(kind(path).is_relative_to(folder) for folder in folders):
        return True
    return any(_MARKS.match(name) for folder in path.parents for name in asked.names(folder))


def this_system() -> Surveyor:
    """Ask the system this runs on."""
    return Surveyor(sys.platform == "win32", _drive_type, _mounts, os.environ, _names)


if sys.platform == "win32":

    def _drive_type(root: str) -> int:
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(root))

else:

    def _drive_type(_root: str) -> int:
        return 0


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _names(folder: Path) -> Iterable[str]:
    """Give the names of hidden files alone, which is what marks are; the top of a drive has none of them."""
    if folder == folder.parent:
        return ()
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if entry.name.startswith(".")]
    except OSError:
        return ()
