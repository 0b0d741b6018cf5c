"""A project file gives back what was written into it."""

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ikonzept_desktop.model import outline, schema
from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import ReplaceBlocks
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.schema import SchemaError
from ikonzept_desktop.model.store.errors import AlreadyOpen, NoImage, NothingToSave, NotWritten, Unreachable
from ikonzept_desktop.model.store.lock import lock_path
from ikonzept_desktop.model.store.project_file import create_project, open_project, save_copy
from ikonzept_desktop.model.store.verification import verify
from tests.model.random_edits import RandomEdits
from tests.model.small_concept import concept, paragraph, section
from tests.model.store.desk import Desk, again, files_in, first_text, new_desk, png, small_document
from tests.strategies import documents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ("Konzept? 50% #1.ikonzept" if os.name == "posix" else "Konzept 50% #1.ikonzept")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents())
def test_any_concept_reads_back_equal(path: Path, document: Document) -> None:
    create_project(path, document).store.close()
    opened = open_project(path)
    opened.store.close()
    assert opened.project.document == document


@pytest.mark.parametrize("seed", range(4))
def test_any_2500_edits_with_commits_in_between_read_back_equal(path: Path, seed: int) -> None:
    document = small_document()
    opened = create_project(path, document)
    edits = RandomEdits(seed)
    while opened.project.number < 2500:
        edit = edits.next(opened.project.document)
        if edit is not None:
            opened.project.apply(edit, "Ändern")
        if edits.random.random() < 0.1:
            assert opened.store.flush()
        if edits.random.random() < 0.1:
            opened.project.undo()
        if edits.random.random() < 0.05:
            opened.project.redo()
    schema.check(opened.project.document)
    opened.store.close()
    assert verify(path).flaws == ()
    same = open_project(path)
    assert same.project.document == opened.project.document
    assert same.project.number == opened.project.number
    while same.project.undo():
        pass
    assert same.project.document == document
    same.store.close()
    assert list(path.parent.iterdir()) == [path]


def test_undo_goes_on_after_closing_and_opening(path: Path) -> None:
    desk = new_desk(path)
    desk.type(" Er hat")
    desk.project.undo()
    desk.type(" Er will")
    desk.close()
    desk = again(path)
    assert desk.project.undo_label() == "Tippen"
    desk.project.undo()
    assert desk.text() == "Der Kreis."
    desk.close()
    desk = again(path)
    assert desk.project.redo_label() == "Tippen"
    desk.project.redo()
    assert desk.text() == "Der Kreis. Er will"
    assert desk.project.redo() is None
    desk.close()


def test_a_section_that_moves_takes_its_rows_along(path: Path) -> None:
    desk = new_desk(path)
    first, second = desk.project.document.sections
    move = outline.move(
        desk.project.document, first.children[0].id, outline.place_below(desk.project.document, second.id)
    )
    assert move
    desk.project.apply(move, "Verschieben")
    desk.close()
    assert [child.title for child in again_closed(path).sections[1].children] == ["Leitbild"]


def test_a_block_that_goes_to_another_section_keeps_its_row(path: Path) -> None:
    desk = new_desk(path)
    first, second = desk.project.document.sections
    moved = first.blocks("text")
    desk.project.apply(ReplaceBlocks(FieldAddress(first.id, "text"), 0, moved, ()), "Ausschneiden")
    desk.project.apply(ReplaceBlocks(FieldAddress(second.id, "text"), 0, (), moved), "Einfügen")
    desk.close()
    assert again_closed(path).sections[1].blocks("text") == (*moved, *second.blocks("text"))


def test_an_invalid_concept_is_not_written(path: Path) -> None:
    with pytest.raises(SchemaError):
        create_project(path, concept(section("Ziele", kind="unknown")))
    assert list(path.parent.iterdir()) == []


def test_a_new_concept_takes_the_place_of_an_old_one_only_when_it_is_complete(path: Path) -> None:
    new_desk(path).close()
    create_project(path, concept(section("Anders", paragraph("Neu.")))).store.close()
    assert first_text(again_closed(path)) == "Neu."


def test_what_is_open_is_not_written_over(path: Path) -> None:
    desk = new_desk(path)
    with pytest.raises(AlreadyOpen):
        create_project(path, small_document())
    desk.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        create_project(tmp_path / "fehlt" / "Konzept.ikonzept", small_document())


def test_reading_only_leaves_no_trace_even_beside_a_writer(path: Path) -> None:
    desk = new_desk(path)
    desk.type(" Mehr.")
    assert desk.store.flush()
    before = files_in(path.parent)
    opened = open_project(path, read_only=True)
    assert first_text(opened.project.document) == "Der Kreis. Mehr."
    assert opened.holder
    assert opened.holder.process == os.getpid()
    with pytest.raises(NothingToSave):
        opened.store.add_image(png())
    opened.store.close()
    assert files_in(path.parent) == before
    desk.close()


