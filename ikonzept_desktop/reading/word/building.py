"""Blocks in the making: text arrives piece by piece, and what is alike becomes one span."""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ikonzept_desktop.reading.word.content import (
    PLAIN,
    Atom,
    Block,
    Form,
    FormatChange,
    Look,
    Numbering,
    Place,
    Position,
    Revisions,
    Span,
)

_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]*)\"|([^\s\\\"]+))?", re.IGNORECASE)
_ANCHOR = re.compile(r"\\l\s+\"?([^\s\"]+)")


@dataclass(slots=True, eq=False)
class Field:
    """A field that is being read (ECMA-376 Part 1, 17.16.18); one that never ends hides no text."""

    code: list[str] = field(default_factory=list)
    in_code: bool = True
    ended: bool = False
    within: "Field | None" = None
    """The field whose result it stands in."""

    @property
    def instruction(self) -> str:
        """Give its instruction in one line."""
        return " ".join("".join(self.code).split())


class Around(NamedTuple):
    """What surrounds a piece of text: text with the same surroundings is one span."""

    revisions: Revisions = ()
    link: str = ""
    field: Field | None = None
    in_code: bool = False
    look: Look = PLAIN


NOTHING_AROUND = Around()
_Piece = tuple[Around, str, Atom | None]


@dataclass(slots=True, eq=False)
class BlockInMaking:
    """One paragraph."""

    index: int
    place: Place
    flow: int
    within: Revisions = ()
    row: Revisions = ()
    mark: Revisions = ()
    style_id: str = ""
    style: str = ""
    outline: int | None = None
    numbering: Numbering | None = None
    length: int = 0
    bookmarks: list[str] = field(default_factory=list)
    formats: list[FormatChange] = field(default_factory=list)
    form: Form | None = None
    _pieces: list[_Piece] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _around: Around = NOTHING_AROUND
    _formatted_to: int = -1

    def add(self, text: str, around: Around) -> None:
        """Add letters."""
        if around is not self._around:
            self._close()
            self._around = around
        self._open.append(text)
        self.length += len(text)

    def add_atom(self, stand_in: str, atom: Atom, around: Around) -> None:
        """Add an atom with the character that stands for it."""
        self._close()
        self._pieces.append((around, stand_in, atom))
        self.length += len(stand_in)

    def formatted(self, change: FormatChange) -> None:
        """Note a change of form of the text that is added next, one with that of the text right before it."""
        last = self.formats[-1] if self.formats else None
        if last is not None and self._formatted_to == self.length and _same_change(last, change):
            self.formats[-1] = replace(last, text=last.text + change.text)
        else:
            self.formats.append(change)
        self._formatted_to = self.length + len(change.text)

    def position(self) -> Position:
        """Give the place where what is added next will stand."""
        return Position(self.index, self.length)

    def made(self) -> Block:
        """Give the block as a value."""
        self._close()
        return Block(
            self.place,
            tuple(_joined([_span(piece) for piece in self._pieces])),
            self.flow,
            self.mark,
            self.within,
            self.row,
            self.style_id,
            self.style,
            self.outline,
            self.numbering,
            tuple(self.bookmarks),
            tuple(self.formats),
            self.form,
        )

    def pieces(self) -> list[_Piece]:
        """Give what was added, in order, with what surrounds it."""
        self._close()
        return self._pieces

    def _close(self) -> None:
        if text := "".join(self._open):
            self._pieces.append((self._around, text, None))
        self._open.clear()


def _span(piece: _Piece) -> Span:
    around, text, atom = piece
    if around is NOTHING_AROUND and atom is None:
        return Span(text)
    instruction, is_code, link = "", False, around.link
    if around.field is not None:
        is_code = around.in_code and around.field.ended
        instruction = "" if around.in_code else around.field.instruction
        link = link or _linked(instruction)
    return Span(text, around.revisions, atom, link, instruction, is_code, around.look)


def _linked(instruction: str) -> str:
    """Give where a HYPERLINK field leads (ECMA-376 Part 1, 17.16.5.25)."""
    found = _HYPERLINK.match(instruction)
    if found is None:
        return ""
    anchor = _ANCHOR.search(instruction)
    return (found[1] or found[2] or "") + (f"#{anchor[1]}" if anchor else "")


def _joined(spans: list[Span]) -> list[Span]:
    """Make one of neighbours that differ in nothing but where a run ends."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and last.atom is None and span.atom is None and _alike(last, span):
            text = last.text + span.text
            joined[-1] = Span(text, last.revisions, None, last.link, last.field, last.is_code, last.look)
        else:
            joined.append(span)
    return joined


def _alike(one: Span, other: Span) -> bool:
    return _surroundings(one) == _surroundings(other)


def _surroundings(span: Span) -> tuple[Revisions, str, str, bool, Look]:
    return span.revisions, span.link, span.field, span.is_code, span.look


def _same_change(one: FormatChange, other: FormatChange) -> bool:
    return (one.kind, one.author, one.date) == (other.kind, other.author, other.date)
