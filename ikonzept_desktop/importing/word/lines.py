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
from ikonzept_desktop.model.text import clean
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
_BREAK = LineBreak()
_PAGES = frozenset({"page", "column"})
_PLACED = frozenset({"drawing", "object"})
_NOTES = frozenset({"footnote", "endnote"})
_TYPED = frozenset({"tab", "hyphen"})
"""Atoms that may be in what a reference prints."""


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


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A span, or the part of one that the same comments are about."""

    span: Span
    text: str
    block: int
    comments: tuple[str, ...] = ()


def read_line(desk: Desk, blocks: Sequence[int], read_note: ReadNote | None = None, *, typed: bool = False) -> Line:
    """Read a paragraph; one `typed` keeps what its fields and links print as plain text, and what is hidden in it."""
    return _plain_line(desk, blocks) or _Reading(desk, blocks, read_note, typed=typed).line()


def _plain_line(desk: Desk, blocks: Sequence[int]) -> Line | None:
    """Read a paragraph of one span of text and nothing else, as most are; None for any other."""
    spans = desk.copy.blocks[blocks[0]].spans
    if len(blocks) > 1 or len(spans) > 1 or desk.stretches(blocks[0]):
        return None
    if not spans:
        return Line()
    span = spans[0]
    look = span.look
    is_plain = not (span.revisions or span.link or span.field or span.is_code or look.is_hidden or look.is_struck)
    bare = span.atom is None and is_plain
    text = clean(span.text.strip(_BLANKS)) if bare and _SOFT_HYPHEN not in span.text else ""
    if not text:
        return None
    line = Line((Text(text, span.look.marks, "", desk.language(span.look.language)),))
    line.looks.add(text, span.look)
    return line


class _Reading:
    """The reading of one paragraph."""

    def __init__(self, desk: Desk, blocks: Sequence[int], read_note: ReadNote | None, *, typed: bool) -> None:
        self._desk, self._blocks, self._read_note, self._typed = desk, blocks, read_note, typed
        self._line = Line()
        self._words: str | None = None
        self._shown: list[Inline] = []
        self._hidden: list[Inline] = []

    def line(self) -> Line:
        """Read all of it."""
        for (kind, what), group in groupby(self._fragments(), self._grouped):
            fragments = list(group)
            found = None if kind == "text" else self._reference(kind, what, fragments)
            if found is None:
                for each in fragments:
                    self._take(each)
                continue
            self._shown += found
            for each in fragments:
                self._line.looks.add(each.text, each.span.look)
        return self._closed()

    def _tell(self, kind: str, about: str) -> None:
        self._desk.tell(kind, "", self._place(), about)

    def _place(self) -> str:
        if self._words is None:
            self._words = self._desk.place(self._blocks)
        return self._words

    def _fragments(self) -> Iterator[_Fragment]:
        for at in self._blocks:
            stretches = self._desk.stretches(at)
            offset = 0
            for span in self._desk.copy.blocks[at].spans:
                start, offset = offset, offset + len(span.text)
                if span.is_code or not is_shown(span.revisions, View.REJECTED):
                    continue
                if stretches:
                    yield from _parted(span, start, at, stretches)
                else:
                    yield _Fragment(span, span.text, at)

    def _grouped(self, fragment: _Fragment) -> tuple[str, str]:
        """Tell what is one reference, in several spans maybe."""
        span = fragment.span
        if not self._typed:
            if span.field and field_of(span.field) is not None:
                return "field", span.field
            if is_inside(span.link):
                return "link", span.link
        return "text", ""

    def _reference(self, kind: str, what: str, fragments: Sequence[_Fragment]) -> Inlines | None:
        """Give the reference that a field or a link within the document is; None where it stays what it prints."""
        if not all(each.span.atom is None or each.span.atom.kind in _TYPED for each in fragments):
            return None
        shown = "".join(each.text for each in fragments).replace("\t", " ")
        field = field_of(what) if kind == "field" else None
        if field is not None:
            return field_reference(self._desk, field, shown, self._place())
        found = link_reference(self._desk, what, shown)
        if found is None and shown.strip():
            self._tell("inner_link", shown)
        return found

    def _take(self, fragment: _Fragment) -> None:
        span, line = fragment.span, self._line
        is_hidden = span.look.is_hidden and not self._typed
        target = self._hidden if is_hidden else self._shown
        line.counts = line.counts or span.field[:4].upper() == "SEQ "
        kind = span.atom.kind if span.atom is not None else ""
        if span.atom is None:
            target.append(self._run(fragment, fragment.text))
            if not is_hidden:
                line.looks.add(fragment.text, span.look)
        elif kind in _PLACED:
            line.text_first = line.text_first and bool(line.placed or _has_letters(self._shown))
            line.placed.append(span.atom)
        elif kind in _NOTES:
            note = self._read_note(span.atom, fragment.block) if self._read_note is not None else None
            target.extend(() if note is None else (note,))
        elif kind in _PAGES:
            line.page_before = line.page_before or (kind == "page" and not _has_letters(self._shown))
            target.append(_BREAK)
        else:
            target.extend(self._letters(fragment, span.atom))
        line.page_after = kind == "page"

    def _letters(self, fragment: _Fragment, atom: Atom) -> Iterator[Inline]:
        """Give the letters that stand for an atom; a tab becomes the blank it is in every line of a concept."""
        match atom.kind:
            case "break":
                yield _BREAK
            case "hyphen":
                yield self._run(fragment, _NO_BREAK_HYPHEN)
            case "soft hyphen":
                self._desk.soft_hyphens += 1
            case "math":
                self._tell("formula", atom.text)
                yield self._run(fragment, atom.text)
            case "symbol" if fragment.text == STAND_IN:
                self._tell("symbol", f"{atom.ref} {atom.text}".strip())
                yield self._run(fragment, _UNKNOWN)
            case _:
                yield self._run(fragment, fragment.text.replace(STAND_IN, ""))

    def _run(self, fragment: _Fragment, text: str) -> Text:
        span = fragment.span
        link = ""
        if span.link and not is_inside(span.link):
            link = link_of(span.link.replace(" ", "%20"))
            if not link:
                self._tell("link", span.link)
        if span.look.is_struck and text.strip():
            self._tell("struck_out", text)
        if _SOFT_HYPHEN in text:
            self._desk.soft_hyphens += text.count(_SOFT_HYPHEN)
            text = text.replace(_SOFT_HYPHEN, "")
        language = self._desk.language(span.look.language)
        return Text(text, span.look.marks, link, language, fragment.comments)

    def _closed(self) -> Line:
        line = self._line
        if not _has_letters(self._shown):
            line.page_before = line.page_before or line.page_after
        line.inlines = trimmed(joined(self._desk, normalise(tuple(self._shown))))
        line.hidden = trimmed(normalise(tuple(self._hidden))) if self._hidden else ()
        return line


def _parted(span: Span, start: int, block: int, stretches: Sequence[Stretch]) -> Iterator[_Fragment]:
    end = start + len(span.text)
    edges = {start, end, *(edge for each in stretches for edge in (each.start, each.end) if start < edge < end)}
    for left, right in pairwise(sorted(edges)):
        about = {each.comment for each in stretches if each.start <= left and right <= each.end}
        yield _Fragment(span, span.text[left - start : right - start], block, tuple(sorted(about)))


def _has_letters(inlines: Sequence[Inline]) -> bool:
    return any(
        not isinstance(each, LineBreak) and (not isinstance(each, Text) or each.text.strip()) for each in inlines
    )


def trimmed(inlines: Sequence[Inline]) -> Inlines:
    """Give a line without the blanks and breaks at its ends, in normal form."""
    if all(isinstance(end, Text) and end.text.strip(_BLANKS) == end.text for end in (*inlines[:1], *inlines[-1:])):
        return normalise(tuple(inlines)) if len(inlines) > 1 else tuple(inlines)
    start, end = 0, len(inlines)
    while start < end and _is_blank(inlines[start]):
        start += 1
    while end > start and _is_blank(inlines[end - 1]):
        end -= 1
    kept = list(inlines[start:end])
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if kept and isinstance(bound := kept[at], Text):
            kept[at] = replace(bound, text=strip(bound.text, _BLANKS))
    return normalise(tuple(kept))


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and not inline.text.strip(_BLANKS))


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
