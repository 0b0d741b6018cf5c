"""A file that is no sound concept is refused in one German sentence and left as it is, to the byte."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop.model.store import inspection
from ikonzept_desktop.model.store.errors import (
    AlteredFile,
    DamagedFile,
    EmptyFile,
    ForeignFile,
    NewerFile,
    NoSuchFile,
    StoreError,
    TruncatedFile,
    Unreachable,
    WriteProtected,
)
from ikonzept_desktop.model.store.file_header import APPLICATION_ID
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.model.store.verification import verify
from tests.model.small_concept import concept, paragraph, section
from tests.model.store.desk import files_in, first_text, new_desk, png

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound file with history, a picture and a snapshot; never written to by a test."""
    path = tmp_path_factory.mktemp("sound") / "Konzept.ikonzept"
    desk = new_desk(path)
    for number in range(40):
        desk.type(f" Satz {number} über die Sprachförderung im Kreis.")
        assert number % 8 or desk.store.flush()
    desk.store.make_snapshot(desk.project.document, "Ausgabe", datetime.now(UTC))
    desk.store.add_image(png())
    assert desk.store.flush()
    shutil.copy(path, kept := path.with_suffix(".kept"))
    desk.close()
    kept.replace(path)
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    return Path(shutil.copy(sound, folder))


def refused(path: Path, error: type[StoreError], *, read_only: bool = False) -> str:
    """Give the sentence of a refusal that has changed nothing."""
    before = files_in(path.parent)
    with pytest.raises(error) as caught:
        open_project(path, read_only=read_only)
    assert files_in(path.parent) == before
    assert type(caught.value) is error
    sentence = str(caught.value)
    assert sentence.endswith((".", "?"))
    assert "Nichts wurde verändert" in sentence or "Sicherung vom" in sentence
    return sentence


def sql(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.executescript(statement)
        connection.close()

    return change


def foreign_database(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE meta (key TEXT)")(path)


HIDDEN_TRIGGER = """
    PRAGMA writable_schema = ON;
    INSERT INTO sqlite_master VALUES ('trigger', 'sqlite_autoindex_t', 'meta', 0,
        'CREATE TRIGGER sqlite_autoindex_t AFTER UPDATE ON meta BEGIN DELETE FROM blocks; END');
"""


BAD: dict[str, tuple[Callable[[Path], object], type[StoreError]]] = {
    "empty": (lambda path: path.write_bytes(b""), EmptyFile),
    "text": (lambda path: path.write_text("Ein Konzept.\n" * 50, encoding="utf-8"), ForeignFile),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\0"), ForeignFile),
    "word": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(500)), ForeignFile),
    "database": (foreign_database, ForeignFile),
    "newer and unknown": (sql("PRAGMA user_version = 2; ALTER TABLE blocks ADD shade TEXT"), NewerFile),
    "older than any": (sql("PRAGMA user_version = 0"), DamagedFile),
    "trigger": (sql("CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM blocks; END"), AlteredFile),
    "trigger by a name of the database's own": (sql(HIDDEN_TRIGGER), AlteredFile),
    "view": (sql("CREATE VIEW v AS SELECT 1"), AlteredFile),
    "table": (sql("CREATE TABLE more (x)"), AlteredFile),
    "column": (sql("ALTER TABLE blocks ADD shade TEXT"), AlteredFile),
    "table gone": (sql("DROP TABLE steps"), AlteredFile),
    "written ahead": (sql("PRAGMA journal_mode = WAL"), AlteredFile),
    "row gone": (sql("DELETE FROM blocks WHERE rowid = 1"), DamagedFile),
    "row twice": (sql("INSERT INTO blocks SELECT id || 'x', section, content, hash FROM blocks"), DamagedFile),
    "row changed": (sql("UPDATE blocks SET content = replace(content, 'Kreis', 'Krais')"), DamagedFile),
    "no text": (sql("UPDATE blocks SET content = CAST(x'ff00fe' AS TEXT)"), DamagedFile),
    "manifest gone": (sql("DELETE FROM manifest"), DamagedFile),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["write", "read"])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_and_left_alone(path: Path, name: str, read_only: bool) -> None:
    spoil, error = BAD[name]
    spoil(path)
    refused(path, error, read_only=read_only)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_no_concept_and_is_not_waited_for(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ForeignFile, match="kein Konzept"):
        open_project(path)


