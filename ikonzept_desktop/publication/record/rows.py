"""Proposals and comments as the rows of the record's tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ikonzept_desktop.model.blocks import Block, named_lines
from ikonzept_desktop.model.document import Comment, Document, Section, walk
from ikonzept_desktop.model.fields import Records, RichText
from ikonzept_desktop.model.inline import Inlines, Text
from ikonzept_desktop.model.proposals import KeptProposal, Kind, ReturnedFile, Source, Verdict
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.block_ids import PREFIX, Spot, spots
from ikonzept_desktop.publication.record import words
from ikonzept_desktop.publication.record.lines import aside, lines, said, strong
from ikonzept_desktop.publication.record.passages import after, before
from ikonzept_desktop.publication.tree import Runs


class Teller:
    """Tells of proposals and comments who they are from and where they belong."""

    def __init__(self, document: Document) -> None:
        """Take the concept as it is now."""
        self._document = document
        self._spots: Mapping[str, Spot] = spots(document)
        self._reviewers = {file.id: _reviewer(file) for file in document.returned}
        self._kinds = {section.id: section.kind for section in walk(document.sections)}

    def proposal(self, number: int, kept: KeptProposal) -> tuple[Runs, ...]:
        """Give the cells of a proposal's row."""
        kind = words.kind_name(kept) + (f" – {words.CONFLICT}" if kept.is_conflict else "")
        origin = lines(strong(kind), said(self._where(kept)), *map(said, self._origins(kept)))
        return said(str(number)), origin, before(kept), self._wanted(kept), _decision(kept)

    def comment(self, number: int, comment: Comment, anchors: Mapping[str, str]) -> tuple[Runs, ...]:
        """Give the cells of a comment's row."""
        by = words.said_by(comment.author, comment.created, self._of(comment))
        about = said(anchors[comment.id]) if anchors.get(comment.id) else aside(words.WHOLE_SECTION)
        answers = [
            (
                *strong(f"{words.source_line(Source('', reply.author, reply.created.isoformat()), '')}: "),
                *said(reply.text),
            )
            for reply in comment.replies
        ]
        state = aside(words.RESOLVED if comment.resolved else words.NOT_RESOLVED)
        return said(f"K {number}"), said(by), about, said(comment.text), lines(*answers, state)

    def _of(self, comment: Comment) -> str:
        return self._reviewers.get(comment.origin.rpartition(":")[0], "")

    def _wanted(self, kept: KeptProposal) -> Runs:
        names = {at: f"Variante {at + 1} ({self._who(each.sources)}):" for at, each in enumerate(kept.variants)}
        against = aside(words.AGAINST + self._who(kept.against)) if kept.against else ()
        return lines(after(kept, names), against)

    def _who(self, sources: Iterable[Source]) -> str:
        names = (self._reviewers.get(each.copy, "") or clean(each.author) or "ohne Namen" for each in sources)
        return ", ".join(dict.fromkeys(names))

    def _origins(self, kept: KeptProposal) -> Iterator[str]:
        sources = kept.sources
        yield from dict.fromkeys(words.source_line(each, self._reviewers.get(each.copy, "")) for each in sources)
        if sources and kept.kind not in words.TOLD:
            yield words.found_how(sources)

    def _where(self, kept: KeptProposal) -> str:
        """Name the field a proposal is about, and what of it, where that is not just the text."""
        spot = self._spots.get(PREFIX + kept.grounds[0].id) if kept.grounds else None
        if spot is None:
            return ""
        address = spot.address
        if not address.section:
            return words.COVER_LINES.get(address.field, "")
        if not address.field:
            return words.TITLE_LINE
        type = self._type(address.section, address.field)
        column = next((each for each in type.columns if each.key == address.column), None) if type else None
        label = column.label if column else type.label if type and type.heading else ""
        return ", ".join(filter(None, (label, _part_of(spot, kept))))

    def _type(self, section: str, field: str) -> FieldType | None:
        kind = self._document.template.kind(self._kinds[section]) if section in self._kinds else None
        return next((each for each in kind.fields if each.key == field), None) if kind else None


def _part_of(spot: Spot, kept: KeptProposal) -> str:
    """Name what of a block a proposal is about, where it is not the block itself."""
    if spot.note:
        return words.NOTE_LINE
    is_row = kept.kind in (Kind.ROW_INSERT, Kind.ROW_DELETE)
    return _PARTS.get(spot.line, words.CELL_LINE) if spot.line and not is_row else ""


_PARTS = {"caption": words.CAPTION_LINE, "source": words.SOURCE_LINE}


def _reviewer(file: ReturnedFile) -> str:
    return clean(file.reviewer) or clean(file.name)


def _decision(kept: KeptProposal) -> Runs:
    decision = kept.decision
    if decision is None:
        return strong(words.verdict_name(kept))
    instead = decision.text if decision.text is not None and decision.verdict is Verdict.ACCEPTED else None
    return lines(
        strong(words.verdict_name(kept)),
        said(words.decided_when(decision)),
        () if instead is None else (*aside("Neuer Wortlaut: "), *(said(instead) or aside(words.STRUCK))),
        (*aside("Begründung: "), *said(decision.reason)) if decision.reason.strip() else (),
        aside(words.OUTDATED) if kept.outdated else (),
    )


def anchors_in(section: Section) -> dict[str, str]:
    """Give the words that each comment of a section is about, as they are now."""
    found: dict[str, str] = {}
    for block in _blocks(section):
        for _, inlines in named_lines(block):
            for id, text in _anchored(inlines):
                found[id] = found.get(id, "") + text
    return found


def _anchored(inlines: Inlines) -> Iterator[tuple[str, str]]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield from ((id, inline.text) for id in inline.comments)


def _blocks(section: Section) -> Iterator[Block]:
    for field in section.fields:
        match field.value:
            case RichText(blocks=blocks):
                yield from blocks
            case Records(records=records):
                for record in records:
                    for column in record.fields:
                        if isinstance(column.value, RichText):
                            yield from column.value.blocks


def came_back(comments: Sequence[Comment]) -> list[Comment]:
    """Give the comments that came from copies."""
    return [comment for comment in comments if comment.origin]
