"""Where things lie: bundled resources, the user's folders, and names that every file system takes."""

import hashlib
import os
import re
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePath

from ikonzept_desktop.values import dataclass

TOP = Path(__file__).resolve().parent.parent
"""The folder that holds the package and, beside it, resources/: the checkout, or the installed program."""

NAME_POINTS = 120
NAME_BYTES = 200

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_SPACES = re.compile(r"\s+")
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\.|$)", re.IGNORECASE)


def resource(*parts: str) -> Path:
    """Give the path of a bundled resource, for instance `resource("fonts", "SourceSans3-Regular.ttf")`."""
    return TOP.joinpath("resources", *parts)


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The user's own folders for this program; they need not exist yet."""

    config: Path
    data: Path
    state: Path


def user_folders(
    platform: str = sys.platform, environment: Mapping[str, str] | None = None, home: Path | None = None
) -> UserFolders:
    """Give the user's folders: settings roam on Windows; data (backups) and state (logs) stay on the machine.

    Elsewhere the XDG Base Directory Specification 0.8 holds; as it asks, a relative path in a variable is passed over.
    """
    found = os.environ if environment is None else environment
    home = home or Path.home()

    def folder(variable: str, *fallback: str) -> Path:
        value = found.get(variable, "")
        return Path(value) if PurePath(value).is_absolute() else home.joinpath(*fallback)

    if platform == "win32":
        local = folder("LOCALAPPDATA", "AppData", "Local") / "iKonzept"
        return UserFolders(folder("APPDATA", "AppData", "Roaming") / "iKonzept", local / "data", local / "state")
    return UserFolders(
        folder("XDG_CONFIG_HOME", ".config") / "ikonzept",
        folder("XDG_DATA_HOME", ".local", "share") / "ikonzept",
        folder("XDG_STATE_HOME", ".local", "state") / "ikonzept",
    )


def is_same_file(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, by whatever links; where none is there, whether they are one path."""
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there; of a drive that has gone away Windows raises what `Path.is_dir` hands on."""
    try:
        return path.is_dir()
    except OSError:
        return False


def as_compared(path: str | Path) -> str:
    """Give a path as this system compares it: Windows holds capital and small letters to be the same."""
    return os.path.normcase(path)


def place_mark(path: Path) -> str:
    """Give twelve signs that tell where a file lies, the same however its path is written here."""
    return hashlib.sha256(as_compared(path).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def free_path(folder: Path, name: str, taken: set[Path] | None = None) -> Path:
    """Give a path in a folder that no file has yet, `Name (2).docx` where it must be; it is then one of the taken."""
    others = set() if taken is None else taken
    target, count = folder / name, 1
    stem, ending = target.stem, target.suffix
    while target in others or os.path.lexists(target):
        count += 1
        target = folder / f"{stem} ({count}){ending}"
    others.add(target)
    return target


def safe_file_name(title: str, suffix: str = "", fallback: str = "Konzept") -> str:
    """Make a title a file name that Windows, Linux and network shares take, for instance "50/020" -> "50-020".

    No forbidden signs, controls or invisible signs, no device names (CON, LPT1), no dot or space at an end; in NFC, at
    most 120 code points and 200 bytes of UTF-8 with the suffix. A title of nothing usable gives the fallback.
    """
    name = "".join(map(_visible, unicodedata.normalize("NFC", title)))
    name = _trimmed(_SPACES.sub(" ", _FORBIDDEN.sub("-", name)))
    name = name if name.strip("-") else fallback
    if device := _DEVICE.match(name + suffix):
        name = f"{device[1]}_{name[len(device[1]) :]}"
    while len(name + suffix) > NAME_POINTS or len((name + suffix).encode()) > NAME_BYTES:
        name = _trimmed(_without_last_sign(name))
    return name + suffix


def _visible(sign: str) -> str:
    match unicodedata.category(sign):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf" | "Cs" | "Co" | "Cn":
            return ""
        case _:
            return sign


def _trimmed(name: str) -> str:
    return name.strip(" .")


def _without_last_sign(name: str) -> str:
    end = len(name) - 1
    while end > 0 and unicodedata.combining(name[end]):
        end -= 1
    return name[:end]
