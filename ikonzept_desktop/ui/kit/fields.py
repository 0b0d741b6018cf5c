"""Fields: one to filter with, and what stands under a field whose value is wrong or missing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.labels import IconLabel, hint, set_role
from ikonzept_desktop.ui.kit.look import colour

_MARKS = {"wrong": ("circle-alert", "red"), "missing": ("triangle-alert", "amber")}


class FilterField(QLineEdit):
    """A line to filter or search with; Escape empties it."""

    def __init__(
        self,
        name: str,
        icon_name: str = "funnel",
        shortcut: QKeySequence | str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show an icon and, while it is empty, its name; `shortcut` is shown at the right and answered elsewhere."""
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        if not self._keys:
            self.setClearButtonEnabled(True)
        self.setProperty("iconLeft", True)
        self.addAction(icon(icon_name, "muted"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Escape; where it is empty, Escape is somebody else's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key at the right while the field is empty."""
        super().paintEvent(event)
        if self._keys and not self.text():
            painter = QPainter(self)
            painter.setFont(fonts.ui_font(fonts.COUNT_SIZE))
            painter.setPen(colour("muted"))
            at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self.rect().adjusted(0, 0, -9, 0), at_right, self._keys)


class FieldNote(QWidget):
    """What stands under a field: an icon and a sentence, while its value is wrong or missing."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        """Say nothing about the field yet."""
        super().__init__(parent)
        self._field = field
        self._shape = IconLabel(parent=self)
        self._words = hint()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str, state: str = "wrong") -> None:
        """Say what is `wrong` (red) or `missing` (amber), and mark the field's edge; nothing takes it back."""
        mark(self._field, state if sentence else "")
        self._field.setAccessibleDescription(sentence)
        if sentence:
            shape, role = _MARKS[state]
            self._shape.show_icon(shape, role)
            set_role(self._words, role)
            self._words.setText(sentence)
        self.setVisible(bool(sentence))


def mark(field: QWidget, state: str = "") -> None:
    """Give a field's edge the colour of what is `wrong` or `missing`; nothing takes it back."""
    for name in _MARKS:
        field.setProperty(name, name == state)
    QWidget.update(field)  # a table's own `update` wants to know of which cell


class WordBar(QProgressBar):
    """How long a text is against its target; amber when it is longer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Be empty, under a name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(6)

    def show_words(self, words: int, target: int, spoken: str) -> None:
        """Show words against a target above 0; `spoken` is what a screen reader says."""
        # Qt repaints a bar at once when its value changes, and what has changed around it with it: let that wait.
        self.setUpdatesEnabled(False)
        self.setRange(0, max(target, 1))
        self.setValue(min(words, target))
        self.setProperty("over", words > target)
        self.setAccessibleDescription(spoken)
        self.setUpdatesEnabled(True)
