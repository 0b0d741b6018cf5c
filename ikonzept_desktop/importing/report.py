"""What became of a document, sentence by sentence and as data: every decision with the very words it was about."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from ikonzept_desktop.importing import report_texts as texts
from ikonzept_desktop.importing.building.heads import shortened
from ikonzept_desktop.importing.building.result import Built
from ikonzept_desktop.importing.manuscript import Manuscript, Told
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan
from ikonzept_desktop.importing.reported_remarks import CommentLine, ProposalLine, comment_lines, proposal_lines
from ikonzept_desktop.model.blocks import Block, Blocks, Figure, Paragraph, Table, lines_of, plain_text
from ikonzept_desktop.model.document import Document, Section, find_section
from ikonzept_desktop.model.fields import FieldValue, Records, RichText
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, Marks, Text
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.values import dataclass

_INDENT = "  "
_ROW = 110
"""Characters up to which short words are set one after the other."""


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section that came."""

    number: str
    title: str
    kind: str
    """The label of its kind."""
    level: int
    """From 0, below the uppermost that came."""
    reason: str
    """A value of `plan.Reason`; nothing where no entry began it."""
    sure: bool


@dataclass(frozen=True, slots=True)
class InboxLine:
    """A stretch in the inbox."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that is told of an import."""

    file: str
    sections: tuple[SectionLine, ...]
    told: tuple[Told, ...]
    inbox: tuple[InboxLine, ...]
    counts: Mapping[str, int]
    comments: tuple[CommentLine, ...] = ()
    proposals: tuple[ProposalLine, ...] = ()
    refused: str = ""
    """Why nothing was taken over, in a sentence; nothing where it was."""

    @property
    def needs_a_look(self) -> bool:
        """Whether something waits in the inbox or was not sure."""
        return bool(self.counts.get("inbox") or self.counts.get("unsure"))


def report_of(
    after: Document, manuscript: Manuscript, plan: Plan, built: Built, proposals: Sequence[KeptProposal] = ()
) -> Report:
    """Tell of an import; `after` is the concept with it, `proposals` what was tracked in the file."""
    inbox = find_section(after, built.inbox) if built.inbox else None
    waiting = tuple(_inbox_lines(inbox, built.told)) if inbox else ()
    lines = tuple(_section_lines(after, plan, built))
    came = [section for id in built.sections for section in _branch(after, id)]
    beside = _blocks_beside(after, built, {section.id for section in came})
    counts = {**_counts(came, beside, manuscript, plan, waiting), "proposals": len(proposals)}
    said = tuple(comment_lines(after, manuscript)), tuple(proposal_lines(after, proposals))
    return Report(manuscript.name, lines, built.told, waiting, counts, *said)


def refusal(name: str, sentence: str) -> Report:
    """Tell that nothing was taken over, and why."""
    return Report(name, (), (), (), {}, refused=sentence)


def as_data(report: Report) -> dict[str, Any]:
    """Give a report in the plain form that is written as JSON."""
    return {
        "file": report.file,
        "sections": [_plain(line) for line in report.sections],
        "told": [{**_plain(told), "sentence": sentence_of(told)} for told in report.told],
        "inbox": [_plain(line) for line in report.inbox],
        "comments": [_plain(line) for line in report.comments],
        "proposals": [_plain(line) for line in report.proposals],
        "counts": dict(report.counts),
        "refused": report.refused or None,
    }


def _plain(value: Any) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


# As text


def as_text(report: Report) -> str:
    """Give a report as German text, its sentences grouped by kind, every word of what is told in it."""
    if report.refused:
        return report.refused
    parts = [[texts.TITLE.format(name=report.file), *filter(None, (counts_text(report.counts),))]]
    if report.sections:
        parts.append([texts.SECTIONS, *(_INDENT * (line.level + 1) + _section_text(line) for line in report.sections)])
    parts.append([texts.DECISIONS, *told_lines(report.told)] if report.told else [texts.NOTHING_DECIDED])
    if report.inbox:
        parts.append([texts.INBOX, *(f"{_INDENT}{line.head}: {shortened(line.text)}" for line in report.inbox)])
    return "\n\n".join("\n".join(part) for part in parts)


def counts_text(counts: Mapping[str, int]) -> str:
    """Say how much came, in one line."""
    found = (texts.counted(words, counts[name]) for name, words in texts.COUNTS.items() if counts.get(name))
    return ", ".join(found)


def _section_text(line: SectionLine) -> str:
    reason = next((said for key, said in texts.REASONS.items() if key.value == line.reason), "")
    about = ", ".join(filter(None, (line.kind, reason, "" if line.sure else texts.UNSURE)))
    return f"{line.number} {line.title or texts.UNTITLED}".strip() + f" – {about}"


