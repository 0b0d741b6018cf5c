"""Fields that point at sections and records, filled by what these are called when everything has come."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass as mutable

from ikonzept_desktop.importing.building.drafts import Bit, Draft
from ikonzept_desktop.importing.building.wording import in_one_line, letters, pointer_of, shown
from ikonzept_desktop.importing.manuscript import Pointer
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.fields import FieldValue, Records
from ikonzept_desktop.model.inline import CrossReference, Inline, Inlines, LineBreak, Text
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.publication.order import record_title

_PARTS = re.compile(r"[;\n]+")
_NUMBER = re.compile(r"[\w.]{0,8}\d[\w.]*\.?\s+|\w{1,3}\s\d+\s+")
_BETWEEN = re.compile(r"[\s,;/]*(?:und)?[\s,;/]*")


@mutable(slots=True)
class Waiting:
    """Words that are to become links of a field, or of a column of a record."""

    draft: Draft
    type: FieldType
    lines: tuple[Inlines, ...]
    bits: tuple[Bit, ...] = ()
    """What stays text where they lead nowhere."""
    field: FieldType | None = None
    """The records field, where it is a column of one of its records."""
    record: str = ""


@mutable(slots=True)
class Known:
    """What links may lead to: ids by the letters of what they are called."""

    sections: dict[str, list[tuple[str, str]]]
    """By the letters of the title: kind and id."""
    records: dict[str, list[tuple[str, str]]]
    """By the letters of the title: key of the field and id."""

    def found(self, target: str, words: str) -> str:
        """Give the id of what is called so, with its number before it or not; nothing where nothing is."""
        what, _, key = target.partition(":")
        known = self.sections if what == "section" else self.records
        for called in (words, _NUMBER.sub("", words, count=1)):
            for owner, id in known.get(letters(called), ()):
                if not key or owner == key:
                    return id
        return ""


def known_targets(document: Document, tops: Iterable[Draft]) -> Known:
    """Find all that links may lead to: what comes, then what the concept has."""
    known = Known(defaultdict(list), defaultdict(list))
    for draft in every_draft(tops):
        if draft.base is None:
            known.sections[letters(draft.title)].append((draft.kind.key, draft.id))
        for type in draft.kind.fields:
            _add_records(known, type, draft.values.get(type.key))
    for section in walk(document.sections):
        known.sections[letters(section.title)].append((section.kind, section.id))
        for type in document.template.kind(section.kind).fields:
            _add_records(known, type, section.value(type.key))
    return known


def titles_of(tops: Iterable[Draft]) -> Mapping[str, str]:
    """Give what the sections that come, and their records, are called, by id."""
    found: dict[str, str] = {}
    for draft in every_draft(tops):
        found[draft.id] = draft.title
        for type in draft.kind.fields:
            value = draft.values.get(type.key)
            records = value.records if isinstance(value, Records) else ()
            found.update({record.id: record_title(type, record) for record in records})
    return found


def _add_records(known: Known, type: FieldType, value: FieldValue | None) -> None:
    for record in value.records if isinstance(value, Records) else ():
        known.records[letters(record_title(type, record))].append((type.key, record.id))


def every_draft(tops: Iterable[Draft]) -> Iterator[Draft]:
    """Go through drafts and all below them."""
    for draft in tops:
        yield draft
        yield from every_draft(draft.children)


def linked(
    waiting: Waiting, known: Known, pointers: Sequence[Pointer], marked: Mapping[str, str]
) -> tuple[str, ...] | None:
    """Give the targets of links, each once; None where one of the words leads nowhere.

    `marked` gives what the bookmarks of the document lead to.
    """
    by_mark = _by_marks(waiting.lines, pointers, marked)
    if by_mark is not None:
        return by_mark
    text = "\n".join(shown(line, pointers) for line in waiting.lines)
    found: list[str] = []
    for part in filter(None, map(in_one_line, _PARTS.split(text))):
        ids = _in_part(part, waiting.type.target, known)
        if ids is None:
            return None
        found += ids
    return tuple(dict.fromkeys(found)) or None


def _by_marks(
    lines: Iterable[Inlines], pointers: Sequence[Pointer], marked: Mapping[str, str]
) -> tuple[str, ...] | None:
    """Give the targets where the line holds pointers and what parts them, no more."""
    found: list[str] = []
    for inline in (inline for line in lines for inline in line):
        if isinstance(inline, CrossReference):
            pointer = pointer_of(inline, pointers)
            target = marked.get(pointer.bookmark, "") if pointer else ""
            if not target:
                return None
            found.append(target)
        elif not _only_parts(inline):
            return None
    return tuple(dict.fromkeys(found)) or None


def _only_parts(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and _BETWEEN.fullmatch(inline.text) is not None)


def _in_part(part: str, target: str, known: Known) -> list[str] | None:
    """Understand names parted by commas, which they may hold themselves: the longest that is known comes first."""
    names = part.split(",")
    found: list[str] = []
    while names:
        for count in range(len(names), 0, -1):
            id = known.found(target, ",".join(names[:count]).strip())
            if id:
                found.append(id)
                names = names[count:]
                break
        else:
            return None
    return found
