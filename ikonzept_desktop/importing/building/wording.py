"""Lines of a manuscript as words: cut, emphasised, compared, their pointers as the document shows them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ikonzept_desktop.importing.manuscript import Pointer
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inlines,
    LineBreak,
    Marks,
    Text,
    length,
    normalise,
    part,
)
from ikonzept_desktop.model.text import clean

_WORDS = re.compile(r"\w+")
_BLANKS = re.compile(r"[ \t\n\r\v\f]+")
"""Of a foreign text: protected and narrow blanks are meant, and stay."""
_ENDS_OPEN = (",", ";", ":", ".", "!", "?", "-", "–", "/", "(")


def pointer_of(reference: CrossReference, pointers: Sequence[Pointer]) -> Pointer | None:
    """Give the pointer that a reference of a manuscript names (`#3`); None where it names none."""
    name = reference.target.removeprefix("#")
    index = int(name) if reference.target.startswith("#") and name.isascii() and name.isdigit() else -1
    return pointers[index] if 0 <= index < len(pointers) else None


def shown(inlines: Inlines, pointers: Sequence[Pointer]) -> str:
    """Give the characters of a line without its notes: a break as a new line, a pointer as the document shows it."""
    return "".join(_shown(inlines, pointers))


def _shown(inlines: Inlines, pointers: Sequence[Pointer]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield text
            case LineBreak():
                yield "\n"
            case CrossReference():
                pointer = pointer_of(inline, pointers)
                yield pointer.shown if pointer else ""
            case Footnote():
                pass


def in_one_line(text: str) -> str:
    """Give a text of several lines as one, as a concept may hold it."""
    return _BLANKS.sub(" ", clean(text)).strip(" ")


def listed(text: str) -> str:
    """Give the lines of a text as one, a comma between those that end with no sign of their own."""
    lines = [line for line in (in_one_line(line) for line in text.splitlines()) if line]
    joined = "".join(line + (" " if line.endswith(_ENDS_OPEN) else ", ") for line in lines[:-1])
    return joined + lines[-1] if lines else ""


def letters(text: str) -> str:
    """Give what of a text counts when it is compared: its letters and digits, whatever their case."""
    return "".join(_WORDS.findall(unicodedata.normalize("NFC", text).casefold())).replace("_", "")


def notes_in(inlines: Inlines) -> Inlines:
    """Give the notes of a line alone."""
    return tuple(inline for inline in inlines if isinstance(inline, Footnote))


def without(inlines: Inlines, typed: str) -> Inlines | None:
    """Give a line without what is typed at its beginning and the blanks behind it; None where it does not begin so.

    Notes among what is typed are kept, before the rest.
    """
    left, position = typed.rstrip(), 0
    for inline in inlines:
        if not left:
            break
        if isinstance(inline, Text):
            common = inline.text[: len(left)]
            if not left.startswith(common):
                return None
            left, position = left[len(common) :], position + len(common)
        elif isinstance(inline, LineBreak) and left.startswith(("\n", " ")):
            left, position = left[1:], position + 1
        elif isinstance(inline, Footnote):
            position += 1
        else:
            return None
    if left:
        return None
    kept = notes_in(part(inlines, 0, position))
    return normalise((*kept, *stripped(part(inlines, position, length(inlines)))))


def stripped(inlines: Inlines) -> Inlines:
    """Give a line without blanks and breaks at its beginning."""
    at = 0
    for inline in inlines:
        if isinstance(inline, Text) and not inline.text.strip():
            at += len(inline.text)
        elif isinstance(inline, LineBreak):
            at += 1
        elif isinstance(inline, Text):
            at += len(inline.text) - len(inline.text.lstrip())
            break
        else:
            break
    return part(inlines, at, length(inlines))


def emphasised(inlines: Inlines) -> Inlines:
    """Give a line with all its words bold."""
    return normalise(
        tuple(
            replace(inline, marks=inline.marks | Marks.BOLD) if isinstance(inline, Text) else inline
            for inline in inlines
        )
    )


def bold_length(inlines: Inlines) -> int:
    """Give how long the bold beginning of a line is that is not bold further on; 0 where there is none, or no more."""
    at = 0
    for inline in inlines:
        if isinstance(inline, Text) and not inline.marks & Marks.BOLD:
            rest = shown(part(inlines, at, length(inlines)), ())
            return at if at and letters(rest) else 0
        if isinstance(inline, LineBreak):
            return 0
        at += len(inline.text) if isinstance(inline, Text) else 1
    return 0


def as_label(block: Block) -> Block:
    """Give a block as a bold line, where it is one of words."""
    if isinstance(block, Paragraph | ListItem):
        return Paragraph(block.id, emphasised(block.inlines))
    return block


def words_in(text: str) -> list[str]:
    """Give the words of a text, whatever parts them."""
    return _WORDS.findall(unicodedata.normalize("NFC", text))
