"""When the power goes, what was acknowledged is on disk, though the system had held back whatever it may.

The calls a typist makes to the system are recorded; then the disk is put together as it may stand at any moment: of
a file only what was synced is sure, of the rest nothing, all, some or torn pieces are there, and a name is sure only
once its folder was synced.
"""

import random
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.model.store.verification import verify
from tests.model.store.desk import first_text, new_desk

ROOT = Path(__file__).parents[3]
EDITS, CUTS = 40, 150
SECTOR = 512
CALLS = "openat,close,write,pwrite64,lseek,ftruncate,fsync,fdatasync,unlink"
_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+=\s+(-?\d+)")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that succeeded: its name, its arguments and what it gave."""

    name: str
    arguments: tuple[str, ...]
    result: int

    def data(self) -> bytes:
        return _bytes(self.arguments[1])


def _bytes(quoted: str) -> bytes:
    return bytes.fromhex(quoted.strip('"').replace("\\x", ""))


def calls(log: str) -> Iterator[Call]:
    """Read a record, calls that other threads interrupted joined again."""
    begun: dict[str, str] = {}
    for line in log.splitlines():
        process, _, rest = line.partition(" ")
        if line.endswith("<unfinished ...>"):
            begun[process] = line.removesuffix("<unfinished ...>").rstrip()
            continue
        whole = begun.pop(process) + rest.partition("resumed>")[2] if "resumed>" in rest else line
        if (match := _CALL.match(whole)) and int(match[3]) >= 0:
            yield Call(match[1], tuple(match[2].split(", ")), int(match[3]))


Piece = tuple[int, bytes | None]
"""Bytes at an offset; None cuts the file off there."""


@dataclass(slots=True)
class Disk:
    """What is sure to be on disk, and what the system still holds back."""

    folder: str
    files: dict[int, bytearray]
    names: dict[str, int]
    pending: defaultdict[int, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    pending_names: list[tuple[str, int | None]] = field(default_factory=list)
    open: dict[int, int] = field(default_factory=dict)
    """The files, by descriptor; -1 is the folder."""
    places: dict[int, int] = field(default_factory=dict)
    acknowledged: int = 0

    def take(self, call: Call) -> None:
        """Follow a call."""
        match call.name:
            case "openat":
                self._open(call)
            case "close":
                self.open.pop(int(call.arguments[0]), None)
            case "unlink":
                self.pending_names.append((_bytes(call.arguments[0]).decode(), None))
            case "write" if call.arguments[0] == "1":
                said = call.data().decode().strip()
                self.acknowledged = int(said) if said.isdigit() else self.acknowledged
            case _ if int(call.arguments[0]) in self.open:
                self._change(call, int(call.arguments[0]))

    def _open(self, call: Call) -> None:
        path = _bytes(call.arguments[1]).decode()
        if path.rstrip("/") == self.folder:
            self.open[call.result] = -1
        elif path in {f"{self.folder}/Konzept.ikonzept", f"{self.folder}/Konzept.ikonzept-journal"}:
            known = {**self.names, **{name: file for name, file in self.pending_names if file is not None}}
            file = known.get(path, len(self.files) + len(self.pending_names) + 1)
            if path not in known:
                self.pending_names.append((path, file))
            self.open[call.result], self.places[call.result] = file, 0

    def _change(self, call: Call, descriptor: int) -> None:
        file = self.open[descriptor]
        match call.name:
            case "fsync" | "fdatasync":
                self._sync(file)
            case "pwrite64":
                self.pending[file].append((int(call.arguments[3]), call.data()))
            case "lseek":
                self.places[descriptor] = call.result
            case "write":
                self.pending[file].append((self.places[descriptor], call.data()))
                self.places[descriptor] += call.result
            case "ftruncate":
                self.pending[file].append((int(call.arguments[1]), None))

    def _sync(self, file: int) -> None:
        if file == -1:
            for name, target in self.pending_names:
                self._name(self.names, name, target)
            self.pending_names.clear()
            return
        for piece in self.pending.pop(file, ()):
            _put(self.files.setdefault(file, bytearray()), piece)

    @staticmethod
    def _name(names: dict[str, int], name: str, target: int | None) -> None:
        if target is None:
            names.pop(name, None)
        else:
            names[name] = target

    def after_a_cut(self, dice: random.Random) -> dict[str, bytes]:
        """Give the files as they may be found."""
        files = {file: bytearray(data) for file, data in self.files.items()}
        names = dict(self.names)
        style = dice.choice(["none", "all", "some", "torn"])
        for file, pieces in self.pending.items():
            for piece in pieces:
                for part in _held(piece, style, dice):
                    _put(files.setdefault(file, bytearray()), part)
        for name, target in self.pending_names[: dice.randint(0, len(self.pending_names))]:
            self._name(names, name, target)
        return {name: bytes(files.get(file, b"")) for name, file in names.items()}


def _held(piece: Piece, style: str, dice: random.Random) -> list[Piece]:
    offset, data = piece
    if style == "none" or (style == "some" and dice.random() < 0.5):
        return []
    if style != "torn" or data is None:
        return [piece]
    starts = range(0, len(data), SECTOR)
    return [(offset + start, data[start : start + SECTOR]) for start in starts if dice.random() < 0.5]


def _put(data: bytearray, piece: Piece) -> None:
    offset, written = piece
    if written is None:
        del data[offset:]
        return
    data.extend(bytes(max(offset + len(written) - len(data), 0)))
    data[offset : offset + len(written)] = written


def recorded(path: Path) -> list[Call]:
    """Let a typist type and give what it asked of the system."""
    strace, log = shutil.which("strace"), path.parent.parent / "calls"
    if strace is None:
        pytest.skip("strace records the calls; it is not installed")
    options = ["-f", "-qq", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(log)]
    command = [strace, *options, sys.executable, "-m", "tests.model.store.typist", str(path), str(EDITS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if "PTRACE" in done.stderr:
        pytest.skip("recording calls is not allowed here")
    assert done.returncode == 0, done.stderr
    return list(calls(log.read_text(encoding="ascii")))


def test_no_cut_of_the_power_loses_an_acknowledged_edit(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "Konzept.ikonzept"
    path.parent.mkdir()
    new_desk(path).close()
    start = path.read_bytes()
    record = recorded(path)
    first = next(index for index, call in enumerate(record) if call.name == "write" and call.data().strip() == b"1")
    dice = random.Random(40)
    disk = Disk(str(path.parent), {1: bytearray(start)}, {str(path): 1})
    cuts = set(dice.sample(range(first, len(record)), CUTS))
    for index, call in enumerate(record):
        disk.take(call)
        if index in cuts:
            found_after_a_cut(disk, dice, tmp_path / f"cut {index}")
    assert disk.acknowledged >= EDITS - 1  # the last may be said no more


def found_after_a_cut(disk: Disk, dice: random.Random, folder: Path) -> None:
    folder.mkdir()
    for name, data in disk.after_a_cut(dice).items():
        (folder / Path(name).name).write_bytes(data)
    path = folder / "Konzept.ikonzept"
    opened = open_project(path)
    opened.store.abandon()
    assert opened.project.number >= disk.acknowledged
    numbers = re.findall(r" (\d+)", first_text(opened.project.document))
    assert numbers == [str(number) for number in range(1, opened.project.number + 1)]
    assert verify(path).flaws == ()
