"""How soon a window stands, by its picture: the same eye looks at the program under Wine and on Debian."""

import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from windows.cycle.screen import Screen, read_screen, share_equal, share_painted
from windows.wine.bounded import bounded

_PAUSE = 0.03
_PAINTED = 0.3
"""Share of the screen that is painted when a window counts as shown."""
_STILL = 2.0
"""Seconds without a change after which the picture is final; a caret that blinks is none."""
_SAME = 0.995


class NeverShown(Exception):
    """No window came to rest in the time given."""


@dataclass(frozen=True, slots=True)
class Start:
    """When a window was first painted, and when it looked as it stays, in seconds from the command."""

    painted: float
    settled: float
    screen: Screen


BEGUN = "begun"
"""The file beside that of the screen which says that the program is started now, with screen and Wine at hand."""


class Watch:
    """Looks at a screen until a window stands there and changes no more."""

    def __init__(self, limit: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count at once, and anew when the program is started; `limit` is in seconds."""
        self._clock = clock
        self._begun = clock()
        self._started = False
        self._limit = limit
        self._ended = False
        self._seen: list[tuple[float, Screen]] = []
        self.start: Start | None = None

    def look(self, file: Path, process: "subprocess.Popen[bytes]") -> bool:
        """Look until there is something to tell, or the time is over, or the program has ended; True: end it now."""
        while self.start is None and process.poll() is None and self._clock() - self._begun < self._limit:
            if not self._started and file.with_name(BEGUN).exists():
                self._started, self._begun = True, self._clock()
            if self._started and (screen := read_screen(file)) is not None:
                self.see(screen)
            time.sleep(_PAUSE)
        self._ended = process.poll() is not None
        return True

    def see(self, screen: Screen) -> None:
        """Take in what is on the screen now."""
        now = self._clock() - self._begun
        if share_painted(screen.sample()) < _PAINTED:
            return
        if not self._seen or share_equal(self._seen[-1][1].sample(), screen.sample()) < _SAME:
            self._seen.append((now, screen))
        elif now - self._seen[-1][0] >= _STILL:
            self.start = Start(self._seen[0][0], self._seen[-1][0], screen)

    def result(self) -> Start:
        """Give what was seen; raises NeverShown."""
        if self.start is None and self._ended:
            raise NeverShown("The program ended before its window came to rest.")
        if self.start is None:
            raise NeverShown(f"No window came to rest within {self._limit:.0f} s.")
        return self.start


# The X server takes a number that no other has (-displayfd), and writes it down when it is ready.
_ON_A_SCREEN = f"""
Xvfb -displayfd 3 -screen 0 "$1"x24 -fbdir "$2" -nolisten tcp 3>"$2/number" >/dev/null 2>&1 &
BESIDE=$2; shift 2
for _ in $(seq 100); do [ -s "$BESIDE/number" ] && break; sleep 0.1; done
export DISPLAY=":$(cat "$BESIDE/number")"
touch "$BESIDE/{BEGUN}"; "$@"
"""


def start_on_debian(command: Sequence[str], *, seconds: float, size: tuple[int, int]) -> Start:
    """Run a program of this machine on a screen of its own, until its window stands; raises NeverShown."""
    with tempfile.TemporaryDirectory(prefix="ikonzept-screen-") as folder:
        said = ["/bin/sh", "-c", _ON_A_SCREEN, "sh", f"{size[0]}x{size[1]}", folder, *command]
        watch = Watch(seconds)
        ran = bounded(said, seconds + 5, lambda process: watch.look(Path(folder) / "Xvfb_screen0", process))
        try:
            return watch.result()
        except NeverShown as error:
            raise NeverShown(f"On Debian: {error} It said: {ran.stdout[-400:].strip()!r}") from None
