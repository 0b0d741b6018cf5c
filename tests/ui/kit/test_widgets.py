"""The small widgets: used with the keyboard, named for those who hear the window, and true to their word."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import fonts, german, labels, tips
from ikonzept_desktop.ui.kit.big_button import BigButton
from ikonzept_desktop.ui.kit.buttons import IconButton, LinkButton, action_button, push_button, tip
from ikonzept_desktop.ui.kit.cards import Chip, EmptyState
from ikonzept_desktop.ui.kit.day_edit import DayEdit
from ikonzept_desktop.ui.kit.fields import FieldNote, FilterField, WordBar
from ikonzept_desktop.ui.kit.labels import Badge
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.kit.tabs import Tabs
from ikonzept_desktop.ui.kit.tokens import LIGHT
from tests.ui.kit.gallery import Gallery
from tests.ui.kit.looking import count, image_of


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def spoken_name(widget: QObject) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def at_the_keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_everything_the_tab_key_reaches_has_a_name(qtbot: QtBot) -> None:
    sheet = Gallery()
    shown(qtbot, sheet)
    reached: list[QWidget] = []
    for _ in range(200):
        sheet.focusNextChild()
        widget = sheet.focusWidget()
        if widget in reached:
            break
        reached.append(widget)
    assert {type(widget) for widget in reached} >= {
        LinkButton,
        BigButton,
        FilterField,
        IconButton,
        Tabs,
        Chip,
        QLineEdit,
    }
    assert [widget for widget in reached if not spoken_name(widget)] == []


def test_a_button_with_an_icon_alone_says_its_name_and_its_key(light: QApplication, qtbot: QtBot) -> None:
    german.load_german(light)
    button = IconButton("plus", "Neuer Abschnitt", "Ctrl+Return")
    qtbot.addWidget(button)
    assert spoken_name(button) == "Neuer Abschnitt"
    assert button.toolTip() == "Neuer Abschnitt (Strg+Eingabe)"
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_button_of_an_action_is_named_without_signs(light: QApplication, qtbot: QtBot) -> None:
    german.load_german(light)
    action = QAction("&Querverweis …")
    action.setShortcut(QKeySequence("Ctrl+Shift+Q"))
    button = action_button(action)
    qtbot.addWidget(button)
    assert spoken_name(button) == "Querverweis"
    assert button.toolTip() == "Querverweis (Strg+Umschalt+Q)"
    assert tip("Fett") == "Fett"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "button",
    [lambda: LinkButton("Ansehen …"), lambda: BigButton("plus", "Neues Konzept", "aus einer Mustervorlage", "Ctrl+N")],
    ids=["link", "big"],
)
def test_links_and_large_buttons_answer_to_enter_and_space(qtbot: QtBot, button: type, key: Qt.Key) -> None:
    made = button()
    shown(qtbot, made)
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, key)


def test_a_large_button_tells_its_meaning_and_its_key(light: QApplication, qtbot: QtBot) -> None:
    german.load_german(light)
    button = BigButton("plus", "Neues Konzept", "aus einer Mustervorlage", "Ctrl+N")
    qtbot.addWidget(button)
    assert (spoken_name(button), button.accessibleDescription()) == ("Neues Konzept", "aus einer Mustervorlage Strg+N")


def views() -> Segments:
    return Segments("Ansicht", [Choice("side", "Nebeneinander"), Choice("text", "Im Text"), Choice("list", "Liste")])


def test_arrows_go_from_segment_to_segment_and_stop_at_the_end(qtbot: QtBot) -> None:
    segments = views()
    shown(qtbot, segments)
    told: list[str] = []
    segments.chosen.connect(told.append)
    segments.findChildren(QToolButton)[0].setFocus()
    for _ in range(3):
        QTest.keyClick(at_the_keyboard(), Qt.Key.Key_Right)
    assert (told, segments.key) == (["text", "list"], "list")
    QTest.keyClick(at_the_keyboard(), Qt.Key.Key_Left)
    assert segments.key == "text"


def test_the_tab_key_meets_a_row_of_segments_once(qtbot: QtBot) -> None:
    segments = views()
    qtbot.addWidget(segments)
    segments.choose("text")
    reached = [button.text() for button in segments.findChildren(QToolButton) if _is_reached_by_tab(button)]
    assert reached == ["Im Text"]


def test_a_click_chooses_a_segment_and_choosing_by_program_is_silent(qtbot: QtBot) -> None:
    segments = views()
    shown(qtbot, segments)
    told: list[str] = []
    segments.chosen.connect(told.append)
    segments.choose("list")
    assert told == []
    QTest.mouseClick(segments.findChildren(QToolButton)[1], Qt.MouseButton.LeftButton)
    assert told == ["text"]
    with pytest.raises(ValueError, match="tree"):
        segments.choose("tree")


def workspaces() -> Tabs:
    tabs = Tabs("Arbeitsbereiche")
    tabs.add("write", "Schreiben", "pencil")
    tabs.add("review", "Rücklauf", "inbox")
    tabs.add("output", "Ausgabe")
    return tabs


def test_tabs_tell_where_the_user_goes_and_nothing_else(qtbot: QtBot) -> None:
    tabs = workspaces()
    shown(qtbot, tabs)
    told: list[str] = []
    tabs.chosen.connect(told.append)
    tabs.choose("output")
    assert (told, tabs.key) == ([], "output")
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert told == ["review"]
    with pytest.raises(KeyError):
        tabs.choose("kitchen")


def test_a_count_stands_beside_a_tab_and_is_read_with_it(qtbot: QtBot) -> None:
    tabs = workspaces()
    shown(qtbot, tabs)
    plain = tabs.tabRect(1).width()
    tabs.set_count("review", 12, "amber")
    assert tabs.accessibleTabName(1) == "Rücklauf 12"
    assert tabs.tabRect(1).width() > plain
    assert count(image_of(tabs), LIGHT["amber_tint"]) > 50
    tabs.set_count("review", 0)
    assert tabs.accessibleTabName(1) == "Rücklauf"
    assert count(image_of(tabs), LIGHT["amber_tint"]) == 0


def test_a_count_tells_whether_it_is_another_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    tabs = workspaces()
    qtbot.addWidget(tabs)
    told = [tabs.set_count("review", count) for count in (0, 3, 3, 4, 0, 0)]
    assert told == [False, True, False, True, True, False]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(tabs.findChildren(Badge)) == 1


def test_tabs_without_room_keep_their_names_in_tips_and_for_listeners(qtbot: QtBot) -> None:
    tabs = workspaces()
    qtbot.addWidget(tabs)
    tabs.show_texts(shown=False)
    assert (tabs.tabText(0), tabs.tabToolTip(0), tabs.accessibleTabName(0)) == ("", "Schreiben", "Schreiben")
    tabs.show_texts(shown=True)
    assert (tabs.tabText(0), tabs.tabToolTip(0)) == ("Schreiben", "")


def test_escape_empties_a_filter_once(qtbot: QtBot) -> None:
    field = FilterField("Gliederung filtern")
    shown(qtbot, field)
    QTest.keyClicks(field, "Sprache")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert spoken_name(field) == "Gliederung filtern"


def test_a_note_says_what_is_wrong_and_takes_it_back(qtbot: QtBot) -> None:
    line = QLineEdit("31.02.2015")
    note = FieldNote(line)
    for widget in (line, note):
        qtbot.addWidget(widget)
    note.say("„31.02.2015“ ist kein Datum. Bitte so: 28.02.2015")
    assert not note.isHidden()
    assert line.accessibleDescription().startswith("„31.02.2015“")
    assert count(image_of(line), LIGHT["red"]) > line.width()
    note.say("Der Ausgangswert fehlt.", "missing")
    assert count(image_of(line), LIGHT["red"]) == 0
    assert count(image_of(line), LIGHT["amber"]) > line.width()
    note.say("")
    assert note.isHidden()
    assert line.accessibleDescription() == ""
    assert count(image_of(line), LIGHT["red"]) == 0
    assert count(image_of(line), LIGHT["amber"]) == 0


def test_a_text_above_its_target_fills_the_bar_in_amber(qtbot: QtBot) -> None:
    bar = WordBar("Umfang")
    qtbot.addWidget(bar)
    bar.resize(200, 6)
    bar.show_words(161, 200, "161 von 200 Wörtern")
    within = image_of(bar)
    assert count(within, LIGHT["accent"]) > 500
    bar.show_words(874, 800, "874 von 800 Wörtern")
    assert count(image_of(bar), LIGHT["amber"]) > count(within, LIGHT["accent"])
    assert bar.accessibleDescription() == "874 von 800 Wörtern"


def test_a_title_without_room_is_cut_off_and_told_whole(qtbot: QtBot) -> None:
    label = labels.Elided("5.2.6 Zusammenleben in Sicherheit")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.toolTip() == tips.tip("5.2.6 Zusammenleben in Sicherheit")
    label.resize(600, 20)
    assert label.toolTip() == ""


@pytest.mark.parametrize("markup", ["<b>Ziele</b>", '<img src="//host/share/x.png">'])
def test_labels_show_markup_as_it_was_written(qtbot: QtBot, markup: str) -> None:
    for made in (labels.label(markup), labels.hint(markup), labels.heading(markup), labels.Elided(markup)):
        qtbot.addWidget(made)
        assert made.textFormat() is Qt.TextFormat.PlainText


def test_the_label_over_a_field_names_it(qtbot: QtBot) -> None:
    line = QLineEdit()
    label = labels.label_for("&Titel", line)
    for widget in (line, label):
        qtbot.addWidget(widget)
    assert spoken_name(line) == "Titel"
    assert label.buddy() is line


def test_a_role_changes_the_colour_at_once(qtbot: QtBot) -> None:
    label = QLabel("Wort")
    label.setFont(fonts.ui_font(60))
    qtbot.addWidget(label)
    labels.set_role(label, "red")
    assert count(image_of(label), LIGHT["red"]) > 20
    labels.set_role(label, "green")
    assert count(image_of(label), LIGHT["red"]) == 0


def test_a_state_is_told_in_shape_and_word(qtbot: QtBot) -> None:
    status = labels.StatusLabel()
    qtbot.addWidget(status)
    status.show_status("diamond", "blue", "In Abstimmung")
    assert spoken_name(status) == "In Abstimmung"
    assert count(image_of(status), LIGHT["blue"]) > 20


def test_a_chip_goes_with_entf_or_a_click_on_its_cross(qtbot: QtBot) -> None:
    chip = Chip("AG Sprache", "AG Sprache entfernen")
    shown(qtbot, chip)
    gone: list[None] = []
    chip.removed.connect(lambda: gone.append(None))
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert len(gone) == 1
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert len(gone) == 1
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, 10))
    assert len(gone) == 2


def test_a_chip_that_stays_is_passed_over(qtbot: QtBot) -> None:
    chip = Chip("Koordinierungskreis")
    qtbot.addWidget(chip)
    assert chip.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_nothing_yet_is_a_sentence_and_a_button(qtbot: QtBot) -> None:
    begun: list[None] = []
    empty = EmptyState("Noch keine Maßnahme.", "Neue Maßnahme", lambda: begun.append(None))
    qtbot.addWidget(empty)
    assert empty.button is not None
    empty.button.click()
    assert len(begun) == 1
    assert EmptyState("Noch keine Rückläufe.").button is None


def test_the_icon_of_a_primary_button_stands_out_from_it(qtbot: QtBot) -> None:
    button = push_button("Übernehmen", "minus", primary=True)
    qtbot.addWidget(button)
    assert button.icon().pixmap(64, 64).toImage().pixelColor(32, 32).name().upper() == LIGHT["on_accent"]


def committed(edit: DayEdit) -> list[tuple[date | None, str]]:
    told: list[tuple[date | None, str]] = []
    edit.committed.connect(lambda day, draft: told.append((day, draft)))
    return told


def test_a_day_is_read_as_germans_write_it(qtbot: QtBot) -> None:
    edit = DayEdit("Frist", "Tag wählen")
    shown(qtbot, edit)
    told = committed(edit)
    QTest.keyClicks(edit.line, "20.3.15")
    QTest.keyClick(edit.line, Qt.Key.Key_Return)
    assert told == [(date(2015, 3, 20), "")]
    assert edit.line.text() == "20.03.2015"


def test_what_is_no_day_stays_and_is_told_when_the_field_is_left(qtbot: QtBot) -> None:
    edit = DayEdit("Frist", "Tag wählen")
    shown(qtbot, edit)
    told = committed(edit)
    QTest.keyClicks(edit.line, "31.02.2015")
    assert [label.text() for label in edit.findChildren(QLabel) if label.isVisible()] == []
    QTest.keyClick(edit.line, Qt.Key.Key_Return)
    assert told == [(None, "31.02.2015")]
    assert edit.line.text() == "31.02.2015"
    sentences = [label.text() for label in edit.findChildren(QLabel) if label.isVisible()]
    assert sentences == ["„31.02.2015“ ist kein Datum. Bitte so: 28.02.2015"]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)
def test_a_day_is_chosen_from_the_calendar_with_the_keyboard(qtbot: QtBot) -> None:
    edit = DayEdit("Frist", "Tag wählen")
    shown(qtbot, edit)
    edit.show_value(date(2015, 3, 20))
    told = committed(edit)
    QTest.keyClick(edit.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    calendar = popup.findChild(QCalendarWidget) if popup is not None else None
    assert isinstance(calendar, QCalendarWidget)
    view = calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert isinstance(view, QWidget)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert told == [(date(2015, 3, 21), "")]
    assert QApplication.activePopupWidget() is None


def _is_reached_by_tab(button: QToolButton) -> bool:
    return bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
