"""What is known about words: the dictionary's answers as they came in, and a concept's and a user's own words."""

from collections.abc import Iterable

from ikonzept_desktop.checking.words import Word, is_asked, questions, words_of


class Units:
    """The dictionary's answers about units of words, and which are still to be asked for."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.known: dict[str, bool] = {}
        self._missing: dict[str, None] = {}

    def get(self, unit: str) -> bool | None:
        """Tell whether a unit is right; None where that is to be asked first, which is noted."""
        answer = self.known.get(unit)
        if answer is None:
            self._missing[unit] = None
        return answer

    @property
    def waits(self) -> bool:
        """Whether there is anything to be asked for."""
        return any(unit not in self.known for unit in self._missing)

    def learn(self, answers: dict[str, bool]) -> None:
        """Take the dictionary's answers in."""
        self.known |= answers

    def take_missing(self, most: int) -> tuple[str, ...]:
        """Give units that are to be asked for, the oldest first, and forget that they are."""
        taken = tuple(unit for unit in self._missing if unit not in self.known)[:most]
        for unit in taken:
            del self._missing[unit]
        if not taken:
            self._missing.clear()
        return taken


class Verdicts:
    """Tells which words of one concept are wrong."""

    def __init__(self, units: Units) -> None:
        """Judge by these answers."""
        self._units = units
        self._own: frozenset[str] = frozenset()
        self._words: dict[tuple[str, bool], bool] = {}

    @property
    def waits(self) -> bool:
        """Whether there is anything to be asked for."""
        return self._units.waits

    def set_own(self, words: Iterable[str]) -> bool:
        """Let these words be right, with a genitive s too; tell whether that changes anything."""
        own = frozenset(words)
        if own == self._own:
            return False
        self._own = own
        self._words.clear()
        return True

    def is_wrong(self, text: str, *, stops: bool = False) -> bool:
        """Tell whether a word is known to be wrong; one not asked for yet is not."""
        key = (text, stops)
        known = self._words.get(key)
        if known is None:
            answer = self._judge(text, stops=stops)
            if answer is None:
                return False
            known = self._words[key] = answer
        return known

    def wrong_words(self, line: str) -> list[Word]:
        """Give the words of a flat line that are wrong."""
        return [word for word in words_of(line) if self.is_wrong(word.text, stops=word.stops)]

    def _judge(self, text: str, *, stops: bool) -> bool | None:
        if self._is_own(text):
            return False
        ways = questions(text)
        if stops:
            ways = (*ways, (f"{text}.",))
        answers = [self._ask(way) for way in ways]
        if True in answers:
            return False
        return None if None in answers else True

    def _ask(self, way: tuple[str, ...]) -> bool | None:
        """Tell whether all units are right; every one not known is noted to be asked for."""
        answers = [True if self._is_own(unit.removesuffix("-")) else self._units.get(unit) for unit in way]
        if False in answers:
            return False
        return None if None in answers else True

    def _is_own(self, word: str) -> bool:
        own = self._own
        if not own:
            return False
        return word in own or word.removesuffix("s") in own or (word[:1].lower() + word[1:]) in own


def is_word(text: str) -> bool:
    """Tell whether a text is one word that can be put into a dictionary."""
    found = list(words_of(text))
    return len(found) == 1 and found[0].text == text and is_asked(text)
