"""Words on the window: quiet, short, cut off where there is no room, or with a shape before them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import SIZE, icon, status_icon
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.tips import tip


def label(text: str, role: str = "", *, small: bool = False, strong: bool = False) -> QLabel:
    """Make a label of plain text; role: muted, amber, red, green, link or none."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(fonts.ui_font(fonts.SMALL_SIZE if small else fonts.UI_SIZE, strong=strong))
    made.setProperty("role", role)
    return made


def hint(text: str = "", role: str = "muted") -> QLabel:
    """Make a small quiet label that breaks into lines."""
    made = label(text, role, small=True)
    made.setWordWrap(True)
    return made


def label_for(text: str, field: QWidget) -> QLabel:
    """Make the label over a field: it names the field for screen readers, and its letter with Alt leads there."""
    made = label(text, "muted", small=True)
    made.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(text.replace("&", ""))
    return made


def heading(text: str) -> QLabel:
    """Make a heading of a page in the type of the text, as on the start page."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(fonts.step_font(fonts.HEADING))
    return made


def set_role(target: QLabel, role: str) -> None:
    """Give a label another role and have it drawn so."""
    if target.property("role") != role:
        target.setProperty("role", role)
        target.style().unpolish(target)
        target.style().polish(target)
        target.update()


class Elided(QLabel):
    """A label that ends in … where there is no room, and then says the whole in its tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show a text in one line."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of a line, and hardly any width."""
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def is_cut_off(self) -> bool:
        """Tell whether the text has no room."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._refresh_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether there is room now."""
        super().resizeEvent(event)
        self._refresh_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        rect = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(rect, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), words)

    def _refresh_tip(self) -> None:
        self.setToolTip(tip(self.text()) if self.is_cut_off() else "")


class IconLabel(QWidget):
    """An icon by itself; it follows the scheme and stays sharp on every screen."""

    def __init__(self, name: str = "", token: str = "", parent: QWidget | None = None, *, size: int = SIZE) -> None:
        """Show an icon in the text's colour or a token's. px"""
        super().__init__(parent)
        self._icon = icon(name, token) if name else None
        self._size = size
        self.setFixedSize(size, size)

    def show_icon(self, name: str, token: str = "") -> None:
        """Show another icon."""
        self._icon = icon(name, token)
        self.update()

    def show_status(self, shape: str, token: str) -> None:
        """Show the shape of a state."""
        self._icon = status_icon(shape, token)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        if self._icon is not None:
            self._icon.paint(QPainter(self), QRect(0, 0, self._size, self._size))


class StatusLabel(QWidget):
    """A state in shape and word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._shape = IconLabel(parent=self)
        self._words = label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._shape)
        row.addWidget(self._words, 1)

    def show_status(self, shape: str, token: str, words: str) -> None:
        """Show a state as the template has it."""
        self._shape.show_status(shape, token)
        self._words.setText(words)
        self.setAccessibleName(words)


class SectionHeader(QWidget):
    """The title of a part of a pane, with an icon before it and something quiet or useful at its right."""

    def __init__(self, title: str, aside: str = "", icon_name: str = "", parent: QWidget | None = None) -> None:
        """Show a title and a quiet word aside."""
        super().__init__(parent)
        self.title = label(title, strong=True)
        self.aside = label(aside, "muted", small=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        if icon_name:
            self._row.addWidget(IconLabel(icon_name))
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.aside)

    def add(self, widget: QWidget) -> None:
        """Put something at the right: a button, a link."""
        self._row.addWidget(widget)


class Badge(QWidget):
    """A count in a small round field beside a name; it is gone where there is nothing to count."""

    def __init__(self, ground: str = "hover", ink: str = "ink", parent: QWidget | None = None) -> None:
        """Take ground and ink by their tokens."""
        super().__init__(parent)
        self._ground = ground
        self._ink = ink
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show another count; 0 shows nothing."""
        self._count = count
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the figures, and a circle for one of them."""
        width = QFontMetrics(fonts.count_font()).horizontalAdvance(str(self._count))
        return QSize(max(width + 10, 18), 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figures on their ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._ground))
        painter.drawRoundedRect(self.rect(), 9, 9)
        painter.setFont(fonts.count_font())
        painter.setPen(colour(self._ink))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._count))
