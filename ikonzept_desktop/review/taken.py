"""What was taken over already of what copies propose: how words that were given out read since, and where they are."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Verdict
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.reading.word.content import STAND_IN
from ikonzept_desktop.review.by_hand import GroundShifted
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.values import dataclass

_BORDERS = re.compile(f"([\n{STAND_IN}{PARAGRAPH_END}])")
_Key = tuple[str, str]
"""The version that was given out, and what is meant in it."""
_Change = tuple[int, int, str]
_IN_LINE = frozenset({Kind.TEXT, Kind.SPLIT, Kind.WITHDRAWN})
"""What is about some words of a line; all else is about the whole."""


def held_text(text: str) -> str:
    """Give a text as a concept holds it, but for line ends, what stands for notes, and ends of paragraphs."""
    return "".join(part if _BORDERS.fullmatch(part) else clean(part) for part in _BORDERS.split(text))


def wanted_text(kept: KeptProposal, variant: int, text: str | None) -> str:
    """Give what is to stand there, one of the variants or another text; the cells of a row are parted by tabs."""
    said = kept.variants[variant].text if text is None else text
    if kept.kind is Kind.ROW_INSERT:
        return "\t".join(map(held_text, said.split("\t")))
    return held_text(said)


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that were given out, as they read with all that was taken over, and where a stretch of them stands."""

    head: str
    """The id of the block they stand in now: another one where they were joined to it."""
    text: str
    start: int
    end: int


class Taken:
    """Knows of every version that was given out what was accepted of it."""

    def __init__(self, proposals: Iterable[KeptProposal]) -> None:
        """Look at proposals that are kept with a concept."""
        self._changes: dict[_Key, dict[str, _Change]] = {}
        self._joined: dict[_Key, tuple[Ground, str]] = {}
        self._joining: dict[_Key, tuple[Ground, str]] = {}
        self._struck: set[_Key] = set()
        self._gone_elsewhere: set[_Key] = set()
        self._written: dict[_Key, list[tuple[int, str]]] = {}
        self._moved: dict[_Key, list[tuple[int, str]]] = {}
        for kept in proposals:
            decision = kept.decision
            if decision is not None and decision.verdict is Verdict.ACCEPTED:
                self.add(kept, decision.variant, decision.text)

    def add(self, kept: KeptProposal, variant: int = 0, text: str | None = None) -> None:
        """Take note of one that was accepted, one of its variants or another text."""
        if not kept.grounds or not 0 <= variant < len(kept.variants):
            return
        ground = kept.grounds[0]
        key = kept.version, ground.id
        wanted = wanted_text(kept, variant, text)
        match kept.kind:
            case Kind.TEXT | Kind.SPLIT:
                self._changes.setdefault(key, {})[kept.id] = ground.start, ground.end, wanted
            case Kind.JOIN if len(kept.grounds) > 1:
                other = kept.grounds[1]
                self._joined[kept.version, other.id] = ground, wanted
                self._joining[key] = other, wanted
            case Kind.DELETE | Kind.ROW_DELETE:
                self._struck.update((kept.version, each.id) for each in kept.grounds)
            case Kind.INSERT | Kind.ROW_INSERT:
                self._written.setdefault(key, []).append((kept.place, wanted))
            case Kind.MOVE:
                self._gone_elsewhere.add(key)
                target = kept.targets[variant] if kept.targets else kept.target
                if target is not None:
                    self._moved.setdefault((kept.version, target.id), []).append((kept.order, ground.id))
            case _:
                pass

    def is_struck(self, version: str, id: str) -> bool:
        """Tell whether words were struck out by something that was accepted."""
        return (version, id) in self._struck

    def is_moved(self, version: str, id: str) -> bool:
        """Tell whether a block was moved by something that was accepted."""
        return (version, id) in self._gone_elsewhere

    def head(self, version: str, id: str, is_gone: Callable[[str], bool]) -> str:
        """Give the id of the block that words stand in which were joined to it; their own where they were not."""
        while is_gone(id) and (version, id) in self._joined:
            id = self._joined[version, id][0].id
        return id

    def ends_within(self, version: str, id: str, is_gone: Callable[[str], bool]) -> int:
        """Count how many ends of paragraphs were written within a block and what was joined to it."""
        count = sum(text.count(PARAGRAPH_END) for _, _, text in self._changes.get((version, id), {}).values())
        below = self._joining.get((version, id))
        return count + (self.ends_within(version, below[0].id, is_gone) if below and is_gone(below[0].id) else 0)

    def written_after(self, version: str, id: str, before: int | None = None) -> Iterator[str]:
        """Go through the paragraphs that were written after a block, or those of proposals before a place."""
        for text in self.rows_after(version, id, before):
            yield from text.split(PARAGRAPH_END)

    def rows_after(self, version: str, id: str, before: int | None = None) -> Iterator[str]:
        """Go through the rows that were written after a cell in the same way."""
        for place, text in sorted(self._written.get((version, id), ())):
            if before is None or place < before:
                yield text

    def moved_after(self, version: str, id: str, before: int | None = None) -> Iterator[str]:
        """Go through the ids of what was moved after a block, or of that which comes before an order."""
        for order, moved in sorted(self._moved.get((version, id), ())):
            if before is None or order < before:
                yield moved

    def reading(self, kept: KeptProposal, ground: Ground, is_gone: Callable[[str], bool]) -> Reading:
        """Tell how words read by now. Raises GroundShifted where others were taken over in their place."""
        grounds = [ground]
        glues = [""]
        while is_gone(grounds[0].id) and (above := self._joined.get((kept.version, grounds[0].id))) is not None:
            grounds.insert(0, above[0])
            glues.insert(1, above[1])
        own = len(grounds) - 1
        while (below := self._joining.get((kept.version, grounds[-1].id))) is not None and is_gone(below[0].id):
            grounds.append(below[0])
            glues.append(below[1])
        texts = [
            glue + _applied(each.text, self._others(kept, each)) for glue, each in zip(glues, grounds, strict=True)
        ]
        shift = sum(map(len, texts[:own])) + len(glues[own])
        start, end = 0, len(texts[own]) - len(glues[own])
        if kept.kind in _IN_LINE:
            start, end = _shifted(ground, self._others(kept, ground))
        return Reading(grounds[0].id, "".join(texts), shift + start, shift + end)

    def _others(self, kept: KeptProposal, ground: Ground) -> list[_Change]:
        """Give what else was taken over of the same words, in order; what meets an earlier one is left out."""
        known = self._changes.get((kept.version, ground.id), {})
        own = {(ground.start, ground.end, held_text(each.text)) for each in kept.variants}
        found: list[_Change] = []
        for change in sorted({change for id, change in known.items() if id != kept.id} - own):
            if (not found or found[-1][1] <= change[0]) and change[1] <= len(ground.text):
                found.append(change)
        return found


def _applied(base: str, changes: Sequence[_Change]) -> str:
    for start, end, text in reversed(changes):
        base = base[:start] + text + base[end:]
    return base


def _shifted(ground: Ground, changes: Sequence[_Change]) -> tuple[int, int]:
    shift = 0
    for start, end, text in changes:
        if end <= ground.start:
            shift += len(text) - (end - start)
        elif start < ground.end:
            raise GroundShifted
    return ground.start + shift, ground.end + shift
