"""What a hit becomes, and the one edit that makes it so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.blocks import Attachment, Block, Figure, ListItem, Paragraph, Row, Table, line_of
from ikonzept_desktop.model.document import Comment, Document, field_value, find_section
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, SetField, SetProperties, compound
from ikonzept_desktop.model.fields import FieldAddress, Line, RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, LineBreak, NoteInline, Text, part, splice
from ikonzept_desktop.model.search.passages import (
    FIXED,
    OBJECT,
    Part,
    Passage,
    Site,
    passages_of,
    passages_of_properties,
)
from ikonzept_desktop.model.search.query import Query, expanded, finder
from ikonzept_desktop.model.search.search import Found
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.model.text_edits import replace_line
from ikonzept_desktop.values import dataclass

Span = tuple[int, int]


class Obstacle(StrEnum):
    """Why something found cannot be replaced."""

    NOTE = "note"
    """It holds a footnote, which would be lost."""
    REFERENCE = "reference"
    CHOSEN = "chosen"
    """It is chosen, not written: a choice, a day."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to stand in the place of what is found."""

    text: str = ""
    keep_case: bool = False
    """Whether it takes capitals where what it replaces has them."""


@dataclass(frozen=True, slots=True)
class Change:
    """A passage as it was when it was searched, and what its spans become, in order and apart from each other."""

    passage: Passage
    parts: tuple[tuple[int, int, str], ...]
    """From, to, and the new characters; a new line among them is a line break where the line can hold one."""


def obstacle(passage: Passage, span: Span) -> Obstacle | None:
    """Tell what keeps a span from being replaced; None where nothing does."""
    if passage.site.part in FIXED:
        return Obstacle.CHOSEN
    at = passage.text.find(OBJECT, *span)
    if at < 0:
        return None
    return Obstacle.REFERENCE if at in passage.references else Obstacle.NOTE


class Replacer:
    """Says what each hit of a query becomes."""

    def __init__(self, query: Query, wish: Wish) -> None:
        """Replace what the query finds by what is wished."""
        self._query = query
        self._wish = wish

    def texts(self, found: Found) -> tuple[str, ...]:
        """Give what each span becomes; raises BadPattern for a wish that is none, and TookTooLong."""
        old = found.passage.text
        new = self._met(found) if self._query.is_regex else {}
        return tuple(self._dressed(old[slice(*span)], new.get(span, self._wish.text)) for span in found.spans)

    def _met(self, found: Found) -> dict[Span, str]:
        meet = finder(self._query)
        matches = meet.matches(found.passage) if meet else ()
        return {match.span(): expanded(match, self._wish.text) for match in matches}

    def _dressed(self, old: str, new: str) -> str:
        cleaned = "\n".join(map(clean, new.split("\n")))
        return _in_case_of(old, cleaned) if self._wish.keep_case else cleaned


def replacing(document: Document, changes: Iterable[Change]) -> Edit | None:
    """Give the one edit that makes the changes; None where there is nothing to do.

    What no longer reads as it did when it was searched is left alone, and so is what has an obstacle. The first
    character that is replaced lends the new ones its look and its link; notes of colleagues stay anchored.
    """
    kept = _possible(document, changes)
    in_blocks: dict[tuple[FieldAddress, str], list[Change]] = {}
    in_comments: dict[str, list[Change]] = {}
    edits: list[Edit | None] = []
    for change in kept:
        site = change.passage.site
        if site.block and site.address:
            in_blocks.setdefault((site.address, site.block), []).append(change)
        elif site.part in {Part.COMMENT, Part.REPLY}:
            in_comments.setdefault(site.section, []).append(change)
        else:
            edits.append(_in_plain_line(document, change))
    edits += (edit for (address, block), of in in_blocks.items() for edit in _in_block(document, address, block, of))
    edits += (_in_comments(document, section, of) for section, of in in_comments.items())
    edits.append(_in_properties(document, [change for change in kept if change.passage.site.part is Part.PROPERTY]))
    return compound(edits)


def selection_of(passage: Passage, span: Span) -> Selection:
    """Give the selection that shows a span, as the history keeps selections; a table or figure is selected whole."""
    site = passage.site
    if site.block and site.part not in {Part.TEXT, Part.NOTE}:
        return Selection(site.section, site.address, site.block, "", 0, 1)
    return Selection(site.section, site.address, site.block, site.id if site.part is Part.NOTE else "", *span)


def _possible(document: Document, changes: Iterable[Change]) -> list[Change]:
    """Give the changes whose passages still read as they did, without what has an obstacle."""
    known: dict[str, dict[Site, Passage]] = {}
    kept = []
    for change in changes:
        passage = change.passage
        section = passage.site.section
        if section not in known:
            known[section] = {now.site: now for now in _passages(document, section)}
        parts = tuple(part for part in change.parts if obstacle(passage, part[:2]) is None)
        if parts and known[section].get(passage.site) == passage:
            kept.append(Change(passage, parts))
    return kept


def _passages(document: Document, section: str) -> tuple[Passage, ...]:
    if not section:
        return passages_of_properties(document.properties)
    found = find_section(document, section)
    return passages_of(found, document.template.kind(found.kind)) if found else ()


