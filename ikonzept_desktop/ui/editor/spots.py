"""Places and ranges within a rich text, and what a command makes of it."""

from ikonzept_desktop.model.blocks import Attachment, Block, Blocks, Figure, ListItem, Paragraph, Table
from ikonzept_desktop.model.inline import Inlines, length
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place between two characters: the index of the block, and code points within its line.

    Tables and figures have two places: 0 before, 1 after.
    """

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Range:
    """What is selected, from where the selection began to where the caret is."""

    anchor: Spot
    caret: Spot

    @property
    def start(self) -> Spot:
        """Whichever end comes first."""
        return min(self.anchor, self.caret)

    @property
    def end(self) -> Spot:
        """Whichever end comes last."""
        return max(self.anchor, self.caret)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected and there is just a caret."""
        return self.anchor == self.caret


def caret_at(block: int, offset: int) -> Range:
    """Give a caret with nothing selected."""
    return Range(Spot(block, offset), Spot(block, offset))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The text after a command, and what is selected then."""

    blocks: Blocks
    selected: Range


def is_atom(block: Block) -> bool:
    """Tell whether a block stands in the text as one undivided thing."""
    return isinstance(block, Table | Figure | Attachment)


def inlines_of(block: Block) -> Inlines:
    """Give the line of a paragraph or list item; nothing for tables and figures."""
    return block.inlines if isinstance(block, Paragraph | ListItem) else ()


def extent(block: Block) -> int:
    """Give how many positions a block has."""
    return length(block.inlines) if isinstance(block, Paragraph | ListItem) else 1


def whole(blocks: Blocks) -> Range:
    """Select everything."""
    last = max(len(blocks) - 1, 0)
    return Range(Spot(0, 0), Spot(last, extent(blocks[last]) if blocks else 0))
