"""Lines whose typed numbers make the sequence of an outline."""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from ikonzept_desktop.importing.recognition.contents import Listed
from ikonzept_desktop.importing.recognition.lines import LONGEST_STYLED, LONGEST_TITLE, BodyLook, Line
from ikonzept_desktop.importing.recognition.numbers import Scheme, Typed, sequence, typed_number
from ikonzept_desktop.values import dataclass

_STYLED, _LISTED, _LOOK, _PLAIN, _LIKE_TEXT, _LIKE_LIST = 3.0, 3.0, 1.5, 0.3, -3.0, -2.5
_FEWEST_PLAIN = 3
_OUTER = ("kapitel", "teil", "abschnitt", "modul", "baustein")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line with the number it begins with, as a part of a sequence."""

    line: Line
    typed: Typed
    weight: float
    """How much else calls it a heading, below 0 where it looks like something else."""


def numbered_lines(
    lines: Sequence[Line], look: BodyLook, listed: Mapping[int, Listed], contents: Container[int]
) -> dict[int, tuple[Typed, float, int]]:
    """Give the lines that make sequences, by index: their number, weight and level."""
    candidates = list(_candidates(lines, look, listed, contents))
    outer = _chained([each for each in candidates if each.typed.scheme in {Scheme.ROMAN, Scheme.LETTER}])
    words = [each for each in candidates if each.typed.scheme is Scheme.WORD]
    for word in {each.typed.word for each in words}:
        chain = _chained([each for each in words if each.typed.word == word])
        outer.extend(chain if word in _OUTER or len(chain) > 1 or _is_strong(chain) else ())
    ends = sorted(each.line.index for each in outer if each.typed.word in ("", *_OUTER))
    inner = _in_stretches([each for each in candidates if each.typed.scheme is Scheme.DECIMAL], ends)
    return {each.line.index: (each.typed, each.weight, _level(each, ends, inner)) for each in (*outer, *inner)}


def _is_strong(chain: Sequence[Numbered]) -> bool:
    return all(each.weight >= _LOOK for each in chain)


def _level(each: Numbered, ends: Sequence[int], inner: Sequence[Numbered]) -> int:
    if each.typed.scheme is not Scheme.DECIMAL:
        return 0
    below = any(end < each.line.index for end in ends)
    goes_on = bool(inner) and len(ends) > 0 and inner[0].line.index < ends[0]
    return len(each.typed.number) - 1 + (below and not goes_on)


def _in_stretches(candidates: Sequence[Numbered], ends: Sequence[int]) -> list[Numbered]:
    """Find the sequence, or one below each outer heading where they begin anew there."""
    whole = _chained(candidates)
    if not ends:
        return whole
    bounds = [-1, *ends, 1 << 60]
    parts: list[Numbered] = []
    for start, end in pairwise(bounds):
        parts.extend(_chained([each for each in candidates if start < each.line.index < end]))
    return parts if len(parts) > len(whole) else whole


def _chained(candidates: Sequence[Numbered]) -> list[Numbered]:
    found = sequence([each.typed.number for each in candidates], lambda index: candidates[index].weight)
    chain = [candidates[index] for index in found]
    strong = sum(each.weight >= _LOOK for each in chain)
    deep = any(len(each.typed.number) > 1 for each in chain)
    if strong >= 2 or (strong and len(chain) == 1 and len(chain[0].typed.number) > 1):
        return chain
    if chain and chain[0].weight >= _LISTED and (len(chain) > 1 or _may_stand_alone(chain[0].typed)):
        return chain
    is_plain = len(chain) >= _FEWEST_PLAIN and sum(each.weight for each in chain) > 0
    return chain if is_plain and (deep or not _is_dense(chain)) else []


def _may_stand_alone(typed: Typed) -> bool:
    """Tell whether a number that nothing follows is likely one: `24 Städte machen mit` has none."""
    return typed.scheme is not Scheme.DECIMAL or len(typed.number) > 1 or typed.number == (1,) or "." in typed.cut


def _is_dense(chain: Sequence[Numbered]) -> bool:
    """Tell whether the lines stand as near as the items of a list do."""
    span = chain[-1].line.index - chain[0].line.index
    return span < 2 * (len(chain) - 1)


def _candidates(
    lines: Sequence[Line], look: BodyLook, listed: Mapping[int, Listed], contents: Container[int]
) -> Iterator[Numbered]:
    read: list[tuple[Line, Typed]] = []
    for line in lines:
        if not (line.raw and line.is_body and len(line.raw) <= LONGEST_STYLED) or line.index in contents:
            continue
        first = line.raw.lstrip()[:1]
        if first.isdigit() or first.isupper():
            typed = typed_number(line.raw)
            if typed is not None:
                read.append((line, typed))
    near = {(line.index, typed.scheme, len(typed.number)) for line, typed in read}
    for line, typed in read:
        yield Numbered(line, typed, _weight(line, typed, look, listed, near))


def _weight(
    line: Line, typed: Typed, look: BodyLook, listed: Mapping[int, Listed], near: Container[tuple[int, Scheme, int]]
) -> float:
    if line.hints.level is not None:
        return _STYLED
    if line.index in listed:
        return _LISTED
    if len(line.text) > LONGEST_TITLE or not line.may_be_heading:
        return _LIKE_TEXT
    if (line.is_bold and not look.is_bold) or (0 < look.size < line.hints.size):
        return _LOOK
    depth = len(typed.number)
    if any((at, typed.scheme, depth) in near for at in (line.index - 1, line.index + 1)):
        return _LIKE_LIST
    return _PLAIN
