"""Images that come with the clipboard or the mouse: named here and opened elsewhere, but for what leads away."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from ikonzept_desktop.values import dataclass

CLIPBOARD = "Das Bild aus der Zwischenablage"
_FORMATS = (
    *("image/png", "image/jpeg", "image/tiff", "image/svg+xml", "image/webp", "image/gif", "image/bmp"),
    *('application/x-qt-windows-mime;value="PNG"', 'application/x-qt-windows-mime;value="JFIF"'),
)
"""The bytes other programs hand over, the best first; the last two are what Windows programs call theirs."""
_BITMAP = "application/x-qt-image"
"""An image that Qt has at hand: the bitmap of a Windows program, or one of this program's own."""


@dataclass(frozen=True, slots=True)
class Source:
    """An image from outside: a file, or bytes from the clipboard."""

    content: Path | bytes
    name: str
    """What the user knows it by."""

    @property
    def is_pdf(self) -> bool:
        """Whether it is called a PDF: what it is in truth, whoever opens it finds out."""
        return isinstance(self.content, Path) and self.content.suffix.lower() == ".pdf"


@dataclass(frozen=True, slots=True)
class Offer:
    """What was pasted or dropped: files and bytes that may be images, and names of files on paths into the net."""

    sources: tuple[Source, ...]
    remote: tuple[str, ...] = ()
    """Not opened: a page of the web may put such a path into the clipboard, and Windows would log in there."""


def offers_images(data: QMimeData) -> bool:
    """Tell whether there are images, or files, and no words that are meant instead."""
    if any(url.isLocalFile() for url in data.urls()):
        return True
    return not data.text().strip() and any(map(data.hasFormat, (*_FORMATS, _BITMAP)))


def offer_of(data: QMimeData) -> Offer:
    """Give the images that are offered; nothing is opened for it."""
    files = [url for url in data.urls() if url.isLocalFile()]
    if files:
        near = tuple(_file(url) for url in files if not _leads_away(url))
        return Offer(near, tuple(url.fileName() or url.host() for url in files if _leads_away(url)))
    known = next((name for name in _FORMATS if data.hasFormat(name)), "")
    content = bytes(data.data(known).data()) if known else _png_of(data)
    return Offer((Source(content, CLIPBOARD),) if content else ())


def _file(url: QUrl) -> Source:
    path = Path(url.toLocalFile())
    return Source(path, path.name)


def _leads_away(url: QUrl) -> bool:
    return url.toLocalFile().startswith(("//", "\\\\"))  # Qt writes a host so, too


def _png_of(data: QMimeData) -> bytes:
    image = data.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # it takes a name, whatever its stub says
    return bytes(written.data())
