"""A change that a crash interrupted is taken back, and whoever only looks leaves even that to others."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from ikonzept_desktop.model.store.errors import DamagedFile
from ikonzept_desktop.model.store.file_header import journal_of
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.model.store.verification import verify
from tests.model.store.desk import again, files_in, first_text, new_desk, small_document


@pytest.fixture
def interrupted(tmp_path: Path) -> Path:
    """A file whose writer ended in the middle of a change, half of it written."""
    whole = tmp_path / "whole.ikonzept"
    desk = new_desk(whole)
    desk.type(" Eins." * 3000)
    desk.close()
    connection = sqlite3.connect(whole, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE blocks SET content = replace(content, 'Eins', 'Zwei')")
    connection.execute("UPDATE steps SET content = replace(content, 'Eins', 'Zwei')")
    connection.execute("UPDATE sections SET content = replace(content, 'Ziele', 'Anderes')")
    path = tmp_path / "folder" / "Konzept.ikonzept"
    path.parent.mkdir()
    shutil.copy(whole, path)
    shutil.copy(journal_of(whole), journal_of(path))
    connection.execute("ROLLBACK")
    connection.close()
    assert journal_of(path).stat().st_size > 0
    assert b"Zwei" in path.read_bytes()
    return path


def test_opening_takes_it_back(interrupted: Path) -> None:
    desk = again(interrupted)
    assert "Zwei" not in desk.text()
    assert "Eins" in desk.text()
    desk.close()
    assert verify(interrupted).flaws == ()
    assert list(files_in(interrupted.parent)) == [interrupted.name]


def test_opening_by_a_link_takes_it_back_too(interrupted: Path, tmp_path: Path) -> None:
    link = tmp_path / "Verknüpfung.ikonzept"
    link.symlink_to(interrupted)
    desk = again(link)
    assert "Zwei" not in desk.text()
    desk.close()
    assert list(files_in(interrupted.parent)) == [interrupted.name]


def test_looking_leaves_it(interrupted: Path) -> None:
    before = files_in(interrupted.parent)
    opened = open_project(interrupted, read_only=True)
    assert "Zwei" not in first_text(opened.project.document)
    assert opened.store.snapshots() == ()
    opened.store.close()
    assert files_in(interrupted.parent) == before


def test_a_damaged_rest_is_left_as_it_is(interrupted: Path) -> None:
    with interrupted.open("r+b") as file:
        file.seek(-4096, 2)
        file.write(b"\xff" * 4096)
    data = journal_of(interrupted).read_bytes()
    journal_of(interrupted).write_bytes(data[: len(data) // 2])
    before = files_in(interrupted.parent)
    with pytest.raises(DamagedFile):
        open_project(interrupted)
    assert files_in(interrupted.parent) == before


def test_the_rest_does_not_spoil_the_file_that_comes_in_its_place(interrupted: Path) -> None:
    create_project(interrupted, small_document()).store.close()
    desk = again(interrupted)
    assert desk.text() == "Der Kreis."
    desk.close()
    assert verify(interrupted).flaws == ()
