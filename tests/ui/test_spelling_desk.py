"""The dictionary is asked in a process of its own, shared by all windows, and never holds one up."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ikonzept_desktop import settings as user_settings
from ikonzept_desktop.checking.own_words import own_words_file
from ikonzept_desktop.ui.spelling_desk import SpellingDesk

PATIENCE = 30_000


@pytest.fixture
def holder(qtbot: QtBot) -> QObject:
    return QObject()


@pytest.fixture
def desk(holder: QObject) -> Iterator[SpellingDesk]:
    desk = SpellingDesk(holder)
    yield desk
    desk.dismiss()


def test_what_is_not_known_is_asked_for_and_learned(desk: SpellingDesk, qtbot: QtBot) -> None:
    assert [desk.units.get(unit) for unit in ("Haus", "Hauus")] == [None, None]
    with qtbot.waitSignal(desk.learned, timeout=PATIENCE):
        desk.ask_soon()
    assert [desk.units.get(unit) for unit in ("Haus", "Hauus")] == [True, False]


def test_more_than_one_go_takes_are_asked_for_one_after_another(desk: SpellingDesk, qtbot: QtBot) -> None:
    units = [f"Haus{'s' * (number % 7)}{number}" for number in range(1000)]
    for unit in units:
        desk.units.get(unit)
    desk.ask_soon()
    qtbot.waitUntil(lambda: len(desk.units.known) == len(units), timeout=PATIENCE)


def test_suggestions_come_by_signal(desk: SpellingDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.suggested, timeout=PATIENCE) as told:
        desk.suggest("Koordinierungkreis")
    assert told.args is not None
    word, found = told.args
    assert (word, found[0]) == ("Koordinierungkreis", "Koordinierungskreis")


def test_a_missing_dictionary_is_told_once_and_switches_spelling_off(
    holder: QObject, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = SpellingDesk(holder, tmp_path)
    desk.units.get("Haus")
    with qtbot.waitSignals([desk.broken, desk.switched], timeout=PATIENCE):
        desk.ask_soon()
    assert not desk.on
    assert desk.trouble.startswith("Das Wörterbuch de_DE.aff fehlt.")
    assert desk.units.get("Haus") is None


def test_the_choice_lasts(desk: SpellingDesk, holder: QObject) -> None:
    desk.switch(on=False)
    assert (desk.on, SpellingDesk(holder).on) == (False, False)
    desk.switch(on=True)
    assert (desk.on, SpellingDesk(holder).on) == (True, True)
    said = json.loads(user_settings.settings_file().read_text(encoding="utf-8"))
    assert said["spelling"] is True


def test_nothing_is_asked_while_spelling_is_off(desk: SpellingDesk, qtbot: QtBot) -> None:
    desk.switch(on=False)
    desk.units.get("Haus")
    desk.ask_soon()
    qtbot.wait(50)
    assert desk._worker is None


def test_the_child_goes_with_the_last_window(desk: SpellingDesk, qtbot: QtBot) -> None:
    first, second = QObject(), QObject()
    desk.receive(first)
    desk.receive(second)
    desk.units.get("Haus")
    with qtbot.waitSignal(desk.learned, timeout=PATIENCE):
        desk.ask_soon()
    first.deleteLater()
    qtbot.waitUntil(lambda: desk._guests == 1)
    assert desk._worker is not None
    second.deleteLater()
    qtbot.waitUntil(lambda: desk._worker is None)


def test_the_users_words_are_kept_in_a_plain_file(desk: SpellingDesk, holder: QObject, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.learned):
        assert desk.change_user_words(add=("Habiba", "Äpfelweg")) == ""
    assert own_words_file().read_text(encoding="utf-8") == "Habiba\nÄpfelweg\n"
    assert SpellingDesk(holder).user_words == ("Habiba", "Äpfelweg")
    desk.change_user_words(remove=("Habiba",))
    assert desk.user_words == ("Äpfelweg",)


def test_words_that_cannot_be_written_count_for_this_sitting(desk: SpellingDesk) -> None:
    own_words_file().parent.parent.mkdir(parents=True, exist_ok=True)
    own_words_file().parent.write_text("no folder", encoding="utf-8")
    said = desk.change_user_words(add=("Habiba",))
    assert said.startswith("Ihr Wörterbuch ließ sich nicht schreiben.")
    assert desk.user_words == ("Habiba",)
