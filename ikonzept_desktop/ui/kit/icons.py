"""Icons that take the colour of the text they stand with, in every scheme and resolution."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.kit.fonts import text_font, ui_font
from ikonzept_desktop.ui.kit.look import colour, is_high_contrast
from ikonzept_desktop.ui.kit.status_shapes import SHAPES, draw_status

STROKE = "1.75"
SIZE = 16
"""px"""
_LETTERS = {"bold": "F", "italic": "K", "superscript": "x²", "subscript": "x₂"}
"""Icons of our own: letters, as German word processors have them."""


def icon(name: str, token: str = "", on: str = "") -> QIcon:
    """Give an icon by name, in the text's colour or in a token's, `on` where it is chosen.

    Raises FileNotFoundError for an unknown one.
    """
    if name not in _LETTERS:
        _svg(name)
    return _shared(name, token, on)


def set_icon(target: QAction | QAbstractButton, name: str) -> None:
    """Give an action or a button an icon that follows the scheme."""
    target.setIcon(icon(name))


def status_icon(shape: str, token: str) -> QIcon:
    """Give the shape of a section's state in a token's colour; raises ValueError for an unknown shape."""
    if shape not in SHAPES:
        raise ValueError(shape)
    return _shared(f"status:{shape}", token, "")


def app_icon() -> QIcon:
    """Give the program's own icon."""
    return _shared("app", "", "")


@cache
def _shared(name: str, token: str, on: str) -> QIcon:
    """Give one icon to all who ask for the same, and keep it for good.

    Icon and engine belong to each other on both sides of the binding: where Python's collector frees the engine first,
    the icon frees it once more, and the program ends.
    """
    return QIcon(_Engine(name, token, on))


class _Engine(QIconEngine):
    """Draws an icon anew for each size, mode and scheme it is asked for."""

    def __init__(self, name: str, token: str, on: str) -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._on = on

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token, self._on)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # a button that is squeezed to nothing while its row finds room
            return QPixmap()
        ink = self._ink(mode, state)
        key = f"ikonzept {self._name} {size.width()} {size.height()} {ink.name(QColor.NameFormat.HexArgb)}"
        if self._name.startswith("status:"):
            key += colour("panel").name()
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            _draw(painter, QRectF(QRect(QPoint(0, 0), size)), self._name, ink)
            painter.end()
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        pixmap = self.pixmap(QSize(side, side) * scale, mode, state)
        pixmap.setDevicePixelRatio(scale)
        spot = QRect(0, 0, side, side)
        spot.moveCenter(rect.center())
        painter.drawPixmap(spot.topLeft(), pixmap)

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode is QIcon.Mode.Disabled:
            return _faded(colour("muted"))
        if mode is QIcon.Mode.Selected and (not self._token or is_high_contrast()):
            return QApplication.palette().color(QPalette.ColorRole.HighlightedText)
        if state is QIcon.State.On:
            return colour(self._on or self._token or "on_soft")
        return colour(self._token) if self._token else QApplication.palette().color(QPalette.ColorRole.ButtonText)


def _faded(ink: QColor) -> QColor:
    ink.setAlphaF(0.55)
    return ink


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


def _draw(painter: QPainter, rect: QRectF, name: str, ink: QColor) -> None:
    if name in _LETTERS:
        _draw_letters(painter, rect, name, ink)
    elif name.startswith("status:"):
        draw_status(painter, rect, name.removeprefix("status:"), ink, colour("panel"))
    else:
        painter.setOpacity(ink.alphaF())
        renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", ink.name()).encode()))
        renderer.render(painter, rect)


def _draw_letters(painter: QPainter, rect: QRectF, name: str, ink: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    if name in {"bold", "italic"}:
        font = text_font(rect.height() * 0.95)
        font.setBold(True)
        font.setItalic(name == "italic")
    else:
        font = ui_font()
        font.setPixelSize(max(round(rect.height() * 0.85), 1))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, _LETTERS[name])
