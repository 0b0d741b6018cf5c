"""Controls are painted as the design has them: edges and rings that are seen, in every look."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSlider,
    QSpinBox,
    QStyle,
    QTabBar,
    QTableWidget,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.fonts import emphasised
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.kit.style import HEIGHT, ROW
from ikonzept_desktop.ui.kit.theme import Scheme
from ikonzept_desktop.ui.kit.tokens import DARK, LIGHT, contrast
from tests.ui.kit.gallery import NIGHT_SKY, Gallery, wear
from tests.ui.kit.looking import count, image_of, on_white


def text_field() -> QTextEdit:
    field = QTextEdit()
    field.setProperty("role", "field")
    field.setFixedHeight(60)
    return field


def tabs() -> QTabBar:
    made = QTabBar()
    made.addTab("Abschnitt")
    return made


def editable() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    return made


def tool() -> QToolButton:
    made = QToolButton()
    made.setText("x")
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def primary() -> QPushButton:
    made = QPushButton("Übernehmen")
    made.setProperty("primary", True)
    return made


FIELDS: dict[str, Callable[[], QWidget]] = {
    "line": QLineEdit,
    "text": text_field,
    "combo": QComboBox,
    "editable combo": editable,
    "number": QSpinBox,
    "date": lambda: QDateEdit(QDate(2015, 3, 20)),
    "button": lambda: QPushButton("Später"),
}


def flat() -> QPushButton:
    button = QPushButton("Liste leeren")
    button.setFlat(True)
    return button


FOCUSABLE = FIELDS | {
    "primary button": primary,
    "flat button": flat,
    "tool": tool,
    "check": lambda: QCheckBox("Nummer drucken"),
    "radio": lambda: QRadioButton("Web-PDF"),
    "tabs": tabs,
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
}


Show = Callable[[QWidget], None]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows a control in a window beside another one that has the keyboard."""
    windows: list[QWidget] = []

    def show(control: QWidget) -> None:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        row = QHBoxLayout(window)
        other = QPushButton("Anderes")
        row.addWidget(other)
        row.addWidget(control)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        other.setFocus()

    return show


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize(("scheme", "tokens"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)], ids=["light", "dark"])
def test_a_field_has_an_edge_that_is_seen(
    light: QApplication, show: Show, kind: str, scheme: Scheme, tokens: dict[str, str]
) -> None:
    theme.apply(light, scheme, high_contrast=False)
    control = FIELDS[kind]()
    show(control)
    image = image_of(control)
    middle = image.pixelColor(0, image.height() // 2).name()
    assert contrast(middle, tokens["panel"]) >= 3.0
    assert contrast(middle, tokens["paper"]) >= 3.0


@pytest.mark.parametrize("kind", [kind for kind in FOCUSABLE if kind != "primary button"])
def test_the_keyboard_is_seen_as_a_ring_of_2_px(show: Show, kind: str) -> None:
    control = FOCUSABLE[kind]()
    show(control)
    before = count(image_of(control), LIGHT["accent"])
    control.setFocus(Qt.FocusReason.TabFocusReason)
    after = image_of(control)
    # The ring around a label, a tab or a tool is smaller than the control.
    least = 3 if kind in FIELDS else 1
    assert count(after, LIGHT["accent"]) - before > least * (control.width() + control.height())


def test_the_ring_around_the_primary_button_is_parted_from_it_by_a_gap(show: Show) -> None:
    button = primary()
    show(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    image = image_of(button)
    colours = [image.pixelColor(x, image.height() // 2).name().upper() for x in (0, 1, 2, 3)]
    assert colours == [LIGHT["accent"], LIGHT["accent"], LIGHT["panel"], LIGHT["accent"]]


@pytest.mark.parametrize("kind", ["line", "combo", "editable combo", "number", "date", "button"])
def test_controls_have_the_height_of_the_design(qtbot: QtBot, kind: str) -> None:
    assert HEIGHT <= FIELDS[kind]().sizeHint().height() <= 30


@pytest.mark.parametrize(("mark", "token"), [("wrong", "red"), ("missing", "amber")])
def test_what_is_wrong_or_missing_has_an_edge_of_its_colour(show: Show, mark: str, token: str) -> None:
    line = QLineEdit()
    line.setProperty(mark, True)
    show(line)
    assert count(image_of(line), LIGHT[token]) > line.width()


def test_the_line_inside_a_number_field_has_no_edge_of_its_own(show: Show) -> None:
    number = QSpinBox()
    show(number)
    assert count(image_of(number.lineEdit()), LIGHT["border"]) == 0


def test_only_the_primary_button_is_filled_and_not_while_it_cannot_be_pressed(show: Show) -> None:
    button, other = primary(), QPushButton("Später")
    for each in (button, other):
        show(each)
    area = button.width() * button.height()
    assert count(image_of(button), LIGHT["accent"]) > area / 2
    assert count(image_of(other), LIGHT["accent"]) == 0
    button.setEnabled(False)
    assert count(image_of(button), LIGHT["accent"]) == 0


def test_a_tick_is_seen_on_the_accent(show: Show) -> None:
    box = QCheckBox("Im Inhaltsverzeichnis")
    show(box)
    assert count(image_of(box), LIGHT["accent"]) == 0
    box.setChecked(True)
    assert count(image_of(box), LIGHT["accent"]) > 100
    assert count(image_of(box), LIGHT["on_accent"]) > 5


def test_the_chosen_tab_alone_is_underlined(show: Show) -> None:
    bar = tabs()
    bar.addTab("Befunde")
    show(bar)
    image = image_of(bar)
    first, second = bar.tabRect(0), bar.tabRect(1)
    assert image.pixelColor(first.center().x(), first.bottom() - 1).name().upper() == LIGHT["accent"]
    assert image.pixelColor(second.center().x(), second.bottom() - 1).name().upper() != LIGHT["accent"]


def test_the_chosen_row_is_soft_with_a_bar_and_keeps_the_bar_when_the_keyboard_is_elsewhere(show: Show) -> None:
    rows = QListWidget()
    rows.addItems(["Eins", "Zwei"])
    rows.setCurrentRow(1)
    show(rows)
    image = image_of(rows.viewport())
    row = rows.visualItemRect(rows.item(1))
    assert [image.pixelColor(x, row.center().y()).name().upper() for x in (0, 2, 3)] == [
        LIGHT["accent"],
        LIGHT["accent"],
        LIGHT["soft"],
    ]
    assert row.height() >= ROW


def test_the_row_of_a_tree_is_soft_from_edge_to_edge(show: Show) -> None:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    top = QTreeWidgetItem(["Kapitel"])
    top.addChild(QTreeWidgetItem(["Abschnitt"]))
    tree.addTopLevelItem(top)
    tree.expandAll()
    tree.setCurrentItem(top.child(0))
    show(tree)
    image = image_of(tree.viewport())
    y = tree.visualItemRect(top.child(0)).center().y()
    colours = [image.pixelColor(x, y).name().upper() for x in (0, 2, 3, 15, image.width() - 1)]
    assert colours == [LIGHT["accent"]] * 2 + [LIGHT["soft"]] * 3


@pytest.mark.parametrize(("value", "share"), [(0, 0.0), (50, 0.5), (100, 1.0)])
def test_a_bar_is_filled_as_far_as_it_says(show: Show, value: int, share: float) -> None:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setFixedSize(200, 8)
    bar.setValue(value)
    show(bar)
    image = image_of(bar)
    filled = sum(image.pixelColor(x, 4).name().upper() == LIGHT["accent"] for x in range(200))
    assert filled == pytest.approx(200 * share, abs=3)


def test_a_scroll_bar_goes_where_its_handle_is_drawn(show: Show) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 300)
    bar.setPageStep(100)
    bar.setFixedHeight(400)
    show(bar)
    ink = image_of(bar)
    rows = [y for y in range(400) if ink.pixelColor(6, y).name().upper() == LIGHT["border"]]
    assert rows[0] <= 2
    assert 97 <= rows[-1] <= 99
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 390))
    assert bar.value() == 100
    bar.setValue(300)
    ink = image_of(bar)
    assert ink.pixelColor(6, 390).name().upper() == LIGHT["border"]
    assert ink.pixelColor(6, 10).name().upper() != LIGHT["border"]


def test_a_long_text_leaves_a_handle_that_can_be_met(show: Show) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 1_000_000)
    bar.setPageStep(10)
    bar.setFixedHeight(400)
    show(bar)
    ink = image_of(bar)
    assert sum(ink.pixelColor(6, y).name().upper() == LIGHT["border"] for y in range(400)) >= 28


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_whole_kit_is_painted_in_every_look_without_complaint(light: QApplication, qtbot: QtBot, look: str) -> None:
    theme.apply(light, Scheme.DARK if look == "dark" else Scheme.LIGHT, high_contrast=look == "contrast")
    if look == "contrast":
        wear(light, NIGHT_SKY)
    sheet = Gallery()
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.grab().width() > 0


