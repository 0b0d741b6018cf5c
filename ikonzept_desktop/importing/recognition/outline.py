"""Gives each heading the kind of section it becomes, in an order that a concept allows."""

from collections.abc import Sequence
from dataclasses import replace

from ikonzept_desktop.importing.recognition.fields import fitting
from ikonzept_desktop.importing.recognition.found import Heading, Headings
from ikonzept_desktop.importing.recognition.kinds import Kinds
from ikonzept_desktop.importing.recognition.numbers import Scheme
from ikonzept_desktop.importing.recognition.vocabulary import KINDS
from ikonzept_desktop.importing.recognition.words import key
from ikonzept_desktop.model.folding import folded
from ikonzept_desktop.model.template import Placement, SectionKind
from ikonzept_desktop.values import dataclass

_FEWEST_FIELDS = 2


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The headings with the annexes of an empty „Anhang“ as sections of their own."""

    headings: Headings
    wrappers: frozenset[int]
    """The lines that only said that annexes follow, by index."""
    annexes: frozenset[int]
    """Those that stood right below them."""


def unwrapped(found: Headings, kinds: Kinds) -> Unwrapped:
    """Raise what stands below a heading that says „Anhang“ and nothing else, if each of it has a number of its own."""
    wrappers: set[int] = set()
    annexes: set[int] = set()
    raised: list[Heading] = []
    inside = False
    for at, heading in enumerate(found):
        if heading.level == 0:
            own = children(found, at) if key(heading.title) in KINDS["annex"] else []
            inside = kinds.annex is not None and _wraps(heading, own)
            if inside:
                wrappers.add(heading.line.index)
                annexes.update(child.line.index for child in own)
                continue
        raised.append(replace(heading, level=heading.level - 1) if inside else heading)
    return Unwrapped(tuple(raised), frozenset(wrappers), frozenset(annexes))


def _wraps(heading: Heading, own: Sequence[Heading]) -> bool:
    """Tell whether a heading has no text of its own, and each of those below it a number."""
    if not own or own[0].line.index != heading.line.index + 1:
        return False
    return all(child.typed is not None or child.line.hints.number for child in own)


def kinds_below(outline: Unwrapped, kinds: Kinds) -> dict[int, SectionKind]:
    """Give the kind of each heading as if it were a section, by the index of its line."""
    given: dict[int, SectionKind] = {}
    found = outline.headings
    given.update(_tops(outline, kinds))
    above: list[Heading] = []
    for at, heading in enumerate(found):
        del above[heading.level :]
        if above:
            parent = above[-1]
            given[heading.line.index] = _child(found, at, parent, given[parent.line.index], kinds)
        above.append(heading)
    return given


def children(found: Headings, at: int) -> list[Heading]:
    """Give those right below the heading of that index."""
    level = found[at].level
    own: list[Heading] = []
    for below in range(at + 1, len(found)):
        heading = found[below]
        if heading.level <= level:
            break
        if heading.level == level + 1:
            own.append(heading)
    return own


def _tops(outline: Unwrapped, kinds: Kinds) -> dict[int, SectionKind]:
    found = outline.headings
    tops = [(at, heading) for at, heading in enumerate(found) if heading.level == 0]
    wanted = [_top(found, at, heading.line.index in outline.annexes, kinds) for at, heading in tops]
    annexes_from = _annexes_from([heading for _, heading in tops], wanted)
    given: dict[int, SectionKind] = {}
    begun = False
    for at, ((_, heading), kind) in enumerate(zip(tops, wanted, strict=True)):
        chosen = kind
        if kind is kinds.imprint and kind not in given.values():
            pass  # wherever it stands, it is moved to the front
        elif at >= annexes_from and kinds.annex is not None:
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


def _top(found: Headings, at: int, is_annex: bool, kinds: Kinds) -> SectionKind:
    heading = found[at]
    if kinds.annex is not None and (is_annex or _names_annex(heading, kinds.annex)):
        named = kinds.titled(heading.title)
        return named if named is not None and named.placement is Placement.ANNEX else kinds.annex
    return kinds.titled(heading.title) or _special(found, at, None, kinds) or kinds.body


def _names_annex(heading: Heading, annex: SectionKind) -> bool:
    number = folded(heading.line.hints.number)
    prefix = folded(annex.heading_prefix or annex.label)
    by_number = number.startswith(prefix) or _is_annex_number(number)
    return by_number or (heading.typed is not None and heading.typed.word in {"anlage", "anhang", prefix})


def _child(found: Headings, at: int, parent: Heading, parent_kind: SectionKind, kinds: Kinds) -> SectionKind:
    special = _special(found, at, parent, kinds)
    if special is not None and special.key in parent_kind.child_kinds:
        return special
    return kinds.below(parent_kind)


def _special(found: Headings, at: int, parent: Heading | None, kinds: Kinds) -> SectionKind | None:
    """Give the special kind a section is of: by what it is called, by what it stands below, by its subheadings."""
    heading = found[at]
    words = heading.line.text if heading.typed and heading.typed.word else heading.title
    named = kinds.begun_by(words) or (kinds.named_by(parent.title) if parent is not None else None)
    if named is not None:
        return named
    labels = [child.title for child in children(found, at)]
    fits = [(fitting(kind, labels), -rank, kind) for rank, kind in enumerate(kinds.special)]
    best = max(fits, default=None, key=lambda fit: fit[:2])
    return best[2] if best is not None and best[0] >= max(_FEWEST_FIELDS, len(labels) / 2) else None
