"""A desk for journeys: an X server of its own, the program on it as a process, hands at keyboard and mouse.

Nothing here knows the program from inside: it looks at window titles and pixels, and waits with bounded patience.
"""

import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

from PIL import Image, ImageChops

from tests.conftest import TESTS

PATIENCE = 30.0
"""Seconds after which what was waited for will not come."""
WIDTH, HEIGHT = 1366, 768
"""px of the screen."""
EXTRA_KEYS = {"FK13": "😀", "FK14": "🤝"}
"""Signs on keys that no keyboard has, by the names of XKB."""
Found = TypeVar("Found")


class NeverCame(AssertionError):
    """What was waited for did not happen in time."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the screen. px"""

    x: int
    y: int

    def moved(self, x: int = 0, y: int = 0) -> "Spot":
        """Give the place beside it."""
        return Spot(self.x + x, self.y + y)


class Desk:
    """A screen without a window manager, a German keyboard, and the program."""

    def __init__(self, folder: Path) -> None:
        """Work in a folder; pictures of the screen go to its `pictures`."""
        self.folder = folder
        self.documents = folder / "Dokumente"
        self.documents.mkdir()
        self._pictures = folder / "pictures"
        self._pictures.mkdir()
        self._server: subprocess.Popen[bytes] | None = None
        self._programs: list[subprocess.Popen[bytes]] = []
        self._environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        """Switch the screen on."""
        told, tell = os.pipe()
        screen = f"{WIDTH}x{HEIGHT}x24"
        options = ["-screen", "0", screen, "-fbdir", str(self.folder), "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), *options], pass_fds=[tell], stderr=subprocess.DEVNULL
        )
        os.close(tell)
        with os.fdopen(told, encoding="ascii") as line:
            display = f":{line.readline().strip()}"
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LOGGING_RULES": "",
            "PYTHONPATH": os.pathsep.join([str(TESTS / "children"), str(TESTS.parent)]),
        }
        for name in (
            "XDG_CURRENT_DESKTOP",
            "WAYLAND_DISPLAY",
            "XMODIFIERS",
            "QT_IM_MODULE",
            "DBUS_SESSION_BUS_ADDRESS",
        ):
            self._environment.pop(name, None)
        self._lay_keyboard(display)
        return self

    def __exit__(self, kind: object, _error: object, _trace: object) -> None:
        """Switch everything off; after a failure the last picture stays."""
        if kind is not None:
            self.picture("failed")
        for program in self._programs:
            if program.poll() is None:
                program.kill()
            program.wait(PATIENCE)
        if self._server is not None:
            self._server.terminate()
            self._server.wait(PATIENCE)

    def _lay_keyboard(self, display: str) -> None:
        """Lay a German keyboard with the signs of `EXTRA_KEYS` on keys that no keyboard has.

        For a sign that is on no key xdotool would lay one for a moment, and a busy program looks too late.
        """
        symbols = self.folder / "symbols"
        symbols.mkdir()
        keys = "".join(f"key <{key}> {{ [ U{ord(sign):X} ] }};" for key, sign in EXTRA_KEYS.items())
        (symbols / "extra").write_text(f'xkb_symbols "keys" {{ {keys} }};', encoding="ascii")
        keyboard = self._run("setxkbmap", "-layout", "de", "-print").replace("inet(evdev)", "inet(evdev)+extra(keys)")
        (self.folder / "keyboard.xkb").write_text(keyboard, encoding="ascii")
        self._run("xkbcomp", "-w", "0", f"-I{self.folder}", str(self.folder / "keyboard.xkb"), display)

    # --- the program

    def start(self, *arguments: object) -> subprocess.Popen[bytes]:
        """Start the program with its arguments, as a user's click does."""
        log = (self.folder / "program.log").open("ab")
        command = [sys.executable, "-m", "ikonzept_desktop", *map(str, arguments)]
        with log:
            program = subprocess.Popen(
                command, env=self._environment, cwd=self.documents, stdout=log, stderr=subprocess.STDOUT
            )
        self._programs.append(program)
        return program

    def copy_elsewhere(self, file: Path) -> None:
        """Have another program copy a file of HTML, and wait until it has."""
        command = [sys.executable, "-m", "tests.journeys.clipboard", str(file)]
        other = subprocess.Popen(command, env=self._environment, cwd=TESTS.parent, stdout=subprocess.PIPE)
        self._programs.append(other)
        assert other.stdout is not None
        with other.stdout:
            assert other.stdout.readline() == b"copied\n"

    def ended(self, program: subprocess.Popen[bytes]) -> int:
        """Wait for the program's end and give its exit status."""
        try:
            return program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.picture("did-not-end")
            raise NeverCame(f"The program did not end. {self.said()}") from None

    def kill(self, program: subprocess.Popen[bytes]) -> None:
        """Have the program die on the spot, as in a power cut."""
        program.send_signal(signal.SIGKILL)
        program.wait(PATIENCE)

    def said(self) -> str:
        """Give what the program wrote to its terminal; nothing is as it should be."""
        log = self.folder / "program.log"
        return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""

    def tell(self, *arguments: object, status: int = 0) -> str:
        """Run a verb of the command line, which ends with that status, and give what it prints."""
        command = [sys.executable, "-m", "ikonzept_desktop", *map(str, arguments)]
        done = subprocess.run(command, env=self._environment, check=False, capture_output=True, encoding="utf-8")
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    # --- eyes

    def window(self, title: str) -> str:
        """Wait for a visible window with that title (a regular expression), give it the keyboard as a window
        manager would, and give its id."""
        found = self.wait(lambda: self._windows(title), f"a window {title!r}")
        self._run("xdotool", "windowfocus", "--sync", found[-1])
        return found[-1]

    def no_window(self, title: str) -> None:
        """Wait until no visible window has that title."""
        self.wait(lambda: not self._windows(title), f"no window {title!r}")

    def place(self, window: str) -> tuple[Spot, int, int]:
        """Give where a window is, its width and its height. px"""
        told = self._run("xdotool", "getwindowgeometry", "--shell", window)
        known = dict(line.split("=", 1) for line in told.split() if "=" in line)
        return Spot(int(known["X"]), int(known["Y"])), int(known["WIDTH"]), int(known["HEIGHT"])

    def wait(self, look: Callable[[], Found | None], what: str) -> Found:
        """Look again and again until something true is seen, and give it; raises NeverCame."""
        end = time.monotonic() + PATIENCE
        while not (found := look()):
            if time.monotonic() > end:
                self.picture("never-came")
                raise NeverCame(f"{what} did not come. {self.said()}")
            time.sleep(0.05)
        return found

    def settle(self) -> None:
        """Wait until the screen has not changed for a moment, but for a blinking caret."""
        steady, before = 0, self._pixels()
        end = time.monotonic() + PATIENCE
        while steady < 4 and time.monotonic() < end:
            time.sleep(0.06)
            now = self._pixels()
            steady = steady + 1 if _all_but_alike(before, now) else 0
            before = now

    def picture(self, name: str) -> Path:
        """Keep a picture of the screen."""
        path = self._pictures / f"{len(list(self._pictures.iterdir())):02}-{name}.png"
        self.screen().save(path)
        return path

    def screen(self) -> Image.Image:
        """Give the screen as it is: Xvfb keeps it as a file of X Window Dump format, version 7."""
        data = self._pixels()
        head, *_ = struct.unpack(">I", data[:4])
        fields = struct.unpack(">25I", data[:100])
        width, height, line, colours = fields[4], fields[5], fields[12], fields[19]
        start = head + colours * 12
        return Image.frombytes("RGB", (width, height), data[start : start + line * height], "raw", "BGRX", line)

    def look_for(
        self, colour: str, within: tuple[int, int, int, int] | None = None
    ) -> tuple[int, int, int, int] | None:
        """Give the box around all pixels of a colour (`#DCEAED`) in a part of the screen; None where there are none."""
        box = within or (0, 0, WIDTH, HEIGHT)
        part = self.screen().crop(box)
        red, green, blue = ImageChops.difference(part, Image.new("RGB", part.size, colour)).split()
        off = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        found = off.point([255] + [0] * 255).getbbox()
        return found and (found[0] + box[0], found[1] + box[1], found[2] + box[0], found[3] + box[1])

    # --- hands

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each by its X name, with modifiers: `ctrl+shift+n`, `adiaeresis`."""
        for key in keys:
            self._run("xdotool", "key", "--clearmodifiers", key)

    def write(self, words: str) -> None:
        """Type words, key by key."""
        self._run("xdotool", "type", "--clearmodifiers", "--delay", "8", words)

    def click(self, spot: Spot, times: int = 1) -> None:
        """Click on a place."""
        self._run("xdotool", "mousemove", str(spot.x), str(spot.y))
        self._run("xdotool", "click", "--repeat", str(times), "--delay", "60", "1")

    def drag(self, start: Spot, end: Spot) -> None:
        """Take something with the mouse and let it go elsewhere, on a way with stops as a hand makes it."""
        self._run("xdotool", "mousemove", str(start.x), str(start.y), "mousedown", "1")
        steps = 12
        for step in range(1, steps + 1):
            x = start.x + (end.x - start.x) * step // steps
            y = start.y + (end.y - start.y) * step // steps
            self._run("xdotool", "mousemove", str(x), str(y))
            time.sleep(0.03)
        time.sleep(0.2)
        self._run("xdotool", "mouseup", "1")

    def _windows(self, title: str) -> list[str]:
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env=self._environment,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout.split()

    def _run(self, *command: str) -> str:
        return _run(command, self._environment)

    def _pixels(self) -> bytes:
        return (self.folder / "Xvfb_screen0").read_bytes()


def _run(command: Sequence[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8", timeout=PATIENCE)
    return done.stdout


def _all_but_alike(before: bytes, now: bytes) -> bool:
    if before == now:
        return True
    changed = sum(a != b for a, b in zip(memoryview(before).cast("I"), memoryview(now).cast("I"), strict=True))
    return changed < 200