def test_pictures_are_kept_once_and_given_back(path: Path) -> None:
    desk = new_desk(path)
    digest = desk.store.add_image(png())
    assert desk.store.image(digest) == png()
    show(desk.project.document, desk, digest)
    desk.close()
    opened = open_project(path)
    assert opened.store.image(digest) == png()
    with pytest.raises(NoImage):
        opened.store.image("0" * 64)
    opened.store.close()


def test_a_picture_goes_on_closing_only_when_no_step_needs_it(path: Path) -> None:
    desk = new_desk(path)
    shown, unused = desk.store.add_image(png()), desk.store.add_image(png(3))
    show(desk.project.document, desk, shown)
    desk.project.undo()
    desk.close()
    opened = open_project(path)
    assert opened.store.image(shown)
    with pytest.raises(NoImage):
        opened.store.image(unused)
    opened.store.close()


def test_saving_elsewhere_keeps_the_history_and_what_is_not_yet_on_disk(path: Path) -> None:
    desk = new_desk(path)
    desk.type(" Eins.")
    assert desk.store.flush()
    desk.type(" Zwei.")
    other = path.with_name("Anderswo.ikonzept")
    save_copy(desk.opened, other, history=True)
    desk.close()
    copy = again(other)
    assert copy.project.document == desk.project.document
    copy.project.undo()
    assert copy.text() == "Der Kreis."
    copy.close()
    assert verify(other).sound


def test_a_copy_to_give_away_holds_nothing_that_was_deleted(path: Path) -> None:
    desk = new_desk(path)
    desk.type(" Geheimnis")
    desk.project.undo()
    deletion = outline.trash(desk.project.document, desk.project.document.sections[1].id, now())
    assert deletion
    desk.project.apply(deletion, "Löschen")
    desk.store.make_snapshot(desk.project.document, "Ausgabe", now())
    other = path.with_name("Kopie.ikonzept")
    save_copy(desk.opened, other, history=False)
    desk.close()
    assert b"Geheimnis" not in other.read_bytes()
    assert b"Deutsch." not in other.read_bytes()
    opened = open_project(other)
    assert opened.project.document == replace(desk.project.document, trash=())
    assert opened.project.undo_label() == ""
    assert opened.store.snapshots() == ()
    opened.store.close()


@pytest.mark.parametrize("name", ["link", "hard link", "itself"])
def test_a_copy_to_give_away_never_takes_the_place_of_the_concept(path: Path, name: str) -> None:
    desk = new_desk(path)
    desk.type(" Eins.")
    assert desk.store.flush()
    other = path if name == "itself" else path.with_name("Kopie.ikonzept")
    if name == "link":
        other.symlink_to(path)
    elif name == "hard link":
        other.hardlink_to(path)
    with pytest.raises(NotWritten, match="das geöffnete Konzept selbst"):
        save_copy(desk.opened, other, history=False)
    desk.close()
    assert again_closed(path) == desk.project.document
    assert again(path).project.undo_label() == "Tippen"


def test_who_comes_by_a_link_meets_the_lock_of_the_file(path: Path) -> None:
    link = path.with_name("Verknüpfung.ikonzept")
    link.symlink_to(path)
    desk = new_desk(path)
    with pytest.raises(AlreadyOpen):
        open_project(link)
    desk.close()
    desk = again(link)
    desk.type(" Durch die Verknüpfung.")
    with pytest.raises(AlreadyOpen):
        open_project(path)
    desk.close()
    assert link.is_symlink()
    assert first_text(again_closed(path)) == "Der Kreis. Durch die Verknüpfung."
    assert {file.name for file in path.parent.iterdir()} == {path.name, link.name}


def test_a_failed_copy_leaves_what_stood_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = new_desk(path)
    other = path.with_name("Kopie.ikonzept")
    other.write_bytes(b"war schon da")
    monkeypatch.setattr("ikonzept_desktop.atomic_file.replace", refuse)
    with pytest.raises(NotWritten, match=r"Kopie\.ikonzept"):
        save_copy(desk.opened, other, history=False)
    desk.close()
    assert other.read_bytes() == b"war schon da"
    assert sorted(file.name for file in path.parent.iterdir()) == sorted([path.name, other.name])


def test_the_lock_is_gone_after_closing(path: Path) -> None:
    desk = new_desk(path)
    assert lock_path(path).exists()
    desk.close()
    assert not lock_path(path).exists()


def test_opening_and_closing_without_an_edit_changes_not_a_byte(path: Path) -> None:
    new_desk(path).close()
    before = files_in(path.parent)
    again(path).close()
    assert files_in(path.parent) == before


def again_closed(path: Path) -> Document:
    opened = open_project(path)
    opened.store.close()
    return opened.project.document


def show(document: Document, desk: Desk, digest: str) -> None:
    """Put a figure of a picture before the first paragraph."""
    address = FieldAddress(document.sections[0].id, "text")
    desk.project.apply(ReplaceBlocks(address, 0, (), (Figure("bild", digest),)), "Bild einfügen")


def now() -> datetime:
    return datetime.now(UTC)


def refuse(*_paths: Path) -> None:
    raise PermissionError(errno.EACCES, "denied")
