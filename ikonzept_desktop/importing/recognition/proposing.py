"""Puts together what is proposed: one plan for the whole document."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from ikonzept_desktop.importing.manuscript import Manuscript, Where
from ikonzept_desktop.importing.plan import ALONE, Becomes, Entry, Plan, Reason
from ikonzept_desktop.importing.recognition.front import boxed_titles, front_entries, titling
from ikonzept_desktop.importing.recognition.headings import headings, nested
from ikonzept_desktop.importing.recognition.kinds import kinds_of
from ikonzept_desktop.importing.recognition.lines import Line, body_look, lines_of
from ikonzept_desktop.importing.recognition.order import in_concept_order
from ikonzept_desktop.importing.recognition.outline import unwrapped
from ikonzept_desktop.importing.recognition.sections import section_entries, settled, wrapper_entries
from ikonzept_desktop.importing.recognition.within import entries_within
from ikonzept_desktop.model.template import Template


def proposed(manuscript: Manuscript, template: Template) -> Plan:
    """Propose what each piece becomes. Pure; the words it knows are German."""
    lines = lines_of(manuscript)
    kinds = kinds_of(template)
    found = headings(lines, kinds)
    title = titling(found.headings, lines, manuscript.title)
    below = found.headings if title is None else nested(found.headings[1:])
    outline = unwrapped(below, kinds)
    sections = settled(lines, outline, kinds)
    first = below[0].line.index if below else len(lines)
    front = [line for line in lines[:first] if line.is_body and line.index not in found.contents]
    name = "" if below else PurePath(manuscript.name).stem
    entries = front_entries(front, kinds, body_look(lines), manuscript.title, name, title)
    if all(entry.becomes is not Becomes.TITLE for entry in entries):
        entries += boxed_titles(lines[:first], body_look(lines))
    entries += section_entries(sections, kinds)
    entries += wrapper_entries(lines, outline.wrappers, kinds)
    entries += entries_within(lines, entries, found.contents, sections, kinds)
    return Plan(in_concept_order(_with_asides(entries, lines, found.contents), sections.owners, kinds))


def _with_asides(entries: Sequence[Entry], lines: Sequence[Line], contents: frozenset[int]) -> Iterator[Entry]:
    """Put entries for all that is not in the run of the text between the others, and say where that goes on."""
    known = {entry.piece: entry for entry in entries}
    alone = False
    for aside, run in groupby(lines, key=lambda line: _aside(line, contents)):
        goes_on = False
        for line in run:
            if aside is not None and line.index in known:
                yield known[line.index]
                alone, goes_on = True, False
            elif aside is not None:
                if not goes_on:
                    becomes = Becomes.CONTENTS if aside[0] is Where.CONTENTS else Becomes.INBOX
                    yield Entry(line.index, becomes, reason=Reason.PLACE)
                alone = goes_on = True
            elif line.index in known:
                entry = known[line.index]
                yield entry
                alone = entry.becomes is Becomes.INBOX or entry.becomes in ALONE
            elif alone:
                yield Entry(line.index, Becomes.TEXT, reason=Reason.PLACE)
                alone = False


def _aside(line: Line, contents: frozenset[int]) -> tuple[Where, str] | None:
    """Give what a piece has in common with others that go the same way, None for the run of the text."""
    if line.index in contents:
        return (Where.CONTENTS, "")
    return None if line.is_body else (line.where, "")
