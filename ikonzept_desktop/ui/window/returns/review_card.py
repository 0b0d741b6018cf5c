"""The card beside the text: what the present proposal is, its variants, the reason, the decision, where it is from."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Comment
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import IconLabel
from ikonzept_desktop.ui.window.note_card import NoteCard
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.card_parts import DeedsFoot, LeftOutLine, OriginLine, Sentence
from ikonzept_desktop.ui.window.returns.entries import Entry, Sort
from ikonzept_desktop.ui.window.returns.review_desk import ReviewDesk
from ikonzept_desktop.ui.window.returns.shown_marks import colour_of
from ikonzept_desktop.ui.window.returns.variant_card import VariantCard
from ikonzept_desktop.ui.window.returns.variant_words import variant_pieces

_SAID = {Sort.FORM: texts.TOLD, Sort.WITHDRAWN: texts.WITHDRAWN}


class ReviewCard(QWidget):
    """Shows the present entry of a desk, and what can be done to it."""

    edit_asked = Signal(int)
    """With the variant to begin with."""
    text_asked = Signal()
    """The place in the text is to be shown for writing."""
    left_out_asked = Signal()
    """What was not taken over of the files is to be looked at."""

    def __init__(self, desk: ReviewDesk, author: Callable[[], tuple[str, str]], parent: QWidget | None = None) -> None:
        """Follow a desk; answers are signed by the author."""
        super().__init__(parent)
        self.desk = desk
        self._author = author
        self._shown: Entry | None = None
        self._trouble = ""
        self.variant = 0
        """Of the variants the one that is chosen, from 0; -1 for the text as it was."""
        self._cards: list[VariantCard] = []
        self._lines: list[OriginLine] = []
        self.note: NoteCard | None = None
        self._make()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the present entry as it stands."""
        entry = self.desk.current
        trouble = self.desk.trouble(entry) if entry is not None else ""
        if entry != self._shown or trouble != self._trouble:
            if entry is None or self._shown is None or entry.id != self._shown.id:
                self.variant = 0
                self.reason.clear()
            self._trouble = trouble
            self._shown = entry
            held = self.note.answer.hasFocus() if self.note is not None else False
            self._show(entry)
            if held and self.note is not None:
                self.note.answer.setFocus()
        self._show_place()

    @property
    def variants(self) -> list[VariantCard]:
        """The cards that are to be seen."""
        return [card for card in self._cards if not card.isHidden()]

    def choose(self, number: int) -> None:
        """Choose a variant by its number; 0 is the text as it was."""
        if any(card.number == number for card in self.variants):
            self.variant = number - 1
            for card in self.variants:
                card.set_on(on=card.number == number)
                if card.is_on:
                    self._scroll.ensureWidgetVisible(card, 0, 8)
            self._show_buttons()

    def decide(self) -> None:
        """Do what the primary button says."""
        entry = self.desk.current
        if entry is None or self.desk.session.read_only:
            return
        if not entry.is_open:
            self.desk.reopen()
        elif self.variant < 0:
            self.desk.reject(self.said_reason)
        elif self._trouble:
            self.desk.accept_by_hand(self.variant, self.said_reason)
        else:
            self.desk.accept(self.variant, reason=self.said_reason)

    def tell(self, sentence: str) -> None:
        """Say why the present proposal was not taken over, and offer the way by hand."""
        self._trouble = sentence
        self._show_trouble()
        self._show_buttons()

    @property
    def said_reason(self) -> str:
        """The reason as written."""
        return " ".join(self.reason.text().split())

    def commit(self) -> None:
        """Give an answer that was begun."""
        if self.note is not None:
            self.note.commit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the button that decides."""
        self.primary.setFocus(event.reason())

    # --- what is shown

    def _show(self, entry: Entry | None) -> None:
        self._inside.setVisible(entry is not None)
        self._foot.setVisible(entry is not None)
        self._nothing.setVisible(entry is None)
        self._clear()
        if entry is None:
            return
        word, shape = texts.SORTS[entry.sort]
        self._shape.show_icon(shape, "red" if entry.sort is Sort.CONFLICT else "")
        self._title.setText(word)
        labels.set_role(self._title, "red" if entry.sort is Sort.CONFLICT else "")
        self._sentence.setText(self._said_of(entry))
        self._sentence.setVisible(bool(self._sentence.text()))
        if entry.kept is not None:
            self._show_variants(entry.kept)
            self._show_origin(entry.kept)
        elif entry.comment is not None:
            _keep(self._cards, 0)
            _keep(self._lines, 0)
            self._origin_title.hide()
            self._show_note(entry.comment)
        self._show_trouble()
        self._show_buttons()

    def _said_of(self, entry: Entry) -> str:
        kept = entry.kept
        if kept is None:
            return f"Zu „{texts.shortened(entry.anchor, 80)}“" if entry.anchor else ""
        said = [texts.OUTDATED] if kept.outdated else []
        if kept.decision is not None:
            said.append(texts.decided(kept.decision))
        elif kept.is_conflict:
            said.append(texts.conflict(kept))
        elif entry.sort in _SAID:
            said.append(_SAID[entry.sort])
        if kept.against:
            people = (self.desk.persons.get(source.copy) for source in kept.against)
            names = dict.fromkeys(person.name for person in people if person is not None)
            said.append(texts.AGAINST.format(names=", ".join(names)))
        return " ".join(said)

    def _show_variants(self, kept: KeptProposal) -> None:
        chosen = kept.decision.variant if kept.decision is not None else self.variant
        rows = [(0, texts.KEEP, -1)] if kept.is_conflict else []
        many = len(kept.variants) > 1
        names = [texts.VARIANT.format(number=at + 1) if many else texts.PROPOSAL for at in range(len(kept.variants))]
        rows += [(at + 1, name, at) for at, name in enumerate(names)]
        for card, (number, name, at) in zip(self._cards_for(len(rows)), rows, strict=True):
            sources = kept.variants[at].sources if at >= 0 else ()
            people = list(dict.fromkeys(p for s in sources if (p := self.desk.persons.get(s.copy)) is not None))
            colour = colour_of(people[0]) if len(people) == 1 and not many else "accent"
            card.show_variant(number, name, variant_pieces(kept, at), people, colour)
            card.set_on(on=at == chosen)

    def _cards_for(self, count: int) -> list[VariantCard]:
        """Give as many cards, those that are there already first: to make one takes longer than to fill it."""
        while len(self._cards) < count:
            card = VariantCard(self._inside)
            card.chosen.connect(self.choose)
            self._cards.append(card)
            self._holder.addWidget(card)
        _keep(self._cards, count)
        return self._cards[:count]

    def _show_note(self, comment: Comment) -> None:
        self.note = NoteCard(comment, self._author, read_only=self.desk.session.read_only)
        self.note.changed.connect(self.desk.take_from_card)
        self.note.answered.connect(partial(self.desk.answer, comment.id))
        self._notes.addWidget(self.note)

    def _show_origin(self, kept: KeptProposal) -> None:
        files = {file.id: file for file in self.desk.session.document.returned}
        copies = list(dict.fromkeys(source.copy for source in kept.sources))
        found = [file for copy in copies if (file := files.get(copy)) is not None]
        while len(self._lines) < len(found):
            self._lines.append(OriginLine(self._inside))
            self._origins.addWidget(self._lines[-1])
        for line, file in zip(self._lines, found, strict=False):
            own = [source.tracked for source in kept.sources if source.copy == file.id]
            line.show_origin(file, self.desk.persons.get(file.id), own)
        _keep(self._lines, len(found))
        self._origin_title.setVisible(bool(found))

    def _show_trouble(self) -> None:
        self._message.show_sentence(self._trouble)
        self._message.setVisible(bool(self._trouble))

    def _show_place(self) -> None:
        self._place.setText(texts.place(self.desk.place + 1, len(self.desk.shown)))
        all_done = bool(self.desk.entries) and not any(entry.is_open for entry in self.desk.entries)
        none = texts.NONE_LEFT if all_done else texts.NONE_HERE if self.desk.entries else texts.NOTHING
        self._nothing.setText(none)
        self._left_out.show_count(sum(len(file.left_out) for file in self.desk.session.document.returned))

    def _show_buttons(self) -> None:
        entry = self.desk.current
        if entry is None:
            return
        may, is_open, kept = not self.desk.session.read_only, entry.is_open, entry.kept
        self.primary.setText(self._verb(entry))
        for button in (self.primary, self.edit, self.later, self.reject_button):
            button.setEnabled(may)
        writes = kept is not None and is_open and entry.sort not in _SAID
        self.edit.setVisible(writes and not self._trouble and entry.sort in _WRITTEN)
        self.to_text.setVisible(bool(self._trouble))
        self.later.setVisible(kept is not None and is_open)
        self.reject_button.setVisible(kept is not None and is_open and not kept.is_conflict)
        for part in (self._reason_label, self.reason):
            part.setVisible(kept is not None and is_open and may)

    def _verb(self, entry: Entry) -> str:
        if entry.kept is None:
            return texts.RESOLVE if entry.is_open else texts.UNRESOLVE
        if not entry.is_open:
            return texts.REOPEN
        if self.variant < 0:
            return texts.KEEP_BASE
        if self._trouble:
            return texts.BY_HAND
        if entry.sort in _SAID:
            return texts.NOTICED
        many = len(entry.kept.variants) > 1
        return texts.ACCEPT_VARIANT.format(number=self.variant + 1) if many else texts.ACCEPT

    def _clear(self) -> None:
        self.commit()
        if self.note is not None:
            self._notes.removeWidget(self.note)
            self.note.hide()
            self.note.deleteLater()
            self.note = None

    def _make(self) -> None:
        self._shape = IconLabel()
        self._title = labels.label("", strong=True)
        self._place = labels.label("", "muted", small=True)
        self._sentence = labels.hint()
        self._nothing = labels.hint(texts.NOTHING)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(texts.REASON_EXAMPLE)
        self._reason_label = labels.label_for(texts.REASON, self.reason)
        self.primary = push_button(texts.ACCEPT, primary=True)
        self.edit = push_button(texts.EDIT)
        self.later = push_button(texts.LATER)
        self.reject_button = push_button(texts.REJECT)
        self.to_text = push_button(texts.GO_TO_TEXT, "corner-up-right")
        self._origin_title = labels.label(texts.ORIGIN, strong=True)
        self._message = Sentence("amber", "circle-alert")
        self._left_out = LeftOutLine()

    def _connect(self) -> None:
        self.desk.current_changed.connect(self.refresh)
        self.desk.changed.connect(self.refresh)
        self.desk.troubled.connect(self.tell)
        self.primary.clicked.connect(lambda _on=False: self.decide())
        self.edit.clicked.connect(lambda _on=False: self.edit_asked.emit(max(self.variant, 0)))
        self.later.clicked.connect(lambda _on=False: self.desk.later(self.said_reason))
        self.reject_button.clicked.connect(lambda _on=False: self.desk.reject(self.said_reason))
        self._left_out.look.clicked.connect(lambda _on=False: self.left_out_asked.emit())
        self.to_text.clicked.connect(lambda _on=False: self.text_asked.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let reason and buttons scroll with the rest where they would leave nothing of it in sight."""
        super().resizeEvent(event)
        scrolls = self.height() < _LOW
        if scrolls == (self._whole.indexOf(self._foot) >= 0):
            if scrolls:
                self._column.addWidget(self._foot)
            else:
                self._whole.insertWidget(1, self._foot)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._holder, self._notes, self._origins = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._holder.setSpacing(8)
        self._origins.setSpacing(6)
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = _row(self._shape, self._title, self._place)
        head.setStretch(1, 1)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addLayout(self._holder)
        column.addLayout(self._notes)
        column.addWidget(self._message)
        column.addWidget(self._origin_title)
        column.addLayout(self._origins)
        self._whole = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scrolled(), 1)
        others = (self.to_text, self.edit, self.reject_button, self.later)
        self._foot = DeedsFoot((self._reason_label, self.reason), (self.primary,), others)
        layout.addWidget(self._foot)
        layout.addWidget(self._left_out)

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(16, 12, 16, 16)
        whole.addWidget(self._nothing)
        whole.addWidget(self._inside)
        whole.addStretch(1)
        self._scroll = scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        return scroll


def _keep(parts: Sequence[QWidget], count: int) -> None:
    """Have the first so many to be seen: one that stays is not hidden in between, which would cost a layout."""
    for at, part in enumerate(parts):
        part.setVisible(at < count)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return row


_LOW = 250
"""px of height under which nothing but what scrolls has room."""
_WRITTEN = frozenset({Sort.INSERTED, Sort.DELETED, Sort.CHANGED, Sort.CONFLICT, Sort.PARAGRAPH, Sort.SPLIT})
"""What other words can be written for."""
