"""The registry as Wine keeps it in its files: all of it, before and after, and what of it is another's."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

Hive = Mapping[str, str]
"""What stands under each key, by its path."""

_KEY = re.compile(r"\[(.+)\] \d+")

_EXPLORER = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer"

# What Wine keeps for itself whatever is run: its own house, and the machine that it makes believe.
_WINES = (
    *(r"HKCU\Software\Wine", r"HKCU\Console", r"HKLM\Software\Wine", r"HKLM\System", r"HKLM\Hardware"),
    *(r"HKLM\Software\Microsoft\Windows NT\CurrentVersion", rf"{_EXPLORER}\Accent"),
)
_ON_EVERY_WINDOWS = {r"HKCU\Software\Classes", r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall"}
"""Keys that are there before any setup; Wine makes them with the first that comes below, and leaves them empty."""


def read_hive(text: str, root: str) -> dict[str, str]:
    """Read a file of Wine's registry (version 2); the times at which something was written do not count."""
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        if begins := _KEY.fullmatch(line):
            key = rf"{root}\{begins[1]}".replace("\\\\", "\\")
            found[key] = ""
        elif key and line and not line.startswith("#"):
            found[key] += f"{line}\n"
    return found


def registry_of(prefix: Path) -> dict[str, str]:
    """Give what stands in the registry of a prefix in which nothing runs: the user's half and the machine's."""
    halves = (("user.reg", "HKCU"), ("system.reg", "HKLM"))
    read = (read_hive((prefix / name).read_text(encoding="utf-8", errors="replace"), root) for name, root in halves)
    return {key: said for half in read for key, said in half.items()}


def differences(before: Hive, after: Hive) -> Iterable[str]:
    """Tell what is another in the registry than before, and not Wine's own."""
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) == after.get(key) or is_wines(key) or (key in _ON_EVERY_WINDOWS and not after.get(key)):
            continue
        what = "Come" if key not in before else "Gone" if key not in after else "Changed"
        yield f"{what} in the registry: {key}"


def is_wines(key: str) -> bool:
    """Tell whether a key is one that Wine writes for itself."""
    return any(f"{key}\\".lower().startswith(f"{own}\\".lower()) for own in _WINES)
