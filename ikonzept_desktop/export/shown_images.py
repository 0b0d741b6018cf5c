"""Images as they are given out: what a figure cuts away leaves the house in no file.

The bytes are foreign: this is done only in the worker.
"""

import io
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PIL import Image, ImageOps

from ikonzept_desktop.model.cropping import WHOLE, Crop, box_of
from ikonzept_desktop.publication.tree import Publication, attachments_of, figures_of

_HALVED_BOTH_WAYS = 2
"""Pillow's word for colours kept at half the width and height (4:2:0)."""
_QUALITY = 95


Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives the cut image of that `picture`, made if it is not kept."""


def _make(_picture: str, cut: Callable[[], bytes]) -> bytes:
    return cut()


def shown_images(publication: Publication, images: Mapping[str, bytes], keep: Keep = _make) -> Mapping[str, bytes]:
    """Give the images a publication shows by the `picture` of its figures, cut as they are there, and attached PDFs.

    One that cannot be cut is left out, and so counts as missing: it is never given out whole.
    """
    shown: dict[str, bytes] = {}
    for figure in figures_of(publication):
        if figure.picture in shown or figure.image not in images:
            continue
        data = images[figure.image]
        if figure.crop != WHOLE:
            data = keep(figure.picture, partial(cropped, data, figure.crop))
        if data:
            shown[figure.picture] = data
    for logo in publication.logos:
        if logo.image in images:
            shown.setdefault(logo.image, images[logo.image])
    files = (attachment.file for attachment in attachments_of(publication))
    shown.update((file, images[file]) for file in files if file in images)
    return shown


def cropped(data: bytes, crop: Crop) -> bytes:
    """Give what is left of an image, in its own format and with its colour profile alone; nothing where it is none."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            upright = ImageOps.exif_transpose(image)
            part = upright.crop(box_of(crop, upright.width, upright.height))
            part.info = {}
            out = io.BytesIO()
            part.save(out, **_as_it_was(image))
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return b""


def _as_it_was(image: Image.Image) -> dict[str, Any]:
    """Give how an image is saved again: a JPEG with its own tables, so that it loses next to nothing by it."""
    kept = {"icc_profile": image.info.get("icc_profile")}
    if image.format != "JPEG":
        return {**kept, "format": "PNG", "transparency": image.info.get("transparency")}
    tables = getattr(image, "quantization", None)
    halved = _sampling(image) == _HALVED_BOTH_WAYS
    quality = {"qtables": tables} if tables else {"quality": _QUALITY}
    return {**kept, "format": "JPEG", **quality, "subsampling": _HALVED_BOTH_WAYS if halved else 0}


def _sampling(image: Image.Image) -> int:
    from PIL.JpegImagePlugin import get_sampling

    return int(get_sampling(image))
