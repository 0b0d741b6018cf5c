"""What is kept from one layout to the next, so that the next one lays out only what changed.

Fonts with the words they have shaped, the lines of paragraphs, compressed pages and images, images as figures cut them,
and what the check of finished files has read. What is laid out with it is the same to the last byte as without it.
"""

from collections.abc import Callable, Hashable
from hashlib import blake2b

from ikonzept_desktop.export.pdf.composing import Composer, Line
from ikonzept_desktop.export.pdf.conformity.content import Scans
from ikonzept_desktop.export.pdf.document import Stream
from ikonzept_desktop.export.pdf.fonts import FontShelf
from ikonzept_desktop.export.pdf.keeping import Kept

MOST_LINES = 120_000
"""Lines of text that are kept: some 3,000 pages."""
MOST_WORDS = 150_000
"""Shaped words after which everything is begun anew."""
MOST_BYTES = 48 * 1024 * 1024
"""Of compressed pages and images, and again of images that figures cut."""


class Warmth:
    """What one process keeps between its layouts."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lines: Kept[list[Line]] = Kept(MOST_LINES, lambda lines: len(lines) + 1)
        self._streams: Kept[Stream] = Kept(MOST_BYTES, lambda stream: stream.size)
        self._cuts: Kept[bytes] = Kept(MOST_BYTES, len)
        self._composers: dict[str, Composer] = {}
        self.scans = Scans()
        """What the check of web files has read."""

    def turn(self) -> None:
        """A whole layout has ended: let go of what it did not need, and of fonts that have grown too large."""
        if sum(composer.shelf.size for composer in self._composers.values()) > MOST_WORDS:
            self._composers.clear()
            self._lines.turn()
        self._lines.turn()
        self._streams.turn()
        self._cuts.turn()

    def cut(self, picture: str, make: Callable[[], bytes]) -> bytes:
        """Give what is left of an image that a figure cuts, made once; see `shown_images`."""
        found = self._cuts.get(picture)
        if found is None:
            found = make()
            self._cuts.keep(picture, found)
        return found

    def composer(self, language: str) -> Composer:
        """Give what composes lines in a language."""
        found = self._composers.get(language)
        if found is None:
            found = self._composers[language] = Composer(FontShelf(), language, self._lines)
        return found

    def stream(self, key: Hashable, make: Callable[[], Stream]) -> Stream:
        """Give an image as it goes into files, made once."""
        found = self._streams.get(key)
        if found is None:
            found = make()
            self._streams.keep(key, found)
        return found.again()

    def page(self, data: bytes) -> Stream:
        """Give the contents of a page compressed; those of a page that did not change are at hand."""
        return self.stream(blake2b(data, digest_size=16).digest(), lambda: Stream(data))
