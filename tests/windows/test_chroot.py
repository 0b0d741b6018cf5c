"""The Debian with Wine is named by what it holds, and what lacks for it is said with the way to get it."""

import os
import platform
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from windows.steps import Missing
from windows.wine import chroot
from windows.wine.cloning import clone
from windows.wine.entering import entering
from windows.wine.recipe import RECIPE
from windows.wine.runner import Wine


@pytest.fixture
def fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has everything."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(chroot, "_can_unshare", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/sbin/debootstrap")
    monkeypatch.setattr(chroot, "_free", lambda _folder: chroot.SPACE)


def test_another_recipe_is_another_folder() -> None:
    others = [
        replace(RECIPE, suite="sid"),
        replace(RECIPE, packages=(*RECIPE.packages, "more")),
        replace(RECIPE, settling="true"),
        replace(RECIPE, first_start="true"),
    ]
    assert len({recipe.name for recipe in (RECIPE, *others)}) == 5


def test_nothing_lacks_where_everything_is(fit: None, tmp_path: Path) -> None:
    assert chroot.missing(tmp_path) == []


@pytest.mark.parametrize(
    ("place", "name", "instead", "said"),
    [
        (sys, "platform", "darwin", "Debian"),
        (platform, "machine", lambda: "aarch64", "amd64"),
        (os, "geteuid", lambda: 1000, "sudo"),
        (chroot, "_can_unshare", lambda: False, "--privileged"),
        (shutil, "which", lambda _name: None, "apt-get install debootstrap"),
        (chroot, "_free", lambda _folder: chroot.SPACE - 1, "6 GB free"),
    ],
)
def test_what_lacks_is_said_with_the_way_to_get_it(
    fit: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: object, name: str, instead: object, said: str
) -> None:
    monkeypatch.setattr(place, name, instead)
    (told,) = chroot.missing(tmp_path)
    assert said in told
    with pytest.raises(Missing, match="What lacks"):
        chroot.made(tmp_path)


def test_what_is_made_needs_neither_space_nor_a_tool(
    fit: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / RECIPE.name / "etc"
    made.mkdir(parents=True)
    (made / "debian_version").touch()
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(chroot, "_free", lambda _folder: 0)
    assert chroot.missing(tmp_path) == []
    assert chroot.made(tmp_path) == tmp_path / RECIPE.name


def test_a_making_that_was_broken_off_counts_for_nothing(fit: None, tmp_path: Path) -> None:
    (tmp_path / f"{RECIPE.name}.part" / "etc").mkdir(parents=True)
    assert not chroot.is_made(tmp_path)


def test_the_cache_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert chroot.cache_folder() == Path("/somewhere/ikonzept-desktop")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert chroot.cache_folder() == Path.home() / ".cache" / "ikonzept-desktop"


def test_what_runs_inside_reaches_no_network_unless_it_must() -> None:
    assert "--net" in entering(Path("/root"), ["true"])
    assert "--net" not in entering(Path("/root"), ["true"], network=True)


def test_of_the_variables_out_here_none_is_handed_on() -> None:
    command = entering(Path("/root"), ["program", "word"], variables={"ONE": "1"})
    assert command[command.index("env") + 1] == "-i"
    assert "ONE=1" in command
    assert command[-2:] == ["program", "word"]


def test_a_clone_shares_programs_and_copies_what_is_written(tmp_path: Path) -> None:
    prefix = tmp_path / "prefix"
    system = prefix / "drive_c" / "windows" / "system32"
    system.mkdir(parents=True)
    (system / "kernel32.DLL").write_bytes(b"code")
    (prefix / "system.reg").write_bytes(b"registry")
    (prefix / "z").symlink_to("/")
    clone(prefix, tmp_path / "run")
    copied = tmp_path / "run" / "drive_c" / "windows" / "system32" / "kernel32.DLL"
    assert copied.samefile(system / "kernel32.DLL")
    assert not (tmp_path / "run" / "system.reg").samefile(prefix / "system.reg")
    assert (tmp_path / "run" / "z").is_symlink()


@pytest.mark.parametrize("path", [r"C:\Prüf Büro\iKonzept", r"c:\Prüf Büro\iKonzept", "C:/Prüf Büro/iKonzept"])
def test_a_path_of_windows_lies_in_the_prefix(path: str) -> None:
    wine = Wine(Path("/chroot"), "/runs/1")
    assert wine.host(path) == Path("/chroot/runs/1/prefix/drive_c/Prüf Büro/iKonzept")


@pytest.mark.parametrize("path", [r"D:\x", r"x\y", r"\x", r"C:x", r"\\server\share\x"])
def test_any_other_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"x"):
        Wine(Path("/chroot"), "/runs/1").host(path)
