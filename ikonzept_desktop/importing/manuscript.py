"""What a foreign document says, in blocks as a concept has them, in its own order: of structure only hints.

Every format ends here; what comes after does not ask which one it was.
"""

from collections.abc import Mapping
from enum import Enum

from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.document import Comment
from ikonzept_desktop.model.inline import ReferenceForm
from ikonzept_desktop.review.reading_back import ReadBack
from ikonzept_desktop.values import dataclass


class Where(Enum):
    """Where in the document a piece stands."""

    BODY = "body"
    CONTENTS = "contents"
    """In its own table of contents, or a list of its tables or figures."""
    BOX = "box"
    """In a text box."""
    HEADER = "header"
    FOOTER = "footer"
    HIDDEN = "hidden"
    """Set so that Word neither shows nor prints it."""
    LOOSE = "loose"
    """In a part that nothing leads to, or where no text may stand."""
    BUILDING_BLOCK = "building_block"
    """Kept in the file for later use; on no page."""
    OBJECT = "object"
    """What an object, a chart or a diagram says."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What tells headings from text."""

    style: str = ""
    """The style's name: `heading 2`, `Überschrift eigene`; nothing for formats without styles."""
    styles: tuple[str, ...] = ()
    """The names of the style and of those it is based on, the nearest first."""
    level: int | None = None
    """Of a heading, from 0, by style or outline level; None where the document does not call it one."""
    number: str = ""
    """What the document's own numbering prints before it; it is no part of the text."""
    is_bold: bool = False
    """Whether all its letters are."""
    is_capital: bool = False
    """Whether all its letters are set in capitals, or typed so."""
    size: float = 0.0
    """pt, of most of its letters; 0 where unknown."""
    is_centred: bool = False
    begins_page: bool = False
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, an item, a table, a figure: one block, and what is known of it."""

    block: Block
    """With an id of its own. References in its lines name `manuscript.pointers` by index, as `#3`."""
    hints: Hints = Hints()
    where: Where = Where.BODY
    place: str = ""
    """Words of the text by which a reader finds where it stood, for all that is not in the body."""
    source: tuple[int, ...] = ()
    """The paragraphs of a Word file it was made of, by index in what was read; of a table all in its cells."""
    bookmarks: tuple[str, ...] = ()
    """Names by which pointers lead here."""
    rows: tuple[tuple[str, int], ...] = ()
    """Of a table, names by which pointers lead to a row below its first, with the row's index: to a record, maybe."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A cross-reference of the document, before it is known where that leads in the concept."""

    bookmark: str
    shown: str
    """What the document prints for it; stands in its place where it leads nowhere."""
    form: ReferenceForm = ReferenceForm.NUMBER


@dataclass(frozen=True, slots=True)
class Told:
    """A decision of which the user is told."""

    kind: str
    """A key of `report_texts`."""
    text: str = ""
    """Letters of the document that are in the concept no more, or in another form: all of them."""
    place: str = ""
    """Words by which a reader finds the place in the document."""
    about: str = ""
    """What else the sentence names: a format, a section, a count."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of the document, already in the form of a note, its replies with it."""

    comment: Comment
    piece: int
    """At which piece it stands, by index; the runs it is about name its id."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole foreign document."""

    name: str
    """Of its file."""
    pieces: tuple[Piece, ...]
    title: str = ""
    """What its properties call it; often nothing, or nonsense."""
    pointers: tuple[Pointer, ...] = ()
    remarks: tuple[Remark, ...] = ()
    images: Mapping[str, bytes] | None = None
    """By SHA-256: every image that its figures show, as the store keeps it."""
    told: tuple[Told, ...] = ()
    """What was decided while it was read."""
    changes: int = 0
    """How many tracked changes it holds; the pieces say what was there before all of them."""
    changed: ReadBack | None = None
    """What these propose, in ids of the pieces' lines (see `tracked`); None without any."""
    original: bytes = b""
    """The file itself, where it holds tracked changes: it is kept beside the proposals made of them."""
