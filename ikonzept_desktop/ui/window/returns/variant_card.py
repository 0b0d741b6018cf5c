"""One of the texts that a place may have: the text as it was, or what somebody wants; one of them is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.publication.differences import Piece
from ikonzept_desktop.ui.kit import labels, theme
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring
from ikonzept_desktop.ui.window.returns.badges import Badges
from ikonzept_desktop.ui.window.returns.marked_words import MarkedWords
from ikonzept_desktop.ui.window.returns.persons import Person


class VariantCard(QWidget):
    """A sheet with a number, a name, who wants it and the words; the space bar or a click chooses it."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet; a card is used for one text after the other."""
        super().__init__(parent)
        self.number = 0
        """That of the key that chooses it, from 1; 0 is the text as it was."""
        self._on = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = MarkedWords()
        self._key = labels.label("", "muted", small=True)
        self._name = labels.label("", strong=True)
        self._people = Badges()
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._key)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._people)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 7, 10, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.words)

    def show_variant(
        self, number: int, name: str, pieces: Sequence[Piece], persons: Sequence[Person], colour: str
    ) -> None:
        """Show a text: what comes in it in the colour of a token."""
        self.number = number
        self._key.setText(str(number))
        self._name.setText(name)
        self._people.show_persons(persons)
        self.words.show_pieces(pieces, colour)
        who = f" ({', '.join(person.name for person in persons)})" if persons else ""
        self.setAccessibleName(f"{name}{who}: {self.words.accessibleName()}")

    @property
    def is_on(self) -> bool:
        """Whether this one is chosen."""
        return self._on

    def set_on(self, *, on: bool) -> None:
        """Have it chosen or not, without a signal."""
        self._on = on
        self.setAccessibleDescription("gewählt" if on else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.chosen.emit(self.number)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose it with the space bar."""
        if event.key() == Qt.Key.Key_Space:
            self.chosen.emit(self.number)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet, and a bar at its left where it is chosen."""
        painter = QPainter(self)
        edge = theme.colour("accent" if self._on else "border")
        draw_box(painter, QRectF(self.rect()), theme.colour("paper"), edge, 2.0 if self._on else 1.0)
        if self._on:
            painter.fillRect(self.rect().adjusted(2, 4, -(self.width() - 6), -4), theme.colour("accent"))
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))
