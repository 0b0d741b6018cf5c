"""A foreign page as an image, drawn by pdfium: for the window, and for what cannot be given out otherwise."""

import io

import pypdfium2
from PIL import Image, ImageChops

FINE = 300.0
"""dpi of what is given out."""
PREVIEW_SIDE = 700
"""px of the longer side of what the window shows."""
_NEARLY = 8
"""By how much the channels of a grey image may differ, out of 255: black ink is not quite grey on a screen."""
_LARGEST = 6000
"""px of a side."""


def drawn(page: pypdfium2.PdfPage, width: float, height: float, dpi: float = FINE) -> Image.Image:
    """Give a page, shown upright, as an image for a room of that size in pt; grey where it has no colours."""
    own_width, own_height = page.get_size()
    scale = min(width / own_width, height / own_height) * dpi / 72
    scale = min(scale, _LARGEST / max(own_width, own_height))
    bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
    try:
        image: Image.Image = bitmap.to_pil().convert("RGB")
    finally:
        bitmap.close()
    return image.convert("L") if _is_grey(image) else image


def preview_of(page: pypdfium2.PdfPage, side: int = PREVIEW_SIDE) -> bytes:
    """Give the PNG of a page as the window shows it, its longer side of so many px."""
    longer = max(page.get_size())
    image = drawn(page, longer, longer, 72 * side / longer)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _is_grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    differences = (ImageChops.difference(green, other).getextrema()[1] for other in (red, blue))
    return all(highest <= _NEARLY for highest in differences)  # type: ignore[operator]  # one band: numbers
