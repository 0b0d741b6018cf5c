"""What stands in the cell of a foreign table, as blocks: its lines are paragraphs, items where they begin like some."""

import re
from collections.abc import Iterator

from ikonzept_desktop.importing.building.wording import stripped, without
from ikonzept_desktop.model.blank import is_blank_line
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Inline, Inlines, LineBreak, Text

_SIGN = re.compile(r"(?:[•–▪◦‣·-]|(\d{1,2})[.)])\s+(?=\S)")
_NUMBERED = re.compile(r"\d")


def cell_blocks(inlines: Inlines, ids: IdSource) -> tuple[Block, ...]:
    """Give the blocks of a cell's words; a sign or number that lines of a list begin with is left out.

    A lone line that begins with a number stays as it is: that is no list.
    """
    lines = [line for line in _lines(inlines) if not is_blank_line(line)]
    signs = [_sign(line) for line in lines]
    are_items = sum(map(bool, signs)) > 1 or any(sign and not _NUMBERED.match(sign) for sign in signs)
    return tuple(
        _item(line, sign, ids) if sign and are_items else Paragraph(ids(), stripped(line))
        for line, sign in zip(lines, signs, strict=True)
    )


def _lines(inlines: Inlines) -> Iterator[Inlines]:
    line: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, LineBreak):
            yield tuple(line)
            line = []
        else:
            line.append(inline)
    yield tuple(line)


def _sign(line: Inlines) -> str:
    first = line[0] if line else None
    found = _SIGN.match(first.text) if isinstance(first, Text) else None
    return found[0] if found else ""


def _item(line: Inlines, sign: str, ids: IdSource) -> ListItem:
    rest = without(line, sign)
    assert rest is not None
    return ListItem(ids(), rest, ordered=_NUMBERED.match(sign) is not None)
