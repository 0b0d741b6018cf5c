"""Resources and user folders are found; file names are safe on every file system."""

import errno
from pathlib import Path

import pytest

from ikonzept_desktop.paths import TOP, is_folder, resource, safe_file_name, user_folders

HOME = Path("/home/someone")
MINE = Path("/mine").absolute()
"""With the letter of a drive on Windows, where a path without one is not absolute."""


def test_resources_lie_beside_the_package() -> None:
    assert (TOP / "ikonzept_desktop" / "paths.py").exists()
    assert resource("templates", "x.toml") == TOP / "resources" / "templates" / "x.toml"
    assert resource().is_dir()


def test_on_linux_the_users_folders_follow_xdg() -> None:
    folders = user_folders("linux", {"XDG_CONFIG_HOME": str(MINE)}, HOME)
    assert folders.config == MINE / "ikonzept"
    assert folders.data == HOME / ".local" / "share" / "ikonzept"
    assert folders.state == HOME / ".local" / "state" / "ikonzept"


def test_a_relative_xdg_path_is_passed_over() -> None:
    assert user_folders("linux", {"XDG_CONFIG_HOME": "mine"}, HOME).config == HOME / ".config" / "ikonzept"


def test_on_windows_settings_roam_and_data_stays() -> None:
    environment = {"APPDATA": str(MINE / "Roaming"), "LOCALAPPDATA": str(MINE / "Local")}
    folders = user_folders("win32", environment, HOME)
    assert folders.config == MINE / "Roaming" / "iKonzept"
    assert folders.data == MINE / "Local" / "iKonzept" / "data"
    assert folders.state == MINE / "Local" / "iKonzept" / "state"


def test_on_windows_without_its_variables_the_home_serves() -> None:
    assert user_folders("win32", {}, HOME).config == HOME / "AppData" / "Roaming" / "iKonzept"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Integrationskonzept für den Kreis Mettmann 2015", "Integrationskonzept für den Kreis Mettmann 2015"),
        ("Vorlage 50/020/2015", "Vorlage 50-020-2015"),
        ("a:b", "a-b"),
        ('Was? "Das" <hier> | dort*', "Was- -Das- -hier- - dort-"),
        ("Entwurf...", "Entwurf"),
        ("  Entwurf .  ", "Entwurf"),
        (".versteckt", "versteckt"),
        ("Zeile\nUmbruch\tTab", "Zeile Umbruch Tab"),
        ("„Vielfalt“ – Teil 1", "„Vielfalt“ – Teil 1"),
        ("CON", "CON_"),
        ("con", "con_"),
        ("NUL.Anlage", "NUL_.Anlage"),
        ("AUX .x", "AUX_ .x"),
        ("LPT1", "LPT1_"),
        ("COM²", "COM²_"),
        ("CONOUT$", "CONOUT$_"),
        ("COM10", "COM10"),
        ("Konzern", "Konzern"),
        ("Fu\u0308r", "Für"),
        ("rechts\u202egpj.exe", "rechtsgpj.exe"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("", "Konzept"),
        ("...", "Konzept"),
        ("///", "Konzept"),
    ],
)
def test_a_title_becomes_a_safe_name(title: str, name: str) -> None:
    assert safe_file_name(title) == name


def test_a_device_name_is_escaped_before_its_suffix() -> None:
    assert safe_file_name("Aux", ".docx") == "Aux_.docx"


def test_a_long_name_is_cut_and_keeps_its_suffix(tmp_path: Path) -> None:
    name = safe_file_name("Öffnung " * 60, ".pdf")
    assert len(name) <= 120
    assert len(name.encode()) <= 200
    assert name.startswith("Öffnung Öffnung")
    assert name.endswith(".pdf")
    (tmp_path / name).touch()


def test_a_drive_that_has_gone_away_holds_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert is_folder(tmp_path)

    def gone(_path: Path) -> bool:
        raise OSError(errno.EINVAL, "The specified network name is no longer available")

    monkeypatch.setattr(Path, "is_dir", gone)
    assert not is_folder(tmp_path)


def test_a_cut_parts_no_letter_from_its_accent() -> None:
    name = safe_file_name("q\u0323\u0307" * 60)
    assert name.endswith("q\u0323\u0307")


def test_a_name_is_safe_once_and_for_all() -> None:
    for title in ("CON", "a:b. ", "x" * 300, "NUL.x"):
        assert safe_file_name(safe_file_name(title)) == safe_file_name(title)
