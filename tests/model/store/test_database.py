"""The settings that words depend on, and addresses on every system."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from ikonzept_desktop.model.store import connecting, database, file_header


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (
            PurePosixPath("/home/Büro/Konzept? 50% #1.ikonzept"),
            "file:///home/B%C3%BCro/Konzept%3F%2050%25%20%231.ikonzept",
        ),
        (PureWindowsPath(r"C:\Büro\Konzept.ikonzept"), "file:///C:/B%C3%BCro/Konzept.ikonzept"),
        (PureWindowsPath(r"\\server\amt\Konzept.ikonzept"), "file:////server/amt/Konzept.ikonzept"),
    ],
)
def test_addresses(path: PurePosixPath | PureWindowsPath, address: str) -> None:
    assert connecting.address_of(path) == address


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file without a byte, as a new database begins."""
    path = tmp_path / "x"
    path.touch()
    return path


def test_the_settings_that_survive_a_cut_of_the_power(path: Path) -> None:
    with database.writing(path) as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert settings == {"journal_mode": "truncate", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0}


def test_a_name_too_long_for_its_journal_is_told_also_where_the_system_finds_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "exists", lambda _path: False)
    assert not file_header.has_open_journal(tmp_path / f"{'ü' * 247}")
    with pytest.raises(OSError, match=r"(?i)name too long"):
        file_header.has_open_journal(tmp_path / f"{'ü' * 248}")


def test_what_is_deleted_is_overwritten_on_every_system(path: Path) -> None:
    with database.writing(path) as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
        connection.exec_driver_sql("CREATE TABLE one (x)")
        connection.exec_driver_sql("INSERT INTO one VALUES ('Ein vertrauliches Wort')")
    assert b"vertraulich" in path.read_bytes()
    with database.writing(path) as connection:
        connection.exec_driver_sql("DELETE FROM one")
    assert b"vertraulich" not in path.read_bytes()


def test_where_no_file_is_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(OperationalError) as caught, database.writing(tmp_path / "x"):
        pass
    assert database.is_missing(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_tables_made_in_a_change_that_fails_are_not_there(path: Path) -> None:
    with pytest.raises(OperationalError):
        make_a_table_and_fail(path)
    with database.reading(path) as connection:
        assert database.schema_of(connection) == frozenset()


def test_who_reads_cannot_write(path: Path) -> None:
    with database.writing(path) as connection:
        connection.exec_driver_sql("CREATE TABLE one (x)")
    with database.reading(path) as connection, pytest.raises(DBAPIError) as caught:
        connection.exec_driver_sql("INSERT INTO one VALUES (1)")
    assert database.is_write_protected(caught.value)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("start", [b"", b"SQLite format 3\x00", b"x" * 100])
def test_no_header_no_database(start: bytes) -> None:
    assert file_header.header_of(start) is None


def make_a_table_and_fail(path: Path) -> None:
    with database.writing(path) as connection:
        connection.exec_driver_sql("CREATE TABLE one (x)")
        connection.exec_driver_sql("no SQL")
