"""Tables and figures stand in the text as they are, with caption and cells."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor

from ikonzept_desktop.model.blocks import NumberFormat, Table, Total
from ikonzept_desktop.model.cropping import Crop
from ikonzept_desktop.model.edits import ReplaceSpan
from ikonzept_desktop.model.inline import Text, plain
from ikonzept_desktop.ui.editor import tools
from ikonzept_desktop.ui.editor.atoms import SHOWN_ROWS, Atoms, _beginning
from ikonzept_desktop.ui.editor.texts import more_rows
from ikonzept_desktop.ui.kit.tips import tip
from tests.builders import cell, chapter, doc, figure, fn, p, row, table
from tests.ui.editor.desk import Writer
from tests.ui.editor.room import Room

AtDesk = Callable[..., Writer]


def picture(colour: str) -> bytes:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return encoded(image)


def encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # it takes a name, whatever its stub says
    return bytes(buffer.data().data())


def box_of(writer: Writer, paragraph: int) -> QRectF:
    layout = writer.view.document().documentLayout()
    return layout.blockBoundingRect(writer.view.document().findBlockByNumber(paragraph))


def test_a_table_is_as_high_as_its_rows(at_desk: AtDesk) -> None:
    small = table(row("a", "b"), caption="Klein")
    large = table(*(row("a", "b") for _ in range(12)), caption="Groß")
    writer = at_desk(small, large)
    assert box_of(writer, 1).height() > 4 * box_of(writer, 0).height()
    assert box_of(writer, 1).width() == writer.view.width()


def test_a_figure_shows_its_image(at_desk: AtDesk) -> None:
    writer = at_desk(p("davor"))
    digest = writer.shelf.add_image(picture("#00ff00"))
    tools.insert_block(writer.view.loop, tools.new_figure(digest, "Ein grünes Feld", "Feld"), "Abbildung")
    box = box_of(writer, 1)
    writer.puts_caret(0)
    shown = writer.view.grab().toImage()
    assert shown.pixelColor(int(box.center().x()), int(box.top() + 40)) == QColor("#00ff00")
    assert box.height() > 310


def test_a_figure_has_room_for_its_caption(at_desk: AtDesk) -> None:
    writer = at_desk(figure("Karte"), figure("Karte des Kreises mit allen zehn Städten. " * 20))
    assert box_of(writer, 1).height() > box_of(writer, 0).height() + 100


def test_a_figure_whose_image_is_lost_says_so(at_desk: AtDesk) -> None:
    writer = at_desk(figure("Karte"))
    assert 100 < box_of(writer, 0).height() < 220
    assert not writer.view.grab().isNull()


def test_figures_go_to_another_concept_with_their_images(at_desk: AtDesk) -> None:
    first, second = at_desk(p("x")), at_desk(p("y"))
    digest = first.shelf.add_image(picture("#0000ff"))
    tools.insert_block(first.view.loop, tools.new_figure(digest), "Abbildung")
    first.view.selectAll()
    first.view.copy()
    second.view.moveCursor(QTextCursor.MoveOperation.End)
    second.view.paste()
    assert second.shelf.kept == first.shelf.kept
    assert second.text == "yx|[Figure]"


def test_captions_follow_the_number_of_their_table(in_room: Callable[..., Room]) -> None:
    room = in_room(doc(chapter("Ziele", table(row("a"), caption="Zahlen"), id="ziele")))
    room.view.show_section("ziele")
    text = room.text("Text")
    assert text._present_names() == ("Tabelle 1",)


def test_a_tip_opens_no_picture(tmp_path: Path) -> None:
    assert tip(f"<img src='{tmp_path}/bild.png'>") == f"<qt>&lt;img src=&#x27;{tmp_path}/bild.png&#x27;&gt;</qt>"


def test_a_long_table_is_cut_off_in_the_text_and_says_how_much_is_left(at_desk: AtDesk) -> None:
    long = table(*(row("a", "1") for _ in range(1000)))
    number = replace(long.columns[1], number=NumberFormat(0), total=Total.SUM)
    writer = at_desk(replace(long, columns=(long.columns[0], number)))
    shown, left_out = _beginning(writer.blocks[0])  # type: ignore[arg-type]  # a table
    assert (len(shown.rows), left_out) == (SHOWN_ROWS + 1, 970)
    assert plain(shown.rows[-1].cells[1].inlines) == "999"
    assert more_rows(left_out) == "… und 970 weitere Zeilen"
    assert box_of(writer, 0).height() < 1600


def test_a_table_of_thirty_rows_is_shown_whole_with_what_spans_them(at_desk: AtDesk) -> None:
    spanning = table(row(cell("a", down=40), "1"), *(row(str(at)) for at in range(39)), headers=(0, 0))
    shown, left_out = _beginning(spanning)
    assert (shown.rows[0].cells[0].row_span, left_out) == (SHOWN_ROWS, 10)
    small = table(*(row("a") for _ in range(SHOWN_ROWS)))
    assert _beginning(small) == (small, 0)


def halves() -> bytes:
    """Give an image whose left half is green and whose right half is blue."""
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    painter.fillRect(30, 0, 30, 30, QColor("#0000ff"))
    painter.end()
    return encoded(image)


def shown(writer: Writer, crop: Crop, width_mm: float = 0) -> tuple[QImage, QRectF]:
    """Put a figure of two halves into the text; give what is seen, and where it is."""
    digest = writer.shelf.add_image(halves())
    drawn = replace(tools.new_figure(digest, "Zwei Hälften"), crop=crop, width_mm=width_mm)
    tools.insert_block(writer.view.loop, drawn, "Abbildung")
    writer.puts_caret(0)
    return writer.view.grab().toImage(), box_of(writer, 1)


def test_what_is_cut_away_is_not_shown(at_desk: AtDesk) -> None:
    seen, box = shown(at_desk(p("davor")), Crop(right=0.5))
    line = [seen.pixelColor(x, int(box.top() + 200)).name() for x in range(4, int(box.width()) - 4, 8)]
    assert set(line) == {"#00ff00"}
    assert box.height() > 620


def test_a_width_in_mm_is_shown_in_proportion_to_the_paper(at_desk: AtDesk) -> None:
    seen, box = shown(at_desk(p("davor")), Crop(left=0.5), width_mm=82.5)
    middle = int(box.top() + 50)
    assert seen.pixelColor(300, middle) == QColor("#0000ff")
    assert seen.pixelColor(320, middle) != QColor("#0000ff")


def test_black_lines_on_nothing_are_seen_in_the_dark(at_desk: AtDesk) -> None:
    image = QImage(60, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    writer = at_desk(p("davor"))
    digest = writer.shelf.add_image(encoded(image))
    tools.insert_block(writer.view.loop, tools.new_figure(digest), "Abbildung")
    writer.puts_caret(0)
    writer.view.setStyleSheet("background: #22272b")
    box = box_of(writer, 1)
    assert writer.view.grab().toImage().pixelColor(100, int(box.top() + 40)) == QColor("#ffffff")


def test_what_only_decorates_lacks_no_description(at_desk: AtDesk) -> None:
    lacking, decorating = at_desk(figure("Karte")), at_desk(replace(figure("Karte"), decorative=True))
    assert box_of(decorating, 0).height() < box_of(lacking, 0).height()


def test_writing_a_note_of_a_table_draws_no_table_anew(at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    note = fn("Stand", id="n")
    writer = at_desk(table(row(cell("Köln", note, id="c"), "1"), caption="Orte", id="t"))
    box_of(writer, 0)
    drawn: list[str] = []
    build = Atoms._table

    def spied(atoms: Atoms, made: Table, width: float) -> object:
        drawn.append(made.id)
        return build(atoms, made, width)

    monkeypatch.setattr(Atoms, "_table", spied)
    writer.project.apply(ReplaceSpan(writer.address, "t", "c", 4, (note,), (fn("Neuer Stand", id="n"),)), "Tippen")
    writer.view.loop.refresh()
    assert "Neuer Stand" in str(writer.view.loop.shown)
    box_of(writer, 0)
    assert not drawn
    writer.project.apply(ReplaceSpan(writer.address, "t", "c", 0, (), (Text("Alt-"),)), "Tippen")
    writer.view.loop.refresh()
    box_of(writer, 0)
    assert drawn == ["t"]
