"""Whatever somebody makes of a concept: what is taken over of it says what the copy says, in whatever order."""

from collections.abc import Iterable

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import inverse
from ikonzept_desktop.model.proposals import Kind
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself
from ikonzept_desktop.review.deciding import accept, accept_all, reject
from ikonzept_desktop.review.keeping import kept_proposals
from ikonzept_desktop.review.outcome import outcome
from ikonzept_desktop.review.units import units_of
from tests.review.changed import WHEN, accepted, back, copy_of, proposed, with_proposals
from tests.review.drawn_concepts import NOTE, changed, concepts

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""What fails is not made smaller: each try writes and reads whole drafts."""
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)


def said(document: Document) -> tuple[str, ...]:
    """Give the paragraphs of a draft of a concept, but for those of notes."""
    return but_for_notes(unit.before for unit in units_of(copy_of(document)) if unit.before)


def but_for_notes(texts: Iterable[str]) -> tuple[str, ...]:
    """Leave notes out: they stand in the order of their signs, and come and go with these."""
    return tuple(text for text in texts if NOTE not in text)


@FEW
@given(st.data())
def test_all_of_one_copy_one_by_one_in_any_order_come_to_their_outcome(data: st.DataObject) -> None:
    document = data.draw(concepts())
    read = back(document, data.draw(changed(document)))
    found = kept_proposals(read, "fassung", document)
    after = accepted(with_proposals(document, found), *data.draw(st.permutations(found)))
    assert said(after) == but_for_notes(outcome(read.units, read.proposals))


@FEW
@given(st.data())
def test_all_agreed_ones_of_several_copies_come_to_their_outcome(data: st.DataObject) -> None:
    document = data.draw(concepts())
    read = back(document, *(data.draw(changed(document, 3)) for _ in range(data.draw(st.integers(1, 3)))))
    held = with_proposals(document, kept_proposals(read, "fassung", document))
    edit = accept_all(held, held.proposals, WHEN)
    after = apply(held, edit) if edit is not None else held
    agreed = [each for each in read.proposals if not each.is_conflict]
    moved = {each.unit for each in agreed if each.kind is Kind.MOVE}
    assume(not moved & {each.target for each in agreed if each.kind is Kind.MOVE})  # one after what another moves
    assert not [each for each in after.proposals if each.is_open and not each.is_conflict]
    assert said(after) == but_for_notes(outcome(read.units, agreed))
    assert edit is None or apply(after, inverse(edit)) == held


@FEW
@given(st.data())
def test_to_reject_changes_no_text_and_to_accept_never_fails_otherwise(data: st.DataObject) -> None:
    document = data.draw(concepts())
    found = proposed(document, *(data.draw(changed(document)) for _ in range(2)))
    held = with_proposals(document, found)
    for kept in data.draw(st.permutations(found)):
        if data.draw(st.booleans()):
            after = apply(held, reject(kept, WHEN))
            assert after.sections == held.sections
        else:
            variant = data.draw(st.integers(0, len(kept.variants) - 1))
            try:
                edit = accept(held, kept, WHEN, variant=variant)
            except (GroundShifted, NotByItself):
                continue
            after = apply(held, edit)
            assert apply(after, inverse(edit)) == held
        held = after
