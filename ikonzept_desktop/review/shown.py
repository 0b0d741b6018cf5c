"""A section with what is proposed of it shown in its text: what goes, what comes, what is moved, contested or remarked.

What was decided is not shown: what was accepted is the text, what was rejected is nothing.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, Section, find_section
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.publication.labels import Labels, labels
from ikonzept_desktop.review.deciding import accept_all
from ikonzept_desktop.review.shown_lines import Line, cover_lines, lines_of, name_of
from ikonzept_desktop.review.shown_spans import spans_of
from ikonzept_desktop.review.shown_values import ShownCell, ShownLine
from ikonzept_desktop.review.shown_weaving import Places, Weaving


class Mode(StrEnum):
    """Which text is shown."""

    PROPOSALS = "proposals"
    """With what is proposed in it."""
    PRESENT = "present"
    """As it is, without a mark."""
    ACCEPTED = "accepted"
    """As it were if all that is open and agreed were accepted."""


def shown(
    document: Document, section: str, proposals: Iterable[KeptProposal], places: Places, known: Labels | None = None
) -> tuple[ShownLine, ...]:
    """Give a section with the open ones of these proposals that are about it; the empty id stands for the cover."""
    known = known or labels(document)
    found = find_section(document, section)
    lines = tuple(lines_of(document, found, known) if found else cover_lines(document))
    weaving = Weaving(document, section, lines, known, _remarks(found))
    for kept in proposals:
        if kept.is_open and not kept.outdated:
            weaving.take(kept, places)
    return tuple(weaving.lines())


def without_proposals(document: Document, section: str, known: Labels | None = None) -> tuple[ShownLine, ...]:
    """Give a section as it is."""
    known = known or labels(document)
    found = find_section(document, section)
    lines = lines_of(document, found, known) if found else cover_lines(document)
    return tuple(_without_marks(line) for line in lines if not line.is_empty)


def as_if_accepted(
    document: Document, section: str, proposals: Iterable[KeptProposal], when: datetime, known: Labels | None = None
) -> Document:
    """Give the concept as it were if all that is open and agreed among these were accepted, as far as a section goes.

    What is proposed counts as the concept holds it, whatever became of it since it was handed over.
    """
    names = _names(document, section, known or labels(document))
    held = {kept.id: kept for kept in document.proposals}
    wanted = [held[kept.id] for kept in proposals if kept.id in held and names & set(_about(held[kept.id]))]
    edit = accept_all(document, wanted, when)
    return document if edit is None else apply(document, edit)


def _names(document: Document, section: str, known: Labels) -> frozenset[str]:
    """Give the names by which proposals know the lines of a section."""
    found = find_section(document, section)
    lines = lines_of(document, found, known) if found else cover_lines(document)
    spots = (spot for line in lines for spot in (line.spot, *(cell.spot for cell in line.cells)))
    return frozenset(name_of(spot) for spot in spots if spot is not None)


def _about(kept: KeptProposal) -> Iterator[str]:
    yield from (ground.id for ground in kept.grounds)
    if kept.target is not None:
        yield kept.target.id


def _remarks(section: Section | None) -> tuple[str, ...]:
    """Give the comments that came in Word files and are not settled yet."""
    comments = section.comments if section else ()
    return tuple(comment.id for comment in comments if comment.origin and not comment.resolved)


def _without_marks(line: Line) -> ShownLine:
    cells = tuple(ShownCell("", spans_of(cell.printed), cell) for cell in line.cells)
    return ShownLine(line, spans_of(line.words), cells=cells)
