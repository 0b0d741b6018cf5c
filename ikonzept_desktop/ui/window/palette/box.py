"""The box in the header that opens the palette: with words where there is room, else its icon alone."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.buttons import tip
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring
from ikonzept_desktop.ui.kit.style import HEIGHT
from ikonzept_desktop.ui.window.palette import texts

WIDE_FROM = 1400
"""px of window from which there is room for words."""
_WIDTH = 272


class CommandBox(QAbstractButton):
    """Looks like the line it opens."""

    def __init__(self, keys: str, window: QWidget) -> None:
        """Stand in a window's header; `keys` is the shortcut as Germans read it."""
        super().__init__(window)
        self._window = window
        self._keys = keys
        self.setText(texts.SEARCH_OR_COMMAND)
        self.setAccessibleName(texts.SEARCH_OR_COMMAND)
        self.setToolTip(f"{texts.SEARCH_OR_COMMAND} ({keys})" if keys else tip(texts.SEARCH_OR_COMMAND))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        window.installEventFilter(self)

    def is_wide(self) -> bool:
        """Tell whether there is room for words."""
        return self._window.width() >= WIDE_FROM

    def sizeHint(self) -> QSize:
        """Ask for room for the words, or for the icon."""
        return QSize(_WIDTH if self.is_wide() else HEIGHT, HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window."""
        if event.type() == QEvent.Type.Resize:
            self.updateGeometry()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a field with an icon, the words and the key; or the icon on its own."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        wide = self.width() > 2 * HEIGHT
        if wide:
            draw_box(painter, rect, colour("paper"), colour("border"))
        elif self.underMouse() or self.isDown():
            draw_box(painter, rect, colour("hover"), None)
        spot = QRect(9 if wide else (self.width() - 16) // 2, (self.height() - 16) // 2, 16, 16)
        mode = QIcon.Mode.Normal
        icon("search", "muted" if wide else "").paint(painter, spot, Qt.AlignmentFlag.AlignCenter, mode)
        if wide:
            painter.setPen(colour("muted"))
            painter.setFont(fonts.ui_font())
            words = self.rect().adjusted(32, 0, -9, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
            painter.setFont(fonts.ui_font(fonts.COUNT_SIZE))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._keys)
        if self.hasFocus():
            draw_ring(painter, rect)
