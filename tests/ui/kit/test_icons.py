"""Icons are there, take their colour from the text, stay sharp, and differ by shape."""

import gc
import itertools

import pytest
from PIL import ImageChops
from PIL.IcoImagePlugin import IcoFile
from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QToolButton

from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.icons import app_icon, icon, set_icon, status_icon
from ikonzept_desktop.ui.kit.status_shapes import SHAPES
from ikonzept_desktop.ui.kit.theme import Scheme
from ikonzept_desktop.ui.kit.tokens import DARK, LIGHT
from tests.ui.kit.drawn_ico import SIZES, drawn
from tests.ui.kit.gallery import NIGHT_SKY, wear
from tests.ui.kit.looking import count, mask_of, on_white

DRAWINGS = sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != "app")
LETTERS = ("bold", "italic", "superscript", "subscript")


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_a_drawing_in_the_colour_of_the_text(name: str) -> None:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert QSvgRenderer(QByteArray(text.encode())).isValid()
    assert 'stroke="currentColor"' in text
    assert 'stroke-width="2"' in text
    assert "lucide-static" in text


@pytest.mark.parametrize("name", [*DRAWINGS, *LETTERS])
def test_an_icon_shows_something_within_its_square(name: str) -> None:
    covered = mask_of(icon(name), 32)
    assert len(covered) > 8
    assert not any(x in {0, 31} and y in {0, 31} for x, y in covered)


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("unicorn")


def test_an_icon_has_the_ink_of_the_text_or_of_its_token(light: QApplication) -> None:
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        theme.apply(light, scheme, high_contrast=False)
        assert count(on_white(icon("minus").pixmap(64, 64)), tokens["ink"]) > 20
        assert count(on_white(icon("minus", "green").pixmap(64, 64)), tokens["green"]) > 20


def test_what_cannot_be_used_is_pale() -> None:
    pale = on_white(icon("minus").pixmap(64, 64, QIcon.Mode.Disabled))
    assert count(pale, LIGHT["ink"]) == 0
    assert any(pale.pixelColor(x, 32) != QColor("white") for x in range(64))


def test_a_chosen_icon_takes_the_ink_of_what_is_on() -> None:
    on = icon("minus", "muted", on="accent").pixmap(64, 64, QIcon.Mode.Normal, QIcon.State.On)
    assert count(on_white(on), LIGHT["accent"]) > 20


def test_in_high_contrast_an_icon_on_a_chosen_row_has_the_ink_of_that_row(light: QApplication) -> None:
    theme.apply(light, high_contrast=True)
    wear(light, NIGHT_SKY)
    chosen = status_icon("diamond", "blue").pixmap(64, 64, QIcon.Mode.Selected)
    assert count(on_white(chosen), "#2B2B2B") > 100


def test_icons_are_drawn_anew_for_finer_screens() -> None:
    coarse = icon("list").pixmap(QRect(0, 0, 16, 16).size(), 1.0)
    fine = icon("list").pixmap(QRect(0, 0, 16, 16).size(), 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (32, 2.0)
    enlarged = coarse.toImage().scaled(32, 32)
    assert fine.toImage() != enlarged


def test_an_icon_painted_by_a_delegate_is_as_fine_as_the_screen() -> None:
    canvas = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.setDevicePixelRatio(1.5)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    icon("list").paint(painter, QRect(0, 0, 16, 16))
    painter.end()
    canvas.setDevicePixelRatio(1)
    assert canvas == icon("list").pixmap(24, 24).toImage().convertToFormat(canvas.format())


@pytest.mark.parametrize("rect", [QRect(0, 0, 0, 16), QRect(4, 4, 16, 0), QRect(0, 0, -3, 16)])
def test_where_there_is_no_room_an_icon_draws_nothing_and_complains_of_nothing(
    rect: QRect, capfd: pytest.CaptureFixture[str]
) -> None:
    canvas = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.white)
    untouched = canvas.copy()
    painter = QPainter(canvas)
    icon("list").paint(painter, rect)
    painter.end()
    assert canvas == untouched
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(SHAPES, 2)))
def test_states_differ_without_colour(one: str, other: str) -> None:
    first, second = mask_of(status_icon(one, "ink")), mask_of(status_icon(other, "ink"))
    assert len(first ^ second) > 25


def test_an_unknown_shape_is_an_error() -> None:
    with pytest.raises(ValueError, match="star"):
        status_icon("star", "ink")


def test_the_icon_of_windows_shows_the_drawing() -> None:
    with resource("icons", "app.ico").open("rb") as stream:
        ico = IcoFile(stream)
        assert ico.sizes() == {(size, size) for size in SIZES}
        for size in SIZES:
            difference = ImageChops.difference(ico.getimage((size, size)).convert("RGBA"), drawn(size))
            assert max(difference.tobytes()) <= 2, size


def test_the_programs_icon_keeps_its_colour_in_the_dark(light: QApplication) -> None:
    theme.apply(light, Scheme.DARK, high_contrast=False)
    assert count(on_white(app_icon().pixmap(64, 64)), LIGHT["accent"]) > 500


def test_icons_live_as_long_as_their_buttons(light: QApplication) -> None:
    buttons = [QToolButton() for _ in range(50)]
    for button in buttons:
        set_icon(button, "plus")
    gc.collect()
    pixmaps: list[QPixmap] = [button.icon().pixmap(16, 16) for button in buttons]
    assert all(pixmap.toImage() == pixmaps[0].toImage() for pixmap in pixmaps)
    assert not pixmaps[0].isNull()


def test_the_collector_frees_what_holds_an_icon_without_harm(light: QApplication) -> None:
    """It frees icon and engine in an order of its own; the window's own parts are held in circles like this one."""
    for name in ("plus", "asterisk", "link", "search", "info"):
        holder = {"icon": icon(name, "accent"), "state": status_icon(next(iter(SHAPES)), "amber")}
        holder["itself"] = holder  # type: ignore[assignment]  # a circle
        del holder
    gc.collect()
    assert not icon("plus", "accent").isNull()
    assert not icon("plus", "accent").pixmap(16, 16).isNull()


def test_the_licence_lies_beside_the_icons() -> None:
    text = resource("icons", "LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in text
    assert "Lucide" in text
