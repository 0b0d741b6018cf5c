"""What came back becomes part of the concept, in one step: files, proposals, and comments as internal notes.

All copies of a version are put together each time one arrives, so the order in which they come makes no difference. A
proposal that is still the same keeps its decision.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.copies import mark_returned
from ikonzept_desktop.model.document import Comment, Document, Reply, find_section, walk
from ikonzept_desktop.model.edits import ChangeProposals, Edit, SetAttribute, SetReturned, compound
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.proposals import KeptProposal, LeftOut, ReturnedFile
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.reading.word.moments import moment
from ikonzept_desktop.review.reading_back import Remark
from ikonzept_desktop.review.remarked_words import RemarkedWords
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """What all copies of one version that was given out come to."""

    version: str
    proposals: tuple[KeptProposal, ...]
    remarks: tuple[Remark, ...]
    certainty: Mapping[str, float]
    """By the ids of their files."""
    left_out: Mapping[str, tuple[LeftOut, ...]]


def arrival(
    document: Document,
    files: Iterable[ReturnedFile],
    held: Iterable[HeldVersion],
    when: datetime,
    ids: IdSource = new_id,
) -> Edit | None:
    """Give the step that takes files in; None where none was taken.

    `files` are those that arrive now. `held` tells of every version that one of them is of, with all files of it that
    came before.
    """
    versions = list(held)
    of_version = {id: each for each in versions for id in each.certainty}
    taken = [_told(file, of_version[file.id]) for file in files if file.id in of_version]
    if not taken:
        return None
    step = _Step(document)
    step.add(_returned(document, taken, of_version))
    for each in versions:
        step.add(_reconciled(step.document, each))
    for file in taken:
        if file.copy:
            step.add(mark_returned(step.document, file.copy, when))
    for each in versions:
        for edit in _Notes(step, each.remarks, ids, when).edits():
            step.add(edit)
    return compound(step.edits)


class _Step:
    """Edits one after the other, each on the ground the one before has left."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.edits: list[Edit] = []

    def add(self, edit: Edit | None) -> None:
        if edit is not None:
            self.document = apply(self.document, edit)
            self.edits.append(edit)


def _told(file: ReturnedFile, held: HeldVersion) -> ReturnedFile:
    return replace(
        file, version=held.version, certainty=held.certainty[file.id], left_out=held.left_out.get(file.id, ())
    )


def _returned(document: Document, taken: list[ReturnedFile], of_version: Mapping[str, HeldVersion]) -> Edit:
    """Give the edit of the list: a copy that came before is replaced where it stands."""
    new = {file.id: file for file in taken}
    kept = [new.pop(file.id, file) for file in document.returned]
    known = [_told(file, of_version[file.id]) if file.id in of_version else file for file in (*kept, *new.values())]
    return SetReturned(document.returned, tuple(known))


def _reconciled(document: Document, held: HeldVersion) -> Edit | None:
    """Give the edit that makes the proposals of a version these, decisions kept.

    One that was decided and is proposed by nobody any more stays for the record; one that was open goes.
    """
    known = {kept.id: kept for kept in document.proposals}
    of_this = {kept.id: kept for kept in document.proposals if kept.version == held.version}
    wanted: dict[str, KeptProposal] = {}
    for kept in held.proposals:
        if kept.id in of_this:
            wanted[kept.id] = replace(kept, decision=of_this[kept.id].decision)
        elif kept.id not in known:
            wanted[kept.id] = kept
    for id, kept in of_this.items():
        if id not in wanted and not kept.is_open:
            wanted[id] = replace(kept, outdated=True)
    removed = tuple(kept for id, kept in of_this.items() if wanted.get(id) != kept)
    added = tuple(kept for id, kept in wanted.items() if of_this.get(id) != kept)
    return ChangeProposals(removed, added) if removed or added else None


class _Notes:
    """Makes internal notes of comments; one that has come before only learns what is new."""

    def __init__(self, step: _Step, remarks: Iterable[Remark], ids: IdSource, when: datetime) -> None:
        self._step, self._ids, self._when = step, ids, when
        self._roots: list[Remark] = []
        self._answers: dict[tuple[str, str], list[Remark]] = {}
        for remark in remarks:
            if remark.answers:
                self._answers.setdefault((remark.copy, remark.answers), []).append(remark)
            else:
                self._roots.append(remark)

    def edits(self) -> Iterator[Edit]:
        """Go through the edits; each must have been carried out before the next is asked for."""
        known = {
            comment.origin: (section.id, comment)
            for section in walk(self._step.document.sections)
            for comment in section.comments
            if comment.origin
        }
        if not self._roots:
            return
        words = RemarkedWords(self._step.document)
        for remark in self._roots:
            origin = f"{remark.copy}:{remark.id}"
            if origin in known:
                yield from self._caught_up(*known[origin], remark)
            else:
                yield from self._noted(remark, origin, words)

    def _caught_up(self, section: str, comment: Comment, remark: Remark) -> Iterator[Edit]:
        said = {(reply.author, reply.text) for reply in comment.replies}
        new = tuple(each for each in self._replies(remark) if (each.author, each.text) not in said)
        after = replace(comment, replies=(*comment.replies, *new), resolved=comment.resolved or remark.resolved)
        if after != comment:
            before = self._comments(section)
            yield SetAttribute(
                section, "comments", before, tuple(after if each == comment else each for each in before)
            )

    def _noted(self, remark: Remark, origin: str, words: RemarkedWords) -> Iterator[Edit]:
        document = self._step.document
        section = words.section(document, remark.block) or next((each.id for each in document.sections), "")
        if not section:
            return
        comment = Comment(
            self._ids(),
            clean(remark.author),
            moment(remark.date, self._when),
            _lines(remark.text),
            resolved=remark.resolved,
            replies=tuple(self._replies(remark)),
            origin=origin,
        )
        before = self._comments(section)
        yield SetAttribute(section, "comments", before, (*before, comment))
        if (edit := words.named(self._step.document, remark.block, remark.anchor, comment.id)) is not None:
            yield edit

    def _comments(self, section: str) -> tuple[Comment, ...]:
        found = find_section(self._step.document, section)
        return found.comments if found else ()

    def _replies(self, remark: Remark) -> Iterator[Reply]:
        """Go through the answers to a comment, and the answers to these, in the order of the file."""
        for answer in self._answers.get((remark.copy, remark.id), ()):
            yield Reply(self._ids(), clean(answer.author), moment(answer.date, self._when), _lines(answer.text))
            yield from self._replies(answer)


def _lines(text: str) -> str:
    return "\n".join(map(clean, text.split("\n")))
