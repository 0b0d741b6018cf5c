"""The drawer below the text: where a table, a figure or a search is worked on while the text stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit import fonts, labels
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.drawer_room import DrawerRoom

if TYPE_CHECKING:  # for types alone
    from ikonzept_desktop.model.history import Selection

_HEAD = 36


class DrawerPanel(QWidget):
    """What stands in the drawer; overrides what it needs."""

    def title(self) -> str:
        """Say in the drawer's head what this is."""
        return self.windowTitle()

    def take_keyboard(self) -> None:
        """Bring the keyboard to where one begins."""
        self.setFocus()

    def commit(self) -> None:
        """Put what is still being typed into the concept."""

    def restore(self, selection: Selection) -> bool:
        """Put the caret where undo or redo had it; False where that is not in here."""
        return False

    def list_command(self, command: str) -> bool:
        """Carry out a command of the outline's keys on what has the keyboard here; False where none is meant."""
        return False


class Drawer(QWidget):
    """Hidden until a panel is put in; Escape and its button put the panel away."""

    opened = Signal()
    put_away = Signal()
    """The panel was put away: whoever opened it takes the keyboard back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stay shut."""
        super().__init__(parent)
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.panel: DrawerPanel | None = None
        self._room = DrawerRoom(self)
        self._title = labels.Elided()
        self._title.setFont(fonts.ui_font(strong=True))
        self._shut = QToolButton(self)
        self._shut.setAutoRaise(True)
        self._shut.setToolTip(texts.SHUT_DRAWER)
        self._shut.setAccessibleName(texts.SHUT_DRAWER)
        set_icon(self._shut, "x")
        self._shut.clicked.connect(self.shut)
        head = QHBoxLayout()
        head.setContentsMargins(16, 2, 8, 2)
        head.addWidget(self._title, 1)
        head.addWidget(self._shut)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(head)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Ask for the head and a few rows at least, for more where the panel needs it."""
        return super().minimumSizeHint().expandedTo(QSize(0, _HEAD + 84))

    def show_panel(self, panel: DrawerPanel, *, keyboard: bool = True) -> None:
        """Open with a panel, in the place of another one, and bring the keyboard there unless told not to."""
        if panel is not self.panel:
            self._take_out()
            self.panel = panel
            self._layout.addWidget(panel, 1)
            panel.show()
        self.refresh_title()
        self.setAccessibleName(panel.title())
        if self.isHidden():
            self.show()
            self._room.take()
        self.opened.emit()
        if keyboard:
            panel.take_keyboard()

    def refresh_title(self) -> None:
        """Say anew what is being worked on."""
        self._title.setText(self.panel.title() if self.panel else "")

    def shut(self) -> None:
        """Put the panel away; what was typed in it is in the concept then."""
        if self.panel is None:
            return
        self._take_out()
        self.hide()
        self.put_away.emit()

    def commit(self) -> None:
        """Put what is still being typed into the concept."""
        if self.panel is not None:
            self.panel.commit()

    def restore(self, selection: Selection) -> bool:
        """Put the caret where undo or redo had it, if the panel shows that place."""
        return self.panel is not None and self.panel.restore(selection)

    def list_command(self, command: str) -> bool:
        """Carry out a command of the outline's keys in the panel, where it means what has the keyboard there."""
        return self.panel is not None and self.panel.list_command(command)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the panel."""
        if self.panel is not None:
            self.panel.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut on Escape, unless what has the keyboard has a use of its own for it."""
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.shut()
        else:
            super().keyPressEvent(event)

    def _take_out(self) -> None:
        if self.panel is not None:
            panel, self.panel = self.panel, None
            panel.commit()
            self._layout.removeWidget(panel)
            panel.hide()
