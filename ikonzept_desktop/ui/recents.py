"""The concepts that were open before, and whether they are where they were."""

import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop import local_time
from ikonzept_desktop.ui.window.start_page import Recent


class RecentLookup(QObject):
    """Looks for files in a thread of its own: a network drive that is gone may not answer for half a minute."""

    found = Signal(object)
    """A list of Recent, in the order asked for."""

    def look(self, paths: Sequence[Path]) -> list[Recent]:
        """Begin looking; gives what can be shown at once."""
        threading.Thread(target=self._look, args=(tuple(paths),), daemon=True, name="recent-files").start()
        return [Recent(path, "", None) for path in paths]

    def _look(self, paths: tuple[Path, ...]) -> None:
        self.found.emit([_looked_up(path) for path in paths])


def _looked_up(path: Path) -> Recent:
    try:
        changed = local_time.of_stamp(path.stat().st_mtime)
    except OSError:
        return Recent(path, "", reachable=False)
    return Recent(path, told(changed, datetime.now().astimezone()), reachable=True)


def told(when: datetime, now: datetime) -> str:
    """Say when, as near to today as it is: `heute, 08:14`, `gestern, 17:30`, `18.12.2014`."""
    if when.date() == now.date():
        return f"heute, {when:%H:%M}"
    if when.date() == (now - timedelta(days=1)).date():
        return f"gestern, {when:%H:%M}"
    return f"{when:%d.%m.%Y}"
