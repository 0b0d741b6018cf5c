"""Buttons: with a word, with an icon alone, or as a link."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.kit.style import HEIGHT


def push_button(text: str, icon_name: str = "", *, primary: bool = False) -> QPushButton:
    """Make a button with a verb on it; a view has one primary button at most."""
    button = QPushButton(text)
    button.setProperty("primary", primary)
    if icon_name:
        button.setIcon(icon(icon_name, "on_accent" if primary else ""))
    return button


def tip(name: str, shortcut: QKeySequence | str = "") -> str:
    """Give what a tool tip says: the name, and the key in the system's words: „Fett (Strg+B)“."""
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name} ({keys})" if keys else name


class IconButton(QToolButton):
    """A flat button with an icon alone; its name and its key stand in the tool tip and are read aloud."""

    def __init__(
        self, icon_name: str, name: str, shortcut: QKeySequence | str = "", parent: QWidget | None = None
    ) -> None:
        """Show an icon under a name; `shortcut` is only told, an action answers to it."""
        super().__init__(parent)
        self.setIcon(icon(icon_name))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rename(name, shortcut)

    def rename(self, name: str, shortcut: QKeySequence | str = "") -> None:
        """Give the button another name and key."""
        self.setText(name)
        self.setToolTip(tip(name, shortcut))

    def sizeHint(self) -> QSize:
        """A square that a finger meets."""
        return super().sizeHint().expandedTo(QSize(HEIGHT, HEIGHT))


def action_button(action: QAction, *, named: bool = False) -> QToolButton:
    """Make a flat button of an action, with its icon alone or with its name too; the key stands in the tool tip."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(beside if named else alone)
    name = action.text().replace("&", "").rstrip(" …")
    button.setAccessibleName(name)
    button.setToolTip(tip(name, action.shortcut()))
    return button


class LinkButton(QAbstractButton):
    """A word that leads somewhere: reached with Tab, followed with Enter or the space bar."""

    def __init__(self, text: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        """Show a word in the colour of links, with an icon before it."""
        super().__init__(parent)
        self.setText(text)
        if icon_name:
            self.setIcon(icon(icon_name, "link"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for the word, the icon and the ring."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + self._indent() + 8, max(metrics.height() + 4, 20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow with Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, underlined where it is pointed at or has the keyboard."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.isEnabled() and (self.underMouse() or self.hasFocus()))
        painter.setFont(font)
        painter.setPen(colour("link" if self.isEnabled() else "muted"))
        rect = self.rect().adjusted(4, 0, -4, 0)
        if self._indent():
            self.icon().paint(painter, QRect(rect.left(), rect.center().y() - 7, 16, 16))
        painter.drawText(rect.adjusted(self._indent(), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))

    def _indent(self) -> int:
        return 0 if self.icon().isNull() else 20
