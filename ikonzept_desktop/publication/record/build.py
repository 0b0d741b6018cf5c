"""The record as a publication: what was proposed and how it was decided, section by section of the concept."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from ikonzept_desktop import local_time
from ikonzept_desktop.model.document import Comment, Document, Section, find_section, walk
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.model.template import Placement
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.record import words
from ikonzept_desktop.publication.record.lines import said, table
from ikonzept_desktop.publication.record.overview import overview
from ikonzept_desktop.publication.record.rows import Teller, anchors_in, came_back
from ikonzept_desktop.publication.tree import (
    ContentsEntry,
    Cover,
    Element,
    Elements,
    FieldHeading,
    Publication,
    PublishedSection,
    TextElement,
)
from ikonzept_desktop.values import dataclass

_PROPOSAL_WIDTHS = (6, 19, 27, 27, 21)
_COMMENT_WIDTHS = (7, 18, 22, 28, 25)
_OWN_STYLE = (("watermark", ""), ("text_indent_mm", 0.0))
"""Of the house style: a record is no draft, and tables make the whole of it."""
_KIND = "record"
"""Of its sections, which no template knows."""


@dataclass(frozen=True, slots=True)
class RecordChoice:
    """How much the record is to hold."""

    only_decided: bool = False
    section: str = ""
    """The id of the section which it is about, with all below it; empty for the whole concept."""


WHOLE = RecordChoice()


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the concept with what came back to it."""

    id: str
    number: str
    title: str
    proposals: Sequence[KeptProposal]
    comments: Sequence[Comment]
    anchors: Callable[[], dict[str, str]]


def record(document: Document, now: datetime, choice: RecordChoice = WHOLE) -> Publication:
    """Give the record of a concept's proposals, as they are decided at that moment."""
    parts = list(_parts(document, choice))
    shown = [kept for part in parts for kept in part.proposals]
    comments = [comment for part in parts for comment in part.comments]
    first = tuple(overview(document, tuple(_notes(document, now, choice)), shown, comments))
    tops = (
        _section("record_overview", words.OVERVIEW, 1, first),
        _section("record_proposals", words.PROPOSALS, 1, _opening(shown), children=tuple(_sections(document, parts))),
    )
    properties = document.properties
    return Publication(
        cover=Cover(
            words.TITLE,
            properties.title,
            properties.publisher,
            f"Stand {local_time.here(now):%d.%m.%Y}",
            f"zu {properties.draft}" if properties.draft else "",
        ),
        language=properties.language,
        sections=tops,
        contents=tuple(_contents(tops)),
        notes=(),
        house_style=(*document.template.house_style, *_OWN_STYLE),
        logos=tuple(logo for logo in properties.logos if logo.place == "cover"),
    )


def chosen_sections(document: Document, choice: RecordChoice) -> frozenset[str] | None:
    """Give the ids of the sections which the record is about; None for all, and for what is in none."""
    if not choice.section:
        return None
    found = find_section(document, choice.section)
    return frozenset(section.id for section in walk((found,))) if found else frozenset()


def _notes(document: Document, now: datetime, choice: RecordChoice) -> Iterator[str]:
    yield (
        "Dieses Protokoll hält fest, was in den Kopien steht, die zur Durchsicht gegeben wurden und zurückkamen: "
        f"wer was vorschlägt und wie, wann und warum darüber entschieden wurde. Stand: {words.moment(now)} Uhr."
    )
    if choice.only_decided:
        yield words.ONLY_DECIDED
    if choice.section and (found := find_section(document, choice.section)):
        number = labels(document).number(found.id)
        yield words.ONLY_SECTION.format(title=f"{number} {found.title or words.NO_TITLE}".strip())


def _opening(shown: Sequence[KeptProposal]) -> Elements:
    return (TextElement("record_legend", said(words.LEGEND if shown else words.NO_PROPOSALS)),)


