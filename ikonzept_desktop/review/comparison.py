"""Two versions of a text compared word by word, as one who reads them would tell what differs."""

import re
from difflib import SequenceMatcher
from itertools import accumulate

Difference = tuple[int, int, str]
"""Characters from and to in the old text, and what stands there in the new one."""

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_MOST = 4_000_000
"""Pairs of words beyond which only the ends that are alike are looked for: comparing must not take seconds."""


def differences(old: str, new: str) -> list[Difference]:
    """Give what turns the old text into the new one, in order."""
    if old == new:
        return []
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    at = sum(map(len, _WORDS.findall(old)[:head]))
    if len(before) * len(after) > _MOST:
        return [(at, at + sum(map(len, before)), "".join(after))]
    starts = list(accumulate(map(len, before), initial=at))
    found: list[Difference] = []
    for kind, first, last, first_new, last_new in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        start, end, text = starts[first], starts[last], "".join(after[first_new:last_new])
        if found and _is_one_thought(old[found[-1][1] : start]):
            start_before, end_before, text_before = found.pop()
            start, text = start_before, text_before + old[end_before:start] + text
        found.append((start, end, text))
    return found


def _alike(before: list[str], after: list[str]) -> int:
    """Count the words both begin with."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count


def _is_one_thought(between: str) -> bool:
    """Tell whether what stays between two differences is no word: `zwei Jahre` became `drei Monate` at one stroke."""
    return len(between) <= 2 and not any(map(str.isalnum, between)) and "\n" not in between
