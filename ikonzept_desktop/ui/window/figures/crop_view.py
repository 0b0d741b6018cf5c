"""An image with the edges of what is shown of it, to be moved with the mouse or the keys."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ikonzept_desktop.model.cropping import LEAST, WHOLE, Crop
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.window.figures import texts

EDGES = ("left", "top", "right", "bottom")
_OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
_MARGIN = 10.0
_REACH = 9.0
"""px around an edge within which the mouse takes it."""
_HANDLE = 9.0
_STEP, _FINE_STEP = 0.01, 0.001
_KEYS = {
    Qt.Key.Key_Left: ("horizontal", -1),
    Qt.Key.Key_Right: ("horizontal", 1),
    Qt.Key.Key_Up: ("vertical", -1),
    Qt.Key.Key_Down: ("vertical", 1),
}


class CropView(QWidget):
    """Shows all of an image, shaded where it is cut away."""

    cropping = Signal(object)
    """The Crop while an edge is moved."""
    cropped = Signal(object)
    """The Crop when an edge has been moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._image = QImage()
        self._crop = WHOLE
        self._edges: frozenset[str] = frozenset()
        """Edges the mouse holds; all four where it moves the whole."""
        self._from = QPointF()
        self._before = WHOLE
        self.edge = "left"
        """The edge the keys move."""
        self.read_only = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)
        self.setAccessibleName(texts.CROP)
        self.setToolTip(texts.CROP_HELP)

    def sizeHint(self) -> QSize:
        """Ask for room in which an edge can be met."""
        return QSize(300, 190)

    def show_image(self, image: QImage, crop: Crop) -> None:
        """Show a whole image and what is cut away of it."""
        self._image = image
        self.show_crop(crop)

    def show_crop(self, crop: Crop) -> None:
        """Show what is cut away."""
        self._crop = crop
        self._describe()
        self.update()

    def crop(self) -> Crop:
        """Give what is cut away as it is shown."""
        return self._crop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose an edge with the space bar, move it with the arrows; the other keys are somebody else's."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._choose(EDGES[(EDGES.index(self.edge) + step) % len(EDGES)])
        elif key in _KEYS and not self.read_only and not event.modifiers() & ~_ALLOWED:
            self._step(*_KEYS[key], fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the edges under the mouse, or what they enclose."""
        if event.button() != Qt.MouseButton.LeftButton or self.read_only:
            return
        self._edges = self._met(event.position())
        self._from, self._before = event.position(), self._crop
        if len(self._edges) in {1, 2}:
            self._choose(next(edge for edge in EDGES if edge in self._edges))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what the mouse holds; else show what it could take."""
        if not self._edges:
            self._show_pointer(self._met(event.position()))
            return
        field = self._field()
        moved = event.position() - self._from
        by = {"left": moved.x() / field.width(), "top": moved.y() / field.height()}
        by["right"], by["bottom"] = -by["left"], -by["top"]
        self._set(moved_by(self._before, self._edges, by))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        held, self._edges = self._edges, frozenset()
        if held and self._crop != self._before:
            self.cropped.emit(self._crop)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which edge the keys move."""
        super().focusInEvent(event)
        self._describe()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image, the shade over what is cut away, and the handles."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        field = self._field()
        if self._image.isNull() or field.isEmpty():
            painter.setPen(theme.colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, texts.PREVIEW)
        else:
            painter.drawImage(field, self._image)
            self._paint_crop(painter, field)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))

    def _paint_crop(self, painter: QPainter, field: QRectF) -> None:
        kept = self._kept()
        shade = theme.colour("panel")
        shade.setAlphaF(0.78)
        for part in (
            QRectF(field.topLeft(), QPointF(field.right(), kept.top())),
            QRectF(QPointF(field.left(), kept.bottom()), field.bottomRight()),
            QRectF(QPointF(field.left(), kept.top()), QPointF(kept.left(), kept.bottom())),
            QRectF(QPointF(kept.right(), kept.top()), QPointF(field.right(), kept.bottom())),
        ):
            painter.fillRect(part, shade)
        painter.setPen(QPen(theme.colour("paper"), 3))
        painter.drawRect(kept)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.drawRect(kept)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 4))
            painter.drawLine(*_ends(kept, self.edge))
        painter.setPen(QPen(theme.colour("paper"), 1))
        painter.setBrush(theme.colour("accent"))
        for spot in _handles(kept) if not self.read_only else ():
            painter.drawRect(QRectF(spot.x() - _HANDLE / 2, spot.y() - _HANDLE / 2, _HANDLE, _HANDLE))

    def _field(self) -> QRectF:
        """Give where the whole image is drawn."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self._image.isNull() or room.isEmpty():
            return QRectF()
        size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        field = QRectF(QPointF(0, 0), size)
        field.moveCenter(room.center())
        return field

    def _kept(self) -> QRectF:
        """Give where what is left is drawn."""
        field, crop = self._field(), self._crop
        return field.adjusted(
            crop.left * field.width(),
            crop.top * field.height(),
            -crop.right * field.width(),
            -crop.bottom * field.height(),
        )

    def _met(self, at: QPointF) -> frozenset[str]:
        """Give the edges a point is at; all of them where it is within them; none outside."""
        kept = self._kept()
        if not kept.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at):
            return frozenset()
        near = {
            "left": abs(at.x() - kept.left()),
            "right": abs(at.x() - kept.right()),
            "top": abs(at.y() - kept.top()),
            "bottom": abs(at.y() - kept.bottom()),
        }
        found = {edge for edge, gap in near.items() if gap <= _REACH and gap <= near[_OPPOSITE[edge]]}
        return frozenset(found or EDGES)

    def _choose(self, edge: str) -> None:
        self.edge = edge
        self._describe()
        self.update()

    def _step(self, way: str, sign: int, *, fine: bool) -> None:
        """Move the chosen edge; where it lies across the arrow, choose the one the arrow points at."""
        across = "horizontal" if self.edge in {"left", "right"} else "vertical"
        if way != across:
            self._choose({("horizontal", -1): "left", ("horizontal", 1): "right", ("vertical", -1): "top"}.get(
                (way, sign), "bottom"
            ))  # fmt: skip
            return
        by = sign * (_FINE_STEP if fine else _STEP) * (1 if self.edge in {"left", "top"} else -1)
        before = self._crop
        self._set(moved_by(before, frozenset({self.edge}), {self.edge: by}))
        if self._crop != before:
            self.cropped.emit(self._crop)

    def _set(self, crop: Crop) -> None:
        if crop != self._crop:
            self.show_crop(crop)
            self.cropping.emit(crop)

    def _describe(self) -> None:
        self.setAccessibleDescription(texts.edge_at(self.edge, 100 * float(getattr(self._crop, self.edge))))

    def _show_pointer(self, edges: frozenset[str]) -> None:
        shapes = Qt.CursorShape
        if self.read_only or not edges:
            shape = shapes.ArrowCursor
        elif len(edges) > 2:
            shape = shapes.SizeAllCursor
        elif edges in ({"left", "top"}, {"right", "bottom"}):
            shape = shapes.SizeFDiagCursor
        elif len(edges) == 2:
            shape = shapes.SizeBDiagCursor
        else:
            shape = shapes.SizeHorCursor if edges & {"left", "right"} else shapes.SizeVerCursor
        self.setCursor(shape)


