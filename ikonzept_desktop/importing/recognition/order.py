"""Puts entries in the order of the concept, which is not always that of the document."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from ikonzept_desktop.importing.plan import Becomes, Entry
from ikonzept_desktop.importing.recognition.kinds import Kinds
from ikonzept_desktop.model.template import Placement


def in_concept_order(entries: Iterable[Entry], owners: Mapping[int, int], kinds: Kinds) -> tuple[Entry, ...]:
    """Put the fields of a section before the sections below it, and a late imprint to the front.

    `owners` says of a label, by its piece, with which piece the section begins whose field it is.
    """
    blocks: list[list[Entry]] = [[]]
    begun: dict[int, list[Entry]] = {}
    block = blocks[0]
    for entry in entries:
        if entry.becomes is Becomes.SECTION:
            block = begun[entry.piece] = []
            blocks.append(block)
        elif entry.piece in owners:
            block = begun[owners[entry.piece]]
        block.append(entry)
    return tuple(_with_imprint_in_front(list(chain.from_iterable(blocks)), kinds))


def _with_imprint_in_front(entries: list[Entry], kinds: Kinds) -> list[Entry]:
    """Put an imprint that stands behind the text where the concept has it: right after the cover."""
    tops = [at for at, entry in enumerate(entries) if entry.becomes is Becomes.SECTION and entry.level == 0]
    placements = {kind.key: kind.placement for kind in kinds.template.kinds}
    body = next((at for at in tops if placements[entries[at].kind] is not Placement.FRONT), len(entries))
    late = next((at for at in tops if at > body and kinds.imprint and entries[at].kind == kinds.imprint.key), None)
    if late is None:
        return entries
    end = next((at for at in tops if at > late), len(entries))
    moved = [replace(entries[late], is_sure=False), *entries[late + 1 : end]]
    cover = kinds.cover.key if kinds.cover else ""
    place = next(at for at in tops if entries[at].kind != cover)
    return [*entries[:place], *moved, *entries[place:late], *entries[end:]]
