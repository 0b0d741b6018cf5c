"""The search through a whole concept: what it finds, in reading order."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from ikonzept_desktop.model.document import Document, Properties, Section, find_section, walk
from ikonzept_desktop.model.search.passages import INTERNAL, Part, Passage, passages_of, passages_of_properties
from ikonzept_desktop.model.search.query import Finder, Query, finder
from ikonzept_desktop.model.template import SectionKind
from ikonzept_desktop.values import dataclass


class Where(StrEnum):
    """Which part of a concept is searched."""

    WHOLE = "whole"
    SECTION = "section"
    """One section, without those below it."""
    BRANCH = "branch"
    """One section and all below it."""
    TITLES = "titles"
    NOTES = "notes"
    TABLES = "tables"
    """Tables and figures with their captions."""


_PARTS = {
    Where.TITLES: frozenset({Part.TITLE}),
    Where.NOTES: frozenset({Part.NOTE}),
    Where.TABLES: frozenset({Part.CAPTION, Part.CELL, Part.SOURCE, Part.ALTERNATIVE}),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """What is searched of a concept."""

    where: Where = Where.WHOLE
    section: str = ""
    """For SECTION and BRANCH."""
    internal: bool = True
    """Whether comments and who is responsible are searched as well."""


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with the places in it, from and to in code points; at least one."""

    passage: Passage
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """Something whose passages stay the same as long as it is the same."""

    of: Properties | Section
    kind: SectionKind | None

    def passages(self) -> tuple[Passage, ...]:
        if isinstance(self.of, Section) and self.kind is not None:
            return passages_of(self.of, self.kind)
        return passages_of_properties(self.of) if isinstance(self.of, Properties) else ()


@dataclass(frozen=True, slots=True)
class _Read:
    """What was found in a source, which it holds on to, so that its identity is not given to another."""

    source: _Source
    found: tuple[Found, ...]


class Searcher:
    """Searches a concept again and again: what stayed the same since the last time is not read anew."""

    def __init__(self) -> None:
        """Have searched for nothing yet."""
        self._query = Query()
        self._known: dict[tuple[int, int], _Read] = {}

    def run(self, document: Document, query: Query, scope: Scope = EVERYTHING) -> tuple[Found, ...]:
        """Give what is found, in reading order; raises BadPattern and TookTooLong."""
        meet = finder(query)
        if meet is None:
            return ()
        if query != self._query:
            self._query, self._known = query, {}
        found: list[Found] = []
        known: dict[tuple[int, int], _Read] = {}
        for source in _sources(document, scope):
            place = (id(source.of), id(source.kind))
            read = self._known.get(place) or _Read(source, tuple(_met(meet, source.passages())))
            known[place] = read
            found += read.found
        self._known = known
        wanted = _wanted(scope)
        return tuple(one for one in found if wanted(one.passage))


def search(document: Document, query: Query, scope: Scope = EVERYTHING) -> tuple[Found, ...]:
    """Give what is found in a concept, in reading order; raises BadPattern and TookTooLong."""
    return Searcher().run(document, query, scope)


def _sources(document: Document, scope: Scope) -> Iterator[_Source]:
    if scope.where is Where.WHOLE:
        yield _Source(document.properties, None)
    kinds = {kind.key: kind for kind in document.template.kinds}
    for section in _sections(document, scope):
        yield _Source(section, kinds[section.kind])


def _sections(document: Document, scope: Scope) -> Iterator[Section]:
    if scope.where not in {Where.SECTION, Where.BRANCH}:
        yield from walk(document.sections)
        return
    section = find_section(document, scope.section)
    if section is not None:
        yield from (section,) if scope.where is Where.SECTION else walk((section,))


def _met(meet: Finder, passages: tuple[Passage, ...]) -> Iterator[Found]:
    for passage in passages:
        spans = tuple([match.span() for match in meet.matches(passage)])
        if spans:
            yield Found(passage, spans)


def _wanted(scope: Scope) -> Callable[[Passage], bool]:
    parts = _PARTS.get(scope.where)
    left_out: frozenset[Part] = frozenset() if scope.internal else INTERNAL
    return lambda passage: (parts is None or passage.site.part in parts) and passage.site.part not in left_out
