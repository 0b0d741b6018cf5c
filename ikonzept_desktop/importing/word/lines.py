"""A paragraph's text as a line of a concept: marks, links, breaks, notes, references; and what cannot stand in one."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby, pairwise

from ikonzept_desktop.importing.word.desk import Desk, Stretch
from ikonzept_desktop.importing.word.references import (
    field_of,
    field_reference,
    is_inside,
    joined,
    link_reference,
)
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, LineBreak, Marks, Text, normalise, plain
from ikonzept_desktop.reading.clipboard.links import link_of
from ikonzept_desktop.reading.word.content import STAND_IN, Atom, Look, Span, View, is_shown
from ikonzept_desktop.values import dataclass

ReadNote = Callable[[Atom, int], Footnote | None]
"""Gives the footnote that a sign in a paragraph stands for."""
_SOFT_HYPHEN = "\u00ad"
_NO_BREAK_HYPHEN = "\u2011"
_UNKNOWN = "□"
"""Stands for a letter of a symbol font that is not known."""
_BLANKS = " \t\n"
_PAGES = frozenset({"page", "column"})
_PLACED = frozenset({"drawing", "object"})


@dataclass(slots=True, eq=False)
class Looks:
    """How the letters of a line are set, counted."""

    letters: int = 0
    bold: int = 0
    capital: int = 0
    sizes: Counter[float] = field(default_factory=Counter)

    def add(self, text: str, look: Look) -> None:
        """Count the letters of a text."""
        count = len(text) - sum(map(text.count, " \t\n\u00a0"))
        self.letters += count
        self.bold += count if look.marks & Marks.BOLD else 0
        self.capital += count if look.is_capital or text.isupper() or not any(map(str.isalpha, text)) else 0
        if look.size:
            self.sizes[look.size] += count

    @property
    def size(self) -> float:
        """pt, of most of them; 0 where unknown."""
        return self.sizes.most_common(1)[0][0] if self.sizes else 0.0


@dataclass(slots=True, eq=False)
class Line:
    """What a paragraph says."""

    inlines: Inlines = ()
    hidden: Inlines = ()
    """What of it is neither shown nor printed."""
    placed: list[Atom] = field(default_factory=list)
    """Drawings and objects, in their order."""
    looks: Looks = field(default_factory=Looks)
    text_first: bool = True
    """Whether its words begin before the first drawing."""
    page_before: bool = False
    page_after: bool = False
    counts: bool = False
    """Whether it has a number that is counted among those of captions."""


@dataclass(slots=True, eq=False)
class _Open:
    """A line that is being read."""

    line: Line
    shown: list[Inline] = field(default_factory=list)
    hidden: list[Inline] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A span, or the part of one that the same comments are about."""

    span: Span
    text: str
    block: int
    comments: tuple[str, ...] = ()


def read_line(desk: Desk, blocks: Sequence[int], read_note: ReadNote | None = None, *, typed: bool = False) -> Line:
    """Read a paragraph; one `typed` keeps what its fields and links print as plain text, and what is hidden in it."""
    open_line = _Open(Line())
    place = desk.place(blocks)
    for (kind, what), group in groupby(_fragments(desk, blocks), lambda each: _grouped(each, typed=typed)):
        fragments = list(group)
        if kind == "text":
            for each in fragments:
                _take(desk, open_line, each, read_note, place, typed=typed)
            continue
        shown = "".join(each.text for each in fragments if each.span.atom is None)
        field = field_of(what) if kind == "field" else None
        if field is not None:
            found = field_reference(desk, field, shown, place)
        else:
            found = link_reference(desk, what, shown)
            if found is None:
                desk.tell("inner_link", "", place, shown)
        if found is not None:
            open_line.shown += found
            for each in fragments:
                open_line.line.looks.add(each.text, each.span.look)
        else:
            for each in fragments:
                _take(desk, open_line, each, read_note, place, typed=typed)
    return _closed(desk, open_line)


def _grouped(fragment: _Fragment, *, typed: bool) -> tuple[str, str]:
    """Tell what is one reference, in several spans maybe."""
    span = fragment.span
    if not typed:
        if span.field and field_of(span.field) is not None:
            return "field", span.field
        if is_inside(span.link) and span.atom is None:
            return "link", span.link
    return "text", ""


def _fragments(desk: Desk, blocks: Sequence[int]) -> Iterator[_Fragment]:
    for at in blocks:
        stretches = desk.stretches(at)
        offset = 0
        for span in desk.copy.blocks[at].spans:
            start, offset = offset, offset + len(span.text)
            if span.is_code:
                continue
            if not span.revisions or is_shown(span.revisions, View.REJECTED):
                if stretches:
                    yield from _parted(span, start, at, stretches)
                else:
                    yield _Fragment(span, span.text, at)


