"""The people whose copies came back: two letters and a colour for each, the same wherever they are shown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from ikonzept_desktop.model.proposals import ReturnedFile
from ikonzept_desktop.values import dataclass

COLOURS = 5
"""How many people have a colour of their own; whoever comes later is told by the letters alone."""
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"und", "der", "die", "das", "des", "den", "dem", "für", "im", "in", "zu", "zur", "von", "am", "an"})
_REGION = re.compile(r"^(?:kreis|landes|landkreis|stadt)(?=\w{5})", re.IGNORECASE)
_HEADS = (
    "verband",
    "verein",
    "verbund",
    "bund",
    "werk",
    "amt",
    "center",
    "zentrum",
    "büro",
    "rat",
    "schule",
    "kammer",
    "agentur",
    "dienst",
    "stelle",
    "gruppe",
    "hilfe",
    "haus",
    "beauftragte",
    "leitung",
    "verwaltung",
    "referat",
    "kreis",
)
"""What German names of offices end in: its first letter is the second of the two."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who proposed something, as it is shown beside every proposal."""

    letters: str
    """Two, and no two people have the same."""
    number: int
    """Which of the colours, from 0; -1 for those who have none."""
    name: str


def persons_of(returned: Iterable[ReturnedFile]) -> Mapping[str, Person]:
    """Give who each file came from, by the file's id; whoever came first keeps letters and colour when others come."""
    files = sorted(returned, key=lambda file: (file.came, file.id))
    known: dict[str, Person] = {}
    for name in dict.fromkeys(map(_name, files)):
        taken = {person.letters for person in known.values()}
        known[name] = Person(_letters(name, taken), len(known) if len(known) < COLOURS else -1, name)
    return {file.id: known[_name(file)] for file in files}


def _name(file: ReturnedFile) -> str:
    return " ".join(file.reviewer.split()) or PurePath(file.name).stem


def _letters(name: str, taken: set[str]) -> str:
    return next(letters for letters in _wishes(name) if letters not in taken)


def _wishes(name: str) -> Iterator[str]:
    """Go through the pairs that may stand for a name, the best first: enough of them for nine hundred people."""
    words = [word for word in _WORD.findall(name) if word.lower() not in _SMALL] or ["?"]
    first = words[0]
    if len(words) > 1:
        yield (first[0] + words[1][0]).upper()
    else:
        first = _REGION.sub("", first)
        yield from (f"{first[0]}{head[0]}".upper() for head in _HEADS if _ends(first, head))
    rest = "".join([first[1:], *words[1:]])
    yield from (f"{first[0]}{other}".upper() for other in rest if other != "ß")
    yield from (f"{first[0]}{number}".upper() for number in range(1, 10))
    yield from (
        f"{one}{other}" for one in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789"
    )


def _ends(word: str, head: str) -> bool:
    return word.lower().endswith(head) and len(word) > len(head)
