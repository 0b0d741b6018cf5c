"""Copies are verified, kept by age, and come back."""

import os
import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from ikonzept_desktop.model.store.backups import (
    ALL_OF,
    backup_folder,
    backups,
    kept,
    make_backup,
    newest_backup,
    restore_backup,
)
from ikonzept_desktop.model.store.errors import AlreadyOpen, Backup, DamagedFile, NotWritten
from ikonzept_desktop.model.store.loading import load
from tests.model.store.desk import again, files_in, new_desk, text_on_disk

START = datetime(2015, 3, 12, 8, 14, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "Konzepte"
    folder.mkdir()
    path = folder / ("Konzept?.ikonzept" if os.name == "posix" else "Konzept#.ikonzept")
    new_desk(path).close()
    for backup in backups(path):
        backup.path.unlink()
    return path


def type_one(path: Path, text: str) -> None:
    desk = again(path)
    desk.type(text)
    desk.close()


def test_a_copy_is_as_the_file_and_leaves_it_alone(path: Path) -> None:
    before = files_in(path.parent)
    backup = make_backup(path, START)
    assert backup.path.read_bytes() == path.read_bytes()
    assert backups(path) == (backup,)
    assert backup.made == START
    assert files_in(path.parent) == before


def test_an_unchanged_file_is_not_copied_twice(path: Path) -> None:
    first = make_backup(path, START)
    assert make_backup(path, START + timedelta(days=1)) == first


def test_an_unsound_copy_is_not_kept(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Deutsch", b"Teutsch"))
    with pytest.raises(DamagedFile):
        make_backup(path, START)
    assert list(backup_folder(path).iterdir()) == []


def test_the_newest_sound_copy_is_offered(path: Path) -> None:
    sound = make_backup(path, START)
    type_one(path, " Neu.")
    spoilt = make_backup(path, START + timedelta(minutes=1))
    spoilt.path.write_bytes(spoilt.path.read_bytes()[:5000])
    for backup in backups(path):
        if backup not in {sound, spoilt}:
            backup.path.unlink()
    assert newest_backup(path) == sound


def test_an_old_copy_that_cannot_be_removed_keeps_nobody_from_making_a_new_one(path: Path) -> None:
    now = START + timedelta(days=90)
    make_backup(path, START)
    for day in range(1, 40):
        (backup_folder(path) / f"{now - timedelta(days=day):%Y-%m-%dT%H%M%S.%fZ}.ikonzept").mkdir()
    type_one(path, " Neu.")
    assert make_backup(path, now).path.exists()


def test_on_windows_the_copies_are_the_same_however_the_path_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "normcase", lambda path: str(path).lower())
    one, other = (backup_folder(Path(f"/{drive}/konzept.ikonzept")) for drive in "hH")
    assert one == other
    assert backup_folder(Path("/i/konzept.ikonzept")) != one


def test_a_copy_comes_back_and_what_was_there_is_kept_aside(path: Path) -> None:
    backup = make_backup(path, START)
    type_one(path, " Falsch.")
    aside = restore_backup(backup, path)
    assert text_on_disk(path) == "Der Kreis."
    assert aside
    assert text_on_disk(aside) == "Der Kreis. Falsch."


def test_nothing_comes_back_over_an_open_concept(path: Path) -> None:
    backup = make_backup(path, START)
    desk = again(path)
    with pytest.raises(AlreadyOpen):
        restore_backup(backup, path)
    desk.close()


def test_an_unsound_copy_does_not_come_back(path: Path, tmp_path: Path) -> None:
    unsound = tmp_path / "unsound.ikonzept"
    unsound.write_bytes(path.read_bytes()[:-4096])
    before = files_in(path.parent)
    with pytest.raises(DamagedFile):
        restore_backup(Backup(unsound, START), path)
    assert files_in(path.parent) == before


def test_a_missing_file_comes_back_too(path: Path) -> None:
    backup = make_backup(path, START)
    path.unlink()
    assert restore_backup(backup, path) is None
    assert text_on_disk(path) == "Der Kreis."


def test_a_folder_that_cannot_be_made_is_told(path: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_folders.joinpath("datei").write_bytes(b"")
    for variable in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(own_folders / "datei"))
    with pytest.raises(NotWritten, match="Ihr Konzept ist davon unberührt"):
        make_backup(path, START)


def test_over_eighteen_months_copies_thin_out_and_all_can_be_opened(path: Path) -> None:
    dice, now = random.Random(18), START
    while now < START + timedelta(days=548):
        now += timedelta(days=dice.randint(10, 25), minutes=dice.randint(0, 600))
        type_one(path, f" {now:%d.%m.}")
        make_backup(path, now)
        for backup in backups(path):
            if backup.made > now:  # made by opening it, under today's date
                backup.path.unlink()
    found = backups(path)
    assert 12 <= len(found) <= 12 + 10 + 9 + 1
    for backup in found:
        load(backup.path)
    assert restore_backup(found[-1], path)
    assert text_on_disk(path).startswith("Der Kreis. ")


def test_all_of_two_days_then_the_last_of_each_day_week_and_month() -> None:
    every_hour = [START - timedelta(hours=hours) for hours in range(24 * 700)]
    chosen = sorted(kept(every_hour, START), reverse=True)
    ages = [START - moment for moment in chosen]
    assert [age for age in ages if age <= ALL_OF] == [timedelta(hours=hours) for hours in range(49)]
    older = chosen[49:]
    assert len(older) == 12 + 10 + 9
    days, weeks, months = older[:12], older[12:22], older[22:]
    assert {moment.hour for moment in days[1:]} == {23}
    assert all(left - right == timedelta(days=1) for left, right in pairwise(days[1:]))
    assert all(left - right == timedelta(days=7) for left, right in pairwise(weeks[1:]))
    assert all((moment + timedelta(hours=1)).day == 1 for moment in months[1:])


def test_thinning_out_again_and_again_keeps_as_much() -> None:
    held: set[datetime] = set()
    now = START
    for hours in range(0, 24 * 400, 5):
        now = START + timedelta(hours=hours)
        held = kept(held | {now}, now)
    older = [moment for moment in held if now - moment > ALL_OF]
    assert len(older) >= 12 + 10 + 8
    assert now - min(held) > timedelta(days=300)
