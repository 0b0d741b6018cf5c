"""What the parts of the panel share: which proposals there are, which is the present one, and what is done to it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Comment, Reply, find_section
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.review import deciding
from ikonzept_desktop.review.line_view import GroundShifted
from ikonzept_desktop.review.taking_over import NotByItself
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import texts as window_texts
from ikonzept_desktop.ui.window.note_card import turned, with_answer
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.entries import Entry, Order, entries_of
from ikonzept_desktop.ui.window.returns.persons import Person, persons_of
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries are to be shown."""

    persons: frozenset[str] = frozenset()
    """Names; all people where it is empty."""
    sort: str = ""
    """One of Sort, or nothing for every sort."""
    section: str | None = None
    state: str = "open"
    """`open`, `decided`, or nothing for both."""

    def fits(self, entry: Entry) -> bool:
        """Tell whether an entry is asked for."""
        return (
            (not self.persons or any(person.name in self.persons for person in entry.persons))
            and (not self.sort or entry.sort == self.sort)
            and (self.section is None or entry.section == self.section)
            and (not self.state or entry.is_open == (self.state == "open"))
        )


def _now() -> datetime:
    return datetime.now(UTC)


class ReviewDesk(QObject):
    """One concept's proposals; every deed is one step that can be undone."""

    changed = Signal()
    """Other entries are there or shown, or one of them was decided."""
    current_changed = Signal()
    said = Signal(str)
    """A sentence to be told in passing."""
    troubled = Signal(str)
    """A sentence why a proposal was not taken over."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow a session's concept."""
        super().__init__(parent)
        self.session = session
        self.asked = Asked()
        self.entries: tuple[Entry, ...] = ()
        self.shown: tuple[Entry, ...] = ()
        self.persons: Mapping[str, Person] = {}
        self.current_id = ""
        self._order: Order | None = None
        self._decided_here = ""
        session.changed.connect(self._take)
        self.refresh()

    # --- what there is

    @property
    def current(self) -> Entry | None:
        """The present entry; None where none is shown."""
        return next((entry for entry in self.shown if entry.id == self.current_id), None)

    def counts(self) -> tuple[int, int]:
        """Give how many are decided, and of how many."""
        return sum(not entry.is_open for entry in self.entries), len(self.entries)

    def open_of_persons(self) -> list[tuple[Person, int]]:
        """Give everybody who proposed something, with how many of that are open."""
        counted = Counter(person.name for entry in self.entries if entry.is_open for person in entry.persons)
        people = dict.fromkeys(self.persons.values())
        return [(person, counted[person.name]) for person in people]

    def sections(self) -> list[str]:
        """Give the sections that have entries, in order."""
        return list(dict.fromkeys(entry.section for entry in self.entries))

    # --- where one is

    def choose(self, id: str) -> None:
        """Have another entry be the present one; nothing where it is not shown."""
        if id != self.current_id and any(entry.id == id for entry in self.shown):
            self.current_id = id
            self.current_changed.emit()

    def step(self, by: int) -> None:
        """Go on to the next entry that is shown, or back to the one before."""
        if not self.shown:
            return
        at = next((at for at, entry in enumerate(self.shown) if entry.id == self.current_id), -1 if by > 0 else 1)
        self.choose(self.shown[min(max(at + by, 0), len(self.shown) - 1)].id)

    def ask(self, asked: Asked) -> None:
        """Show others."""
        self.asked = asked
        self._show()

    # --- what is done

    def accept(self, variant: int = 0, text: str | None = None, reason: str = "") -> bool:
        """Take the present proposal over, or settle the present comment; tell whether that was done."""
        entry = self.current
        if entry is None:
            return False
        if entry.kept is None:
            return self.turn_comment()
        try:
            edit = deciding.accept(self.session.document, entry.kept, _now(), variant=variant, text=text, reason=reason)
        except GroundShifted:
            self.troubled.emit(texts.SHIFTED)
            return False
        except NotByItself:
            self.troubled.emit(texts.NOT_BY_ITSELF)
            return False
        return self._decide(edit, texts.STEP_ACCEPTED)

    def accept_by_hand(self, variant: int = 0, reason: str = "") -> bool:
        """Keep that the present proposal was worked in by hand."""
        kept = self._kept()
        return kept is not None and self._decide(
            deciding.accept_by_hand(kept, _now(), variant=variant, reason=reason), texts.STEP_ACCEPTED
        )

    def reject(self, reason: str = "") -> bool:
        """Say no to the present proposal, or settle the present comment."""
        kept = self._kept()
        if kept is None:
            return self.turn_comment()
        return self._decide(deciding.reject(kept, _now(), reason=reason), texts.STEP_REJECTED)

    def later(self, reason: str = "") -> bool:
        """Leave the present proposal for later, and go on."""
        kept = self._kept()
        if kept is None:
            self.step(1)
            return False
        before = self.current_id
        done = self._decide(deciding.later(kept, _now(), reason=reason), texts.STEP_LATER)
        if self.current_id == before:
            self.step(1)
        return done

    def reopen(self) -> bool:
        """Open the present proposal again; the text stays as it is."""
        kept = self._kept()
        if kept is None:
            return self.turn_comment()
        return self.session.apply(deciding.reopen(kept), texts.STEP_REOPENED)

    def accept_all(self, entries: Iterable[Entry]) -> None:
        """Accept what is open and agreed among entries, in one step."""
        proposals = [entry.kept for entry in entries if entry.kept is not None and entry.is_open]
        edit = deciding.accept_all(self.session.document, proposals, _now())
        ids = {kept.id for kept in proposals}
        if self.session.apply(edit, texts.STEP_ALL_ACCEPTED):
            left = sum(entry.is_open for entry in self.entries if entry.id in ids)
            self.said.emit(texts.taken_over(len(ids) - left, left))
        else:
            self.said.emit(texts.ALL_OPEN_LEFT)

    def reject_all(self, entries: Iterable[Entry]) -> None:
        """Reject all that is open among entries, in one step."""
        proposals = [entry.kept for entry in entries if entry.kept is not None and entry.is_open]
        if self.session.apply(deciding.reject_all(proposals, _now()), texts.STEP_ALL_REJECTED):
            self.said.emit(texts.rejected(len(proposals)))

    def turn_comment(self) -> bool:
        """Settle the present comment, or open it again."""
        entry = self.current
        comment = entry.comment if entry else None
        if entry is None or comment is None:
            return False
        label = window_texts.REOPEN_NOTE if comment.resolved else window_texts.RESOLVE_NOTE
        return self._put_comments(entry.section, comment.id, turned(comment), label)

    def answer(self, reply: Reply) -> None:
        """Answer the present comment."""
        entry = self.current
        section = find_section(self.session.document, entry.section) if entry and entry.comment else None
        if entry is not None and section is not None:
            comments = with_answer(section.comments, entry.id, reply)
            edit = outline.set_attribute(self.session.document, section.id, "comments", comments)
            self.session.apply(edit, window_texts.ANSWER_STEP)

    def is_shifted(self, kept: KeptProposal) -> bool:
        """Tell whether the words a proposal is about are others by now."""
        try:
            deciding.accept(self.session.document, kept, _now())
        except GroundShifted:
            return True
        except NotByItself:
            return False
        return False

    def _put_comments(self, section: str, id: str, after: Comment, label: str) -> bool:
        found = find_section(self.session.document, section)
        if found is None:
            return False
        comments = tuple(after if known.id == id else known for known in found.comments)
        edit = outline.set_attribute(self.session.document, section, "comments", comments)
        return self._decide(edit, label)

    def _decide(self, edit: Edit | None, label: str) -> bool:
        """Carry a decision out; the next open one is the present one then."""
        self._decided_here = self.current_id
        done = self.session.apply(edit, label)
        self._decided_here = ""
        return done

    def _kept(self) -> KeptProposal | None:
        entry = self.current
        return entry.kept if entry is not None else None

    # --- keeping up

    def refresh(self) -> None:
        """Look at everything anew."""
        document = self.session.document
        if self._order is None:
            self._order = Order(document)
        self.persons = persons_of(document.returned)
        self.entries = entries_of(document, self.persons, self._order)
        self._show()

    def _show(self) -> None:
        before = [entry.id for entry in self.shown]
        self.shown = tuple(entry for entry in self.entries if self.asked.fits(entry))
        at_hand = {entry.id: entry for entry in self.shown}
        wanted = self.current_id
        stays = wanted in at_hand and (wanted != self._decided_here or at_hand[wanted].is_open)
        if not stays:
            self.current_id = self._following(before, at_hand)
        self.changed.emit()
        if not stays or wanted == self._decided_here:
            self.current_changed.emit()

    def _following(self, before: list[str], at_hand: Mapping[str, Entry]) -> str:
        """Give the next open one behind the present one, else the first; nothing where none is shown."""
        at = before.index(self.current_id) if self.current_id in before else -1
        behind = [*before[at + 1 :], *before[: max(at, 0)]]
        open_ones = (id for id in behind if id in at_hand and at_hand[id].is_open)
        return next(open_ones, next(iter(at_hand), ""))

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.outline or changes.blocks or changes.template or changes.trash:
            self._order = None
        commented = any(name == "comments" for _section, name in changes.attributes)
        if changes.review or commented or self._order is None:
            self.refresh()
        elif changes.sections:
            self.current_changed.emit()  # the words around it are others
