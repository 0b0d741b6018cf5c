"""The small dialogs: what they offer, what they take, what they take back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Properties
from ikonzept_desktop.model.typography import EVERY_RULE
from ikonzept_desktop.settings import Settings
from ikonzept_desktop.ui.window.comment_dialog import CommentDialog
from ikonzept_desktop.ui.window.link_dialog import LinkDialog
from ikonzept_desktop.ui.window.properties_dialog import PropertiesDialog
from ikonzept_desktop.ui.window.settings_dialog import SettingsDialog
from ikonzept_desktop.ui.window.trash_dialog import TrashDialog
from tests.builders import chapter, doc, p
from tests.ui.window.sessions import session
from tests.ui.window.trashed import with_trash


def test_a_note_of_several_lines_is_written_by_keys_alone(qtbot: QtBot) -> None:
    dialog = CommentDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.words, "Stimmt")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.words, "das?")
    QTest.keyClick(dialog.words, Qt.Key.Key_Tab)
    assert dialog.words.toPlainText() == dialog.comment() == "Stimmt\ndas?"
    assert dialog.isVisible()
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == CommentDialog.DialogCode.Accepted


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://www.kreis.example/a?b=1", "https://www.kreis.example/a?b=1"),
        ("www.kreis.example", "https://www.kreis.example"),
        ("integration@kreis.example", "mailto:integration@kreis.example"),
        ("", ""),
    ],
)
def test_an_address_is_completed(qtbot: QtBot, typed: str, link: str) -> None:
    dialog = LinkDialog("")
    qtbot.addWidget(dialog)
    dialog.line.setText(typed)
    dialog.accept()
    assert dialog.result() == LinkDialog.DialogCode.Accepted
    assert dialog.link() == link


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "file:///etc/passwd", "https://zwei worte"])
def test_what_is_no_address_is_told_and_stays(qtbot: QtBot, typed: str) -> None:
    dialog = LinkDialog("")
    qtbot.addWidget(dialog)
    dialog.line.setText(typed)
    dialog.accept()
    assert dialog.result() != LinkDialog.DialogCode.Accepted
    assert not dialog.wrong.isHidden()
    assert dialog.line.text() == typed


def test_settings_follow_each_choice_and_cancel_takes_all_back(qtbot: QtBot) -> None:
    shown: list[Settings] = []
    before = Settings(writer_name="Sozialplanung", zoom=100)
    dialog = SettingsDialog(before, shown.append)
    qtbot.addWidget(dialog)
    dialog.zoom.setValue(150)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    assert (shown[-1].zoom, shown[-1].theme) == (150, "dark")
    dialog.reject()
    assert shown[-1] == before


def test_help_while_typing_is_switched_off_rule_by_rule_and_at_once(qtbot: QtBot) -> None:
    shown: list[Settings] = []
    dialog = SettingsDialog(Settings(typing_off=("dashes",)), shown.append)
    qtbot.addWidget(dialog)
    assert [name for name, box in dialog.rules.items() if not box.isChecked()] == ["dashes"]
    assert set(dialog.rules) == set(EVERY_RULE)
    dialog.rules["quotes"].click()
    dialog.rules["dashes"].click()
    assert shown[-1].typing_off == dialog.settings().typing_off == ("quotes",)


def test_properties_are_cleaned_on_their_way_in(qtbot: QtBot) -> None:
    dialog = PropertiesDialog(Properties(title="Konzept", language="de-DE"))
    qtbot.addWidget(dialog)
    dialog.lines["title"].setText("  Fo\u0308rderung \x07 ")
    assert dialog.properties() == Properties(title="Förderung", language="de-DE")


def test_the_lists_in_front_are_switched_on_one_by_one(qtbot: QtBot) -> None:
    dialog = PropertiesDialog(Properties(print_figures_list=True))
    qtbot.addWidget(dialog)
    assert [name for name, switch in dialog.switches.items() if switch.isChecked()] == ["print_figures_list"]
    dialog.switches["print_tables_list"].click()
    dialog.switches["print_figures_list"].click()
    assert dialog.properties() == Properties(print_tables_list=True)


def test_a_deleted_section_comes_back_from_the_trash(qtbot: QtBot) -> None:
    document = with_trash(doc(chapter("Einleitung", p("Der Kreistag")), chapter("Ausblick")), "Einleitung")
    opened, _store = session(document)
    dialog = TrashDialog(opened)
    qtbot.addWidget(dialog)
    assert "Einleitung" in dialog.list.item(0).text()
    assert "3 Wörter" in dialog.list.item(0).text()
    dialog.list.item(0).setSelected(True)
    dialog.restore_button.click()
    assert [s.title for s in opened.document.sections] == ["Einleitung", "Ausblick"]
    assert dialog.list.count() == 0


def test_a_purged_section_is_gone_but_undo_knows_it(qtbot: QtBot) -> None:
    opened, _store = session(with_trash(doc(chapter("Einleitung"), chapter("Ausblick")), "Einleitung"))
    dialog = TrashDialog(opened)
    qtbot.addWidget(dialog)
    dialog.list.item(0).setSelected(True)
    dialog.purge()
    assert opened.document.trash == ()
    opened.project.undo()
    assert len(opened.document.trash) == 1


def test_the_trash_of_a_concept_opened_to_read_only_shows(qtbot: QtBot) -> None:
    opened, _store = session(with_trash(doc(chapter("Einleitung"), chapter("Ausblick")), "Einleitung"), read_only=True)
    dialog = TrashDialog(opened)
    qtbot.addWidget(dialog)
    dialog.list.item(0).setSelected(True)
    assert not dialog.restore_button.isEnabled()
    assert not dialog.purge_button.isEnabled()
