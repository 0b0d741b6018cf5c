"""One person in the dialog: for whom, and how much of the concept."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.window.returns import texts

_SCOPE = 250
"""px"""


class ReviewerRow(QWidget):
    """A name, the whole concept or a group's packet, and a button that takes the row away."""

    scope_chosen = Signal()

    def __init__(self, groups: Sequence[str], known: Iterable[str], parent: QWidget) -> None:
        """Begin without a name, for the whole concept."""
        super().__init__(parent)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(texts.REVIEWER)
        self.name.setPlaceholderText(texts.REVIEWER_EXAMPLE)
        completer = QCompleter(sorted({*known, *groups}, key=str.casefold), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.scope = QuietCombo(self)
        self.scope.setAccessibleName(texts.SCOPE)
        self.scope.addItem(texts.WHOLE, "")
        for group in groups:
            self.scope.addItem(texts.PACKET.format(group=group), group)
        self.scope.setFixedWidth(_SCOPE)
        self.scope.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.remove = IconButton("trash-2", texts.REMOVE)  # taken in after the fields: so goes the Tab key
        self._note = FieldNote(self.name)
        self._named_after = ""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.scope)
        row.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._note)
        self.name.textEdited.connect(lambda _text: self.say(""))
        self.scope.activated.connect(lambda _row: self._take_scope())

    @property
    def reviewer(self) -> str:
        """The name as written."""
        return " ".join(clean(self.name.text()).split())

    @property
    def packet(self) -> str:
        """The group, or nothing for the whole concept."""
        return str(self.scope.currentData())

    def say(self, sentence: str) -> None:
        """Say what is wrong with the row; nothing takes it back."""
        self._note.say(sentence)

    def _take_scope(self) -> None:
        """Name the person after the group where nobody is named yet, or another group was before it."""
        self.say("")
        if self.reviewer in ("", self._named_after):
            self.name.setText(self.packet)
            self._named_after = self.packet
        self.scope_chosen.emit()
