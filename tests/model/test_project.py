"""A project carries out edits, tells of them, and takes every one of them back."""

from datetime import UTC, datetime, timedelta

import pytest

from ikonzept_desktop.model import outline, schema
from ikonzept_desktop.model.blocks import Blocks, Paragraph
from ikonzept_desktop.model.document import Document, Place
from ikonzept_desktop.model.edits import EditError, SetAttribute
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Text, plain
from ikonzept_desktop.model.project import Entry, Notice, Project
from ikonzept_desktop.model.text_edits import replace_text
from tests.model.random_edits import RandomEdits
from tests.model.small_concept import concept, paragraph, section


class Clock:
    """A clock that stands still unless it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2015, 3, 12, 10, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Typist:
    """Types into the first paragraph of the first section, caret and all."""

    def __init__(self, document: Document) -> None:
        self.clock = Clock()
        self.project = Project(document, clock=self.clock)
        self.address = FieldAddress(document.sections[0].id, "text")
        self.caret = len(self.text())

    def blocks(self) -> Blocks:
        return self.project.document.sections[0].blocks("text")

    def text(self) -> str:
        first = self.blocks()[0]
        assert isinstance(first, Paragraph)
        return plain(first.inlines)

    def type(self, characters: str) -> None:
        for character in characters:
            text = self.text()
            self._apply(text[: self.caret] + character + text[self.caret :], self.caret + 1)

    def backspace(self) -> None:
        text = self.text()
        self._apply(text[: self.caret - 1] + text[self.caret :], self.caret - 1)

    def _apply(self, text: str, caret: int) -> None:
        block = self.blocks()[0]
        edit = replace_text(
            self.project.document, self.address, (Paragraph(block.id, (Text(text),)), *self.blocks()[1:])
        )
        assert edit is not None
        before, after = self._selection(self.caret), self._selection(caret)
        self.project.apply(edit, "Tippen", typing=True, before=before, after=after)
        self.caret = caret

    def _selection(self, caret: int) -> Selection:
        return Selection(self.address.section, self.address, self.blocks()[0].id, "", caret, caret)


@pytest.fixture
def typist() -> Typist:
    return Typist(concept(section("Ziele", paragraph("Der Kreis"))))


def test_typing_without_a_pause_is_one_step(typist: Typist) -> None:
    typist.type(" Mettmann")
    typist.backspace()
    typist.type("n.")
    typist.project.undo()
    assert typist.text() == "Der Kreis"


def test_the_first_letter_of_an_empty_text_belongs_to_what_is_typed_on() -> None:
    start = concept(section("Ziele"))
    project, address = Project(start), FieldAddress(start.sections[0].id, "text")
    for text in ("D", "De", "Der"):
        edit = replace_text(project.document, address, (Paragraph("erster", (Text(text),)),))
        assert edit is not None
        project.apply(edit, "Tippen", typing=True)
    project.undo()
    assert project.document == start


def test_deleting_more_than_was_typed_is_taken_back_whole(typist: Typist) -> None:
    typist.type("e")
    for _ in range(4):
        typist.backspace()
    typist.project.undo()
    assert typist.text() == "Der Kreis"


def test_a_pause_of_a_second_begins_a_new_step(typist: Typist) -> None:
    typist.type(" hat")
    typist.clock.now += timedelta(seconds=1)
    typist.type(" Ziele")
    typist.project.undo()
    assert typist.text() == "Der Kreis hat"


def test_a_caret_jump_begins_a_new_step(typist: Typist) -> None:
    typist.type("es")
    typist.caret -= 1
    typist.type("i")
    typist.project.undo()
    assert typist.text() == "Der Kreises"


def test_undo_and_redo_put_the_caret_back(typist: Typist) -> None:
    typist.type(" hat")
    undone = typist.project.undo()
    redone = typist.project.redo()
    assert undone
    assert undone.selection
    assert undone.selection.caret == len("Der Kreis")
    assert redone
    assert redone.selection
    assert redone.selection.caret == len("Der Kreis hat")


def test_a_new_edit_forgets_what_was_undone(typist: Typist) -> None:
    typist.type("!")
    typist.project.undo()
    typist.type("?")
    assert typist.project.redo() is None
    assert typist.text() == "Der Kreis?"


def test_observers_learn_what_was_touched_and_by_whom(typist: Typist) -> None:
    told: list[Notice] = []
    end = typist.project.subscribe(told.append)
    typist.type("!")
    end()
    typist.type("!")
    assert [notice.number for notice in told] == [1]
    assert told[0].changes.fields == {typist.address}
    assert not told[0].changes.outline


def test_the_journal_hears_of_every_state_and_step() -> None:
    entries: list[Entry] = []

    class Journal:
        def record(self, entry: Entry) -> None:
            entries.append(entry)

    document = concept(section("Ziele"))
    project = Project(document, journal=Journal())
    edit = outline.set_attribute(document, document.sections[0].id, "title", "Leitziele")
    assert edit is not None
    project.apply(edit, "Umbenennen")
    project.undo()
    assert [(entry.number, entry.position, entry.step is None) for entry in entries] == [(1, 1, False), (2, 0, True)]
    assert entries[-1].document == document


def test_an_edit_made_for_other_ground_changes_nothing() -> None:
    document = concept(section("Ziele"))
    project = Project(document)
    with pytest.raises(EditError):
        project.apply(SetAttribute(document.sections[0].id, "title", "Ganz anders", "Neu"), "Umbenennen")
    assert project.document is document
    assert project.number == 0
    assert not project.undo_label()


def test_an_edit_that_gives_no_valid_concept_changes_nothing() -> None:
    document = concept(section("Ziele"), section("Teilnehmende", kind="annex"))
    project = Project(document)
    annex = document.sections[1]
    wrong = outline.insert(document, outline.new_section(document.template, "annex"), Place("", 0))
    project.apply(wrong, "Neu")
    with pytest.raises(schema.SchemaError):
        project.apply(SetAttribute(annex.id, "title", annex.title, "Zeile\x00"), "Umbenennen")
    assert project.number == 1


@pytest.mark.parametrize("seed", range(4))
def test_any_2500_edits_leave_a_valid_concept_and_undo_to_the_start(seed: int) -> None:
    start = concept(
        section("Grußwort", paragraph("Liebe Leserinnen und Leser"), kind="foreword"),
        section("Einleitung", paragraph("Der Kreistag"), section("Sprache", kind="field_of_action")),
        section("Mitglieder", kind="annex"),
    )
    project, edits = Project(start), RandomEdits(seed)
    while project.number < 2500:
        roll = edits.random.random()
        if roll < 0.1:
            project.undo()
        elif roll < 0.15:
            project.redo()
        elif (edit := edits.next(project.document)) is not None:
            project.apply(edit, "Ändern", typing=edits.random.random() < 0.5)
        if project.number % 50 == 0:
            schema.check(project.document)
    while project.redo() is not None:  # the last edits may have been taken back
        pass
    end = project.document
    while project.undo() is not None:
        pass
    assert project.document == start
    while project.redo() is not None:
        pass
    assert project.document == end
