"""What a variant makes of the words it is about, as the card shows it."""

import pytest

from ikonzept_desktop.model.proposals import KeptProposal, Kind
from ikonzept_desktop.publication.differences import Change
from ikonzept_desktop.ui.window.returns.variant_words import variant_pieces
from tests.review.marked import change, proposal
from tests.ui.window.returns.reviewing import BARE, CONTESTED

MARKS = {Change.SAME: "", Change.GONE: "-", Change.NEW: "+"}


def told(kept: KeptProposal, variant: int) -> str:
    """Write down what goes as -[ ] and what comes as +[ ]."""
    pieces = variant_pieces(kept, variant)
    return "".join(f"{MARKS[each.change]}[{each.text}]" if MARKS[each.change] else each.text for each in pieces)


@pytest.mark.parametrize(
    ("kept", "variant", "expected"),
    [
        (change(BARE, "a", "Stelle", "Hilfe"), 0, "Wer gerade erst ankommt, braucht eine -[Stelle]+[Hilfe]."),
        (change(BARE, "a", "gerade erst ", ""), 0, "Wer -[gerade erst ]ankommt, braucht eine Stelle."),
        (change(BARE, "a", "gerade erst", "hier an"), 0, "Wer -[gerade erst]+[hier an] ankommt, braucht eine Stelle."),
        (CONTESTED, 1, "Die Kurse stimmen sich -[einmal]+[dreimal] im Jahr ab."),
        (CONTESTED, -1, "Die Kurse stimmen sich einmal im Jahr ab."),
        (proposal(BARE, Kind.INSERT, "e", "Lotsen\u2029kommen."), 0, "+[Lotsen ¶ kommen.]"),
        (proposal(BARE, Kind.INSERT, "e", "Lotsen."), -1, ""),
        (proposal(BARE, Kind.DELETE, "e"), 0, "-[Am Ende steht das.]"),
        (proposal(BARE, Kind.DELETE, "e"), -1, "Am Ende steht das."),
        (proposal(BARE, Kind.MOVE, "e", target="a"), 0, "Am Ende steht das."),
        (proposal(BARE, Kind.JOIN, ["a", "b"], ""), 0,
         "Wer gerade erst ankommt, braucht eine Stelle.-[ ¶ ]Die Kurse stimmen sich einmal im Jahr ab."),
    ],
)  # fmt: skip
def test_what_goes_and_what_comes_is_set_apart_from_what_stays(kept: KeptProposal, variant: int, expected: str) -> None:
    assert told(kept, variant) == expected
