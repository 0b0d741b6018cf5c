"""The panel of a figure: every change is one step, and what changes elsewhere is seen in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.cropping import Crop
from ikonzept_desktop.model.edits import ReplaceBlocks
from ikonzept_desktop.model.inline import Footnote, Marks, Text
from ikonzept_desktop.ui.window.figures.crop_view import moved_by
from tests.builders import p
from tests.reading.images.samples import halves, saved
from tests.ui.desk import settle
from tests.ui.window.figures.desk import ADDRESS, FigureDesk


@pytest.fixture
def with_image(desk: FigureDesk) -> FigureDesk:
    """A figure whose image is there: 80 by 40 px."""
    digest = desk.window.session.keeper.add_image(saved(halves(), "PNG"))
    panel = desk.open()
    panel._change("Bild", image=digest)
    settle()
    return desk


def test_return_opens_the_panel_and_escape_leads_back_to_the_figure(desk: FigureDesk) -> None:
    panel = desk.open()
    assert (desk.window.drawer.isVisible(), panel.title()) == (True, "Abbildung 1")
    assert panel.isAncestorOf(QApplication.focusWidget() or desk.window)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    settle()
    assert not desk.window.drawer.isVisible()
    text = desk.window.text.text
    assert text is not None
    assert text.hasFocus()
    assert text.loop.selected().start.block == 1


def test_the_figure_stays_in_sight_while_its_panel_is_open(desk: FigureDesk, qtbot: QtBot) -> None:
    long = tuple(p("Ein Satz über den Kreis. " * 12) for _ in range(8))
    desk.window.session.apply(ReplaceBlocks(ADDRESS, 0, (), long), "Text")
    text = desk.window.text.text
    assert text is not None

    def top() -> int:
        return text.viewport().mapTo(desk.window, text.cursorRect().topLeft()).y()

    page = desk.window.text.pages.shown()
    assert page is not None
    qtbot.waitUntil(lambda: page._scroll.verticalScrollBar().maximum() > 400)
    cursor = text.textCursor()
    cursor.setPosition(text.document().findBlockByNumber(len(long) + 1).position())
    text.setTextCursor(cursor)
    qtbot.waitUntil(lambda: top() < 600)
    QTest.keyClick(text, Qt.Key.Key_Delete)
    QTest.keyClick(text, Qt.Key.Key_Return)
    drawer = desk.window.drawer
    assert drawer.isVisible()
    qtbot.waitUntil(lambda: 0 < top() < drawer.mapTo(desk.window, QPoint(0, 0)).y() - 40)


def test_the_alternative_text_is_one_step_of_the_history(desk: FigureDesk) -> None:
    panel = desk.open()
    panel.description.words.selectAll()
    QTest.keyClicks(panel.description.words, "Zehn Orte am Rhein")
    panel.commit()
    assert desk.figure().alternative_text == "Zehn Orte am Rhein"
    assert desk.window.session.project.undo_label() == "Alternativtext"
    desk.undo()
    assert desk.figure().alternative_text == panel.description.text() == "Zehn Städte"
    assert desk.window.drawer.panel is panel


def test_caption_and_source_are_written_with_marks_and_notes(desk: FigureDesk) -> None:
    panel = desk.open()
    caption = panel.lines["caption"].text
    caption.setFocus()
    settle()
    caption.selectAll()
    desk.window.actions_by_key["bold"].trigger()
    desk.window.actions_by_key["footnote"].trigger()
    settle()
    note = panel.lines["caption"].notes.focusWidget()
    assert note is not None
    QTest.keyClicks(note, "Stand 2014")
    (drawn,) = desk.figures()
    assert drawn.caption[0] == Text("Karte", Marks.BOLD)
    assert isinstance(drawn.caption[1], Footnote)
    assert drawn.caption[1].content == (Text("Stand 2014"),)
    assert not desk.window.actions_by_key["figure"].isEnabled()
    desk.undo()
    assert note.hasFocus()


def test_undo_brings_the_caret_back_into_the_caption(desk: FigureDesk) -> None:
    panel = desk.open()
    caption = panel.lines["caption"].text
    caption.setFocus()
    QTest.keyClick(caption, Qt.Key.Key_End)
    QTest.keyClicks(caption, " des Kreises")
    panel.description.words.setFocus()
    settle()
    desk.undo()
    assert (caption.toPlainText(), caption.hasFocus()) == ("Karte", True)


def test_tools_act_on_no_text_while_a_number_has_the_keyboard(desk: FigureDesk) -> None:
    panel = desk.open()
    panel.lines["caption"].text.setFocus()
    settle()
    assert desk.window.actions_by_key["bold"].isEnabled()
    panel.crop.numbers["left"].setFocus()
    settle()
    assert not desk.window.actions_by_key["bold"].isEnabled()


def test_a_figure_that_goes_takes_its_panel_along(desk: FigureDesk) -> None:
    panel = desk.open()
    panel.description.words.setPlainText("noch nicht gesagt")
    session = desk.window.session
    session.apply(ReplaceBlocks(ADDRESS, 1, (desk.figure(),), ()), "Löschen")
    settle()
    assert not desk.window.drawer.isVisible()
    assert desk.figures() == []
    desk.undo()
    assert desk.figure().alternative_text == "Zehn Städte"


def test_arrows_cut_and_one_pause_makes_one_step(with_image: FigureDesk) -> None:
    view = with_image.panel.crop.view
    view.setFocus()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.accessibleDescription() == "Oben: 0 Prozent abgeschnitten"
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with_image.panel.commit()
    assert with_image.figure().crop == Crop(left=0.031, top=0.011)
    with_image.undo()
    assert with_image.figure().crop == view.crop() == Crop()


def test_the_space_bar_goes_round_the_edges(with_image: FigureDesk) -> None:
    view = with_image.panel.crop.view
    edges = []
    for _ in range(5):
        edges.append(view.edge)
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert edges == ["left", "top", "right", "bottom", "left"]


def test_the_mouse_draws_an_edge_and_a_corner_and_moves_the_whole(with_image: FigureDesk) -> None:
    view = with_image.panel.crop.view
    field = view._field()

    def drag(start: tuple[float, float], end: tuple[float, float]) -> None:
        at = [QPoint(round(field.left() + x * field.width()), round(field.top() + y * field.height()))
              for x, y in (start, end)]  # fmt: skip
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at[0])
        QTest.mouseMove(view, at[1])
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at[1])

    drag((1.0, 0.5), (0.75, 0.5))
    drag((0.0, 0.0), (0.25, 0.5))
    with_image.panel.commit()
    crop = with_image.figure().crop
    assert (crop.left, crop.top, crop.right, crop.bottom) == pytest.approx((0.25, 0.5, 0.25, 0.0), abs=0.02)
    drag((0.5, 0.75), (0.4, 0.75))
    moved = view.crop()
    assert moved.width == pytest.approx(crop.width)
    assert moved.left < crop.left


def test_numbers_cut_and_never_cut_all_away(with_image: FigureDesk) -> None:
    panel = with_image.panel
    panel.crop.numbers["left"].setValue(60)
    panel.crop.numbers["right"].setValue(70)
    panel.commit()
    assert with_image.figure().crop == Crop(left=0.6, right=0.38)
    assert panel.crop.numbers["right"].value() == 38
    panel.crop.whole.click()
    panel.commit()
    assert with_image.figure().crop == Crop()


def test_fineness_follows_crop_and_width(with_image: FigureDesk) -> None:
    panel = with_image.panel
    words = panel.fineness.words
    assert words.text() == "12 dpi: für den Druck unter 300 dpi"
    panel.crop.numbers["left"].setValue(50)
    assert words.text() == "7 dpi: für den Druck unter 300 dpi"  # a square is printed less wide
    share = panel.width_field.share
    share.setCurrentIndex(share.count() - 1)
    share.activated.emit(share.count() - 1)
    panel.width_field.mm.setValue(5)
    assert with_image.figure().width_mm == 5
    assert words.text().startswith("203 dpi")


def test_one_choice_of_a_width_is_one_step(with_image: FigureDesk) -> None:
    share = with_image.panel.width_field.share
    half = share.findText("Hälfte")
    share.setCurrentIndex(half)
    share.activated.emit(half)
    assert with_image.figure().width == 0.5
    assert with_image.window.session.project.undo_label() == "Breite der Abbildung"
    with_image.undo()
    assert with_image.panel.width_field.share.currentText() == "ganze Textbreite"


def test_what_only_decorates_needs_no_words_and_keeps_them(desk: FigureDesk) -> None:
    panel = desk.open()
    panel.description.decorative.click()
    assert desk.figure().decorative
    assert not panel.description.words.isEnabled()
    panel.description.decorative.click()
    assert desk.figure().alternative_text == "Zehn Städte"


def test_another_figure_takes_the_panel_over(desk: FigureDesk) -> None:
    panel = desk.open()
    panel.description.words.setPlainText("Zehn Städte am Rhein")
    text = desk.window.text
    text.atom_opened.emit((ADDRESS, desk.figure()))
    assert desk.panel is panel
    assert desk.figure().alternative_text == "Zehn Städte am Rhein"


def test_every_control_of_the_panel_has_a_name(desk: FigureDesk) -> None:
    panel = desk.open()
    seen = set()
    panel.crop.view.setFocus()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if panel.isAncestorOf(focused):
            seen.add(focused.accessibleName() or getattr(focused, "text", str)())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        settle()
    assert {"Zuschnitt", "Zuschnitt links", "Breite", "Alternativtext", "Bildunterschrift", "Quelle"} <= seen
    assert "" not in seen


@pytest.mark.parametrize(
    ("crop", "edges", "by", "after"),
    [
        (Crop(), {"left"}, {"left": -0.5}, Crop()),
        (Crop(right=0.5), {"left"}, {"left": 0.9}, Crop(left=0.48, right=0.5)),
        (Crop(left=0.2), {"left", "top"}, {"left": -0.1, "top": 0.3}, Crop(left=0.1, top=0.3)),
        (
            Crop(0.2, 0.1, 0.3, 0.1),
            {"left", "top", "right", "bottom"},
            {"left": 0.9, "top": -0.9, "right": -0.9, "bottom": 0.9},
            Crop(0.5, 0.0, 0.0, 0.2),
        ),
    ],
)
def test_edges_stop_where_the_image_ends_and_before_it_is_gone(
    crop: Crop, edges: set[str], by: dict[str, float], after: Crop
) -> None:
    moved = moved_by(crop, frozenset(edges), by)
    assert moved == after
    assert moved.is_possible
