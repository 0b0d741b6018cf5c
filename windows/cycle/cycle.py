"""The whole cycle: an older version is installed, used, upgraded, started, measured, looked at, and removed."""

import os
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from windows.agreement import EXE, Built
from windows.cycle import life
from windows.cycle.start import NeverShown, Start, Watch, start_on_debian
from windows.cycle.traces import traces_of
from windows.cycle.verdicts import Log
from windows.wine.runner import Wine

SIZE = (1440, 900)
STARTS = 3
AT_MOST_TIMES = 3.0
"""How much longer a start under Wine may take than the same program's on Debian."""
_PATIENCE = 90.0


def run_cycle(wine: Wine, built: Built, older: Built, out: Path) -> Log:
    """Try a setup, after an older one, in a fresh prefix; reports and pictures go into `out`. Prints each step.

    The older setup lays down the same program under a lower number, and modules that the new one does not know.
    """
    log = Log()
    out.mkdir(parents=True, exist_ok=True)
    drive = wine.host("C:\\")
    at_first = traces_of(drive)
    if not log.do(f"install {older.version} silently into {life.APP}", lambda: life.install(wine, older.setup_exe)):
        return log
    log.do("the registry knows it", lambda: life.known_to_windows(wine, older.version))
    places = [life.APP, life.START_MENU]
    log.do("nothing written elsewhere", lambda: life.only_written_in(wine, at_first, places))
    log.do("self-test", lambda: life.self_test(wine, built.version, out / "selftest-older.json"))
    log.do("a concept by the command line", lambda: life.make_concept(wine))
    life.plant_what_is_the_users(wine)
    mine = life.users_things(wine)
    log.do(f"upgrade to {built.version} in place", lambda: life.install(wine, built.setup_exe, into=None))
    log.do("the registry knows the new one", lambda: life.known_to_windows(wine, built.version))
    log.do("old modules are gone", lambda: life.old_modules_gone(wine))
    log.do("concept, settings and backups are kept", lambda: life.kept(wine, mine))
    log.do("self-test of the new one", lambda: life.self_test(wine, built.version, out / "selftest.json"))
    log.do("the window, and how soon it stands", lambda: _starts(wine, out, log))
    everything = traces_of(drive)
    log.do(
        "an open program is left alone",
        lambda: life.refused_while_open(wine, built.setup_exe, everything),
    )
    mine = life.users_things(wine)
    log.do("uninstall", lambda: life.uninstall(wine))
    log.do("concept, settings and backups are kept then, too", lambda: life.kept(wine, mine))
    theirs = [life.ROAMING, life.LOCAL, str(Path(life.CONCEPT.replace("\\", "/")).parent).replace("/", "\\")]
    log.do("nothing else is left", lambda: life.only_written_in(wine, at_first, theirs))
    return log


def _starts(wine: Wine, out: Path, log: Log) -> Iterator[str]:
    """Start the installed program and the same on Debian in turn; keep the picture, and judge by the medians."""
    concept = out / "concept.ikonzept"
    wine.fetch(life.CONCEPT, concept)
    nobodys = [f"XDG_{name}_HOME={out / 'nobody'}" for name in ("CONFIG", "DATA", "STATE")]
    here = ["env", *nobodys, "QT_QPA_PLATFORM=xcb", sys.executable, "-m", "ikonzept_desktop", str(concept)]
    under_wine, on_debian = [], []
    try:
        for _ in range(STARTS):
            under_wine.append(_under_wine(wine))
            on_debian.append(start_on_debian(here, seconds=_PATIENCE, size=SIZE))
    except NeverShown as error:
        yield str(error)
        return
    picture = out / "window-under-wine.png"
    under_wine[-1].screen.image().save(picture)
    on_debian[-1].screen.image().save(out / "window-on-debian.png")
    log.tell(f"picture: {os.path.relpath(picture)}")
    for what in ("painted", "settled"):
        wines, debians = (statistics.median(getattr(start, what) for start in each) for each in (under_wine, on_debian))
        log.tell(f"{what}: {wines:.2f} s under Wine, {debians:.2f} s on Debian, {wines / debians:.1f} times")
        if wines > AT_MOST_TIMES * debians:
            yield f"{what}: {wines / debians:.1f} times what it takes on Debian (at most {AT_MOST_TIMES:.0f})"


def _under_wine(wine: Wine) -> Start:
    watch = Watch(_PATIENCE)
    wine.show([rf"{life.APP}\{EXE}", life.CONCEPT], watch.look, seconds=_PATIENCE + 30, size=SIZE)
    return watch.result()
