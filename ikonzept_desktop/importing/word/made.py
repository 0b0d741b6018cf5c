"""Pieces in the making: what each still knows of the Word file, until lists and captions have been found."""

from ikonzept_desktop.importing.manuscript import Hints, Piece, Where
from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.values import dataclass

NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where in a list a paragraph stands."""

    list_id: str
    level: int
    ordered: bool
    number: str = ""
    """What is printed before it, where that is known."""
    indent: float = 0.0
    """mm; 0 where unknown."""


@dataclass(slots=True, eq=False)
class Made:
    """A piece, and what is to be known of it until all are there."""

    block: Block
    hints: Hints = NO_HINTS
    where: Where = Where.BODY
    place: str = ""
    source: tuple[int, ...] = ()
    bookmarks: tuple[str, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    """Bookmarks of a table below its first row, with the index of the row."""
    item: ListPlace | None = None
    indent: float = 0.0
    is_caption: bool = False
    """Whether its style or a counted number calls it one."""
    is_source: bool = False

    def piece(self) -> Piece:
        """Give the piece."""
        return Piece(self.block, self.hints, self.where, self.place, self.source, self.bookmarks, self.rows)
