"""Icons that take the colour of the text they stand with, in every scheme and resolution."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QIconEngine, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.kit import theme

STROKE = "1.75"
_LETTERS = {"bold": "F", "italic": "K"}


def icon(name: str, token: str = "") -> QIcon:
    """Give an icon by name, in the text's colour or in a token's; raises FileNotFoundError for an unknown one."""
    if name not in _LETTERS:
        _svg(name)
    return QIcon(_Engine(name, token))


def set_icon(target: QAction | QAbstractButton, name: str) -> None:
    """Give an action or a button an icon that follows the scheme."""
    target.setIcon(icon(name))


def status_icon(shape: str, token: str) -> QIcon:
    """Give the shape of a section's state: ring, half, diamond, tick or lock, in a token's colour."""
    return QIcon(_Engine(f"status:{shape}", token))


def app_icon() -> QIcon:
    """Give the program's own icon."""
    return QIcon(str(resource("icons", "app.svg")))


class _Engine(QIconEngine):
    """Draws an icon anew for each size, mode and scheme it is asked for."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        _draw(painter, QRectF(rect), self._name, self._colour(mode))
        painter.restore()

    def _colour(self, mode: QIcon.Mode) -> QColor:
        if mode is QIcon.Mode.Disabled:
            muted = theme.colour("muted")
            muted.setAlphaF(0.55)
            return muted
        if self._token:
            return theme.colour(self._token)
        return QApplication.palette().color(QPalette.ColorRole.ButtonText)


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    return (
        resource("icons", f"{name}.svg")
        .read_text(encoding="utf-8")
        .replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    )


def _draw(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    if name in _LETTERS:
        _draw_letter(painter, rect, name, colour)
    elif name.startswith("status:"):
        _draw_status(painter, rect, name.removeprefix("status:"), colour)
    else:
        drawing = _svg(name).replace("currentColor", colour.name())
        painter.setOpacity(colour.alphaF())
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, rect)


def _draw_letter(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    font = QFont("Source Serif 4")
    font.setPixelSize(max(round(rect.height() * 0.95), 1))
    font.setBold(name == "bold")
    font.setItalic(name == "italic")
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _LETTERS[name])


def _draw_status(painter: QPainter, rect: QRectF, shape: str, colour: QColor) -> None:
    side = min(rect.width(), rect.height())
    spot = QRectF(0, 0, side * 0.72, side * 0.72)
    spot.moveCenter(rect.center())
    pen = QPen(colour, side * 0.1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match shape:
        case "half":
            painter.drawEllipse(spot)
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPie(spot, 90 * 16, 180 * 16)
        case "diamond":
            painter.setBrush(colour)
            painter.drawPolygon(_diamond(spot))
        case "tick":
            painter.setBrush(colour)
            painter.drawEllipse(spot)
            painter.setPen(QPen(theme.colour("panel"), side * 0.11))
            painter.drawPath(_tick(spot))
        case "lock":
            _draw_lock(painter, spot, colour, side)
        case _:
            painter.drawEllipse(spot)


def _diamond(spot: QRectF) -> list[QPointF]:
    centre = spot.center()
    return [
        QPointF(centre.x(), spot.top()),
        QPointF(spot.right(), centre.y()),
        QPointF(centre.x(), spot.bottom()),
        QPointF(spot.left(), centre.y()),
    ]


def _tick(spot: QRectF) -> QPainterPath:
    path = QPainterPath(QPointF(spot.left() + spot.width() * 0.27, spot.top() + spot.height() * 0.52))
    path.lineTo(spot.left() + spot.width() * 0.44, spot.top() + spot.height() * 0.69)
    path.lineTo(spot.left() + spot.width() * 0.74, spot.top() + spot.height() * 0.34)
    return path


def _draw_lock(painter: QPainter, spot: QRectF, colour: QColor, side: float) -> None:
    body = QRectF(spot.left(), spot.center().y() - side * 0.04, spot.width(), spot.height() / 2 + side * 0.04)
    shackle = QRectF(spot.left() + spot.width() * 0.22, spot.top(), spot.width() * 0.56, spot.height() * 0.8)
    painter.drawArc(shackle, 0, 180 * 16)
    painter.setBrush(colour)
    painter.drawRoundedRect(body, side * 0.06, side * 0.06)
