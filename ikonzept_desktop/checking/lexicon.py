"""A German dictionary with help for compounds; asked in a process of its own, for a search may take half a second.

Hunspell knows some compounds by its own rules. What it does not know is right where it falls into two or three nouns
that it knows, joined as German joins them: `Koordinierung-s-kreis`, never `Koordinierung-kreis`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from ikonzept_desktop.checking.word_parts import (
    INFLECTIONS,
    LINKS,
    MUST_LINK,
    NEVER_BARE,
    NEVER_LINK,
    NO_TAILS,
    PARTICLES,
    SHORT_HEADS,
    SHORT_TAILS,
    VERB_BEGINS,
    VERB_ENDS,
)

SHORTEST_HEAD, SHORTEST_TAIL = 4, 4
"""Letters that parts of a compound have at least, but for those of a list."""
SHORTEST_PART = 3
"""Letters that those of a list have at least."""
_LONG = 12
"""Letters from which on a word is more quickly known by its parts than whole."""
_SHORT_STEM = 5
"""Letters up to which a stem may be joined by e or es: `Tag-e-buch`, `Land-es-amt`."""
_ADJECTIVE = re.compile(
    "(?:l[ie]+ch|isch|ig|end|iert|bezogen|frei|recht|bedingt|weit|stützt|nah|fern|arm|reich|reif|intern|extern|bar|los"
    "|voll|neutral|offen|stark|schwach|haft|sam|iv|al|ell|ant|är|sensib(?:el|l))(?:e[rsnm]?)?$|weise$"
)
"""How adjectives end that stand behind nouns: `kultursensibel`, `kreisweit`."""
_MOST_SUGGESTIONS = 6


class NoDictionary(Exception):
    """The dictionary is missing or cannot be read; the message is a German sentence for the user."""


class Known(Protocol):
    """What Hunspell answers."""

    def spell(self, word: str) -> bool:
        """Tell whether a word is in the dictionary."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Give words that are like it."""


