"""Images for the press: in its inks, no finer than print can show, photographs as JPEG.

The bytes are foreign: they are opened only in the worker.
"""

import io
import math
import zlib

from PIL import Image, ImageOps

from ikonzept_desktop.export.pdf.document import Stream
from ikonzept_desktop.export.pdf.images import ImageError, Picture, flattened, image_entries, image_stream
from ikonzept_desktop.export.pdf.inks import Inks

_QUALITY = 93
_FINEST = 1.5
"""How many times finer than asked for a photograph may be before it is made smaller: 450 for 300 dpi, as is usual."""
_ENOUGH_FOR_DRAWINGS = 4.0
"""How many times finer than a photograph a drawing may stay: its edges show more."""
_JPEG = b"\xff\xd8"
_SPACES = {"L": "/DeviceGray", "CMYK": "/DeviceCMYK"}
_INVERTED = "/Decode[1 0 1 0 1 0 1 0]"
"""Pillow writes CMYK into JPEG as Adobe does, upside down."""
_POINTS_PER_INCH = 72


def pixels_wanted(picture: Picture, width: float, lowest_dpi: int) -> int:
    """Give how many px wide an image is to be in print where it stands so many pt wide."""
    is_photograph = picture.data.startswith(_JPEG)
    enough = width / _POINTS_PER_INCH * lowest_dpi * (1.0 if is_photograph else _ENOUGH_FOR_DRAWINGS)
    return picture.width if picture.width <= enough * _FINEST else math.ceil(enough)


def dots_per_inch(picture: Picture, width: float) -> int:
    """Give how fine an image is where it stands so many pt wide."""
    return round(picture.width * _POINTS_PER_INCH / width)


def press_stream(picture: Picture, inks: Inks, pixels: int) -> Stream:
    """Give an image as an object of the file, so many px wide; raises ImageError for damaged data."""
    try:
        with Image.open(io.BytesIO(picture.data)) as image:
            photograph = image.format == "JPEG"
            if photograph:
                image.draft(None, (pixels, round(pixels * picture.height / picture.width)))
            printed = _in_inks(image, inks, picture, pixels)
    except (OSError, ValueError, SyntaxError, zlib.error) as error:
        raise ImageError(str(error)) from error
    return _as_jpeg(printed) if photograph else _packed(printed)


def _in_inks(image: Image.Image, inks: Inks, picture: Picture, pixels: int) -> Image.Image:
    own_profile = image.info.get("icc_profile")
    if image.mode == "CMYK":
        return inks.printed(_sized(ImageOps.exif_transpose(image), picture, pixels))
    return inks.image(_sized(flattened(image), picture, pixels), own_profile)


def _sized(image: Image.Image, picture: Picture, pixels: int) -> Image.Image:
    if image.width <= pixels:
        return image
    return image.resize((pixels, max(1, round(pixels * picture.height / picture.width))), Image.Resampling.LANCZOS)


def _as_jpeg(image: Image.Image) -> Stream:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    more = _INVERTED if image.mode == "CMYK" else ""
    return image_stream(out.getvalue(), image.width, image.height, _SPACES[image.mode], "/DCTDecode", more)


def _packed(image: Image.Image) -> Stream:
    return Stream(image.tobytes(), image_entries(image.width, image.height, _SPACES[image.mode]))
