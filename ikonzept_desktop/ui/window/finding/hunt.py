"""What is being searched and replaced in a window: the query, its hits in order, which of them are ticked.

It knows the concept alone, nothing of what is on screen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate, groupby

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.search.passages import FIXED, OBJECT, Part, Passage, Site
from ikonzept_desktop.model.search.query import Query
from ikonzept_desktop.model.search.replacing import (
    Change,
    Obstacle,
    Replacer,
    Span,
    Wish,
    obstacle,
    replacing,
    selection_of,
)
from ikonzept_desktop.model.search.search import EVERYTHING, Found, Scope, Searcher
from ikonzept_desktop.ui.window.finding.reading_order import place_of, places_of
from ikonzept_desktop.values import dataclass

_OF_COLLEAGUES = frozenset({Part.COMMENT, Part.REPLY})
"""What others have said is replaced only where it is ticked."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that was found."""

    passage: Passage
    span: Span

    @property
    def key(self) -> tuple[Site, int]:
        """What tells it from the others, as long as its passage stays as it is."""
        return (self.passage.site, self.span[0])

    @property
    def selection(self) -> Selection:
        """What shows it in the text."""
        return selection_of(self.passage, self.span)

    @property
    def obstacle(self) -> Obstacle | None:
        """What keeps it from being replaced."""
        return obstacle(self.passage, self.span)


