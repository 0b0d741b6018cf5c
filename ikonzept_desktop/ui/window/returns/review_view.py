"""What there is to be decided in a concept, what of it is shown, and which one is the present one."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.review import deciding
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself
from ikonzept_desktop.review.taking_over import TakingOver
from ikonzept_desktop.ui.session import Session
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


class ReviewView(QObject):
    """Follows one concept's proposals and comments; it changes none."""

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
        self._at: dict[str, int] = {}
        self._taking: TakingOver | None = None
        self._decided_here = ""
        self._rests = self._stale = False
        session.changed.connect(self._take)
        self.refresh()

    @property
    def current(self) -> Entry | None:
        """The present entry; None where none is shown."""
        return self.shown[at] if (at := self.place) >= 0 else None

    @property
    def place(self) -> int:
        """Which of those that are shown is the present one, from 0; -1 where none is."""
        return self._at.get(self.current_id, -1)

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

    def choose(self, id: str) -> None:
        """Have another entry be the present one; nothing where it is not shown."""
        if id != self.current_id and id in self._at:
            self.current_id = id
            self.current_changed.emit()

    def step(self, by: int) -> None:
        """Go on to the next entry that is shown, or back to the one before."""
        if not self.shown:
            return
        at = self._at.get(self.current_id, -1 if by > 0 else 1)
        self.choose(self.shown[min(max(at + by, 0), len(self.shown) - 1)].id)

    def ask(self, asked: Asked) -> None:
        """Show others."""
        self.asked = asked
        self._show()

    def trouble(self, entry: Entry) -> str:
        """Say why an open proposal cannot be taken over as the concept is now; nothing where it can."""
        if entry.kept is None or not entry.is_open or entry.kept.kind in deciding.TOLD:
            return ""
        try:
            self.taking().edit(entry.kept)
        except GroundShifted:
            return texts.SHIFTED
        except NotByItself as error:
            return texts.by_hand(error.reason)
        return ""

    def taking(self) -> TakingOver:
        """Give what makes edits of proposals, on the concept as it is now."""
        if self._taking is None:
            self._taking = TakingOver(self.session.document)
        return self._taking

    def rest(self) -> None:
        """Let changes wait: nobody looks, and whoever writes elsewhere is not to be held up."""
        self._rests = True

    def wake(self) -> None:
        """Keep up again, and catch up with what has waited."""
        self._rests = False
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Look at everything anew."""
        self._stale = False
        document = self.session.document
        if self._order is None:
            self._order = Order(document)
        self.persons = persons_of(document.returned)
        before = {entry.id for entry in self.entries if not entry.is_open}
        self.entries = entries_of(document, self.persons, self._order)
        self._show(next((entry.id for entry in self.entries if entry.is_open and entry.id in before), ""))

    def _show(self, opened: str = "") -> None:
        """Show what is asked for; what has just been opened again, by undo say, is the present one."""
        before = [entry.id for entry in self.shown]
        self.shown = tuple(entry for entry in self.entries if self.asked.fits(entry))
        self._at = {entry.id: at for at, entry in enumerate(self.shown)}
        at_hand = {entry.id: entry for entry in self.shown}
        if opened in at_hand and opened != self.current_id:
            self.current_id = opened
            self.changed.emit()
            self.current_changed.emit()
            return
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
        self._taking = None
        if changes.outline or changes.blocks or changes.template or changes.trash:
            self._order = None
        if self._rests:
            self._stale = True
            return
        commented = any(name == "comments" for _section, name in changes.attributes)
        if changes.review or commented or self._order is None:
            self.refresh()
        else:
            self.current_changed.emit()  # the words around it are others
