"""Pages of a file of our own into pixels."""

import tempfile
from dataclasses import dataclass, field
from itertools import count
from typing import IO, Any

from ikonzept_desktop.export.pdf.looking import Pages

MOST_PIXELS = 24_000_000
"""Of one page; beyond it is shown a little less sharp."""
_names = count(1)


@dataclass(slots=True)
class Layout:
    """Pages that were laid out, in a file without a name."""

    pages: Pages = field(default_factory=Pages)
    file: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    state: tuple[int, bool] = (0, False)
    """The revision of the concept, and whether left and right pages mirror each other."""
    name: int = field(default_factory=lambda: next(_names))
    _open: Any = None

    def size(self) -> tuple[float, float]:
        """Give width and height of its pages, in pt."""
        width, height = self._document().get_page_size(0)
        return float(width), float(height)

    def token(self, page: int, scale: float) -> str:
        """Name the image of a page."""
        return f"{self.name}-{page}-{scale:.4f}"

    def drawn(self, page: int, scale: float) -> tuple[int, int, bytes]:
        """Give width, height and pixels of a page of the whole; see `PageImage.data`."""
        width, height = self.size()
        scale = min(scale, (MOST_PIXELS / (width * height)) ** 0.5)
        sheet = self._document()[page - self.pages.first]
        bitmap = sheet.render(scale=scale, may_draw_forms=False, prefer_bgrx=True)
        row = 4 * bitmap.width
        data = bytes(bitmap.buffer)
        if bitmap.stride != row:
            data = b"".join(data[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        found = (int(bitmap.width), int(bitmap.height), data)
        bitmap.close()
        sheet.close()
        return found

    def text(self, page: int) -> str:
        """Give the words of a page of the whole."""
        return str(self._document()[page - self.pages.first].get_textpage().get_text_range())

    def close(self) -> None:
        """Let the file go."""
        if self._open is not None:
            self._open.close()
            self._open = None
        self.file.close()

    def _document(self) -> Any:
        if self._open is None:
            from pypdfium2 import PdfDocument

            self.file.seek(0)
            self._open = PdfDocument(self.file)
        return self._open
