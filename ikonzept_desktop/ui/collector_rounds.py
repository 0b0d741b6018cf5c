"""The garbage collector goes its rounds in the thread of the windows, between two events, and nowhere else.

Left to itself it comes round in whatever thread makes the next object, in the middle of whatever is going on there:
the thread that writes to disk would free widgets. Qt crashes when that happens outside the widgets' own thread, or
while it goes through them.
"""

import gc
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from ikonzept_desktop import collector
from ikonzept_desktop.model import memo

PAUSE = 1000
"""ms between two looks whether there is something to collect."""

_ROUNDS_OF_THE_YOUNG = 3
"""Rounds among what is younger before all is gone through: closed sections lie among the old, megabytes of them."""

_OLDEST = 2


class CollectorRounds(QObject):
    """Takes over from the automatic collector of this process, for as long as the process runs."""

    def __init__(self, parent: QObject) -> None:
        """Begin; the parent's thread is the one that collects."""
        super().__init__(parent)
        gc.disable()
        gc.set_threshold(*gc.get_threshold()[:2], _ROUNDS_OF_THE_YOUNG)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(_collect_what_is_due)
        self._timer.start()


def due_generation(counts: Sequence[int], thresholds: Sequence[int]) -> int | None:
    """Give the oldest generation whose count has gone beyond its threshold, as the automatic collector would."""
    due = [at for at, (count, most) in enumerate(zip(counts, thresholds, strict=True)) if count > most]
    return max(due, default=None)


def _collect_what_is_due() -> None:
    memo.forget_unused()
    generation = due_generation(gc.get_count(), gc.get_threshold())
    if generation is not None:
        gc.collect(generation)
    if generation == _OLDEST:
        collector.give_back()
