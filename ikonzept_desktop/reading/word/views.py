"""The two texts of a reviewed file: with all tracked changes rejected, and with all accepted.

A paragraph whose end is not in a text goes on in the next one that follows directly (ECMA-376 Part 1, 17.13.5.14 and
17.13.5.20); before a table and at the end of a cell it stays, or is not there when nothing is left of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ikonzept_desktop.reading.word.content import Block, Part, View, is_shown
from ikonzept_desktop.reading.word.marks import id_of
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as it stands in one of the texts."""

    text: str
    owner: int
    """The block it is: the first that gives it text, the last where none does; or an empty one before with our mark."""
    blocks: tuple[int, ...]
    """All blocks it was made of."""


def text_in_view(block: Block, view: View) -> str:
    """Give what a block has in a text, atoms as the characters that stand for them."""
    spans = block.spans
    if len(spans) == 1 and not spans[0].revisions and not spans[0].is_code:
        return spans[0].text  # as nearly all are
    return "".join(span.text for span in spans if not span.is_code and is_shown(span.revisions, view))


def paragraphs(blocks: Sequence[Block], view: View) -> tuple[Shown, ...]:
    """Give the paragraphs of a text in the order of the file."""
    flows: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if not block.within or is_shown(block.within, view):
            flows[block.flow].append(index)
    shown = [each for flow in flows.values() for each in _joined(blocks, flow, view)]
    return tuple(sorted(shown, key=lambda each: each.owner))


def _joined(blocks: Sequence[Block], flow: Iterable[int], view: View) -> Iterator[Shown]:
    """Join the paragraphs of one flow where the ends between them are not in the text."""
    texts: list[tuple[int, str]] = []
    given = False
    for index in flow:
        texts.append((index, text_in_view(blocks[index], view)))
        if not blocks[index].mark or is_shown(blocks[index].mark, view):
            yield _made(blocks, texts)
            texts, given = [], True
    if texts and (any(text for _, text in texts) or not (given or _may_vanish(blocks[texts[0][0]]))):
        yield _made(blocks, texts)


def _may_vanish(block: Block) -> bool:
    """Tell whether there is something without the paragraph: a cell, a note or a text box has at least one."""
    return not block.place.cells and block.place.box is None and block.place.part in {Part.BODY, Part.CHUNK, Part.LOOSE}


def _made(blocks: Sequence[Block], texts: Sequence[tuple[int, str]]) -> Shown:
    if len(texts) == 1:
        return Shown(texts[0][1], texts[0][0], (texts[0][0],))
    owner = next((index for index, text in texts if text), texts[-1][0])
    if id_of(blocks[owner]) is None:
        # Who begins a paragraph anew at its very start leaves its mark with the empty one before.
        before = (index for index, _ in texts if index < owner and not blocks[index].spans)
        owner = next((index for index in before if id_of(blocks[index]) is not None), owner)
    return Shown("".join(text for _, text in texts), owner, tuple(index for index, _ in texts))
