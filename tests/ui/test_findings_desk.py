"""Findings keep up with the concept: after a pause, in slices, and only what has changed is read again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ikonzept_desktop.checking import lines
from ikonzept_desktop.checking.findings import Kind
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Inlines, Text
from ikonzept_desktop.ui.findings_desk import FindingsDesk
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.spelling_desk import SpellingDesk
from tests.builders import chapter, doc, p
from tests.checking.desk import answered
from tests.ui.window.sessions import session

PATIENCE = 30_000


@pytest.fixture
def holder(qtbot: QtBot) -> QObject:
    return QObject()


@pytest.fixture
def spelling(holder: QObject) -> Iterator[SpellingDesk]:
    desk = SpellingDesk(holder)
    yield desk
    desk.dismiss()


def opened(document: Document, spelling: SpellingDesk, holder: QObject) -> tuple[Session, FindingsDesk]:
    concept, _store = session(document)
    return concept, FindingsDesk(concept, spelling, holder)


def small() -> Document:
    return doc(
        chapter("Ziele", p("Der der Kreis.", id="b"), id="z"),
        chapter("Wege", p("Zwei  Lücken  hier."), id="w"),
        chapter("Mittel", p("Gut."), id="m"),
    )


def write(concept: Session, words: str) -> None:
    concept.apply(ReplaceSpan(FieldAddress("z", "text"), "b", "", 0, (), (Text(words),)), "Eingabe")


def test_each_section_has_its_findings_and_its_count(spelling: SpellingDesk, holder: QObject) -> None:
    _, desk = opened(small(), spelling, holder)
    desk.finish()
    assert [finding.kind for finding in desk.findings_of("z")] == [Kind.DOUBLE_WORD]
    assert desk.counts() == {"z": 1, "w": 2}
    assert [finding.place.section for finding in desk.all()] == ["z", "w", "w"]
    assert desk.findings_of("gone") == ()


def test_the_dictionary_answers_later_and_the_findings_follow(
    spelling: SpellingDesk, holder: QObject, qtbot: QtBot
) -> None:
    _, desk = opened(doc(chapter("Ziele", p("Das ist flasch."), id="z")), spelling, holder)
    with qtbot.waitSignal(desk.changed, timeout=PATIENCE):
        desk.begin()
    assert [finding.text for finding in desk.findings_of("z")] == ["flasch"]


def test_what_was_learned_of_words_is_to_be_gone_through_before_the_findings_are_complete(
    spelling: SpellingDesk, holder: QObject, qtbot: QtBot
) -> None:
    _, desk = opened(small(), spelling, holder)
    desk.begin()
    qtbot.waitUntil(lambda: desk.looked and desk.complete, timeout=PATIENCE)
    spelling.learned.emit()
    assert not desk.complete
    desk.finish()
    assert desk.complete


def test_after_an_edit_it_is_looked_again_when_the_keys_rest(
    spelling: SpellingDesk, holder: QObject, qtbot: QtBot
) -> None:
    spelling.switch(on=False)
    concept, desk = opened(small(), spelling, holder)
    desk.begin()
    qtbot.waitUntil(lambda: desk.complete)
    with qtbot.waitSignal(desk.changed, timeout=PATIENCE):
        write(concept, "Hier hier. ")
        assert not desk.complete
    assert [finding.text for finding in desk.findings_of("z")] == ["Hier hier", "Der der"]
    assert desk.findings_of("z")[0].place.start == 0


def test_only_the_line_that_has_changed_is_read_again(
    spelling: SpellingDesk, holder: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    concept, desk = opened(small(), spelling, holder)
    desk.finish()
    read: list[Inlines] = []
    reading = lines.FACTS._compute

    def watched(inlines: Inlines) -> lines.LineFacts:
        read.append(inlines)
        return reading(inlines)

    monkeypatch.setattr(lines.FACTS, "_compute", watched)
    write(concept, "Und ")
    desk.finish()
    assert read == [(Text("Und Der der Kreis."),)]


def test_nothing_is_told_where_nothing_has_changed(spelling: SpellingDesk, holder: QObject, qtbot: QtBot) -> None:
    concept, desk = opened(small(), spelling, holder)
    desk.finish()
    told: list[str] = []
    desk.changed.connect(lambda: told.append("changed"))
    write(concept, "Gut. ")
    desk.finish()
    assert len(told) == 1  # the place of the double word has moved
    desk.finish()
    assert len(told) == 1


def test_own_words_of_the_user_and_the_concept_count(spelling: SpellingDesk, holder: QObject) -> None:
    _, desk = opened(doc(chapter("Ziele", p("Habiba, Zaza, Yolo."), id="z"), own_words=("Zaza",)), spelling, holder)
    spelling.change_user_words(add=("Habiba",))
    desk.finish()
    answered(spelling.units)
    desk.finish()
    assert [finding.text for finding in desk.findings_of("z")] == ["Yolo"]


def test_with_spelling_off_the_rest_is_found_all_the_same(spelling: SpellingDesk, holder: QObject) -> None:
    spelling.switch(on=False)
    _, desk = opened(doc(chapter("Ziele", p("Das ist flasch flasch."), id="z")), spelling, holder)
    desk.finish()
    assert [finding.kind for finding in desk.findings_of("z")] == [Kind.DOUBLE_WORD]
