"""Telling what an image is by its first bytes; its name is not asked."""

from enum import Enum

_LOOKED_AT = 4096
"""Bytes at the start of a file within which an SVG has to begin."""


class ImageKind(Enum):
    """The kinds that are taken in, by the name Pillow has for them; SVG is none of its."""

    PNG = "PNG"
    JPEG = "JPEG"
    TIFF = "TIFF"
    WEBP = "WEBP"
    GIF = "GIF"
    BMP = "BMP"
    SVG = ""


_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": ImageKind.PNG,
    b"\xff\xd8\xff": ImageKind.JPEG,
    b"II*\x00": ImageKind.TIFF,
    b"MM\x00*": ImageKind.TIFF,
    b"GIF87a": ImageKind.GIF,
    b"GIF89a": ImageKind.GIF,
    b"BM": ImageKind.BMP,
}


def kind_of(data: bytes) -> ImageKind | None:
    """Tell the kind of an image; None for what is none."""
    for beginning, kind in _BEGINNINGS.items():
        if data.startswith(beginning):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ImageKind.WEBP
    return ImageKind.SVG if _may_be_svg(data[:_LOOKED_AT]) else None


def _may_be_svg(start: bytes) -> bool:
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(b"<") and b"<svg" in text.replace(b"<svg:svg", b"<svg")
