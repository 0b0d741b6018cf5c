"""Grammatical German sentences that say nothing, out of the vocabulary."""

import random
import re
from collections.abc import Callable
from typing import TypeVar

from ikonzept_desktop.example.vocabulary import ForeignName, Noun, vocabulary

_T = TypeVar("_T")

_ARTICLES = {"m": ("der", "den", "dem", "des"), "f": ("die", "die", "der", "der"), "n": ("das", "das", "dem", "des")}
_PLURAL_ARTICLES = ("die", "die", "den", "der")
_BARE_ENDINGS = ("e", "e", "en", "er")
NOMINATIVE, ACCUSATIVE, DATIVE, GENITIVE = range(4)

_PATTERNS = (
    "{N} {v} {A}.",
    "Im Kreis {v} {N} {A}.",
    "Seit {Y} {v} {N} {A}, damit {M} {A} {u}.",
    "In {O} {v} {N} {A}.",
    "{N} {v} {A} und {v} {A}.",
    "{N} {w} mit {D} {p}.",
    "Bis {Y} {m} {N} {A} {i}.",
    "Darüber hinaus {w} {N} durch {A} {p}.",
    "Weil {M} {A} {u}, {v} {N} {A}.",
    "Nach Auskunft {G} {v} {N} rund {Z} Prozent {G}.",
    "Von {D} {h} {N} bisher {A} {p}.",
    "Neben {D} {v} {N} vor allem {A}.",
    "Im Rahmen {G} {w} {N} gemeinsam mit {D} {p}.",
    "Zwischen {D} und {D} {v} {N} {A}.",
    "Die Zahl {G} ist von {Z} auf {Z} gestiegen.",
    "{N} {v} {A}, wenn {M} {A} {u}.",
    "Ohne {A} {m} {N} {A} nicht {i}.",
    "Wo {M} {A} {u}, {m} {N} {A} {i}.",
    "Insgesamt {v} {N} {Z} Plätze, davon {Z} in {O}.",
    "Auch {N} {v} {A}, etwa bei {D}.",
    "In {O} und {O} {w} {N} bereits {p}; {M} {f} {A}.",
    "Für {A} {m} {N} bis Ende {Y} {A} {i}.",
    "Mit {D} {v} {N} {A}, das zeigt {M}.",
    "Aus {D} {v} {N} {A}.",
    "Gerade {N} {v} {A} und damit {A}.",
)
_FRAGMENTS = ("{N}", "{N} in {O}", "{N} für {A}", "{N} mit {D}", "{N} {G}", "{A} {i}")
_SLOT = re.compile(r"\{(\w)\}")


def _parsed(pattern: str) -> tuple[str, ...]:
    """Part a pattern into words as they are (at even places) and slots (at odd ones)."""
    return tuple(_SLOT.split(pattern))


_SENTENCES = tuple(map(_parsed, _PATTERNS))
_PHRASES = tuple(map(_parsed, _FRAGMENTS))


class Sentences:
    """Speaks; the same source of chance says the same. Frequent words are frequent, as in any text."""

    def __init__(self, chance: random.Random) -> None:
        """Draw on this source of chance alone."""
        self._chance = chance.random
        self._words = vocabulary()
        self._plural = False
        self._clause_plural = False
        self._slots: dict[str, Callable[[], str]] = {
            "N": lambda: self._phrase(NOMINATIVE, self._plural),
            "M": self._clause_subject,
            "A": lambda: self._phrase(ACCUSATIVE, self._chance() < 0.5),
            "D": lambda: self._phrase(DATIVE, self._chance() < 0.5),
            "G": lambda: self._phrase(GENITIVE, self._chance() < 0.5),
            "v": lambda: self._verb(self._plural),
            "u": lambda: self._verb(self._clause_plural),
            "f": lambda: self._verb(self._clause_plural),
            "i": lambda: self._verb(True),
            "p": lambda: self._pick(self._words.verbs).participle,
            "w": lambda: "werden" if self._plural else "wird",
            "h": lambda: "haben" if self._plural else "hat",
            "m": self._modal,
            "O": lambda: self._pick(self._words.places),
            "Y": lambda: str(2007 + int(self._chance() * 13)),
            "Z": self._number,
        }

    def sentence(self) -> str:
        """Say a sentence of about 14 words."""
        return self._filled(self._pick(_SENTENCES))

    def phrase(self) -> str:
        """Say a few words without a full stop."""
        return self._filled(self._pick(_PHRASES))

    def title(self) -> str:
        """Name a section, measure or table: one to four words."""
        first, second = self._compound(), self._noun()
        turn = self._chance()
        if turn < 0.4:
            return first.nominative
        if turn < 0.7:
            return f"{first.plural or first.nominative} und {second.plural or second.nominative}"
        adjective = self._pick(self._words.adjectives)
        return f"{adjective[0].upper()}{adjective[1:]}e {first.plural}" if first.plural else first.nominative

    def term(self) -> str:
        """Say one noun."""
        return self._noun().nominative

    def name(self) -> ForeignName:
        """Name an association."""
        return self._pick(self._words.names)

    def place(self) -> str:
        """Name a town."""
        return self._pick(self._words.places)

    def _pick(self, of: tuple[_T, ...]) -> _T:
        return of[int(self._chance() * len(of))]

    def _filled(self, parts: tuple[str, ...]) -> str:
        self._plural = self._chance() < 0.45
        slots = self._slots
        said = "".join(slots[part]() if index % 2 else part for index, part in enumerate(parts))
        return said[0].upper() + said[1:]

    def _clause_subject(self) -> str:
        self._clause_plural = self._chance() < 0.45
        return self._phrase(NOMINATIVE, self._clause_plural)

    def _noun(self) -> Noun:
        return self._frequent(self._words.common) if self._chance() < 0.5 else self._compound()

    def _compound(self) -> Noun:
        return self._frequent(self._words.compounds)

    def _frequent(self, of: tuple[Noun, ...]) -> Noun:
        return of[int(self._chance() ** 2 * len(of))]

    def _verb(self, plural: bool) -> str:
        verb = self._pick(self._words.verbs)
        return verb.plural if plural else verb.singular

    def _modal(self) -> str:
        return self._pick(("können", "sollen", "müssen") if self._plural else ("kann", "soll", "muss"))

    def _number(self) -> str:
        turn = self._chance()
        if turn < 0.5:
            return str(2 + int(self._chance() * 97))
        return f"{1 + int(self._chance() * 300)}.{int(self._chance() * 1000):03}"

    def _phrase(self, case: int, plural: bool) -> str:
        noun = self._noun()
        while plural and not noun.plural:
            noun = self._noun()
        with_adjective = self._chance() < 0.4
        if plural:
            return self._plural_phrase(noun, case, with_adjective)
        article = _ARTICLES[noun.gender][case]
        form = noun.genitive if case == GENITIVE else noun.nominative
        if not with_adjective:
            return f"{article} {form}"
        weak = case in {DATIVE, GENITIVE} or (case == ACCUSATIVE and noun.gender == "m")
        return f"{article} {self._pick(self._words.adjectives)}{'en' if weak else 'e'} {form}"

    def _plural_phrase(self, noun: Noun, case: int, with_adjective: bool) -> str:
        form = noun.dative_plural if case == DATIVE else noun.plural
        if not with_adjective:
            return f"{_PLURAL_ARTICLES[case]} {form}"
        adjective = self._pick(self._words.adjectives)
        if self._chance() < 0.5:
            return f"{adjective}{_BARE_ENDINGS[case]} {form}"
        return f"{_PLURAL_ARTICLES[case]} {adjective}en {form}"
