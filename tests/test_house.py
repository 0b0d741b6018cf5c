"""The house keeps its own rules: imports point down, functions fit a screen, the pins hold."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import warnings
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ikonzept_desktop"
LONGEST_FUNCTION = 45
MOST_METHODS = 25


def project_table() -> dict[str, dict[str, list[str]]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    tool = Path(sys.executable).parent / "lint-imports"
    return subprocess.run([tool, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house whose imports may be broken."""
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(house: Path, module: str, line: str) -> None:
    file = house / PACKAGE.name / f"{module}.py"
    file.parent.mkdir(exist_ok=True)
    (file.parent / "__init__.py").touch()
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")


def broken_contracts(report: str) -> list[str]:
    return re.findall(r"^(.+) BROKEN", report, re.MULTILINE)


def test_imports_point_down() -> None:
    result = linted(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/planted", "import ikonzept_desktop.ui", "Imports point down"),
        ("model/planted", "import ikonzept_desktop.publication", "Imports point down"),
        ("publication/planted", "import ikonzept_desktop.export", "Imports point down"),
        ("export/planted", "import ikonzept_desktop.ui", "Imports point down"),
        ("example/planted", "import ikonzept_desktop.export", "Imports point down"),
        ("paths", "import ikonzept_desktop.settings", "Imports point down"),
        ("review/planted", "import ikonzept_desktop.export", "Imports point down"),
        ("reading/planted", "import ikonzept_desktop.publication", "Imports point down"),
        ("undeclared/planted", "", "Imports point down"),
        ("export/word/planted", "import ikonzept_desktop.export.pdf", "The two exporters do not know each other"),
        ("model/planted", "import PySide6.QtCore", "Only ui and app know Qt"),
        ("jobs/planted", "def later():\n    from PySide6 import QtCore", "Only ui and app know Qt"),
        ("ui/planted", "import sqlalchemy", "Only model.store knows SQL"),
        ("model/planted", "from sqlalchemy.orm import Session", "Only model.store knows SQL"),
        ("jobs/planted", "import sqlite3", "Only model.store knows SQL"),
        ("export/word/planted", "import reportlab.pdfgen", "Only export.pdf knows reportlab"),
        ("export/pdf/planted", "import docx", "Only export.word knows python-docx"),
    ],
)
def test_a_forbidden_import_is_found(house: Path, module: str, line: str, contract: str) -> None:
    plant(house, module, line)
    assert contract in broken_contracts(linted(house).stdout)


def test_a_circle_among_siblings_is_found(house: Path) -> None:
    plant(house, "publication/planted", "import ikonzept_desktop.publication.planted_too")
    plant(house, "publication/planted_too", "import ikonzept_desktop.publication.planted")
    assert broken_contracts(linted(house).stdout) == ["No circles among siblings"]


def test_an_allowed_import_is_kept(house: Path) -> None:
    plant(house, "ui/planted", "import PySide6.QtCore, ikonzept_desktop.export, ikonzept_desktop.model")
    assert linted(house).returncode == 0


Code = list[tuple[Path, ast.Module]]


@pytest.fixture(scope="module")
def our_code() -> Code:
    """Our files, each parsed once for all tests."""
    others = [file for folder in ("bench", "windows") for file in (ROOT / folder).rglob("*.py")]
    files = [ROOT / "dev.py", *PACKAGE.rglob("*.py"), *others]
    return [(file.relative_to(ROOT), ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def test_functions_fit_a_screen(our_code: Code) -> None:
    long = [
        f"{file}:{node.lineno} {node.name}: {lines} lines"
        for file, tree in our_code
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_classes_have_few_methods(our_code: Code) -> None:
    large = [
        f"{file}:{node.lineno} {node.name}: {methods} methods"
        for file, tree in our_code
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and (methods := sum(isinstance(entry, ast.FunctionDef) for entry in node.body)) > MOST_METHODS
    ]
    assert large == []


def test_frozen_values_are_made_the_short_way(our_code: Code) -> None:
    slow = [
        str(file)
        for file, tree in our_code
        if PACKAGE.name in file.parts and file.name != "values.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        if any(name.name == "dataclass" for name in node.names)
        and "frozen=True, slots=True)" in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert slow == []


def test_every_module_says_what_it_is(our_code: Code) -> None:
    assert [str(file) for file, tree in our_code if not ast.get_docstring(tree)] == []


def pins(lock: str) -> dict[str, str]:
    """Give the pinned versions of a lock that count on this machine, each of which carries hashes."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    found = {}
    for entry in re.split(r"\n(?=[a-z])", text, flags=re.IGNORECASE)[1:]:
        requirement = Requirement(entry.splitlines()[0].rstrip("\\ "))
        assert "--hash=sha256:" in entry, entry
        if requirement.marker is None or requirement.marker.evaluate():
            found[requirement.name] = str(requirement.specifier).removeprefix("==")
    return found


@pytest.mark.parametrize("lock", ["run", "test", "windows", "windows-tools"])
def test_the_locks_hold_what_the_project_asks_for(lock: str) -> None:
    project = project_table()
    groups = {"test": ["test"], "windows-tools": ["windows"]}.get(lock, [])
    wanted = [Requirement(text) for text in project["project"]["dependencies"] if lock != "windows-tools"]
    wanted += [Requirement(text) for group in groups for text in project["dependency-groups"][group]]
    held = pins(lock)
    assert [str(one) for one in wanted if not one.specifier.contains(held.get(one.name.lower(), "0"))] == []


def test_the_lock_of_the_tests_includes_the_one_of_the_program() -> None:
    assert pins("run").items() <= pins("test").items()


def test_the_tests_run_on_the_pinned_packages() -> None:
    assert {name: version(name) for name in pins("test")} == pins("test")


def test_the_locks_name_no_index() -> None:
    locks = list((ROOT / "requirements").glob("*.txt"))
    assert len(locks) == 5
    assert [lock.name for lock in locks if "://" in lock.read_text(encoding="utf-8")] == []


LEAVE = "import socket\nwith socket.socket() as way: way.connect(('192.0.2.1', 80))"
ASK = "import socket; socket.getaddrinfo('kreis.example', 80)"


@pytest.mark.parametrize("way_out", [LEAVE, ASK])
def test_neither_a_test_nor_what_it_starts_leaves_the_machine(way_out: str) -> None:
    with pytest.raises(AssertionError, match=r"A test (went to the network|asked for a host)"):
        exec(way_out)
    child = subprocess.run([sys.executable, "-c", way_out], capture_output=True, text=True, check=False)
    assert "AssertionError: A test" in child.stderr


def test_a_warning_is_a_failure() -> None:
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_qt_keeps_its_references_to_none() -> None:
    script = ROOT / "tests" / "none_references.py"
    result = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    changes = [line.split("\t") for line in result.stdout.splitlines()]
    assert len(changes) >= 16
    assert [call for change, call in changes if int(change) < -200] == []
