"""What the child process of the spelling does: it reads the dictionary once and answers (see `jobs`)."""

from functools import cache
from pathlib import Path

from ikonzept_desktop.checking.gender import sign_in
from ikonzept_desktop.checking.lexicon import Lexicon, answers, load
from ikonzept_desktop.checking.words import questions
from ikonzept_desktop.jobs import Report


@cache
def _lexicon(folder: Path) -> Lexicon:
    return load(folder)


def look_up(report: Report, folder: Path, units: tuple[str, ...]) -> dict[str, bool]:
    """Tell of each unit whether it is right; raises NoDictionary."""
    report(0.0, "")
    return answers(_lexicon(folder), units)


def suggest(report: Report, folder: Path, word: str) -> tuple[str, ...]:
    """Give what may have been meant with a word, the likeliest first; raises NoDictionary."""
    report(0.0, "")
    return suggestions(_lexicon(folder), word)


def suggestions(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """Give what may have been meant; a gender sign stays, in a word with hyphens the first wrong part is exchanged."""
    plain = questions(word)[0][0]
    parts = plain.split("-")
    units = [*(f"{part}-" for part in parts[:-1]), parts[-1]]
    wrong = [at for at, unit in enumerate(units) if unit.strip("-") and not lexicon.knows(unit)]
    if len(parts) == 1 or not wrong:
        return tuple(_with_sign_of(word, other) for other in lexicon.suggestions(plain))
    at = wrong[0]
    found = ("-".join((*parts[:at], other, *parts[at + 1 :])) for other in lexicon.suggestions(parts[at]))
    return tuple(_with_sign_of(word, other) for other in found)


def _with_sign_of(word: str, other: str) -> str:
    found = sign_in(word)
    if found is None or not other.endswith(found[1]):
        return other
    sign, rest = found
    return f"{other[: -len(rest)]}{sign}{rest}"
