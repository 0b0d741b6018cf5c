"""What went out as Word files held against what came back: the draft is written once more, read, and compared.

It needs the writer of drafts and the review, which do not know each other; the writer is imported where it writes: the
window only names what its child process does.
"""

import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from ikonzept_desktop import collector
from ikonzept_desktop.export.copies import FOR_READING, FOR_REVIEW, CopyOrder
from ikonzept_desktop.jobs import Report
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.proposals import LeftOut
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.packets import packet
from ikonzept_desktop.publication.tree import Publication, image_digests
from ikonzept_desktop.reading.word.content import Copy, NotTaken
from ikonzept_desktop.reading.word.intake import WordRefused, take_in, taken
from ikonzept_desktop.review.arriving import HeldVersion
from ikonzept_desktop.review.keeping import kept_proposals
from ikonzept_desktop.review.reading_back import ReadBack, Returned, read_back
from ikonzept_desktop.review.recognition import Origin, Recognised, recognise
from ikonzept_desktop.values import dataclass

FOREIGN = 0.3
"""Certainty below which a file without our marks is not taken for a copy."""
_ADDED = frozenset({FOR_REVIEW, FOR_READING})
SECONDS, MEGABYTES = 300, 900
"""What a child process may take that holds a round of copies of a long concept against what was given out."""


@dataclass(frozen=True, slots=True)
class Base:
    """A text that was given out, and its draft as one reads it."""

    document: Document
    publication: Publication
    draft: Copy


def base_of(opened: OpenProject, snapshot: str) -> Base:
    """Give the text of a snapshot, or the present one; raises StoreError."""
    from ikonzept_desktop.export.word.writer import DraftOptions, write_draft

    document = opened.store.snapshot_document(snapshot) if snapshot else opened.project.document
    publication = build(document, snapshot=snapshot)
    images = {digest: opened.store.image(digest) for digest in image_digests(publication)}
    with tempfile.TemporaryDirectory(prefix="ikonzept-") as folder:
        draft = Path(folder) / "draft.docx"
        write_draft(publication, images, draft, DraftOptions(issued=datetime.now().astimezone()))
        return Base(document, publication, taken(draft.read_bytes(), draft.name))


def sheet_of(base: Base, known: Recognised) -> frozenset[str]:
    """Give the lines that were added to a copy when it was given out."""
    from ikonzept_desktop.export.word.review_sheet import sheet_lines

    given = known.copy
    if given is None:
        return _ADDED
    editable = packet(base.document, given.packet) if given.packet else None
    order = CopyOrder(given.id, "", given.reviewer, given.packet, editable, given.due, given.return_to)
    return _ADDED.union(line for _, line in sheet_lines(base.publication, order))


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a look at a file tells before it is held against anything."""

    properties: tuple[tuple[str, str], ...]
    authors: tuple[str, ...]
    """Who has changed or remarked something, who did most first."""


def glimpse(report: Report, source: Path, name: str) -> Glimpse:
    """Read a Word file and tell what it is; raises WordRefused."""
    copy = take_in(report, source, name)
    names = [revision.author for block in copy.blocks for span in block.spans for revision in span.revisions]
    names += [comment.author for comment in copy.comments]
    counted = {name: names.count(name) for name in dict.fromkeys(names) if name}
    return Glimpse(copy.properties, tuple(sorted(counted, key=lambda name: -counted[name])))


@dataclass(frozen=True, slots=True)
class File:
    """A Word file to be held against what was given out."""

    id: str
    """By which its proposals name it; see `ReturnedFile`."""
    name: str
    data: bytes
    reviewer: str
    version: str = ""
    """The snapshot it was held against when it came; empty for one that is new."""


@dataclass(frozen=True, slots=True)
class Round:
    """Files that came back, and the concept they belong to."""

    concept: Path
    """Its file, in which every snapshot is that is asked for."""
    document: Document
    """The concept as it is now, to know the copies by."""
    files: tuple[File, ...]
    versions: tuple[str, ...]
    """The snapshots to try for files that do not say which text they hold."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What all files come to."""

    held: tuple[HeldVersion, ...]
    refused: tuple[tuple[str, str], ...] = ()
    """The ids of files that are no copies of the concept, each with a sentence."""


def hold(report: Report, asked: Round) -> Outcome:
    """Hold files against the texts they were made from; every version's are put together.

    Raises StoreError where the concept's file does not answer.
    """
    opened = open_project(asked.concept, read_only=True)
    try:
        with collector.resting():
            return _Holding(report, asked, opened).outcome()
    finally:
        opened.store.leave()


class _Holding:
    def __init__(self, report: Report, asked: Round, opened: OpenProject) -> None:
        self._report, self._asked, self._opened = report, asked, opened
        self._bases: dict[str, Base] = {}
        self._refused: list[tuple[str, str]] = []

    def outcome(self) -> Outcome:
        """Give everything."""
        found: dict[str, dict[str, Returned]] = {}
        for file, copy, known in self._read():
            version = known.version or file.version or self._best(file, copy)
            if version is not None:
                returned = Returned(copy, file.reviewer, sheet_of(self._base(version), known))
                found.setdefault(version, {})[file.id] = returned
        held = []
        for at, (version, copies) in enumerate(found.items()):
            self._report(0.5 + 0.5 * at / len(found), "")
            held.append(self._held(version, copies))
        return Outcome(tuple(held), tuple(self._refused))

    def _read(self) -> Iterator[tuple[File, Copy, Recognised]]:
        snapshots = frozenset(each.id for each in self._opened.store.snapshots())
        for at, file in enumerate(self._asked.files):
            self._report(0.5 * at / len(self._asked.files), file.name)
            try:
                copy = taken(file.data, file.name)
            except WordRefused as error:
                self._refused.append((file.id, str(error)))
                continue
            known = recognise(dict(copy.properties), self._asked.document, snapshots)
            if known.origin is Origin.OTHER:
                self._refused.append((file.id, OTHER.format(name=file.name)))
            else:
                yield file, copy, known

    def _best(self, file: File, copy: Copy) -> str | None:
        """Give the version whose words a file without marks has most of."""
        sure: dict[str, float] = {}
        for version in self._asked.versions:
            base = self._base(version)
            read = read_back(base.draft, {file.id: Returned(copy, file.reviewer, _ADDED)})
            sure[version] = read.certainty[file.id]
            if sure[version] == 1.0:
                break
        best = max(sure, key=lambda version: sure[version], default=None)
        if best is None or sure[best] < FOREIGN:
            self._refused.append((file.id, STRANGE.format(name=file.name)))
            return None
        return best

    def _base(self, version: str) -> Base:
        if version not in self._bases:
            self._bases[version] = base_of(self._opened, version)
        return self._bases[version]

    def _held(self, version: str, copies: Mapping[str, Returned]) -> HeldVersion:
        base = self._base(version)
        read = read_back(base.draft, copies)
        return HeldVersion(
            version,
            kept_proposals(read, version, base.document),
            read.remarks,
            read.certainty,
            {id: _left_out(read, id) for id in copies},
        )


OTHER = "„{name}“ ist die Kopie eines anderen Konzepts. Nichts wurde übernommen; prüfen Sie die Datei."
STRANGE = "„{name}“ hat mit diesem Konzept kaum ein Wort gemein. Nichts wurde übernommen; prüfen Sie die Datei."


def _left_out(read: ReadBack, id: str) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(each.kind, place_of(each), each.text) for name, each in read.not_taken if name == id)


def place_of(left: NotTaken) -> str:
    """Give where in a file something stands that was not taken over."""
    return f"{left.source}#{left.block}"