def test_high_contrast_paints_with_the_systems_colours_alone(light: QApplication, qtbot: QtBot) -> None:
    theme.apply(light, high_contrast=True)
    two = dict.fromkeys(NIGHT_SKY, "#FFFFFF")
    grounds = (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button)
    wear(light, two | dict.fromkeys(grounds, "#000000") | {QPalette.ColorRole.HighlightedText: "#000000"})
    sheet = Gallery()
    qtbot.addWidget(sheet)
    sheet.resize(1440, 820)
    sheet.show()
    image = image_of(sheet)
    tinted = [
        (x, y)
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
        if image.pixelColor(x, y).hsvSaturation() > 8
    ]
    assert tinted == []


def test_the_head_of_a_table_is_flat(show: Show) -> None:
    table = QTableWidget(1, 2)
    show(table)
    head = table.horizontalHeader().viewport()
    image = image_of(head)
    colours = {image.pixelColor(5, y).name().upper() for y in range(2, head.height() - 1)}
    assert colours == {LIGHT["panel"]}


def test_messages_bear_the_icons_of_the_kit_in_the_colour_of_what_they_mean(light: QApplication) -> None:
    for which, token in (
        (QStyle.StandardPixmap.SP_MessageBoxWarning, "amber"),
        (QStyle.StandardPixmap.SP_MessageBoxCritical, "red"),
    ):
        assert count(on_white(light.style().standardIcon(which).pixmap(64, 64)), LIGHT[token]) > 100


