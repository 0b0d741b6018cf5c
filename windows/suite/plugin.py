"""pytest's plugin inside: leaves out what cannot run here, and writes down each test as it begins and ends.

What is written survives a test that never ends, which no report at the end would.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from windows.suite.left_out import known, lacking, program_of, reason

REPORT = "IKONZEPT_SUITE_REPORT"
"""The variable with the path of the file to write, one JSON value a line."""

_LEFT_OUT = known()
_PROGRAMS, _MODULES = lacking("programs"), lacking("modules")
_EXAMPLES = 15
"""Of each property, where a test does not say itself how many: a process or a file takes Wine ten times as long."""


def _write(**said: Any) -> None:
    with Path(os.environ[REPORT]).open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(said, ensure_ascii=False) + "\n")


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Try fewer examples, and the same ones every time; after the tests' own choice."""
    hypothesis.settings.register_profile("wine", deadline=None, derandomize=True, max_examples=_EXAMPLES)
    hypothesis.settings.load_profile("wine")
    sys.addaudithook(_leave_out_what_lacks)


def _leave_out_what_lacks(event: str, arguments: tuple[Any, ...]) -> None:
    """End a test as left out where it comes to start a program, or to import a module, that is not there."""
    why = ""
    if event == "subprocess.Popen":
        why = _PROGRAMS.get(program_of(arguments[0], arguments[1]), "")
    elif event == "import":
        why = _MODULES.get(arguments[0], "")
    if why:
        raise pytest.skip.Exception(why, allow_module_level=True)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out files whose very import may fail here."""
    path = collection_path.relative_to(config.rootpath).as_posix()
    if why := reason(path, _LEFT_OUT):
        _write(id=path, outcome="left out", why=why)
        return True
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out single tests."""
    for item in items:
        if why := reason(item.nodeid, _LEFT_OUT):
            item.add_marker(pytest.mark.skip(reason=why))
            item.stash[_WHY] = why


_WHY = pytest.StashKey[str]()


def pytest_runtest_logstart(nodeid: str) -> None:
    """Write down that a test begins."""
    _write(id=nodeid, outcome="begun")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Write down how a test ended; a skip by its own reason counts as such."""
    if report.failed:
        _write(id=report.nodeid, outcome="failed", why=report.longreprtext[-1500:])
    elif report.skipped:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        why = why.removeprefix("Skipped: ")
        listed = reason(report.nodeid, _LEFT_OUT) or why in {*_PROGRAMS.values(), *_MODULES.values()}
        _write(id=report.nodeid, outcome="left out" if listed else "skipped", why=why)
    elif report.when == "call":
        _write(id=report.nodeid, outcome="passed")


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Write down what could not be collected."""
    if report.failed:
        _write(id=report.nodeid, outcome="failed", why=str(report.longrepr)[-1500:])
