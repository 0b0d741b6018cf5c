"""The entries of sections and what is in them: their fields, and lines that could be sections."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from ikonzept_desktop.importing.recognition.fields import Label, field_named
from ikonzept_desktop.importing.recognition.found import Heading, Headings
from ikonzept_desktop.importing.recognition.headings import nested
from ikonzept_desktop.importing.recognition.kinds import Kinds
from ikonzept_desktop.importing.recognition.lines import Line
from ikonzept_desktop.importing.recognition.looks import look_of
from ikonzept_desktop.importing.recognition.outline import Unwrapped, kinds_below
from ikonzept_desktop.importing.recognition.words import key
from ikonzept_desktop.model.template import FieldKind, Placement, SectionKind
from ikonzept_desktop.values import dataclass

_ALIKE = 3
"""So many lines of one look below known headings are sections, if nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What headings become."""

    headings: Headings
    kinds: Mapping[int, SectionKind]
    """What each is as a section, by the index of its line."""
    roles: Mapping[int, Label | None]
    """The labels among them, and those that are no sections at all (None)."""
    owners: Mapping[int, int]
    """For each label the heading of the section whose field it is."""
    records: frozenset[int]
    """Lines right below the label of records: each is what one of them is called."""


def settled(lines: Sequence[Line], outline: Unwrapped, kinds: Kinds) -> Settled:
    """Decide which headings are sections, which are labels of fields, and which stay text."""
    first = _settled(lines, outline, kinds)
    minor = [heading for heading in outline.headings if heading.is_minor and heading.line.index not in first.roles]
    alike = Counter(look_of(heading.line) for heading in minor)
    text = {heading.line.index for heading in minor if alike[look_of(heading.line)] < _ALIKE}
    if not text:
        return first
    others = nested(heading for heading in outline.headings if heading.line.index not in text)
    second = _settled(lines, replace(outline, headings=others), kinds)
    left = [heading for heading in outline.headings if heading.line.index in text]
    return Settled(
        tuple(sorted((*others, *left), key=lambda heading: heading.line.index)),
        {**first.kinds, **second.kinds},
        {**second.roles, **dict.fromkeys(text)},
        second.owners,
        second.records,
    )


def _settled(lines: Sequence[Line], outline: Unwrapped, kinds: Kinds) -> Settled:
    given = kinds_below(outline, kinds)
    roles: dict[int, Label | None] = {}
    owners: dict[int, int] = {}
    records: set[int] = set()
    above: list[Heading] = []
    for heading in outline.headings:
        del above[heading.level :]
        index = heading.line.index
        parent = above[-1].line.index if above else index
        owner = next((each.line.index for each in reversed(above) if each.line.index not in roles), index)
        label = field_named(given[owner], heading.title, lines[index + 1 : index + 2]) if above else None
        if label is not None and (parent == owner or _goes_on(heading, label, roles[parent])):
            roles[index], owners[index] = label, owner
        elif parent in roles:  # below a field, or a line that is no section, nothing can be a section
            roles[index] = None
            records.update([index] if _holds_records(roles[parent]) else [])
        above.append(heading)
    return Settled(outline.headings, given, roles, owners, frozenset(records))


def _holds_records(label: Label | None) -> bool:
    return label is not None and label.field.kind is FieldKind.RECORDS


def _goes_on(heading: Heading, label: Label, above: Label | None) -> bool:
    """Tell whether a bold line within a field's text is the label of the next field."""
    return heading.is_minor and label.is_exact and above is not None and above.field.kind is FieldKind.RICH_TEXT


def section_entries(found: Settled, kinds: Kinds) -> Iterator[Entry]:
    """Go through the entries of the headings."""
    often = Counter(key(heading.title) for heading in found.headings)
    depth = kinds.template.numbering.depth
    levels: list[int] = []
    numbered: list[bool] = []
    filled: set[tuple[int, str]] = set()
    for heading in found.headings:
        index, kind = heading.line.index, found.kinds[heading.line.index]
        label = found.roles.get(index)
        if index in found.roles and label is None:
            yield _candidate(heading, len(levels), kind, is_sure=index in found.records)
            continue
        while levels and levels[-1] >= heading.level:
            levels.pop()
            numbered.pop()
        if label is not None:
            place = (found.owners[index], label.field.key)
            yield _field(heading, label, often[key(heading.title)], is_first=place not in filled)
            filled.add(place)
            continue
        level = len(levels)
        counts = kind.numbered and all(numbered) and level < depth
        yield _section(heading, level, kind, cuts=counts or (level == 0 and _bears_none(kind)))
        levels.append(heading.level)
        numbered.append(counts)


def _field(heading: Heading, label: Label, count: int, *, is_first: bool) -> Entry:
    recurs = not label.is_exact and count > 1
    return Entry(
        heading.line.index,
        Becomes.FIELD,
        title=heading.line.text,
        field=label.field.key,
        reason=Reason.RECURRING if recurs else Reason.WORDS,
        is_sure=is_first and (label.is_exact or recurs),
    )


def wrapper_entries(lines: Sequence[Line], wrappers: Iterable[int], kinds: Kinds) -> list[Entry]:
    """Give the entries of headings that only said that annexes follow: their words are put aside."""
    kind = kinds.annex.key if kinds.annex else ""
    return [
        Entry(index, Becomes.INBOX, kind=kind, title=lines[index].text, reason=Reason.WORDS, is_sure=False)
        for index in sorted(wrappers)
    ]


def _bears_none(kind: SectionKind) -> bool:
    """Tell whether such sections have no number, whatever the document gave them: front matter, lists of people."""
    return not kind.numbered and kind.placement is not Placement.BODY


def _candidate(heading: Heading, level: int, kind: SectionKind, *, is_sure: bool) -> Entry:
    entry = _section(heading, level, kind, cuts=False)
    return replace(entry, becomes=Becomes.TEXT, is_sure=is_sure)


def _section(heading: Heading, level: int, kind: SectionKind, *, cuts: bool) -> Entry:
    """Give the entry of a section; its typed number is left out where ours takes its place, or none."""
    cuts = cuts and heading.typed is not None
    return Entry(
        heading.line.index,
        Becomes.SECTION,
        level,
        kind.key,
        heading.title if cuts else heading.line.text,
        heading.cut if cuts else "",
        reason=heading.reason,
        is_sure=heading.is_sure,
    )
