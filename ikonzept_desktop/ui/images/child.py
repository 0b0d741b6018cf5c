"""What the child process does with a foreign image: it reads the one file it is told, and opens nothing else.

Pillow, lxml and Qt are imported there when they are needed; the window's own process only names the function.
"""

from pathlib import Path

from ikonzept_desktop.jobs import Report
from ikonzept_desktop.reading.images.kinds import ImageKind, kind_of
from ikonzept_desktop.reading.images.taken import (
    MOST_BYTES,
    ImageRefused,
    TakenImage,
    not_an_image,
    too_large,
    unreadable,
)
from ikonzept_desktop.reading.whole_file import Refusals, whole_file


def take_in(report: Report, source: Path | bytes, name: str) -> TakenImage:
    """Make an image of a file, or of these bytes, fit to be kept; raises ImageRefused, whose text is for the user."""
    data = whole_file(source, name, MOST_BYTES, _REFUSALS) if isinstance(source, Path) else source
    if len(data) > MOST_BYTES:
        raise too_large(name)
    kind = kind_of(data)
    if kind is None:
        raise not_an_image(name)
    report(0.2, name)
    try:
        return _draw(data, name) if kind is ImageKind.SVG else _take(data, name)
    except MemoryError as error:
        raise too_large(name) from error


def _take(data: bytes, name: str) -> TakenImage:
    from ikonzept_desktop.reading.images.raster import take

    return take(data, name)


def _draw(data: bytes, name: str) -> TakenImage:
    from ikonzept_desktop.reading.images.raster import as_png
    from ikonzept_desktop.reading.images.svg import sanitised
    from ikonzept_desktop.ui.images.drawing import drawn

    sheet = drawn(sanitised(data, name), name)
    return TakenImage(as_png(sheet), *sheet.size)


_REFUSALS = Refusals(not_an_image, too_large, unreadable)

__all__ = ["ImageRefused", "take_in"]
