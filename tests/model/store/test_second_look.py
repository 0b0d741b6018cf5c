"""A window stands before the database is loaded; what is typed meanwhile lasts, and damage unseen at first is told."""

import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop.model.store import writer_thread
from ikonzept_desktop.model.store.errors import NotSaved
from ikonzept_desktop.model.store.file_header import has_open_journal
from ikonzept_desktop.model.store.freezing import freeze
from ikonzept_desktop.model.store.lock import lock_path
from ikonzept_desktop.model.store.project_file import open_project, save_copy
from ikonzept_desktop.model.store.snapshots import Snapshot
from ikonzept_desktop.model.store.verification import verify
from tests.model.store.desk import Desk, again, new_desk, png, text_on_disk

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A concept with two steps and a picture that the history names."""
    path = tmp_path / "Konzept.ikonzept"
    desk = new_desk(path)
    desk.type(" Eins.")
    assert desk.store.flush()
    desk.project.undo()
    desk.type(" Zwei.")
    desk.close()
    return path


def start(path: Path, *asked: str) -> list[str]:
    """Run a program that opens the concept, and give what it said."""
    command = [sys.executable, "-m", "tests.model.store.slow_start", str(path), *asked]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")


def changed(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(statement)
    connection.close()


def test_a_sound_concept_opens_without_the_database(path: Path) -> None:
    assert start(path, "look")[0] == "loaded False"


def test_what_is_typed_at_once_is_on_disk_after_closing(path: Path) -> None:
    said = start(path, "type")
    assert said[:2] == ["loaded False", "4"]
    assert text_on_disk(path) == "Der Kreis. Zwei. 4"
    assert verify(path).flaws == ()


def test_killed_while_the_database_comes_no_acknowledged_edit_is_lost(path: Path) -> None:
    for milliseconds in range(0, 600, 50):
        # Killed in the middle of a commit it leaves a journal, which only the database can roll back.
        before, is_broken_off = number_in(path), has_open_journal(path)
        said = start(path, "kill", str(milliseconds / 1000))
        assert said[0] == f"loaded {is_broken_off}"
        acknowledged = max((int(number) for number in said[1:] if number), default=before)
        after = number_in(path)
        assert acknowledged <= after <= before + 1
        assert verify(path).flaws == ()


def number_in(path: Path) -> int:
    """Open the file, with what a crash interrupted taken back, and give the number of its last edit."""
    opened = open_project(path)
    opened.store.abandon()
    return opened.project.number


SPOILED = {
    "a step changed": "UPDATE steps SET content = replace(content, 'Zwei', 'Drei') WHERE number = 2",
    "a step gone": "DELETE FROM steps WHERE number = 1",
    "steps twice": "INSERT INTO steps SELECT number + 99, made, content, hash FROM steps",
    "a picture unknown to the manifest": "INSERT INTO images VALUES ('0', '{}', x'00', x'00')",
    "the manifest knows more": "INSERT INTO manifest VALUES ('shades', 0, '')",
}
SEEN_AT_ONCE = {"a step changed"}


@pytest.mark.parametrize("name", SPOILED.keys() - SEEN_AT_ONCE)
def test_damage_beside_the_document_is_told_and_nothing_is_acknowledged(path: Path, name: str) -> None:
    changed(path, SPOILED[name])
    before = path.read_bytes()
    desk = again(path)
    desk.type(" Mehr.")
    assert not desk.store.flush()
    assert desk.acknowledged == []
    assert "ist beschädigt" in desk.troubles[0]
    with pytest.raises(NotSaved, match="ist beschädigt"):
        desk.store.close()
    assert path.read_bytes() == before
    other = path.with_name("Gerettet.ikonzept")
    save_copy(desk.opened, other, history=True)
    desk.store.abandon()
    assert text_on_disk(other) == "Der Kreis. Zwei. Mehr."
    assert verify(other).flaws == ()


def test_damage_is_told_before_anything_is_typed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(path, SPOILED["a step gone"])
    monkeypatch.setattr(writer_thread, "OPEN_AFTER", 0.2)
    told = threading.Event()
    desk = again(path)
    desk.store.on_trouble(lambda _sentence: told.set())
    assert told.wait(20)
    desk.store.abandon()


def test_a_file_changed_between_the_looks_is_not_written_over(path: Path) -> None:
    desk = again(path)
    elsewhere = path.with_name("elsewhere.ikonzept")
    elsewhere.write_bytes(path.read_bytes())
    stranger = Desk(open_project(elsewhere))
    stranger.type(" Fremd.")
    stranger.close()
    path.write_bytes(elsewhere.read_bytes())  # as a program does that knows no lock of ours
    desk.type(" Meins.")
    assert not desk.store.flush()
    assert "an anderer Stelle verändert" in desk.troubles[0]
    desk.store.abandon()
    assert text_on_disk(path) == "Der Kreis. Zwei. Fremd."


def test_a_file_moved_away_before_it_is_open_is_told_and_found_again(path: Path) -> None:
    desk = again(path)
    away = path.with_name("Verschoben.ikonzept")
    path.rename(away)
    desk.type(" Mehr.")
    assert not desk.store.flush()
    assert "nicht mehr an ihrem Platz" in desk.troubles[0]
    away.rename(path)
    assert desk.store.flush()
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Zwei. Mehr."


def test_a_kept_state_is_known_again_without_the_database(path: Path) -> None:
    kept = keep_state(path)
    assert start(path, "keep")[:2] == ["loaded False", f"{kept.id} False"]


def test_a_state_whose_row_is_damaged_counts_as_none(path: Path) -> None:
    keep_state(path)
    changed(path, "UPDATE snapshots SET data = substr(data, 2)")
    desk = again(path)
    with pytest.raises(NotSaved, match="ist beschädigt"):
        freeze(desk.opened, "Ausgabe", datetime.now(UTC))
    desk.store.abandon()


def keep_state(path: Path) -> Snapshot:
    """Keep the concept as it stands for good."""
    desk = again(path)
    kept = desk.store.make_snapshot(desk.project.document, "Ausgabe", datetime(2015, 3, 12, tzinfo=UTC))
    desk.close()
    return kept


def test_who_only_looks_in_leaves_without_a_backup_and_who_closes_has_one(path: Path) -> None:
    guest = again(path)
    guest.store.leave()
    assert guest.store.backup is None
    assert not lock_path(path).exists()
    owner = again(path)
    owner.close()
    assert owner.store.backup


def test_what_a_guest_has_typed_is_on_disk_after_leaving(path: Path) -> None:
    guest = again(path)
    before = path.read_bytes()
    guest.type(" Mehr.")
    guest.store.leave()
    assert text_on_disk(path) == "Der Kreis. Zwei. Mehr."
    assert guest.store.backup
    assert guest.store.backup.path.read_bytes() == before


def test_a_guest_whose_words_are_not_taken_is_told_and_gone(path: Path) -> None:
    guest = again(path)
    changed(path, SPOILED["a step gone"])
    guest.type(" Mehr.")
    with pytest.raises(NotSaved, match="ist beschädigt"):
        guest.store.leave()
    assert not lock_path(path).exists()


def test_a_picture_is_shown_before_the_file_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "Bild.ikonzept"
    desk = new_desk(path)
    digest = desk.store.add_image(png())
    assert desk.store.flush()
    kept = path.read_bytes()
    desk.close()
    path.write_bytes(kept)
    desk = again(path)
    monkeypatch.setattr(desk.store, "ask", lambda _question: None)
    assert desk.store.image(digest) == png()
    desk.store.abandon()
