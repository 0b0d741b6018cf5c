"""Images of a foreign document as the store keeps them; in the child process alone, with Pillow.

A drawing (SVG, EMF, WMF) is not taken: to draw it takes more than this process has. Beside an SVG Word keeps an
image of pixels, which is the one that is read.
"""

from ikonzept_desktop.reading.images.taken import MOST_BYTES, ImageRefused

MOST_KEPT = 120 * 1024 * 1024
"""Bytes of all images of a document."""


class ImageKeeper:
    """Makes images fit to be kept, as long as there is room."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        """Have room for so many bytes of images as they will be kept."""
        self._room = most
        self._known: dict[bytes, bytes | None] = {}

    def __call__(self, data: bytes, name: str) -> bytes | None:
        """Give an image as PNG or JPEG; None where it is none, or there is no room for it."""
        if data not in self._known:
            self._known[data] = self._kept(data, name)
        return self._known[data]

    def _kept(self, data: bytes, name: str) -> bytes | None:
        from ikonzept_desktop.reading.images.raster import take

        if len(data) > min(MOST_BYTES, self._room):
            return None
        try:
            kept = take(data, name).data
        except (ImageRefused, MemoryError):
            return None
        if len(kept) > self._room:
            return None
        self._room -= len(kept)
        return kept
