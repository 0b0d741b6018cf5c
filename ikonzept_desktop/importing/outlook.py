"""What a plan comes to: the numbers its sections will have, and the text of each entry as it will stand.

It is computed from manuscript and plan alone, as often as a plan is corrected; nothing of it is in the concept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan
from ikonzept_desktop.importing.plan_edits import levels, owned, section_above
from ikonzept_desktop.model.blocks import Block, Blocks, Figure, Table, named_lines, plain_text, with_line
from ikonzept_desktop.model.document import Document, Section, find_section, replace_section
from ikonzept_desktop.model.fields import Field, RichText
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, NoteInline, Text, normalise
from ikonzept_desktop.model.template import FieldKind, Placement, Role, SectionKind, Template
from ikonzept_desktop.publication.labels import Labels, labels
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Outlook:
    """A concept as it will be, as far as numbers and texts go."""

    document: Document
    labels: Labels
    texts: tuple[Blocks, ...]
    """By entry: its own text, without the words of a title and of a label."""


def section_id(at: int) -> str:
    """Give the id that the section of an entry has in an outlook."""
    return f"entry{at}"


def outlook(document: Document, manuscript: Manuscript, plan: Plan, into: str = "") -> Outlook:
    """Give what a plan comes to in a concept, at its end or below a section."""
    texts = _texts(manuscript, plan)
    sections = _sections(document.template, plan, texts)
    host = find_section(document, into)
    if host is not None:
        whole = replace_section(document, replace(host, children=(*host.children, *sections)))
    else:
        whole = replace(document, sections=(*document.sections, *sections))
    return Outlook(whole, labels(whole), texts)


def kind_of(template: Template, entry: Entry) -> SectionKind:
    """Give the kind of an entry's section; the first one for the body where the template has it no more."""
    known = next((kind for kind in template.kinds if kind.key == entry.kind), None)
    return known or usual_kind(template)


def usual_kind(template: Template) -> SectionKind:
    """Give the kind that a section has where nothing says another one."""
    body = (kind for kind in template.kinds if kind.placement is Placement.BODY and not kind.hidden)
    return next(body, template.kinds[0])


def kind_above(template: Template, plan: Plan, at: int) -> SectionKind | None:
    """Give the kind of the section an entry belongs to; None before the first section."""
    section = section_above(plan, at)
    return None if section is None else kind_of(template, plan.entries[section])


def kind_for_new(template: Template, plan: Plan, at: int) -> str:
    """Give the kind that a section has which begins in the text of an entry: that of the one above, as a rule."""
    above = kind_above(template, plan, at)
    usual = usual_kind(template).key
    if above is None or above.role is not Role.TEXT:
        return usual
    fits = above.key in above.child_kinds or not above.child_kinds
    return above.key if fits else above.child_kinds[0]


def words_of(manuscript: Manuscript, piece: int) -> str:
    """Give the words of a piece in one line."""
    return " ".join(plain_text(manuscript.pieces[piece].block).split())


def is_table(manuscript: Manuscript, piece: int) -> bool:
    """Tell whether a piece is a table."""
    return isinstance(manuscript.pieces[piece].block, Table)


def can_be_title(manuscript: Manuscript, piece: int) -> bool:
    """Tell whether a piece has words that a section can be called by."""
    block = manuscript.pieces[piece].block
    return not isinstance(block, Table | Figure) and bool(words_of(manuscript, piece))


