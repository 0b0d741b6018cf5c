"""The whole cycle: an older version is installed, used, upgraded, started, measured, looked at, and removed."""

from pathlib import Path

from windows.agreement import Built
from windows.building import INSTALLED
from windows.cycle import belongings, life, starts
from windows.cycle.hive import differences, registry_of
from windows.cycle.traces import traces_of
from windows.cycle.verdicts import Log
from windows.wine.runner import Wine


def run_cycle(wine: Wine, built: Built, older: Built, out: Path) -> Log:
    """Try a setup, after an older one, in a fresh prefix; reports and pictures go into `out`. Prints each step.

    The older setup lays down the same program under a lower number, and files that the new one does not know.
    """
    log = Log()
    out.mkdir(parents=True, exist_ok=True)
    drive = wine.host("C:\\")
    at_first, registry = traces_of(drive), registry_of(drive.parent)
    if not log.do(f"install {older.version} silently into {life.APP}", lambda: life.install(wine, older.setup_exe)):
        return log
    log.do("the registry knows it", lambda: life.known_to_windows(wine, older.version))
    places = [life.APP, life.START_MENU]
    log.do("nothing written elsewhere", lambda: life.only_written_in(wine, at_first, places))
    log.do("what only the older one has is there", lambda: life.is_the_older(wine))
    log.do("self-test", lambda: life.self_test(wine, older.version, out / "selftest-older.json"))
    log.do("a concept by the command line", lambda: life.make_concept(wine))
    log.do("a double click opens it; then the power fails", lambda: starts.by_double_click(wine, out))
    _upgrade(wine, log, built, out)
    log.do("the window, and how soon it stands", lambda: starts.compared(wine, out, log))
    log.do("an open program is left alone", lambda: life.refused_while_open(wine, built.setup_exe))
    mine = belongings.users_things(wine)
    log.do("uninstall", lambda: life.uninstall(wine, belongings.PLACES))
    log.do("what is the user's is kept then, too", lambda: belongings.kept(wine, mine))
    log.do("no other file is left", lambda: life.only_written_in(wine, at_first, belongings.PLACES))
    log.do("nothing is left in the registry", lambda: differences(registry, registry_of(drive.parent)))
    return log


def _upgrade(wine: Wine, log: Log, built: Built, out: Path) -> None:
    """Install the new version over the older one, among what is the user's and what a crash has left lying about."""
    belongings.plant(wine)
    life.plant_modules(wine)
    mine = belongings.users_things(wine)
    log.do(f"upgrade to {built.version} in place", lambda: life.install(wine, built.setup_exe, into=None))
    log.do("the registry knows the new one", lambda: life.known_to_windows(wine, built.version))
    log.do("old files are gone", lambda: life.old_files_gone(wine))
    log.do("concepts, locks, settings, backups and copies are kept", lambda: belongings.kept(wine, mine))
    log.do("what is installed is small enough", lambda: life.within(wine, INSTALLED, log.tell))
    log.do("self-test of the new one", lambda: life.self_test(wine, built.version, out / "selftest.json"))
