"""The internal notes of a section: read, written, answered, resolved; never printed."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Comment, Reply, find_section
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.labels import IconLabel
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.note_card import NoteCard, present_moment, with_answer


class NotesPanel(QWidget):
    """The notes as cards, the open ones first, and a line for a new one."""

    def __init__(self, session: Session, author: tuple[str, str], parent: QWidget | None = None) -> None:
        """Write new notes under the author's name and initials."""
        super().__init__(parent)
        self._session = session
        self._author = author
        self._section = ""
        self._shown: tuple[Comment, ...] | None = None
        self._zoom = 100
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(texts.WRITE_NOTE)
        self.line.setAccessibleName(texts.WRITE_NOTE)
        self.line.setEnabled(not session.read_only)
        self.line.returnPressed.connect(self.commit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addLayout(self._cards)
        layout.addWidget(self.line)

    def set_author(self, author: tuple[str, str]) -> None:
        """Write new notes under another name."""
        self._author = author

    def author(self) -> tuple[str, str]:
        """Give the name and initials notes are written under."""
        return self._author

    def set_zoom(self, percent: int) -> None:
        """Show the words larger or smaller."""
        if percent != self._zoom:
            self._zoom, self._shown = percent, None
            self.refresh()

    def show_section(self, section: str) -> None:
        """Show the notes of a section."""
        if section != self._section:
            self.line.clear()
        self._section = section
        self.refresh()

    def commit(self) -> None:
        """Write the note that was begun, and give the answers that were."""
        while begun := [card for card in self._shown_cards() if card.begun]:
            begun[0].commit()  # all cards are other ones then
        if text := clean(self.line.text()).strip():
            self.line.clear()
            comment = Comment(new_id(), self._author[0], present_moment(), text, self._author[1])
            self._set((*(self._shown or ()), comment), texts.WRITE_NOTE_STEP)

    def refresh(self) -> None:
        """Show the notes as they stand."""
        section = find_section(self._session.document, self._section)
        comments = section.comments if section else ()
        if comments is self._shown:
            return
        self._shown = comments
        known = {card.comment.id: card for card in self._shown_cards()}
        for comment in sorted(comments, key=lambda comment: comment.resolved):
            self._cards.addWidget(self._card(comment, known.get(comment.id)))
        for gone in known.values():
            self._cards.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _shown_cards(self) -> list[NoteCard]:
        cards = (self._cards.itemAt(at).widget() for at in range(self._cards.count()))
        return [card for card in cards if isinstance(card, NoteCard)]

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        shape = IconLabel("eye-off")
        title = labels.label(texts.INTERNAL_NOTES, strong=True)
        never = QLabel(texts.NEVER_PRINTED, self)
        never.setProperty("role", "muted")
        row.addWidget(shape)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(never)
        return row

    def _card(self, comment: Comment, before: NoteCard | None) -> NoteCard:
        card = NoteCard(comment, self.author, read_only=self._session.read_only, zoom=self._zoom, parent=self)
        card.changed.connect(lambda changed, label: self._put(comment, changed, label))
        card.answered.connect(lambda reply: self._answer(comment.id, reply))
        if before is not None:
            card.show()
            card.go_on_from(before)
        return card

    def _put(self, comment: Comment, changed: Comment | None, label: str) -> None:
        comments = (changed if known.id == comment.id else known for known in self._shown or ())
        self._set(tuple(known for known in comments if known is not None), label)

    def _answer(self, id: str, reply: Reply) -> None:
        self._set(with_answer(self._shown or (), id, reply), texts.ANSWER_STEP)

    def _set(self, comments: tuple[Comment, ...], label: str) -> None:
        edit = outline.set_attribute(self._session.document, self._section, "comments", comments)
        self._session.apply(edit, label)
