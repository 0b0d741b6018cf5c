"""What was found in a concept: a kind, a place, a German sentence that says why, and what might stand there instead."""

from enum import StrEnum

from ikonzept_desktop.checking.places import Place
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.values import dataclass

SEPARATOR = "|"
"""Parts the keys that findings are passed over by."""


class Severity(StrEnum):
    """How much a finding matters; each has a shape and a word of its own, so that colour never speaks alone."""

    MUST = "must"
    """Has to be mended before the concept is printed."""
    SHOULD = "should"
    """Is most likely wrong."""
    MAY = "may"
    """May be meant so."""


class Kind(StrEnum):
    """What is the matter, in the order in which findings are listed."""

    MISSING = "missing"
    ALTERNATIVE_TEXT = "alternative_text"
    LOGO_TEXT = "logo_text"
    LOGO_IMAGE = "logo_image"
    DANGLING = "dangling"
    MISSING_IMAGE = "missing_image"
    NO_GLYPH = "no_glyph"
    NOT_A_DAY = "not_a_day"
    NOT_A_NUMBER = "not_a_number"
    OVERDUE = "overdue"
    EMPTY = "empty"
    NO_HEADER = "no_header"
    EMPTY_LINK = "empty_link"
    LOW_RESOLUTION = "low_resolution"
    SPELLING = "spelling"
    DOUBLE_WORD = "double_word"
    DOUBLE_SPACE = "double_space"
    NAME = "name"
    GENDER = "gender"
    QUOTES = "quotes"
    DASH = "dash"
    LONG_SENTENCE = "long_sentence"


SEVERITIES = {
    Kind.MISSING: Severity.MUST,
    Kind.ALTERNATIVE_TEXT: Severity.MUST,
    Kind.LOGO_TEXT: Severity.MUST,
    Kind.LOGO_IMAGE: Severity.MUST,
    Kind.DANGLING: Severity.MUST,
    Kind.MISSING_IMAGE: Severity.MUST,
    Kind.NO_GLYPH: Severity.MUST,
    Kind.NOT_A_DAY: Severity.MUST,
    Kind.NOT_A_NUMBER: Severity.SHOULD,
    Kind.OVERDUE: Severity.SHOULD,
    Kind.EMPTY: Severity.SHOULD,
    Kind.NO_HEADER: Severity.SHOULD,
    Kind.EMPTY_LINK: Severity.SHOULD,
    Kind.LOW_RESOLUTION: Severity.SHOULD,
    Kind.SPELLING: Severity.SHOULD,
    Kind.DOUBLE_WORD: Severity.SHOULD,
    Kind.DOUBLE_SPACE: Severity.SHOULD,
    Kind.NAME: Severity.MAY,
    Kind.GENDER: Severity.MAY,
    Kind.QUOTES: Severity.MAY,
    Kind.DASH: Severity.MAY,
    Kind.LONG_SENTENCE: Severity.MAY,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth a look; nothing is changed by itself."""

    kind: Kind
    place: Place
    text: str
    """What stands there, or what the place is called."""
    why: str
    """One sentence."""
    suggestion: str | None = None
    """What might stand there instead; empty takes the text away, None is no suggestion."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITIES[self.kind]

    @property
    def key(self) -> str:
        """What it is passed over by: what it says and in which block or field, whatever is written around it."""
        place = self.place
        home = place.note or place.line or place.block or ":".join((place.record, place.column or place.field))
        return clean(SEPARATOR.join((self.kind.value, place.section, home, self.text)))

    @property
    def key_of_text(self) -> str:
        """What every finding of the same kind about the same words is passed over by."""
        return key_of_text(self.kind, self.text)


def key_of_text(kind: Kind, text: str) -> str:
    """Give what every finding of a kind about the same words is passed over by."""
    return clean(f"{kind.value}{SEPARATOR}{text}")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is the matter within one line, whatever stands elsewhere. Positions count code points of the line."""

    kind: Kind
    start: int
    end: int
    text: str
    why: str
    suggestion: str | None = None
