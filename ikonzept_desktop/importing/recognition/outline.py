"""Gives each heading the kind of section it becomes, in an order that a concept allows."""

from collections.abc import Sequence

from ikonzept_desktop.importing.recognition.fields import fitting
from ikonzept_desktop.importing.recognition.found import Heading, Headings
from ikonzept_desktop.importing.recognition.kinds import Kinds
from ikonzept_desktop.importing.recognition.numbers import Scheme
from ikonzept_desktop.model.folding import folded
from ikonzept_desktop.model.template import Placement, SectionKind

_FEWEST_FIELDS = 2


def kinds_below(found: Headings, kinds: Kinds) -> dict[int, SectionKind]:
    """Give the kind of each heading as if it were a section, by the index of its line."""
    given: dict[int, SectionKind] = {}
    tops = [heading for heading in found if heading.level == 0]
    given.update(_tops(tops, found, kinds))
    above: list[Heading] = []
    for at, heading in enumerate(found):
        del above[heading.level :]
        if above:
            parent = above[-1]
            given[heading.line.index] = _child(heading, found[at + 1 :], parent, given[parent.line.index], kinds)
        above.append(heading)
    return given


def children(below: Sequence[Heading], level: int) -> list[Heading]:
    """Give those right below a heading of a level, of all that follow it."""
    found: list[Heading] = []
    for heading in below:
        if heading.level <= level:
            break
        if heading.level == level + 1:
            found.append(heading)
    return found


def _tops(tops: Sequence[Heading], found: Headings, kinds: Kinds) -> dict[int, SectionKind]:
    places = {heading.line.index: at for at, heading in enumerate(found)}
    wanted = [_top(heading, found[places[heading.line.index] + 1 :], kinds) for heading in tops]
    annexes_from = _annexes_from(tops, wanted)
    given: dict[int, SectionKind] = {}
    begun = False
    for at, (heading, kind) in enumerate(zip(tops, wanted, strict=True)):
        chosen = kind
        if at >= annexes_from and kinds.annex is not None:
            chosen = kind if kind.placement is Placement.ANNEX else kinds.annex
        elif kind.placement is Placement.ANNEX or (begun and kind.placement is Placement.FRONT):
            chosen = kinds.body
        begun = begun or chosen.placement is Placement.BODY
        given[heading.line.index] = chosen
    return given


def _annexes_from(tops: Sequence[Heading], wanted: Sequence[SectionKind]) -> int:
    """Give where the annexes begin: at the first after the last heading that is numbered as the body is."""
    start = len(tops)
    for at in reversed(range(len(tops))):
        if wanted[at].placement is Placement.ANNEX:
            start = at
        elif _counts_as_body(tops[at]):
            break
    return start


def _counts_as_body(heading: Heading) -> bool:
    if heading.typed is not None:
        return heading.typed.scheme is not Scheme.WORD or heading.typed.word in {"kapitel", "teil", "abschnitt"}
    return bool(heading.line.hints.number) and not _is_annex_number(heading.line.hints.number)


def _is_annex_number(number: str) -> bool:
    return folded(number).startswith(("anlage", "anhang"))


def _top(heading: Heading, below: Sequence[Heading], kinds: Kinds) -> SectionKind:
    if kinds.annex is not None and _names_annex(heading, kinds.annex):
        return kinds.annex
    return kinds.titled(heading.title) or _special(heading, below, None, kinds) or kinds.body


def _names_annex(heading: Heading, annex: SectionKind) -> bool:
    number = folded(heading.line.hints.number)
    prefix = folded(annex.heading_prefix or annex.label)
    by_number = number.startswith(prefix) or _is_annex_number(number)
    return by_number or (heading.typed is not None and heading.typed.word in {"anlage", "anhang", prefix})


def _child(
    heading: Heading, below: Sequence[Heading], parent: Heading, parent_kind: SectionKind, kinds: Kinds
) -> SectionKind:
    special = _special(heading, below, parent, kinds)
    if special is not None and special.key in parent_kind.child_kinds:
        return special
    return kinds.below(parent_kind)


def _special(heading: Heading, below: Sequence[Heading], parent: Heading | None, kinds: Kinds) -> SectionKind | None:
    """Give the special kind a section is of: by what it is called, by what it stands below, by its subheadings."""
    words = heading.line.text if heading.typed and heading.typed.word else heading.title
    found = kinds.begun_by(words) or (kinds.named_by(parent.title) if parent is not None else None)
    if found is not None:
        return found
    labels = [child.title for child in children(below, heading.level)]
    fits = [(fitting(kind, labels), -at, kind) for at, kind in enumerate(kinds.special)]
    best = max(fits, default=None, key=lambda fit: fit[:2])
    return best[2] if best is not None and best[0] >= _FEWEST_FIELDS else None
