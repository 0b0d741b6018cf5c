"""What a giving back that was torn off has left beside a concept: half of a file, under a name of nobody's."""

import re
from contextlib import suppress
from pathlib import Path

from ikonzept_desktop.model.store.lock import lock_path

_OLD = 3600.0
"""Seconds; what is younger may be the work of somebody who is at it, at a concept whose name begins in the same way."""


def sweep(original: Path) -> None:
    """Clear away what was left beside a concept; only under its lock, which tells the time of that drive."""
    ours = re.compile(re.escape(f".{original.stem[:40]}-") + r"[0-9a-f]{8}\.tmp")
    with suppress(OSError):
        now = lock_path(original).stat().st_mtime
        for file in original.parent.glob(".*.tmp"):
            if ours.fullmatch(file.name) and now - file.stat().st_mtime > _OLD:
                file.unlink()
