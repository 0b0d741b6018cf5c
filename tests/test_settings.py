"""Settings come back as they were; a damaged file is put aside, never lost."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from ikonzept_desktop import settings
from ikonzept_desktop.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ikonzept" / "settings.json"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_first_start_has_the_defaults(file: Path) -> None:
    loaded = settings.load(file)
    assert loaded.settings == Settings(zoom=100, theme="system")
    assert loaded.put_aside is None


def test_what_was_saved_comes_back(file: Path, tmp_path: Path) -> None:
    mine = Settings("Leitung Sozialamt", "LÄ", 125, "dark")
    mine = settings.with_recent_file(mine, tmp_path / "Größe.ikonzept")
    mine = settings.with_window_layout(mine, "main", "AAAA/w==")
    mine = settings.with_predecessor(
        replace(mine, typewriter=True), tmp_path / "2015.ikonzept", tmp_path / "2007.ikonzept"
    )
    settings.save(file, mine)
    assert settings.load(file).settings == mine
    assert "Größe.ikonzept" in file.read_text(encoding="utf-8")


def test_on_windows_a_concept_is_once_among_the_last_ones_however_its_path_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os.path, "normcase", lambda path: str(path).lower())
    mine = settings.Settings()
    for name in ("konzept.ikonzept", "KONZEPT.ikonzept"):
        mine = settings.with_recent_file(mine, tmp_path / name)
    assert mine.recent_files == (str(tmp_path / "KONZEPT.ikonzept"),)


@pytest.mark.parametrize("text", ["", "{", '{"zoom": 10', "[]", "null", "\x00\x00"])
def test_a_damaged_file_is_put_aside_whole(file: Path, text: str) -> None:
    loaded = settings.load(written(file, text))
    assert loaded.settings == Settings()
    assert loaded.put_aside is not None
    assert loaded.put_aside.read_text(encoding="utf-8") == text
    assert not file.exists()


def test_a_file_of_another_encoding_is_put_aside(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(json.dumps({"writer_name": "Jäger"}, ensure_ascii=False).encode("cp1252"))
    assert settings.load(file).put_aside is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"zoom": 49},
        {"zoom": 301},
        {"zoom": True},
        {"zoom": "100"},
        {"theme": "rosa"},
        {"typing_off": ["kein Name"]},
        {"writer_name": 5},
        {"recent_files": "a"},
        {"recent_files": [1]},
        {"window_layouts": []},
        {"predecessors": [1]},
        {"typewriter": 1},
        {"window_layouts": {"main": 1}},
    ],
)
def test_a_value_out_of_place_costs_only_itself(file: Path, wrong: dict[str, object]) -> None:
    entries = {"writer_initials": "SB", **wrong}
    loaded = settings.load(written(file, json.dumps(entries)))
    assert loaded.settings == Settings(writer_initials="SB")
    assert loaded.put_aside is not None
    assert json.loads(loaded.put_aside.read_text(encoding="utf-8")) == entries


def test_entries_of_a_newer_program_are_passed_over(file: Path) -> None:
    loaded = settings.load(written(file, '{"zoom": 90, "from_the_future": 1}'))
    assert loaded == settings.Loaded(Settings(zoom=90))


def test_the_latest_file_stands_first_and_once_and_twelve_are_kept(tmp_path: Path) -> None:
    mine = Settings()
    for number in [*range(15), 7]:
        mine = settings.with_recent_file(mine, tmp_path / f"{number}.ikonzept")
    names = [Path(path).stem for path in mine.recent_files]
    assert names == ["7", "14", "13", "12", "11", "10", "9", "8", "6", "5", "4", "3"]
    assert settings.without_recent_file(mine, tmp_path / "7.ikonzept").recent_files == mine.recent_files[1:]


def test_two_windows_keep_each_others_changes(file: Path) -> None:
    settings.update(file, lambda mine: replace(mine, zoom=150))
    settings.update(file, lambda mine: replace(mine, theme="dark"))
    assert settings.load(file).settings == Settings(zoom=150, theme="dark")


def test_a_failed_write_leaves_the_old_settings(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.save(file, Settings(zoom=150))

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        settings.save(file, Settings(zoom=200))
    assert settings.load(file).settings.zoom == 150
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_users_own_file_lies_in_the_folder_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert settings.settings_file().is_relative_to(tmp_path_factory.getbasetemp())


def test_rules_that_are_switched_off_are_remembered(file: Path) -> None:
    settings.save(file, Settings(typing_off=("quotes", "dashes")))
    assert settings.load(file).settings.typing_off == ("quotes", "dashes")
