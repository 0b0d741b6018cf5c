"""The overview on paper: what stands on its pages, found by a judge from outside."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.window.overview import print_texts as texts
from ikonzept_desktop.ui.window.overview.columns import Column
from ikonzept_desktop.ui.window.overview.print_dialog import PrintDialog
from ikonzept_desktop.ui.window.overview.printing import sheet_of
from tests.builders import chapter
from tests.ui.window.overview.desk import Desk, concept

WHITE = 0xFFFFFFFF


def printed(path: Path) -> list[str]:
    """Give the text of each page."""
    told = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    return told.split("\f")[:-1]


def long() -> Document:
    known = concept()
    more = tuple(chapter(f"Kapitel {n:03}") for n in range(100))
    return replace(known, sections=(*known.sections, *more))


def dialog_on(desk: Desk, qtbot: QtBot) -> PrintDialog:
    dialog = PrintDialog(sheet_of(desk.page, desk.session), Path("Konzept.ikonzept"))
    qtbot.addWidget(dialog)
    return dialog


def test_the_list_is_printed_as_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot)
    desk.page.table.sort_by(Column.TITLE)
    desk.page.filters.words.setText("b")
    assert dialog_on(desk, qtbot).write_pdf(tmp_path / "Liste.pdf")
    (page,) = printed(tmp_path / "Liste.pdf")
    assert page.index("Ausblick") < page.index("Bilanz")
    assert "Einleitung" not in page
    assert "2 von 3 Abschnitten" in page
    assert "sortiert nach Abschnitt" in page
    assert "Seite 1 von 1" in page
    assert "12.03.2015" in page


def test_what_is_late_says_so_and_sums_stand_below(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot)
    dialog_on(desk, qtbot).write_pdf(tmp_path / "Liste.pdf")
    (page,) = printed(tmp_path / "Liste.pdf")
    assert "06.03.2015, überfällig" in page
    assert "erledigt" in page
    assert "8 von 6 Wörtern" in page


def test_every_page_has_the_heads_and_its_number(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, document=long())
    dialog = dialog_on(desk, qtbot)
    dialog.format.choose("portrait")
    dialog.write_pdf(tmp_path / "Liste.pdf")
    pages = printed(tmp_path / "Liste.pdf")
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "Verantwortlich" in page
        assert f"Seite {number} von {len(pages)}" in page
    text = "".join(pages)
    assert all(text.count(f"Kapitel {n:03}") == 1 for n in range(100))


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left_there(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_on(Desk(qtbot), qtbot)
    assert not dialog.write_pdf(tmp_path / "fehlt" / "Liste.pdf")
    assert list(tmp_path.iterdir()) == []


def test_without_a_printer_it_says_so_and_offers_the_pdf(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "defaultPrinter", staticmethod(QPrinterInfo))
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))
    dialog = dialog_on(Desk(qtbot), qtbot)
    dialog.paper.click()
    assert texts.NO_PRINTER in [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.pdf.isEnabled()


def test_the_preview_of_a_dark_window_is_black_on_white(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.DARK)
    try:
        dialog = dialog_on(Desk(qtbot), qtbot)
        dialog.resize(1200, 900)
        dialog.show()
        qtbot.waitExposed(dialog)
        preview = dialog.findChild(QPrintPreviewWidget)
        assert preview is not None
        image = preview.grab().toImage()
    finally:
        theme.apply(qapp, theme.Scheme.LIGHT)
    paper = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == WHITE]
    top, left = min(y for _, y in paper), min(x for x, _ in paper)
    title = image.copy(left, top, (max(x for x, _ in paper) - left) // 2, image.height() // 9)
    shades = {title.pixelColor(x, y).lightness() for x in range(title.width()) for y in range(title.height())}
    assert min(shades) < 40  # what stands below the title is grey
