"""One writes at a time; a lock whose holder is gone hinders nobody."""

import errno
import json
import os
import sys
import time
from pathlib import Path

import pytest

from ikonzept_desktop.model.store import lock
from ikonzept_desktop.model.store.errors import AlreadyOpen, FolderWriteProtected, Holder, Unreachable
from ikonzept_desktop.model.store.lock import STALE, FileLock, holder_of, host_name, lock_path

NOBODY_REMOVES = "Windows lets nobody remove a file that is open"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Konzept.ikonzept"


def leave_lock(path: Path, host: str, age: float) -> None:
    """Leave a lock as another machine would whose system lock does not reach us."""
    said = {"user": "sozialplanung", "host": host, "process": 4711, "heartbeat": time.time() - age, "token": "anderer"}
    lock_path(path).write_text(json.dumps(said), encoding="utf-8")


def denied(*_arguments: object, **_named: object) -> int:
    raise PermissionError(errno.EACCES, "Permission denied")


def test_the_second_learns_who_is_first(path: Path) -> None:
    first = FileLock(path)
    with pytest.raises(AlreadyOpen) as caught:
        FileLock(path)
    assert caught.value.holder
    assert (caught.value.holder.host, caught.value.holder.process) == (host_name(), os.getpid())
    first.release()
    FileLock(path).release()
    assert list(path.parent.iterdir()) == []


def test_a_living_lock_of_another_machine_holds(path: Path) -> None:
    leave_lock(path, "SOZ-114", age=STALE - 60)
    before = lock_path(path).read_bytes()
    with pytest.raises(AlreadyOpen, match="ist gerade von sozialplanung am Rechner SOZ-114 geöffnet"):
        FileLock(path)
    assert holder_of(path) == Holder("sozialplanung", "SOZ-114", 4711)
    assert lock_path(path).read_bytes() == before


@pytest.mark.parametrize("age", [STALE + 60, -STALE - 60])
def test_a_lock_of_another_machine_without_a_sign_of_life_is_taken_over(path: Path, age: float) -> None:
    leave_lock(path, "SOZ-114", age)
    assert holder_of(path) is None
    taken = FileLock(path)
    assert taken.is_ours()
    taken.release()


@pytest.mark.parametrize("jump", [STALE + 60, -STALE - 60])
def test_a_clock_that_jumps_does_not_take_the_lock_from_its_living_holder(
    path: Path, jump: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = FileLock(path)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + jump)
    with pytest.raises(AlreadyOpen):
        FileLock(path)
    assert first.is_ours()
    first.release()


def test_a_lock_of_a_dead_process_of_this_machine_is_taken_over_at_once(path: Path) -> None:
    leave_lock(path, host_name(), age=0)
    FileLock(path).release()
    assert not lock_path(path).exists()


@pytest.mark.parametrize(
    "rest",
    [b"", b"{", b"[]", b'{"user": 7}', b'{"user": "", "host": "", "process": 1e999, "heartbeat": 1}'],
)
def test_an_unreadable_rest_of_a_lock_is_taken_over(path: Path, rest: bytes) -> None:
    lock_path(path).write_bytes(rest)
    FileLock(path).release()


def test_without_locks_of_the_system_the_heartbeat_decides(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_try_lock", lambda _descriptor: None)
    leave_lock(path, host_name(), age=0)
    with pytest.raises(AlreadyOpen):
        FileLock(path)
    leave_lock(path, host_name(), age=STALE + 1)
    FileLock(path).release()


def test_the_heartbeat_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = FileLock(path)
    monkeypatch.setattr(lock, "HEARTBEAT", 0.0)
    first = json.loads(lock_path(path).read_bytes())["heartbeat"]
    time.sleep(0.01)
    held.beat()
    assert json.loads(lock_path(path).read_bytes())["heartbeat"] > first
    held.release()


@pytest.mark.skipif(os.name != "posix", reason=NOBODY_REMOVES)
def test_who_was_overtaken_knows_it_and_leaves_the_others_lock_alone(path: Path) -> None:
    held = FileLock(path)
    assert held.is_ours()
    lock_path(path).unlink()
    leave_lock(path, "SOZ-114", age=0)
    assert not held.is_ours()
    held.release()
    assert lock_path(path).exists()


def test_who_was_overtaken_gives_no_sign_of_life(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = FileLock(path)
    leave_lock(path, "SOZ-114", age=0)
    before = lock_path(path).read_bytes()
    monkeypatch.setattr(lock, "HEARTBEAT", 0.0)
    held.beat()
    assert lock_path(path).read_bytes() == before
    held.release()


@pytest.mark.skipif(os.name != "posix", reason=NOBODY_REMOVES)
def test_a_lock_that_was_only_cleared_away_is_laid_anew(path: Path) -> None:
    held = FileLock(path)
    lock_path(path).unlink()
    assert held.is_ours()
    with pytest.raises(AlreadyOpen):
        FileLock(path)
    held.release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_that_cannot_be_removed_hinders_nobody(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = FileLock(path)
    with monkeypatch.context() as stuck:
        stuck.setattr(Path, "unlink", denied)
        held.release()
    FileLock(path).release()
    assert not lock_path(path).exists()


def test_no_room_for_the_lock_is_told_and_leaves_no_trace(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(Unreachable, match="kein Platz mehr") as caught:
        FileLock(path)
    assert caught.value.readable
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_takes_no_file_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(FolderWriteProtected, match="darf nichts geschrieben werden") as caught:
        FileLock(path)
    assert caught.value.readable


def test_on_a_drive_that_gives_a_file_another_number_each_time_the_lock_is_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_is_same_file", lambda _descriptor, _path: False)
    held = FileLock(path)
    with pytest.raises(AlreadyOpen):
        FileLock(path)
    held.release()
    FileLock(path).release()


def test_a_folder_that_is_gone_is_told(path: Path) -> None:
    with pytest.raises(Unreachable):
        FileLock(path.parent / "fort" / path.name)


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere the dot before its name hides it")
def test_on_windows_the_lock_is_out_of_sight_and_can_be_taken_over_all_the_same(path: Path) -> None:
    leave_lock(path, host_name(), age=0)
    lock._hide(lock_path(path))
    held = FileLock(path)
    assert getattr(lock_path(path).stat(), "st_file_attributes", 0) & 2
    held.release()
    assert not lock_path(path).exists()
