"""The installed program's window on a concept: by a double click, and how soon it stands beside the same on Debian."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from windows.agreement import EXE
from windows.cycle import belongings, life
from windows.cycle.start import NeverShown, Start, Watch, start_on_debian
from windows.cycle.verdicts import Log
from windows.wine.runner import Wine

SIZE = (1440, 900)
FEWEST, MOST = 3, 8
"""Starts of each, in turn: what else the machine does only slows them down, so that the quickest of each counts, and
more are tried where those under Wine were too slow."""
AT_MOST_TIMES = 3.0
"""How much longer a start under Wine may take than the same program's on Debian."""
_PATIENCE = 90.0
Turn = tuple[Start, Start]
"""One start under Wine and the one on Debian after it."""
_MEASURED = ("painted", "settled")


def by_double_click(wine: Wine, out: Path) -> Iterator[str]:
    """Open the concept as Windows opens it for its ending, and cut it off there: its lock stays where it lay."""
    before = belongings.said_by_lock(wine)
    try:
        with life.classes_of_the_user(wine):
            start = _under_wine(wine, ["cmd", "/c", "start", "", "/wait", life.CONCEPT])
    except NeverShown as error:
        yield str(error)
        return
    start.screen.image().save(out / "window-by-double-click.png")
    yield from belongings.opened_since(wine, before)


def compared(wine: Wine, out: Path, log: Log) -> Iterator[str]:
    """Start the installed program and the same on Debian in turn; keep the pictures, tell the quickest of each."""
    concept = out / "concept.ikonzept"
    wine.fetch(life.CONCEPT, concept)
    nobodys = [f"XDG_{name}_HOME={out / 'nobody'}" for name in ("CONFIG", "DATA", "STATE")]
    here = ["env", *nobodys, "QT_QPA_PLATFORM=xcb", sys.executable, "-m", "ikonzept_desktop", str(concept)]
    turns: list[Turn] = []
    before = belongings.said_by_lock(wine)
    try:
        while len(turns) < FEWEST or (slow(turns) and len(turns) < MOST):
            under_wine = _under_wine(wine, [rf"{life.APP}\{EXE}", life.CONCEPT])
            turns.append((under_wine, start_on_debian(here, seconds=_PATIENCE, size=SIZE)))
    except NeverShown as error:
        yield str(error)
        return
    yield from belongings.opened_since(wine, before)
    for start, name in zip(turns[-1], ("window-under-wine.png", "window-on-debian.png"), strict=True):
        start.screen.image().save(out / name)
        log.tell(f"picture: {os.path.relpath(out / name)}")
    for what in _MEASURED:
        wines, debians = quickest(turns, what)
        log.tell(f"{what}: {wines:.2f} s under Wine, {debians:.2f} s on Debian, {wines / debians:.1f} times")
    for missed in slow(turns):  # a figure, and no verdict: what else the machine does may not make a setup a bad one
        log.tell(f"MISSED: {missed}")


def slow(turns: list[Turn]) -> list[str]:
    """Tell what takes too long under Wine, the quickest starts held against each other."""
    found = ((what, *quickest(turns, what)) for what in _MEASURED)
    told = f"times what it takes on Debian (at most {AT_MOST_TIMES:.0f})"
    return [f"{what}: {wine / debian:.1f} {told}" for what, wine, debian in found if wine > AT_MOST_TIMES * debian]


def quickest(turns: list[Turn], what: str) -> tuple[float, float]:
    """Give the seconds till it was painted or settled, each in its quickest start: under Wine, and on Debian."""
    wines, debians = zip(*((getattr(wine, what), getattr(debian, what)) for wine, debian in turns), strict=True)
    return min(wines), min(debians)


def _under_wine(wine: Wine, command: list[str]) -> Start:
    watch = Watch(_PATIENCE)
    wine.show(command, watch.look, seconds=_PATIENCE + 30, size=SIZE)
    return watch.result()