def _parts(document: Document, choice: RecordChoice) -> Iterator[_Part]:
    """Go through what came back in the order of the concept as it is now; what is no longer in it comes last."""
    wanted = chosen_sections(document, choice)
    waiting: dict[str, list[KeptProposal]] = {}
    for kept in _in_order(document):
        if not (choice.only_decided and kept.is_open):
            waiting.setdefault(kept.section, []).append(kept)
    numbers = labels(document)
    if wanted is None and (around := waiting.pop("", [])):
        yield _Part("record_around", "", words.AROUND, around, (), dict)
    for section in walk(document.sections):
        found = waiting.pop(section.id, [])
        if wanted is None or section.id in wanted:
            yield _part(section, numbers.number(section.id), section.title or words.NO_TITLE, found)
    if wanted is None:
        yield from _gone(document, waiting)


def _gone(document: Document, waiting: dict[str, list[KeptProposal]]) -> Iterator[_Part]:
    """Go through the sections in the Papierkorb, and then what is left, of sections that nobody has any more."""
    for section in walk(tuple(trashed.section for trashed in document.trash)):
        title = words.GONE.format(title=f"„{section.title or words.NO_TITLE}“")
        yield _part(section, "", title, waiting.pop(section.id, []))
    left = [kept for found in waiting.values() for kept in found]
    if left:
        yield _Part("record_gone", "", words.GONE_FOR_GOOD, left, (), dict)


def _part(section: Section, number: str, title: str, proposals: Sequence[KeptProposal]) -> _Part:
    return _Part(section.id, number, clean(title), proposals, came_back(section.comments), lambda: anchors_in(section))


def _in_order(document: Document) -> list[KeptProposal]:
    """Give the proposals of each section in the order of its text, those to an older text first."""
    sent = [copy.version for copy in sorted(document.properties.copies, key=lambda copy: copy.sent)]
    ranks = {version: rank for rank, version in enumerate(dict.fromkeys(sent))}
    return sorted(document.proposals, key=lambda kept: (ranks.get(kept.version, len(ranks)), kept.place, kept.id))


def _sections(document: Document, parts: Sequence[_Part]) -> Iterator[PublishedSection]:
    teller = Teller(document)
    count = remarks = 0
    for part in parts:
        elements: list[Element] = []
        id = f"record_{part.id}"
        if part.proposals:
            rows = [teller.proposal(number, kept) for number, kept in enumerate(part.proposals, start=count + 1)]
            elements.append(table(f"{id}_table", words.PROPOSAL_HEAD, rows, _PROPOSAL_WIDTHS))
        if part.comments:
            anchors = part.anchors()
            rows = [teller.comment(number, each, anchors) for number, each in enumerate(part.comments, remarks + 1)]
            elements.append(FieldHeading(f"{id}_comments", words.COMMENTS, 3))
            elements.append(table(f"{id}_remarks", words.COMMENT_HEAD, rows, _COMMENT_WIDTHS))
        count, remarks = count + len(part.proposals), remarks + len(part.comments)
        if elements:
            yield _section(id, part.title, 2, tuple(elements), number=part.number)


def _section(
    id: str,
    title: str,
    level: int,
    elements: Elements,
    *,
    number: str = "",
    children: tuple[PublishedSection, ...] = (),
) -> PublishedSection:
    return PublishedSection(id, _KIND, Placement.BODY, level, number, title, True, elements, children=children)


def _contents(sections: Sequence[PublishedSection]) -> Iterator[ContentsEntry]:
    for section in sections:
        yield ContentsEntry(section.id, section.level, section.number, section.title)
        yield from _contents(section.children)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a record holds."""

    proposals: int
    comments: int
    waiting: int
    """Of the proposals those that are not decided."""


def extent(document: Document, choice: RecordChoice = WHOLE) -> Extent:
    """Count what the record of a choice holds."""
    parts = list(_parts(document, choice))
    shown = [kept for part in parts for kept in part.proposals]
    return Extent(len(shown), sum(len(part.comments) for part in parts), sum(kept.is_open for kept in shown))


def sections_with_returns(document: Document) -> tuple[tuple[str, str, int], ...]:
    """Give id, number with title, and level of each section to which, or below which, something came back."""
    filled = {kept.section for kept in document.proposals}
    numbers = labels(document)

    def found(section: Section, level: int) -> list[tuple[str, str, int]]:
        below = [each for child in section.children for each in found(child, level + 1)]
        if not below and section.id not in filled and not came_back(section.comments):
            return []
        title = f"{numbers.number(section.id)} {section.title or words.NO_TITLE}".strip()
        return [(section.id, title, level), *below]

    return tuple(each for section in document.sections for each in found(section, 0))
