"""Pictures as the store takes them: told by their first bytes, kept once, named by their SHA-256."""

import hashlib
import struct
from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Attachment, Blocks, Figure
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.fields import FieldValue, Records, RichText
from ikonzept_desktop.model.json_forms import dumps
from ikonzept_desktop.model.store.rows import Row
from ikonzept_desktop.values import dataclass

LARGEST_SIDE = 20_000
"""Pixels; a picture beyond that is no picture for a brochure."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The kind of a Word file that came back (ECMA-376, part 2); what it holds is looked at by its reader alone."""
# Start of frame markers; C4, C8 and CC are tables and reserved (ITU T.81, Table B.1).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})


class PictureError(ValueError):
    """The bytes are no PNG and no JPEG picture that can be shown, and no PDF or Word file where one is kept."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes and what they say of themselves."""

    data: bytes
    media_type: str
    width: int
    """Pixels."""
    height: int

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def picture(data: bytes) -> Picture:
    """Read the kind and the size of a picture; raises PictureError."""
    if data.startswith(_PNG):
        kind, (width, height) = "image/png", _png_size(data)
    elif data.startswith(_JPEG):
        kind, (width, height) = "image/jpeg", _jpeg_size(data)
    else:
        raise PictureError("neither PNG nor JPEG")
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise PictureError(f"a picture of {width} by {height} pixels")
    return Picture(data, kind, width, height)


def kept_file(data: bytes) -> Picture:
    """Read the kind of a picture, or of a PDF or Word file, which have no size here; raises PictureError."""
    if data.startswith(_PDF):
        return Picture(data, "application/pdf", 0, 0)
    return Picture(data, WORD, 0, 0) if data.startswith(_ZIP) else picture(data)


def image_row(picture: Picture) -> Row:
    """Give the row that keeps a picture."""
    said = {"type": picture.media_type, "width": picture.width, "height": picture.height}
    return Row("images", (picture.digest, dumps(said), picture.data))


def images_of(document: Document) -> set[str]:
    """Give the digests of pictures, logos and attached PDFs, in the Papierkorb too, and of files that came back."""
    sections = (*document.sections, *(trashed.section for trashed in document.trash))
    values = (field.value for section in walk(sections) for field in section.fields)
    shown = {digest for value in values for blocks in _texts_in(value) for digest in digests_of(blocks)}
    came = {file.digest for file in document.returned}
    return shown | {logo.image for logo in document.properties.logos} | came


def digests_of(blocks: Blocks) -> Iterator[str]:
    """Go through the digests of what blocks show: images, PDFs and the images of their first pages."""
    for block in blocks:
        match block:
            case Figure(image=image):
                yield image
            case Attachment(file=file):
                yield from (file.digest, file.preview)
            case _:
                pass


def _texts_in(value: FieldValue) -> Iterator[Blocks]:
    match value:
        case RichText(blocks=blocks):
            yield blocks
        case Records(records=records):
            for record in records:
                for field in record.fields:
                    yield from _texts_in(field.value)


def figures_in(value: FieldValue) -> Iterator[Figure]:
    """Go through the figures of a field, those of its records among them."""
    for blocks in _texts_in(value):
        yield from (block for block in blocks if isinstance(block, Figure))


def _png_size(data: bytes) -> tuple[int, int]:
    """Read the IHDR chunk, which stands first (ISO/IEC 15948, 11.2.2)."""
    if len(data) < 33 or data[12:16] != b"IHDR":
        raise PictureError("a PNG without a header")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Find the start of frame, which gives height and width (ITU T.81, B.2.2)."""
    position = 2
    while position + 9 <= len(data):
        if data[position] != 0xFF:
            break
        marker = data[position + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        if marker == 0xFF:
            position += 1
        elif marker in _STANDALONE:
            position += 2
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    raise PictureError("a JPEG without a frame")
