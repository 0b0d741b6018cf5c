"""What the child process of the spelling does: it reads the dictionary once and answers (see `jobs`)."""

from functools import cache
from pathlib import Path

from ikonzept_desktop.checking.gender import sign_in
from ikonzept_desktop.checking.known_units import KnownUnits
from ikonzept_desktop.checking.lexicon import Lexicon, answers, load
from ikonzept_desktop.checking.words import questions
from ikonzept_desktop.jobs import Report


@cache
def _lexicon(folder: Path) -> Lexicon:
    return load(folder)


@cache
def _known(kept_in: Path, folder: Path) -> KnownUnits:
    return KnownUnits(kept_in, folder)


def look_up(report: Report, folder: Path, units: tuple[str, ...], kept_in: Path) -> dict[str, bool]:
    """Tell of each unit whether it is right, and keep what is; raises NoDictionary."""
    report(0.0, "")
    known, lexicon = _known(kept_in, folder), _lexicon(folder)
    found = answers(lexicon, (unit for unit in units if unit not in known))
    known.add(unit for unit, right in found.items() if right)
    return {unit: found.get(unit, True) for unit in units}


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
