"""One story of a file on its way to blocks: where the reading stands, and what of it is kept.

A story is the body, a header, a note: text that flows by itself. What an element means is said by the functions that
`walk` finds by its name; they know the story, it knows none of them.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ikonzept_desktop.reading.word.building import NOTHING_AROUND, Around, BlockInMaking, Field
from ikonzept_desktop.reading.word.content import (
    Act,
    Bookmark,
    FormatChange,
    NotTaken,
    Part,
    Place,
    Position,
    Revision,
    Revisions,
)
from ikonzept_desktop.reading.word.names import W, value
from ikonzept_desktop.reading.word.numbering import Lists
from ikonzept_desktop.reading.word.package import Package
from ikonzept_desktop.reading.word.refusals import suspicious, too_large
from ikonzept_desktop.reading.word.relationships import Relationship
from ikonzept_desktop.reading.word.styles import Styles

ACTS = {
    f"{W}ins": Act.INSERTED,
    f"{W}del": Act.DELETED,
    f"{W}moveFrom": Act.MOVED_FROM,
    f"{W}moveTo": Act.MOVED_TO,
    f"{W}cellIns": Act.INSERTED,
    f"{W}cellDel": Act.DELETED,
}
MOST_BLOCKS = 100_000
"""Paragraphs of a file; 200 pages with many tables have 10,000."""
MOST_FIELDS = 500
"""Fields within each other; Word itself updates twenty."""
Handler = Callable[["Story", etree._Element], None]
Handlers = Mapping[Any, Handler]
"""By the whole names of elements."""


@dataclass(slots=True, eq=False)
class Anchor:
    """What a comment is about, as far as it is known."""

    start: Position
    end: Position | None = None


@dataclass(slots=True, eq=False)
class Gathered:
    """What all stories of a file have given so far."""

    package: Package
    styles: Styles
    lists: Lists
    blocks: list[BlockInMaking] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    not_taken: list[NotTaken] = field(default_factory=list)
    notes: dict[tuple[Part, str], Revisions] = field(default_factory=dict)
    """What has become of the references to notes, and so of the notes."""
    told: list[etree._Element] = field(default_factory=list)
    """The text elements of the part that is being read whose letters are in a block or on the list."""
    flows: int = 0
    tables: int = 0
    boxes: int = 0


@dataclass(slots=True, eq=False)
class Table:
    """Where in a table the reading stands."""

    number: int
    row: int = -1
    column: int = 0


class Story:
    """The reading of one story."""

    def __init__(
        self,
        gathered: Gathered,
        place: Place,
        relationships: Mapping[str, Relationship],
        handlers: Handlers,
        within: Revisions = (),
    ) -> None:
        """Begin a story at a place; what it stands in may itself be inserted or deleted."""
        self.gathered = gathered
        self.place = place
        self.relationships = relationships
        self.around = NOTHING_AROUND
        self.within = within
        self.row: Revisions = ()
        self.current: BlockInMaking | None = None
        self.table: Table | None = None
        self.fields: list[Field] = []
        self.moves: dict[str, str] = {}
        self.waiting: list[Callable[[BlockInMaking], None]] = []
        """What is to be told of the next block: marks that stand between two."""
        self.bookmarks: dict[str, int] = {}
        self._handlers = handlers
        self.new_flow()

    def walk(self, node: etree._Element) -> None:
        """Read what is in an element; an element that nothing is known of is gone through."""
        handlers = self._handlers
        for inner in node:
            handler = handlers.get(inner.tag)
            if handler is None:
                self.walk(inner)
            else:
                handler(self, inner)

    def finish(self) -> None:
        """Tell the last block what still waits for one; a story without any has nothing to tell it of."""
        if self.waiting and self.gathered.blocks:
            last = self.gathered.blocks[-1]
            for tell in self.waiting:
                tell(last)
        self.waiting.clear()

    def new_flow(self) -> None:
        """Have the paragraphs that follow not be joined with those before."""
        self.gathered.flows += 1
        self.flow = self.gathered.flows

    def begin_block(self) -> BlockInMaking:
        """Begin a paragraph; raises WordRefused where there are too many."""
        if len(self.gathered.blocks) >= MOST_BLOCKS:
            raise too_large(self.gathered.package.name)
        block = BlockInMaking(len(self.gathered.blocks), self.place, self.flow, self.within, self.row)
        self.gathered.blocks.append(block)
        if self.waiting:
            for tell in self.waiting:
                tell(block)
            self.waiting.clear()
        return block

    def block(self) -> BlockInMaking:
        """Give the paragraph that is being read; text outside of any gets one of its own."""
        if self.current is None:
            self.current = self.begin_block()
        return self.current

    def position(self) -> Position:
        """Give where the reading stands; between two paragraphs that is the end of the first."""
        if self.current is not None:
            return self.current.position()
        return self.gathered.blocks[-1].position() if self.gathered.blocks else Position(0, 0)

    def revision(self, node: etree._Element) -> Revision:
        """Give the tracked act an element tells of."""
        act = ACTS[str(node.tag)]
        move = next(reversed(self.moves.values()), "") if act in {Act.MOVED_FROM, Act.MOVED_TO} else ""
        return Revision(act, value(node, "author") or "", value(node, "date") or "", value(node, "id") or "", move)

    @contextmanager
    def inside(self, around: Around) -> Iterator[None]:
        """Read with other surroundings."""
        before, self.around = self.around, around
        try:
            yield
        finally:
            self.around = before

    @contextmanager
    def apart(self, place: Place, within: Revisions, row: Revisions) -> Iterator[None]:
        """Read paragraphs that flow by themselves, in a cell or a text box, and come back; fields go on."""
        kept = (self.place, self.within, self.row, self.current, self.around, self.flow, self.table, self.fields)
        self.place, self.within, self.row = place, within, row
        self.current, self.table = None, None
        self.new_flow()
        try:
            yield
        finally:
            (self.place, self.within, self.row, self.current, self.around, self.flow, self.table, self.fields) = kept
            self.set_field()

    def begin_field(self, field: Field) -> None:
        """Begin a field within those that are open; raises WordRefused where they are more than anybody nests."""
        if len(self.fields) >= MOST_FIELDS:
            raise suspicious(self.gathered.package.name)
        self.fields.append(field)
        self.set_field()

    def set_field(self) -> None:
        """Let the surroundings be those of the innermost field, or of the first whose instruction is being read."""
        coded = next((each for each in self.fields if each.in_code), None)
        shown = coded or (self.fields[-1] if self.fields else None)
        if shown is not self.around.field or (coded is not None) != self.around.in_code:
            self.around = self.around._replace(field=shown, in_code=coded is not None)

    def note_format(self, kind: str, node: etree._Element, text: str = "", before: str = "") -> None:
        """Keep a change of form of the paragraph that is being read, or of the next one."""
        change = FormatChange(kind, value(node, "author") or "", value(node, "date") or "", text, before)
        if self.current is not None:
            self.current.formatted(change)
        else:
            self.waiting.append(lambda block: block.formats.append(change))

    def leave_out(self, kind: str, text: str, source: str = "", about: str = "") -> None:
        """Keep on the list what is not taken over."""
        at = self.position().block
        self.gathered.not_taken.append(NotTaken(kind, source or self.place.source, at, text, about))
