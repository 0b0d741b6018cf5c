"""Word files that came back on their way into the concept: looked at one by one, then held against what was given out.

Both happen in child processes; this process takes the values they give.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.jobs import Job, JobCancelled, JobError, JobTimedOut, Progress, Worker
from ikonzept_desktop.model.document import GivenCopy
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.proposals import ReturnedFile
from ikonzept_desktop.model.store.errors import NotSaved, StoreError
from ikonzept_desktop.model.store.troubles import UNREACHABLE
from ikonzept_desktop.reading.whole_file import whole_file
from ikonzept_desktop.reading.word import intake
from ikonzept_desktop.reading.word.refusals import MOST_BYTES, REFUSALS, WordRefused
from ikonzept_desktop.review.arriving import arrival
from ikonzept_desktop.review.recognition import Origin, Recognised, meant, recognise
from ikonzept_desktop.round_trip import MEGABYTES, SECONDS, File, Glimpse, Outcome, Round, glimpse, hold
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import arrival_texts as texts

_MOST_VERSIONS = 6
"""Texts that a file without marks is tried against, the last that were given out first."""


_OWNER = "~$"
"""How the file begins that Word lays beside a document as long as it is open."""


@dataclass(slots=True)
class Incoming:
    """A file on its way in, and what is known of it so far."""

    path: Path
    data: bytes = b""
    known: Recognised | None = None
    """None until it was looked at, and where that failed."""
    author: str = ""
    """Whose it may be, as far as the file tells."""
    reviewer: str = ""
    """Whose it is."""
    refused: str = ""
    """A sentence; such a file is not taken in."""
    counts_as: GivenCopy | None = None
    """The copy it is, whether it says so or whoever is named as its author has one."""
    came_before: datetime | None = None
    """When the same copy was taken in last."""
    found: str = ""
    """What it has brought, once it is in."""
    taken: ReturnedFile | None = None
    """What the concept keeps of it."""

    @property
    def is_unknown(self) -> bool:
        """Whether somebody has to say whose it is."""
        return self.known is not None and not self.refused and self.known.copy is None


class _Bridge(QObject):
    """Leads from the worker's thread into the window's; the jobs hold it, so it may go in either."""

    progressed = Signal(float, str)
    looked = Signal(object)
    held = Signal(object)


class TakingIn(QObject):
    """One round; its signals come in the thread of the window."""

    changed = Signal()
    """Something more is known of a file."""
    looked = Signal()
    """All files have been looked at."""
    progressed = Signal(float, str)
    ended = Signal(str)
    """With a sentence where nothing was taken in; else every file has its own."""

    def __init__(self, session: Session, paths: Iterable[Path]) -> None:
        """Wait to be started."""
        super().__init__()
        self.files = [Incoming(path) for path in dict.fromkeys(path.absolute() for path in paths)]
        self.count = 0
        """How many are in."""
        self.has_brought = False
        """Whether there is anything to be decided."""
        self._session = session
        self._reader = Worker(memory_mb=intake.MEGABYTES)
        self._holder = Worker(memory_mb=MEGABYTES)
        self._job: Job[Any] | None = None
        self._ids: list[str] = []
        self._snapshots: frozenset[str] = frozenset()
        self._wanted: list[Incoming] = []
        self._bridge = _Bridge()
        self._bridge.looked.connect(self._take_look)
        self._bridge.held.connect(self._take_outcome)
        self._bridge.progressed.connect(self.progressed)

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked at or compared."""
        return self._job is not None

    def look(self) -> None:
        """Look at all files, one after the other."""
        try:
            self._snapshots = self._session.keeper.snapshots()
        except StoreError as error:
            self.ended.emit(str(error))
            return
        self._holder.warm()
        self._look_at_next()

    def name(self, reviewers: Mapping[Path, str]) -> None:
        """Have it said whose the files are that do not tell; each then counts as the copy that this person got."""
        wanted = self._may_come_in()
        counted = {file.counts_as.id for file in wanted if file.counts_as and not file.is_unknown}
        for file in wanted:
            if file.is_unknown:
                file.reviewer = reviewers.get(file.path, "")
                file.counts_as = meant(self._session.document, file.reviewer, counted) if file.reviewer else None
                file.came_before = self._came_before(file.counts_as)
                counted |= {file.counts_as.id} if file.counts_as else set()

    def take(self) -> None:
        """Hold the files that may come in against what was given out."""
        self._wanted = self._may_come_in()
        try:
            asked = self._round()
        except StoreError as error:
            self.ended.emit(str(error))
            return
        self._job = self._holder.start_within(SECONDS, hold, asked)
        self._job.watch(progress=partial(_tell, self._bridge), done=self._bridge.held.emit)

    def cancel(self) -> None:
        """Stop; nothing is taken in."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Let the child processes go."""
        self._reader.close()
        self._holder.close()

    def _may_come_in(self) -> list[Incoming]:
        return [file for file in self.files if file.known is not None and not file.refused]

    def _came_before(self, copy: GivenCopy | None) -> datetime | None:
        returned = self._session.document.returned
        return next((came.came for came in returned if copy is not None and came.copy == copy.id), None)

    def _look_at_next(self) -> None:
        for file in self.files:
            if file.known is None and not file.refused:
                if file.path.name.startswith(_OWNER):
                    file.refused = texts.OWNER
                    continue
                try:
                    file.data = whole_file(file.path, file.path.name, MOST_BYTES, REFUSALS)
                except WordRefused as error:
                    file.refused = str(error)
                    continue
                self._job = self._reader.start_within(intake.SECONDS, glimpse, file.path, file.path.name)
                self._job.watch(done=self._bridge.looked.emit)
                self.changed.emit()
                return
        self._job = None
        self._tell_twins()
        self.changed.emit()
        self.looked.emit()

    def _take_look(self, job: Job[Glimpse]) -> None:
        file = next(file for file in self.files if file.known is None and not file.refused)
        try:
            self._recognise(file, job.result())
        except JobCancelled:
            self._job = None
            self.ended.emit(texts.STOPPED)
            return
        except JobError as error:
            file.refused = str(intake.refusal_of(error, file.path.name))
        self._look_at_next()

    def _recognise(self, file: Incoming, seen: Glimpse) -> None:
        document = self._session.document
        file.known = known = recognise(dict(seen.properties), document, self._snapshots)
        if known.origin is Origin.OTHER:
            file.refused = texts.OTHER
        file.counts_as = known.copy
        file.came_before = self._came_before(known.copy)
        file.reviewer = known.copy.reviewer if known.copy else ""
        file.author = known.reviewer or (seen.author if seen.author != document.properties.publisher else "")

    def _tell_twins(self) -> None:
        """Refuse a file that is there twice, and a second of the same copy: which counts is for somebody to say."""
        seen: dict[str, str] = {}
        for file in self._may_come_in():
            copy, digest = file.counts_as.id if file.counts_as else "", sha256(file.data).hexdigest()
            if digest in seen:
                file.refused = texts.SAME_FILE.format(name=seen[digest])
            elif copy and copy in seen:
                file.refused = texts.ONE_COPY.format(name=seen[copy])
            else:
                seen |= {digest: file.path.name, copy: file.path.name}

    def _round(self) -> Round:
        """Give what the child process is asked; raises StoreError."""
        session = self._session
        document = session.document
        self._ids = [_id_of(file, document.returned) for file in self._wanted]
        before = {came.id: came for came in document.returned}
        files: list[File] = []
        for id, file in zip(self._ids, self._wanted, strict=True):
            came = before.get(id)
            same = came is not None and came.digest == sha256(file.data).hexdigest()
            version = came.version if came is not None and same else ""
            copy = file.counts_as.id if file.counts_as else ""
            files.append(File(id, file.path.name, file.data, file.reviewer, version, copy))
        return Round(session.file, document, tuple(files), self._versions())

    def _versions(self) -> tuple[str, ...]:
        """Give the texts that files may hold which do not say so; raises StoreError where not all is on disk."""
        session = self._session
        given = dict.fromkeys(copy.version for copy in reversed(session.document.properties.copies))
        if any(file.known is not None and not file.known.version for file in self._wanted):
            present = session.keeper.snapshot_for_export(datetime.now().astimezone())
            return (*dict.fromkeys((*list(given)[:_MOST_VERSIONS], present)),)
        if not session.save_now():
            raise NotSaved(session.path, UNREACHABLE)
        return (*given,)

    def _take_outcome(self, job: Job[Outcome]) -> None:
        self._job = None
        try:
            outcome = job.result()
            self._apply(outcome)
        except JobCancelled:
            self.ended.emit(texts.STOPPED)
        except JobError as error:
            reason = texts.TOO_LONG if isinstance(error, JobTimedOut) else str(error)
            self.ended.emit(texts.FAILED.format(reason=reason))
        except StoreError as error:
            self.ended.emit(str(error))
        else:
            self.ended.emit("")

    def _apply(self, outcome: Outcome) -> None:
        """Take everything in, in one step; raises StoreError."""
        now = datetime.now().astimezone()
        refused = dict(outcome.refused)
        came: list[ReturnedFile] = []
        for id, file in zip(self._ids, self._wanted, strict=True):
            if id in refused:
                file.refused = refused[id]
                continue
            copy = file.counts_as
            digest = self._session.keeper.add_image(file.data)
            came.append(ReturnedFile(id, copy.id if copy else "", file.path.name, file.reviewer, now, digest))
        edit = arrival(self._session.document, came, outcome.held, now)
        if edit is not None and self._session.apply(edit, texts.step([file.reviewer for file in came])):
            self.count = len(came)
        self._tell_found(outcome)

    def _tell_found(self, outcome: Outcome) -> None:
        for id, file in zip(self._ids, self._wanted, strict=True):
            for held in outcome.held:
                if id in held.certainty:
                    proposals = sum(any(source.copy == id for source in kept.sources) for kept in held.proposals)
                    comments = sum(remark.copy == id for remark in held.remarks)
                    left = len(held.left_out.get(id, ()))
                    marked = file.known is not None and file.known.origin is not Origin.UNMARKED
                    file.found = texts.found(proposals, comments, left, held.certainty[id], marked=marked)
                    file.taken = next(came for came in self._session.document.returned if came.id == id)
                    self.has_brought = self.has_brought or bool(proposals or comments)


