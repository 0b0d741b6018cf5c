"""Images of every kind, honest and hostile, made on the spot."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

RED, BLUE = (250, 0, 0), (0, 0, 250)
SECRET = b"Wohnung von Frau Muster"


def halves(mode: str = "RGB", width: int = 80, height: int = 40) -> Image.Image:
    """Give an image whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image.convert(mode)


def saved(image: Image.Image, format: str, **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **more)
    return out.getvalue()


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def telling_exif(orientation: int = 1) -> Image.Exif:
    """Give what a telephone says of a photo: where it was taken, when, by whom; and which side is up."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = orientation
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 15.0, 2.0), "E", (6.0, 58.0, 14.0)
    return exif


def photo(orientation: int = 1, **more: Any) -> bytes:
    """Give a JPEG with all that a telephone and an office write into one."""
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>' + SECRET + b"</rdf></x:xmpmeta>"
    more = {"icc_profile": profile(), **more}
    return saved(halves(), "JPEG", exif=telling_exif(orientation), comment=SECRET, xmp=xmp, quality=88, **more)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_saying(width: int, height: int, rows: bytes = b"") -> bytes:
    """Give a PNG whose header says that size, whatever it holds."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def frame_at(jpeg: bytes) -> int:
    """Give where the height stands in a baseline JPEG."""
    return jpeg.index(b"\xff\xc0") + 5


def svg(inner: str, size: str = 'viewBox="0 0 200 100"', before: str = "") -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {spaces} {size}>{inner}</svg>".encode()
