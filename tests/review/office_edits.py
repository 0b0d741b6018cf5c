"""What a reviewer may do to a draft: the steps of the hands, what is to be told of it, what becomes of the lines.

The three are said apart, by hand: what is told is held against the steps, and the lines against what is told.
Paragraphs are named by their beginnings, cells by all they say.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.office.running import Step

Lines = tuple[str, ...]
"""The paragraphs of a text, cells too, none of them empty."""
END = "\u2029"
WHOLE = "\0"
"""Stands for all of the line that an edit is about."""


@dataclass(frozen=True)
class Told:
    """What is to be told of an edit, at the paragraph that begins so."""

    kind: str
    at: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Edit:
    """One thing that somebody does."""

    steps: tuple[Step, ...]
    told: tuple[Told, ...]
    becomes: Callable[[Lines], Lines] = lambda lines: lines


def find(lines: Sequence[str], beginning: str) -> int:
    """Give the only line that says this, or else begins so."""
    whole = [at for at, line in enumerate(lines) if line.strip() == beginning]
    (found,) = whole or [at for at, line in enumerate(lines) if line.lstrip().startswith(beginning)]
    return found


def exchanged(at: str, old: str, new: str, told: tuple[str, str] | None = None) -> Edit:
    """Type over words; what is told of it may be the whole words that are others by it."""
    before, after = told or (old, new)
    return Edit((("select", at, old), ("type", new)), (Told("text", at, before, after),), _sub(at, old, new))


def struck(at: str, words: str) -> Edit:
    """Delete words."""
    return Edit((("select", at, words), ("do", "Delete")), (Told("text", at, words),), _sub(at, words, ""))


def written(at: str, before: str, words: str) -> Edit:
    """Type words before others."""
    steps = (("go_before", at, before), ("type", words))
    return Edit(steps, (Told("text", at, "", words),), _sub(at, before, words + before))


def parted(at: str, before: str) -> Edit:
    """Part a paragraph before some words."""

    def becomes(lines: Lines) -> Lines:
        place = find(lines, at)
        first, second = lines[place].split(before)
        return (*lines[:place], first, before + second, *lines[place + 1 :])

    return Edit((("go_before", at, before), ("do", "InsertPara")), (Told("split", at, "", END),), becomes)


def joined(first: str, second: str) -> Edit:
    """Have a paragraph go on in the next one."""

    def becomes(lines: Lines) -> Lines:
        place = find(lines, first)
        assert find(lines, second) == place + 1
        return (*lines[:place], lines[place] + lines[place + 1], *lines[place + 2 :])

    return Edit((("go_behind", first), ("do", "Delete")), (Told("join", first, WHOLE),), becomes)


def added(after: str, words: str) -> Edit:
    """Write a paragraph, or an item of a list, after another."""
    steps = (("go_behind", after), ("do", "InsertPara"), ("type", words))
    return Edit(steps, (Told("insert", after, "", words),), _after(after, words))


def removed(at: str) -> Edit:
    """Delete a paragraph with its end."""

    def becomes(lines: Lines) -> Lines:
        place = find(lines, at)
        return (*lines[:place], *lines[place + 1 :])

    return Edit((("select_with_end", at), ("do", "Delete")), (Told("delete", at, WHOLE),), becomes)


def moved_up(at: str, *, over: str, after: str) -> Edit:
    """Move a paragraph over the one before, to after all of `after`."""

    def becomes(lines: Lines) -> Lines:
        place = find(lines, at)
        assert find(lines, over) == place - 1
        return (*lines[: place - 1], lines[place], lines[place - 1], *lines[place + 1 :])

    steps = (("go_before", at), ("do", "MoveUp"))
    return Edit(steps, (Told("move", at, WHOLE, after),), becomes)


def copied(whole: str, *, before: str, after: str) -> Edit:
    """Copy a paragraph to before another one, which stands after a third."""
    steps = (("select_with_end", whole), ("do", "Copy"), ("go_before", before), ("do", "Paste"))
    return Edit(steps, (Told("insert", after, "", whole),), _after(after, whole))


def cell(text: str, new: str) -> Edit:
    """Type over all of a cell."""
    steps = (("select_all", text), ("type", new))
    return Edit(steps, (Told("text", text, text, new),), _sub(text, text, new))


def row_added(last: str, first: str, *cells: str) -> Edit:
    """Add a row after the one whose first and last cells these are."""
    steps = (("go_before", first), ("do", "InsertRowsAfter"), ("fill_below", first, *cells))
    return Edit(steps, (Told("row_insert", last, "", "\t".join(cells)),), _after(last, *cells))


def row_removed(*cells: str) -> Edit:
    """Delete the row that says this."""

    def becomes(lines: Lines) -> Lines:
        place = find(lines, cells[0])
        assert lines[place : place + len(cells)] == cells
        return (*lines[:place], *lines[place + len(cells) :])

    steps = (("go_before", cells[0]), ("do", "DeleteRows"))
    return Edit(steps, (Told("row_delete", cells[0], "\t".join(cells)),), becomes)


def noted(at: str, more: str) -> Edit:
    """Write more at the end of a footnote."""

    def becomes(lines: Lines) -> Lines:
        place = find(lines, at)
        return (*lines[:place], lines[place] + more, *lines[place + 1 :])

    return Edit((("note", at, more),), (Told("text", at, "", more),), becomes)


def remarked(at: str, words: str, text: str, author: str, *, answer: str = "", by: str = "") -> Edit:
    """Comment on words; where there is an answer by somebody, it is given and the comment settled."""
    asked = (("select", at, words), ("comment", text, author))
    answered = (("be", by), ("answer", answer), ("be", author), ("resolve", text)) if answer else ()
    return Edit((*asked, *answered, ("do", "Escape")), ())


def done(lines: Lines, edits: Sequence[Edit]) -> Lines:
    """Give the text with all of some edits made."""
    for each in edits:
        lines = each.becomes(lines)
    return tuple(line for line in lines if line)


def _sub(at: str, old: str, new: str) -> Callable[[Lines], Lines]:
    def becomes(lines: Lines) -> Lines:
        place = find(lines, at)
        assert old in lines[place]
        return (*lines[:place], lines[place].replace(old, new, 1), *lines[place + 1 :])

    return becomes


def _after(at: str, *words: str) -> Callable[[Lines], Lines]:
    def becomes(lines: Lines) -> Lines:
        place = find(lines, at)
        return (*lines[: place + 1], *words, *lines[place + 1 :])

    return becomes
