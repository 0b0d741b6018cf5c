"""Copies within the program keep everything; what goes out is plain text too."""

import base64
import binascii
from typing import Protocol

from PySide6.QtCore import QMimeData

from ikonzept_desktop.model import codec
from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph, lines_of, plain_text
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Footnote, Inline, Text, normalise
from ikonzept_desktop.model.json_forms import FormError, Json, dumps, loads
from ikonzept_desktop.model.renewal import renewed_blocks
from ikonzept_desktop.model.store.errors import NoImage
from ikonzept_desktop.model.store.images import digests_of
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.editor.spots import Range, Spot
from ikonzept_desktop.values import dataclass

MIME = "application/x-ikonzept+json"
_LONGEST_LINE = 1_000_000


class Images(Protocol):
    """Where the bytes of a concept's images are."""

    def image(self, digest: str) -> bytes:
        """Give the bytes of an image; raises NoImage where there is none."""

    def add_image(self, data: bytes) -> str:
        """Take in an image and give its digest; raises NoImage where it is none."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a copy was taken, so that dropping it elsewhere in the same concept is one move."""

    concept: str
    """A word that the open concept has for as long as it is open."""
    address: FieldAddress
    selected: Range


def mime_of(blocks: Blocks, origin: Origin, images: Images) -> QMimeData:
    """Give a selection as the clipboard takes it: ours with everything, and plain text for others.

    Always a fresh object: what is put into one that Qt made is silently ignored.
    """
    data = QMimeData()
    said = {
        "blocks": [codec.BLOCK.encode(block) for block in blocks],
        "images": {digest: _encoded(images, digest) for digest in digests_of(blocks)},
        "origin": _origin_json(origin),
    }
    data.setData(MIME, dumps(said).encode("utf-8"))
    data.setText(as_plain(blocks))
    return data


def blocks_of(data: QMimeData, images: Images, ids: IdSource = new_id) -> Blocks | None:
    """Give what was copied in a program of ours, under new ids; None where it comes from elsewhere or is damaged."""
    said = _said(data)
    try:
        blocks = tuple(codec.BLOCK.decode(block) for block in said["blocks"])
        for encoded in said["images"].values():
            if encoded:
                images.add_image(base64.b64decode(encoded, validate=True))
    except (FormError, KeyError, TypeError, AttributeError, binascii.Error, NoImage):
        return None
    return renewed_blocks(blocks, ids)


def origin_of(data: QMimeData) -> Origin | None:
    """Give where a copy was taken; None where it is not ours."""
    said = _said(data)
    try:
        concept, address, places = said["origin"]
        anchor, caret = (Spot(*map(int, place)) for place in places)
        return Origin(str(concept), FieldAddress(*map(str, address)), Range(anchor, caret))
    except (KeyError, TypeError, ValueError):
        return None


def from_outside(text: str, ids: IdSource = new_id) -> Blocks:
    """Give text from outside: cells of Excel, Calc or Word as a table, all else as paragraphs."""
    if "\t" not in text:
        return from_plain(text, ids)
    from ikonzept_desktop.model.table_content import from_cells
    from ikonzept_desktop.reading.cells import tab_separated

    cells = tab_separated(text)
    return from_plain(text, ids) if cells is None else (from_cells(cells, ids=ids),)


def from_plain(text: str, ids: IdSource = new_id) -> Blocks:
    """Give text from outside as paragraphs, one for each of its lines that is not empty."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n")
    cleaned = [clean(line[:_LONGEST_LINE]) for line in lines]
    kept = [line for line in cleaned if line.strip()] if len(cleaned) > 1 else cleaned
    return tuple(Paragraph(ids(), (Text(line),) if line else ()) for line in kept)


def in_one_line(blocks: Blocks, ids: IdSource = new_id, *, notes: bool = False) -> Blocks:
    """Give blocks as the one line a footnote or caption has room for, parted by spaces; with their notes if told."""
    line: list[Inline] = []
    for block in blocks:
        for inlines in lines_of(block):
            kept = tuple(inline for inline in inlines if notes or not isinstance(inline, Footnote))
            line.extend((Text(" "), *kept) if line and kept else kept)
    return (Paragraph(ids(), normalise(tuple(line))),) if line else ()


def as_plain(blocks: Blocks) -> str:
    """Give blocks as other programs read them, list items behind a dash."""
    return "\n".join(_plain(block) for block in blocks)


def holds_text(data: QMimeData) -> bool:
    """Tell whether there is anything in it that can be put in here; the paths of files are no text."""
    files = any(url.isLocalFile() for url in data.urls())
    return data.hasFormat(MIME) or ((data.hasText() or data.hasHtml()) and not files)


def _said(data: QMimeData) -> Json:
    try:
        return loads(bytes(data.data(MIME).data()).decode("utf-8")) if data.hasFormat(MIME) else {}
    except (FormError, UnicodeDecodeError):
        return {}


def _origin_json(origin: Origin) -> Json:
    address = origin.address
    places = [[spot.block, spot.offset] for spot in (origin.selected.anchor, origin.selected.caret)]
    return [origin.concept, [address.section, address.field, address.record, address.column], places]


def _encoded(images: Images, digest: str) -> str:
    try:
        return base64.b64encode(images.image(digest)).decode("ascii")
    except NoImage:
        return ""


def _plain(block: Block) -> str:
    text = plain_text(block)
    if isinstance(block, ListItem):
        return "\t" * block.level + ("1. " if block.ordered else "– ") + text
    return text
