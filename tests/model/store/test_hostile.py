"""A file made to do harm bears the right hashes; it is refused as a damaged one is, soon, and left as it is."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ikonzept_desktop.model.store.errors import DamagedFile
from ikonzept_desktop.model.store.layout import KEPT, Layout
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.model.store.rows import Account, key_of, row_hash
from ikonzept_desktop.model.store.salvage import salvage
from tests.model.store.desk import again, files_in, new_desk, text_on_disk

DEEP = "[" * 100_000 + "]" * 100_000
HUGE = "9" * 6_000

Change = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "Konzept.ikonzept"
    desk = new_desk(path)
    desk.type(" Eins.")
    desk.close()
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    return Path(shutil.copy(sound, folder))


def rewritten(path: Path, change: Change) -> None:
    """Change a file and have every hash say that it was written so."""
    with closing(sqlite3.connect(path)) as connection:
        change(connection)
        for table in KEPT:
            sign(connection, table)
        connection.commit()


def sign(connection: sqlite3.Connection, table: Layout) -> None:
    account = Account()
    *columns, _hash = table.columns
    keys = " AND ".join(f"{key} IS ?" for key in table.key)
    for values in connection.execute(f"SELECT {', '.join(columns)} FROM {table.name}").fetchall():
        checksum = row_hash(table.name, values)
        connection.execute(f"UPDATE {table.name} SET hash = ? WHERE {keys}", (checksum, *values[: len(table.key)]))
        account.put(key_of(table.name, values), checksum)
    connection.execute("UPDATE manifest SET rows = ?, sum = ? WHERE name = ?", (*account.line(), table.name))


def sql(statement: str, *values: object) -> Change:
    return lambda connection: connection.execute(statement, values)


def in_first_block(**said: object) -> Change:
    """Change what the first block says of itself."""

    def change(connection: sqlite3.Connection) -> None:
        id, content = connection.execute("SELECT id, content FROM blocks ORDER BY rowid LIMIT 1").fetchone()
        written = json.dumps({**json.loads(content), **said})
        connection.execute("UPDATE blocks SET content = ? WHERE id = ?", (written, id))

    return change


def state(**said: object) -> Change:
    def change(connection: sqlite3.Connection) -> None:
        (content,) = connection.execute("SELECT content FROM meta WHERE key = 'state'").fetchone()
        written = json.dumps({**json.loads(content), **said})
        connection.execute("UPDATE meta SET content = ? WHERE key = 'state'", (written,))

    return change


HARM: dict[str, Change] = {
    "a block that is no JSON": sql("UPDATE blocks SET content = '{'"),
    "a block nested too deep": sql("UPDATE blocks SET content = ?", DEEP),
    "a block of one huge number": sql("UPDATE blocks SET content = ?", HUGE),
    "a block of no known kind": in_first_block(**{"is": "bomb"}),
    "a block with a part too many": in_first_block(virus=1),
    "a paragraph with a control character": in_first_block(inlines=["a\x00b"]),
    "a paragraph with half a character": in_first_block(inlines=["\ud800"]),
    "a list level without end": in_first_block(**{"is": "item", "level": 10**30}),
    "a list level below the first": in_first_block(**{"is": "item", "level": -1}),
    "a picture out of a path": in_first_block(**{"is": "figure", "image": "../../etc/passwd", "inlines": None}),
    "a block that is bytes": sql("UPDATE blocks SET content = x'ff00'"),
    "sections below each other": sql("UPDATE sections SET parent = (SELECT id FROM sections WHERE parent != '')"),
    "a section below itself": sql("UPDATE sections SET parent = id"),
    "a section below nothing": sql("UPDATE sections SET parent = 'fort' WHERE parent = ''"),
    "a place without end": sql("UPDATE sections SET place = 9223372036854775807"),
    "a place that is a word": sql("UPDATE sections SET place = 'eins'"),
    "sections nested too deep": lambda connection: connection.executemany(
        "INSERT INTO sections SELECT ?, ?, 0, '', content, x'' FROM sections LIMIT 1",
        [("k0", "k-1"), *((f"k{number}", f"k{number - 1}") for number in range(1, 20_000))],
    ),
    "a Papierkorb nested too deep": sql("UPDATE sections SET trashed = ?", DEEP),
    "a section of unknown kind": sql('UPDATE sections SET content = \'{"kind":"bomb","title":"x"}\''),
    "a text with one block twice": sql(
        "UPDATE fields SET content = replace(content, ']', ',' || substr(content, instr(content, '[') + 1))"
    ),
    "a text of no list": sql('UPDATE fields SET content = \'{"blocks":"abc"}\''),
    "a field nested too deep": sql("UPDATE fields SET content = ?", DEEP),
    "no template": sql("DELETE FROM meta WHERE key = 'template'"),
    "an empty template": sql("UPDATE meta SET content = '{}' WHERE key = 'template'"),
    "a title with a control character": sql(
        "UPDATE meta SET content = '{\"title\":\"a\\u0000b\"}' WHERE key = 'properties'"
    ),
    "a state that is a list": sql("UPDATE meta SET content = '[]' WHERE key = 'state'"),
    "a state nested too deep": sql("UPDATE meta SET content = ? WHERE key = 'state'", DEEP),
    "a state of huge numbers": sql(f"UPDATE meta SET content = '{{\"number\":{HUGE}}}' WHERE key = 'state'"),
    "an edit before the first": state(number=-5),
    "a history before its beginning": state(position=-1),
    "a history beyond its end": state(position=50),
    "a number no file can hold": state(number=10**30, position=10**30, newest=10**30),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["write", "read"])
@pytest.mark.parametrize("name", HARM)
def test_what_bears_the_right_hashes_and_is_no_concept_is_refused(path: Path, name: str, read_only: bool) -> None:
    rewritten(path, HARM[name])
    before = files_in(path.parent)
    with pytest.raises(DamagedFile, match="ist beschädigt"):
        open_project(path, read_only=read_only)
    assert files_in(path.parent) == before


UNTIMED = """
    INSERT INTO snapshots SELECT 'a', '{"created":"2015-03-12T10:42:00","reason":"","digest":""}', x'', x''
    UNION ALL SELECT 'b', '{"created":"2015-03-12T10:42:00+00:00","reason":"","digest":""}', x'', x''
"""


def test_a_snapshot_of_no_certain_time_does_not_end_the_writing(path: Path) -> None:
    rewritten(path, sql(UNTIMED))
    desk = again(path)
    with pytest.raises(DamagedFile):
        desk.store.snapshots()
    desk.type(" Mehr.")
    desk.close()
    assert text_on_disk(path) == "Der Kreis. Eins. Mehr."


def test_a_file_that_was_only_signed_again_is_sound(path: Path) -> None:
    rewritten(path, lambda _connection: None)
    open_project(path).store.close()


def test_salvage_takes_over_a_title_without_its_control_characters(path: Path) -> None:
    rewritten(path, HARM["a title with a control character"])
    assert salvage(path).document.properties.title == "ab"
