"""Images into the file: JPEG and plain PNG as they are, everything else through Pillow.

The bytes are foreign: they are opened only in the worker, and an image that cannot be read is a finding.
"""

import io
import struct
import zlib

from PIL import Image, ImageOps

from ikonzept_desktop.export.pdf.document import Stream
from ikonzept_desktop.values import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PIXELS = 60_000_000
_ORIENTATION = 0x0112
_WHITE = (255, 255, 255)


class ImageError(Exception):
    """An image that cannot be shown."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, opened."""

    data: bytes
    width: int
    """In px, as it is shown."""
    height: int

    def stream(self) -> Stream:
        """Give the image as an object of the file; raises ImageError for damaged data."""
        direct = _png_stream(self.data)
        if direct is not None:
            return direct
        try:
            with Image.open(io.BytesIO(self.data)) as image:
                if image.format == "JPEG" and image.mode in ("RGB", "L") and _is_upright(image):
                    return image_stream(self.data, image.width, image.height, _space(image.mode), "/DCTDecode")
                return _flat_stream(image)
        except (OSError, ValueError, SyntaxError, zlib.error) as error:
            raise ImageError(str(error)) from error


def open_picture(data: bytes) -> Picture:
    """Give an image by its bytes; raises ImageError where they are none, or far too large a one."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            if not _is_upright(image):
                width, height = ImageOps.exif_transpose(image).size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ImageError(str(error)) from error
    if not 0 < width * height <= _MOST_PIXELS:
        raise ImageError(f"{width} x {height}")
    return Picture(data, width, height)


def _is_upright(image: Image.Image) -> bool:
    if image.format == "PNG":
        return True  # to look for the orientation Pillow would decode all of it; cameras write JPEG
    return bool(image.getexif().get(_ORIENTATION, 1) == 1)


def _space(mode: str) -> str:
    return "/DeviceGray" if mode == "L" else "/DeviceRGB"


def image_stream(data: bytes, width: int, height: int, space: str, filters: str, more: str = "") -> Stream:
    """Give an image's object of encoded data with 8 bits a component."""
    return Stream(data, f"{image_entries(width, height, space)}/Filter{filters}{more}", compress=False)


def image_entries(width: int, height: int, space: str) -> str:
    """Give the entries of an image with 8 bits a component (ISO 32000-1, 8.9.5), without how it is encoded."""
    return f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace{space}/BitsPerComponent 8"


def flattened(image: Image.Image) -> Image.Image:
    """Decode, turn upright and lay on white, in grey or RGB: transparency is nothing for print."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode not in ("L", "RGB"):
        layered = upright.convert("RGBA")
        flat = Image.new("RGB", layered.size, _WHITE)
        flat.paste(layered, mask=layered.getchannel("A"))
        upright = flat
    return upright


def _flat_stream(image: Image.Image) -> Stream:
    flat = flattened(image)
    return Stream(flat.tobytes(), image_entries(flat.width, flat.height, _space(flat.mode)))


def _png_stream(data: bytes) -> Stream | None:
    """Give the image of a plain PNG without decoding it: PDF knows its filters (ISO 32000-1, 7.4.4.4)."""
    if not data.startswith(_PNG) or len(data) < 33:
        return None
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", data[16:29])
    colours = {0: 1, 2: 3}.get(kind)
    if depth != 8 or colours is None or interlaced:
        return None
    chunks = _png_chunks(data)
    if chunks is None:
        return None
    more = f"/DecodeParms<</Predictor 15/Colors {colours}/BitsPerComponent 8/Columns {width}>>"
    return image_stream(chunks, width, height, "/DeviceGray" if colours == 1 else "/DeviceRGB", "/FlateDecode", more)


def _png_chunks(data: bytes) -> bytes | None:
    """Give the compressed rows of a PNG, or None where it has a transparent colour or is damaged."""
    found: list[bytes] = []
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        check = data[at + 8 + length : at + 12 + length]
        if kind == b"tRNS" or len(check) < 4 or zlib.crc32(kind + body) != int.from_bytes(check, "big"):
            return None
        if kind == b"IDAT":
            found.append(body)
        if kind == b"IEND":
            return b"".join(found)
        at += 12 + length
    return None
