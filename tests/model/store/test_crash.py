"""Whatever ends the program, what it has acknowledged is in the file."""

import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ikonzept_desktop.model.store.errors import AlreadyOpen
from ikonzept_desktop.model.store.lock import lock_path
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.model.store.verification import verify
from tests.model.store.desk import again, files_in, first_text, new_desk

ROOT = Path(__file__).parents[3]
TYPISTS = 4
KILLS, LONGEST = (50, 0.4) if os.name == "posix" else (12, 4.0)  # Windows takes ten times as long to start a process
"""How often in all, and after how many seconds of typing at most."""


def start_typist(path: Path) -> subprocess.Popen[str]:
    """Start a typist and wait until it types."""
    command = [sys.executable, "-m", "tests.model.store.typist", str(path)]
    typist = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert typist.stdout
    assert typist.stdout.readline() == "ready\n"
    return typist


def kill(typist: subprocess.Popen[str]) -> list[int]:
    """Kill a typist in the middle of it and give what it has acknowledged."""
    typist.kill()
    said, _ = typist.communicate()
    return [int(line) for line in said.splitlines() if line]


def kill_again_and_again(path: Path, kills: int, seed: int) -> int:
    """Give how many edits were acknowledged in all; raises where one of them is missing."""
    dice, acknowledged = random.Random(seed), 0
    new_desk(path).close()
    for _ in range(kills):
        typist = start_typist(path)
        time.sleep(dice.random() * LONGEST)
        last = max(kill(typist), default=acknowledged)
        opened = open_project(path)  # the lock of the dead is no hindrance
        opened.store.abandon()
        words = first_text(opened.project.document).split()[2:]
        assert words == [str(number) for number in range(1, opened.project.number + 1)]
        assert opened.project.number >= last
        assert verify(path).flaws == ()
        acknowledged = opened.project.number
    return acknowledged


def test_killed_again_and_again_while_typing_no_acknowledged_edit_is_lost(tmp_path: Path) -> None:
    with ThreadPoolExecutor(TYPISTS) as pool:
        runs = [
            pool.submit(kill_again_and_again, tmp_path / f"{seed}.ikonzept", -(-KILLS // TYPISTS), seed)
            for seed in range(TYPISTS)
        ]
        assert sum(run.result() for run in runs) > KILLS


def test_two_programs_open_one_file_and_the_second_learns_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    new_desk(path).close()
    typist = start_typist(path)
    try:
        with pytest.raises(AlreadyOpen) as caught:
            open_project(path)
    finally:
        kill(typist)
    holder = caught.value.holder
    assert holder
    assert holder.process == typist.pid
    assert f"am Rechner {holder.host} geöffnet" in str(caught.value)
    assert caught.value.readable
    assert lock_path(path).exists()
    desk = again(path)
    desk.type(" Weiter.")
    desk.close()
    assert list(files_in(tmp_path)) == [path.name]
