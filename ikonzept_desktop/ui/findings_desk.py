"""What is to be looked at in an open concept, kept up with it: computed in slices between keys, after a pause."""

import time
from collections.abc import Generator
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ikonzept_desktop import collector
from ikonzept_desktop.checking.findings import SEPARATOR, Finding, Kind
from ikonzept_desktop.checking.survey import Report, survey
from ikonzept_desktop.checking.verdicts import Verdicts
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.spelling_desk import SpellingDesk, desk_of_program

QUIET = 400
"""ms without an edit after which is looked anew."""
_SPELLING = f"{Kind.SPELLING}{SEPARATOR}"
SLICE = 0.005
"""Seconds that one slice takes, and the step it is in."""
_BETWEEN = 5
"""ms between two slices, in which a key finds its way."""


class FindingsDesk(QObject):
    """Gives the findings of each section as they were known last."""

    changed = Signal()
    """The findings are others than before."""
    finished = Signal()
    """The concept was gone through for the first time."""

    def __init__(self, session: Session, spelling: SpellingDesk, parent: QObject) -> None:
        """Follow a session; nothing is looked at before `begin`."""
        super().__init__(parent)
        self._session = session
        self._spelling = spelling
        self.verdicts = Verdicts(spelling.units)
        self._report: Report = {}
        self._steps: Generator[None, None, Report] | None = None
        self._seen: tuple[Document, date] | None = None
        self._pause = QTimer(self, singleShot=True, interval=QUIET)
        self._pause.timeout.connect(self._start)
        self._slices = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._slices.timeout.connect(self._go_on)
        self._of: tuple[Document, date] | None = None
        self._begun = False
        self._looked = False
        self._once_more = False

    @property
    def looked(self) -> bool:
        """Whether the concept was gone through at least once."""
        return self._looked

    @property
    def complete(self) -> bool:
        """Whether the findings are those of the concept as it stands, and of all that is known of its words."""
        waits = self._steps is not None or self._pause.isActive()
        return not waits and self._seen is not None and self._seen[0] is self._session.document

    def begin(self) -> None:
        """Look at the concept from now on."""
        if self._begun:
            return
        self._begun = True
        # By methods, not by lambdas: what tells lives longer than this, and lets methods go with it.
        self._session.changed.connect(self._hear)
        self._spelling.learned.connect(self._learn)
        self._spelling.switched.connect(self._hear)
        self._start()

    def findings_of(self, section: str) -> tuple[Finding, ...]:
        """Give the findings of a section in reading order; none for an unknown one."""
        return self._report.get(section, ())

    def all(self) -> tuple[Finding, ...]:
        """Give the findings of the whole concept in reading order."""
        order = walk(self._session.document.sections)
        return tuple(finding for section in order for finding in self.findings_of(section.id))

    def counts(self) -> dict[str, int]:
        """Count the findings of each section that has any."""
        return {section: len(found) for section, found in self._report.items()}

    def refresh_own_words(self) -> bool:
        """Take in the own words of the concept and of the user; tell whether there are others than before."""
        properties = self._session.document.properties
        passed = (key.removeprefix(_SPELLING) for key in properties.passed_over if key.startswith(_SPELLING))
        single = (word for word in passed if SEPARATOR not in word)
        return self.verdicts.set_own((*properties.own_words, *self._spelling.user_words, *single))

    def finish(self) -> None:
        """Look at everything at once: for a print, or a test."""
        self._start()
        while self._steps is not None:
            self._step()

    def _hear(self, _told: object) -> None:
        self._wait()

    def _learn(self) -> None:
        """Look anew for words that are known now; a round that is under way is not begun afresh for them."""
        if self._steps is not None and not self._pause.isActive():
            self._once_more = True
        else:
            self._wait()

    def _wait(self) -> None:
        self._slices.stop()
        self._pause.start()

    def _start(self) -> None:
        self._pause.stop()
        self.refresh_own_words()
        document, today = self._session.document, datetime.now().astimezone().date()
        self._seen = None
        self._steps = survey(document, self.verdicts if self._spelling.on else None, today)
        self._of = (document, today)
        self._slices.start()

    def _go_on(self) -> None:
        end = time.perf_counter() + SLICE
        while self._steps is not None and time.perf_counter() < end:
            self._step()
        if self._steps is not None:
            self._slices.start()

    def _step(self) -> None:
        assert self._steps is not None
        try:
            next(self._steps)
        except StopIteration as end:
            self._steps = None
            self._slices.stop()
            self._take(end.value)

    def _take(self, report: Report) -> None:
        self._seen = self._of
        self._spelling.ask_soon()
        if self._once_more:
            self._once_more = False
            self._wait()
        first, self._looked = not self._looked, True
        if first:
            collector.settle()  # what was read of 60,000 words is as much again as the words
        if report != self._report:
            self._report = report
            self.changed.emit()
        elif first:
            self.finished.emit()


def desk_of(window: QObject, session: Session) -> FindingsDesk:
    """Give the desk of a concept's window, made and begun when it is first asked for."""
    found = window.findChild(FindingsDesk)
    if found is None:
        spelling = desk_of_program()
        spelling.receive(window)
        found = FindingsDesk(session, spelling, window)
        found.begin()
    return found
