"""A card with one internal note: read, answered, resolved, deleted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Comment, Reply
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.window import texts


class NoteCard(QFrame):
    """Shows a note with its answers; what is done to it is told, not done."""

    changed = Signal(object, str)
    """The note as it is to be, None for one to be deleted; and what the user calls the step."""
    answered = Signal(object)
    """The Reply that was given; it goes to the note as it stands by then."""

    def __init__(
        self,
        comment: Comment,
        author: Callable[[], tuple[str, str]],
        *,
        read_only: bool,
        zoom: int = 100,
        parent: QWidget | None = None,
    ) -> None:
        """Show a note, its words as large as the text at a zoom in per cent; answers are signed by the author."""
        super().__init__(parent)
        self.setObjectName("card")
        self._comment = comment
        self._author = author
        self._zoom = zoom
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 6, 8)
        layout.setSpacing(4)
        layout.addLayout(self._head(read_only=read_only))
        layout.addWidget(self._words(comment.text))
        for reply in comment.replies:
            layout.addWidget(_plain(texts.signed(reply.author, reply.created), muted=True))
            layout.addWidget(self._words(reply.text))
        self.answer = QLineEdit(self)
        self.answer.setPlaceholderText(texts.ANSWER)
        self.answer.setAccessibleName(texts.ANSWER)
        self.answer.setHidden(read_only or comment.resolved)
        self.answer.returnPressed.connect(self.commit)
        layout.addWidget(self.answer)

    @property
    def comment(self) -> Comment:
        """The note as it is shown."""
        return self._comment

    @property
    def begun(self) -> str:
        """The answer that is begun, as it would be given."""
        return clean(self.answer.text()).strip()

    def commit(self) -> None:
        """Give the answer that was begun."""
        if text := self.begun:
            self.answer.clear()
            name, initials = self._author()
            self.answered.emit(Reply(new_id(), name, present_moment(), text, initials))

    def go_on_from(self, card: "NoteCard") -> None:
        """Take over an answer that was begun in the place of this card, with the keyboard."""
        held = card.answer.hasFocus()
        self.answer.setText(card.answer.text())
        card.answer.clear()
        if held:
            self.answer.setFocus()
            self.answer.deselect()

    def _head(self, *, read_only: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        comment = self._comment
        who = texts.signed(comment.author, comment.created)
        row.addWidget(_plain(texts.resolved(who) if comment.resolved else who, muted=True), 1)
        if not read_only:
            again = texts.REOPEN_NOTE if comment.resolved else texts.RESOLVE_NOTE
            row.addWidget(self._button("undo-2" if comment.resolved else "circle-check-big", again, turned(comment)))
            row.addWidget(self._button("trash-2", texts.DELETE_NOTE, None))
        return row

    def _button(self, shape: str, name: str, changed: Comment | None) -> QToolButton:
        button = QToolButton(self)
        set_icon(button, shape)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.changed.emit(changed, name))
        return button

    def _words(self, text: str) -> QLabel:
        label = _plain(text)
        label.setFont(fonts.ui_font(fonts.UI_SIZE * self._zoom / 100))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def with_answer(comments: Sequence[Comment], id: str, reply: Reply) -> tuple[Comment, ...]:
    """Give notes with one of them answered."""
    return tuple(replace(one, replies=(*one.replies, reply)) if one.id == id else one for one in comments)


def turned(comment: Comment) -> Comment:
    """Give an open note as resolved, and a resolved one as open."""
    return replace(comment, resolved=not comment.resolved)


def present_moment() -> datetime:
    """Give the time notes are signed with: now, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def _plain(text: str, *, muted: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if muted:
        label.setProperty("role", "muted")
    return label
