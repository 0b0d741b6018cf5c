"""Sections while they are put together."""

import dataclasses

from ikonzept_desktop.importing.manuscript import Hints
from ikonzept_desktop.importing.plan import Entry
from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.document import Comment, Section
from ikonzept_desktop.model.fields import FieldValue
from ikonzept_desktop.model.template import SectionKind

NO_HINTS = Hints()


@dataclasses.dataclass(frozen=True, slots=True)
class Bit:
    """A block that comes into the concept, and of which piece it was."""

    block: Block
    piece: int = -1
    """By index; -1 for what the program has put there."""
    hints: Hints = NO_HINTS


@dataclasses.dataclass(slots=True)
class Part:
    """What goes to one field of a section, in the order of the document."""

    field: str
    """Its key; empty for the section's running text."""
    bits: list[Bit] = dataclasses.field(default_factory=list)
    table: Entry | None = None
    """Of a table whose rows become records: the entry that says how."""


@dataclasses.dataclass(slots=True)
class Draft:
    """A section that comes, or one of the concept to which something comes."""

    id: str
    kind: SectionKind
    title: str
    level: int
    base: Section | None = None
    """The section of the concept that it is already."""
    piece: int = -1
    """The piece its title was, or it begins with; -1 for none."""
    parts: list[Part] = dataclasses.field(default_factory=list)
    children: list["Draft"] = dataclasses.field(default_factory=list)
    values: dict[str, FieldValue] = dataclasses.field(default_factory=dict)
    comments: list[Comment] = dataclasses.field(default_factory=list)

    def value(self, key: str) -> FieldValue | None:
        """Give what a field holds by now."""
        known = self.values.get(key)
        return known if known is not None or self.base is None else self.base.value(key)

    def take(self, bit: Bit, field: str) -> None:
        """Put a block to a field, behind what came there before."""
        last = self.parts[-1] if self.parts else None
        if last is None or last.field != field or last.table is not None:
            last = Part(field)
            self.parts.append(last)
        last.bits.append(bit)


@dataclasses.dataclass(slots=True)
class Stray:
    """What goes to the inbox, with the words that say where it stood."""

    head: str
    bits: list[Bit] = dataclasses.field(default_factory=list)
