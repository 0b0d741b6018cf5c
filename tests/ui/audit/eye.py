"""What an eye and a screen reader find on a screen: names, rings of focus, contrast of words, what is cut off."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from tests.ui.desk import settle

LEAST_CONTRAST = 4.5
"""WCAG 2.1, success criterion 1.4.3 (AA), for text of ordinary size."""
LEAST_TARGET = 20
"""px on the smaller side of what is clicked; WCAG 2.2 asks for 24 including the room around."""


def named(widget: QWidget) -> str:
    """Give what a screen reader calls a control."""
    if isinstance(widget, QTabBar):
        return widget.accessibleName() or widget.accessibleTabName(widget.currentIndex())
    own = str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
    if own and not isinstance(widget, QComboBox):
        return own
    buddies = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return widget.accessibleName() or "".join(buddies) or own


def reached_by_tab(screen: QWidget) -> list[QWidget]:
    """Give every control that the Tab key comes to, in its order, back to the first."""
    reached: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in reached:
        reached.append(focused)
        assert len(reached) < 300, "the Tab key never comes back"
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        settle()
    return [widget for widget in reached if screen.isAncestorOf(widget) or widget is screen]


def shows_focus(widget: QWidget) -> bool:
    """Tell whether anything on the window looks otherwise when the control has the keyboard."""
    window = widget.window()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    with_it = _quiet(window)
    widget.clearFocus()
    settle()
    return with_it != _quiet(window)


def faint_words(screen: QWidget) -> Iterator[str]:
    """Find labels and buttons whose letters stand out too little from their ground."""
    for widget in screen.findChildren(QWidget):
        words = _words_of(widget)
        if words and widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty():
            contrast = _contrast(widget)
            if contrast is not None and contrast < LEAST_CONTRAST:
                yield f"{words!r} {contrast:.1f}"


def cut_off(screen: QWidget) -> Iterator[str]:
    """Find labels and buttons that have less room than their words take."""
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or _is_in_line(widget):
            continue
        words = _words_of(widget)
        needed = widget.minimumSizeHint()
        if words and (widget.width() < needed.width() or widget.height() < needed.height()):
            yield f"{words!r} has {widget.size().toTuple()}, needs {needed.toTuple()}"


def small_targets(screen: QWidget) -> Iterator[str]:
    """Find buttons that are hard to hit."""
    for button in screen.findChildren(QAbstractButton):
        if button.isVisible() and not _is_in_line(button) and min(button.width(), button.height()) < LEAST_TARGET:
            yield f"{named(button)!r} {button.size().toTuple()}"


def _is_in_line(widget: QWidget) -> bool:
    """Tell whether it is one of Qt's own signs within a line or a bar of tabs, which keys stand for too."""
    return isinstance(widget.parent(), QLineEdit | QTabBar)


def _words_of(widget: QWidget) -> str:
    match widget:
        case QLabel() if widget.pixmap().isNull():
            return widget.text()
        case QAbstractButton():
            return widget.text()
    return ""


def _contrast(widget: QWidget) -> float | None:
    """Give the contrast of the letters to the ground they stand on, as they are drawn; None where none are drawn."""
    at = widget.mapTo(widget.window(), QPoint(0, 0))
    part = widget.window().grab(QRect(at, widget.size())).toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(part.pixel(x, y) for x in range(part.width()) for y in range(part.height()))
    if len(colours) < 2:
        return None
    ground = luminance(colours.most_common(1)[0][0])
    return max(contrast(luminance(colour), ground) for colour in colours)


def luminance(rgb: int) -> float:
    """Give the relative luminance of a colour (WCAG 2.1)."""
    colour = QColor.fromRgb(rgb)
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4) for share in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: float, other: float) -> float:
    """Give the contrast ratio of two luminances (WCAG 2.1)."""
    low, high = sorted((one, other))
    return (high + 0.05) / (low + 0.05)


def _quiet(window: QWidget) -> QImage:
    """Take a picture of a window in which no caret blinks."""
    for line in window.findChildren(QLineEdit):
        line.setCursorPosition(0)
    return window.grab().toImage()
