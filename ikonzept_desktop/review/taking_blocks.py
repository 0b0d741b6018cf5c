"""Paragraphs and list items that are new, struck out, moved or joined."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import Blocks, Figure, ListItem, Paragraph, Table, line_of, with_line
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, compound
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Footnote, Inline, Text, normalise
from ikonzept_desktop.model.proposals import KeptProposal, Kind, Verdict
from ikonzept_desktop.model.template import RecordForm
from ikonzept_desktop.model.text_edits import replace_line
from ikonzept_desktop.publication.block_ids import Spot, id_of
from ikonzept_desktop.reading.word.content import STAND_IN
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.comparison import differences
from ikonzept_desktop.review.line_view import LineView, inlines_of
from ikonzept_desktop.review.moved_comments import comments_moved
from ikonzept_desktop.review.placing import OF_BLOCKS, behind, opening, with_following
from ikonzept_desktop.review.standing import Standing
from ikonzept_desktop.review.taking_entries import entry_moved, is_of_entry, new_entries
from ikonzept_desktop.review.taking_rows import emptied, row_moved
from ikonzept_desktop.review.taking_texts import fresh, line_added, short_value, with_words

_STRUCK = frozenset({Kind.DELETE, Kind.ROW_DELETE})
_CHANGED = frozenset({Kind.TEXT, Kind.SPLIT})


def edit_of_insertion(standing: Standing, kept: KeptProposal, wanted: str) -> Edit | None:
    """Give the edit that writes paragraphs after what a proposal names."""
    ground = standing.ground(kept)
    found = behind(standing, kept, ground, kept.behind)
    if found.is_in_line:
        return line_added(standing, kept, wanted)
    texts = wanted.split(PARAGRAPH_END)
    if standing.form(found.spot.address) is RecordForm.LIST:
        earlier = list(standing.taken.written_after(kept.version, ground.id, kept.place))
        return new_entries(standing, found.spot.address, texts, earlier)
    place = opening(standing, kept, found)
    new = [fresh(place.model, inlines_of(text), standing) for text in texts]
    if kept.copied:
        new[0] = _like_copied(standing, kept.copied, new[0], texts[0])
    return ReplaceBlocks(place.address, place.at, (), tuple(new))


def edit_of_deletion(standing: Standing, kept: KeptProposal) -> Edit | None:
    """Give the edit that strikes out a paragraph, or empties a line that cannot go; None where it is gone."""
    ground = standing.ground(kept)
    if standing.is_gone(standing.taken.head(kept.version, ground.id, standing.is_gone)):
        return None
    strand = standing.strand(kept, ground)
    spot, is_whole = strand.spot, strand.start == 0 and strand.end == len(strand.base)
    if not is_whole or not _is_as_it_was(standing.shown(strand.line), strand.base):
        raise GroundShifted
    if strand.pieces:
        return ReplaceBlocks(spot.address, strand.at, strand.pieces, ())
    if spot.note:
        return None if _goes_with_sign(standing, kept, spot) else _without_note(standing, spot)
    if spot.block:
        block = standing.block(spot)
        if isinstance(block, Figure) and not strand.line and spot.line == "caption":
            return ReplaceBlocks(spot.address, standing.blocks(spot.address).index(block), (block,), ())
        return with_words(standing, strand, ())
    if spot.address.section and not spot.address.field:
        raise NotByItself(Reason.SECTION)
    return emptied(standing, (spot.address,)) if spot.address.record else short_value(standing, spot.address, "")


def edit_of_join(standing: Standing, kept: KeptProposal, glue: str) -> Edit | None:
    """Give the edit that makes a paragraph go on in the one before; None where it does already."""
    one = standing.strand(kept, standing.ground(kept))
    other = standing.strand(kept, standing.ground(kept, 1))
    if not one.pieces or not other.pieces:
        is_title = any(each.spot.address.section and not each.spot.address.field for each in (one, other))
        raise NotByItself(Reason.SECTION if is_title else Reason.NO_PLACE)
    if one.spot.block == other.spot.block:
        return None
    if one.spot.address != other.spot.address or other.at != one.at + len(one.pieces):
        raise GroundShifted
    head, tail = one.pieces[-1], other.pieces[0]
    glued = (Text(glue),) if glue else ()
    joined = normalise((*line_of(head, ""), *glued, *line_of(tail, "")))
    return ReplaceBlocks(one.spot.address, other.at - 1, (head, tail), (with_line(head, "", joined),))


def edit_of_move(standing: Standing, kept: KeptProposal, variant: int) -> Edit | None:
    """Give the edit that takes blocks out where they are and puts them in elsewhere, with their ids and notes."""
    target = kept.targets[variant] if kept.targets else kept.target
    if target is None:
        raise NotByItself(Reason.NO_PLACE)
    spot = standing.spot(standing.ground(kept).id)
    if spot is None:
        raise GroundShifted
    if spot.note:
        return None  # it is wherever its sign is
    found = behind(standing, kept, target, () if kept.targets else kept.behind)
    if is_of_entry(spot, found.spot.address):
        return entry_moved(standing, kept, spot, found)
    if spot.line not in OF_BLOCKS:
        return row_moved(standing, kept, spot, found)
    source, at, pieces = _taken_out(standing, kept, spot)
    if found.is_in_line:
        raise NotByItself(Reason.NO_PLACE)
    place = opening(standing, kept, found, order=kept.order)
    to = place.at
    if place.address == source:
        if at <= to <= at + len(pieces):
            return None
        to -= len(pieces) if to > at else 0
    put = ReplaceBlocks(place.address, to, (), pieces)
    comments = comments_moved(standing.document, source.section, place.address.section, pieces)
    return compound([ReplaceBlocks(source, at, pieces, ()), put, *comments])


def moved_blocks(edit: Edit) -> dict[str, FieldAddress]:
    """Give, of the edit of a move, the field in which each of its blocks is now."""
    puts = [part for part in getattr(edit, "edits", ()) if isinstance(part, ReplaceBlocks) and part.after]
    return {block.id: put.address for put in puts for block in put.after}


def _taken_out(standing: Standing, kept: KeptProposal, spot: Spot) -> tuple[FieldAddress, int, Blocks]:
    if not spot.block:
        raise NotByItself(Reason.NO_PLACE if spot.address.field else Reason.SECTION)
    block, blocks = standing.block(spot), standing.blocks(spot.address)
    if spot.line not in ("", "caption") or isinstance(block, Table):
        raise NotByItself(Reason.TABLE)
    at = blocks.index(block)
    return spot.address, at, with_following(standing, kept.version, blocks, at)


def _is_as_it_was(now: str, base: str) -> bool:
    """Tell whether a line reads as it did; a note may have been struck out of it before."""
    same_words = now.replace(STAND_IN, "") == base.replace(STAND_IN, "")
    return now == base or (same_words and now.count(STAND_IN) < base.count(STAND_IN))


def _goes_with_sign(standing: Standing, kept: KeptProposal, spot: Spot) -> bool:
    """Tell whether the sign of a note is proposed to be struck out in its line too: then that decides on the note."""
    line = id_of(replace(spot, note=""))
    return any(
        other.version == kept.version
        and any(ground.id == line for ground in other.grounds)
        and (other.kind in _STRUCK or (other.kind in _CHANGED and STAND_IN in other.before))
        and (other.decision is None or other.decision.verdict is not Verdict.REJECTED)
        for other in standing.document.proposals
    )


def _without_note(standing: Standing, spot: Spot) -> Edit | None:
    block = standing.block(spot)
    line = line_of(block, spot.line)
    rest = tuple(each for each in line if not (isinstance(each, Footnote) and each.id == spot.note))
    return replace_line(spot.address, block, spot.line, rest)


def _like_copied(standing: Standing, copied: str, made: Paragraph | ListItem, text: str) -> Paragraph | ListItem:
    """Give what was copied, with the words it has in the new place: set as it is, its notes as notes of their own."""
    spot = standing.spot(copied)
    block = standing.find_block(spot) if spot is not None else None
    if not isinstance(block, Paragraph | ListItem):
        return made
    line, shown = block.inlines, standing.shown(block.inlines)
    for start, end, written in reversed(differences(shown, text)):
        line = LineView(line, standing.labels).replaced(standing.shown(line), start, end, written)
    return replace(block, id=made.id, inlines=normalise(tuple(_own(each, standing) for each in line)))


def _own(inline: Inline, standing: Standing) -> Inline:
    """Give what is written in a copy: a note of its own, and nothing that others have remarked on the first one."""
    match inline:
        case Footnote(content=content):
            return Footnote(standing.ids(), content)
        case Text(comments=comments) if comments:
            return replace(inline, comments=())
        case _:
            return inline
