"""What becomes of the rows of a foreign table, and what is told of their cells."""

from collections.abc import Callable
from enum import Enum

from ikonzept_desktop.model.cell_values import LinkReader
from ikonzept_desktop.model.edits import ReplaceRecords
from ikonzept_desktop.model.fields import FieldValue
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.values import dataclass


class Kind(Enum):
    """What is told of cells."""

    DAY = "day"
    """No day; it stays as what was typed."""
    CHOICE = "choice"
    """None of the answers; it went where the rest goes."""
    ANSWER = "answer"
    LINK = "link"
    NUMBER = "number"
    """A count, another than the number the program gives, and left out for that."""
    REST = "rest"
    """Of a column that means none of the field's; it went where the rest goes."""
    LEFT = "left"
    """The same, and nobody wanted it."""
    KEPT = "kept"
    """The record says otherwise, and that stayed."""
    ABOVE = "above"
    """It stands above the heads, and is not taken over."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of the cells of one column."""

    kind: Kind
    column: int
    """Of the table, from 0."""
    rows: tuple[int, ...]
    """As they are counted in the table, from 1."""
    texts: tuple[str, ...] = ()
    """The first few of the cells."""


@dataclass(frozen=True, slots=True)
class Words:
    """What has to be asked of the concept."""

    links: LinkReader
    said: Callable[[FieldValue, FieldType], str]
    """Gives a value as it is written into a cell of a table that goes out."""
    number: Callable[[int], str]
    """Gives the number of the record of that place, from 1."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes of a table."""

    edit: ReplaceRecords | None
    """None where nothing would change."""
    new: int
    changed: int
    same: int
    """Known rows that say nothing new."""
    empty: int
    told: tuple[Told, ...]
