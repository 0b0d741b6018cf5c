"""Pages of a printed text: what stands at their edges is told from the text, which goes on from one to the next."""

import re
from collections import Counter

from ikonzept_desktop.values import dataclass

_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:Seite|S\.|Page)?\s*\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?(?:\s*[-–—|])?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_FEWEST = 2
"""Pages at whose edge the same words have to stand to be no part of the text."""
_OPEN = re.compile(r"[\w,;–-]$")
_LONGEST_HEAD = 120
_FULL = 45
"""Characters of a line that is none of a title."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of a text that are its own, and what stood at the edges of its pages."""

    lines: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    """The lines that only count pages."""
    heads: tuple[str, ...] = ()
    """Running heads and feet, each once, in order."""
    repeats: tuple[str, ...] = ()
    """Those again that came again."""


def without_edges(text: str) -> Pages:
    """Give the lines of a text; where it has pages, without their numbers and running heads."""
    if "\f" not in text:
        return Pages(tuple(text.split("\n")))
    pages = [_without_empty_ends(page.split("\n")) for page in text.split("\f")]
    running = _running([page for page in pages if page])
    numbers: list[str] = []
    heads: dict[str, None] = {}
    repeats: list[str] = []
    kept: list[str] = []
    for page in pages:
        body, edges = _parted(page, running)
        for edge in edges:
            if _is_number(edge):
                numbers.append(edge)
            elif edge in heads:
                repeats.append(edge)
            else:
                heads[edge] = None
        _go_on(kept, body)
    return Pages(tuple(kept), tuple(numbers), tuple(heads), tuple(repeats))


def _without_empty_ends(lines: list[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]


def _running(pages: list[list[str]]) -> set[str]:
    """Give the words that stand at the edge of several pages, figures aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(page[0]), _shape(page[-1])})
    return {shape for shape, count in counts.items() if count >= _FEWEST and shape}


def _shape(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split())) if len(line) <= _LONGEST_HEAD else ""


def _is_number(line: str) -> bool:
    return _NUMBER.fullmatch(line) is not None


def _parted(page: list[str], running: set[str]) -> tuple[list[str], list[str]]:
    """Give the lines of a page without those at its edges that are none of the text, and these."""
    edges: list[str] = []
    below: list[str] = []
    lines = page
    while lines and (_is_number(lines[0].strip()) or _shape(lines[0]) in running) and len(edges) < _FEWEST:
        edges.append(lines[0].strip())
        lines = _without_empty_ends(lines[1:])
    while lines and (_is_number(lines[-1].strip()) or _shape(lines[-1]) in running) and len(below) < _FEWEST:
        below.insert(0, lines[-1].strip())
        lines = _without_empty_ends(lines[:-1])
    return lines, edges + below


def _go_on(kept: list[str], page: list[str]) -> None:
    """Put a page behind the text so far: its first paragraph goes on where a sentence did not end."""
    if not page:
        return
    last, first = (kept[-1].rstrip() if kept else ""), page[0].strip()
    goes_on = _OPEN.search(last) is not None and (first[:1].islower() or len(last) >= _FULL)
    if last and not goes_on:
        kept.append("")
    kept.extend(page)
