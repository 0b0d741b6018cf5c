"""The program's icon for Windows, drawn from resources/icons/app.svg.

`python -m tests.ui.kit.drawn_ico` writes resources/icons/app.ico anew after the drawing was changed.
"""

import io
import os
import struct

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from ikonzept_desktop.paths import resource

SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""px: what Windows asks for at 100 to 250 %, and the large tile"""
_HEAD = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def drawn(size: int) -> Image.Image:
    """Draw the icon in a size. px"""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resource("icons", "app.svg"))).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def ico_bytes() -> bytes:
    """Pack all sizes: the small ones as bitmaps, which every reader takes, the large one as PNG."""
    frames = [_payload(drawn(size), png=size == 256) for size in SIZES]
    offset = _HEAD.size + _ENTRY.size * len(frames)
    entries = b""
    for size, frame in zip(SIZES, frames, strict=True):
        entries += _ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(frame), offset)
        offset += len(frame)
    return _HEAD.pack(0, 1, len(frames)) + entries + b"".join(frames)


def _payload(image: Image.Image, *, png: bool) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "ICO", sizes=[image.size], bitmap_format="png" if png else "bmp")
    return stream.getvalue()[_HEAD.size + _ENTRY.size :]


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    resource("icons", "app.ico").write_bytes(ico_bytes())
