"""Makes concepts of any size from a seed, for measuring and for tests that need a truth of their own."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ikonzept_desktop.example.generated_fields import FieldMaker
from ikonzept_desktop.example.supplies import WORDS_A_PAGE, Supplies, Target
from ikonzept_desktop.model.document import Document, Properties, Section
from ikonzept_desktop.model.fields import Field
from ikonzept_desktop.model.template import Placement, Role, SectionKind, Template
from ikonzept_desktop.values import dataclass

_FRONT_WORDS = 60
_SHARE_OF_SPECIAL = 0.35
_ROOM_FOR_SPECIAL = 1800
_SHARE_OF_BODY = 0.88
_PAGES_AN_ANNEX = 25
_WORDS_AN_ENTRY = 30
_SHARE_OF_ENTRIES = 0.03


@dataclass(frozen=True, slots=True)
class GeneratedConcept:
    """A concept, the bytes of its images under their SHA-256, and its words as they were taken down."""

    document: Document
    images: Mapping[str, bytes]
    body_words: tuple[str, ...]
    """All that is printed in the run of the text, as `bare_words` parts it: headings with their numbers, labels of
    fields, tables, figures and records, captions, cells, paragraphs. `ANY_PAGE` stands for the number of a page. Left
    out are the marks of lists and notes, and what an exporter adds: the concept's title and the like on the cover, the
    contents, running heads, repeated heads of tables."""
    note_words: tuple[str, ...]
    """The words of the notes, in the order of their numbers."""


def generate(pages: int, seed: int, template: Template) -> GeneratedConcept:
    """Make a concept of about `pages` times 375 words; the same arguments give the same concept, to the byte.

    Every 200 pages hold about 40 tables, 40 figures, 150 notes and 100 cross-references.
    """
    if pages < 1:
        raise ValueError(f"a concept of {pages} pages")
    supplies = Supplies(seed, template)
    making = _Making(supplies, pages)
    sections = (*making.front(), *making.body(), *making.annexes())
    properties = Properties(
        title="Integrationskonzept für den Kreis Mettmann",
        subtitle=f"Erzeugtes Konzept mit {pages} Seiten, Nummer {seed}",
        publisher="Kreis Mettmann, Sozialamt",
        as_of="März 2015",
        draft="Entwurf 1",
    )
    said = supplies.said
    return GeneratedConcept(
        Document(template, sections, properties), supplies.images, tuple(said.body), tuple(said.notes)
    )


class _Making:
    """Makes the sections one after the other, in reading order."""

    def __init__(self, supplies: Supplies, pages: int) -> None:
        self._supplies = supplies
        self._words = pages * WORDS_A_PAGE
        self._counters: dict[str, int] = {}
        self._special_words = 0
        of_part = {part: [kind for kind in supplies.template.kinds if kind.placement is part] for part in Placement}
        self._front_kinds = of_part[Placement.FRONT]
        body = of_part[Placement.BODY]
        self._plain = next((kind for kind in body if kind.key in kind.child_kinds), body[0])
        self._special = [kind for kind in body if kind.key in self._plain.child_kinds and kind != self._plain]
        annexes = max(1, pages // _PAGES_AN_ANNEX)
        self._annexes = [
            (kind, supplies.ids())
            for kind in of_part[Placement.ANNEX]
            for _ in range(annexes if kind.heading_prefix else 1)
        ]
        self._announce_annexes()

    def _announce_annexes(self) -> None:
        """Let the text point ahead at the annexes, whose numbers are certain."""
        counts: dict[str, int] = {}
        self._titles: dict[str, str] = {}
        for kind, id in self._annexes:
            self._titles[id] = self._supplies.sentences.title()
            if kind.heading_prefix and kind.numbered:
                counts[kind.heading_prefix] = counts.get(kind.heading_prefix, 0) + 1
                number = f"{kind.heading_prefix} {counts[kind.heading_prefix]}"
                self._supplies.targets.sections.setdefault(kind.key, []).append(Target(id, number, self._titles[id]))

    def front(self) -> Iterator[Section]:
        for kind in self._front_kinds:
            yield self._section(kind, self._top_number(kind), min(_FRONT_WORDS, self._words // 8))

    def body(self) -> Iterator[Section]:
        end = int(self._words * _SHARE_OF_BODY)
        yield self._chapter(end)
        while self._left(end) > 0:
            yield self._chapter(end)

    def annexes(self) -> Iterator[Section]:
        for index, (kind, id) in enumerate(self._annexes):
            share = self._left(self._words) // (len(self._annexes) - index)
            entries = max(3, int(self._words * _SHARE_OF_ENTRIES / _WORDS_AN_ENTRY))
            yield self._section(kind, self._top_number(kind), max(share, 1), id=id, entries=entries)

    def _left(self, end: int) -> int:
        return end - self._supplies.said.count

    def _chapter(self, end: int) -> Section:
        number = self._top_number(self._plain)
        head = _Head(self._supplies, self._plain, number)
        fields = FieldMaker(self._supplies, self._plain, max(min(self._left(end), 90), 1)).fields()
        children: list[Section] = []
        wanted = self._supplies.chance.randint(3, 6) if self._plain.key in self._plain.child_kinds else 0
        while len(children) < wanted and self._left(end) > 0:
            below = self._below(self._plain, number, children, 2)
            children.append(self._group(below, end) if self._special_is_due(end) else self._subchapter(below, end))
        return head.section(fields, tuple(children))

    def _special_is_due(self, end: int) -> bool:
        share = self._special_words / max(self._supplies.said.count, 1)
        return bool(self._special) and share < _SHARE_OF_SPECIAL and self._left(end) > _ROOM_FOR_SPECIAL

    def _subchapter(self, number: str, end: int) -> Section:
        head = _Head(self._supplies, self._plain, number)
        fields = self._some_text(end)
        children: list[Section] = []
        wanted = self._supplies.chance.choice((0, 0, 2, 3))
        while len(children) < wanted and self._left(end) > 0:
            below = _Head(self._supplies, self._plain, self._below(self._plain, number, children, 3))
            children.append(below.section(self._some_text(end), ()))
        return head.section(fields, tuple(children))

    def _group(self, number: str, end: int) -> Section:
        """Make a section that only holds fields of action or the like."""
        head = _Head(self._supplies, self._plain, number)
        fields = FieldMaker(self._supplies, self._plain, 40).fields()
        children: list[Section] = []
        wanted = self._supplies.chance.randint(2, 4)
        while len(children) < wanted and self._left(end) > _ROOM_FOR_SPECIAL:
            kind = self._special[self._supplies.chance.randrange(len(self._special))]
            before = self._supplies.said.count
            words = self._supplies.chance.randint(50, 90)
            children.append(self._section(kind, self._below(kind, number, children, 3), words))
            self._special_words += self._supplies.said.count - before
        return head.section(fields, tuple(children))

    def _some_text(self, end: int) -> tuple[Field, ...]:
        words = min(max(self._left(end), 1), self._supplies.chance.randint(80, 180))
        return FieldMaker(self._supplies, self._plain, words).fields()

    def _section(self, kind: SectionKind, number: str, words: int, id: str = "", entries: int = 0) -> Section:
        head = _Head(self._supplies, kind, number, id, self._titles.get(id, ""))
        return head.section(FieldMaker(self._supplies, kind, words, entries).fields(), ())

    def _top_number(self, kind: SectionKind) -> str:
        if not kind.numbered:
            return ""
        prefix = kind.heading_prefix
        self._counters[prefix] = self._counters.get(prefix, 0) + 1
        return f"{prefix} {self._counters[prefix]}".strip()

    def _below(self, kind: SectionKind, number: str, before: list[Section], level: int) -> str:
        """Number a section under the one of that number, after those before it."""
        numbered = number and kind.numbered and level <= self._supplies.template.numbering.depth
        return f"{number}.{sum(section.numbered for section in before) + 1}" if numbered else ""


class _Head:
    """A section as far as its heading, which is said before what stands below it."""

    def __init__(self, supplies: Supplies, kind: SectionKind, number: str, id: str = "", title: str = "") -> None:
        self._supplies = supplies
        self._kind = kind
        self._id = id or supplies.ids()
        self._title = title or (kind.label if kind.role is not Role.TEXT else supplies.sentences.title())
        dot = "." if number and supplies.template.numbering.final_dot and not kind.heading_prefix else ""
        if kind.role is not Role.COVER:
            supplies.said.say(f"{number}{dot} {self._title}")
        if number and not kind.heading_prefix:
            target = Target(self._id, number, self._title, "Kapitel")
            supplies.targets.sections.setdefault(kind.key, []).append(target)

    def section(self, fields: tuple[Field, ...], children: tuple[Section, ...]) -> Section:
        chance = self._supplies.chance
        return Section(
            self._id,
            self._kind.key,
            self._title,
            fields,
            children,
            status=chance.choice(self._supplies.template.statuses).key,
            responsible=self._supplies.sentences.term(),
            deadline=date(2015, 1, 1) + timedelta(days=chance.randrange(180)),
            target_words=chance.choice((None, 200, 400, 800)),
            in_contents=self._kind.in_contents,
            numbered=self._kind.numbered,
        )
