"""Sittings at a concept on a share that go wrong at one step: the n-th access to a file fails, or is the last.

Run as a program, which forks for every sitting: a hook that listens to all accesses cannot be taken away again.
"""

import errno
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.shared import publisher
from ikonzept_desktop.model.store.shared.opening import not_given_back
from ikonzept_desktop.model.store.whereabouts import working_folder
from tests.model.store.desk import text_on_disk
from tests.model.store.shared.share import SharedDesk, colleagues_words, synced

MINE, HERS = (" Eins.", " Zwei.", " Drei."), " Von ihr."
_TORN, _WENT_WRONG, _REACHED = 9, 1, 2
_ACCESSES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile", "os.truncate"}


class Mishap:
    """Listens to every access to the share and to the working copies, and has one go wrong."""

    def __init__(self, kind: str, number: int, places: tuple[Path, ...]) -> None:
        """Know what is to go wrong: `kill`, `fail` (this once), `away` (the share, from now on), `full` (here)."""
        self.kind, self.number = kind, number
        self.count = 0
        self.over = False
        self._share, self._here = (os.fspath(place) for place in places)
        sys.addaudithook(self._heard)

    def _heard(self, event: str, said: tuple[Any, ...]) -> None:
        if self.over or event not in _ACCESSES:
            return
        names = [os.fspath(each) for each in said[:2] if isinstance(each, str | os.PathLike)]
        places = [place for place in (self._share, self._here) if any(str(name).startswith(place) for name in names)]
        if not places:
            return
        self.count += 1
        if self.count == self.number and self.kind == "kill":
            os._exit(_TORN)
        if self.count == self.number and self.kind == "fail":
            raise OSError(errno.EIO, "gone wrong", names[-1])
        if self.count >= self.number and self.kind == "away" and self._share in places:
            raise OSError(errno.EHOSTDOWN, "away", names[-1])
        writes = event != "open" or (isinstance(said[2], int) and said[2] & (os.O_WRONLY | os.O_RDWR))
        if self.count >= self.number and self.kind == "full" and self._here in places and writes:
            raise OSError(errno.ENOSPC, "full", names[-1])


def sit(path: Path, kind: str, number: int, acknowledged: Path, *, colleague: bool) -> bool:
    """Type and save three times, while a colleague writes as well or not; tell whether anything went wrong."""
    mishap = Mishap(kind, number, (path.parent, working_folder()))
    try:
        desk = SharedDesk.at(path)
    except StoreError:
        return mishap.count >= number
    for turn, words in enumerate(MINE):
        desk.type(words)
        if desk.store.flush():
            with acknowledged.open("a", encoding="utf-8") as file:
                file.write(words)
        before = len(desk.told)
        end = time.monotonic() + 0.4
        while not desk.giving.is_back and len(desk.told) == before and time.monotonic() < end:
            time.sleep(0.002)
        if colleague and turn == 0:
            mishap.over, over = True, mishap.over
            colleagues_words(path, HERS)
            hers_of(acknowledged).touch()
            mishap.over = over
    desk.store.abandon()
    return mishap.count >= number


def hers_of(acknowledged: Path) -> Path:
    """Give the file that is there when the colleague has written."""
    return acknowledged.with_name("hers")


