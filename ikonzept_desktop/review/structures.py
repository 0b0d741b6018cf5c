"""What a copy changes beyond the text of one paragraph: written anew, struck out, moved, joined, rows of tables."""

from ikonzept_desktop.model.proposals import Kind, Source
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Structure:
    """One such change. Units are those of the text that was given out, by index; -1 stands for its very beginning."""

    kind: Kind
    unit: int
    """What it is about; for what was written anew the unit after which it stands."""
    sources: tuple[Source, ...]
    text: str = ""
    """What was written, its paragraphs parted by PARAGRAPH_END and the cells of a row by a tab; between what is joined,
    what stands there now."""
    target: int = -1
    """After which unit it is moved; which unit is joined to it."""
    copied: str = ""
    """The id of the block it is a copy of."""
    units: tuple[int, ...] = ()
    """All that a row holds."""
    order: int = 0
    """Of what was written after the same unit: where in the copy it stands."""
    outside: bool = False
    """Whether it stands after the table in whose last cell the unit is."""
