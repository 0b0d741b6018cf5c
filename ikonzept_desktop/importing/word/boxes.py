"""Text boxes that only hold a picture with its caption, which authors set so to keep them together."""

from collections.abc import Sequence

from ikonzept_desktop.importing.word.captions import reads_like_caption
from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.importing.word.hints import is_caption_style, is_source_style
from ikonzept_desktop.importing.word.tree import Item, Para, paras_of
from ikonzept_desktop.reading.word.content import STAND_IN


def is_captioned_picture(desk: Desk, items: Sequence[Item]) -> bool:
    """Tell whether a box holds a picture, and besides it nothing but a caption and a source."""
    paras = list(paras_of(items))
    return any(_has_picture(desk, para) for para in paras) and all(_belongs_to_one(desk, para) for para in paras)


def _has_picture(desk: Desk, para: Para) -> bool:
    spans = (span for at in para.blocks for span in desk.copy.blocks[at].spans)
    return any(span.atom is not None and bool(span.atom.image) for span in spans)


def _belongs_to_one(desk: Desk, para: Para) -> bool:
    text, block = desk.text(para.blocks).replace(STAND_IN, "").strip(), desk.copy.blocks[para.owner]
    return not text or is_caption_style(block) or is_source_style(block) or reads_like_caption(text)
