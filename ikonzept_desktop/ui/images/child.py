"""What the child process does with a foreign image: it reads the one file it is told, and opens nothing else.

Pillow, lxml and Qt are imported there when they are needed; the window's own process only names the function.
"""

import stat
from pathlib import Path

from ikonzept_desktop.jobs import Report
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.reading.images.kinds import ImageKind, kind_of
from ikonzept_desktop.reading.images.taken import (
    MOST_BYTES,
    ImageRefused,
    TakenImage,
    not_an_image,
    too_large,
    unreadable,
)


def take_in(report: Report, source: Path | bytes, name: str) -> TakenImage:
    """Make an image of a file, or of these bytes, fit to be kept; raises ImageRefused, whose text is for the user."""
    data = _read(source, name) if isinstance(source, Path) else source
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


def _read(path: Path, name: str) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise not_an_image(name)
        if about.st_size > MOST_BYTES:
            raise too_large(name)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise unreadable(name, in_german(error)) from error
    except ValueError as error:  # a path with a NUL
        raise not_an_image(name) from error


def _take(data: bytes, name: str) -> TakenImage:
    from ikonzept_desktop.reading.images.raster import take

    return take(data, name)


def _draw(data: bytes, name: str) -> TakenImage:
    from ikonzept_desktop.reading.images.raster import as_png
    from ikonzept_desktop.reading.images.svg import sanitised
    from ikonzept_desktop.ui.images.drawing import drawn

    sheet = drawn(sanitised(data, name), name)
    return TakenImage(as_png(sheet), *sheet.size)


__all__ = ["ImageRefused", "take_in"]