_ALLOWED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def moved_by(crop: Crop, edges: frozenset[str], by: dict[str, float]) -> Crop:
    """Give a crop whose edges were moved inwards by shares; together they slide and keep what is left as large."""
    shares = {edge: float(getattr(crop, edge)) for edge in EDGES}
    if len(edges) == len(EDGES):
        for edge in ("left", "top"):
            slack = min(max(by[edge], -shares[edge]), shares[_OPPOSITE[edge]])
            shares[edge] += slack
            shares[_OPPOSITE[edge]] -= slack
    else:
        for edge in edges:
            most = 1 - LEAST - shares[_OPPOSITE[edge]]
            shares[edge] = min(max(shares[edge] + by[edge], 0.0), most)
    return replace(crop, **{edge: round(share, 4) for edge, share in shares.items()})


def _ends(kept: QRectF, edge: str) -> tuple[QPointF, QPointF]:
    match edge:
        case "left":
            return kept.topLeft(), kept.bottomLeft()
        case "right":
            return kept.topRight(), kept.bottomRight()
        case "top":
            return kept.topLeft(), kept.topRight()
        case _:
            return kept.bottomLeft(), kept.bottomRight()


def _handles(kept: QRectF) -> list[QPointF]:
    centre = kept.center()
    return [
        *(kept.topLeft(), kept.topRight(), kept.bottomLeft(), kept.bottomRight()),
        *(QPointF(centre.x(), kept.top()), QPointF(centre.x(), kept.bottom())),
        *(QPointF(kept.left(), centre.y()), QPointF(kept.right(), centre.y())),
    ]
