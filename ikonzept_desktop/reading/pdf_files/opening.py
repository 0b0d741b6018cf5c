"""A foreign PDF opened within limits."""

import io

import pikepdf

from ikonzept_desktop.model.page_choice import MOST_PAGES
from ikonzept_desktop.reading.pdf_files.taken import (
    MOST_BYTES,
    damaged,
    empty,
    locked,
    not_a_pdf,
    only_a_form,
    too_large,
)

_HEAD = 1024
"""Bytes within which a PDF says that it is one (ISO 32000-1, Annex H.3)."""
_LONGEST = 14_400.0
"""pt: the longest side a page may have (ISO 32000-1, Annex C)."""
BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError)
"""What pikepdf raises for damaged files."""


def open_pdf(data: bytes, name: str) -> pikepdf.Pdf:
    """Open the bytes of a PDF, mended where that is possible; raises PdfRefused."""
    if len(data) > MOST_BYTES:
        raise too_large(name)
    if b"%PDF-" not in data[:_HEAD]:
        raise not_a_pdf(name)
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        count = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise locked(name) from error
    except BROKEN as error:
        raise damaged(name) from error
    if bool(pdf.Root.get("/NeedsRendering")):
        raise only_a_form(name)
    if not count:
        raise empty(name)
    if count > MOST_PAGES:
        raise too_large(name)
    try:
        sizes = [_sides(page) for page in pdf.pages]
    except BROKEN as error:
        raise damaged(name) from error
    if any(not 1 <= side <= _LONGEST for sides in sizes for side in sides):
        raise damaged(name)
    return pdf


def _sides(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = box_of(page)
    return right - left, top - bottom


def box_of(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Give what of a page is shown: its crop box within its media box, left, bottom, right, top in pt."""
    outer, inner = _ordered(page.mediabox), _ordered(page.cropbox)
    left, bottom = (max(outer[side], inner[side]) for side in (0, 1))
    right, top = (min(outer[side], inner[side]) for side in (2, 3))
    return (left, bottom, right, top) if left < right and bottom < top else outer


def _ordered(box: pikepdf.Object) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(each) for each in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def turn_of(page: pikepdf.Page) -> int:
    """Give by how many degrees a page is turned clockwise when it is shown: 0, 90, 180 or 270."""
    turn = page.rotation if hasattr(page, "rotation") else page.get("/Rotate", 0)
    return int(turn) % 360 // 90 * 90
