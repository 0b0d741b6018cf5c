"""The preview: what is proposed is shown, corrected by keys, menus and mouse, taken back, and accepted."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from ikonzept_desktop.importing.plan import Becomes, Plan, Reason
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.dialog import ImportDialog
from ikonzept_desktop.ui.window.importing.plan_model import BECOMES, LOOK, MIME, NUMBER, TITLE
from tests.builders import chapter, doc, p, row, table
from tests.importing.manuscripts import candidate, field, goes_on, inbox, manuscript, plan, records, section
from tests.ui.desk import settle

Key, Mod = Qt.Key, Qt.KeyboardModifier
WRITTEN = manuscript(
    p("1 Sprache"),
    p("Ein Absatz."),
    p("Ausgangslage"),
    p("Die Lage."),
    p("1.1 Kurse"),
    p("Kurse gibt es."),
    p("Kitas"),
    p("Auch dort."),
    table(row("Titel", "Wer", "Sonst"), row("Lesen", "Amt", "x")),
    p("Danach."),
    p("2 Arbeit"),
    p("Kopfzeile"),
)
PROPOSED = plan(
    section(0, title="Sprache", kind="field_of_action", typed="1 "),
    field(2, "situation"),
    section(4, 1, "Kurse", typed="1.1 ", sure=False),
    candidate(6, 2, "Kitas"),
    section(10, title="Arbeit", typed="2 "),
    inbox(11),
)


class Taking:
    """Takes plans over, or says why not."""

    def __init__(self) -> None:
        self.taken: list[tuple[Plan, str]] = []
        self.refusal = ""

    def __call__(self, shown: Plan, into: str) -> str:
        self.taken.append((shown, into))
        return self.refusal


@pytest.fixture
def taking() -> Taking:
    return Taking()


@pytest.fixture
def dialog(qtbot: QtBot, taking: Taking) -> Iterator[ImportDialog]:
    made = ImportDialog(doc(), WRITTEN, PROPOSED, taking)
    qtbot.addWidget(made)
    made.show()
    settle()
    yield made
    made.hide()


def press(dialog: ImportDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(dialog.tree, key, modifiers)
    settle()


def choose(dialog: ImportDialog, *pieces: int) -> None:
    dialog.tree.choose(pieces)
    dialog.tree.setFocus()


def becomes(dialog: ImportDialog) -> dict[int, Becomes]:
    return {entry.piece: entry.becomes for entry in dialog.hand.plan.entries}


def shown_lines(dialog: ImportDialog) -> list[str]:
    model = dialog.tree.plan

    def below(parent: QModelIndex, depth: int) -> Iterator[str]:
        for at in range(model.rowCount(parent)):
            cells = [str(model.index(at, column, parent).data()) for column in (NUMBER, TITLE, BECOMES, LOOK)]
            yield "  " * depth + "|".join(cells)
            yield from below(model.index(at, 0, parent), depth + 1)

    return list(below(QModelIndex(), 0))


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def pick(name: str) -> None:
    shown = menu()
    shown.setActiveAction(next(action for action in shown.actions() if action.text() == name))
    QTest.keyClick(shown, Key.Key_Return)
    settle()


def test_the_outline_says_number_title_what_it_becomes_and_where_to_look(dialog: ImportDialog) -> None:
    assert shown_lines(dialog) == [
        "1|Sprache|Handlungsfeld|",
        "  |Ausgangslage|Feld: Ausgangslage|",
        "  1.1|Kurse|Kapitel|bitte ansehen",
        "    |Kitas|Text|bitte ansehen",
        "2|Arbeit|Kapitel|",
        "  |Kopfzeile|Eingang|",
    ]


def test_it_begins_at_the_first_that_needs_a_look_and_says_why(dialog: ImportDialog) -> None:
    assert dialog.tree.current() == 2
    assert dialog._why.text().startswith("Bitte ansehen. ")
    assert texts.REASONS[Reason.STYLE] in dialog._why.text()


def test_it_counts_what_the_plan_comes_to(dialog: ImportDialog) -> None:
    assert dialog._counts.text() == "3 Abschnitte, 1 Feld, 1 im Eingang, 2 bitte ansehen"


def test_beside_stands_the_text_as_it_will_be(dialog: ImportDialog) -> None:
    choose(dialog, 0)
    shown = dialog.shown.toPlainText().splitlines()
    assert shown[0].split() == ["1", "1", "Sprache"]  # its number, and the typed one struck through
    assert shown[1:] == ["Ein Absatz.", "Ausgangslage", "Die Lage."]


def test_the_enter_key_makes_text_of_a_section_and_a_section_of_text(dialog: ImportDialog) -> None:
    choose(dialog, 6)
    press(dialog, Key.Key_Return)
    assert becomes(dialog)[6] is Becomes.SECTION
    assert dialog.tree.plan.index_of(6, NUMBER).data() == "1.1.1"
    assert dialog.tree.current() == 3
    press(dialog, Key.Key_Return)
    assert becomes(dialog)[6] is Becomes.TEXT


def test_n_goes_on_to_what_needs_a_look_and_the_space_bar_says_it_fits(dialog: ImportDialog) -> None:
    press(dialog, Key.Key_N)
    assert dialog.tree.current() == 3
    press(dialog, Key.Key_Space)
    assert dialog.tree.current() == 2
    press(dialog, Key.Key_Space)
    assert "bitte ansehen" not in dialog._counts.text()


def test_alt_shift_and_arrows_move_a_section_and_change_its_level(dialog: ImportDialog) -> None:
    choose(dialog, 10)
    press(dialog, Key.Key_Right, Mod.AltModifier | Mod.ShiftModifier)
    assert dialog.tree.plan.index_of(10, NUMBER).data() == "1.2"
    press(dialog, Key.Key_Up, Mod.AltModifier | Mod.ShiftModifier)
    assert dialog.tree.plan.index_of(10, NUMBER).data() == "1.1"
    assert dialog.tree.plan.index_of(4, NUMBER).data() == "1.2"
    press(dialog, Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    press(dialog, Key.Key_Left, Mod.AltModifier | Mod.ShiftModifier)
    assert dialog.tree.plan.index_of(10, NUMBER).data() == "2"


def test_everything_is_taken_back_and_done_again_by_keys_where_it_was_done(dialog: ImportDialog) -> None:
    choose(dialog, 10)
    press(dialog, Key.Key_Return)
    choose(dialog, 0)
    press(dialog, Key.Key_E)
    assert becomes(dialog)[4] is Becomes.INBOX
    press(dialog, Key.Key_Z, Mod.ControlModifier)
    assert dialog.tree.current() == 0
    press(dialog, Key.Key_Z, Mod.ControlModifier)
    assert dialog.tree.current() == 4
    assert dialog.hand.plan == PROPOSED
    press(dialog, Key.Key_Y, Mod.ControlModifier)
    press(dialog, Key.Key_Y, Mod.ControlModifier)
    assert becomes(dialog)[4] is Becomes.INBOX


def test_where_what_is_taken_back_was_all_there_was_the_keyboard_is_on_what_holds_it_now(dialog: ImportDialog) -> None:
    dialog.hand.split(5)
    assert dialog.tree.current() == 3
    dialog.hand.undo()
    assert dialog.tree.current() == 2
    dialog.hand.redo()
    assert dialog.tree.current() == 3


def test_several_chosen_ones_become_text_at_once(dialog: ImportDialog) -> None:
    choose(dialog, 4, 10)
    press(dialog, Key.Key_Return)
    assert [becomes(dialog)[piece] for piece in (4, 10)] == [Becomes.TEXT, Becomes.TEXT]
    assert dialog.tree.chosen() == [2, 4]


def test_k_offers_the_kinds_with_the_present_one_ticked(dialog: ImportDialog) -> None:
    choose(dialog, 4)
    press(dialog, Key.Key_K)
    assert [action.text() for action in menu().actions() if action.isChecked()] == ["Kapitel"]
    pick("Anlage")
    assert dialog.hand.plan.entries[2].kind == "annex"


def test_f_offers_the_fields_of_the_section_above(dialog: ImportDialog) -> None:
    choose(dialog, 4)
    press(dialog, Key.Key_F)
    pick("Leitziel")
    entry = dialog.hand.plan.entries[2]
    assert (entry.becomes, entry.field) == (Becomes.FIELD, "goal")
    choose(dialog, 4)
    press(dialog, Key.Key_F)
    pick(texts.NEW_SECTION)
    assert becomes(dialog)[4] is Becomes.SECTION


def test_f2_names_a_section_in_place_and_takes_nothing_over_by_it(dialog: ImportDialog, taking: Taking) -> None:
    choose(dialog, 10)
    press(dialog, Key.Key_F2)
    line = dialog.tree.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "Neue Kekse")  # letters that are commands elsewhere
    QTest.keyClick(line, Key.Key_Return)
    settle()
    assert dialog.hand.plan.entries[4].title == "Neue Kekse"
    assert taking.taken == []
    assert dialog.tree.hasFocus()
    assert becomes(dialog) == {entry.piece: entry.becomes for entry in PROPOSED.entries}


def test_s_leads_into_the_text_and_parts_it_where_the_caret_is(dialog: ImportDialog) -> None:
    choose(dialog, 4)
    press(dialog, Key.Key_S)
    assert dialog.shown.hasFocus()
    QTest.keyClick(dialog.shown, Key.Key_S)
    settle()
    made = dialog.hand.plan.entries[3]
    assert (made.piece, made.becomes, made.title) == (5, Becomes.SECTION, "Kurse gibt es.")
    assert dialog.tree.current() == 3


def test_the_menu_of_a_paragraph_has_a_field_begin_there(dialog: ImportDialog) -> None:
    choose(dialog, 0)
    dialog.shown.menu_asked.emit(1, QPoint(10, 10))
    settle()
    inner = menu().actions()[1].menu()
    assert isinstance(inner, QMenu)
    next(action for action in inner.actions() if action.text() == "Leitziel").trigger()
    menu().close()
    assert [(entry.piece, entry.field) for entry in dialog.hand.plan.entries[:2]] == [(0, ""), (1, "goal")]


def test_a_table_amid_the_text_becomes_records_whose_columns_one_chooses(dialog: ImportDialog) -> None:
    dialog.hand.make_kind([2], "field_of_action")
    dialog.hand.split_field(8, "measures")
    settle()
    assert dialog.columns.isVisible()
    assert [choice.currentText() for choice in dialog.columns.choices] == ["Titel", texts.NO_COLUMN, texts.NO_COLUMN]
    second = dialog.columns.choices[1]
    second.setCurrentIndex(second.findData("lead"))
    second.activated.emit(second.currentIndex())
    settle()
    at = dialog.hand.at(8)
    assert at is not None
    assert dialog.hand.plan.entries[at].columns == ("title", "lead", "")
    assert dialog.hand.plan.entries[at + 1] == goes_on(9)
    assert dialog._counts.text().startswith("3 Abschnitte, 1 Feld, 1 Tabelle als Maßnahmen")


def test_two_columns_are_never_the_same_one(dialog: ImportDialog) -> None:
    dialog.hand.make_kind([2], "field_of_action")
    dialog.hand.split_field(8, "measures")
    settle()
    second = dialog.columns.choices[1]
    second.setCurrentIndex(second.findData("title"))
    second.activated.emit(second.currentIndex())
    settle()
    assert dialog.hand.plan.entries[dialog.tree.current()].columns == ("", "title", "")


def drop(dialog: ImportDialog, at: int, row_: int, parent: QModelIndex) -> None:
    data = QMimeData()
    data.setData(MIME, str(at).encode())
    dialog.tree.plan.dropMimeData(data, Qt.DropAction.MoveAction, row_, 0, parent)
    settle()


def test_what_is_dropped_on_a_section_goes_below_it(dialog: ImportDialog) -> None:
    drop(dialog, 4, -1, dialog.tree.plan.index_of(4))
    assert dialog.tree.plan.index_of(10, NUMBER).data() == "1.1.1"


def test_what_is_dropped_between_two_goes_between_them(dialog: ImportDialog) -> None:
    drop(dialog, 2, 0, QModelIndex())
    assert [dialog.tree.plan.index_of(piece, NUMBER).data() for piece in (4, 0, 10)] == ["1", "2", "3"]


def test_a_section_dropped_before_a_field_does_not_take_it_away(dialog: ImportDialog) -> None:
    drop(dialog, 4, 0, dialog.tree.plan.index_of(0))
    assert [entry.piece for entry in dialog.hand.plan.entries] == [0, 2, 10, 11, 4, 6]
    assert dialog.tree.plan.index_of(10, NUMBER).data() == "1.1"


def test_what_was_accepted_is_taken_over_and_a_refusal_is_said(dialog: ImportDialog, taking: Taking) -> None:
    taking.refusal = "Kein Platz."
    dialog.take_button.click()
    assert dialog._said.text() == "Kein Platz."
    assert dialog.isVisible()
    taking.refusal = ""
    dialog.take_button.click()
    assert taking.taken[-1] == (PROPOSED, "")
    assert not dialog.isVisible()


def leave(dialog: ImportDialog, answer: str) -> None:
    """Press Escape, and answer what is asked then."""
    press(dialog, Key.Key_Escape)
    if answer:
        asked = dialog.findChild(QMessageBox)
        assert asked is not None
        next(button for button in asked.buttons() if button.text() == answer).click()
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_was_corrected_is_not_thrown_away_by_a_single_key(dialog: ImportDialog) -> None:
    choose(dialog, 10)
    press(dialog, Key.Key_Return)
    leave(dialog, texts.GO_ON)
    assert dialog.isVisible()
    leave(dialog, texts.DISCARD)
    assert not dialog.isVisible()


def test_where_nothing_was_corrected_escape_leaves_at_once(dialog: ImportDialog) -> None:
    leave(dialog, "")
    assert not dialog.isVisible()


def test_f_says_that_there_is_no_section_to_have_fields(dialog: ImportDialog) -> None:
    choose(dialog, 0)
    press(dialog, Key.Key_F)
    assert [action.text() for action in menu().actions()] == [texts.NO_FIELDS]
    menu().close()


def test_into_a_concept_it_goes_below_the_section_that_is_chosen(qtbot: QtBot, taking: Taking) -> None:
    shown = ImportDialog(doc(chapter("Eins", id="eins"), chapter("Zwei")), WRITTEN, PROPOSED, taking, "eins")
    qtbot.addWidget(shown)
    shown.show()
    assert shown.target.currentText() == "unter „1 Eins“"
    assert shown.tree.plan.index_of(0, NUMBER).data() == "1.1"
    shown.target.setCurrentIndex(0)
    shown.target.activated.emit(0)
    assert shown.tree.plan.index_of(0, NUMBER).data() == "3"
    shown.accept()
    assert taking.taken[-1][1] == ""


def test_the_context_menu_offers_every_correction(dialog: ImportDialog) -> None:
    dialog.doing.show_menu(QPoint(0, 0))
    names = [action.text() for action in menu().actions() if action.text()]
    menu().close()
    for name in (texts.SECTION_OR_TEXT, texts.KIND, texts.FIELD, texts.INBOX, texts.RENAME, texts.DEMOTE, texts.UNDO):
        assert name in names


def test_where_it_is_narrow_the_text_stands_below_and_the_sign_alone_says_where_to_look(dialog: ImportDialog) -> None:
    dialog.resize(680, 700)
    settle()
    assert dialog._halves.orientation() is Qt.Orientation.Vertical
    dialog.resize(900, 600)
    settle()
    assert dialog._halves.orientation() is Qt.Orientation.Horizontal
    assert dialog.tree.columnWidth(LOOK) < 40


def test_a_folded_section_stays_folded_after_a_correction(dialog: ImportDialog) -> None:
    dialog.tree.collapse(dialog.tree.plan.index_of(4, 0))
    choose(dialog, 11)
    press(dialog, Key.Key_Return)
    assert not dialog.tree.isExpanded(dialog.tree.plan.index_of(4, 0))


def test_a_table_proposed_as_records_says_how_many_rows(qtbot: QtBot, taking: Taking) -> None:
    first = section(0, title="Sprache", kind="field_of_action")
    shown = ImportDialog(doc(), WRITTEN, plan(first, records(8, "measures", "title"), goes_on(9)), taking)
    qtbot.addWidget(shown)
    assert shown_lines(shown)[1].endswith("|Maßnahmen: 1 Zeile|")


KEYS_AT_RANDOM = (
    *((key, Mod.NoModifier) for key in (Key.Key_Return, Key.Key_N, Key.Key_Space, Key.Key_E, Key.Key_Up, Key.Key_Down)),
    *((key, Mod.AltModifier | Mod.ShiftModifier) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)),
    *((key, Mod.ControlModifier) for key in (Key.Key_Z, Key.Key_Y, Key.Key_A)),
    *((key, Mod.NoModifier) for key in (Key.Key_Home, Key.Key_End)),
)


def by_hand(dialog: ImportDialog, chance: random.Random) -> None:
    """Do something that no single key does, anywhere."""
    hand = dialog.hand
    at, piece = chance.randrange(len(hand.plan.entries)), chance.randrange(len(WRITTEN.pieces))
    match chance.randrange(5):
        case 0:
            hand.make_kind([at], chance.choice(hand.kinds()).key)
        case 1:
            for type in hand.fields_for(at)[:1]:
                hand.make_field([at], type.key)
        case 2:
            hand.split(piece)
        case 3:
            hand.split_field(piece, "measures")
        case _:
            drop(dialog, at, -1, QModelIndex())
    settle()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_the_preview_goes_on_and_all_is_taken_back(dialog: ImportDialog, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(60):
        press(dialog, *chance.choice(KEYS_AT_RANDOM))
        if chance.random() < 0.3:
            by_hand(dialog, chance)
        assert dialog.tree.current() >= 0
    while dialog.hand.can_undo():
        dialog.hand.undo()
    assert dialog.hand.plan == PROPOSED