class Hunt:
    """Holds the hits of one query, numbered from 0 in reading order."""

    def __init__(self, document: Callable[[], Document]) -> None:
        """Search the concept as it stands whenever it is asked for."""
        self._document = document
        self._searcher = Searcher()
        self.query = Query()
        self.scope = EVERYTHING
        self.found: tuple[Found, ...] = ()
        self._starts = [0]
        self._order: list[tuple[int, int]] | None = None
        self._flipped: set[tuple[Site, int]] = set()
        self._texts: dict[int, tuple[str, ...]] = {}
        self.wish: Wish | None = None
        """What hits are to be replaced by; None while they are only searched for."""

    @property
    def count(self) -> int:
        """How many hits there are."""
        return self._starts[-1]

    def run(self, query: Query, scope: Scope) -> None:
        """Search; raises BadPattern and TookTooLong, and has found nothing then."""
        if query != self.query:
            self._flipped = set()
        self.query, self.scope = query, scope
        self._take(())
        self._take(self._searcher.run(self._document(), query, scope))

    def refresh(self) -> None:
        """Search anew, as the concept has changed; raises as `run` does."""
        self.run(self.query, self.scope)

    def wish_for(self, wish: Wish | None) -> None:
        """Replace hits by something else from now on."""
        self.wish = wish
        self._texts = {}

    def hit(self, index: int) -> Hit:
        """Give a hit by its number."""
        at = self._found_at(index)
        found = self.found[at]
        return Hit(found.passage, found.spans[index - self._starts[at]])

    def new_text(self, index: int) -> str:
        """Give what a hit becomes; raises BadPattern and TookTooLong."""
        at = self._found_at(index)
        return self._new_texts(at)[index - self._starts[at]]

    def groups(self) -> Iterator[tuple[str, int, int]]:
        """Give each section with hits, and the numbers of its first hit and of the one after its last."""
        at = 0
        for section, found in groupby(self.found, lambda one: one.passage.site.section):
            count = sum(len(one.spans) for one in found)
            yield section, at, at + count
            at += count

    def is_ticked(self, index: int) -> bool:
        """Tell whether a hit is to be replaced with the others."""
        return self._is_ticked(self.hit(index))

    def tick(self, indices: range, *, ticked: bool) -> None:
        """Have hits replaced with the others, or not."""
        for index in indices:
            hit = self.hit(index)
            if self._is_ticked(hit) is not ticked:
                self._flipped ^= {hit.key}

    def ticked_count(self) -> int:
        """Count the hits that are to be replaced."""
        return sum(len(spans) for _found, spans in self._ticked())

    def edit_of_ticked(self) -> tuple[Edit | None, Selection | None]:
        """Give the one edit that replaces every ticked hit, and where the first is; raises as `new_text` does."""
        ticked = list(self._ticked())
        changes = [self._change(at, spans) for at, spans in ticked]
        first = selection_of(self.found[ticked[0][0]].passage, ticked[0][1][0]) if ticked else None
        return replacing(self._document(), changes), first

    def edit_of(self, index: int) -> Edit | None:
        """Give the edit that replaces one hit; raises as `new_text` does."""
        return replacing(self._document(), [self._change(self._found_at(index), [self.hit(index).span])])

    def index_of(self, hit: Hit) -> int:
        """Give the number of a hit that was known before the concept changed, or of the next in its passage; or -1."""
        for at, found in enumerate(self.found):
            if found.passage.site == hit.passage.site:
                later = (number for number, span in enumerate(found.spans) if span[0] >= hit.span[0])
                return self._starts[at] + next(later, len(found.spans) - 1)
        return -1

    def index_behind(self, hit: Hit, offset: int, otherwise: int) -> int:
        """Give the number of the first hit at or behind an offset in the passage of a hit that is replaced now.

        Where nothing is left to be found in the passage, it is the number that the hit had: the next has moved up.
        """
        for at, found in enumerate(self.found):
            if found.passage.site == hit.passage.site:
                later = (number for number, span in enumerate(found.spans) if span[0] >= offset)
                return self._starts[at] + next(later, len(found.spans))
        return otherwise

    def next_from(self, selection: Selection) -> int:
        """Give the number of the first hit behind what is selected; the count of hits where there is none."""
        at, same = self._found_from(selection)
        if same:
            end = max(selection.anchor, selection.caret)
            later = next((number for number, span in enumerate(self.found[at].spans) if span[0] >= end), None)
            return self._starts[at + 1] if later is None else self._starts[at] + later
        return self._starts[at]

    def previous_from(self, selection: Selection) -> int:
        """Give the number of the last hit that begins before what is selected; -1 where there is none."""
        at, same = self._found_from(selection)
        start = min(selection.anchor, selection.caret)
        earlier = sum(span[0] < start for span in self.found[at].spans) if same else 0
        return self._starts[at] + earlier - 1

    def _take(self, found: tuple[Found, ...]) -> None:
        self.found = found
        self._starts = [0, *accumulate(len(one.spans) for one in found)]
        self._texts = {}
        self._order = None

    def _found_at(self, index: int) -> int:
        if not 0 <= index < self.count:
            raise IndexError(index)
        return bisect_right(self._starts, index) - 1

    def _new_texts(self, at: int) -> tuple[str, ...]:
        if at not in self._texts:
            self._texts[at] = Replacer(self.query, self.wish or Wish()).texts(self.found[at])
        return self._texts[at]

    def _is_ticked(self, hit: Hit) -> bool:
        if hit.obstacle is not None:
            return False
        return (hit.passage.site.part not in _OF_COLLEAGUES) is not (hit.key in self._flipped)

    def _ticked(self) -> Iterator[tuple[int, list[Span]]]:
        """Give the passages with ticked hits, and these; most have all of theirs or none."""
        flipped = {site for site, _start in self._flipped}
        for at, found in enumerate(self.found):
            site = found.passage.site
            if site in flipped or OBJECT in found.passage.text or site.part in FIXED:
                spans = [span for span in found.spans if self._is_ticked(Hit(found.passage, span))]
            else:
                spans = [] if site.part in _OF_COLLEAGUES else list(found.spans)
            if spans:
                yield at, spans

    def _change(self, at: int, spans: list[Span]) -> Change:
        found = self.found[at]
        texts = zip(found.spans, self._new_texts(at), strict=True)
        return Change(found.passage, tuple((*span, new) for span, new in texts if span in spans))

    def _found_from(self, selection: Selection) -> tuple[int, bool]:
        """Give the first passage with hits at or behind a place, and whether it is the passage of the place."""
        if self._order is None:
            self._order = places_of(self._document(), self.found)
        place = place_of(self._document(), selection)
        at = bisect_left(self._order, place)
        return at, at < len(self._order) and self._order[at] == place
