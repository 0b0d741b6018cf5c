"""Colours in the inks of a press as a screen shows them, by the printing condition that is usual in Germany."""

import io
from functools import cache

from PIL import Image, ImageCms

from ikonzept_desktop.paths import resource

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
Colour = tuple[float, float, float]


@cache
def on_screen(cyan: float, magenta: float, yellow: float, black: float) -> Colour:
    """Give the sRGB of inks, all from 0 to 1; black alone is black, and a tint of it a grey."""
    inks = tuple(min(max(part, 0.0), 1.0) for part in (cyan, magenta, yellow, black))
    if not any(inks[:3]):
        return (1.0 - inks[3],) * 3
    dot = Image.new("CMYK", (1, 1), tuple(round(part * 255) for part in inks))
    shown = ImageCms.applyTransform(dot, _way())
    assert shown is not None  # it is not made in place
    red, green, blue = (round(value / 255, 4) for value in shown.tobytes())
    return red, green, blue


@cache
def _way() -> ImageCms.ImageCmsTransform:
    press = ImageCms.ImageCmsProfile(io.BytesIO(resource("press", "coated.icc").read_bytes()))
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return ImageCms.buildTransform(press, screen, "CMYK", "RGB", _INTENT, _FLAGS)
