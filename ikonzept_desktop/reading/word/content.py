"""What a Word file says, as values: blocks with their text and its revisions, comments, bookmarks, properties.

Offsets are code points in a block's whole text, revisions and all; a position is never one of a view.
"""

from enum import Enum

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.values import dataclass

STAND_IN = "\ufffc"
"""The character an atom has in the text where no letter stands for it (OBJECT REPLACEMENT CHARACTER)."""


class Part(Enum):
    """The story a block belongs to."""

    BODY = "document"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    GLOSSARY = "glossary"
    """Building blocks kept in the file; they are on no page (ECMA-376 Part 1, 11.3.8)."""
    CHUNK = "chunk"
    """A whole document laid into this one, which Word unfolds when it opens the file (ECMA-376 Part 1, 17.17.2)."""
    LOOSE = "loose"
    """A part with text that nothing in the file refers to."""


class Act(Enum):
    """What a reviewer has done (ECMA-376 Part 1, 17.13.5)."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"


ADDING = frozenset({Act.INSERTED, Act.MOVED_TO})
TAKING = frozenset({Act.DELETED, Act.MOVED_FROM})


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked act with who did it and when, both as the file says them."""

    act: Act
    author: str = ""
    date: str = ""
    id: str = ""
    move: str = ""
    """The name that the two ends of a move have in common."""


Revisions = tuple[Revision, ...]
"""The outermost first."""


class State(Enum):
    """What has become of a piece of text."""

    STABLE = "stable"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"
    GONE = "gone"
    """Inserted and then deleted, by one or by two people: to be seen neither before nor after."""


_STATES = {
    Act.INSERTED: State.INSERTED,
    Act.DELETED: State.DELETED,
    Act.MOVED_FROM: State.MOVED_FROM,
    Act.MOVED_TO: State.MOVED_TO,
}


class View(Enum):
    """Which of the two texts of a file is asked for."""

    REJECTED = "rejected"
    """As it was before all tracked changes."""
    ACCEPTED = "accepted"
    """As it will be with all of them."""


_SHOWN = {
    View.REJECTED: frozenset({State.STABLE, State.DELETED, State.MOVED_FROM}),
    View.ACCEPTED: frozenset({State.STABLE, State.INSERTED, State.MOVED_TO}),
}


def state_of(revisions: Revisions) -> State:
    """Give the state of what lies within those revisions."""
    if not revisions:
        return State.STABLE
    acts = {revision.act for revision in revisions}
    if acts & ADDING and acts & TAKING:
        return State.GONE
    return _STATES[revisions[-1].act]


def is_shown(revisions: Revisions, view: View) -> bool:
    """Tell whether what lies within those revisions is in that text."""
    if len(revisions) == 1:
        act = revisions[0].act
        return (act is Act.INSERTED or act is Act.MOVED_TO) is (view is View.ACCEPTED)
    return not revisions or state_of(revisions) in _SHOWN[view]


@dataclass(frozen=True, slots=True)
class Atom:
    """Something in the text that is no text."""

    kind: str
    """`footnote`, `endnote`, `drawing`, `object`, `math`, `tab`, `break`, `page`, `column`, `hyphen`, `symbol` …"""
    ref: str = ""
    """The id of a note, the name of a drawing, the program of an object, the font of a symbol."""
    text: str = ""
    """The alternative text of a drawing, the letters of a formula."""
    image: str = ""
    """The name in the package of the image that a drawing shows, where forms are read."""
    width: float = 0.0
    """mm on paper of a drawing; 0 where the file does not say, or forms are not read."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text is set (ECMA-376 Part 1, 17.3.2), its styles resolved."""

    marks: Marks = Marks.NONE
    language: str = ""
    """A BCP 47 tag where it differs from the document's own."""
    size: float = 0.0
    """pt; 0 where neither the run nor any style says."""
    is_capital: bool = False
    """Set in capitals or small capitals, whatever letters are in the text."""
    is_hidden: bool = False
    is_struck: bool = False
    """Struck through, once or twice."""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Span:
    """Text that is alike in all respects, or one atom with the character that stands for it."""

    text: str
    revisions: Revisions = ()
    atom: Atom | None = None
    link: str = ""
    """Where a hyperlink leads: an address, or `#` and a bookmark."""
    field: str = ""
    """The instruction of the field whose result this is, „REF _ik_… \\h“ say."""
    is_code: bool = False
    """Within a field's instruction: kept, but in neither view (ECMA-376 Part 1, 17.16.18)."""
    look: Look = PLAIN
    """Where forms are read."""

    @property
    def state(self) -> State:
        """What has become of it."""
        return state_of(self.revisions)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a block stands, counted from 0; columns are those of the grid."""

    table: int
    row: int
    column: int
    span: int = 1
    goes_on: bool = False
    """The lower part of a cell that runs over several rows (ECMA-376 Part 1, 17.4.84)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    part: Part
    source: str
    """The name of the part in the package."""
    holder: str = ""
    """The id of the note or comment."""
    cells: tuple[Cell, ...] = ()
    """The outermost table's first."""
    box: int | None = None
    """Which text box of the file, counted from 0."""

    def in_cell(self, cell: Cell) -> "Place":
        """Give the place in a cell of a table that stands here."""
        return Place(self.part, self.source, self.holder, (*self.cells, cell), self.box)

    def in_box(self, box: int) -> "Place":
        """Give the place in a text box that is anchored here."""
        return Place(self.part, self.source, self.holder, self.cells, box)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The list a paragraph belongs to (ECMA-376 Part 1, 17.9)."""

    list_id: str
    level: int
    """From 0."""
    format: str = ""
    """`bullet`, `decimal`, `lowerLetter` …; nothing where the file does not say."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph is set, its styles resolved: read for an import, not for a comparison."""

    alignment: str = ""
    """`left`, `center`, `right`, `both`; nothing where the file does not say."""
    styles: tuple[str, ...] = ()
    """The names of its style and of those it is based on, the nearest first."""
    number: str = ""
    """What its list prints before it: `5.2.1`, `a)`, `•` (ECMA-376 Part 1, 17.9.11); nothing outside of lists."""
    begins_page: bool = False
    keeps_next: bool = False
    indent: float = 0.0
    """mm from the left margin."""
    is_contents: bool = False
    """A line of a table of contents or of figures, by its style, its field or what it stands in."""


