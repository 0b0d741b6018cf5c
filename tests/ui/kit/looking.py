"""Looking at what was painted: which colours, how much of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget


def image_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def count(image: QImage, colour: QColor | str) -> int:
    """Count the pixels of exactly this colour."""
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


def on_white(pixmap: QPixmap) -> QImage:
    """Put a pixmap on white, as an image."""
    image = QImage(pixmap.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    plain = QPixmap(pixmap)
    plain.setDevicePixelRatio(1)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, plain)
    painter.end()
    return image


def mask_of(icon: QIcon, size: int = 16) -> frozenset[tuple[int, int]]:
    """Give the pixels that an icon covers, whatever their colour."""
    image = icon.pixmap(size, size).toImage()
    return frozenset(
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).alpha() > 127
    )
