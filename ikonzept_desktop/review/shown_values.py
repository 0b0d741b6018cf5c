"""What a shown section is made of: lines with the words of the concept and with what is proposed of them."""

from enum import StrEnum

from ikonzept_desktop.review.shown_lines import GridCell, Line
from ikonzept_desktop.review.shown_spans import Span
from ikonzept_desktop.values import dataclass


class HeadKind(StrEnum):
    """What stands above words in a frame."""

    CONFLICT = "conflict"
    MOVE = "move"
    HERE = "here"
    """Where something is to be moved to."""
    SHIFTED = "shifted"
    """Proposals whose words are others by now."""
    NOWHERE = "nowhere"
    """Proposals about words that the program writes itself."""


@dataclass(frozen=True, slots=True)
class Head:
    """A remark of the program on proposals, above the words they are about or behind them."""

    kind: HeadKind
    ids: tuple[str, ...]
    variants: int = 0
    strikes: bool = False
    """Of a conflict: some want the words to go or to move that others have changed."""
    place: str = ""
    """Of a move: number and title of the other section; nothing within the same one."""
    words: str = ""
    """Of a move: the first words of what it is to stand behind; of what is to come here its own."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a table, and which rows and columns of it it takes, from 0."""

    name: str
    spans: tuple[Span, ...]
    place: GridCell


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with what is proposed of it."""

    line: Line
    spans: tuple[Span, ...] = ()
    name: str = ""
    """By which proposals know its words; empty for what is not there yet."""
    is_new: bool = False
    """Whether it is to come as a whole."""
    heads: tuple[Head, ...] = ()
    cells: tuple[ShownCell, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all that is proposed in it."""
        spans = [*self.spans, *(span for cell in self.cells for span in cell.spans)]
        return frozenset(
            [*(id for span in spans for id in span.closing), *(id for head in self.heads for id in head.ids)]
        )
