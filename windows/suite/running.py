"""Brings the tests, a whole CPython for Windows and the packages under Wine, and runs them room by room."""

import subprocess
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from windows import cpython, fetching
from windows.cycle.verdicts import Log
from windows.fetching import ROOT
from windows.suite.plugin import REPORT
from windows.suite.report import Summary, summary
from windows.wine.runner import Wine

PACKAGES = (
    *("colorama", "hypothesis", "iniconfig", "packaging", "pdf-oxide", "pluggy", "psutil"),
    *("pygments", "pytest", "pytest-qt", "sortedcontainers"),
)
"""What the headless tests need beside what is shipped; their versions are those of requirements/test.txt."""

_FILES = (
    *("atomic_file", "collector", "crashes", "grounds", "local_time", "logbook", "os_errors", "paths", "patience"),
    *("round_trip", "settings", "values"),
)
_COMMANDS = ("cli", "cli_compare", "cli_copies", "cli_import", "cli_record", "cli_review")
ROOMS = {
    "model": ["tests/model", "--ignore=tests/model/store"],
    "store": ["tests/model/store"],
    "publication": ["tests/publication"],
    "reading": ["tests/reading"],
    "checking": ["tests/checking"],
    "jobs": ["tests/jobs"],
    "example": ["tests/example"],
    "importing": ["tests/importing"],
    "export": ["tests/export"],
    "review": ["tests/review"],
    "files": [f"tests/test_{name}.py" for name in _FILES],
    "commands": [f"tests/test_{name}.py" for name in _COMMANDS],
}
SECONDS = 1200.0
"""What a room may take."""
ONE_TEST = 180
"""Seconds after which a single test counts as one that never ends."""

PYTHON, SOURCES, RESULT = r"C:\test\python", r"C:\Prüf Büro\Quelltext", r"C:\test\ergebnis.jsonl"


def bring(wine: Wine, tools: Path, build: Path) -> None:
    """Lay down everything under Wine; raises Missing and CalledProcessError."""
    archive = fetching.fetch_python(tools, build / "fetched" / "python")
    tree = cpython.unpack(archive, build / "cpython")
    wine.send(tree, PYTHON)
    site = wine.host(rf"{PYTHON}\Lib\site-packages")
    lock = build / "tests.txt"
    lock.write_text(lock_of_tests(ROOT / "requirements" / "test.txt"), encoding="utf-8")
    wheels = fetching.fetch_wheels(build / "fetched" / "wheels")
    wheels |= fetching.fetch_wheels(build / "fetched" / "tests", lock)
    for wheel in wheels.values():
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(site)
    for folder in _tracked():
        wine.send(ROOT / folder, rf"{SOURCES}\{folder.as_posix().replace('/', chr(92))}")


def run_rooms(wine: Wine, log: Log, rooms: dict[str, list[str]] | None = None) -> None:
    """Run each room and tell its verdict."""
    for name, tests in (rooms or ROOMS).items():
        log.do(f"tests: {name}", partial(_run, wine, tests, log))


def _run(wine: Wine, tests: list[str], log: Log) -> Iterator[str]:
    report = wine.host(RESULT)
    report.unlink(missing_ok=True)
    options = ["-q", "-p", "windows.suite.plugin", "-p", "no:cacheprovider", "-p", "no:openxml-audit"]
    options += ["-o", f"faulthandler_timeout={ONE_TEST}", "-o", "faulthandler_exit_on_timeout=true"]
    options += ["--rootdir", SOURCES, "-c", rf"{SOURCES}\pyproject.toml"]
    command = [rf"{PYTHON}\python.exe", "-m", "pytest", *options, *map(_placed, tests)]
    variables = {REPORT: RESULT, "PYTHONPATH": SOURCES, "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    try:
        ran = wine.run([part.replace("/", "\\") for part in command], seconds=SECONDS, variables=variables)
        said = ran.stdout
    except subprocess.TimeoutExpired as error:
        said = str(error.output or "")
    found = summary(report.read_text(encoding="utf-8").splitlines()) if report.exists() else None
    if found is None:
        yield f"pytest wrote nothing down; it said: {said[-800:].strip()}"
        return
    log.tell(found.line())
    yield from flaws_of(found)


def _placed(test: str) -> str:
    """Give a path of the checkout, or an option with one, as it is under Wine."""
    option, equals, path = test.rpartition("=")
    return f"{option}{equals}{SOURCES}\\{path}"


def flaws_of(found: Summary) -> Iterator[str]:
    """Name what failed and what never ended; that nothing passed is a flaw as well."""
    yield from (f"Failed: {id}: {last_line(why)}" for id, why in found.failed)
    yield from (f"Never ended: {id}" for id in found.never_ended)
    if not found.passed:
        yield "No test passed."


def last_line(why: str) -> str:
    """Give the line of a failure that says most: the first that pytest marks as the error's."""
    lines = [line.strip() for line in why.splitlines() if line.strip()]
    return next(
        (line.removeprefix("E").strip() for line in lines if line.startswith("E  ")), lines[-1] if lines else ""
    )


def lock_of_tests(lock: Path) -> str:
    """Give the entries of a lock that the tests need, without the conditions under which they would count here."""
    pins = [pin for pin in fetching.read_pins(lock) if pin.name in PACKAGES]
    lines = [[f"{pin.name}=={pin.version}", *(f"--hash=sha256:{digest}" for digest in pin.sha256)] for pin in pins]
    return "".join(" \\\n    ".join(line) + "\n" for line in lines)


def _tracked() -> list[Path]:
    """Give what the tests need of the checkout."""
    names = ("ikonzept_desktop", "resources", "tests", "windows", "pyproject.toml", "dev.py", "requirements", "LICENSE")
    return [Path(name) for name in names]
