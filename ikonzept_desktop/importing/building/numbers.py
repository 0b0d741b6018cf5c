"""Numbers of records that were typed and are computed now."""

import re

from ikonzept_desktop.model.template import FieldType

_HOLDER = re.compile(r"\{([^{}]*)\}")
_AFTER = r"\s*[.):–-]?\s+(?=\S)"


def without_number(words: str, type: FieldType, position: int) -> tuple[str, str]:
    """Part a record's title from a number before it that reads as the template numbers that very record.

    `position` is the record's, from 1. The number is empty where there is none; a bare number needs a sign behind it.
    """
    if not type.numbering:
        return words, ""
    holders = _HOLDER.findall(type.numbering)
    pattern = "".join(
        re.escape(part) if at % 2 == 0 else str(position) if part == "n" else r"[^\W\d]{1,6}"
        for at, part in enumerate(_HOLDER.split(type.numbering))
    ).replace(r"\ ", r"\s?")
    after = _AFTER if len(holders) > 1 else r"[.)]\s+(?=\S)"
    found = re.match(pattern + after, words)
    return (words[found.end() :], found[0].strip()) if found else (words, "")