def judge(path: Path, acknowledged: Path) -> list[str]:
    """Start once more, with everything well again, open what is there, and give what is not as it should be."""
    colleague = hers_of(acknowledged).exists()
    wanted = acknowledged.read_text(encoding="utf-8") if acknowledged.exists() else ""
    flaws, waiting = [], not_given_back()
    for left in path.parent.glob(".*.tmp"):
        os.utime(left, (0, 0))  # of long ago
    desk = SharedDesk.at(path)
    seen, told = desk.text(), desk.sentences()
    desk.close()
    for file in _beside(path):
        SharedDesk.at(file).close()
    if (missing := _missing(wanted, [seen])) and not told and not waiting and not _beside(path):
        flaws.append(f"told of nothing, though {missing} are not to be seen")
    everywhere = {file: text_on_disk(file) for file in (path, *_beside(path))}
    kept_here = {file: text_on_disk(file) for file in working_folder().glob("*/*.ikonzept")}
    if missing := _missing(wanted, [*everywhere.values(), *kept_here.values()]):
        flaws.append(f"LOST: {missing}")
    if colleague and HERS not in everywhere[path] and not any(HERS in text for text in everywhere.values()):
        flaws.append("LOST: hers")
    if kept_here:
        flaws.append(f"stays here: {[file.parent.name for file in kept_here]}")
    if len(everywhere) > 1 + 2 * colleague:  # hers, mine, and mine once more where nobody lived to see it arrive
        flaws.append(f"{len(everywhere) - 1} beside: {sorted(everywhere.values())} told {told}")
    if stays := [each.name for each in path.parent.glob(".*") if each.name.endswith((".tmp", ".lock"))]:
        flaws.append(f"stays beside: {[name[:3] + name[-5:] for name in stays]}")
    if [each.name for each in working_folder().glob("*") if each not in {file.parent for file in kept_here}]:
        flaws.append("an empty folder stays here")
    return flaws


def _missing(wanted: str, texts: list[str]) -> list[str]:
    words = [f" {word}" for word in wanted.split()]
    return [word for word in words if not any(word in text for text in texts)]


def _beside(path: Path) -> list[Path]:
    return sorted(each for each in path.parent.glob("*.ikonzept") if each != path)


def apart(do: Callable[[], int]) -> int:
    """Do something in a process of its own, and give what it ends with."""
    child = os.fork()
    if child == 0:
        status = _WENT_WRONG
        try:
            status = do()
        except BaseException:  # noqa: BLE001  # told by the status
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Trial:
    """One sitting in a folder of its own, and what is found after it; each step in a process of its own."""

    def __init__(self, folder: Path, kind: str, number: int, *, colleague: bool) -> None:
        """Know what is to go wrong, and where."""
        folder.mkdir(parents=True)
        self.kind, self.number, self.colleague = kind, number, colleague
        self.path = folder / "Kreis Müller" / "Konzept.ikonzept"
        self.acknowledged, self.flaws = folder / "acknowledged", folder / "flaws"
        os.environ["XDG_DATA_HOME"] = str(folder / "home")

    def run(self) -> tuple[list[str], bool]:
        """Give the flaws, and whether anything went wrong at all."""
        apart(self._make)
        status = apart(self._sit)
        apart(self._judge)
        flaws = json.loads(self.flaws.read_text("utf-8")) if self.flaws.exists() else ["cannot be opened any more"]
        return [*flaws, *(["ended by itself"] if status == _WENT_WRONG else [])], status != 0

    def _make(self) -> int:
        synced(self.path.parent)
        return 0

    def _sit(self) -> int:
        went = sit(self.path, self.kind, self.number, self.acknowledged, colleague=self.colleague)
        return _REACHED if went else 0

    def _judge(self) -> int:
        found = judge(self.path, self.acknowledged)
        self.flaws.write_text(json.dumps(found), encoding="utf-8")
        return 0


def try_all(folder: Path, kind: str, *, colleague: bool, first: int = 1, every: int = 1) -> dict[int, list[str]]:
    """Have each n-th access go wrong, until a sitting has no more of them; give the flaws by n."""
    publisher.QUIET, publisher.LATEST, publisher.RETRY = 100.0, 100.0, 0.05
    found: dict[int, list[str]] = {}
    number, went_on = first, True
    while went_on:
        flaws, went_on = Trial(folder / str(number), kind, number, colleague=colleague).run()
        if flaws:
            found[number] = flaws
        number += every
    print("tried up to", number, file=sys.stderr)
    return found


if __name__ == "__main__":
    place, what, step, *more = sys.argv[1:]
    print(json.dumps(try_all(Path(place), what, colleague=bool(more), every=int(step)), ensure_ascii=False, indent=0))
