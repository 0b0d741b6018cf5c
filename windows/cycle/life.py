r"""What is asked of a setup in its life: each check is run by `verdicts.Log` and gives what is not as it should be.

The folder it is installed into, `C:\Prüf Büro\iKonzept`, has umlauts and a space, and so has the user's profile.
"""

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from windows.agreement import APP_ID, EXE, PROG_ID, SILENT
from windows.cycle.registry import keys_below, value_of
from windows.cycle.traces import Traces, elsewhere, traces_of
from windows.older import BESIDE, GONE
from windows.payload import folder_size
from windows.wine.runner import PROFILE, Wine

APP = r"C:\Prüf Büro\iKonzept"
CONCEPT = rf"{PROFILE}\Documents\Konzept für den Kreis.ikonzept"
ROAMING = rf"{PROFILE}\AppData\Roaming\iKonzept"
LOCAL = rf"{PROFILE}\AppData\Local\iKonzept"
START_MENU = rf"{PROFILE}\AppData\Roaming\Microsoft\Windows\Start Menu\Programs"
UNINSTALL = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{APP_ID}_is1"
CLASSES = r"HKCU\Software\Classes"
_MACHINES = r"HKLM\Software\Classes"

PLANTED = (rf"{APP}\app\ikonzept_desktop\__pycache__\aus_alter_zeit.pyc", rf"{APP}\python\Lib\aus_alter_zeit.py")
"""Modules that came beside those of the setup while the program was used."""

_INSTALLING, _SELF_TEST, _COMMAND = 240.0, 400.0, 180.0
"""Seconds that each may take."""


def install(wine: Wine, setup: Path, *, into: str | None = APP) -> Iterator[str]:
    """Install silently as the office does; without a folder where it stood before."""
    wine.send(setup, r"C:\build\setup\iKonzept-Setup.exe")
    folder = [f"/DIR={into}"] if into else []
    log = r"C:\build\setup\install.log"
    command = [r"C:\build\setup\iKonzept-Setup.exe", *SILENT, *folder, f"/LOG={log}"]
    ran = wine.run(command, seconds=_INSTALLING)
    if ran.returncode:
        yield f"The setup ended with {ran.returncode}. Its log ends: {tail(wine.host(log))}"
    if not wine.host(rf"{APP}\{EXE}").is_file():
        yield f"There is no {APP}\\{EXE}."


def known_to_windows(wine: Wine, version: str) -> Iterator[str]:
    """Check what the registry says: how to open a file, how to remove the program, and of which version it is."""
    yield from association(wine)
    entry = keys_below(wine, UNINSTALL)
    expected = {
        "DisplayVersion": version,
        "InstallLocation": f"{APP}\\",
        "UninstallString": f'"{APP}\\unins000.exe"',
    }
    for name, value in expected.items():
        found = value_of(entry, f"{APP_ID}_is1", name)
        if found != value:
            yield f"Uninstall entry, {name}: {found!r} instead of {value!r}"
    if not list(wine.host(START_MENU).rglob("*.lnk")):
        yield "No entry in the start menu."
    machine = wine.host(r"C:\\").parent / "system.reg"
    if PROG_ID in machine.read_text(encoding="utf-8", errors="replace"):
        yield "Something was written for all users of the machine (HKLM)."


def association(wine: Wine) -> Iterator[str]:
    """Check that a double click on a concept opens it, and that it has its icon."""
    if value_of(keys_below(wine, rf"{CLASSES}\.ikonzept"), ".ikonzept") != PROG_ID:
        yield f".ikonzept is not {PROG_ID}."
    document = keys_below(wine, rf"{CLASSES}\{PROG_ID}")
    opening = value_of(document, r"\shell\open\command")
    if opening != f'"{APP}\\{EXE}" "%1"':
        yield f"A concept is opened by {opening!r}."
    icon = (value_of(document, r"\DefaultIcon") or "").split(",")[0].strip('"')
    if not icon or not wine.host(icon).is_file():
        yield f"The icon of a concept is not there: {icon!r}."


@contextlib.contextmanager
def classes_of_the_user(wine: Wine) -> Iterator[None]:
    """Have Wine see how the user opens files: for Windows that lies over what the machine says, for Wine it is nothing.

    What the setup has written is copied to the machine's half of the registry, and taken away again.
    """
    keys = (".ikonzept", PROG_ID)
    copies = [rf"reg copy {CLASSES}\{key} {_MACHINES}\{key} /s /f" for key in keys]
    wine.run(["cmd", "/c", *" & ".join(copies).split()], seconds=60)
    yield
    wine.run(["cmd", "/c", *" & ".join(rf"reg delete {_MACHINES}\{key} /f" for key in keys).split()], seconds=60)


def self_test(wine: Wine, version: str, out: Path) -> Iterator[str]:
    """Have the installed program try itself, and read what it tells; the report is kept at `out`."""
    report = rf"{PROFILE}\Selbsttest für die IT.json"
    ran = wine.run([rf"{APP}\{EXE}", "selftest", report], seconds=_SELF_TEST)
    if not wine.host(report).is_file():
        yield f"The self-test ended with {ran.returncode} and left no report. It said: {ran.stdout[-800:].strip()!r}"
        return
    wine.fetch(report, out)
    wine.host(report).unlink()
    if ran.returncode:
        yield f"The self-test ended with {ran.returncode}."
    yield from told_by(json.loads(out.read_text(encoding="utf-8")), version)


