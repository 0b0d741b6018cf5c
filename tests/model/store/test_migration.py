"""Older files are brought to the present version, whole or not at all; tried with versions made up for it."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from ikonzept_desktop.model.store import tables
from ikonzept_desktop.model.store.errors import AlteredFile, DamagedFile, NewerFile, NotWritten, StoreError
from ikonzept_desktop.model.store.layout import SCHEMAS, VERSION, Schema
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.model.store.migration import FORMAT, Format, is_older, migrate
from tests.model.store.desk import files_in, new_desk

NEXT = "CREATE TABLE shades (name TEXT NOT NULL)"
AFTER = "CREATE TABLE tones (name TEXT NOT NULL)"


def add_shades(connection: Connection) -> None:
    connection.exec_driver_sql(NEXT)


def shades_become_tones(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE shades")
    connection.exec_driver_sql(AFTER)


LATER = Format(
    3,
    {
        **SCHEMAS,
        2: Schema(2, (*SCHEMAS[1].statements, NEXT)),
        3: Schema(3, (*SCHEMAS[1].statements, AFTER)),
    },
    {1: add_shades, 2: shades_become_tones},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Konzept.ikonzept"
    desk = new_desk(path)
    desk.type(" Alt.")
    desk.close()
    return path


def version_of(path: Path) -> int:
    connection = sqlite3.connect(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(version)


def test_an_old_file_takes_every_step_and_keeps_its_words(path: Path) -> None:
    before = load(path).document
    assert is_older(path, LATER)
    migrate(path, LATER)
    assert not is_older(path, LATER)
    assert version_of(path) == 3
    assert load(path, LATER.schemas).document == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("step", [1, 2])
def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path, step: int) -> None:
    def fail(connection: Connection) -> None:
        LATER.steps[step](connection)
        connection.exec_driver_sql("DELETE FROM blocks")
        raise OperationalError("", None, OSError("disk I/O error"))

    before = files_in(path.parent)
    with pytest.raises(StoreError):
        migrate(path, Format(3, LATER.schemas, {**LATER.steps, step: fail}))
    assert files_in(path.parent) == before


def test_a_step_that_damages_is_found_before_the_file_is_replaced(path: Path) -> None:
    def damage(connection: Connection) -> None:
        shades_become_tones(connection)
        connection.exec_driver_sql("UPDATE blocks SET content = replace(content, 'Kreis', 'Krais')")

    before = files_in(path.parent)
    with pytest.raises(DamagedFile):
        migrate(path, Format(3, LATER.schemas, {**LATER.steps, 2: damage}))
    assert files_in(path.parent) == before


def test_a_step_that_makes_other_tables_than_promised_is_found(path: Path) -> None:
    with pytest.raises(AlteredFile):
        migrate(path, Format(3, LATER.schemas, {**LATER.steps, 2: add_shades_again}))
    assert version_of(path) == 1


def add_shades_again(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE other (name TEXT)")


def test_a_full_disk_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(NotWritten, match="älteren Version"):
        migrate(path, LATER)
    assert list(path.parent.iterdir()) == [path]


def test_a_newer_file_is_not_turned_back(path: Path) -> None:
    migrate(path, LATER)
    with pytest.raises(NewerFile):
        migrate(path)


def test_there_is_a_way_from_every_version_to_the_present_one() -> None:
    assert set(FORMAT.steps) == set(range(min(SCHEMAS), VERSION))
    assert FORMAT.version == max(SCHEMAS) == VERSION


def test_the_tables_in_code_are_those_of_the_statements(path: Path) -> None:
    connection = sqlite3.connect(path)
    for table in (*tables.KEPT.values(), tables.MANIFEST):
        columns = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
        assert [column[1] for column in columns] == [column.name for column in table.columns]
        keys = [column[1] for column in columns if column[5]]
        assert keys == [column.name for column in table.primary_key.columns]
    connection.close()
