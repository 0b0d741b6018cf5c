"""Texts, edits and tracked changes drawn at random."""

from hypothesis import strategies as st

from ikonzept_desktop.reading.word.content import State
from ikonzept_desktop.review.changes import Piece

_WORDS = st.sampled_from(["Stadt", "Konzept", "Maßnahme", "und", "der", "für", "mit", "2015", "§", "ö"])
texts = st.lists(_WORDS, max_size=8).map(" ".join)
_STATES = st.sampled_from([*State, State.STABLE, State.STABLE])
_WRITTEN = st.sampled_from(["neu", " und", "x ", "ö"])


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Draw what somebody who does not track makes of a text."""
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 4, 9])))
        text = text[:start] + draw(st.sampled_from(["", "x", "neu ", " alt"])) + text[end:]
    return text


@st.composite
def tracked(draw: st.DrawFn, text: str) -> tuple[Piece, ...]:
    """Draw what somebody who tracks makes of a text."""
    pieces = []
    at = 0
    while at < len(text):
        state, author = draw(_STATES), draw(st.sampled_from("AB"))
        if state in (State.STABLE, State.DELETED, State.MOVED_FROM):
            size = draw(st.integers(1, 9))
            said, at = text[at : at + size], at + size
        else:
            said = draw(_WRITTEN)
        pieces.append(Piece(said, state, "" if state is State.STABLE else author))
    return tuple(pieces)
