"""The page „Notizen“ beside the text: all notes of the concept or the section, and the chosen one as a card."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.comments import Noted, anchor_of, every_note, notes_at
from ikonzept_desktop.model.document import Comment, Reply, find_section
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.kit import labels as kit_labels
from ikonzept_desktop.ui.kit.buttons import LinkButton
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import texts as window_texts
from ikonzept_desktop.ui.window.comments import texts
from ikonzept_desktop.ui.window.comments.delegate import NoteDelegate
from ikonzept_desktop.ui.window.comments.list_model import NotesModel
from ikonzept_desktop.ui.window.note_card import NoteCard, turned, with_answer

MARGIN = 12
"""px"""


class CommentsPage(QWidget):
    """A list to go through with the arrow keys, and below it the note that is chosen, to be answered."""

    place_asked = Signal(object)
    """The Selection of a note's place in the text."""
    said = Signal(str)
    """A sentence to be told in passing."""

    def __init__(self, session: Session, labels: LiveLabels, author: Callable[[], tuple[str, str]]) -> None:
        """Show a session's notes; answers are signed by the author."""
        super().__init__()
        self._session = session
        self._author = author
        self._section = ""
        self._stale = True
        self._card: NoteCard | None = None
        self._carded: tuple[Comment, int] | None = None
        self._zoom = 100
        kinds = [Choice("open", texts.OPEN), Choice("resolved", texts.RESOLVED), Choice("all", texts.ALL)]
        self.which = Segments(texts.WHICH, kinds, self)
        self.where = Segments(texts.WHERE, [Choice("concept", texts.CONCEPT), Choice("section", texts.SECTION)], self)
        self.model = NotesModel(labels.number, self)
        self.list = _NotesList(self)
        self.list.setModel(self.model)
        self._delegate = NoteDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self._nothing = kit_labels.hint()
        self._holder = QVBoxLayout()
        self.go_there = LinkButton(texts.GO_THERE, "corner-up-right", self)
        self._foot = QWidget(self)
        self._lay_out()
        self._connect()
        self.refresh()

    def show_section(self, section: str) -> None:
        """Have the notes of another section meant by „Abschnitt“."""
        self._section = section
        if self.where.key == "section":
            self._refresh_if_seen()

    def choose_at(self, selection: Selection) -> None:
        """Choose the note on the words where the caret is."""
        section = find_section(self._session.document, selection.section)
        if section is None or not section.comments or not self.isVisible():
            return
        for comment in notes_at(section, selection):
            if (row := self.model.row_of(comment)) >= 0:
                self.list.setCurrentIndex(self.model.index(row))
                return

    def set_zoom(self, percent: int) -> None:
        """Show the words larger or smaller."""
        self._zoom = self._delegate.zoom = percent
        self.list.scheduleDelayedItemsLayout()
        self._show_card()

    def refresh(self) -> None:
        """Show the notes as they stand now."""
        self._stale = False
        chosen, at = self.chosen(), self.list.currentIndex().row()
        self.model.show([noted for noted in every_note(self._session.document) if self._is_asked_for(noted)])
        count = len(self.model.notes)
        self._stack.setCurrentIndex(0 if count else 1)
        self._nothing.setText(texts.NONE[self.which.key, self.where.key])
        if count and not self.list.currentIndex().isValid():
            known = self.model.row_of(chosen.comment.id) if chosen else -1
            self.list.setCurrentIndex(self.model.index(known if known >= 0 else min(max(at, 0), count - 1)))
        self._show_card()

    def chosen(self) -> Noted | None:
        """Give the note that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.notes[row] if 0 <= row < len(self.model.notes) else None

    def commit(self) -> None:
        """Give the answer that was begun."""
        if self._card is not None:
            self._card.commit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the list, or where it is empty to the choice above it."""
        (self.list if self.model.notes else self.which).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was noted meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _is_asked_for(self, noted: Noted) -> bool:
        if self.where.key == "section" and noted.section.id != self._section:
            return False
        return self.which.key == "all" or noted.comment.resolved == (self.which.key == "resolved")

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        about_notes = any(name in {"comments", "title"} for _section, name in changes.attributes)
        if about_notes or changes.outline or changes.trash:
            self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _show_card(self) -> None:
        """Show the chosen note whole; an answer that is being written stays where it is."""
        noted = self.chosen()
        self._foot.setVisible(noted is not None)
        wanted = (noted.comment, self._zoom) if noted else None
        if wanted == self._carded:
            return
        self._carded = wanted
        before, self._card = self._card, None
        if noted is not None:
            self._card = card = self._make_card(noted)
            self._holder.insertWidget(0, card)
            if before is not None and before.comment.id == noted.comment.id:
                card.show()
                card.go_on_from(before)
            self._fit_card()
        if before is not None:
            before.hide()
            before.deleteLater()
            before.commit()

    def _make_card(self, noted: Noted) -> NoteCard:
        card = NoteCard(noted.comment, self._author, read_only=self._session.read_only, zoom=self._zoom)
        card.changed.connect(lambda changed, label: self._put(noted, changed, label))
        card.answered.connect(lambda reply: self._answer(noted, reply))
        return card

    def _fit_card(self) -> None:
        """Give the card the height it needs, up to a share of the page; a longer one scrolls."""
        if self._card is None:
            return
        width = self._scroll.viewport().width()
        needed = max(self._card.heightForWidth(width), self._card.minimumSizeHint().height())
        self._scroll.setFixedHeight(min(needed + 2, max(self.height() * 2 // 5, 96)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height."""
        super().resizeEvent(event)
        self._fit_card()

    def _put(self, noted: Noted, changed: Comment | None, label: str) -> None:
        section = find_section(self._session.document, noted.section.id)
        if section is None:
            return
        now = (changed if known.id == noted.comment.id else known for known in section.comments)
        comments = tuple(known for known in now if known is not None)
        edit = outline.set_attribute(self._session.document, section.id, "comments", comments)
        if self._session.apply(edit, label) and changed is None:
            self.said.emit(texts.DELETED)

    def _answer(self, noted: Noted, reply: Reply) -> None:
        section = find_section(self._session.document, noted.section.id)
        if section is not None:
            comments = with_answer(section.comments, noted.comment.id, reply)
            edit = outline.set_attribute(self._session.document, section.id, "comments", comments)
            self._session.apply(edit, window_texts.ANSWER_STEP)

    def _turn(self) -> None:
        noted = self.chosen()
        if noted is not None:
            label = window_texts.REOPEN_NOTE if noted.comment.resolved else window_texts.RESOLVE_NOTE
            self._put(noted, turned(noted.comment), label)

    def _delete(self) -> None:
        if (noted := self.chosen()) is not None:
            self._put(noted, None, window_texts.DELETE_NOTE)

    def _go(self) -> None:
        noted = self.chosen()
        section = find_section(self._session.document, noted.section.id) if noted else None
        if noted is None or section is None:
            return
        place = anchor_of(section, noted.comment.id)
        if place is None:
            self.said.emit(texts.NO_ANCHOR)
        self.place_asked.emit(place or Selection(section.id))

    def _connect(self) -> None:
        self._session.changed.connect(self._take)
        self.which.chosen.connect(lambda _key: self.refresh())
        self.where.chosen.connect(lambda _key: self.refresh())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._change_card())
        self.list.activated.connect(lambda _index: self._go())
        self.list.turn_asked.connect(self._turn)
        self.list.delete_asked.connect(self._delete)
        self.go_there.clicked.connect(lambda _on=False: self._go())

    def _change_card(self) -> None:
        self.commit()
        self._show_card()

    def _lay_out(self) -> None:
        self.list.setAccessibleName(texts.LIST)
        self.list.setToolTip("")
        hint = texts.READ_HINT if self._session.read_only else texts.HINT
        self.list.setAccessibleDescription(hint)
        nothing = QWidget(self)
        inner = QVBoxLayout(nothing)
        inner.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inner.addWidget(self._nothing)
        inner.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        top.setSpacing(8)
        top.addWidget(self.which)
        top.addWidget(self.where)
        self._scroll = self._scrolled()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        foot.setSpacing(6)
        foot.addWidget(self.go_there, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self._scroll)
        foot.addWidget(kit_labels.hint(hint))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._foot)

    def _scrolled(self) -> QScrollArea:
        """Give the card room to scroll in: a note may be long."""
        inside = QWidget()
        inside.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addStretch(1)
        scroll = QScrollArea(self._foot)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        return scroll


class _NotesList(QListView):
    """Return leads to the place, the space bar resolves, Entf deletes."""

    turn_asked = Signal()
    delete_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Space:
            self.turn_asked.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)
