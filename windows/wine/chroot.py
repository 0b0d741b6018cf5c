"""The Debian with Wine in it: what its making needs, and the making, once for every recipe."""

import contextlib
import fcntl
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from windows.steps import Missing
from windows.wine.bounded import bounded
from windows.wine.entering import entering
from windows.wine.recipe import PREFIX, RECIPE, Recipe
from windows.wine.settings import WINE

SPACE = 6_000_000_000
"""Bytes that the making takes at most, with all that is downloaded and a prefix to try in."""
MINUTES = 15.0
"""How long one step of the making may take on a slow line."""


def cache_folder() -> Path:
    """Give the user's folder for what can be made anew at any time."""
    known = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(known) if Path(known).is_absolute() else Path.home() / ".cache") / "ikonzept-desktop"


def missing(folder: Path, recipe: Recipe = RECIPE) -> list[str]:
    """Tell what lacks for programs to run under Wine, each with the way to get it; nothing where all is there."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return ["Wine is tried on Debian for 64-bit PCs (amd64) only; run this there."]
    found = []
    if os.geteuid() != 0:
        found.append("Rights of root, for a chroot: run it with sudo, or in a virtual machine.")
    elif not _can_unshare():
        found.append("Namespaces: this container forbids them. Start it with --privileged, or use a virtual machine.")
    if is_made(folder, recipe):
        return found
    if not shutil.which("debootstrap"):
        found.append("debootstrap: apt-get install debootstrap")
    if (free := _free(folder)) < SPACE:
        found.append(f"Space: {SPACE / 1e9:.0f} GB free below {folder}; there are {free / 1e9:.1f} GB.")
    return found


def is_made(folder: Path, recipe: Recipe = RECIPE) -> bool:
    """Tell whether the chroot of a recipe is there, whole."""
    return (folder / recipe.name / "etc" / "debian_version").exists()


def made(folder: Path, recipe: Recipe = RECIPE) -> Path:
    """Give the folder of the chroot, made where it is not there yet; raises Missing and TimeoutExpired."""
    if lacking := missing(folder, recipe):
        raise Missing("Wine cannot run here. What lacks:\n" + "\n".join(f"  - {line}" for line in lacking))
    folder.mkdir(parents=True, exist_ok=True)
    root = folder / recipe.name
    with _alone(folder):
        if not is_made(folder, recipe):
            _make(folder / f"{recipe.name}.part", recipe)
            (folder / f"{recipe.name}.part").rename(root)
    return root


def _make(root: Path, recipe: Recipe) -> None:
    shutil.rmtree(root, ignore_errors=True)  # of a making that was broken off
    print(f"Making a Debian with Wine in {root.parent} (three minutes, 3.8 GB, once) …", flush=True)
    mirror = mirror_of(recipe.suite)
    # Checked against Debian's keys or not at all: what the setup is made with comes of it.
    _do(["debootstrap", "--variant=minbase", "--force-check-gpg", recipe.suite, str(root), *mirror])
    with contextlib.suppress(OSError):
        shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    (root / "etc" / "apt" / "apt.conf.d" / "10ikonzept").write_text(_apt_settings(), encoding="utf-8")
    for command in (
        ["dpkg", "--add-architecture", "i386"],
        ["apt-get", "-q", "update"],
        ["apt-get", "-qy", "install", "--no-install-recommends", *recipe.packages],
        ["sh", "-c", recipe.settling],
    ):
        _do(entering(root, command, network=True))
    _do(entering(root, ["sh", "-c", recipe.first_start], as_user=True, variables={**WINE, "WINEPREFIX": PREFIX}))


def _do(command: list[str]) -> None:
    ran = bounded(command, MINUTES * 60)
    if ran.returncode:
        raise Missing(
            f"The Debian with Wine could not be made: {command[0]} … ended with {ran.returncode}.\n{ran.stdout[-3000:]}"
        )


def mirror_of(suite: str) -> list[str]:
    """Give the address from which this machine gets that Debian; none where it is another: debootstrap knows one."""
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages"]
    try:
        told = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=20).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    return re.findall(rf"^(\S+) {re.escape(suite)}$", told, re.MULTILINE)[:1]


def _apt_settings() -> str:
    """Give apt's settings for the way out, where this machine has one of its own."""
    ways = {name: os.environ.get(f"{name}_proxy", "") for name in ("http", "https")}
    return "".join(f'Acquire::{name}::Proxy "{way}";\n' for name, way in ways.items() if way)


def _can_unshare() -> bool:
    try:
        tried = ["unshare", "--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "true"]
        return subprocess.run(tried, capture_output=True, check=False, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _free(folder: Path) -> int:
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return shutil.disk_usage(there).free


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one making go on at a time: who comes second finds it made."""
    with (folder / "lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
