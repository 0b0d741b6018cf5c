"""What the page for the offices' IT says is what setup and program do."""

import re
from pathlib import Path

import pytest

from ikonzept_desktop import __main__, atomic_file, logbook, paths
from ikonzept_desktop.cli_files import DONE, FINDINGS, UNUSABLE
from ikonzept_desktop.importing.kinds import DocumentKind
from ikonzept_desktop.model.store.backups import ALL_OF, DAILY, MONTHLY, WEEKLY
from ikonzept_desktop.model.store.file_header import journal_of
from ikonzept_desktop.model.store.lock import STALE, lock_path
from ikonzept_desktop.model.store.shared.publisher import LATEST, QUIET
from ikonzept_desktop.ui.program_texts import OPEN_LOG
from ikonzept_desktop.ui.window.output_texts import OTHER_NAME, RETRY
from ikonzept_desktop.ui.window.texts import PRACTICE
from windows import building, cpython, signing, sums
from windows.agreement import APP_ID, EXE, PROG_ID, SILENT
from windows.fetching import ROOT

PAGE = (ROOT / "docs" / "windows-it.md").read_text(encoding="utf-8")
INSTALLER = (ROOT / "installer.iss").read_text(encoding="utf-8-sig")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "said",
    [
        *SILENT,
        APP_ID,
        PROG_ID,
        EXE,
        building.BILL,
        f"`{sums.NAME}`",
        logbook.NAME,
        OPEN_LOG,
        OTHER_NAME,
        PRACTICE,
        f"„{RETRY}“",
        "selftest",
        "fehler-*.txt",
        "absturz-*.txt",
        "settings.json",
        "woerterbuch.txt",
        r"data\arbeitskopien",
        r"data\backups",
        r"iKonzept\state",
        lock_path(Path("NAME.ikonzept")).name,
        journal_of(Path("NAME.ikonzept")).name,
        signing.VARIABLE,
        "python\\pythonw.exe",
        *cpython.SIGNERS,
    ],
)
def test_what_is_named_is_what_it_is_called(said: str) -> None:
    assert said in PAGE


def test_the_silent_line_is_the_one_that_is_tried() -> None:
    assert " ".join(SILENT) in PAGE


def test_the_tasks_that_can_be_chosen_are_those_of_the_setup() -> None:
    tasks = re.findall(r'^Name: "(\w+)"; Description:', INSTALLER, re.MULTILINE)
    (named,) = re.findall(r'/TASKS="([\w,]+)"', PAGE)
    assert sorted(named.split(",")) == sorted(tasks)


def test_the_folder_of_the_program_is_that_of_the_setup() -> None:
    (folder,) = re.findall(r"\{localappdata\}(\\Programs\\\w+)", INSTALLER)
    assert f"%LOCALAPPDATA%{folder}" in PAGE


def test_the_folders_of_the_user_are_those_of_the_program() -> None:
    folders = paths.user_folders("win32", {})
    named = {r"%APPDATA%\iKonzept": folders.config, r"%LOCALAPPDATA%\iKonzept": folders.data.parent}
    for name, folder in named.items():
        assert name in PAGE
        assert folder.name == "iKonzept"
    assert {folders.data.name, folders.state.name} == {"data", "state"}


def test_the_bounds_and_times_are_those_of_the_program() -> None:
    page = flat(PAGE)
    assert f"höchstens {building.INSTALLED // 1_000_000} MB" in page
    assert f"höchstens {logbook.KEPT + 1} × {logbook.LARGEST // 1024} KB" in page
    assert STALE == 180.0
    assert "nach drei Minuten" in page
    assert (QUIET, LATEST) == (10.0, 60.0)
    assert "10 Sekunden, spätestens nach einer Minute" in page


def test_the_backups_that_are_kept_are_those_of_the_program() -> None:
    assert f"{ALL_OF.days} Tage alle, dann {DAILY} Tage, {WEEKLY} Wochen, {MONTHLY} Monate je eine" in flat(PAGE)


def test_a_file_that_is_held_is_tried_for_as_long_as_the_page_says() -> None:
    assert atomic_file.PATIENCE == 2.5
    assert "bis zu zweieinhalb Sekunden" in flat(PAGE)


def test_the_codes_of_the_self_test_are_those_of_the_program() -> None:
    said = re.search(
        r"Rückgabewert (\d+): alles in Ordnung; (\d+): nicht alles.*?; (\d+): .*?; (\d+): Teile", flat(PAGE)
    )
    assert said
    assert [int(code) for code in said.groups()] == [DONE, FINDINGS, UNUSABLE, __main__.NOT_LOADED]


def test_a_line_of_the_list_of_hashes_has_its_parts_where_the_page_takes_them(tmp_path: Path) -> None:
    (tmp_path / "it.pyc").touch()
    line = sums.written(tmp_path)
    name, digest = (int(at) for at in re.findall(r"Substring\((?:0, )?(\d+)\)", PAGE)[:2])
    assert (line[name:], line[digest : digest + 2]) == ("it.pyc\n", " *")


def test_a_program_without_a_console_is_waited_for_by_hand() -> None:
    assert not re.findall(r"^ {4}\"?%LOCALAPPDATA%.*selftest", PAGE, re.MULTILINE)
    assert PAGE.count('start "" /wait') >= 3


def test_the_oldest_windows_is_the_one_that_the_setup_takes() -> None:
    assert "MinVersion=10.0.17763" in INSTALLER
    assert "Windows 10 (ab 1809)" in PAGE


def test_the_log_of_the_setup_is_named_because_there_always_is_one() -> None:
    assert "SetupLogging=yes" in INSTALLER
    assert r"%TEMP%\Setup Log" in PAGE


def test_a_program_that_is_open_ends_the_setup_as_the_page_says() -> None:
    assert "AppMutex=" in INSTALLER
    assert "1 auch dann, wenn iKonzept gerade läuft" in PAGE


@pytest.mark.parametrize("kind", [DocumentKind.OLD_WORD, DocumentKind.RICH_TEXT, DocumentKind.OPEN_TEXT])
def test_what_is_taken_over_by_way_of_libreoffice_is_named(kind: DocumentKind) -> None:
    suffix = kind.value.partition("(")[2].rstrip(")")
    (line,) = re.findall(r"^- \*\*LibreOffice:.*$", PAGE, re.MULTILINE)
    assert f"`{suffix}`" in line


def test_the_half_hour_is_one() -> None:
    minutes = [int(minute) for minute in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)]
    assert minutes == sorted(minutes)
    assert minutes[0] == 0
    assert 25 <= minutes[-1] <= 30
