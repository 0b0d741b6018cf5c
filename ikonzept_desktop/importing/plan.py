"""What is to become of a foreign document, piece by piece: first as it is proposed, then as a person has corrected it.

A plan is a value. Its entries stand in the order the concept will have; each owns the pieces from its own up to that of
the next entry in the document's order. A piece without an entry goes on in the one before.
"""

from enum import Enum

from ikonzept_desktop.values import dataclass


class Becomes(Enum):
    """What the piece an entry begins with becomes."""

    SECTION = "section"
    """The title of a section; what follows is its text."""
    FIELD = "field"
    """The label of a field of the section above; what follows is the field's value."""
    RECORDS = "records"
    """A table whose rows become records of a field of the section above; one piece alone."""
    TITLE = "title"
    """The title of the whole concept; one piece alone."""
    SUBTITLE = "subtitle"
    """The same of its second line."""
    PROPERTY = "property"
    """Something else that is said of the whole concept, by the name of `field`: publisher, as_of, draft; one piece
    alone."""
    TEXT = "text"
    """Text like any other, from the piece on: what could be a heading and is not taken for one."""
    INBOX = "inbox"
    """Something to be put in its place later: it goes to the section „Eingang“, which is never printed."""
    CONTENTS = "contents"
    """Lines of the document's own contents, whose words are the titles of sections: the program computes them."""


NAMING = frozenset({Becomes.TITLE, Becomes.SUBTITLE, Becomes.PROPERTY})
"""What is said of the whole concept."""
ALONE = NAMING | {Becomes.RECORDS}
"""What one piece becomes by itself; those after it go on as before it."""


class Reason(Enum):
    """Why an entry is proposed."""

    STYLE = "style"
    """The document says so by a heading style or an outline level."""
    NUMBER = "number"
    """A typed number like those of other headings."""
    LOOK = "look"
    """A short line by itself, bold or larger than the text."""
    WORDS = "words"
    """Its words are those of a known kind of section, or of a field."""
    RECURRING = "recurring"
    """The same subheading stands under several headings of one kind."""
    HEADS = "heads"
    """The heads of a table are those of a field's columns."""
    PLACE = "place"
    """It stands where such things stand: before the first heading, in a header, in a text box."""
    PERSON = "person"
    """Somebody has decided so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, beginning with a piece."""

    piece: int
    """By index in the manuscript."""
    becomes: Becomes
    level: int = 0
    """Of a section, from 0; of a TEXT that could be one, the level it would have. At most one deeper than the section
    before it; a plan read otherwise is taken as if it were."""
    kind: str = ""
    """A section's kind, by key in the template; of a TEXT that could be one, the kind it would have."""
    title: str = ""
    """A section's title, as it will stand; what the concept is called."""
    typed: str = ""
    """What stood before the title and is left out now, to the last blank: `5.2.1 `; of a FIELD the label that its first
    paragraph begins with, `Leitziel: `: what is behind it is the beginning of the value."""
    field: str = ""
    """A field's key in the kind of the section above."""
    columns: tuple[str, ...] = ()
    """For records: for each column of the table the key of a column of the field; nothing where there is none, whose
    words then go to the record's first running text with the table's own head before them."""
    by_rows: bool = False
    """For records: the whole table is one record, a row for each of its fields, label and value side by side. `columns`
    then says what each row is; a row that is one cell has the title, a number of the record's before it or not."""
    has_heads: bool = False
    """For records: whether the first row says what the columns are, though nothing in the table marks it so."""
    begins_text: bool = False
    """Whether the piece is text already: of a SECTION that nothing in the document calls by name (its title is ours),
    of a FIELD whose label is not there. Nothing of the piece is a title or a label then."""
    reason: Reason = Reason.STYLE
    is_sure: bool = True
    """Whether it needs no second look."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All entries, in the order the concept will have."""

    entries: tuple[Entry, ...]