@pytest.mark.skipif(os.name != "posix", reason="Windows takes no path that is so long, nor the test")
def test_a_name_too_long_for_the_journal_beside_it_is_told(path: Path) -> None:
    path = path.rename(path.with_name(f"{'x' * 240}.ikonzept"))
    assert "der Name ist zu lang" in refused(path, Unreachable)
    assert "der Name ist zu lang" in refused(path, Unreachable, read_only=True)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match="gibt es nicht"):
        open_project(tmp_path / "Konzept.ikonzept")
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_windows_does_not_take_is_told_and_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "is_too_long", lambda path: len(path) > 20)
    with pytest.raises(Unreachable, match="der Pfad ist zu lang für Windows"):
        open_project(tmp_path / "Konzept.ikonzept")


def test_a_write_protected_file_opens_to_be_read(path: Path) -> None:
    path.chmod(0o444)
    assert "schreibgeschützt" in refused(path, WriteProtected)
    opened = open_project(path, read_only=True)
    assert "Sprachförderung" in first_text(opened.project.document)


def test_a_newer_file_that_can_be_read_is_offered_to_be_read(path: Path) -> None:
    sql("PRAGMA user_version = 2; CREATE TABLE shades (x)")(path)
    assert "Öffnen Sie sie zum Lesen" in refused(path, NewerFile)
    before = files_in(path.parent)
    opened = open_project(path, read_only=True)
    opened.store.close()
    assert "Sprachförderung" in first_text(opened.project.document)
    assert files_in(path.parent) == before


def test_a_newer_file_with_a_trigger_is_not_read(path: Path) -> None:
    sql("PRAGMA user_version = 2; CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM blocks; END")(path)
    refused(path, NewerFile, read_only=True)


def test_a_file_cut_off_at_any_page_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    assert len(whole) // PAGE > 10
    for pages in range(1, len(whole) // PAGE):
        path.write_bytes(whole[: pages * PAGE])
        refused(path, TruncatedFile)
        path.write_bytes(whole[: pages * PAGE + 1000])
        refused(path, TruncatedFile, read_only=True)


def test_a_flipped_bit_is_found_or_harmless(path: Path) -> None:
    whole, original = path.read_bytes(), load(path)
    dice, found = random.Random(7), 0
    used = [offset for offset, byte in enumerate(whole) if byte]
    for offset in dice.sample(used, 150):
        path.write_bytes(flipped(whole, offset, dice.randrange(8)))
        try:
            held = load(path)
        except StoreError:
            found += 1
            continue
        assert (held.document, held.state) == (original.document, original.state)
        assert held.accounts == original.accounts
    assert found > 100


@pytest.mark.parametrize("word", ["Leitbild.", "Satz 3 ", "Deutsch."])
def test_the_damaged_section_is_named(path: Path, word: str) -> None:
    whole = path.read_bytes()
    title = {"Leitbild.": "Leitbild", "Satz 3 ": "Ziele", "Deutsch.": "Sprache"}[word]
    block = offset_in_block(whole, word)
    path.write_bytes(flipped(whole, block, 0))
    assert f"„{title}“" in refused(path, DamagedFile)
    path.write_bytes(flipped(whole, block, 7))  # no UTF-8 any more
    assert f"„{title}“" in refused(path, DamagedFile)
    assert verify(path).sections == (title,)


def test_a_destroyed_page_names_the_sections_that_stood_on_it(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    many = (section(f"Abschnitt {number}", paragraph("Wort " * 300)) for number in range(30))
    create_project(path, concept(*many)).store.close()
    whole = path.read_bytes()
    page = whole.index(b"Wort Wort") // PAGE
    path.write_bytes(whole[: page * PAGE] + bytes(PAGE) + whole[(page + 1) * PAGE :])
    assert verify(path).sections
    refused(path, DamagedFile)


def test_the_backup_is_offered_by_its_time(path: Path) -> None:
    open_project(path).store.close()
    whole = path.read_bytes()
    path.write_bytes(flipped(whole, offset_in_block(whole, "Deutsch."), 0))
    sentence = refused(path, DamagedFile)
    assert "Die Sicherung vom" in sentence
    assert "Uhr ist vollständig" in sentence


def test_the_mark_of_our_files_is_in_the_header(sound: Path) -> None:
    assert sound.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"iKon"


def flipped(data: bytes, offset: int, bit: int) -> bytes:
    return data[:offset] + bytes([data[offset] ^ (1 << bit)]) + data[offset + 1 :]


def offset_in_block(data: bytes, word: str) -> int:
    """Give where a word stands within the row of a block, not in the history."""
    start = 0
    while True:
        start = data.index(word.encode(), start) + 1
        if data.rindex(b'{"is":"', 0, start) == data.rindex(b'{"is":"paragraph"', 0, start):
            return start
