"""German words for generated concepts, formed by rule from the short lists in resources/vocabulary."""

import random
from collections.abc import Iterator
from functools import cache

from ikonzept_desktop.paths import resource
from ikonzept_desktop.values import dataclass

_SHUFFLE = 2015
_SAME_STEM = 4


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with the forms that differ; its dative and accusative in the singular are its nominative."""

    gender: str
    """m, f or n."""
    nominative: str
    genitive: str
    plural: str
    """Empty where there is none."""
    dative_plural: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with an accusative object."""

    singular: str
    plural: str
    """The infinitive too."""
    participle: str


@dataclass(frozen=True, slots=True)
class ForeignName:
    """The name of an association in a language of its own."""

    language: str
    """A BCP 47 tag."""
    name: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that a generated concept is made of, apart from the small words of its sentences."""

    common: tuple[Noun, ...]
    compounds: tuple[Noun, ...]
    adjectives: tuple[str, ...]
    verbs: tuple[Verb, ...]
    places: tuple[str, ...]
    names: tuple[ForeignName, ...]

    def forms(self) -> Iterator[str]:
        """Go through every form that can stand in a text."""
        for noun in (*self.common, *self.compounds):
            yield from filter(None, (noun.nominative, noun.genitive, noun.plural, noun.dative_plural))
        for adjective in self.adjectives:
            yield from (adjective + ending for ending in ("e", "en", "er"))
        for verb in self.verbs:
            yield from (verb.singular, verb.plural, verb.participle)


@cache
def vocabulary() -> Vocabulary:
    """Read the lists and form the words; the order of the compounds is mixed, but always the same."""
    heads = tuple(map(_noun, _entries("grundwoerter")))
    compounds = [
        _compound(first, head)
        for first in _entries("erstglieder")
        for head in heads
        if first[:_SAME_STEM].lower() != head.nominative[:_SAME_STEM].lower()
    ]
    random.Random(_SHUFFLE).shuffle(compounds)
    return Vocabulary(
        common=tuple(map(_noun, _entries("nomen"))) + heads,
        compounds=tuple(compounds),
        adjectives=_entries("adjektive"),
        verbs=tuple(Verb(*entry.split()) for entry in _entries("verben")),
        places=_entries("orte"),
        names=tuple(ForeignName(*entry.split(" ", 1)) for entry in _entries("vereine")),
    )


def _entries(name: str) -> tuple[str, ...]:
    text = resource("vocabulary", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _noun(entry: str) -> Noun:
    nominative, gender, genitive, plural = entry.split()
    plural = "" if plural == "-" else plural
    return Noun(gender, nominative, genitive, plural, _dative(plural))


def _dative(plural: str) -> str:
    return plural if not plural or plural[-1] in "ns" else f"{plural}n"


def _compound(first: str, head: Noun) -> Noun:
    def joined(form: str) -> str:
        return first + form.lower() if form else ""

    return Noun(
        head.gender, joined(head.nominative), joined(head.genitive), joined(head.plural), joined(head.dative_plural)
    )
