"""The names of institutions and terms, and in how many ways a concept writes each.

Two ways of writing are one name where they differ only in hyphens, spaces, capitals, umlauts written out, letters
doubled, a linking s, or in an abbreviation (AG for Arbeitsgruppe). Endings of cases do not count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ikonzept_desktop.values import dataclass

SHORTEST = 8
"""Letters a name has at least, without its ending."""
_CAP = "[A-ZÄÖÜ][^\\W\\d_]*(?:-[^\\W\\d_]+)*"
_NAME = re.compile(f"(?<![\\w-]){_CAP}(?:[ \u00a0]{_CAP})*(?![\\w*:_/]*[*:_/]\\w)")
_SHORT = {"AG": "Arbeitsgruppe", "AK": "Arbeitskreis", "FAG": "Facharbeitsgruppe"}
_ENDINGS = ("innen", "en", "es", "er", "em", "s", "n", "e")
_SPACES = re.compile("[ \u00a0]")
_DOUBLED = re.compile(r"(.)\1+")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class NameUse:
    """A place where something is named. Positions count code points of the line."""

    key: str
    """The same for all ways of writing it."""
    form: str
    """How it is written here, without the ending of its case."""
    ending: str
    start: int
    end: int
    parts: int = 1
    """Words it consists of."""


def names_of(line: str) -> Iterator[NameUse]:
    """Go through the names of a flat line: single long words, and neighbouring words with capitals, up to three."""
    for run in _NAME.finditer(line):
        words = [(match.start(), match.end()) for match in re.finditer("[^ \u00a0]+", run[0])]
        for first in range(len(words)):
            for last in range(first, min(first + _MOST_WORDS, len(words))):
                start, end = run.start() + words[first][0], run.start() + words[last][1]
                use = _use(line[start:end], last - first + 1)
                if use is not None:
                    yield NameUse(use[0], use[1], use[2], start, end, last - first + 1)


@lru_cache(maxsize=65536)
def _use(text: str, parts: int) -> tuple[str, str, str] | None:
    words = _SPACES.split(text)
    shortened = words[0] in _SHORT
    if parts == 1 and (shortened or text.isupper()):
        return None
    stem, ending = _parted(text)
    whole = " ".join((_SHORT.get(words[0], words[0]), *words[1:])) if shortened else text
    key = _key(_parted(whole)[0])
    return (key, _SPACES.sub(" ", stem), ending) if len(key) >= SHORTEST else None


def _parted(text: str) -> tuple[str, str]:
    """Part a name and the ending of its case; an s before the ending goes with it: `Sprachkur-s`, `Sprachkur-se`."""
    ending = next((end for end in _ENDINGS if text.endswith(end) and len(text) - len(end) >= SHORTEST), "")
    stem = text[: len(text) - len(ending)]
    bare = stem.rstrip("s")
    return (bare, text[len(bare) :]) if len(bare) >= SHORTEST - 1 else (stem, ending)


def _key(name: str) -> str:
    folded = re.sub("[^a-z]", "", name.lower().translate(_FOLDED))
    return _DOUBLED.sub(r"\1", folded.replace("s", ""))


Forms = Counter[tuple[str, str]]
"""How often a name is written in each way, by form and ending."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The way in which a name is mostly written."""

    form: str
    count: int
    shown: str
    """With the ending that it has most often."""
    seen: frozenset[str]
    """The form with every ending it has somewhere."""

    def in_place_of(self, use: NameUse) -> str | None:
        """Give what would stand in the place of another way of writing; None where its ending was never seen."""
        meant = f"{self.form}{use.ending}"
        return meant if meant in self.seen else None


def variants(counted: Mapping[str, Forms], introduced: Iterable[str] = ()) -> dict[str, Usual]:
    """Give the usual way of writing for each name (by key) that is written in several ways.

    Names of several words count only beside a way of writing in one word, or with an abbreviation. Abbreviations that
    the text itself introduces in brackets are no other way of writing.
    """
    known = frozenset(introduced)
    found: dict[str, Usual] = {}
    for key, forms in counted.items():
        if len(forms) > 1 and (usual := _usual(forms, known)) is not None:
            found[key] = usual
    return found


def _usual(forms: Forms, known: frozenset[str]) -> Usual | None:
    by_form: Counter[str] = Counter()
    for (form, _ending), count in forms.items():
        if form not in known:
            by_form[form] += count
    if len(by_form) < 2 or not _is_one_name(by_form):
        return None
    form, count = max(by_form.items(), key=lambda item: (item[1], " " not in item[0], -len(item[0]), item[0]))
    endings = {ending: times for (other, ending), times in forms.items() if other == form}
    shown = max(endings.items(), key=lambda item: (item[1], -len(item[0])))[0]
    return Usual(form, count, f"{form}{shown}", frozenset(f"{form}{ending}" for ending in endings))


def _is_one_name(forms: Counter[str]) -> bool:
    """Tell whether forms that fold to one key are one name: neighbours alone, as in `Kultur Sport`, are none."""
    spaced = [form for form in forms if " " in form]
    return len(spaced) < len(forms) or any(form.split()[0] in _SHORT for form in spaced)


INTRODUCED = re.compile(f"({_CAP}(?:[ \u00a0]{_CAP})*)[ \u00a0]\\(((?:{'|'.join(_SHORT)})[^)]*)\\)")
"""`Arbeitsgruppe Sprache (AG Sprache)`, or `Arbeitsgruppe Sprache (AG)`."""


def introduced(line: str) -> Iterator[str]:
    """Go through the shortened names that a flat line introduces in brackets."""
    if "(" not in line:
        return
    for match in INTRODUCED.finditer(line):
        short = match[2].strip()
        words = match[1].split()
        if short in _SHORT and _SHORT[short] in words:
            short = " ".join((short, *words[words.index(_SHORT[short]) + 1 :]))
        yield _parted(short)[0]
