"""Proposals made edits of the concept as it is now: one step of its history each, undone like any other."""

from ikonzept_desktop.model.blocks import line_of
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import length
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind
from ikonzept_desktop.publication.block_ids import Spot
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.line_view import LineView
from ikonzept_desktop.review.standing import Standing
from ikonzept_desktop.review.taken import wanted_text
from ikonzept_desktop.review.taking_blocks import (
    edit_of_deletion,
    edit_of_insertion,
    edit_of_join,
    edit_of_move,
    moved_blocks,
)
from ikonzept_desktop.review.taking_rows import edit_of_new_row, edit_of_struck_row
from ikonzept_desktop.review.taking_texts import edit_of_text
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where in the concept, as it is now, the words stand that a proposal is about."""

    spot: Spot
    start: int
    end: int
    """Positions in the line, in code points; a note and a cross-reference count one."""


class TakingOver:
    """Makes edits of proposals, on the concept as it is at that moment."""

    def __init__(self, document: Document, ids: IdSource = new_id) -> None:
        """Take the concept; what of its proposals is accepted is known to be in the text."""
        self._standing = Standing(document, ids)

    def edit(self, proposal: KeptProposal, variant: int = 0, text: str | None = None) -> Edit | None:
        """Give the edit a proposal comes to, with one of its variants or another text; None where it is so already.

        Raises GroundShifted where the words it is about have been changed since, and NotByItself where it has to be
        carried out by hand.
        """
        standing = self._standing
        wanted = wanted_text(proposal, variant, text)
        match proposal.kind:
            case Kind.TEXT | Kind.SPLIT:
                return edit_of_text(standing, proposal, wanted)
            case Kind.INSERT:
                return edit_of_insertion(standing, proposal, wanted)
            case Kind.DELETE:
                return edit_of_deletion(standing, proposal)
            case Kind.JOIN:
                return edit_of_join(standing, proposal, wanted)
            case Kind.MOVE:
                return edit_of_move(standing, proposal, variant)
            case Kind.ROW_INSERT:
                return edit_of_new_row(standing, proposal, wanted)
            case Kind.ROW_DELETE:
                return edit_of_struck_row(standing, proposal)
            case Kind.FORMAT | Kind.WITHDRAWN:
                raise NotByItself(Reason.TOLD)

    def go_on(self, proposal: KeptProposal, edit: Edit | None, variant: int = 0, text: str | None = None) -> None:
        """Take the concept as it is once a proposal is accepted, by the edit it came to."""
        if edit is not None:
            self._standing.go_on(edit, moved_blocks(edit) if proposal.kind is Kind.MOVE else {})
        self._standing.taken.add(proposal, variant, text)

    def whereabouts(self, proposal: KeptProposal) -> Whereabouts | None:
        """Give where a proposal's words stand now; None where they were changed since, or are not the concept's.

        Of words that an accepted proposal has parted, it is the piece in which they begin.
        """
        try:
            return self._whereabouts(proposal, self._standing.ground(proposal))
        except (GroundShifted, NotByItself):
            return None

    def _whereabouts(self, proposal: KeptProposal, ground: Ground) -> Whereabouts:
        strand = self._standing.strand(proposal, ground)
        start, end = LineView(strand.line, self._standing.labels).place(strand.base, strand.start, strand.end)
        spot = strand.spot
        for piece in strand.pieces:
            size = length(line_of(piece, ""))
            if start <= size:
                return Whereabouts(Spot(spot.address, piece.id), start, min(end, size))
            start, end = start - size - 1, end - size - 1
        return Whereabouts(spot, start, end)
