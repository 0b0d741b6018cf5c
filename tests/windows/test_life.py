"""What is asked of a setup in its life finds out what is not as it should be."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from windows.agreement import APP_ID, EXE, PROG_ID
from windows.cycle import life, while_open
from windows.cycle.registry import read_keys, value_of
from windows.cycle.traces import Traces, elsewhere, is_passed_over, traces_of
from windows.cycle.verdicts import Log
from windows.fetching import ROOT
from windows.wine.runner import PROFILE, Wine

ASSOCIATION = f"""
HKEY_CURRENT_USER\\Software\\Classes\\{PROG_ID}
    (Standard)    REG_SZ    Integrationskonzept

HKEY_CURRENT_USER\\Software\\Classes\\{PROG_ID}\\DefaultIcon
    (Standard)    REG_SZ    {life.APP}\\{EXE},0

HKEY_CURRENT_USER\\Software\\Classes\\{PROG_ID}\\shell\\open\\command
    (Standard)    REG_SZ    "{life.APP}\\{EXE}" "%1"
"""
EXTENSION = f"""
HKEY_CURRENT_USER\\Software\\Classes\\.ikonzept
    (Standard)    REG_SZ    {PROG_ID}
"""
UNINSTALL = f"""
HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{APP_ID}_is1
    DisplayVersion    REG_SZ    1.2.3
    EstimatedSize    REG_DWORD    0xd80
    InstallLocation    REG_SZ    {life.APP}\\
    UninstallString    REG_SZ    "{life.APP}\\unins000.exe"
