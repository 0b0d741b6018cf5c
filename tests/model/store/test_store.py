"""The store brings words to disk, says truthfully when, and keeps them while it cannot."""

import errno
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from ikonzept_desktop.model.history import Step
from ikonzept_desktop.model.store import batch, database, writer_thread
from ikonzept_desktop.model.store.errors import NoImage, NotSaved
from ikonzept_desktop.model.store.lock import lock_path
from ikonzept_desktop.model.store.project_file import open_project, save_copy
from ikonzept_desktop.model.store.verification import verify
from tests.model.store.desk import Desk, again, full_disk, new_desk, png, text_on_disk

PROMISED = 2.0
"""Seconds after which words are on disk."""
HELD_UP = 1.0
"""Seconds by which a machine that does much else may be late."""
LONG = " Ein langer Satz über die Förderung der Sprache im Kreis." * 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Konzept.ikonzept"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    desk = new_desk(path)
    yield desk
    desk.store.abandon()


def wait_for_acknowledgement(desk: Desk) -> None:
    """Wait until the store has spoken of its own accord."""
    spoken = threading.Event()
    desk.store.on_acknowledged(lambda number, _when: spoken.set() if number == desk.project.number else None)
    desk.type(".")
    assert spoken.wait(20)


def test_words_reach_the_disk_by_themselves(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing_else_happens(monkeypatch)
    desk.store.abandon()
    desk = again(path)
    wait_for_acknowledgement(desk)
    assert text_on_disk(path) == "Der Kreis.."
    assert desk.store.unacknowledged() == 0
    assert desk.store.acknowledged_number == desk.project.number
    assert desk.store.acknowledged_at
    desk.close()


def test_typing_on_and_on_does_not_put_the_commit_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing_else_happens(monkeypatch)
    monkeypatch.setattr(writer_thread, "QUIET", 3600.0)
    monkeypatch.setattr(writer_thread, "LATEST", 0.05)
    desk = new_desk(path)
    wait_for_acknowledgement(desk)
    desk.close()


@pytest.mark.parametrize("pause", [0.05, 0.6], ids=["without a pause", "with pauses"])
def test_every_word_is_on_disk_two_seconds_after_it_was_typed(path: Path, pause: float) -> None:
    new_desk(path).close()
    desk = again(path)
    typed: dict[int, float] = {}
    late: list[float] = []

    def hear(number: int, _when: datetime) -> None:
        now = time.monotonic()
        late.extend(now - typed.pop(known) for known in [*typed] if known <= number)

    desk.store.on_acknowledged(hear)
    end = time.monotonic() + 4.5
    while time.monotonic() < end:
        typed[desk.project.number + 1] = time.monotonic()
        desk.type(" Wort")
        assert time.monotonic() - min(typed.values(), default=end) < PROMISED + HELD_UP
        time.sleep(pause)
    assert late
    assert max(late) < PROMISED + HELD_UP
    assert writer_thread.QUIET < writer_thread.LATEST <= PROMISED - 0.5, "nothing is left for the disk itself"
    desk.close()


def test_nothing_is_acknowledged_before_its_commit(desk: Desk) -> None:
    desk.type(" Eins.")
    assert desk.acknowledged == []
    assert desk.store.unacknowledged() == 1
    assert desk.store.flush()
    assert desk.acknowledged == [1]


def test_a_keystroke_changes_few_rows(desk: Desk) -> None:
    desk.type("x")
    assert desk.store.flush()
    statements: list[str] = []

    def listen(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    desk.type("y")
    assert desk.store.flush()
    event.remove(Engine, "before_cursor_execute", listen)
    written = [statement.split()[1] for statement in statements if statement.startswith(("UPDATE", "INSERT", "DELETE"))]
    assert sorted(written) == ["blocks", "manifest", "meta", "steps"]


def test_on_a_full_disk_nothing_is_lost(desk: Desk, path: Path) -> None:
    desk.type(" Vorher.")
    assert desk.store.flush()
    with full_disk(path):
        for _ in range(3):
            desk.type(LONG)
            assert not desk.store.flush()
        assert desk.acknowledged == [1]
        assert desk.troubles[0].startswith("Auf dem Laufwerk ist kein Platz mehr. Ihr Text ist noch hier.")
        assert text_on_disk(path) == "Der Kreis. Vorher."
        with pytest.raises(NotSaved, match="kein Platz"):
            desk.store.close()
    assert desk.text() == f"Der Kreis. Vorher.{LONG * 3}"
    assert desk.store.flush()
    assert desk.acknowledged == [1, 4]
    assert text_on_disk(path) == desk.text()
    desk.store.close()
    assert verify(path).flaws == ()
    assert again_and_undo(path) == "Der Kreis."


@contextmanager
def small_file_system(folder: Path) -> Iterator[Path]:
    """Give a folder on a file system of 600 kB; skips where none may be mounted."""
    folder.mkdir()
    mount = shutil.which("mount")
    if not mount or os.geteuid() != 0:
        pytest.skip("only root mounts")
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_on_a_file_system_that_really_is_full_nothing_is_lost(tmp_path: Path) -> None:
    with small_file_system(tmp_path / "small") as folder:
        path = folder / "Konzept.ikonzept"
        desk = new_desk(path)
        (folder / "ballast").write_bytes(bytes(300_000))
        while desk.store.flush():
            assert desk.project.number < 60, "more is acknowledged than the file system holds"
            desk.type(LONG)
        assert "kein Platz" in desk.troubles[-1]
        last = desk.acknowledged[-1]
        desk.type(" Mitten darin.")
        assert not desk.store.flush()
        assert desk.acknowledged[-1] == last
        (folder / "ballast").unlink()
        assert desk.store.flush()
        assert desk.acknowledged[-1] == desk.project.number
        assert text_on_disk(path) == desk.text()
        desk.close()
        assert verify(path).flaws == ()


def test_writing_is_tried_again_without_being_asked(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_thread, "RETRY", 0.05)
    told = threading.Event()
    desk.store.on_trouble(lambda _sentence: told.set())
    with full_disk(path):
        desk.type(LONG)
        assert told.wait(20)
    wait_for_acknowledgement(desk)
    assert text_on_disk(path) == desk.text()


@contextmanager
def commits_that_fail_after_the_fact(count: int) -> Iterator[None]:
    """Let commits reach the disk and report an error nevertheless, as a failing drive does."""
    left = [count]

    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("COMMIT")
        if left[0]:
            left[0] -= 1
            raise OperationalError("COMMIT", None, OSError("disk I/O error"))
        connection.exec_driver_sql("BEGIN")

    event.listen(Engine, "commit", fail)
    try:
        yield
    finally:
        event.remove(Engine, "commit", fail)


def test_a_commit_that_failed_and_yet_is_on_disk_is_known_again(desk: Desk, path: Path) -> None:
    desk.type(" Eins.")
    with commits_that_fail_after_the_fact(1):
        assert not desk.store.flush()
    assert text_on_disk(path) == "Der Kreis. Eins."
    assert desk.acknowledged == []
    assert "Ihr Text ist noch hier" in desk.troubles[0]
    assert desk.store.flush()
    assert desk.acknowledged == [1]
    desk.type(" Zwei.")
    desk.close()
    assert verify(path).flaws == ()
    assert again_and_undo(path) == "Der Kreis."


def test_what_came_after_such_a_commit_is_written_too(desk: Desk, path: Path) -> None:
    desk.type(" Eins.")
    with commits_that_fail_after_the_fact(1):
        assert not desk.store.flush()
    desk.type(" Zwei.")
    digest = desk.store.add_image(png())
    assert desk.store.flush()
    assert text_on_disk(path) == "Der Kreis. Eins. Zwei."
    assert desk.store.image(digest) == png()
    assert desk.acknowledged == [2]
    assert verify(path).flaws == ()


def test_a_file_that_another_program_holds_is_written_later(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.05)
    desk.store.abandon()
    desk = again(path)
    with database.writing(path):
        desk.type(" Eins.")
        assert not desk.store.flush()
    assert "Ein anderes Programm hält die Datei" in desk.troubles[0]
    assert desk.store.flush()
    desk.close()


def test_what_another_has_written_is_not_written_over(desk: Desk, path: Path) -> None:
    copy = path.with_name("Anderswo.ikonzept")
    lock_path(path).write_text(json.dumps({"token": "anderer", "user": "x", "host": "SOZ-114", "process": 1}), "utf-8")
    before = path.read_bytes()
    desk.type(" Meins.")
    assert not desk.store.flush()
    assert "an anderer Stelle verändert" in desk.troubles[0]
    assert path.read_bytes() == before
    save_copy(desk.opened, copy, history=True)
    assert text_on_disk(copy) == "Der Kreis. Meins."


def test_a_change_under_our_own_lock_is_not_written_over(desk: Desk, path: Path) -> None:
    other = path.with_name("Anders.ikonzept")
    stranger = new_desk(other)
    stranger.type(" Fremdes.")
    stranger.close()
    with path.open("r+b") as file:
        file.write(other.read_bytes())
    desk.type(" Meins.")
    assert not desk.store.flush()
    assert "an anderer Stelle verändert" in desk.troubles[0]
    assert text_on_disk(path) == "Der Kreis. Fremdes."


def test_a_file_that_another_one_took_the_place_of_is_not_written_over(desk: Desk, path: Path) -> None:
    other = path.with_name("Anders.ikonzept")
    new_desk(other).close()
    other.replace(path)
    before = path.read_bytes()
    desk.type(" Meins.")
    assert not desk.store.flush()
    assert "an anderer Stelle verändert" in desk.troubles[0]
    assert path.read_bytes() == before


def test_of_two_who_write_by_two_names_of_a_file_one_is_told(desk: Desk, path: Path) -> None:
    desk.close()
    other = path.with_name("Zweiter Name.ikonzept")
    other.hardlink_to(path)
    first, second = again(path), again(other)
    first.type(" Eins.")
    assert first.store.flush()
    second.type(" Zwei.")
    assert not second.store.flush()
    assert "an anderer Stelle verändert" in second.troubles[0]
    second.store.abandon()
    first.close()
    assert text_on_disk(path) == "Der Kreis. Eins."
    assert verify(path).flaws == ()


def test_a_rest_that_cannot_be_removed_does_not_hinder_closing(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.type(" Eins.")
    assert desk.store.flush()

    def held(_file: Path, missing_ok: bool = False) -> None:
        raise PermissionError("held by another program")

    with monkeypatch.context() as stuck:
        stuck.setattr(Path, "unlink", held)
        desk.close()
    assert desk.troubles == []
    again(path).close()
    assert text_on_disk(path) == "Der Kreis. Eins."


def test_a_drive_that_goes_away_while_closing_is_no_fault_of_the_program(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.type(" Eins.")
    assert desk.store.flush()

    def gone(_file: Path, **_named: object) -> os.stat_result:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as away:
        away.setattr(Path, "stat", gone)
        away.setattr(Path, "read_bytes", gone)
        desk.close()
    assert desk.troubles == []
    assert text_on_disk(path) == "Der Kreis. Eins."


def test_a_file_that_was_moved_away_is_told_and_found_again(desk: Desk, path: Path) -> None:
    away = path.with_name("Verschoben.ikonzept")
    path.rename(away)
    desk.type(" Eins.")
    assert not desk.store.flush()
    assert "nicht mehr an ihrem Platz" in desk.troubles[0]
    assert not path.exists(), "an empty file stands where the concept is to be put back"
    away.rename(path)
    assert desk.store.flush()
    assert text_on_disk(path) == "Der Kreis. Eins."


def test_a_fault_of_our_own_is_told_and_never_acknowledged(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _arguments: None)
    monkeypatch.setattr("ikonzept_desktop.model.store.database_writer.batch_changes", lambda *_: 1 / 0)
    desk.type(" Eins.")
    assert not desk.store.flush()
    assert "In iKonzept ist ein Fehler aufgetreten" in desk.troubles[0]
    assert desk.acknowledged == []
    with pytest.raises(NotSaved):
        desk.store.close()


def test_undo_and_redo_are_acknowledged_like_edits(desk: Desk) -> None:
    desk.type(" Eins.")
    desk.project.undo()
    desk.project.redo()
    assert desk.store.flush()
    assert desk.acknowledged == [3]


def test_only_the_last_steps_are_kept(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "MOST_STEPS", 5)
    for number in range(9):
        type_apart(desk, number)
    desk.close()
    assert steps_on_disk(path) == [5, 6, 7, 8, 9]
    assert again_and_undo(path) == "Der Kreis. 0 1 2 3"


def test_steps_older_than_ninety_days_are_forgotten_on_closing(desk: Desk, path: Path) -> None:
    for number in range(3):
        type_apart(desk, number, days_ago=100 if number < 2 else 80)
    desk.close()
    assert steps_on_disk(path) == [3]


def test_what_was_undone_and_typed_over_is_forgotten_in_the_file(desk: Desk, path: Path) -> None:
    for number in range(4):
        type_apart(desk, number)
    assert desk.store.flush()
    for _ in range(3):
        desk.project.undo()
    assert desk.store.flush()
    type_apart(desk, 7)
    desk.close()
    assert steps_on_disk(path) == [1, 2]


def test_the_same_content_gives_the_same_snapshot(desk: Desk) -> None:
    then, later = datetime(2015, 3, 12, tzinfo=UTC), datetime(2015, 3, 13, tzinfo=UTC)
    document = desk.project.document
    first = desk.store.make_snapshot(document, "Ausgabe als Word", then)
    assert desk.store.make_snapshot(document, "Ausgabe als PDF", later) == first
    assert desk.store.flush()
    assert desk.store.make_snapshot(document, "Ausgabe als PDF", later) == first
    desk.type(" Mehr.")
    other = desk.store.make_snapshot(desk.project.document, "Ausgabe als PDF", later)
    assert other.id != first.id
    assert desk.store.snapshots() == (first, other)
    assert desk.store.snapshot_document(first.id) == document
    assert desk.store.snapshot_document(other.id) == desk.project.document
    with pytest.raises(KeyError):
        desk.store.snapshot_document("fehlt")


def test_a_picture_is_told_by_its_bytes(desk: Desk) -> None:
    with pytest.raises(NoImage, match="PNG"):
        desk.store.add_image(b"GIF89a")


def test_a_closed_store_says_so(desk: Desk) -> None:
    desk.close()
    with pytest.raises(NotSaved):
        desk.store.snapshots()
    assert desk.store.step(1) is None


def test_a_backup_is_made_of_the_file_as_it_was_opened(desk: Desk, path: Path) -> None:
    desk.close()
    before = path.read_bytes()
    desk = again(path)
    desk.type(" Mehr.")
    assert desk.store.flush()
    assert desk.store.backup
    assert desk.store.backup.path.read_bytes() == before
    desk.close()


def test_a_backup_that_fails_is_told_and_hinders_nothing(desk: Desk, path: Path, own_folders: Path) -> None:
    desk.close()
    shutil.rmtree(own_folders)
    own_folders.write_bytes(b"kein Ordner")
    desk = again(path)
    desk.type(" Mehr.")
    assert desk.store.flush()
    assert desk.store.backup is None
    assert "Sicherungskopie" in desk.store.backup_trouble
    desk.close()


def test_the_model_loads_no_database() -> None:
    modules = "ikonzept_desktop.model.project, ikonzept_desktop.model.store.errors"
    code = f"import sys, {modules}; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def nothing_else_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the thread not woken by other duties."""
    monkeypatch.setattr(writer_thread, "HEARTBEAT", 3600.0)
    monkeypatch.setattr(writer_thread, "BACKUP_AFTER", 3600.0)


def type_apart(desk: Desk, number: int, days_ago: int = 0) -> None:
    """Type a word as a step of its own, some days ago."""
    desk.project._clock = lambda: datetime.now(UTC) - timedelta(days=days_ago) + timedelta(seconds=2 * number)
    desk.type(f" {number}")


def steps_on_disk(path: Path) -> list[int]:
    opened = open_project(path, read_only=True)
    found = [number for number in range(1, 20) if isinstance(opened.store.step(number), Step)]
    opened.store.close()
    return found


def again_and_undo(path: Path) -> str:
    """Open the file, take back all there is to take back, and give the first paragraph."""
    desk = again(path)
    while desk.project.undo():
        pass
    text = desk.text()
    desk.store.abandon()
    return text
