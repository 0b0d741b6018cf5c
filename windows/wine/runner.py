r"""Windows programs run under Wine, one prefix for every run, files put in and fetched out, and never without an end.

    with wine_place() as wine:  # a windows.agreement.Runner
        wine.send(Path("build/windows/payload"), r"C:\build\payload")
        ran = wine.run([r"C:\build\inno\ISCC.exe", r"C:\build\installer.iss"], seconds=300)
        wine.fetch(r"C:\build\out\setup.exe", Path("build/windows/setup.exe"))

What runs inside reaches no network, and is a user's with an umlaut and a space in the name.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PureWindowsPath
from subprocess import CompletedProcess, Popen

from windows.wine.bounded import bounded
from windows.wine.chroot import cache_folder, made
from windows.wine.cloning import clone
from windows.wine.entering import entering
from windows.wine.recipe import HOME, PREFIX, USER, USER_ID
from windows.wine.settings import WINE

PROFILE = rf"C:\users\{USER}"
"""The user's own folder, as Windows names it."""

_FAREWELL = 30
"""Seconds for what a program has started to end by itself, and for the registry to be written."""

SCREEN = f"{HOME}/screen"
"""The folder, as the chroot sees it, of the picture of the screen."""

# A setup ends at once where there is no screen, however silent it is. Xvfb keeps up a file with the picture (-fbdir).
# All that a program has started (an uninstaller goes on after its own end) is waited for; the code is the program's.
_ON_A_SCREEN = f"""
mkdir -p {SCREEN}
Xvfb :1 -screen 0 "$SIZE"x24 -fbdir {SCREEN} -nolisten tcp >/dev/null 2>&1 &
export DISPLAY=:1
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -e /tmp/.X11-unix/X1 ] && break; sleep 0.1; done
[ -z "$WARM" ] || {{ wine rundll32 user32.dll,GetDesktopWindow; touch {SCREEN}/begun; }}
wine "$@"
code=$?
timeout {_FAREWELL} wineserver --wait || echo "Wine did not come to rest."
exit $code
"""


class Wine:
    """One prefix, in which programs are run one after the other."""

    def __init__(self, root: Path, run: str) -> None:
        """Run in the chroot `root`, with the folder `run`, as the chroot sees it, as the home of Windows' user."""
        self._root, self._run = root, run

    def host(self, path: str) -> Path:
        r"""Give where a path of Windows (`C:\…`) lies on this machine; letters count as they are written."""
        windows = PureWindowsPath(path)
        if windows.drive.upper() != "C:" or not windows.root:
            raise ValueError(path)
        home = self._root / self._run.lstrip("/")
        return home.joinpath(PREFIX.removeprefix(f"{HOME}/"), "drive_c", *windows.parts[1:])

    def send(self, source: Path, target: str) -> None:
        """Copy a file or a tree of this machine to a path of Windows, in the place of what is there."""
        place = self.host(target)
        self._make_folders(place.parent)
        _copy(source, place)
        for folder, _, files in os.walk(place):
            _hand_over(Path(folder), *(Path(folder, name) for name in files))
        _hand_over(place)

    def write(self, path: str, text: str) -> None:
        """Write a text file (UTF-8) at a path of Windows."""
        target = self.host(path)
        self._make_folders(target.parent)
        target.write_text(text, encoding="utf-8", newline="\n")
        _hand_over(target)

    def fetch(self, source: str, target: Path) -> None:
        """Copy a file or a tree of Windows out, in place of what was there; raises FileNotFoundError."""
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(self.host(source), target)

    def run(
        self, command: Sequence[str], *, seconds: float, variables: Mapping[str, str] | None = None
    ) -> CompletedProcess[str]:
        """Run a Windows program to its end, and that of all that it starts; raises TimeoutExpired."""
        return bounded(self._entering(command, variables), seconds + _FAREWELL)

    def show(
        self,
        command: Sequence[str],
        look: Callable[[Path, Popen[bytes]], bool],
        *,
        seconds: float,
        size: tuple[int, int] = (1440, 900),
        variables: Mapping[str, str] | None = None,
    ) -> CompletedProcess[str]:
        """Run a Windows program on a screen of its own (px); `look` gets the screen's file and ends it with True.

        When Wine's desktop is up and the program is started, a file "begun" comes beside that of the screen.
        """
        screen = self._root / self._run.lstrip("/") / SCREEN.removeprefix(f"{HOME}/") / "Xvfb_screen0"
        for old in (screen, screen.with_name("begun")):
            old.unlink(missing_ok=True)
        entered = self._entering(command, {**(variables or {}), "SIZE": f"{size[0]}x{size[1]}", "WARM": "1"})
        return bounded(entered, seconds, lambda process: look(screen, process))

    def _entering(self, command: Sequence[str], variables: Mapping[str, str] | None) -> list[str]:
        settings = {**WINE, "WINEPREFIX": PREFIX, "SIZE": "1024x768", "WARM": "", **(variables or {})}
        inner = ["/bin/sh", "-c", _ON_A_SCREEN, "sh", *command]
        return entering(self._root, inner, run=self._run, as_user=True, variables=settings)

    def _make_folders(self, folder: Path) -> None:
        for each in (*reversed(folder.parents), folder):
            if not each.exists():
                each.mkdir()
                _hand_over(each)


@contextlib.contextmanager
def wine_place(folder: Path | None = None) -> Iterator[Wine]:
    """Give a fresh prefix, gone afterwards; makes the chroot where it lacks. Raises Missing and TimeoutExpired."""
    root = made(folder or cache_folder())
    run = f"/runs/{secrets.token_hex(6)}"
    home = root / run.lstrip("/")
    home.mkdir(parents=True)
    _hand_over(home)
    try:
        clone(root / PREFIX.lstrip("/"), home / PREFIX.removeprefix(f"{HOME}/"))
        yield Wine(root, run)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _hand_over(*paths: Path) -> None:
    for path in paths:
        os.chown(path, USER_ID, USER_ID, follow_symlinks=False)


def _copy(source: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)
