"""What stands in a line of text: runs with marks, line breaks, footnotes and cross-references.

A position within a line counts code points of text; a line break, a footnote and a reference count 1 each.
"""

from dataclasses import replace
from enum import IntFlag, StrEnum
from functools import lru_cache
from itertools import pairwise

from ikonzept_desktop.model.text import clean, count_words, is_clean
from ikonzept_desktop.values import dataclass


class Marks(IntFlag):
    """How a run of text is set apart."""

    NONE = 0
    BOLD = 1
    ITALIC = 2
    SUPERSCRIPT = 4
    SUBSCRIPT = 8


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters that share their marks, link, language and comments."""

    text: str
    marks: Marks = Marks.NONE
    link: str = ""
    """A target of scheme http, https or mailto, or nothing."""
    language: str = ""
    """A BCP 47 tag where it differs from the concept's own."""
    comments: tuple[str, ...] = ()
    """The ids of the comments whose anchor covers this run, sorted."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within the same block."""


class ReferenceForm(StrEnum):
    """What a cross-reference prints of its target."""

    NUMBER = "number"
    """The bare number, `5.1.1` or `Tabelle 3`."""
    TITLE = "title"
    NUMBER_TITLE = "number_title"
    PAGE = "page"
    """The page, `12`."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A pointer to a section, table, figure or record that prints its present number."""

    target: str
    form: ReferenceForm = ReferenceForm.NUMBER


NoteInline = Text | LineBreak | CrossReference


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note that travels with the place it belongs to; its number is never stored."""

    id: str
    content: tuple[NoteInline, ...] = ()


Inline = Text | LineBreak | Footnote | CrossReference
Inlines = tuple[Inline, ...]


def size(inline: Inline) -> int:
    """Give how many positions the inline takes."""
    return len(inline.text) if isinstance(inline, Text) else 1


def length(inlines: Inlines) -> int:
    """Give how many positions the line takes."""
    return sum(map(size, inlines))


def normalise(inlines: Inlines) -> Inlines:
    """Clean the text, drop empty runs and join neighbours that differ in nothing but their characters."""
    joined: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Text):
            joined.append(_clean_note(inline))
            continue
        run = _clean_run(inline)
        last = joined[-1] if joined else None
        if isinstance(last, Text) and same_look(last, run):
            joined[-1] = replace(last, text=clean(last.text + run.text))
        elif run.text:
            joined.append(run)
    return tuple(joined)


def is_normal(inlines: Inlines) -> bool:
    """Tell whether normalise would leave the line as it is."""
    for left, right in pairwise(inlines):
        if isinstance(left, Text) and isinstance(right, Text):
            return normalise(inlines) == inlines
    return all(map(_is_normal_inline, inlines))


def part(inlines: Inlines, start: int, end: int) -> Inlines:
    """Give the inlines between two positions."""
    taken: list[Inline] = []
    position = 0
    for inline in inlines:
        span = size(inline)
        low, high = max(start - position, 0), min(end - position, span)
        if low < high:
            taken.append(replace(inline, text=inline.text[low:high]) if isinstance(inline, Text) else inline)
        position += span
    return tuple(taken)


def splice(inlines: Inlines, start: int, end: int, inserted: Inlines) -> Inlines:
    """Give the line with the span between two positions replaced."""
    return normalise(part(inlines, 0, start) + inserted + part(inlines, end, length(inlines)))


def plain(inlines: Inlines) -> str:
    """Give the characters alone: a line break as a new line, notes and references as nothing."""
    return "".join(_plain(inline) for inline in inlines)


def words(inlines: Inlines) -> int:
    """Count the words of the line and of its notes."""
    notes = sum(words(inline.content) for inline in inlines if isinstance(inline, Footnote))
    return _line_words(plain(inlines)) + notes


@lru_cache(maxsize=8192)
def _line_words(text: str) -> int:
    return count_words(text)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case LineBreak():
            return "\n"
        case _:
            return ""


def same_look(left: Text, right: Text) -> bool:
    """Tell whether two runs differ in nothing but their characters."""
    return (left.marks, left.link, left.language, left.comments) == (
        right.marks,
        right.link,
        right.language,
        right.comments,
    )


def _clean_run(run: Text) -> Text:
    cleaned = clean(run.text)
    return run if cleaned == run.text else replace(run, text=cleaned)


def _clean_note(inline: LineBreak | Footnote | CrossReference) -> Inline:
    if not isinstance(inline, Footnote):
        return inline
    content = tuple(part for part in normalise(inline.content) if not isinstance(part, Footnote))
    return inline if content == inline.content else replace(inline, content=content)


def _is_normal_inline(inline: Inline) -> bool:
    match inline:
        case Text(text=text):
            return bool(text) and is_clean(text)
        case Footnote(content=content):
            return is_normal(content)
        case _:
            return True