def told_lines(told: Iterable[Told]) -> Iterator[str]:
    """Give decisions as lines: a sentence for each kind with its count, then what each was about."""
    groups: dict[str, list[Told]] = {}
    for each in told:
        groups.setdefault(each.kind, []).append(each)
    for kind, group in groups.items():
        phrase = texts.PHRASES.get(kind, texts.OTHER)
        said = Counter(detail for detail in (_detail(phrase, each) for each in group) if detail)
        details = [detail if count == 1 else f"{detail} ({count}-mal)" for detail, count in said.items()]
        yield _INDENT + texts.counted((phrase.one, phrase.many), len(group)) + (":" if details else ".")
        yield from (2 * _INDENT + row for row in _rows(details))


def sentence_of(told: Told) -> str:
    """Say one decision in a sentence of its own."""
    phrase = texts.PHRASES.get(told.kind, texts.OTHER)
    detail = _detail(phrase, told)
    return f"{phrase.one}: {detail}" if detail else f"{phrase.one}."


def _detail(phrase: texts.Phrase, told: Told) -> str:
    """Say what a decision was about, whatever the phrase has no room for behind it."""
    said = phrase.line.format(text=told.text, about=told.about, place=told.place)
    said = re.sub(r"\(\s*\)|^\s*:|→\s*$|:\s*$", "", said)
    return " ".join((said if told.text in said else f"{said} {told.text}").split())


def _rows(details: list[str]) -> Iterator[str]:
    """Set short details one after the other, longer ones a line each."""
    row = ""
    for detail in details:
        joined = f"{row}, {detail}" if row else detail
        if len(joined) > _ROW and row:
            yield row
            joined = detail
        row = joined
    if row:
        yield row


# What came


def _branch(document: Document, id: str) -> Iterator[Section]:
    section = find_section(document, id)
    waiting = [section] if section else []
    while waiting:
        section = waiting.pop(0)
        yield section
        waiting[:0] = section.children


def _section_lines(after: Document, plan: Plan, built: Built) -> Iterator[SectionLine]:
    entries: dict[str, Entry] = {}
    for entry in plan.entries:
        if entry.becomes is Becomes.SECTION and entry.piece in built.places:
            entries.setdefault(built.places[entry.piece][0], entry)
    numbers = labels(after)

    def below(section: Section, level: int) -> Iterator[SectionLine]:
        entry = entries.get(section.id)
        kind = after.template.kind(section.kind).label
        reason = entry.reason.value if entry else ""
        yield SectionLine(
            numbers.number(section.id), section.title, kind, level, reason, entry is None or entry.is_sure
        )
        for child in section.children:
            yield from below(child, level + 1)

    for id in built.sections:
        section = find_section(after, id)
        if section is not None:
            yield from below(section, 0)


def _blocks_beside(after: Document, built: Built, came: Container[str]) -> list[Block]:
    """Give the blocks that came into sections the concept had before."""
    put = {block: section for section, block in built.places.values() if block and section not in came}
    holders = (find_section(after, id) for id in sorted({id for id in put.values() if id != built.inbox}))
    values = (field.value for section in holders if section is not None for field in section.fields)
    return [block for value in values for block in _blocks(value) if block.id in put]


def _counts(
    came: list[Section], beside: list[Block], manuscript: Manuscript, plan: Plan, waiting: tuple[InboxLine, ...]
) -> Mapping[str, int]:
    values = [field.value for section in came for field in section.fields]
    blocks = [*beside, *(block for value in values for block in _blocks(value))]
    lines = [line for block in blocks for line in lines_of(block)]
    inlines = [inline for line in lines for inline in _with_notes(line)]
    return {
        "sections": len(came),
        "fields": sum(entry.becomes is Becomes.FIELD for entry in plan.entries),
        "records": sum(len(value.records) for value in values if isinstance(value, Records)),
        "tables": sum(isinstance(block, Table) for block in blocks),
        "figures": sum(isinstance(block, Figure) for block in blocks),
        "notes": sum(isinstance(inline, Footnote) for inline in inlines),
        "references": sum(isinstance(inline, CrossReference) for inline in inlines),
        "comments": len(manuscript.remarks),
        "changes": manuscript.changes,
        "unsure": sum(not entry.is_sure for entry in plan.entries if entry.becomes is not Becomes.TEXT),
        "inbox": len(waiting),
    }


def _with_notes(line: Inlines) -> Iterator[object]:
    for inline in line:
        yield inline
        if isinstance(inline, Footnote):
            yield from inline.content


def _blocks(value: FieldValue) -> Blocks:
    match value:
        case RichText(blocks=blocks):
            return blocks
        case Records(records=records):
            return tuple(block for record in records for field in record.fields for block in _blocks(field.value))
        case _:
            return ()


def _inbox_lines(inbox: Section, told: Iterable[Told]) -> Iterator[InboxLine]:
    """Give the stretches of an inbox: each begins with the bold line that was told."""
    heads = [each.about for each in told if each.kind == "to_inbox"]
    blocks = [block for field in inbox.fields for block in _blocks(field.value)]
    head, words = "", list[str]()
    for block in blocks:
        if heads and isinstance(block, Paragraph) and block.inlines == (Text(heads[0], Marks.BOLD),):
            if head:
                yield InboxLine(head, "\n".join(words))
            head, words = heads.pop(0), []
        else:
            words.append(plain_text(block))
    if head:
        yield InboxLine(head, "\n".join(words))