class Lexicon:
    """Tells whether units of words are right, and what may have been meant."""

    def __init__(self, hunspell: Known, extra: Iterable[str] = ()) -> None:
        """Ask Hunspell, and beside it a list of words that it does not know."""
        self._hunspell = hunspell
        extra = tuple(extra)
        self._extra = frozenset(word for word in extra if not word.endswith("-"))
        self._heads = frozenset(word[:-1].lower() for word in extra if word.endswith("-"))
        self._spell = lru_cache(maxsize=65536)(hunspell.spell)
        self._is_head = lru_cache(maxsize=32768)(self._find_head)

    def knows(self, unit: str) -> bool:
        """Tell whether a unit (see `words.questions`) is right; one with a hyphen at its end stands before another."""
        if unit.endswith("-"):
            head = unit[:-1]
            return self._spell(unit) or self._is_word(head) or self._is_head(head, before_hyphen=True)
        # Hunspell takes up to 40 ms over a long compound, its parts are known in a fraction of that.
        by_parts_first = len(unit) >= _LONG and not unit.endswith(".")
        if by_parts_first and self._is_compound(unit):
            return True
        if self._is_word(unit):
            return True
        if unit.endswith("."):
            return False
        if unit.isupper() and self._is_word(unit.capitalize()):
            return True
        return not by_parts_first and self._is_compound(unit)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Give what may have been meant, the likeliest first; compounds by their parts."""
        found = [other for other in self._hunspell.suggest(word) if other != word and "." not in other]
        own = [other for other in _with_link(word) if other != word and self._is_compound(other)]
        return tuple(dict.fromkeys([*own, *found]))[:_MOST_SUGGESTIONS]

    def _is_word(self, word: str) -> bool:
        if self._spell(word) or self._is_extra(word):
            return True
        return any(word.endswith(end) and self._is_extra(word[: -len(end)]) for end in INFLECTIONS)

    def _is_extra(self, stem: str) -> bool:
        return stem in self._extra or stem[:1].lower() + stem[1:] in self._extra

    def _is_compound(self, word: str) -> bool:
        """Tell whether a word falls into two or three that fit together."""
        noun, low = word[:1].isupper(), word.lower()
        if low[1:] != word[1:] or len(word) < SHORTEST_HEAD + SHORTEST_TAIL - 1:
            return False
        return (not noun and self._is_separable(word)) or self._falls_apart(low, noun=noun, parts=3)

    def _is_separable(self, word: str) -> bool:
        """Tell whether a word is a verb behind a particle: `weiter-geschrieben`."""
        cuts = (cut for cut in range(2, min(len(word) - 2, 10)) if word[:cut] in PARTICLES)
        return any(self._spell(word[cut:]) for cut in cuts)

    def _falls_apart(self, low: str, *, noun: bool, parts: int) -> bool:
        """Tell whether letters fall into so many words at most; the tails are asked for first, as they are shorter."""
        cuts = range(len(low) - SHORTEST_PART, SHORTEST_PART - 1, -1)
        if any(self._is_tail(low[cut:], noun=noun) and self._is_head(low[:cut]) for cut in cuts):
            return True
        if parts < 3:
            return False
        cuts = range(SHORTEST_PART, len(low) - 2 * SHORTEST_TAIL + 1)
        return any(self._is_head(low[:cut]) and self._falls_apart(low[cut:], noun=noun, parts=2) for cut in cuts)

    def _is_tail(self, tail: str, *, noun: bool) -> bool:
        if (len(tail) < SHORTEST_TAIL and tail not in SHORT_TAILS) or tail in NO_TAILS:
            return False
        if not noun:
            return _ADJECTIVE.search(tail) is not None and self._is_word(tail)
        if not self._is_word(tail.capitalize()):
            return False
        # Verbs are known with a capital too, where a sentence begins; as nouns they are infinitives or participles.
        return not tail.startswith(VERB_BEGINS) or tail.endswith(VERB_ENDS) or not self._spell(tail)

    def _find_head(self, head: str, *, before_hyphen: bool = False) -> bool:
        """Tell whether a word may begin a compound, in the form in which it stands there."""
        head = head.lower()
        if head in self._heads:
            return True
        return any(self._is_linked(head, link, before_hyphen=before_hyphen) for link in LINKS if head.endswith(link))

    def _is_linked(self, head: str, link: str, *, before_hyphen: bool) -> bool:
        stem = head[: len(head) - len(link)] if link else head
        if len(stem) < SHORTEST_HEAD and stem not in SHORT_HEADS:
            return False
        if not link and not before_hyphen and (stem.endswith(MUST_LINK) or stem in NEVER_BARE):
            return False
        if (link == "s" and stem.endswith(NEVER_LINK)) or (link in {"e", "es"} and len(stem) > _SHORT_STEM):
            return False
        if link in {"n", "en", "e", "er"} and (not self._is_word(head.capitalize()) or self._spell(head)):
            return False
        return self._is_noun(stem, link)

    def _is_noun(self, stem: str, link: str) -> bool:
        """Tell whether a word is a noun: one known with a small letter too is more likely none."""
        if not self._is_word(stem.capitalize()):
            return False
        if not self._spell(stem) or stem in SHORT_HEADS:
            return True
        return stem.endswith("en") if link == "s" else len(stem) >= _SHORT_STEM and link in {"", "n", "en"}


def _with_link(word: str) -> Iterator[str]:
    """Give a word with an s put in or taken out where parts of compounds may meet."""
    for at in range(4, len(word) - 3):
        yield f"{word[:at]}s{word[at:]}"
        if word[at] == "s":
            yield word[:at] + word[at + 1 :]


def answers(lexicon: Lexicon, words: Iterable[str]) -> dict[str, bool]:
    """Tell of each unit whether it is right."""
    return {word: lexicon.knows(word) for word in words}


def load(folder: Path) -> Lexicon:
    """Read the dictionary and the list of words beside it; raises NoDictionary."""
    for name in ("de_DE.aff", "de_DE.dic"):
        file = folder / name
        if not file.is_file() or not file.stat().st_size:
            raise NoDictionary(f"Das Wörterbuch {name} fehlt.")
    try:
        from hunspell import Hunspell, HunspellFilePathError
    except ImportError as error:
        raise NoDictionary("Der Baustein für die Rechtschreibung fehlt.") from error
    try:
        hunspell = Hunspell("de_DE", hunspell_data_dir=str(folder))
    except (HunspellFilePathError, OSError, ValueError) as error:
        raise NoDictionary("Das Wörterbuch lässt sich nicht lesen.") from error
    if not hunspell.spell("Haus") or hunspell.spell("Hauus"):
        raise NoDictionary("Das Wörterbuch ist beschädigt.")
    return Lexicon(hunspell, read_list(folder / "fachwoerter.txt"))


def read_list(file: Path) -> tuple[str, ...]:
    """Read a list of words, one a line; nothing where there is none."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
