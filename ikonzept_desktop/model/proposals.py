"""What came back of the copies given out for review: the files, what they propose, and how each of that was decided."""

from datetime import datetime
from enum import StrEnum

from ikonzept_desktop.values import dataclass


class Kind(StrEnum):
    """What is proposed."""

    TEXT = "text"
    SPLIT = "split"
    """A paragraph is parted in two or more."""
    INSERT = "insert"
    """Paragraphs that were not there."""
    DELETE = "delete"
    MOVE = "move"
    JOIN = "join"
    """A paragraph goes on in the one before."""
    ROW_INSERT = "row_insert"
    ROW_DELETE = "row_delete"
    FORMAT = "format"
    """Form alone; it is told, not taken over."""
    WITHDRAWN = "withdrawn"
    """Written and deleted again by the same hand or another: nothing is wanted any more."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who made a change, in which copy."""

    copy: str
    author: str = ""
    date: str = ""
    """As the file has it (ISO 8601), or nothing."""
    tracked: bool = True
    """Whether the copy says so itself; else it was found by comparison."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What one or several people want to stand in a place."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Words of the concept that a proposal is about, as they were given out; positions count code points."""

    id: str
    """Of the block, title or field they are, as `publication.block_ids` names it."""
    text: str
    start: int
    end: int


class Verdict(StrEnum):
    """What became of a proposal."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    LATER = "later"
    """Looked at, and left open."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How a proposal was decided, when, and why."""

    verdict: Verdict
    when: datetime
    variant: int = 0
    """Which of the variants was taken."""
    text: str | None = None
    """What was written instead of any of them."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KeptProposal:
    """Something that one or several people want changed; it stands for itself, whatever becomes of the copies."""

    id: str
    """The same for the same proposal, in whatever order copies came in."""
    version: str
    """The id of the snapshot whose text the copies hold; empty where they were aligned by their words alone."""
    kind: Kind
    section: str
    """The id of the section it is about, empty for the cover and what the program itself has written."""
    place: int
    """Where in the text that was given out it stands: counts upwards in its order."""
    before: str
    """What stood there."""
    variants: tuple[Variant, ...]
    against: tuple[Source, ...] = ()
    """Who else wants something of what is to be struck out, or moved."""
    grounds: tuple[Ground, ...] = ()
    """Of a join the first and the one that joins it, of a row all its cells, of what is new the one it stands after."""
    target: Ground | None = None
    """After what it is moved; nothing stands for the very beginning."""
    targets: tuple[Ground | None, ...] = ()
    """Where several want it in different places: after what, for each variant."""
    behind: tuple[str, ...] = ()
    """What stands before the words after which something new or moved goes, nearest first, up to the title."""
    copied: str = ""
    """The id of the block it is a copy of."""
    order: int = 0
    """Of what is written after the same ground: which comes first."""
    decision: Decision | None = None
    outdated: bool = False
    """Whether nobody proposes it any more since another copy came in; it was decided before."""

    @property
    def is_conflict(self) -> bool:
        """Whether somebody has to decide between different wishes."""
        return len(self.variants) > 1 or bool(self.against)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.decision is None or self.decision.verdict is Verdict.LATER

    @property
    def sources(self) -> tuple[Source, ...]:
        """All who want it."""
        return tuple(dict.fromkeys(source for variant in self.variants for source in variant.sources))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a copy holds and nobody could take over."""

    kind: str
    place: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A Word file that came back."""

    id: str
    """That of the copy that was given out, where it is one; else its own."""
    copy: str
    """The id of that copy; empty for a file that is none of those given out."""
    name: str
    """Of the file as it came."""
    reviewer: str
    came: datetime
    digest: str
    """SHA-256 of its bytes, in hexadecimal; they are kept beside the pictures."""
    version: str = ""
    """The id of the snapshot it was made from; empty where its words alone say where they belong."""
    certainty: float = 1.0
    """How sure it is that it holds this text, from 0 to 1."""
    left_out: tuple[LeftOut, ...] = ()


def in_order(proposals: tuple[KeptProposal, ...]) -> tuple[KeptProposal, ...]:
    """Give proposals in the order in which a concept keeps them."""
    return tuple(sorted(proposals, key=lambda kept: (kept.version, kept.place, kept.id)))
