"""The entries of sections and what is in them: their fields, and lines that could be sections."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from ikonzept_desktop.importing.recognition.fields import Label, field_named
from ikonzept_desktop.importing.recognition.found import Heading, Headings
from ikonzept_desktop.importing.recognition.kinds import Kinds
from ikonzept_desktop.importing.recognition.lines import Line
from ikonzept_desktop.importing.recognition.looks import look_of
from ikonzept_desktop.importing.recognition.words import key
from ikonzept_desktop.model.template import Placement, SectionKind

_ALIKE = 3
"""So many lines of one look below known headings are sections, if nobody says otherwise."""


def section_entries(
    lines: Sequence[Line], found: Headings, given: Mapping[int, SectionKind], kinds: Kinds
) -> list[Entry]:
    """Give the entries from the first heading on."""
    roles = _roles(lines, found, given)
    return list(_entries(found, given, roles, kinds))


def wrapper_entries(lines: Sequence[Line], wrappers: Iterable[int], kinds: Kinds) -> list[Entry]:
    """Give the entries of headings that only said that annexes follow: their words are put aside."""
    kind = kinds.annex.key if kinds.annex else ""
    return [
        Entry(index, Becomes.INBOX, kind=kind, title=lines[index].text, reason=Reason.WORDS, is_sure=False)
        for index in sorted(wrappers)
    ]


def _roles(lines: Sequence[Line], found: Headings, given: Mapping[int, SectionKind]) -> dict[int, Label | None]:
    """Tell which headings are labels of fields, and which no sections at all (None); by the index of their lines."""
    roles: dict[int, Label | None] = {}
    above: list[Heading] = []
    for heading in found:
        del above[heading.level :]
        index = heading.line.index
        if above:
            parent = above[-1].line.index
            if parent in roles:  # below a field, or a line that is no section, nothing can be a section
                roles[index] = None
            else:
                label = field_named(given[parent], heading.title, lines[index + 1 : index + 2])
                if label is not None:
                    roles[index] = label
        above.append(heading)
    minor = [heading for heading in found if heading.is_minor and heading.line.index not in roles]
    alike = Counter(look_of(heading.line) for heading in minor)
    roles.update({h.line.index: None for h in minor if alike[look_of(h.line)] < _ALIKE})
    return roles


def _entries(
    found: Headings, given: Mapping[int, SectionKind], roles: Mapping[int, Label | None], kinds: Kinds
) -> Iterator[Entry]:
    often = Counter(key(heading.title) for heading in found)
    depth = kinds.template.numbering.depth
    levels: list[int] = []
    numbered: list[bool] = []
    for heading in found:
        index, kind = heading.line.index, given[heading.line.index]
        while levels and levels[-1] >= heading.level:
            levels.pop()
            numbered.pop()
        level = len(levels)
        label = roles.get(index)
        if label is not None:
            recurs = not label.is_exact and often[key(heading.title)] > 1
            reason = Reason.RECURRING if recurs else Reason.WORDS
            sure = label.is_exact or recurs
            yield Entry(
                index, Becomes.FIELD, title=heading.line.text, field=label.field.key, reason=reason, is_sure=sure
            )
        elif index in roles:
            yield _candidate(heading, level, kind)
        else:
            counts = kind.numbered and all(numbered) and level < depth
            yield _section(heading, level, kind, cuts=counts or (level == 0 and _bears_none(kind)))
            levels.append(heading.level)
            numbered.append(counts)


def _bears_none(kind: SectionKind) -> bool:
    """Tell whether such sections have no number, whatever the document gave them: front matter, lists of people."""
    return not kind.numbered and kind.placement is not Placement.BODY


def _candidate(heading: Heading, level: int, kind: SectionKind) -> Entry:
    entry = _section(heading, level, kind, cuts=False)
    return replace(entry, becomes=Becomes.TEXT, is_sure=False)


def _section(heading: Heading, level: int, kind: SectionKind, *, cuts: bool) -> Entry:
    """Give the entry of a section; its typed number is left out where ours takes its place, or none."""
    cuts = cuts and heading.typed is not None
    return Entry(
        heading.line.index,
        Becomes.SECTION,
        level,
        kind.key,
        heading.title if cuts else heading.whole,
        heading.cut if cuts else "",
        reason=heading.reason,
        is_sure=heading.is_sure,
    )
