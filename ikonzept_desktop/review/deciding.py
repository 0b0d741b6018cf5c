"""Decisions as edits of the concept: one step each, the change of the text with how, when and why it was decided."""

from collections.abc import Iterable
from datetime import datetime

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Decide, Edit, compound
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.proposals import Decision, KeptProposal, Kind, Verdict
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself
from ikonzept_desktop.review.taking_over import TakingOver

TOLD = frozenset({Kind.FORMAT, Kind.WITHDRAWN})
"""What is told and changes no text: to accept it is to take notice of it."""


def accept(
    document: Document,
    kept: KeptProposal,
    when: datetime,
    *,
    variant: int = 0,
    text: str | None = None,
    reason: str = "",
    ids: IdSource = new_id,
) -> Edit:
    """Give the step that takes a proposal over, one of its variants or another text.

    Raises GroundShifted and NotByItself as `TakingOver.edit` does.
    """
    change = None if kept.kind in TOLD else TakingOver(document, ids).edit(kept, variant, text)
    return _step(kept, change, Decision(Verdict.ACCEPTED, when, variant, text, reason))


def accept_by_hand(kept: KeptProposal, when: datetime, *, variant: int = 0, reason: str = "") -> Edit:
    """Give the step that keeps a proposal as taken over by somebody who has changed the text already."""
    return _step(kept, None, Decision(Verdict.ACCEPTED, when, variant, None, reason))


def reject(kept: KeptProposal, when: datetime, *, reason: str = "") -> Edit:
    """Give the step that keeps the text and says no to a proposal."""
    return _step(kept, None, Decision(Verdict.REJECTED, when, reason=reason))


def later(kept: KeptProposal, when: datetime, *, reason: str = "") -> Edit:
    """Give the step that leaves a proposal for later."""
    return _step(kept, None, Decision(Verdict.LATER, when, reason=reason))


def reopen(kept: KeptProposal) -> Edit:
    """Give the step that opens a proposal again; the text stays as it is."""
    return Decide(kept.id, kept.decision, None)


def accept_all(
    document: Document, proposals: Iterable[KeptProposal], when: datetime, *, reason: str = "", ids: IdSource = new_id
) -> Edit | None:
    """Give one step that takes over all that are open, each on the ground the one before has left.

    Left open are conflicts, those whose ground has shifted, and those to be carried out by hand. None where that is all
    there are.
    """
    taking = TakingOver(document, ids)
    steps: list[Edit | None] = []
    for kept in proposals:
        if not kept.is_open or kept.is_conflict:
            continue
        try:
            change = None if kept.kind in TOLD else taking.edit(kept)
        except (GroundShifted, NotByItself):
            continue
        taking.go_on(kept, change)
        steps += [change, Decide(kept.id, kept.decision, Decision(Verdict.ACCEPTED, when, reason=reason))]
    return compound(steps)


def reject_all(proposals: Iterable[KeptProposal], when: datetime, *, reason: str = "") -> Edit | None:
    """Give one step that says no to all that are open, conflicts too; None where none is."""
    return compound(reject(kept, when, reason=reason) for kept in proposals if kept.is_open)


def _step(kept: KeptProposal, change: Edit | None, decision: Decision) -> Edit:
    decide = Decide(kept.id, kept.decision, decision)
    return compound([change, decide]) or decide
