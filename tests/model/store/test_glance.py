"""The outline is read before all else, for a picture of it; anything doubtful is left to the full look."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ikonzept_desktop.model.document import walk
from ikonzept_desktop.model.store.glance import glance
from tests.model.store.desk import files_in, new_desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Konzept.ikonzept"
    new_desk(path).close()
    return path


def changed(path: Path, statement: str) -> None:
    """Change a file as nobody of ours would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_titles_states_and_the_template_are_seen_and_no_text(path: Path) -> None:
    desk = new_desk(path)
    desk.close()
    seen, whole = glance(path), desk.project.document
    assert seen is not None
    assert seen.template == whole.template
    assert seen.properties == whole.properties
    assert [(s.id, s.title, s.status) for s in walk(seen.sections)] == [
        (s.id, s.title, s.status) for s in walk(whole.sections)
    ]
    assert all(section.fields == () for section in walk(seen.sections))


def test_a_glance_changes_nothing(path: Path) -> None:
    before = files_in(path.parent)
    glance(path)
    assert files_in(path.parent) == before


def test_a_file_that_is_open_elsewhere_is_left_to_the_full_look(path: Path) -> None:
    desk = new_desk(path)
    assert glance(path) is None
    desk.close()
    assert glance(path) is not None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sections SET content = '{'",
        "UPDATE sections SET content = replace(content, 'title', 'titel')",
        "UPDATE sections SET content = x'00'",
        "UPDATE sections SET content = json_set(content, '$.kind', 'unknown')",
        "UPDATE meta SET content = json_set(content, '$.statuses', json('[]')) WHERE key = 'template'",
        "DELETE FROM meta WHERE key = 'template'",
        "CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE sections",
        "PRAGMA application_id = 5",
        "PRAGMA user_version = 99",
    ],
)
def test_of_a_file_that_is_not_made_as_ours_are_nothing_is_shown(path: Path, statement: str) -> None:
    changed(path, statement)
    assert glance(path) is None


def test_of_what_is_no_file_of_ours_nothing_is_shown(tmp_path: Path) -> None:
    text = tmp_path / "a.ikonzept"
    text.write_text("Kein Konzept.", encoding="utf-8")
    assert glance(text) is None
    assert glance(tmp_path / "fehlt.ikonzept") is None
    assert glance(tmp_path) is None