def _rewritten(change: Change) -> str:
    """Give the whole new line of a passage of plain characters."""
    text = change.passage.text
    for start, end, new in reversed(change.parts):
        text = text[:start] + new + text[end:]
    return clean(text)


def _in_plain_line(document: Document, change: Change) -> Edit | None:
    site = change.passage.site
    if site.part is Part.LINE and site.address:
        before = field_value(document, site.address)
        return SetField(site.address, before, Line(_rewritten(change)))
    if site.part in {Part.TITLE, Part.RESPONSIBLE}:
        return outline.set_attribute(document, site.section, site.part.value, _rewritten(change))
    return None


def _in_properties(document: Document, changes: list[Change]) -> Edit | None:
    if not changes:
        return None
    new: dict[str, Any] = {change.passage.site.id: _rewritten(change) for change in changes}
    return SetProperties(document.properties, replace(document.properties, **new))


def _in_comments(document: Document, section: str, changes: list[Change]) -> Edit | None:
    found = find_section(document, section)
    new = {(change.passage.site.id, change.passage.site.reply): _rewritten(change) for change in changes}
    comments = found.comments if found else ()
    return outline.set_attribute(document, section, "comments", tuple(_commented(known, new) for known in comments))


def _commented(comment: Comment, new: dict[tuple[str, str], str]) -> Comment:
    replies = tuple(replace(reply, text=new.get((comment.id, reply.id), reply.text)) for reply in comment.replies)
    return replace(comment, text=new.get((comment.id, ""), comment.text), replies=replies)


def _in_block(document: Document, address: FieldAddress, id: str, changes: list[Change]) -> Iterator[Edit | None]:
    """Give the edits within one block: of one line the span that differs, of several, or of a figure, the block."""
    value = field_value(document, address)
    blocks = value.blocks if isinstance(value, RichText) else ()
    at = next((index for index, block in enumerate(blocks) if block.id == id), -1)
    if at < 0:
        return
    block = blocks[at]
    lines = _new_lines(block, [change for change in changes if change.passage.site.part is not Part.ALTERNATIVE])
    alternative = [change for change in changes if change.passage.site.part is Part.ALTERNATIVE]
    if len(lines) == 1 and not alternative:
        ((line, inlines),) = lines.items()
        yield replace_line(address, block, line, inlines)
        return
    changed = _with_lines(block, lines)
    if alternative and isinstance(changed, Figure):
        changed = replace(changed, alternative_text=_rewritten(alternative[0]))
    if changed != block:
        yield ReplaceBlocks(address, at, (block,), (changed,))


def _new_lines(block: Block, changes: list[Change]) -> dict[str, Inlines]:
    """Give the lines of a block that change, by name, with the notes in them."""
    lines: dict[str, Inlines] = {}
    for change in changes:
        site = change.passage.site
        line = lines[site.line] if site.line in lines else line_of(block, site.line)
        lines[site.line] = _with_note(line, change) if site.part is Part.NOTE else _spliced(line, change)
    return lines


def _with_note(line: Inlines, change: Change) -> Inlines:
    return tuple(
        replace(inline, content=_note_content(_spliced(inline.content, change)))
        if isinstance(inline, Footnote) and inline.id == change.passage.site.id
        else inline
        for inline in line
    )


def _note_content(inlines: Inlines) -> tuple[NoteInline, ...]:
    return tuple(inline for inline in inlines if not isinstance(inline, Footnote))


def _spliced(line: Inlines, change: Change) -> Inlines:
    """Give a line with the spans of a change replaced, the last one first, so that the others stay where they are."""
    for start, end, new in reversed(change.parts):
        line = splice(line, start, end, _dressed(new, part(line, start, end)))
    return line


def _dressed(text: str, replaced: Inlines) -> Inlines:
    """Give new characters the look of the first that are replaced, and the notes of colleagues of all of them."""
    runs = [run for run in replaced if isinstance(run, Text)]
    look = runs[0] if runs else Text("")
    comments = tuple(sorted({id for run in runs for id in run.comments}))
    inlines: list[Inline] = []
    for number, words in enumerate(text.split("\n")):
        if number:
            inlines.append(LineBreak())
        if words:
            inlines.append(replace(look, text=words, comments=comments))
    return tuple(inlines)


def _with_lines(block: Block, lines: dict[str, Inlines]) -> Block:
    match block:
        case Paragraph(inlines=inlines) | ListItem(inlines=inlines):
            return replace(block, inlines=lines.get("", inlines))
        case Table():
            rows = tuple(_with_cells(row, lines) for row in block.rows)
            caption, source = lines.get("caption", block.caption), lines.get("source", block.source)
            return replace(block, rows=rows, caption=caption, source=source)
        case Figure():
            return replace(block, caption=lines.get("caption", block.caption), source=lines.get("source", block.source))
        case Attachment():
            return replace(block, caption=lines.get("caption", block.caption))


def _with_cells(row: Row, lines: dict[str, Inlines]) -> Row:
    if all(cell.id not in lines for cell in row.cells):
        return row
    return replace(row, cells=tuple(replace(c, inlines=lines.get(c.id, c.inlines)) for c in row.cells))


def _in_case_of(old: str, new: str) -> str:
    """Give the new words the capitals of the old ones: in all letters or at the beginning; they lose none of theirs."""
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
