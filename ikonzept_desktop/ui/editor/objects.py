"""What stands behind the one character of a chip, a table or a figure, and what a run of text looks like, as keys.

Every character format of a view carries one key. Qt keeps formats as it likes; the key is the truth.
"""

from dataclasses import replace

from PySide6.QtGui import QTextFormat

from ikonzept_desktop.model.blocks import Attachment, Block, Blocks, Figure, ListItem, Paragraph, Table, lines_of
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, LineBreak, Marks, ReferenceForm, Text

KEY = int(QTextFormat.Property.UserProperty) + 1
"""The property of a character format that holds its key."""
CHIP = int(QTextFormat.ObjectTypes.UserObject) + 1
ATOM = int(QTextFormat.ObjectTypes.UserObject) + 2
"""Qt's types of our two sorts of inline objects."""
OBJECT = "\ufffc"
BREAK = "\u2028"
PLAIN = Text("")
_PART = "\x1f"

Thing = Footnote | CrossReference | Table | Figure | Attachment


def look_key(run: Text) -> str:
    """Give the key of a run's marks, link, language and comments."""
    return _PART.join(("t", str(int(run.marks)), run.link, run.language, " ".join(run.comments)))


def look_of(key: str) -> Text:
    """Give a run without characters that has the look of a key; a plain one for any other key."""
    if not key.startswith("t" + _PART):
        return PLAIN
    _, marks, link, language, comments = key.split(_PART)
    return Text("", Marks(int(marks)), link, language, tuple(comments.split()))


def thing_key(thing: Thing) -> str:
    """Give the key of a note, reference, table or figure."""
    match thing:
        case CrossReference():
            return _PART.join(("r", thing.form, thing.target))
        case Footnote():
            return _PART.join(("n", thing.id))
        case _:
            return _PART.join(("b", thing.id))


class Things:
    """The notes, tables and figures that stand in one view, by key; references need no keeping."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[str, Thing] = {}

    def keep(self, blocks: Blocks) -> None:
        """Take in what stands in the blocks."""
        for block in blocks:
            if isinstance(block, Table | Figure | Attachment):
                self._known[thing_key(block)] = block
            for line in lines_of(block):
                for inline in line:
                    if isinstance(inline, Footnote):
                        self._known[thing_key(inline)] = inline

    def find(self, key: str) -> Thing | None:
        """Give what a key stands for; None where it is not known or the key of a run of text."""
        if key.startswith("r" + _PART):
            _, form, target = key.split(_PART)
            return CrossReference(target, ReferenceForm(form))
        return self._known.get(key)

    def note(self, id: str) -> Footnote | None:
        """Give the note of an id; None where it does not stand in the view."""
        found = self._known.get(_PART.join(("n", id)))
        return found if isinstance(found, Footnote) else None


def placeholder(inline: Inline) -> str:
    """Give the characters a view holds for an inline; as many as it has positions."""
    match inline:
        case Text(text=text):
            return text
        case LineBreak():
            return BREAK
        case _:
            return OBJECT


def block_text(block: Block) -> str:
    """Give the characters a view holds for a block; as many as it has positions."""
    if isinstance(block, Paragraph | ListItem):
        return "".join(map(placeholder, block.inlines))
    return OBJECT


def with_text(look: Text, text: str) -> Text:
    """Give a run of that look."""
    return replace(look, text=text)