def test_where_two_scroll_bars_meet_is_the_ground_of_the_text(show: Show) -> None:
    field = QTextEdit()
    field.setFixedSize(200, 120)
    field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    show(field)
    assert image_of(field).pixelColor(193, 113).name().upper() == LIGHT["paper"]


def test_a_segment_has_room_for_its_words_when_it_is_on(show: Show) -> None:
    segments = Segments("Ansicht", [Choice("side", "Nebeneinander"), Choice("text", "Im Text")])
    show(segments)
    button = segments.findChildren(QToolButton)[0]
    words = QFontMetrics(emphasised(button.font())).horizontalAdvance("Nebeneinander")
    assert button.sizeHint().width() >= words + 16


@pytest.mark.parametrize("shape", [QFrame.Shape.HLine, QFrame.Shape.VLine])
def test_a_line_between_two_things_is_quiet(show: Show, shape: QFrame.Shape) -> None:
    line = QFrame()
    line.setFrameShape(shape)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setFixedSize(40, 40)
    show(line)
    image = image_of(line)
    assert count(image, LIGHT["line"]) == 40
    assert count(image, LIGHT["panel"]) == 40 * 39


def test_in_high_contrast_the_ring_on_a_chosen_row_stands_out_from_it(light: QApplication, show: Show) -> None:
    theme.apply(light, high_contrast=True)
    wear(light, NIGHT_SKY)
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setAllColumnsShowFocus(True)
    chapter = QTreeWidgetItem(["Kapitel"])
    tree.addTopLevelItem(chapter)
    tree.setCurrentItem(chapter)
    show(tree)
    before = count(image_of(tree), NIGHT_SKY[QPalette.ColorRole.HighlightedText])
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    after = count(image_of(tree), NIGHT_SKY[QPalette.ColorRole.HighlightedText])
    assert after - before > 2 * tree.viewport().width()


def test_a_ticked_icon_in_a_menu_has_a_ground_of_its_own(light: QApplication) -> None:
    menu = QMenu()
    for name in ("list", "table"):
        action = menu.addAction(icon(name), name)
        action.setCheckable(True)
        action.setChecked(name == "list")
    menu.adjustSize()
    shown = menu.grab().toImage()
    grounds = [count(shown.copy(menu.actionGeometry(action)), LIGHT["soft"]) for action in menu.actions()]
    assert grounds[0] > 100
    assert grounds[1] == 0
