"""What every concept keeps to, whatever is done to it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import chain, pairwise, product

from ikonzept_desktop.model.blocks import (
    Attachment,
    Block,
    Blocks,
    Figure,
    ListItem,
    Row,
    Table,
    lines_of,
)
from ikonzept_desktop.model.changes import Changes
from ikonzept_desktop.model.document import (
    Abbreviation,
    BindingDate,
    Document,
    GivenCopy,
    Properties,
    Section,
    find_section,
)
from ikonzept_desktop.model.fields import (
    Choice,
    Day,
    Field,
    FieldValue,
    Line,
    Links,
    Records,
    RichText,
    YesNo,
)
from ikonzept_desktop.model.inline import Footnote, Inlines, Text, is_normal
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.page_choice import MOST_PAGES, pages_of
from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, Template
from ikonzept_desktop.model.text import is_clean
from ikonzept_desktop.values import dataclass

WIDEST_MM = 500.0
"""Of a figure; no page is wider."""
DEEPEST_LIST_LEVEL = 8
_LINK = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)
_DIGEST = re.compile(r"[0-9a-f]{64}")
VALUE_TYPES: dict[FieldKind, type[FieldValue]] = {
    FieldKind.RICH_TEXT: RichText,
    FieldKind.LINE: Line,
    FieldKind.CHOICE: Choice,
    FieldKind.DAY: Day,
    FieldKind.YES_NO: YesNo,
    FieldKind.LINKS: Links,
    FieldKind.RECORDS: Records,
}
"""What a field of each kind holds."""


class SchemaError(Exception):
    """What was asked for is no valid concept; the message names the first thing that is wrong."""


def check(document: Document, changes: Changes | None = None, before: Document | None = None) -> None:
    """Raise SchemaError unless the document, or what changed of a valid one before, is valid."""
    for problem in problems(document, changes, before):
        raise SchemaError(problem)


def problems(document: Document, changes: Changes | None = None, before: Document | None = None) -> Iterator[str]:
    """Name everything that is wrong with the document, or with what changed of a valid one before."""
    if changes is None or changes.outline or changes.trash or changes.template:
        yield from _section_problems(document, _every_section(document))
        yield from _order_problems(document)
    else:
        found = (find_section(document, id) for id in changes.sections)
        yield from _section_problems(document, (section for section in found if section))
    if _may_give_ids_twice(document, changes, before):
        yield from _id_problems(document)
    if changes is None or changes.properties:
        yield from _property_problems(document.properties)
    if changes is None or changes.review:
        yield from _review_problems(document)


def _review_problems(document: Document) -> Iterator[str]:
    for what, found in (("file that came back", document.returned), ("proposal", document.proposals)):
        ids = [each.id for each in found]
        if "" in ids or len(set(ids)) < len(ids):
            yield f"a {what} has no id, or one that another has too"
    if not all(_DIGEST.fullmatch(file.digest) for file in document.returned):
        yield "a file that came back names no bytes"
    if not all(kept.variants for kept in document.proposals):
        yield "a proposal proposes nothing"


def _property_problems(properties: Properties) -> Iterator[str]:
    abbreviations = properties.abbreviations
    if not all(map(is_clean, _texts_in(properties))):
        yield "the properties have unclean text"
    shorts = [abbreviation.short for abbreviation in abbreviations]
    if "" in shorts or len(set(shorts)) < len(shorts):
        yield "an abbreviation has no short form, or one that another has too"
    copies = [copy.id for copy in properties.copies]
    if "" in copies or len(set(copies)) < len(copies):
        yield "a copy has no id, or one that another has too"


def _texts_in(said: object) -> Iterator[str]:
    """Go through every text of the properties, those in their lists among them."""
    match said:
        case str():
            yield said
        case tuple():
            yield from chain.from_iterable(map(_texts_in, said))
        case Properties() | Abbreviation() | BindingDate() | GivenCopy():
            yield from chain.from_iterable(_texts_in(getattr(said, field.name)) for field in fields(said))


def is_allowed_link(link: str) -> bool:
    """Tell whether text may point there: the web by http or https, or a mail address."""
    return not link or (_LINK.fullmatch(link) is not None and is_clean(link))


def _every_section(document: Document) -> Iterator[Section]:
    waiting = list(_tops(document))
    while waiting:  # several times as fast as nested generators, and each split of a paragraph asks
        section = waiting.pop()
        yield section
        waiting += section.children


def _tops(document: Document) -> tuple[Section, ...]:
    return (*document.sections, *(trashed.section for trashed in document.trash))


def _section_problems(document: Document, sections: Iterable[Section]) -> Iterator[str]:
    kinds = {kind.key: kind for kind in document.template.kinds}
    for section in sections:
        kind = kinds.get(section.kind)
        if kind is None:
            yield f"section {section.id} is of unknown kind {section.kind!r}"
            continue
        if not all(map(is_clean, (section.title, section.responsible, section.deadline_draft, section.target_draft))):
            yield f"section {section.id} has unclean text"
        yield from _field_problems(section.fields, kind.fields, section.id)


def _field_problems(fields: tuple[Field, ...], types: tuple[FieldType, ...], owner: str) -> Iterator[str]:
    known = {type.key: type for type in types}
    if len({field.key for field in fields}) < len(fields):
        yield f"{owner} has a field twice"
    for field in fields:
        type = known.get(field.key)
        if type is not None and not isinstance(field.value, VALUE_TYPES[type.kind]):
            yield f"field {field.key} of {owner} holds a value of another kind"
        yield from _value_problems(field.value, type.columns if type else (), f"{owner}.{field.key}")


def _value_problems(value: FieldValue, columns: tuple[FieldType, ...], place: str) -> Iterator[str]:
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                yield from _BLOCK_PROBLEMS(block)
            yield from _list_problems(blocks)
        case Line(text=text) | Day(draft=text) | Choice(key=text) if not is_clean(text):
            yield f"{place} holds unclean text"
        case Records(records=records):
            for record in records:
                yield from _field_problems(record.fields, columns, f"{place}.{record.id}")


def _block_problems(block: Block) -> tuple[str, ...]:
    if isinstance(block, Table):
        ends = (problem for line in (block.caption, block.source) for problem in _line_problems(line, block.id))
        rows = _ROW_PROBLEMS.of_each(block.rows)
        inside = (problem for _, problems in rows if problems for problem in problems)
        return (*ends, *inside, *_table_problems(block, [width for width, _ in rows]))
    lines = (problem for line in lines_of(block) for problem in _line_problems(line, block.id))
    match block:
        case Figure():
            return (*lines, *_figure_problems(block))
        case Attachment():
            return (*lines, *_attachment_problems(block))
        case _:
            return tuple(lines)


_BLOCK_PROBLEMS: IdentityMemo[Block, tuple[str, ...]] = IdentityMemo(_block_problems)


def _row_problems(row: Row) -> tuple[int, tuple[str, ...]]:
    problems = (problem for cell in row.cells for problem in _line_problems(cell.inlines, row.id))
    single = all(cell.column_span == cell.row_span == 1 for cell in row.cells)
    return len(row.cells) if single else -1, tuple(problems)


# A key in a table of a thousand rows is a change of one: the others are known.
_ROW_PROBLEMS: IdentityMemo[Row, tuple[int, tuple[str, ...]]] = IdentityMemo(_row_problems)
"""Gives how many cells a row has, -1 where any of them spans more than its spot, and what is wrong with their lines."""


def _line_problems(inlines: Inlines, block: str) -> Iterator[str]:
    if not is_normal(inlines):
        yield f"a line of block {block} is not in normal form"
    for inline in inlines:
        if isinstance(inline, Text) and not is_allowed_link(inline.link):
            yield f"block {block} links to {inline.link!r}"
        if isinstance(inline, Footnote):
            if any(isinstance(part, Footnote) for part in inline.content):
                yield f"note {inline.id} holds a note"
            yield from _line_problems(inline.content, block)


def _figure_problems(figure: Figure) -> Iterator[str]:
    if not 0 < figure.width <= 1:
        yield f"figure {figure.id} is {figure.width} wide"
    if not 0 <= figure.width_mm <= WIDEST_MM:
        yield f"figure {figure.id} is {figure.width_mm} mm wide"
    if not figure.crop.is_possible:
        yield f"figure {figure.id} is cut to nothing"
    if not _DIGEST.fullmatch(figure.image):
        yield f"figure {figure.id} names no image"
    if not is_clean(figure.alternative_text):
        yield f"figure {figure.id} has an unclean alternative text"


def _attachment_problems(attachment: Attachment) -> Iterator[str]:
    file = attachment.file
    if not (_DIGEST.fullmatch(file.digest) and _DIGEST.fullmatch(file.preview)):
        yield f"attachment {attachment.id} names no file"
    if not 1 <= file.pages <= MOST_PAGES:
        yield f"attachment {attachment.id} has {file.pages} pages"
    if not pages_of(attachment.pages, file.pages):
        yield f"attachment {attachment.id} shows none of its pages"
    described = [number for number, _ in attachment.descriptions]
    if described != sorted(set(described)):
        yield f"attachment {attachment.id} describes a page twice"
    if not all(map(is_clean, (file.name, *file.remarks, *(words for _, words in attachment.descriptions)))):
        yield f"attachment {attachment.id} holds unclean text"


def _table_problems(table: Table, widths: list[int]) -> Iterator[str]:
    """Name what is wrong with the shape of a table; `widths` are those of _ROW_PROBLEMS."""
    width, height = len(table.columns), len(table.rows)
    if not width or not height or any(column.width <= 0 for column in table.columns):
        yield f"table {table.id} has no extent"
        return
    if not (0 <= table.header_rows <= height and 0 <= table.header_columns <= width):
        yield f"table {table.id} has more headers than it has room for"
    if any(not is_clean(column.number.unit) for column in table.columns if column.number is not None):
        yield f"table {table.id} has an unclean unit"
    if widths.count(width) == height:
        return
    taken = Counter(_spots(table))
    if len(taken) != width * height or taken.total() != width * height or not _fits(taken, height, width):
        yield f"table {table.id} is not covered by its cells"


def _spots(table: Table) -> Iterator[tuple[int, int]]:
    """Go through the spots (row, column) that the cells take, one taken twice coming twice."""
    taken: set[tuple[int, int]] = set()
    for index, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while (index, column) in taken:
                column += 1
            covered = tuple(
                product(
                    range(index, index + cell.row_span),
                    range(column, column + cell.column_span),
                )
            )
            taken.update(covered)
            yield from covered


def _fits(spots: Iterable[tuple[int, int]], height: int, width: int) -> bool:
    return all(row < height and column < width for row, column in spots)


def _list_problems(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ListItem) and not 0 <= block.level <= DEEPEST_LIST_LEVEL:
            yield f"list item {block.id} is of level {block.level}"


def _order_problems(document: Document) -> Iterator[str]:
    order = list(Placement)
    ranks = [order.index(placement) for placement in _placements(document.template, document.sections)]
    if any(left > right for left, right in pairwise(ranks)):
        yield "the top sections are not in the order front matter, body, annexes"


def _placements(template: Template, sections: tuple[Section, ...]) -> Iterator[Placement]:
    known = {kind.key: kind.placement for kind in template.kinds}
    return (known[section.kind] for section in sections if section.kind in known)


def _may_give_ids_twice(document: Document, changes: Changes | None, before: Document | None) -> bool:
    if changes is None or before is None or changes.outline or changes.trash:
        return True
    gives = changes.blocks or bool(changes.attributes)
    return gives and not _new_ids_differ(document, changes.sections, before)


def _new_ids_differ(document: Document, sections: Iterable[str], before: Document) -> bool:
    """Tell whether the ids that came into some sections are given nowhere else, which leaves the others out of it."""
    for id in sections:
        section, old = find_section(document, id), find_section(before, id)
        if section is None or old is None:
            return False
        own = SECTION_IDS(section)
        different = frozenset(own)
        new = different.difference(SECTION_IDS(old))
        if len(different) < len(own) or "" in different:
            return False
        if new and any(_holds_one(top, new, section) for top in _tops(document)):
            return False
    return True


def _holds_one(section: Section, ids: frozenset[str], but: Section) -> bool:
    """Tell whether a section or one below it holds one of these ids; one is not asked."""
    if ids.isdisjoint(_IDS_BELOW(section).different):
        return False
    if section is not but and not ids.isdisjoint(SECTION_IDS(section)):
        return True
    return any(_holds_one(child, ids, but) for child in section.children)


def _id_problems(document: Document) -> Iterator[str]:
    whole = _joined_ids([_IDS_BELOW(section) for section in _tops(document)])
    if len(whole.different) < whole.count:
        every = chain.from_iterable(SECTION_IDS.of_each(_every_section(document)))
        twice = next(id for id, count in Counter(every).items() if count > 1)
        yield f"the id {twice} is given twice"
    if "" in whole.different:
        yield "something has no id"


def _section_ids(section: Section) -> tuple[str, ...]:
    fields = (id for field in section.fields for id in value_ids(field.value))
    comments = (id for comment in section.comments for id in (comment.id, *(reply.id for reply in comment.replies)))
    return (section.id, *fields, *comments)


SECTION_IDS: IdentityMemo[Section, tuple[str, ...]] = IdentityMemo(_section_ids)
"""Gives every id given within a section, those of the sections below it left out."""


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of some sections and all below them, and how many they would be if none were given twice."""

    different: frozenset[str]
    count: int


