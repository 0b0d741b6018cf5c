"""Which tests run under Wine is a list with reasons, and what came of them is added up from what each wrote down."""

import json
from pathlib import Path

import pytest

from windows.fetching import ROOT, read_pins
from windows.suite.left_out import LeftOut, gone, known, lacking, program_of, read_list, reason
from windows.suite.report import summary
from windows.suite.running import PACKAGES, ROOMS, flaws_of, last_line, lock_of_tests


@pytest.mark.parametrize(
    ("begins", "id", "held"),
    [
        ("tests/office", "tests/office/test_a.py::test_b", True),
        ("tests/office", "tests/office_too/test_a.py", False),
        ("tests/test_a.py", "tests/test_a.py::test_b", True),
        ("tests/test_a.py::test_b", "tests/test_a.py::test_b[1]", True),
        ("tests/test_a.py::test_b", "tests/test_a.py::test_bc", False),
        ("tests/test_a.py::test_b[1]", "tests/test_a.py::test_b[2]", False),
    ],
)
def test_an_entry_holds_what_begins_with_it(begins: str, id: str, held: bool) -> None:
    assert bool(reason(id, [LeftOut(begins, "why")])) is held


def test_every_entry_has_a_reason_and_leads_to_something() -> None:
    assert gone(known(), ROOT) == []


def test_an_entry_that_leads_to_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text("def test_b(x): ...", encoding="utf-8")
    entries = [
        LeftOut(begins, "why") for begins in ("test_a.py", "test_a.py::test_b[1]", "test_a.py::test_c", "test_d.py")
    ]
    assert gone(entries, tmp_path) == ["test_a.py::test_c", "test_d.py"]


@pytest.mark.parametrize(
    "text",
    [
        '[[left_out]]\ntests = ["a"]\n',
        '[[left_out]]\ntests = ["a", "a"]\nwhy = "so"\n',
        '[[left_out]]\ntests = ["a"]\nwhy = " "',
    ],
)
def test_an_entry_without_a_reason_or_named_twice_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="left out"):
        read_list(text)


@pytest.mark.parametrize(
    ("executable", "command", "name"),
    [
        (None, ["pandoc", "-t", "json"], "pandoc"),
        (None, "qpdf --check a.pdf", "qpdf"),
        (None, r'"C:\Prüf Büro\pdfinfo.exe" "a b.pdf"', "pdfinfo"),
        ("/usr/bin/strace", ["other"], "strace"),
        (None, [Path("/opt/office/soffice"), "--headless"], "soffice"),
        (None, r'C:\test\python.exe -m openxml_audit -o "a b.json"', "openxml_audit"),
        (None, ["/usr/bin/python3.12", "-m"], "python3.12"),
        (None, ["pandoc", "-m", "ms"], "pandoc"),
        (None, [], ""),
    ],
)
def test_the_name_of_a_program_is_told_by_its_command(executable: str | None, command: object, name: str) -> None:
    assert program_of(executable, command) == name


def test_what_lacks_is_told_with_its_reason() -> None:
    text = '[[lacking]]\nprograms = ["a", "b"]\nmodules = ["c"]\nwhy = "not\\n there"\n'
    assert lacking("programs", text) == {"a": "not there", "b": "not there"}
    assert lacking("modules", text) == {"c": "not there"}
    assert all(lacking("programs").values())


def test_outcomes_are_added_up() -> None:
    said = [
        ("a", "begun"), ("a", "passed"),
        ("b", "begun"), ("b", "failed"), ("b", "passed"),
        ("c", "begun"), ("c", "skipped"),
        ("d", "left out"),
        ("e", "begun"),
    ]  # fmt: skip
    lines = [json.dumps({"id": id, "outcome": outcome, "why": "E   bad"}) for id, outcome in said]
    found = summary([*lines, '{"id": "f", "outc'])
    assert (found.passed, found.skipped, found.left_out) == (1, 1, 1)
    assert found.failed == (("b", "E   bad"),)
    assert found.never_ended == ("e",)
    assert list(flaws_of(found)) == ["Failed: b: bad", "Never ended: e"]


def test_that_nothing_passed_is_a_flaw() -> None:
    assert list(flaws_of(summary([]))) == ["No test passed."]


def test_of_a_failure_the_line_that_says_most_is_told() -> None:
    assert last_line("def f():\n>   g()\nE   ValueError: no\nE   more\nfile.py:3") == "ValueError: no"
    assert last_line("only\nthis\n") == "this"
    assert last_line("") == ""


def test_the_rooms_are_there() -> None:
    paths = [path.removeprefix("--ignore=") for paths in ROOMS.values() for path in paths]
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_packages_are_those_of_the_tests_lock_without_conditions(tmp_path: Path) -> None:
    text = lock_of_tests(ROOT / "requirements" / "test.txt")
    (tmp_path / "lock.txt").write_text(text, encoding="utf-8")
    pins = read_pins(tmp_path / "lock.txt")
    assert {pin.name for pin in pins} == set(PACKAGES)
    assert all(pin.sha256 for pin in pins)
    assert ";" not in text