def guessed_columns(table: Table, field: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Give for each column of a table the key of the column, of (key, label), whose label its head says, or nothing."""
    heads = [""] * len(table.columns)
    column = 0
    for cell in table.rows[0].cells if table.rows else ():
        if column < len(heads):
            heads[column] = _folded("".join(part.text for part in cell.inlines if isinstance(part, Text)))
        column += cell.column_span
    taken: set[str] = set()
    found: list[str] = []
    for head in heads:
        key = next((key for key, label in field if key not in taken and head and _folded(label) == head), "")
        taken.add(key)
        found.append(key)
    if not any(found) and field and found:
        found[0] = field[0][0]
    return tuple(found)


def has_heads(table: Table, field: Sequence[tuple[str, str]]) -> bool:
    """Tell whether the first row of a table that marks no heads says what a column is, of (key, label)."""
    labels = {_folded(label) for _, label in field}
    first = table.rows[0].cells if table.rows and not table.header_rows else ()
    words = ("".join(part.text for part in cell.inlines if isinstance(part, Text)) for cell in first)
    return any(_folded(said) in labels for said in words)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(":")


def _texts(manuscript: Manuscript, plan: Plan) -> tuple[Blocks, ...]:
    targets = _targets(manuscript, plan)
    shown: list[Blocks] = []
    for entry, pieces in zip(plan.entries, owned(plan, len(manuscript.pieces)), strict=True):
        blocks = [manuscript.pieces[piece].block for piece in pieces]
        at = entry.piece - pieces.start
        if entry.becomes is Becomes.SECTION and not entry.begins_text:
            del blocks[at]
        elif entry.becomes is Becomes.FIELD and not entry.begins_text:
            blocks[at : at + 1] = [_without(blocks[at], entry.typed)] if entry.typed else []
        led = (_resolved(block, manuscript, targets) for block in blocks) if manuscript.pointers else blocks
        shown.append(tuple(led))
    return tuple(shown)


def _without(block: Block, typed: str) -> Block:
    """Give a paragraph without the label it begins with."""
    name, line = named_lines(block)[0]
    left = len(typed)
    kept: list[Inline] = []
    for inline in line:
        if left and isinstance(inline, Text):
            cut, left = min(left, len(inline.text)), max(left - len(inline.text), 0)
            kept.append(replace(inline, text=inline.text[cut:]))
        else:
            kept.append(inline)
    return with_line(block, name, normalise(tuple(kept)))


def _targets(manuscript: Manuscript, plan: Plan) -> Mapping[str, str]:
    """Give what a bookmark leads to, where that can be pointed at: a section, a table, a figure."""
    begun = {entry.piece: at for at, entry in enumerate(plan.entries) if entry.becomes is Becomes.SECTION}
    found: dict[str, str] = {}
    for at, piece in enumerate(manuscript.pieces):
        for bookmark in piece.bookmarks:
            if at in begun:
                found[bookmark] = section_id(begun[at])
            elif isinstance(piece.block, Table | Figure):
                found[bookmark] = piece.block.id
    return found


def _resolved(block: Block, manuscript: Manuscript, targets: Mapping[str, str]) -> Block:
    """Give a block with its references leading where they will, or as the words that stood there."""
    for name, line in named_lines(block):
        if any(isinstance(inline, CrossReference | Footnote) for inline in line):
            led: list[Inline] = []
            for inline in line:
                if isinstance(inline, Footnote):
                    content = tuple(_led(part, manuscript, targets) for part in inline.content)
                    led.append(replace(inline, content=content))
                else:
                    led.append(_led(inline, manuscript, targets))
            block = with_line(block, name, _joined(led))
    return block


def _joined(inlines: Sequence[Inline]) -> Inlines:
    return tuple(inline for inline in inlines if not (isinstance(inline, Text) and not inline.text))


def _led(inline: NoteInline, manuscript: Manuscript, targets: Mapping[str, str]) -> NoteInline:
    if not isinstance(inline, CrossReference) or not inline.target.startswith("#"):
        return inline
    at = inline.target.removeprefix("#")
    pointer = manuscript.pointers[int(at)] if at.isdecimal() and int(at) < len(manuscript.pointers) else None
    if pointer is None:
        return Text("")
    target = targets.get(pointer.bookmark)
    return replace(inline, target=target) if target else Text(pointer.shown)


def _sections(template: Template, plan: Plan, texts: Sequence[Blocks]) -> tuple[Section, ...]:
    counting = levels(plan)
    begun = [at for at, entry in enumerate(plan.entries) if entry.becomes is Becomes.SECTION]

    def below(places: Sequence[int], level: int) -> Iterator[Section]:
        tops = [place for place in range(len(places)) if counting[places[place]] == level]
        for place, end in pairwise([*tops, len(places)]):
            made = _section(template, plan, places[place], texts)
            inner = places[place + 1 : end]
            yield replace(made, children=tuple(below(inner, level + 1))) if inner else made

    return tuple(below(begun, 0))


def _section(template: Template, plan: Plan, at: int, texts: Sequence[Blocks]) -> Section:
    entry = plan.entries[at]
    kind = kind_of(template, entry)
    rich = [type.key for type in kind.fields if type.kind is FieldKind.RICH_TEXT]
    values: dict[str, Blocks] = {}
    key = usual_text(kind)
    for place in belonging(plan, at):
        other = plan.entries[place]
        if other.becomes is Becomes.FIELD:
            key = other.field if other.field in rich else usual_text(kind)
        elif other.becomes not in {Becomes.SECTION, Becomes.TEXT}:
            continue
        values[key] = values.get(key, ()) + texts[place]
    fields = tuple(Field(key, RichText(blocks)) for key, blocks in values.items() if key and blocks)
    return Section(section_id(at), kind.key, entry.title, fields, numbered=kind.numbered, in_contents=kind.in_contents)


def usual_text(kind: SectionKind) -> str:
    """Give the key of the field that a section's running text stands in; nothing where a kind has none."""
    rich = [type.key for type in kind.fields if type.kind is FieldKind.RICH_TEXT and not type.hidden]
    return "text" if "text" in rich else next(iter(rich), "")


def belonging(plan: Plan, at: int) -> range:
    """Give the entries of a section, itself first, without the sections below it."""
    end = at + 1
    while end < len(plan.entries) and plan.entries[end].becomes is not Becomes.SECTION:
        end += 1
    return range(at, end)
