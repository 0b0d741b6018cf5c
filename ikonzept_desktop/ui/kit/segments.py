"""A choice among a few, as a row of buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.style import HEIGHT
from ikonzept_desktop.values import dataclass

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few."""

    key: str
    text: str
    icon: str = ""


class Segments(QWidget):
    """A row of buttons of which one is on; the arrow keys go from one to the next."""

    chosen = Signal(str)
    """The key, when the user chooses another one."""

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        """Offer choices under a name; the first is on."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [choice.key for choice in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, choice in enumerate(choices):
            button = _segment(choice, _part(place, len(choices)))
            self._group.addButton(button, place)
            row.addWidget(button, 1)
        self.choose(self._keys[0])
        self._group.idClicked.connect(self._tell)

    @property
    def key(self) -> str:
        """Which choice is on."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Have a choice on, without a signal; raises ValueError for an unknown one."""
        place = self._keys.index(key)
        for button in self._group.buttons():
            on = self._group.id(button) == place
            button.setChecked(on)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the previous choice."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        place = self._group.checkedId() + step
        if step and 0 <= place < len(self._keys):
            self._tell(place)
            self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
        elif not step:
            super().keyPressEvent(event)

    def _tell(self, place: int) -> None:
        self.choose(self._keys[place])
        self.chosen.emit(self._keys[place])


class _Segment(QToolButton):
    """Leaves the arrow keys to the row, and air around its words."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(16, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _segment(choice: Choice, part: str) -> QToolButton:
    button = _Segment()
    button.setText(choice.text)
    button.setAccessibleName(choice.text)
    if choice.icon:
        button.setIcon(icon(choice.icon, on="on_accent"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setCheckable(True)
    button.setProperty("segment", part)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFixedHeight(HEIGHT + 2)
    return button


def _part(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
