"""What went out as Word files held against what came back: the draft is written once more, read, and compared.

It needs the writer of drafts and the review, which do not know each other; the writer is imported where it writes: the
window only names what its child process does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ikonzept_desktop import atomic_file, collector
from ikonzept_desktop.export.copies import CopyOrder, Protection
from ikonzept_desktop.jobs import Report
from ikonzept_desktop.model.copies import find_copy
from ikonzept_desktop.model.document import Document, GivenCopy
from ikonzept_desktop.model.proposals import LeftOut, ReturnedFile
from ikonzept_desktop.model.store.errors import NoImage, StoreError
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.block_ids import PREFIX
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.copy_marks import FOR_READING, FOR_REVIEW
from ikonzept_desktop.publication.packets import packet
from ikonzept_desktop.publication.tree import Publication, image_digests
from ikonzept_desktop.reading.word.content import STAND_IN, Block, Copy, NotTaken, Revision
from ikonzept_desktop.reading.word.intake import WordRefused, take_in, taken
from ikonzept_desktop.review.arriving import HeldVersion
from ikonzept_desktop.review.keeping import kept_proposals
from ikonzept_desktop.review.reading_back import ReadBack, Returned, read_back
from ikonzept_desktop.review.recognition import Origin, Recognised, recognise
from ikonzept_desktop.values import dataclass

FOREIGN = 0.3
"""Certainty below which a file without our marks is not taken for a copy."""
_LONGEST = 120
"""Characters by which a place in a file is told."""
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
    with atomic_file.passing_folder() as folder:
        draft = Path(folder) / "draft.docx"
        write_draft(publication, images, draft, DraftOptions(issued=datetime.now().astimezone()))
        return Base(document, publication, taken(draft.read_bytes(), draft.name))


def sheet_of(base: Base, copy: GivenCopy | None) -> frozenset[str]:
    """Give the lines that were added to a copy when it was given out; None is a draft for nobody in particular."""
    from ikonzept_desktop.export.word.review_sheet import sheet_lines

    if copy is None:
        return _ADDED
    editable = packet(base.document, copy.packet) if copy.packet else None
    made = CopyOrder(copy.id, "", copy.reviewer, copy.packet, editable, copy.due, copy.return_to)
    orders = (replace(made, protection=protection) for protection in Protection)  # which it was is not kept
    return _ADDED.union(line for order in orders for _, line in sheet_lines(base.publication, order))


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a look at a file tells before it is held against anything."""

    properties: tuple[tuple[str, str], ...]
    author: str
    """Who was the last to change or remark something; else who saved it last."""


def glimpse(report: Report, source: Path, name: str) -> Glimpse:
    """Read a Word file and tell what it is; raises WordRefused."""
    copy = take_in(report, source, name)
    said = [(revision.date, revision.author) for block in copy.blocks for revision in _revisions(block)]
    said += [(comment.date, comment.author) for comment in copy.comments]
    return Glimpse(copy.properties, max((each for each in said if each[1]), default=("", copy.saved_by))[1])


def _revisions(block: Block) -> Iterator[Revision]:
    yield from block.mark
    for span in block.spans:
        yield from span.revisions


@dataclass(frozen=True, slots=True)
class File:
    """A Word file that arrives, to be held against what was given out."""

    id: str
    """By which its proposals name it; see `ReturnedFile`."""
    name: str
    data: bytes
    reviewer: str
    version: str = ""
    """The snapshot it was held against when it came before; empty for one that is new."""
    copy: str = ""
    """The id of the copy it counts as, whether it says so itself or somebody does."""


