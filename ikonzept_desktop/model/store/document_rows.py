"""Which rows a concept consists of, and which of them differ between two states of it.

States share what did not change, so most is told apart by identity, and a keystroke costs a row or two.
"""

from collections.abc import Iterator

from ikonzept_desktop.model import codec, outline_codec
from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Field, FieldValue, Records, RichText
from ikonzept_desktop.model.json_forms import dumps
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.model.store.layout import PROPOSAL, RETURNED
from ikonzept_desktop.model.store.rows import Key, Row, RowChanges
from ikonzept_desktop.values import dataclass

Proposals = tuple[KeptProposal, ...]
_Leaves = dict[tuple[str, str, str], FieldValue]
"""The values of a section by field, record and part of the record."""


@dataclass(frozen=True, slots=True)
class _Standing:
    section: Section
    parent: str
    place: int
    trashed: str


def document_changes(before: Document | None, after: Document) -> RowChanges:
    """Give the rows that make a file hold the document `after` where it holds `before`, or nothing."""
    changes = RowChanges()
    changes.add(_meta_rows(before, after))
    _compare_proposals(before.proposals if before is not None else (), after.proposals, changes)
    old = {} if before is None else _standings(before)
    new = _standings(after)
    for id, standing in new.items():
        _compare(old.get(id), standing, changes)
    for id in old.keys() - new.keys():
        section = old[id].section
        changes.remove([("sections", (id,)), *_field_keys(section), *_block_keys(section)])
    return changes


def _meta_rows(before: Document | None, after: Document) -> Iterator[Row]:
    if before is None or before.template is not after.template:
        yield Row("meta", ("template", outline_codec.TEMPLATE.dumps(after.template)))
    if before is None or before.properties is not after.properties:
        yield Row("meta", ("properties", outline_codec.PROPERTIES.dumps(after.properties)))
    if (before.returned if before is not None else ()) != after.returned:
        yield Row("meta", (RETURNED, outline_codec.RETURNED.dumps(after.returned)))


def _compare_proposals(before: Proposals, after: Proposals, changes: RowChanges) -> None:
    if before is after:
        return
    old = {kept.id: kept for kept in before}
    for kept in after:
        if old.pop(kept.id, None) is not kept:
            changes.add([Row("meta", (PROPOSAL + kept.id, outline_codec.PROPOSAL.dumps(kept)))])
    changes.remove(("meta", (PROPOSAL + id,)) for id in old)


def _standings(document: Document) -> dict[str, _Standing]:
    found: dict[str, _Standing] = {}
    _stand(document.sections, "", found)
    for position, trashed in enumerate(document.trash):
        said = dumps({"place": codec.PLACE.encode(trashed.place), "deleted": trashed.deleted.isoformat()})
        found[trashed.section.id] = _Standing(trashed.section, "", position, said)
        _stand(trashed.section.children, trashed.section.id, found)
    return found


def _stand(sections: tuple[Section, ...], parent: str, found: dict[str, _Standing]) -> None:
    for place, section in enumerate(sections):
        found[section.id] = _Standing(section, parent, place, "")
        if section.children:
            _stand(section.children, section.id, found)


def _compare(old: _Standing | None, new: _Standing, changes: RowChanges) -> None:
    if old is None:
        changes.add([_section_row(new)])
        _compare_fields((), new.section, changes)
        return
    same = old.section is new.section
    if not same or (old.parent, old.place, old.trashed) != (new.parent, new.place, new.trashed):
        changes.add([_section_row(new)])
    if not same:
        _compare_fields(old.section.fields, new.section, changes)


def _section_row(standing: _Standing) -> Row:
    section = standing.section
    said = dumps(outline_codec.OWN_PARTS.encode(section))
    return Row("sections", (section.id, standing.parent, standing.place, standing.trashed, said))


def _compare_fields(before: tuple[Field, ...], section: Section, changes: RowChanges) -> None:
    if before is section.fields:
        return
    old, new = _leaves(before), _leaves(section.fields)
    for address, value in new.items():
        known = old.get(address)
        if known is value:
            continue
        changes.add([_field_row(section.id, address, value)])
        kept = set(map(id, known.blocks)) if isinstance(known, RichText) else set()
        if isinstance(value, RichText):
            changes.add(_block_row(section.id, block) for block in value.blocks if id(block) not in kept)
    changes.remove(("fields", (section.id, *address)) for address in old.keys() - new.keys())
    gone = _block_ids(old) - _block_ids(new) if old else set()
    changes.remove(("blocks", (id,)) for id in gone)


def _leaves(fields: tuple[Field, ...]) -> _Leaves:
    found: _Leaves = {}
    for field in fields:
        found[field.key, "", ""] = field.value
        if isinstance(field.value, Records):
            for record in field.value.records:
                for part in record.fields:
                    found[field.key, record.id, part.key] = part.value
    return found


def _field_row(section: str, address: tuple[str, str, str], value: FieldValue) -> Row:
    match value:
        case RichText(blocks=blocks):
            said = dumps({"blocks": [block.id for block in blocks]})
        case Records(records=records):
            said = dumps({"records": [record.id for record in records]})
        case _:
            said = codec.VALUE.dumps(value)
    return Row("fields", (section, *address, said))


def _block_row(section: str, block: Block) -> Row:
    return Row("blocks", (block.id, section, codec.BLOCK.dumps(block)))


def _block_ids(leaves: _Leaves) -> set[str]:
    texts = (value.blocks for value in leaves.values() if isinstance(value, RichText))
    return {block.id for blocks in texts for block in blocks}


def _field_keys(section: Section) -> Iterator[tuple[str, Key]]:
    return (("fields", (section.id, *address)) for address in _leaves(section.fields))


def _block_keys(section: Section) -> Iterator[tuple[str, Key]]:
    return (("blocks", (id,)) for id in _block_ids(_leaves(section.fields)))
