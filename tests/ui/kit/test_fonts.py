"""The shipped type is there, with its licences, in the steps of the design."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.fonts import _is_chosen


@pytest.mark.parametrize("step", [fonts.TITLE, fonts.HEADING, fonts.CHAPTER_TEXT, fonts.FIELD_TEXT, fonts.FORM_TEXT])
def test_the_text_is_set_in_source_serif(step: fonts.Step) -> None:
    info = QFontInfo(fonts.step_font(step))
    assert (info.family(), info.pixelSize(), info.weight() > QFont.Weight.Normal) == (
        "Source Serif 4",
        step.size,
        step.strong,
    )


def test_the_text_comes_with_the_program_not_from_the_system(light: QApplication) -> None:
    assert all("Source Serif 4" in QFontDatabase.applicationFontFamilies(number) for number in range(6))


def test_zoom_enlarges_the_text_and_its_lines_alone() -> None:
    assert fonts.step_font(fonts.CHAPTER_TEXT, 2).pixelSize() == 36
    assert fonts.step_line(fonts.CHAPTER_TEXT, 1.5) == 42
    assert fonts.ui_font().pixelSize() == 13


def test_bold_and_italic_are_faces_of_their_own() -> None:
    widths = set()
    for bold, italic in ((False, False), (True, False), (False, True), (True, True)):
        font = fonts.text_font(100)
        font.setBold(bold)
        font.setItalic(italic)
        widths.add(QFontMetricsF(font).horizontalAdvance("Handgloves"))
    assert len(widths) == 4


@pytest.mark.parametrize("font", ["ui", "text"])
def test_tabular_figures_are_equally_wide(font: str, light: QApplication) -> None:
    plain = fonts.ui_font(40) if font == "ui" else fonts.text_font(40)
    table = fonts.tabular(plain)
    metrics = QFontMetricsF(table)
    assert table.isFeatureSet(QFont.Tag("tnum"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_without_a_screen_the_tools_are_set_in_noto_sans(light: QApplication) -> None:
    assert QFontInfo(light.font()).family() == "Noto Sans"
    assert QFontInfo(fonts.small_font()).pixelSize() == 12
    assert QFontInfo(fonts.ui_font(strong=True)).weight() == QFont.Weight.DemiBold


@pytest.mark.parametrize(
    ("platform", "named", "found", "chosen"),
    [
        ("windows", "Segoe UI", "Segoe UI", True),
        ("xcb", "Cantarell", "Cantarell", True),
        ("xcb", "Sans Serif", "DejaVu Sans", False),
        ("xcb", "Sans Serif", "Noto Sans", True),
        ("xcb", "", "", False),
        ("offscreen", "Segoe UI", "Segoe UI", False),
    ],
)
def test_the_systems_font_is_taken_where_somebody_chose_one(
    platform: str, named: str, found: str, chosen: bool
) -> None:
    assert _is_chosen(platform, named, found) is chosen


def test_larger_type_of_the_system_enlarges_the_small_type_too(light: QApplication) -> None:
    before = light.font()
    larger = QFont(before)
    larger.setPointSizeF(18)
    light.setFont(larger)
    try:
        assert fonts.small_font().pointSizeF() == pytest.approx(18 * 12 / 13)
    finally:
        light.setFont(before)


@pytest.mark.parametrize("family", ["SourceSerif4", "SourceSans3", "NotoSans", "NotoNaskhArabic"])
def test_every_family_has_its_licence_beside_it(family: str) -> None:
    assert list(resource("fonts").glob(f"{family}-*.ttf"))
    assert "SIL OPEN FONT LICENSE" in resource("fonts", f"OFL-{family}.txt").read_text(encoding="utf-8").upper()