@dataclass(frozen=True, slots=True)
class Round:
    """Files that arrive, and the concept they belong to."""

    concept: Path
    """Its file, in which every snapshot is that is asked for, and every file that came before."""
    document: Document
    """The concept as it is now: it knows the copies, and what came before."""
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
        self._snapshots = frozenset(each.id for each in opened.store.snapshots())
        self._bases: dict[str, Base] = {}
        self._marked: set[str] = set()
        """Files that say themselves which version they hold, and whose lines say which of its they are."""
        self._refused: list[tuple[str, str]] = []

    def outcome(self) -> Outcome:
        """Give everything."""
        found: dict[str, dict[str, Returned]] = {}
        for file, copy, known in self._read():
            version = known.version or file.version or self._best(file, copy)
            if version is not None:
                if known.version and any(mark.name.startswith(PREFIX) for mark in copy.bookmarks):
                    self._marked.add(file.id)
                sheet = self._sheet(version, file.copy)
                found.setdefault(version, {})[file.id] = Returned(copy, file.reviewer, sheet)
        self._join_earlier(found)
        held = []
        for at, (version, copies) in enumerate(found.items()):
            self._report(0.5 + 0.5 * at / len(found), "")
            held.append(self._held(version, copies))
        return Outcome(tuple(held), tuple(self._refused))

    def _read(self) -> Iterator[tuple[File, Copy, Recognised]]:
        for at, file in enumerate(self._asked.files):
            self._report(0.5 * at / len(self._asked.files), file.name)
            try:
                copy = taken(file.data, file.name)
            except WordRefused as error:
                self._refused.append((file.id, str(error)))
                continue
            known = recognise(dict(copy.properties), self._asked.document, self._snapshots)
            if known.origin is Origin.OTHER:
                self._refused.append((file.id, OTHER.format(name=file.name)))
            else:
                yield file, copy, known

    def _join_earlier(self, found: dict[str, dict[str, Returned]]) -> None:
        """Put the files that came before beside those of the same version; no other version is looked at."""
        arrived = {id for copies in found.values() for id in copies}
        before = self._asked.document.returned
        for came in before:
            if came.id in arrived and came.version in self._snapshots:
                found.setdefault(came.version, {})  # where another file has taken its place, it proposes nothing more
        for came in before:
            if came.id not in arrived and came.version in found:
                sheet = self._sheet(came.version, came.copy)
                found[came.version][came.id] = Returned(self._earlier(came), came.reviewer, sheet)

    def _earlier(self, came: ReturnedFile) -> Copy:
        try:
            return taken(self._opened.store.image(came.digest), came.name)
        except (NoImage, WordRefused) as error:
            raise StoreError(self._asked.concept, LOST.format(name=came.name)) from error

    def _sheet(self, version: str, copy: str) -> frozenset[str]:
        """Give what was added to a file; one that tells nobody's name may be anybody's copy of its version."""
        known = find_copy(self._asked.document, copy) if copy else None
        given = self._asked.document.properties.copies
        copies = [known] if known else [each for each in given if each.version == version]
        return _ADDED.union(*(sheet_of(self._base(version), each) for each in copies))

    def _best(self, file: File, copy: Copy) -> str | None:
        """Give the version whose words a file without marks has most of."""
        sure: dict[str, float] = {}
        for version in (each for each in self._asked.versions if each in self._snapshots):
            base = self._base(version)
            read = read_back(base.draft, {file.id: Returned(copy, file.reviewer, self._sheet(version, file.copy))})
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

    def _certainty(self, id: str, found: float) -> float:
        """Tell how sure it is what a file holds; of one that came before it is what was told then."""
        if id not in {file.id for file in self._asked.files}:
            return next(came.certainty for came in self._asked.document.returned if came.id == id)
        return 1.0 if id in self._marked else found

    def _held(self, version: str, copies: Mapping[str, Returned]) -> HeldVersion:
        base = self._base(version)
        read = read_back(base.draft, copies)
        return HeldVersion(
            version,
            kept_proposals(read, version, base.document),
            read.remarks,
            {id: self._certainty(id, found) for id, found in read.certainty.items()},
            {id: _left_out(read, id, each.copy) for id, each in copies.items()},
        )


OTHER = "„{name}“ ist die Kopie eines anderen Konzepts. Nichts wurde übernommen; prüfen Sie die Datei."
LOST = (
    "„{name}“, schon früher aufgenommen, ist in der Datei des Konzepts beschädigt. "
    "Nehmen Sie diese Datei bitte noch einmal auf, am besten mit den anderen zusammen."
)
STRANGE = "„{name}“ hat mit diesem Konzept kaum ein Wort gemein. Nichts wurde übernommen; prüfen Sie die Datei."


def _left_out(read: ReadBack, id: str, copy: Copy) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(each.kind, _words_at(copy, each.block), each.text) for name, each in read.not_taken if name == id
    )


def _words_at(copy: Copy, block: int) -> str:
    """Give the words at which something stands, or the last ones before it: by these a reader finds the place."""
    for each in reversed(copy.blocks[: block + 1]):
        words = " ".join(each.text.replace(STAND_IN, " ").split())
        if words and each.place.part is copy.blocks[block].place.part:
            return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    return ""


def place_of(left: NotTaken) -> str:
    """Give where in a file something stands that was not taken over."""
    return f"{left.source}#{left.block}"