def _joined_ids(parts: Sequence[_Ids]) -> _Ids:
    return _Ids(frozenset().union(*(ids.different for ids in parts)), sum(ids.count for ids in parts))


def _ids_below(section: Section) -> _Ids:
    own = SECTION_IDS(section)
    return _joined_ids([_Ids(frozenset(own), len(own)), *map(_IDS_BELOW, section.children)])


_IDS_BELOW: IdentityMemo[Section, _Ids] = IdentityMemo(_ids_below)
"""A key renews the sections above it alone: those beside them are asked once."""


def value_ids(value: FieldValue) -> Iterator[str]:
    """Go through the ids of the blocks, rows, cells, notes and records of a value."""
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                yield from block_ids(block)
        case Records(records=records):
            for record in records:
                yield record.id
                yield from chain.from_iterable(value_ids(field.value) for field in record.fields)


def block_ids(block: Block) -> tuple[str, ...]:
    """Give the ids of a block, of its rows, cells and notes."""
    return _BLOCK_IDS(block)


def _ids_of_block(block: Block) -> tuple[str, ...]:
    notes = (inline.id for line in lines_of(block) for inline in line if isinstance(inline, Footnote))
    if isinstance(block, Table):
        cells = (id for row in block.rows for id in (row.id, *(cell.id for cell in row.cells)))
        return (block.id, *cells, *notes)
    return (block.id, *notes)


_BLOCK_IDS: IdentityMemo[Block, tuple[str, ...]] = IdentityMemo(_ids_of_block)
