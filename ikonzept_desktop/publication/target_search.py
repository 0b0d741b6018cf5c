"""What a cross-reference can point at, found by a few letters of its number, its title or what it is.

Capitals, accents and umlauts make no difference, an umlaut may be spelled out, and letters within a word may be left
out: `massn sprachm` finds the measure „Sprachmittlerpool“.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.folding import folded, spelled_out
from ikonzept_desktop.model.template import Placement
from ikonzept_desktop.publication.labels import Label, Labels, Sort
from ikonzept_desktop.values import dataclass

_WORDS = re.compile(r"[^\W_]+")
_SAME, _NUMBER, _BEGIN, _WITHIN, _NOUN, _LOOSE = 100, 80, 60, 40, 30, 15
_FIRST_WORD = 5
_RECENT = 8
_SHORTEST_LOOSE = 3


class Shape(StrEnum):
    """What a target is to the eye."""

    SECTION = "section"
    ANNEX = "annex"
    TABLE = "table"
    FIGURE = "figure"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Target:
    """Something a cross-reference can point at, ready to be looked for."""

    id: str
    label: Label
    shape: Shape
    place: str
    """For a table, figure or record: number and title of the section it stands in."""
    number: str
    """Folded, as it is looked for."""
    titles: tuple[tuple[str, ...], ...]
    """The words of the title: folded, and where that differs also with their umlauts spelled out."""
    nouns: tuple[str, ...]

    @property
    def name(self) -> str:
        """Number and title, or what it is where it has neither."""
        return f"{self.label.number} {self.label.title}".strip() or self.label.noun


def targets(document: Document, labels: Labels) -> tuple[Target, ...]:
    """Give all that can be pointed at, in reading order."""
    annexes = _annexes(document)
    found = []
    place = ""
    for id, label in labels.targets.items():
        if label.sort is Sort.SECTION:
            place = f"{label.number} {label.title}".strip() or label.noun
        shape = Shape.ANNEX if id in annexes else Shape(label.sort.value)
        title = _ways(label.title)
        nouns = tuple(dict.fromkeys(word for way in _ways(label.noun) for word in way))
        found.append(
            Target(id, label, shape, "" if label.sort is Sort.SECTION else place, folded(label.number), title, nouns)
        )
    return tuple(found)


def found(every: Sequence[Target], words: str, recent: Sequence[str] = ()) -> list[Target]:
    """Give the targets that all words fit, the best first; without words those used recently, then all the rest."""
    asked = folded(words).split()
    rank = {id: place for place, id in enumerate(recent)}
    if not asked:
        last = len(rank)
        return sorted(every, key=lambda target: rank.get(target.id, last))
    scored = []
    for place, target in enumerate(every):
        score = _score(target, asked)
        if score:
            scored.append((-score - (_RECENT if target.id in rank else 0), place, target))
    return [target for _, _, target in sorted(scored, key=lambda one: one[:2])]


def _annexes(document: Document) -> frozenset[str]:
    kinds = {kind.key: kind.placement for kind in document.template.kinds}
    tops = tuple(one for one in document.sections if kinds.get(one.kind) is Placement.ANNEX)
    return frozenset(section.id for section in walk(tops))


def _ways(text: str) -> tuple[tuple[str, ...], ...]:
    plain, spelled = folded(text), spelled_out(text)
    ways = (plain,) if plain == spelled else (plain, spelled)
    return tuple(tuple(_WORDS.findall(way)) for way in ways)


def _score(target: Target, asked: Sequence[str]) -> int:
    """Add up how well each word fits; 0 where one does not."""
    total = 0
    for word in asked:
        score = max(_number_score(target.number, word), _title_score(target, word), _noun_score(target.nouns, word))
        if not score:
            return 0
        total += score
    return total


def _number_score(number: str, word: str) -> int:
    parts = number.split()
    if word in {number, number.removesuffix("."), *parts}:
        return _SAME
    return _NUMBER if any(part.startswith(word) for part in parts) else 0


def _title_score(target: Target, word: str) -> int:
    return max((_words_score(title, word) for title in target.titles), default=0)


def _words_score(title: tuple[str, ...], word: str) -> int:
    best = 0
    for place, known in enumerate(title):
        if known.startswith(word):
            return _BEGIN + (0 if place else _FIRST_WORD)
        if word in known:
            best = max(best, _WITHIN)
        elif not best and _is_loosely(word, known):
            best = _LOOSE
    return best


def _noun_score(nouns: tuple[str, ...], word: str) -> int:
    return _NOUN if any(noun.startswith(word) for noun in nouns) else 0


def _is_loosely(word: str, known: str) -> bool:
    """Tell whether the letters of a word come in another one in order, from its first letter on."""
    if len(word) < _SHORTEST_LOOSE or not known.startswith(word[0]):
        return False
    at = 0
    for letter in word:
        at = known.find(letter, at) + 1
        if not at:
            return False
    return True
