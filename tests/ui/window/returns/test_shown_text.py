"""The text of a section with proposals in it, as one sees it, clicks on it and writes over it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Comment
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.proposals import KeptProposal, Kind, ReturnedFile, Source, Variant
from ikonzept_desktop.review.shown import Mode
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.window.returns.persons import persons_of
from ikonzept_desktop.ui.window.returns.shown_text import ShownText
from tests.builders import cell as cell_of
from tests.builders import chapter, doc, fn, li, p, row, table
from tests.review.marked import change, proposal
from tests.ui.desk import settle

WHEN = datetime(2026, 3, 2, tzinfo=UTC)
NAMES = ("AG Sprache", "Caritasverband", "Jobcenter", "Kreisjugendamt", "Schulamt", "VHS")
PERSONS = persons_of(
    ReturnedFile(id, id, "a.docx", name, WHEN + timedelta(days=day), "0")
    for day, (id, name) in enumerate(zip(("as", "cv", "jc", "ja", "sa", "x"), NAMES, strict=True))
)
LONG = " ".join(["Ein langer Absatz über die Sprache im Kreis."] * 12)
SECTION = replace(
    chapter(
        "Sprache",
        p("Wer gerade erst ankommt, braucht 😀 eine Stelle", fn("Seit 2007."), ".", id="a"),
        p("Die Kurse stimmen sich einmal im Jahr ab.", id="b"),
        p("Ehrenamtliche ", Text("Lesepaten", comments=("k",)), " helfen.", id="d"),
        li("Deutschkurse", id="l"),
        table(row(cell_of("Ort", id="o"), "Zahl"), row(cell_of("Hilden", id="h"), cell_of("8", id="z")), id="t"),
        *(p(LONG, id=f"n{number}") for number in range(12)),
        p("Ganz am Ende steht das.", id="e"),
        id="sprache",
    ),
    comments=(Comment("k", "Caritas", WHEN, "Zahl?", origin="cv:1"),),
)
CONCEPT = doc(chapter("Handlungsfelder", SECTION, chapter("Bildung", p("Schulen.", id="z0"), id="bildung")))


def by(kept: KeptProposal, *copies: str) -> KeptProposal:
    return replace(kept, variants=(Variant(kept.variants[0].text, tuple(Source(copy) for copy in copies)),))


GONE = by(change(CONCEPT, "a", "gerade erst ", "", "gone"), "jc")
SWAPPED = by(change(CONCEPT, "a", "Stelle", "Anlaufstelle", "swapped"), "cv", "x")
CONTESTED = proposal(CONCEPT, Kind.TEXT, "b", "zweimal", "dreimal", old="einmal", id="contested")
MOVED = by(proposal(CONCEPT, Kind.MOVE, "d", target="z0", id="moved"), "ja")
ADDED = by(proposal(CONCEPT, Kind.INSERT, "l", "Lotsen", id="added"), "sa")
IN_CELL = by(change(CONCEPT, "z", "8", "9", "cell"), "as")
LAST = by(change(CONCEPT, "e", "am Ende", "zum Schluss", "last"), "as")
ALL = (GONE, SWAPPED, CONTESTED, MOVED, ADDED, IN_CELL, LAST)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> ShownText:
    fonts.load(qapp)
    theme.apply(qapp, theme.Scheme.LIGHT, high_contrast=False)
    page = ShownText()
    qtbot.addWidget(page)
    page.resize(768, 600)
    page.show()
    page.show_section(CONCEPT, "sprache", ALL, "gone", PERSONS)
    settle()
    return page


def look(page: ShownText, words: str) -> QTextCharFormat:
    """Give the look of some words where they stand first."""
    found = page.view.document().find(words)
    assert not found.isNull(), words
    cursor = QTextCursor(page.view.document())
    cursor.setPosition(found.selectionStart() + 1)
    return cursor.charFormat()


def reach(page: ShownText, id: str) -> str:
    """Give the words that count as those of a proposal, the persons with them."""
    text = page.view.toPlainText().encode("utf-16-le")
    reaches = page.view.setting.reaches[id]
    return " … ".join(text[2 * each.start : 2 * each.end].decode("utf-16-le") for each in reaches)


def colour(token: str) -> QColor:
    return theme.colour(token)


def middle(page: ShownText, id: str) -> QPoint:
    box = page.view.boxes(page.view.setting.reaches[id][-1])[0]
    return QPointF(box.left() + 4, box.center().y()).toPoint()


def click(page: ShownText, point: QPoint) -> None:
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


# What it looks like


def test_words_to_go_are_struck_in_the_colour_of_who_wants_it(page: ShownText) -> None:
    struck = look(page, "gerade erst")
    assert struck.fontStrikeOut()
    assert struck.foreground().color() == colour("person3")


def test_words_to_come_are_underlined_on_a_tint_and_the_persons_told_behind_them(page: ShownText) -> None:
    new = look(page, "Anlaufstelle")
    assert new.fontUnderline()
    assert new.underlineColor() == colour("person2")
    assert new.background().color() == colour("person2_tint")
    assert reach(page, "swapped") == "StelleAnlaufstelle\u202fCV\u202fVH"


def test_letters_stand_raised_in_their_own_colour_and_beyond_five_people_in_none(page: ShownText) -> None:
    assert look(page, "\u202fCV").verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignSuperScript
    assert look(page, "\u202fCV").foreground().color() == colour("person2")
    assert look(page, "\u202fVH").foreground().color() == colour("muted")


def test_the_space_after_words_to_go_stands_behind_the_letters(page: ShownText) -> None:
    assert "Wer gerade erst\u202fJC ankommt" in page.view.toPlainText()


def test_remarked_words_are_dotted(page: ShownText) -> None:
    remarked = look(page, "Lesepaten")
    assert remarked.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    assert reach(page, "k") == "Lesepaten\u202fCV"


def test_conflicts_and_moves_stand_in_frames_that_say_what_they_are(page: ShownText) -> None:
    text = page.view.toPlainText()
    assert "Konflikt: 2 Varianten, es gilt weiter der Ausgangstext\nDie Kurse stimmen sich einmal" in text
    assert "soll nach 1.2 Bildung\nEhrenamtliche" in text
    assert [frame.ids for frame in page.view.setting.frames] == [("contested",), ("moved",)]


def test_the_section_is_named_with_what_it_stands_in(page: ShownText) -> None:
    assert page.view.toPlainText().startswith("1 Handlungsfelder\n1.1  Sprache\n")


def test_a_cell_shows_what_is_proposed_of_it(page: ShownText) -> None:
    assert reach(page, "cell") == "89\u202fAS"


def test_in_high_contrast_nothing_is_tinted_but_underline_strike_and_letters_stay(
    page: ShownText, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT, high_contrast=True)
    settle()
    new = look(page, "Anlaufstelle")
    assert new.background().style() is Qt.BrushStyle.NoBrush
    assert new.fontUnderline()
    assert look(page, "gerade erst").fontStrikeOut()
    theme.apply(qapp, theme.Scheme.LIGHT, high_contrast=False)


def test_a_change_of_theme_shows_the_text_in_its_colours(page: ShownText, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.DARK, high_contrast=False)
    settle()
    assert look(page, "Anlaufstelle").underlineColor() == QColor("#F0A67C")
    assert page.view.current == "gone"
    theme.apply(qapp, theme.Scheme.LIGHT, high_contrast=False)


def test_zoom_makes_the_text_larger(page: ShownText) -> None:
    page.set_zoom(150)
    assert look(page, "ankommt").font().pixelSize() == 27


# The present one


def test_the_present_one_is_ringed(page: ShownText) -> None:
    ring = page.view.ring("gone").boundingRect()
    assert ring.contains(QPointF(middle(page, "gone")))
    assert page.view.ring("contested").boundingRect().width() > 600


def test_another_present_one_moves_the_ring_and_builds_nothing_anew(page: ShownText) -> None:
    document = page.view.document()
    page.show_section(CONCEPT, "sprache", ALL, "swapped", PERSONS)
    assert page.view.document() is document
    assert page.view.current == "swapped"


def test_what_is_in_sight_does_not_jump_and_what_is_not_is_brought_there(page: ShownText) -> None:
    bar = page.view.verticalScrollBar()
    bar.setValue(3)
    page.show_section(CONCEPT, "sprache", ALL, "swapped", PERSONS)
    assert bar.value() == 3
    page.show_section(CONCEPT, "sprache", ALL, "last", PERSONS)
    box = page.view.place_of("last")
    assert box is not None
    assert bar.value() > 600
    assert 0 <= box.top() < box.bottom() <= page.view.viewport().height()


def test_the_same_section_with_other_proposals_stays_where_it_was_read(page: ShownText) -> None:
    page.view.verticalScrollBar().setValue(5)
    page.show_section(CONCEPT, "sprache", ALL[1:], "swapped", PERSONS)
    assert page.view.verticalScrollBar().value() == 5
    assert "gone" not in page.view.setting.reaches


def test_one_that_is_not_here_has_no_ring(page: ShownText) -> None:
    page.show_section(CONCEPT, "bildung", ALL, "gone", PERSONS)
    assert not page.has("gone")
    assert page.view.current == ""


def test_asked_for_before_it_can_be_seen_it_is_in_sight_once_it_can(qtbot: QtBot, page: ShownText) -> None:
    late = ShownText()
    qtbot.addWidget(late)
    late.show_section(CONCEPT, "sprache", ALL, "gone", PERSONS)
    late.resize(768, 600)
    late.show()
    settle()
    assert late.view.verticalScrollBar().value() == 0


# Clicks


@pytest.mark.parametrize("id", ["gone", "swapped", "k", "cell", "added"])
def test_a_click_on_words_tells_whose_they_are(page: ShownText, qtbot: QtBot, id: str) -> None:
    with qtbot.waitSignal(page.clicked) as told:
        click(page, middle(page, id))
    assert told.args == [id]


def test_a_click_into_a_frame_tells_what_is_framed(page: ShownText, qtbot: QtBot) -> None:
    box = page.view.line_box("b")
    assert box is not None
    with qtbot.waitSignal(page.clicked) as told:
        click(page, QPointF(box.right() - 4, box.center().y()).toPoint())
    assert told.args == ["contested"]


def test_a_click_on_other_words_tells_nothing(page: ShownText, qtbot: QtBot) -> None:
    box = page.view.line_box("a")
    assert box is not None
    with qtbot.assertNotEmitted(page.clicked):
        click(page, QPointF(box.left() + 4, box.top() + 8).toPoint())


def test_a_click_beside_the_words_of_a_line_tells_nothing(page: ShownText, qtbot: QtBot) -> None:
    left, width = page.view.column()
    with qtbot.assertNotEmitted(page.clicked):
        click(page, QPoint(left + width - 4, middle(page, "added").y()))


# Other texts


def shown_as(page: ShownText, mode: Mode) -> str:
    page.show_section(replace(CONCEPT, proposals=ALL), "sprache", ALL, "gone", PERSONS, mode)
    return page.view.toPlainText()


def test_the_present_text_is_shown_without_a_mark(page: ShownText) -> None:
    text = shown_as(page, Mode.PRESENT)
    assert "gerade erst ankommt" in text
    assert "Anlaufstelle" not in text
    assert not page.has("gone")


def test_the_text_with_all_accepted_holds_what_is_agreed(page: ShownText) -> None:
    text = shown_as(page, Mode.ACCEPTED)
    assert "Wer ankommt, braucht 😀 eine Anlaufstelle" in text
    assert "einmal im Jahr" in text


# Writing over it


def edited(page: ShownText, qtbot: QtBot, *keys: Callable[[], object]) -> list[object]:
    with qtbot.waitSignal(page.edited) as told:
        for key in keys:
            key()
    return list(told.args)


def test_other_words_are_written_over_the_lines_and_taken_with_ctrl_return(page: ShownText, qtbot: QtBot) -> None:
    page.edit("swapped", "Anlaufstelle")
    editor = page.editor
    assert editor is not None
    box = page.view.place_of("swapped")
    assert box is not None
    assert editor.geometry().intersects(box.toRect())
    QTest.keyClicks(editor.field, "Hilfe")
    ctrl = Qt.KeyboardModifier.ControlModifier
    told = edited(page, qtbot, lambda: QTest.keyClick(editor.field, Qt.Key.Key_Return, ctrl))
    assert told == ["swapped", "Hilfe"]
    assert page.editor is None


def test_paragraphs_and_new_lines_of_the_words_stay_apart(page: ShownText, qtbot: QtBot) -> None:
    page.edit("added", "Eins\nund noch.\u2029Zwei 😀")
    editor = page.editor
    assert editor is not None
    assert edited(page, qtbot, editor.take.click) == ["added", "Eins\nund noch.\u2029Zwei 😀"]


def test_escape_leaves_the_words_as_they_were(page: ShownText, qtbot: QtBot) -> None:
    page.edit("swapped", "Anlaufstelle")
    assert page.editor is not None
    with qtbot.assertNotEmitted(page.edited):
        QTest.keyClick(page.editor.field, Qt.Key.Key_Escape)
    assert page.editor is None