def told_by(report: Any, version: str) -> Iterator[str]:
    """Give what a report of the self-test finds wrong; a report that says nothing is wrong as well."""
    if not isinstance(report, dict) or not report.get("steps"):
        yield "The report of the self-test tells of no step."
        return
    if report.get("program") != version:
        yield f"The self-test is one of version {report.get('program')!r}."
    for step in report["steps"]:
        if not step.get("passed"):
            yield f"Self-test, {step.get('name')}: {str(step.get('trouble', '')).strip()[-500:]}"


def make_concept(wine: Wine) -> Iterator[str]:
    """Have the installed program write the example as a user's concept, by its command line."""
    ran = wine.run([rf"{APP}\python\python.exe", "-m", "ikonzept_desktop", "example", CONCEPT], seconds=_COMMAND)
    if ran.returncode or not wine.host(CONCEPT).is_file():
        yield f"No concept was made ({ran.returncode}): {ran.stdout[-600:].strip()!r}"


def plant_modules(wine: Wine) -> None:
    """Put modules beside those that the setup has laid down."""
    for module in PLANTED:
        wine.write(module, "raise SystemExit('of an older version')\n")


def is_the_older(wine: Wine) -> Iterator[str]:
    """Check that all is there that only the older version has: else nothing could go with it."""
    yield from (f"Never laid down: {path}" for path in (*GONE, BESIDE) if not wine.host(rf"{APP}\{path}").exists())


def old_files_gone(wine: Wine) -> Iterator[str]:
    """Check that nothing of the older version is left among the files of the new one."""
    old = [*PLANTED, *(rf"{APP}\{path}" for path in GONE)]
    yield from (f"Still there: {path}" for path in old if wine.host(path).exists())


def within(wine: Wine, bound: int, tell: Callable[[str], object]) -> Iterator[str]:
    """Check the bytes of the program's folder, the uninstaller's among them, and tell them."""
    size = folder_size(wine.host(APP))
    told = f"{size / 1e6:.1f} MB of {bound / 1e6:.0f} MB"
    tell(told)
    if size > bound:
        yield f"Too large: {told}"


def refused_while_open(wine: Wine, setup: Path) -> Iterator[str]:
    """Check that a silent setup leaves a program alone that is open, and says so by its code."""
    before = traces_of(wine.host("C:\\"))
    wine.send(setup, r"C:\build\setup\iKonzept-Setup.exe")
    wine.send(Path(__file__).with_name("while_open.py"), r"C:\build\while_open.py")
    command = [rf"{APP}\python\python.exe", r"C:\build\while_open.py", rf"{APP}\{EXE}", CONCEPT]
    ran = wine.run([*command, r"C:\build\setup\iKonzept-Setup.exe", *SILENT], seconds=_INSTALLING)
    yield from told_while_open(ran.stdout)
    come, gone, changed = traces_of(wine.host("C:\\")).since(before)
    program = wine.host(APP).relative_to(wine.host("C:\\")).as_posix()
    touched = [path for path in (*come, *gone, *changed) if path.startswith(f"{program}/")]
    yield from (f"Touched in the open program: {path}" for path in touched[:5])


def told_while_open(said: str) -> Iterator[str]:
    """Give what is wrong in what `while_open.py` says."""
    try:
        told = json.loads(said)
    except ValueError:
        told = {}
    if not told.get("before"):
        yield f"No window with a concept came up: {said[-400:].strip()!r}"
        return
    if told["setup"] == 0:
        yield "The setup went on although the program was open."
    if told["after"] != told["before"]:
        yield f"The window {told['before']!r} was {told['after']!r} after the setup."
    if told["end"] != 0:
        yield f"The window could not be closed as usual: the program ended with {told['end']}."


def only_written_in(wine: Wine, before: Traces, folders: Iterable[str]) -> Iterator[str]:
    """Check that files came and changed in these folders of Windows alone."""
    drive = wine.host("C:\\")
    come, gone, changed = traces_of(drive).since(before)
    allowed = [wine.host(folder).relative_to(drive).as_posix() for folder in folders]
    yield from (f"Written elsewhere: {path}" for path in elsewhere([*come, *changed], allowed))
    yield from (f"Gone: {path}" for path in elsewhere(gone, allowed))


def uninstall(wine: Wine, users: Sequence[str] = ()) -> Iterator[str]:
    """Remove the program silently; nothing of it stays but the user's files, in its folder, start menu or registry."""
    ran = wine.run([rf"{APP}\unins000.exe", *SILENT[:3]], seconds=_INSTALLING)
    if ran.returncode:
        yield f"The uninstaller ended with {ran.returncode}."
    if left := [path.name for path in sorted(wine.host(APP).rglob("*")) if path not in map(wine.host, users)]:
        yield f"{APP} is still there, with {', '.join(left[:8])}"
    if links := [link.name for link in wine.host(START_MENU).rglob("*.lnk")]:
        yield f"Still in the start menu: {', '.join(links)}"
    for key in (UNINSTALL, rf"{CLASSES}\{PROG_ID}"):
        if keys_below(wine, key):
            yield f"Still in the registry: {key}"
    if value_of(keys_below(wine, rf"{CLASSES}\.ikonzept"), ".ikonzept"):
        yield "Still in the registry: .ikonzept"


def tail(log: Path) -> str:
    """Give the last lines of a log of the setup, which is UTF-8."""
    try:
        return " | ".join(log.read_text(encoding="utf-8-sig", errors="replace").splitlines()[-5:])
    except OSError:
        return "(there is none)"
