"""The whole concept at a glance: a line for each section, who is late, how far everything has come."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import BindingDate, Document, Section, counted_words
from ikonzept_desktop.model.edits import AttributeValue, Edit, compound
from ikonzept_desktop.model.inboxes import given_out
from ikonzept_desktop.model.template import Status, Template
from ikonzept_desktop.values import dataclass

_DRAFTS = {"deadline": "deadline_draft", "target_words": "target_draft"}
"""What was typed and is no value, by the attribute it was typed for."""
_DONE_SHAPES = frozenset({"tick", "lock"})
"""Of statuses after which nothing is owed any more."""


@dataclass(frozen=True, slots=True)
class Line:
    """What the overview says of one section."""

    section: str
    number: str
    """As printed before the title; or nothing."""
    depth: int
    """0 at the top."""
    title: str
    status: Status
    status_place: int
    """Where its status stands among those of the template."""
    responsible: str
    deadline: date | None
    deadline_draft: str
    """What was typed as a deadline and is no day."""
    words: int
    target: int | None
    open_notes: int

    @property
    def done(self) -> bool:
        """Whether nothing is owed any more."""
        return is_done(self.status)

    @property
    def share(self) -> int | None:
        """How much of the target is written, per cent; None without a target."""
        return round(100 * self.words / self.target) if self.target else None

    def days_late(self, today: date) -> int:
        """Give how many days ago it was due; 0 where it is not, or done."""
        return max((today - self.deadline).days, 0) if self.deadline and not self.done else 0


def is_done(status: Status) -> bool:
    """Tell whether a section of that status owes nothing any more: it is agreed on or decided."""
    return status.shape in _DONE_SHAPES


def lines(document: Document, number_of: Callable[[str], str]) -> list[Line]:
    """Give a line for every section in reading order, those left out that wait for their place.

    `number_of` gives the number printed before a title.
    """
    statuses = {status.key: (status, place) for place, status in enumerate(document.template.statuses)}
    first = (document.template.statuses[0], 0)
    counted = {section.id for section in given_out(document)}
    return [
        Line(
            section.id,
            number_of(section.id),
            depth,
            section.title,
            *statuses.get(section.status, first),
            section.responsible,
            section.deadline,
            section.deadline_draft,
            counted_words(section),
            section.target_words,
            sum(not comment.resolved for comment in section.comments),
        )
        for section, depth in deep(document.sections)
        if section.id in counted
    ]


def standing(lines: Iterable[Line], template: Template) -> tuple[tuple[Status, int], ...]:
    """Count the sections of each status, in the template's order; those that none has are left out at the end.

    The template's last status (decided) is worth a line only when something has got there.
    """
    every = [line.status.key for line in lines]
    counted = [(status, every.count(status.key)) for status in template.statuses]
    while len(counted) > 1 and not counted[-1][1]:
        counted.pop()
    return tuple(counted)


def late(lines: Iterable[Line], today: date) -> list[Line]:
    """Give the lines that are late, the latest first."""
    return sorted((line for line in lines if line.days_late(today)), key=lambda line: -line.days_late(today))


def set_for_all(document: Document, sections: Iterable[str], name: str, value: AttributeValue) -> Edit | None:
    """Give the one edit that sets an attribute of several sections; None where all of them have that value.

    What was typed and is no value goes with it.
    """
    values = {name: value, _DRAFTS[name]: ""} if name in _DRAFTS else {name: value}
    return compound(
        outline.set_attribute(document, section, each, said) for section in sections for each, said in values.items()
    )


def offered_statuses(template: Template, present: Iterable[Status] = ()) -> tuple[Status, ...]:
    """Give the statuses that can be chosen: those that are not hidden, and those that are in use."""
    used = {status.key for status in present}
    return tuple(status for status in template.statuses if not status.hidden or status.key in used)


def in_order(dates: Iterable[BindingDate]) -> tuple[BindingDate, ...]:
    """Give dates in the order of their days; those of the same day stay as they are."""
    return tuple(sorted(dates, key=lambda known: known.day))


def deep(sections: tuple[Section, ...], depth: int = 0) -> Iterator[tuple[Section, int]]:
    """Go through the sections and all below them in reading order, each with how deep it stands."""
    for section in sections:
        yield section, depth
        yield from deep(section.children, depth + 1)