@dataclass(frozen=True, slots=True)
class TableForm:
    """How a table is set (ECMA-376 Part 1, 17.4)."""

    columns: tuple[float, ...] = ()
    """mm; the columns of its grid."""
    header_rows: int = 0
    """Rows at its beginning that are repeated on each page."""
    caption: str = ""
    description: str = ""
    """Its title and its alternative text, which are on no page."""


@dataclass(frozen=True, slots=True)
class FormatChange:
    """A tracked change of form alone."""

    kind: str
    """The element's own name: `rPrChange`, `pPrChange`, `numberingChange`, `tblPrChange`, `sectPrChange` …"""
    author: str
    date: str
    text: str = ""
    """The text it is about, where it is about some."""
    before: str = ""
    """The name of the paragraph style that was changed."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph."""

    place: Place
    spans: tuple[Span, ...]
    flow: int
    """The same number for paragraphs that follow each other directly: their marks can join them."""
    mark: Revisions = ()
    """What has become of the paragraph's end (ECMA-376 Part 1, 17.13.5.14 and 17.13.5.20)."""
    within: Revisions = ()
    """What has become of the row, cell, text box or note it stands in."""
    row: Revisions = ()
    """Of these the part that is of the row or the cell."""
    style_id: str = ""
    style: str = ""
    """The style's name, `heading 1` say, which is the same in Word of every language."""
    outline: int | None = None
    """The level of a heading, from 0, by its own property or its style's."""
    numbering: Numbering | None = None
    bookmarks: tuple[str, ...] = ()
    """The names of those that begin in it."""
    formats: tuple[FormatChange, ...] = ()
    form: Form | None = None
    """Where forms are read."""

    @property
    def text(self) -> str:
        """All of its text, whatever has become of it: what offsets count in."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Position:
    """A place between two characters."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named stretch of the file; one that never ends has no end."""

    name: str
    start: Position
    end: Position | None


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark, or the answer to one."""

    id: str
    author: str
    date: str
    initials: str = ""
    blocks: tuple[int, ...] = ()
    """What it says."""
    start: Position | None = None
    end: Position | None = None
    answers: str = ""
    """The id of the comment it answers."""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has written in the file ([MS-DOCX], 2.5.3.3)."""

    author: str
    provider: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Text that is not in the blocks."""

    kind: str
    """`ole`, `chart`, `smartart`, `alternate`, `chunk`; `glossary` for building blocks that nobody compares."""
    source: str
    """The name of the part in the package."""
    block: int
    """The block at which it stands."""
    text: str = ""
    """Its letters, as far as they are letters of a document."""
    about: str = ""
    """The program of an object."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Everything a Word file says."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    """The custom ones, name and value (docProps/custom.xml)."""
    people: tuple[Person, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    saved_by: str = ""
    """Who saved it last, as its core properties say (ECMA-376 Part 2, 11.1)."""
    title: str = ""
    """The same way: what it is called."""
    language: str = ""
    """A BCP 47 tag: that of its text where a run does not say otherwise (ECMA-376 Part 1, 17.7.5.1)."""
    tables: tuple[TableForm, ...] = ()
    """By the number a cell names its table with, where forms are read."""
    images: tuple[tuple[str, bytes], ...] = ()
    """The images that drawings show, by name in the package, where forms are read."""
