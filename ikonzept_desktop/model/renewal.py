"""Copies under ids of their own: what a duplicate and a paste need."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import (
    Attachment,
    Block,
    Blocks,
    Figure,
    ListItem,
    Paragraph,
    Row,
    Table,
)
from ikonzept_desktop.model.document import Comment, Section, walk
from ikonzept_desktop.model.fields import (
    Field,
    FieldValue,
    Links,
    Record,
    Records,
    RichText,
)
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, Text, normalise
from ikonzept_desktop.model.schema import SECTION_IDS, block_ids, value_ids

Names = dict[str, str]


def renewed(section: Section, ids: IdSource) -> Section:
    """Give a copy of a section and all below it under new ids; references within it point within the copy."""
    names = {id: ids() for below in walk((section,)) for id in SECTION_IDS(below)}
    return _section(section, names)


def renewed_blocks(blocks: Blocks, ids: IdSource) -> Blocks:
    """Give copies of blocks under new ids; comments stay with the original."""
    names = {id: ids() for block in blocks for id in block_ids(block)}
    return tuple(_block(block, names) for block in blocks)


def renewed_record(record: Record, ids: IdSource) -> Record:
    """Give a copy of a record under new ids."""
    names = {id: ids() for id in value_ids(Records((record,)))}
    return _record(record, names)


def renewed_inlines(inlines: Inlines, ids: IdSource) -> Inlines:
    """Give copies of inlines with new ids for their notes; comments stay with the original."""
    names = {inline.id: ids() for inline in inlines if isinstance(inline, Footnote)}
    return _inlines(inlines, names)


def _section(section: Section, names: Names) -> Section:
    return replace(
        section,
        id=names[section.id],
        fields=tuple(Field(field.key, _value(field.value, names)) for field in section.fields),
        children=tuple(_section(child, names) for child in section.children),
        comments=tuple(_comment(comment, names) for comment in section.comments),
    )


def _comment(comment: Comment, names: Names) -> Comment:
    replies = tuple(replace(reply, id=names[reply.id]) for reply in comment.replies)
    return replace(comment, id=names[comment.id], replies=replies)


def _value(value: FieldValue, names: Names) -> FieldValue:
    match value:
        case RichText(blocks=blocks):
            return RichText(tuple(_block(block, names) for block in blocks))
        case Records(records=records):
            return Records(tuple(_record(record, names) for record in records))
        case Links(targets=targets):
            return Links(tuple(names.get(target, target) for target in targets))
        case _:
            return value


def _record(record: Record, names: Names) -> Record:
    fields = tuple(Field(field.key, _value(field.value, names)) for field in record.fields)
    return replace(record, id=names[record.id], fields=fields)


def _block(block: Block, names: Names) -> Block:
    id = names[block.id]
    match block:
        case Paragraph() | ListItem():
            return replace(block, id=id, inlines=_inlines(block.inlines, names))
        case Table():
            caption, source = _inlines(block.caption, names), _inlines(block.source, names)
            rows = tuple(_row(row, names) for row in block.rows)
            return replace(block, id=id, rows=rows, caption=caption, source=source)
        case Figure():
            caption, source = _inlines(block.caption, names), _inlines(block.source, names)
            return replace(block, id=id, caption=caption, source=source)
        case Attachment():
            return replace(block, id=id, caption=_inlines(block.caption, names))


def _row(row: Row, names: Names) -> Row:
    cells = (replace(cell, id=names[cell.id], inlines=_inlines(cell.inlines, names)) for cell in row.cells)
    return replace(row, id=names[row.id], cells=tuple(cells))


def _inlines(inlines: Inlines, names: Names) -> Inlines:
    # Comments that stay behind may leave neighbours with the same look.
    return normalise(tuple(_inline(inline, names) for inline in inlines))


def _inline(inline: Inline, names: Names) -> Inline:
    match inline:
        case Text(comments=comments) if comments:
            kept = tuple(sorted(names[id] for id in comments if id in names))
            return replace(inline, comments=kept)
        case Footnote():
            content = tuple(part for part in _inlines(inline.content, names) if not isinstance(part, Footnote))
            return replace(inline, id=names[inline.id], content=content)
        case CrossReference(target=target):
            return replace(inline, target=names.get(target, target))
        case _:
            return inline