def _id_of(file: Incoming, returned: Sequence[ReturnedFile]) -> str:
    """Give the id of a copy that was given out; another file keeps the one it had when it came before."""
    if file.counts_as is not None:
        return file.counts_as.id
    digest = sha256(file.data).hexdigest()
    return next((came.id for came in returned if came.digest == digest), None) or new_id()


def said_of(file: Incoming) -> str:
    """Say what is known of a file."""
    known = file.known
    if file.refused:
        return file.refused
    if file.found:
        replaced = texts.replaced(file.came_before) if file.came_before else ""
        return texts.brought(file.reviewer, file.found) + replaced
    if known is None:
        return texts.LOOKING
    if known.copy is None:
        return texts.DRAFT if known.origin is Origin.DRAFT else texts.UNMARKED
    return texts.recognised(known.copy) + _again(file)


def counted_of(file: Incoming) -> str:
    """Say as whose copy a file counts that does not tell; nothing where it is none of those given out."""
    if not file.is_unknown or file.counts_as is None:
        return ""
    return texts.counts_as(file.counts_as) + _again(file)


def _again(file: Incoming) -> str:
    return texts.again(file.came_before) if file.came_before else ""


def _tell(bridge: _Bridge, progress: Progress) -> None:
    bridge.progressed.emit(progress.share, progress.doing)
