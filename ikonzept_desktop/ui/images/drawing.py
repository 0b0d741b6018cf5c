"""An SVG drawn by Qt, in the child process alone; imported there late, as Qt is started in the thread of the job."""

from PIL import Image
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ikonzept_desktop.paths import resource
from ikonzept_desktop.reading.images.taken import damaged

LONGER_SIDE = 3300
"""px: twice what 140 mm, and a third more than what the whole width of a page asks for in print."""
_FONTS = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "SourceSerif4-Regular")
_APP: list[QGuiApplication] = []


def drawn(svg: bytes, name: str) -> Image.Image:
    """Give the drawing on white, its longer side 3,300 px; raises ImageRefused where there is nothing to draw."""
    _begin()
    renderer = QSvgRenderer()
    if not renderer.load(QByteArray(svg)):
        raise damaged(name)
    size = renderer.viewBoxF().size()
    if size.isEmpty() or size.width() <= 0 or size.height() <= 0:
        size = renderer.defaultSize().toSizeF()
    if size.isEmpty():
        raise damaged(name)
    scale = LONGER_SIDE / max(size.width(), size.height())
    width, height = max(round(size.width() * scale), 1), max(round(size.height() * scale), 1)
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    flat = sheet.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombuffer("RGB", (width, height), bytes(flat.constBits()), "raw", "RGB", flat.bytesPerLine(), 1)


def _begin() -> None:
    """Start what of Qt draws letters; without a screen, and once."""
    if QGuiApplication.instance() is None:
        _APP.append(QGuiApplication(["ikonzept", "-platform", "offscreen"]))
        for font in _FONTS:
            QFontDatabase.addApplicationFont(str(resource("fonts", f"{font}.ttf")))
