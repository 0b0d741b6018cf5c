"""An address typed in a text becomes a link when a space or a new paragraph ends it: a step of its own to undo."""

import re
from dataclasses import replace

from ikonzept_desktop.model.blocks import Blocks
from ikonzept_desktop.model.inline import Text, part
from ikonzept_desktop.model.schema import is_allowed_link
from ikonzept_desktop.ui.editor import commands, texts
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, extent, inlines_of

_LONGEST = 500
_ADDRESS = re.compile(
    r"(?:https?://[^\s/]+\.[^\s]{2,}|www\.[^\s.]+\.[^\s]{2,}|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})",
    re.IGNORECASE,
)
_OPENING, _CLOSING = "(<[\"'„‚“»«›‹", ".,;:!?>\"'“‘”’»«›‹…"


def completed(typed: str) -> str:
    """Give what a typed address points to: a bare one is of the web, one with an @ of the mail."""
    typed = typed.strip()
    if not typed or re.match(r"[A-Za-z][A-Za-z+.-]*:(?!\d)", typed):
        return typed
    return f"mailto:{typed}" if "@" in typed.split("/")[0] else f"https://{typed}"


def address_in(word: str) -> tuple[int, int]:
    """Give where in a word an address begins and ends, signs around it left out; twice 0 where there is none."""
    start = len(word) - len(word.lstrip(_OPENING))
    end = len(word.rstrip(_CLOSING))
    if word[start:end].endswith(")") and word[start:end].count("(") < word[start:end].count(")"):
        end = len(word[:end].rstrip(")" + _CLOSING))
    return (start, end) if start < end and _ADDRESS.fullmatch(word[start:end]) else (0, 0)


def link_word_before(loop: TextLoop) -> bool:
    """Link the address that ends before the space or the paragraph just begun, unless it is linked already."""
    spread = _address_before(loop)
    if spread is None:
        return False
    block = loop.shown[spread.start.block]
    runs = part(inlines_of(block), spread.start.offset, spread.end.offset)
    if not all(isinstance(run, Text) and not run.link for run in runs):
        return False
    url = completed("".join(run.text for run in runs if isinstance(run, Text)))
    return is_allowed_link(url) and loop.run(lambda blocks, where: _linked(blocks, where, spread, url), texts.LINK)


def _address_before(loop: TextLoop) -> Range | None:
    selected = loop.selected()
    if not selected.empty or not loop.shown or loop.behind:
        return None
    at = selected.caret
    if at.offset == 0 and at.block:
        at = Spot(at.block - 1, extent(loop.shown[at.block - 1]))
    elif at.offset:
        at = Spot(at.block, at.offset - 1)
    low = max(at.offset - _LONGEST, 0)
    runs = part(inlines_of(loop.shown[at.block]), low, at.offset) if at.block < len(loop.shown) else ()
    text = "".join(run.text if isinstance(run, Text) else " " for run in runs)
    word = re.split(r"\s", text)[-1]
    start, end = address_in(word)
    base = at.offset - len(word)
    return Range(Spot(at.block, base + start), Spot(at.block, base + end)) if end else None


def _linked(blocks: Blocks, where: Range, spread: Range, url: str) -> Outcome:
    return Outcome(commands.restyled(blocks, spread, lambda run: replace(run, link=url)).blocks, where)
