"""The setup's script and the launcher say what the rest of the program relies on."""

import re
from configparser import RawConfigParser

import pytest

from ikonzept_desktop import __main__
from windows import building, cpython, launcher, payload
from windows.agreement import APP_ID, EXE, PROG_ID
from windows.fetching import ROOT
from windows.setup import SCRIPT
from windows.steps import Missing

LAUNCHER = (launcher.SOURCES / "launch.c").read_text(encoding="utf-8")


def script() -> str:
    return SCRIPT.read_text(encoding="utf-8-sig")


def setup_section() -> dict[str, str]:
    """Give the lines of [Setup]."""
    section = script().split("[Setup]")[1].split("[Languages]")[0]
    lines = "\n".join(line for line in section.splitlines() if not line.startswith(("#", ";")))
    parser = RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(f"[Setup]\n{lines}")
    return dict(parser["Setup"])


def test_the_compiler_reads_umlauts_by_the_mark_at_the_beginning() -> None:
    assert SCRIPT.read_bytes().startswith(b"\xef\xbb\xbf")


def test_it_is_one_program_for_windows_in_every_version() -> None:
    assert setup_section()["AppId"] == f"{{{APP_ID}"
    assert f'#define ProgId "{PROG_ID}"' in script()
    assert f'#define Exe "{EXE}"' in script()


def test_it_needs_no_administrator_and_writes_for_one_user() -> None:
    section = setup_section()
    assert section["PrivilegesRequired"] == "lowest"
    assert section["DefaultDirName"] == "{code:DefaultFolder}"
    assert r"ExpandConstant('{localappdata}\Programs\iKonzept')" in script()
    assert "Root: HKLM" not in script()


def test_a_program_that_runs_is_asked_for_by_the_name_the_launcher_gives_it() -> None:
    assert setup_section()["AppMutex"] == "{code:OpenProgram}"
    asked = re.search(r"function OpenProgram\(.*?end;\n", script(), re.DOTALL)
    assert asked
    names = [name for word in re.findall(r"'(.*?)'", asked[0]) for name in word.split(",") if name]
    assert names == ["iKonzeptDesktopMutex", r"Global\iKonzeptDesktopMutex"]
    taken = re.findall(r'CreateMutexW\(.*?L"(.*?)"\)', LAUNCHER)
    assert [name.replace("\\\\", "\\") for name in taken] == names


def test_the_task_bar_knows_a_window_as_that_of_the_start_menu() -> None:
    identities = set(re.findall(r'AppUserModelID: "(.*?)"', script()))
    assert identities == set(re.findall(r'AppUserModelID\(L"(.*?)"\)', LAUNCHER)) != set()


def test_an_upgrade_and_an_uninstallation_take_all_that_is_ours_and_nothing_of_the_user() -> None:
    for section in ("InstallDelete", "UninstallDelete"):
        lines = re.search(rf"\[{section}\](.*?)(?=\n\[|\Z)", script(), re.DOTALL)
        assert lines
        assert re.findall(r'Name: "(.*?)"', lines[1]) == [r"{app}\python", r"{app}\app"]


def test_it_speaks_german_and_shows_the_licences_without_asking_for_consent() -> None:
    assert 'MessagesFile: "compiler:Languages\\German.isl"' in script()
    assert setup_section()["InfoBeforeFile"] == rf"{{#Payload}}\{building.LICENCES}"
    assert "LicenseFile" not in setup_section()


def test_no_name_of_the_launcher_is_another_than_what_is_laid_down() -> None:
    lines = payload.read_lines(payload.LINES.read_text(encoding="utf-8"))["cpython"]
    coming = {line.pattern.removesuffix("/*.py") for line in lines if line.comes}
    named = {name.replace("\\\\", "/") for name in re.findall(r'L"python\\\\(.*?)"', LAUNCHER)}
    assert named == {"pythonw.exe", cpython.DLL, building.SEARCH, "Lib/encodings"}
    assert named - {building.SEARCH} <= coming
    assert re.findall(r'L"app\\\\(.*?)"', LAUNCHER) == ["ikonzept_desktop"]
    assert (ROOT / "ikonzept_desktop" / "__main__.py").exists()
    assert 'L"ikonzept_desktop"' in LAUNCHER


def test_no_variable_of_the_user_has_a_word_in_how_python_runs() -> None:
    given = re.findall(r'all\[count\+\+\] = \(wchar_t \*\)L"(.*?)"', LAUNCHER)
    assert given == ["-I", "-m", "ikonzept_desktop"]


def test_nothing_is_started_or_loaded_from_the_folder_it_was_started_in() -> None:
    assert "SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);" in LAUNCHER
    assert 'SetEnvironmentVariableW(L"NoDefaultCurrentDirectoryInExePath", L"1");' in LAUNCHER


def test_what_could_not_be_loaded_is_told_by_the_launcher() -> None:
    assert f"#define NOT_LOADED {__main__.NOT_LOADED}\n" in LAUNCHER
    assert "if (code == NOT_LOADED)" in LAUNCHER


def test_windows_takes_versions_of_three_numbers() -> None:
    assert launcher.version_numbers("1.20.3") == "1,20,3,0"
    assert launcher.version_numbers(building.version())
    for version in ("1.2", "1.2.3rc1", "1.2.3.4", "99999.0.0"):
        with pytest.raises(Missing, match=re.escape(version)):
            launcher.version_numbers(version)


def test_the_older_setup_of_the_trial_is_older_than_every_release() -> None:
    assert tuple(map(int, building.OLDER.split("."))) < tuple(map(int, building.version().split(".")))


def test_what_is_too_large_stops_the_build() -> None:
    assert building.bounded("setup", 44_900_000, building.SETUP) == "setup: 44.9 MB of 45 MB"
    with pytest.raises(Missing, match=r"Too large . setup: 45\.1 MB of 45 MB"):
        building.bounded("setup", 45_100_000, building.SETUP)