def _parted(span: Span, start: int, block: int, stretches: Sequence[Stretch]) -> Iterator[_Fragment]:
    end = start + len(span.text)
    edges = {start, end, *(edge for each in stretches for edge in (each.start, each.end) if start < edge < end)}
    ordered = sorted(edges)
    for left, right in pairwise(ordered):
        about = {each.comment for each in stretches if each.start <= left and right <= each.end}
        yield _Fragment(span, span.text[left - start : right - start], block, tuple(sorted(about)))


def _take(desk: Desk, into: _Open, fragment: _Fragment, read_note: ReadNote | None, place: str, *, typed: bool) -> None:
    span, line = fragment.span, into.line
    target = into.hidden if span.look.is_hidden and not typed else into.shown
    if span.field.upper().startswith("SEQ "):
        line.counts = True
    if span.atom is None:
        target.append(_run(desk, fragment, fragment.text, place))
        line.looks.add(fragment.text, span.look)
        return
    kind = span.atom.kind
    if kind in _PLACED:
        line.text_first = line.text_first and bool(line.placed or _has_letters(into.shown))
        line.placed.append(span.atom)
    elif kind in {"footnote", "endnote"}:
        note = read_note(span.atom, fragment.block) if read_note is not None else None
        if note is not None:
            target.append(note)
    elif kind in _PAGES:
        line.page_before = line.page_before or (kind == "page" and not _has_letters(into.shown))
        line.page_after = kind == "page"
        target.append(LineBreak())
        return
    else:
        target.extend(_letters(desk, fragment, span.atom, place))
    line.page_after = False


def _letters(desk: Desk, fragment: _Fragment, atom: Atom, place: str) -> Iterator[Inline]:
    """Give the letters that stand for an atom."""
    match atom.kind:
        case "break":
            yield LineBreak()
        case "tab":
            yield _run(desk, fragment, " ", place)
        case "hyphen":
            yield _run(desk, fragment, _NO_BREAK_HYPHEN, place)
        case "soft hyphen":
            desk.soft_hyphens += 1
        case "math":
            desk.tell("formula", "", place, atom.text)
            yield _run(desk, fragment, atom.text, place)
        case "symbol" if fragment.text == STAND_IN:
            desk.tell("symbol", "", place, f"{atom.ref} {atom.text}".strip())
            yield _run(desk, fragment, _UNKNOWN, place)
        case _:
            yield _run(desk, fragment, fragment.text.replace(STAND_IN, ""), place)


def _run(desk: Desk, fragment: _Fragment, text: str, place: str) -> Text:
    span = fragment.span
    link = ""
    if span.link and not is_inside(span.link):
        link = link_of(span.link.replace(" ", "%20"))
        if not link:
            desk.tell("link", "", place, span.link)
    if _SOFT_HYPHEN in text:
        desk.soft_hyphens += text.count(_SOFT_HYPHEN)
        text = text.replace(_SOFT_HYPHEN, "")
    return Text(text, span.look.marks, link, span.look.language, fragment.comments)


def _closed(desk: Desk, into: _Open) -> Line:
    line = into.line
    if not _has_letters(into.shown):
        line.page_before = line.page_before or line.page_after
    line.inlines = trimmed(joined(desk, normalise(tuple(into.shown))))
    line.hidden = trimmed(normalise(tuple(into.hidden)))
    return line


def _has_letters(inlines: Sequence[Inline]) -> bool:
    return any(
        not isinstance(each, LineBreak) and (not isinstance(each, Text) or each.text.strip()) for each in inlines
    )


def trimmed(inlines: Sequence[Inline]) -> Inlines:
    """Give a line without the blanks and breaks at its ends, in normal form."""
    kept = list(inlines)
    while kept and isinstance(kept[0], LineBreak | Text):
        first = kept.pop(0)
        if isinstance(first, Text) and (text := first.text.lstrip(_BLANKS)):
            kept.insert(0, replace(first, text=text))
            break
    while kept and isinstance(kept[-1], LineBreak | Text):
        last = kept.pop()
        if isinstance(last, Text) and (text := last.text.rstrip(_BLANKS)):
            kept.append(replace(last, text=text))
            break
    return normalise(tuple(kept))


def parted(lines: Sequence[Inlines]) -> Inlines:
    """Give lines as one, parted by breaks."""
    whole: list[Inline] = []
    for line in lines:
        if line:
            whole.extend((LineBreak(), *line) if whole else line)
    return normalise(tuple(whole))


def is_empty(inlines: Inlines) -> bool:
    """Tell whether there is nothing to be read in a line."""
    return not inlines or (all(isinstance(each, Text | LineBreak) for each in inlines) and not plain(inlines).strip())
