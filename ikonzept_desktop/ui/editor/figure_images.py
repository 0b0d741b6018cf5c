"""The images of figures made ready for the screen: as much of them as is shown, no finer than it is shown."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from ikonzept_desktop.model.cropping import WHOLE, Crop, box_of, size_of
from ikonzept_desktop.model.store.errors import NoImage
from ikonzept_desktop.ui.editor.clipboard import Images

_KEPT = 24
_ON_ITS_SIDE = QImageIOHandler.Transformation.TransformationRotate90


class FigureImages:
    """The images of one view; those shown last stay ready."""

    def __init__(self, images: Images) -> None:
        """Take the bytes from where the concept keeps them."""
        self._images = images
        self._sizes: dict[str, QSize] = {}
        self._ready: OrderedDict[tuple[str, Crop, int], QImage] = OrderedDict()

    def size(self, digest: str, crop: Crop = WHOLE) -> QSize:
        """Give how large an image is when it is cut like that, in its own px; nothing for one that is lost."""
        if digest not in self._sizes:
            reader = self._reader(digest)
            self._sizes[digest] = QSize() if reader is None else _upright(reader)
        size = self._sizes[digest]
        return QSize(*size_of(crop, size.width(), size.height())) if not size.isEmpty() else QSize()

    def image(self, digest: str, crop: Crop, width: int) -> QImage:
        """Give an image cut like that, about as many px wide or less; a null one where it cannot be shown."""
        key = (digest, crop, width)
        if key not in self._ready:
            self._ready[key] = self._made(digest, crop, width)
            if len(self._ready) > _KEPT:
                self._ready.popitem(last=False)
        self._ready.move_to_end(key)
        return self._ready[key]

    def _made(self, digest: str, crop: Crop, width: int) -> QImage:
        reader, size = self._reader(digest), self.size(digest)
        if reader is None or size.isEmpty():
            return QImage()
        scale = min(width / (crop.width * size.width()), 1.0)
        wanted = QSize(max(round(size.width() * scale), 1), max(round(size.height() * scale), 1))
        reader.setScaledSize(wanted.transposed() if _lies(reader) else wanted)
        image = reader.read()
        if crop != WHOLE and not image.isNull():
            left, top, right, bottom = box_of(crop, image.width(), image.height())
            image = image.copy(QRect(left, top, right - left, bottom - top))
        return _on_white(image) if image.hasAlphaChannel() else image

    def _reader(self, digest: str) -> QImageReader | None:
        try:
            data = self._images.image(digest)
        except NoImage:
            return None
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = _OwningReader(buffer)
        reader.setAutoTransform(True)
        return reader


class _OwningReader(QImageReader):
    """A reader that keeps the bytes it reads from."""

    def __init__(self, buffer: QBuffer) -> None:
        super().__init__(buffer)
        self._buffer = buffer


def _lies(reader: QImageReader) -> bool:
    return bool(reader.transformation().value & _ON_ITS_SIDE.value)


def _upright(reader: QImageReader) -> QSize:
    size = reader.size()
    return size.transposed() if _lies(reader) else size


def _on_white(image: QImage) -> QImage:
    """Lay an image with transparent parts on white, as it is printed: black lines would be lost on a dark ground."""
    sheet = QImage(image.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    return sheet
