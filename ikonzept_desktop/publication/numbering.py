"""The numbers of sections and records, counted anew from the concept each time."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Line
from ikonzept_desktop.model.template import FieldType, Numbering, Placement, Role, SectionKind
from ikonzept_desktop.values import dataclass

_PLACE_HOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Outlined:
    """A section with its place in the outline."""

    section: Section
    kind: SectionKind
    placement: Placement
    level: int
    number: str
    """As printed before the title: `5.2.1`, `Anlage 2`, or nothing."""
    in_contents: bool
    children: tuple["Outlined", ...] = ()
    printed: bool = True
    """Whether it is given out: not where it, or what it stands in, waits for its place."""


@dataclass(frozen=True, slots=True)
class _Above:
    """What a section takes over from the one it stands in."""

    level: int
    counted: bool
    number: str
    final_dot: bool
    in_contents: bool
    placement: Placement
    printed: bool = True


def outlined(document: Document) -> tuple[Outlined, ...]:
    """Number the sections: decimally, through the concept, top sections with a prefix each by itself.

    Only sections that show their number count, and none that wait for their place. Below one that shows none nothing
    is numbered, as its children would have no number to build on; an annex's children go on from `Anlage 2` with
    `Anlage 2.1`, without a final dot.
    """
    kinds = {kind.key: kind for kind in document.template.kinds}
    numbering = document.template.numbering
    counters: dict[str, int] = {}
    order = list(Placement)
    tops = sorted(document.sections, key=lambda section: order.index(kinds[section.kind].placement))
    return tuple(_top(section, kinds, numbering, counters) for section in tops)


def _top(section: Section, kinds: dict[str, SectionKind], numbering: Numbering, counters: dict[str, int]) -> Outlined:
    kind = kinds[section.kind]
    prefix = kind.heading_prefix
    counts = section.numbered and kind.role is not Role.INBOX
    if counts:
        counters[prefix] = counters.get(prefix, 0) + 1
    number = f"{prefix} {counters[prefix]}".lstrip() if counts else ""
    above = _Above(0, True, "", numbering.final_dot and not prefix, True, kind.placement)
    return _outlined(section, number, above, kinds, numbering.depth)


def _outlined(section: Section, number: str, above: _Above, kinds: dict[str, SectionKind], depth: int) -> Outlined:
    kind = kinds[section.kind]
    in_contents = above.in_contents and section.in_contents and kind.role is Role.TEXT
    printed = above.printed and kind.role is not Role.INBOX
    below = _Above(above.level + 1, bool(number), number, above.final_dot, in_contents, above.placement, printed)
    return Outlined(
        section,
        kind,
        above.placement,
        below.level,
        f"{number}." if number and above.final_dot else number,
        in_contents,
        tuple(_children(section, below, kinds, depth)) if section.children else (),
        printed,
    )


def _children(section: Section, above: _Above, kinds: dict[str, SectionKind], depth: int) -> Iterator[Outlined]:
    count = 0
    for child in section.children:
        waits = kinds[child.kind].role is Role.INBOX
        counts = child.numbered and above.counted and above.level < depth and not waits
        count += counts
        yield _outlined(child, f"{above.number}.{count}" if counts else "", above, kinds, depth)


def given_out(tops: tuple[Outlined, ...]) -> tuple[Outlined, ...]:
    """Give the sections that are printed, without those that wait for their place."""
    return tuple(
        replace(outline, children=given_out(outline.children)) if outline.children else outline
        for outline in tops
        if outline.printed
    )


def in_reading_order(tops: tuple[Outlined, ...]) -> Iterator[Outlined]:
    """Go through the sections and all below them."""
    for outline in tops:
        yield outline
        yield from in_reading_order(outline.children)


def record_number(type: FieldType, section: Section, count: int) -> str:
    """Give the number of the record of that count within its field, `S 2`, or nothing."""

    def filled(holder: re.Match[str]) -> str:
        if holder[1] == "n":
            return str(count)
        value = section.value(holder[1])
        return value.text if isinstance(value, Line) else ""

    return _PLACE_HOLDER.sub(filled, type.numbering).strip() if type.numbering else ""
