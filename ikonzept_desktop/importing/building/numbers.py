"""Numbers of records that were typed and are computed now."""

import re
from collections.abc import Mapping

from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.values import dataclass

_HOLDER = re.compile(r"\{([^{}]*)\}")
_AFTER = r"\s*[.):–-]?\s+(?=\S)"
_AFTER_BARE = r"[.)]\s+(?=\S)"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A record's title, and the number that stood before it."""

    words: str
    number: str = ""
    """Nothing where there is none."""
    said: tuple[tuple[str, str], ...] = ()
    """What the number says of lines of the section, by their keys: of its abbreviation."""


def parted(words: str, type: FieldType, position: int, known: Mapping[str, str]) -> Numbered:
    """Part a record's title from a number before it that reads as the template numbers that very record.

    `position` is the record's, from 1; `known` is what lines of the section say already. A bare number needs a sign
    behind it, or it would be one of the title.
    """
    if not type.numbering:
        return Numbered(words)
    keys = [key for key in _HOLDER.findall(type.numbering) if key != "n"]
    pattern = "".join(
        re.escape(part).replace(r"\ ", r"\s?") if at % 2 == 0 else _held(part, position, known)
        for at, part in enumerate(_HOLDER.split(type.numbering))
    )
    found = re.match(f"({pattern}){_AFTER if keys else _AFTER_BARE}", words)
    if found is None:
        return Numbered(words)
    return Numbered(words[found.end() :], found[1], tuple(zip(keys, found.groups()[1:], strict=True)))


def _held(key: str, position: int, known: Mapping[str, str]) -> str:
    if key == "n":
        return str(position)
    return f"({re.escape(known[key])})" if known.get(key) else r"([^\W\d]{1,6})"
