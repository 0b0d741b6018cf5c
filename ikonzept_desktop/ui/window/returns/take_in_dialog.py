"""„Rückläufe aufnehmen“: what the files are, whose they are where they do not tell, and what they have brought."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.packets import contributors, groups
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.cards import Card
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.labels import IconLabel
from ikonzept_desktop.ui.kit.tall_scroll import TallScroll
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import arrival_texts as texts
from ikonzept_desktop.ui.window.returns import review_texts
from ikonzept_desktop.ui.window.returns.taking_in import Incoming, TakingIn, counted_of, said_of

_ICONS = {"": ("file-text", "muted"), "red": ("triangle-alert", "red"), "green": ("circle-check", "green")}


class FileCard(Card):
    """One file: its name, what is known of it, and a field for whose it is where it does not tell."""

    named = Signal()
    """It was written, or changed, whose it is."""

    def __init__(self, file: Incoming, known: Iterable[str]) -> None:
        """Show a file as it stands."""
        super().__init__()
        self.file = file
        self._shape = IconLabel(*_ICONS[""])
        self._said = labels.hint()
        self.name = QLineEdit()
        self.name.setPlaceholderText(texts.WHO_EXAMPLE)
        completer = QCompleter(sorted(set(known), key=str.casefold), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self._who = labels.label_for(f"{texts.WHO} ({file.path.name})", self.name)
        self._who.setText(texts.WHO)
        self._note = FieldNote(self.name)
        self._counts = labels.hint()
        self.look = push_button(review_texts.LOOK_AT_LEFT_OUT)
        self.look.setAutoDefault(False)
        self.look.setAccessibleName(f"{review_texts.LEFT_OUT_TITLE}: {file.path.name}")
        self._lay_out()
        self.name.textChanged.connect(self._take_name)
        self.look.clicked.connect(lambda _on=False: self._show_left_out())
        self.refresh()

    @property
    def reviewer(self) -> str:
        """The name as written."""
        return " ".join(clean(self.name.text()).split())

    def refresh(self) -> None:
        """Say what is known by now."""
        file = self.file
        role = "red" if file.refused else "green" if file.found else ""
        self._shape.show_icon(*_ICONS[role])
        self._said.setText(said_of(file))
        labels.set_role(self._said, role or "muted")
        asks = file.is_unknown and not file.found
        if asks and not self.name.isVisibleTo(self) and not self.name.text():
            self.name.setText(file.author)
        for part in (self._who, self.name):
            part.setVisible(asks)
        counted = counted_of(file) if asks else ""
        self._counts.setText(counted)
        self._counts.setVisible(bool(counted))
        self.look.setVisible(bool(file.taken and file.taken.left_out))

    def is_right(self) -> bool:
        """Tell whether nothing is missing, and say so where something is."""
        missing = self.file.is_unknown and not self.reviewer
        self._note.say(texts.NO_NAME if missing else "")
        return not missing

    def _take_name(self, _text: str) -> None:
        self._note.say("")
        self.named.emit()

    def _show_left_out(self) -> None:
        from ikonzept_desktop.ui.window.returns.left_out_dialog import LeftOutDialog

        if self.file.taken is not None:
            LeftOutDialog([self.file.taken], self).exec()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        head = labels.label(self.file.path.name, strong=True)
        head.setWordWrap(True)
        for part in (head, self._said, self._who, self.name, self._counts, self._note):
            words.addWidget(part)
        words.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        self.body.addLayout(row)


class TakeInDialog(QDialog):
    """Looks, asks, and takes in; accepted when something was."""

    def __init__(self, session: Session, paths: Iterable[Path], parent: QWidget | None = None) -> None:
        """Begin to look at the files."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.resize(600, 420)
        self.round = TakingIn(session, paths)
        document = session.document
        copies = document.properties.copies
        known = {*groups(document), *contributors(document), *(copy.reviewer for copy in copies)}
        self.cards = [FileCard(file, known) for file in self.round.files]
        self._ready = False
        self._make()
        self._lay_out()
        self._connect()
        self.round.look()
        self._show_what_can_be_done()

    def start(self) -> None:
        """Take in, where it is known of every file whose it is."""
        wrong = [card for card in self.cards if not card.is_right()]
        if wrong:
            wrong[0].name.setFocus()
            return
        self._said.hide()
        self.progress.setValue(0)
        self.progress.show()
        self._name()
        self.round.take()
        self._show_what_can_be_done()

    def reject(self) -> None:
        """Stop what is going on, or close; what was taken in is kept."""
        if self.round.is_busy:
            self.round.cancel()
        elif self.round.count:
            self.done(QDialog.DialogCode.Rejected)
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Let the processes go with the dialog."""
        self.round.close()
        super().done(result)

    def _name(self) -> None:
        """Show as whose copies the files count."""
        if not self.round.is_busy:
            self.round.name({card.file.path: card.reviewer for card in self.cards if card.file.is_unknown})
            for card in self.cards:
                card.refresh()

    def _all_looked_at(self) -> None:
        self._ready = any(file.known is not None and not file.refused for file in self.round.files)
        self._refresh()
        self._name()
        asking = next((card for card in self.cards if card.file.is_unknown and not card.reviewer), None)
        (asking.name if asking is not None else self.start_button if self._ready else self.stop_button).setFocus()

    def _end(self, sentence: str) -> None:
        self.progress.hide()
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        labels.set_role(self._said, "red")
        self._ready = self._ready and bool(sentence)
        self._refresh()
        (self.look_button if self.round.has_brought else self.stop_button).setFocus()

    def _refresh(self) -> None:
        for card in self.cards:
            card.refresh()
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        busy, count = self.round.is_busy, self.round.count
        self.start_button.setVisible(not count)
        self.start_button.setEnabled(self._ready and not busy)
        self.look_button.setVisible(self.round.has_brought)
        self.stop_button.setText(texts.CLOSE if not busy and (count or not self._ready) else texts.STOP)
        self._list.setEnabled(not busy or not self._ready)

    def _tell(self, share: float, _doing: str) -> None:
        self.progress.setValue(round(share * 100))

    def _make(self) -> None:
        self._list = QWidget(self)
        self._said = labels.hint()
        self._said.hide()
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(texts.HOLDING)
        self.progress.setFormat(texts.HOLDING)
        self.progress.hide()
        self.start_button = push_button(texts.START, primary=True)
        self.start_button.setDefault(True)
        self.look_button = push_button(texts.LOOK, primary=True)
        self.stop_button = push_button(texts.STOP)
        self.stop_button.setAutoDefault(False)

    def _connect(self) -> None:
        self.round.changed.connect(self._refresh)
        for card in self.cards:
            card.named.connect(self._name)
        self.round.looked.connect(self._all_looked_at)
        self.round.progressed.connect(self._tell)
        self.round.ended.connect(self._end)
        self.start_button.clicked.connect(lambda _on=False: self.start())
        self.look_button.clicked.connect(lambda _on=False: self.accept())
        self.stop_button.clicked.connect(lambda _on=False: self.reject())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(labels.hint(texts.EXPLANATION))
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        layout.addWidget(TallScroll(self._list, self), 1)
        layout.addWidget(self._said)
        layout.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.start_button, self.look_button, self.stop_button):
            foot.addWidget(button)
        layout.addLayout(foot)


def ask_for_files(folder: Path, parent: QWidget) -> list[Path]:
    """Have Word files chosen; none where that is given up."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, texts.CHOOSE, str(folder), f"{texts.FILTER};;{texts.ANY}")
    return [Path(name) for name in chosen]