"""


class Place(Wine):
    """A folder in place of drive C:, and a registry that says what it is told to say."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "/run")
        self.registry = {life.UNINSTALL: UNINSTALL, rf"{life.CLASSES}\{PROG_ID}": ASSOCIATION}
        self.registry[rf"{life.CLASSES}\.ikonzept"] = EXTENSION
        self.code = 0
        self.host("C:\\").mkdir(parents=True)
        (self.host("C:\\").parent / "system.reg").touch()

    def run(self, command: Any, *, seconds: float, variables: Any = None) -> "subprocess.CompletedProcess[str]":
        if command[0] == "reg":
            said = self.registry.get(command[2])
            return subprocess.CompletedProcess(command, 0 if said else 1, said or "")
        return subprocess.CompletedProcess(command, self.code, "")

    def lay(self, path: str, text: str = "") -> None:
        self.host(path).parent.mkdir(parents=True, exist_ok=True)
        self.host(path).write_text(text, encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A program that is installed as it should be."""
    place = Place(tmp_path)
    place.lay(rf"{life.APP}\{EXE}")
    place.lay(rf"{life.START_MENU}\iKonzept Desktop.lnk")
    return place


def test_what_is_as_it_should_be_has_no_flaw(place: Place) -> None:
    assert list(life.known_to_windows(place, "1.2.3")) == []


@pytest.mark.parametrize(
    ("was", "instead", "flaw"),
    [
        ("1.2.3", "1.2.2", "DisplayVersion: '1.2.2' instead of '1.2.3'"),
        (f'"{life.APP}\\{EXE}" "%1"', f"{life.APP}\\{EXE} %1", "A concept is opened by"),
        (f"{EXE},0", "gone.exe,0", "The icon of a concept is not there"),
        (f"    (Standard)    REG_SZ    {PROG_ID}", "", f".ikonzept is not {PROG_ID}."),
        ("unins000.exe", "unins001.exe", "UninstallString"),
    ],
)
def test_what_the_registry_says_wrong_is_found(place: Place, was: str, instead: str, flaw: str) -> None:
    place.registry = {key: said.replace(was, instead) for key, said in place.registry.items()}
    (found,) = life.known_to_windows(place, "1.2.3")
    assert flaw in found


def test_a_program_that_is_not_in_the_start_menu_is_found(place: Place) -> None:
    place.host(rf"{life.START_MENU}\iKonzept Desktop.lnk").unlink()
    assert list(life.known_to_windows(place, "1.2.3")) == ["No entry in the start menu."]


def test_what_was_written_for_all_users_is_found(place: Place) -> None:
    (place.host("C:\\").parent / "system.reg").write_text(f"[{PROG_ID}]", encoding="utf-8")
    assert list(life.known_to_windows(place, "1.2.3")) == ["Something was written for all users of the machine (HKLM)."]


def test_values_of_a_german_and_an_english_registry_are_read_alike() -> None:
    german = read_keys(
        "HKEY_CURRENT_USER\\A\n    (Standard)    REG_SZ    Wert mit    Abstand\n    B    REG_DWORD    0x1\n"
    )
    english = read_keys(
        "HKEY_CURRENT_USER\\A\n    (Default)    REG_SZ    Wert mit    Abstand\n    B    REG_DWORD    0x1\n"
    )
    assert german == english == {"HKEY_CURRENT_USER\\A": {"": "Wert mit    Abstand", "B": "0x1"}}
    assert value_of(german, r"\a", "B") == "0x1"
    assert value_of(german, r"\c") is None


def report(*steps: tuple[str, bool]) -> dict[str, Any]:
    told = [
        {"name": name, "passed": passed, "seconds": 1, "trouble": "" if passed else "kaputt"} for name, passed in steps
    ]
    return {"program": "1.2.3", "passed": True, "steps": told}


@pytest.mark.parametrize(
    ("told", "flaws"),
    [
        (report(("Word", True), ("PDF", True)), []),
        (report(("Word", True), ("PDF", False)), ["Self-test, PDF: kaputt"]),
        ({**report(("Word", True)), "program": "1.2.2"}, ["The self-test is one of version '1.2.2'."]),
        (report(), ["The report of the self-test tells of no step."]),
        ([], ["The report of the self-test tells of no step."]),
    ],
)
def test_a_report_of_the_self_test_is_believed_only_where_it_says_something(told: Any, flaws: list[str]) -> None:
    assert list(life.told_by(told, "1.2.3")) == flaws


def test_a_self_test_that_leaves_no_report_is_found(place: Place, tmp_path: Path) -> None:
    (flaw,) = life.self_test(place, "1.2.3", tmp_path / "out.json")
    assert "left no report" in flaw


def test_a_self_test_that_says_no_by_its_code_alone_is_found(place: Place, tmp_path: Path) -> None:
    place.code = 1
    place.lay(rf"{PROFILE}\Selbsttest für die IT.json", json.dumps(report(("Word", True))))
    assert list(life.self_test(place, "1.2.3", tmp_path / "out.json")) == ["The self-test ended with 1."]


def test_what_of_the_users_is_gone_or_changed_is_found(place: Place) -> None:
    place.lay(life.CONCEPT, "Konzept")
    place.lay(rf"{life.ROAMING}\settings.json", "{}")
    place.lay(rf"{life.LOCAL}\data\backups\1.ikonzept", "Sicherung")
    place.lay(rf"{PROFILE}\Documents\anderes.txt", "nicht unseres")
    before = life.users_things(place)
    assert len(before.files) == 3
    assert list(life.kept(place, before)) == []
    place.host(life.CONCEPT).unlink()
    place.lay(rf"{life.ROAMING}\settings.json", "{...}")
    assert [flaw.split(":")[0] for flaw in life.kept(place, before)] == ["Gone", "Changed"]


def test_that_nothing_was_there_to_be_kept_is_a_flaw(place: Place) -> None:
    assert list(life.kept(place, Traces({}))) == ["There was nothing of the user's to be kept."]


def test_a_module_of_an_older_version_is_found(place: Place) -> None:
    place.lay(life.OLD_MODULES[0])
    assert list(life.old_modules_gone(place)) == [f"Still there: {life.OLD_MODULES[0]}"]


def test_what_was_written_elsewhere_is_found(place: Place) -> None:
    before = traces_of(place.host("C:\\"))
    place.lay(rf"{life.APP}\neu.dll")
    place.lay(rf"{PROFILE}\AppData\Local\Temp\is-123.tmp")
    assert list(life.only_written_in(place, before, [life.APP])) == []
    place.lay(r"C:\Program Files\anderswo.txt")
    assert list(life.only_written_in(place, before, [life.APP])) == ["Written elsewhere: Program Files/anderswo.txt"]


def test_what_an_uninstaller_leaves_is_found(place: Place) -> None:
    flaws = list(life.uninstall(place))
    assert [flaw.split(":")[0] for flaw in flaws[1:]] == ["Still in the start menu", *["Still in the registry"] * 3]
    assert EXE in flaws[0]


@pytest.mark.parametrize(
    ("path", "passed_over"),
    [
        ("windows/system32/x.dll", True),
        ("users/Jörg Prüfer/AppData/Local/Temp/x", True),
        ("users/Jörg Prüfer/AppData/Local/iKonzept/x", False),
        ("windows.txt", False),
        ("Program Files/x", False),
    ],
)
def test_windows_own_and_passing_files_do_not_count(path: str, passed_over: bool) -> None:
    assert is_passed_over(path) is passed_over


def test_a_folder_is_not_the_one_that_begins_like_it() -> None:
    assert elsewhere(["Büro/iKonzept/x", "Büro/iKonzept2/x"], ["Büro/iKonzept"]) == ["Büro/iKonzept2/x"]


def test_a_log_tells_each_step_and_is_green_only_without_a_flaw() -> None:
    said: list[str] = []
    log = Log(said.append)
    assert not log.green()
    assert log.do("one", list)
    assert log.green()
    assert not log.do("two", lambda: ["bad"])
    assert not log.green()
    assert said[0].endswith("one")
    assert "RED" in said[1]
    assert said[2].endswith("- bad")
    assert log.verdict().startswith("RED")


def test_a_limit_that_was_reached_and_a_missing_file_are_flaws_of_their_step() -> None:
    def slow() -> Iterator[str]:
        yield "before"
        raise subprocess.TimeoutExpired("setup", 7, "its last words")

    def gone() -> Iterator[str]:
        yield from ()
        raise FileNotFoundError("report.json")

    log = Log(lambda _line: None)
    log.do("slow", slow)
    log.do("gone", gone)
    assert "No end after 7 s: its last words" in log.steps[0].flaws[0]
    assert "report.json" in log.steps[1].flaws[0]


@pytest.mark.parametrize(
    ("said", "flaws"),
    [
        ("setup=1 open=True\n", []),
        ("setup=0 open=True\n", ["The setup went on although the program was open."]),
        ("setup=1 open=False\n", ["The setup ended the program that was open."]),
        ("Traceback", ["The program never said that it is open: 'Traceback'"]),
    ],
)
def test_a_setup_that_does_not_leave_an_open_program_alone_is_found(said: str, flaws: list[str]) -> None:
    assert list(life.told_while_open(said)) == flaws


def test_the_mutex_is_the_one_of_launcher_and_setup() -> None:
    for file in ("installer.iss", "windows/launch/launch.c"):
        assert while_open.MUTEX in (ROOT / file).read_text(encoding="utf-8-sig")
