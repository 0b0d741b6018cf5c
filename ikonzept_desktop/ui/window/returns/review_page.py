"""What came back, to be decided: the list of proposals, the text they are in, and the card of the present one."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolBar, QToolButton, QVBoxLayout, QWidget

from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.proposals import KeptProposal, Kind
from ikonzept_desktop.review.shown import Mode
from ikonzept_desktop.review.taking_over import TakingOver
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.entries import Entry
from ikonzept_desktop.ui.window.returns.key_hints import KeyHints
from ikonzept_desktop.ui.window.returns.proposals_list import ProposalsList
from ikonzept_desktop.ui.window.returns.proposals_model import ProposalsModel
from ikonzept_desktop.ui.window.returns.review_card import ReviewCard
from ikonzept_desktop.ui.window.returns.review_desk import ReviewDesk
from ikonzept_desktop.ui.window.returns.review_filters import ReviewFilters
from ikonzept_desktop.ui.window.returns.shown_text import ShownText

SIDE, CENTRE, THREE_ABREAST = 300, 480, 1080
"""px of the panes at the sides and of the text, and from which width the card stands beside the text."""
TOOLS = 40
"""px of the bar above the text."""


class ReviewPage(QWidget):
    """Single keys decide while the list has the keyboard; the mouse does the same on the card."""

    place_asked = Signal(object)
    """The Selection of a proposal's words, to write there."""
    left_out_asked = Signal()

    def __init__(
        self,
        desk: ReviewDesk,
        labels: LiveLabels,
        author: Callable[[], tuple[str, str]],
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Show a desk; `actions` are those of the window by key: undo, redo, the record."""
        super().__init__(parent)
        self.desk = desk
        self._labels = labels
        self._stale = False
        self.filters = ReviewFilters(desk, self)
        self.model = ProposalsModel(self._name_of, self)
        self.list = ProposalsList(self.model, self)
        self.text = ShownText(self)
        self.card = ReviewCard(desk, author, self)
        self.mode = QuietCombo(self)
        self.previous = push_button(texts.PREVIOUS, "arrow-up")
        self.next = push_button(texts.NEXT, "arrow-down")
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self._column = QSplitter(Qt.Orientation.Vertical, self)
        self._lay_out(actions)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it stands now."""
        self._stale = False
        self.filters.refresh({self._name_of(section): section for section in self.desk.sections()})
        self.model.show(self.desk.shown)
        self._show_current()

    def first(self) -> QWidget:
        """Give what takes the keyboard first."""
        return self.list if self.desk.shown else self.filters.states

    def commit(self) -> None:
        """Give an answer that was begun."""
        self.card.commit()

    def set_zoom(self, percent: int) -> None:
        """Show the text larger or smaller."""
        self.text.set_zoom(percent)

    def edit(self, variant: int = 0) -> None:
        """Have other words written for the present proposal, beginning with a variant."""
        entry = self.desk.current
        if entry is None or entry.kept is None or not entry.is_open or self.desk.session.read_only:
            return
        if not self.card.edit.isVisibleTo(self.card):
            return
        self.text.edit(entry.id, entry.kept.variants[max(variant, 0)].text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the list."""
        self.first().setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the card below the text where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= THREE_ABREAST
        if beside == (self._column.indexOf(self.card) >= 0):
            (self._across if beside else self._column).addWidget(self.card)
            self._share()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _show_current_if_seen(self) -> None:
        if self.isVisible():
            self._show_current()
        else:
            self._stale = True

    def _show_current(self) -> None:
        entry = self.desk.current
        self.list.show_current(self.desk.current_id)
        place = self.desk.place
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(0 <= place < len(self.desk.shown) - 1)
        section = entry.section if entry is not None else self._first_section()
        document = self.desk.session.document
        shown = [kept for each in self.desk.entries if (kept := _kept_in(each, section)) is not None]
        mode = Mode(self.mode.currentData())
        self.text.show_section(document, section, shown, self.desk.current_id, self.desk.persons, mode)

    def _first_section(self) -> str:
        sections = self.desk.session.document.sections
        return next(iter(self.desk.sections()), sections[0].id if sections else "")

    def _choose_in_text(self, id: str) -> None:
        self.desk.choose(id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_edited(self, id: str, text: str) -> None:
        self.desk.choose(id)
        self.desk.accept(max(self.card.variant, 0), text=text, reason=self.card.said_reason)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reject(self) -> None:
        if not self.desk.session.read_only:
            self.desk.reject(self.card.said_reason)

    def _later(self) -> None:
        if not self.desk.session.read_only:
            self.desk.later(self.card.said_reason)

    def _go_to_text(self) -> None:
        entry = self.desk.current
        if entry is not None:
            self.place_asked.emit(self._place_of(entry))

    def _place_of(self, entry: Entry) -> Selection:
        """Give where an entry's words stand now; its section where they are others by now."""
        found = TakingOver(self.desk.session.document).whereabouts(entry.kept) if entry.kept is not None else None
        section = entry.section or self._first_section()
        if found is None or not found.spot.block:
            return Selection(section)
        spot = found.spot
        return Selection(section, spot.address, spot.block, spot.line, found.start, found.end)

    def _name_of(self, section: str) -> str:
        label = self._labels.label(section) if section else None
        return f"{label.number} {label.title}".strip() if label is not None else texts.NO_SECTION

    def _connect(self) -> None:
        desk, rows = self.desk, self.list
        desk.changed.connect(self._refresh_if_seen)
        desk.current_changed.connect(self._show_current_if_seen)
        rows.stepped.connect(desk.step)
        rows.entry_clicked.connect(desk.choose)
        rows.accepted.connect(self.card.decide)
        rows.rejected.connect(self._reject)
        rows.later_asked.connect(self._later)
        rows.edit_asked.connect(lambda: self.edit(self.card.variant))
        rows.variant_chosen.connect(self.card.choose)
        self.card.edit_asked.connect(self.edit)
        self.card.text_asked.connect(self._go_to_text)
        self.card.left_out_asked.connect(self.left_out_asked)
        self.text.clicked.connect(self._choose_in_text)
        self.text.edited.connect(self._take_edited)
        self.previous.clicked.connect(lambda _on=False: desk.step(-1))
        self.next.clicked.connect(lambda _on=False: desk.step(1))
        self.mode.activated.connect(lambda _at: self._show_current())

    def _lay_out(self, actions: Mapping[str, QAction]) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        left.setMinimumWidth(220)
        self.card.setMinimumWidth(220)
        centre = QWidget(self)
        inside = QVBoxLayout(centre)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._tools(actions))
        inside.addWidget(self.text, 1)
        inside.addWidget(KeyHints(texts.KEYS, self))
        self._column.addWidget(centre)
        self._across.addWidget(left)
        self._across.addWidget(self._column)
        self._across.addWidget(self.card)
        for splitter in (self._across, self._column):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._across.setStretchFactor(1, 1)
        self._column.setStretchFactor(0, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._across)
        self.setMinimumSize(320, 240)
        self._share()

    def _share(self) -> None:
        self._across.setSizes([SIDE, max(self.width() - 2 * SIDE, CENTRE), SIDE])
        self._column.setSizes([max(self.height() * 3 // 5, 100), max(self.height() * 2 // 5, 100)])

    def _tools(self, actions: Mapping[str, QAction]) -> QToolBar:
        bar = QToolBar(texts.MODE, self)
        bar.setMovable(False)
        bar.setMinimumHeight(TOOLS)
        self.mode.setAccessibleName(texts.MODE)
        for key, name in texts.MODES.items():
            self.mode.addItem(name, key)
        for part in (self.previous, self.next):
            part.setFlat(True)
            bar.addWidget(part)
        bar.addSeparator()
        bar.addWidget(self.mode)
        gap = QWidget(bar)
        gap.setSizePolicy(gap.sizePolicy().Policy.Expanding, gap.sizePolicy().Policy.Preferred)
        bar.addWidget(gap)
        for key in ("record_decisions", "undo", "redo"):
            if key in actions:
                bar.addAction(actions[key])
                button = bar.widgetForAction(actions[key])
                if isinstance(button, QToolButton):
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
                    button.setAccessibleName(actions[key].iconText())
                    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return bar


def _kept_in(entry: Entry, section: str) -> KeptProposal | None:
    """Give a proposal that may be seen in a section: what is to be moved may be coming from any other one."""
    kept = entry.kept
    if kept is None or (section not in (entry.section, kept.section) and kept.kind is not Kind.MOVE):
        return None
    return kept
