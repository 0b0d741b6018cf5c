"""What is asked of a setup in its life finds out what is not as it should be."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ikonzept_desktop.ui.window.texts import window_title
from tests.windows.place import Place
from windows.agreement import EXE, PROG_ID
from windows.cycle import belongings, life, while_open
from windows.cycle.registry import read_keys, value_of
from windows.cycle.traces import elsewhere, is_passed_over, traces_of
from windows.cycle.verdicts import Log
from windows.older import BESIDE, GONE
from windows.wine.runner import PROFILE


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


def test_a_module_of_an_older_version_is_found(place: Place) -> None:
    for path in (life.PLANTED[0], rf"{life.APP}\{GONE[0]}"):
        place.lay(path)
        assert list(life.old_files_gone(place)) == [f"Still there: {path}"]
        place.host(path).unlink()


def test_an_older_setup_that_lays_down_nothing_old_is_found(place: Place) -> None:
    for path in (*GONE, BESIDE):
        place.lay(rf"{life.APP}\{path}")
    assert list(life.is_the_older(place)) == []
    place.host(rf"{life.APP}\{GONE[1]}").unlink()
    assert list(life.is_the_older(place)) == [f"Never laid down: {GONE[1]}"]


def test_what_is_installed_is_told_and_held_against_its_bound(place: Place) -> None:
    told: list[str] = []
    place.lay(rf"{life.APP}\unins000.exe", "x" * 1_500_000)
    assert list(life.within(place, 2_000_000, told.append)) == []
    assert told == ["1.5 MB of 2 MB"]
    assert list(life.within(place, 1_000_000, told.append)) == ["Too large: 1.5 MB of 1 MB"]


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


def test_an_uninstaller_that_leaves_what_is_the_users_is_right(place: Place) -> None:
    place.registry = {}
    place.host(rf"{life.APP}\{EXE}").rename(place.host(belongings.ASTRAY))
    place.host(rf"{life.START_MENU}\iKonzept Desktop.lnk").unlink()
    assert list(life.uninstall(place, belongings.PLACES)) == []
    assert belongings.ASTRAY.rpartition("\\")[2] in next(life.uninstall(place))


def test_wine_is_shown_how_the_user_opens_files_and_then_forgets_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(place, "run", lambda command, *, seconds: asked.append(" ".join(command)))
    with life.classes_of_the_user(place):
        assert [part.split()[0] for part in asked[0].split("reg ")[1:]] == ["copy", "copy"]
        assert len(asked) == 1
    assert [part.split()[:2] for part in asked[1].split("reg ")[1:]] == [
        ["delete", rf"HKLM\Software\Classes\{key}"] for key in (".ikonzept", PROG_ID)
    ]


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


def test_a_file_that_is_allowed_is_not_elsewhere() -> None:
    assert elsewhere(["Büro/Mein Konzept", "Büro/Mein Konzept 2"], ["büro/mein konzept"]) == ["Büro/Mein Konzept 2"]


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


def said_while_open(**other: Any) -> str:
    return json.dumps({"before": "Konzept – iKonzept", "setup": 1, "after": "Konzept – iKonzept", "end": 0, **other})


@pytest.mark.parametrize(
    ("said", "flaws"),
    [
        (said_while_open(), []),
        (said_while_open(setup=0), ["The setup went on although the program was open."]),
        (said_while_open(after=None), ["The window 'Konzept – iKonzept' was None after the setup."]),
        (said_while_open(end=3), ["The window could not be closed as usual: the program ended with 3."]),
        (said_while_open(end=None), ["The window could not be closed as usual: the program ended with None."]),
        ('{"before": null}', ["No window with a concept came up: '{\"before\": null}'"]),
        ("Traceback", ["No window with a concept came up: 'Traceback'"]),
    ],
)
def test_a_setup_that_does_not_leave_an_open_program_alone_is_found(said: str, flaws: list[str]) -> None:
    assert list(life.told_while_open(said)) == flaws


def test_a_window_on_a_concept_is_known_by_its_title() -> None:
    assert window_title("Konzept").endswith(while_open.NAMED)
