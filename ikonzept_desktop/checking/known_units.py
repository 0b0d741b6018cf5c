"""Words that the dictionary has found right, kept for the next sitting: a new concept has thousands to be asked for.

A plain file, one unit a line, only ever added to; its name holds what the answers rest on. Units that are wrong are
asked for again: names and slips of a text are written nowhere but in the concept.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from ikonzept_desktop.checking import lexicon, word_parts

LARGEST = 4_000_000
"""Bytes above which the file is begun anew: some 300,000 words."""
_RULES = (lexicon, word_parts)
"""The modules that judge; where they change, so may the answers."""
_RESTS_ON = ("de_DE.aff", "de_DE.dic", "fachwoerter.txt")


class KnownUnits:
    """What is known to be right, in memory and in its file; a file that cannot be read or written is done without."""

    def __init__(self, folder: Path, dictionary: Path) -> None:
        """Read what is known by the dictionary as it stands; what was known by others is deleted."""
        self._file = folder / f"woerter-{digest(dictionary)}.txt"
        with contextlib.suppress(OSError):
            for other in folder.glob("woerter-*.txt"):
                if other != self._file or other.stat().st_size > LARGEST:
                    other.unlink()
        try:
            text = self._file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            text = ""
        # What follows the last end of a line may have been cut off.
        self._units = set(text[: text.rfind("\n") + 1].split("\n")) - {""}

    def __contains__(self, unit: str) -> bool:
        """Tell whether a unit is known to be right."""
        return unit in self._units

    def add(self, units: Iterable[str]) -> None:
        """Keep units that are right, in one write: other programs may be adding theirs."""
        new = [unit for unit in units if unit not in self._units and "\n" not in unit]
        if not new:
            return
        self._units.update(new)
        # The line before may have been cut off.
        lines = "".join(["\n", *(f"{unit}\n" for unit in new)]).encode("utf-8", "replace")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            opened = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.write(opened, lines)
            finally:
                os.close(opened)


def digest(dictionary: Path) -> str:
    """Give what tells the answers of one dictionary from those of another: by its files and our rules."""
    found = hashlib.sha256()
    for file in (*(dictionary / name for name in _RESTS_ON), *(Path(str(module.__file__)) for module in _RULES)):
        with contextlib.suppress(OSError):
            found.update(file.read_bytes())
        found.update(b"\0")
    return found.hexdigest()[:16]
