"""What an eye and a screen reader find on a screen: names, rings of focus, contrast of words, what is cut off."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.ui.desk import settle

LEAST_CONTRAST = 4.5
"""WCAG 2.1, success criterion 1.4.3 (AA), for text of ordinary size."""
LEAST_TARGET = 20
"""px on the smaller side of what is clicked; WCAG 2.2 asks for 24 including the room around."""
MOST_STOPS = 300
_RING = 24
"""px around a control in which something may show that it has the keyboard."""
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_TIP = Qt.ItemDataRole.ToolTipRole


@dataclass(frozen=True)
class Stop:
    """A control that the Tab key comes to, as it lay on the screen then."""

    widget: QWidget
    name: str
    place: QRect
    scrolled: tuple[int, ...]
    seen: bool
    """Whether it is seen that the control has the keyboard."""


def named(widget: QWidget) -> str:
    """Give what a screen reader calls a control."""
    if isinstance(widget, QTabBar):
        return widget.accessibleName() or widget.accessibleTabName(widget.currentIndex())
    own = str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
    if own and not isinstance(widget, QComboBox):
        return own
    buddies = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return widget.accessibleName() or "".join(buddies) or own


def reached_by_tab(screen: QWidget) -> list[Stop]:
    """Give every control that the Tab key comes to, in its order, until it is at one where it was before."""
    stops: list[Stop] = []
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in seen:
        seen.append(focused)
        assert len(seen) < MOST_STOPS, "the Tab key never comes back"
        name, place, scrolled = named(focused), _place(focused, screen), _scrolled(focused)
        with_it = _around(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        settle()
        if screen.isAncestorOf(focused) or focused is screen:
            stops.append(Stop(focused, name, place, scrolled, seen=_looks_otherwise(focused, with_it)))
    return stops


def _looks_otherwise(left: QWidget, with_it: QImage) -> bool:
    """Tell whether a control that the keyboard has left looks, with what is around it, otherwise than before.

    One that is out of sight now, or that only handed the keyboard on to itself, cannot be told of.
    """
    gone = left.visibleRegion().isEmpty() or QApplication.focusWidget() is left
    return gone or _around(left) != with_it


def _place(widget: QWidget, screen: QWidget) -> QRect:
    return QRect(widget.mapTo(screen.window(), QPoint(0, 0)), widget.size())


def _around(widget: QWidget) -> QImage:
    """Take a picture of a control and of what is around it, in which no caret blinks."""
    window = widget.window()
    for line in window.findChildren(QLineEdit):
        line.setCursorPosition(0)
    return window.grab(_place(widget, window).adjusted(-_RING, -_RING, _RING, _RING)).toImage()


def goes_back(stops: list[Stop], but_to: str) -> Iterator[str]:
    """Find where the Tab key goes against the way one reads: up, or to the left in the same row.

    Once it has to: from the end back to the beginning. Where it goes on in another column, it may go up; where the
    page was scrolled in between, nothing is known.
    """
    around = pairwise((*stops, *stops[:1]))
    pairs = [(one, other) for one, other in around if one.scrolled == other.scrolled and other.name != but_to]
    wrong = [f"{one.name!r} -> {other.name!r}" for one, other in pairs if _is_back(one.place, other.place)]
    if len(wrong) > 1:
        yield from wrong


def _is_back(here: QRect, there: QRect) -> bool:
    share_column = min(here.right(), there.right()) - max(here.left(), there.left()) > 0
    share_row = min(here.bottom(), there.bottom()) - max(here.top(), there.top()) > 0
    up, left = there.bottom() < here.top(), there.right() < here.left()
    return (up and (share_column or left)) or (left and share_row)


def _scrolled(widget: QWidget) -> tuple[int, ...]:
    """Say how far all that a control lies in is scrolled."""
    above = widget.parentWidget()
    bars: list[int] = []
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            bars.append(above.verticalScrollBar().value())
        above = above.parentWidget()
    return tuple(bars)


def faint_words(screen: QWidget) -> Iterator[str]:
    """Find labels and buttons whose letters stand out too little from their ground."""
    window = screen.window()
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in screen.findChildren(QWidget):
        words = _words_of(widget)
        if words and widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty():
            seen = widget.visibleRegion().boundingRect().translated(widget.mapTo(window, QPoint(0, 0)))
            scrolled_away = 2 * seen.height() < widget.height()
            contrast = None if scrolled_away or _is_covered(widget, seen) else _contrast(picture.copy(seen))
            if contrast is not None and contrast < LEAST_CONTRAST:
                yield f"{words!r} {contrast:.1f}"


def _is_covered(widget: QWidget, seen: QRect) -> bool:
    """Tell whether something lies over a part of it, as a list that has come up does."""
    over = (widget.window().childAt(spot) for spot in (seen.topLeft(), seen.center(), seen.bottomRight()))
    near = (found is widget or found.isAncestorOf(widget) or widget.isAncestorOf(found) for found in over if found)
    return not all(near)


def clipped_lines(screen: QWidget) -> Iterator[str]:
    """Find rows of lists that are wider than their list and can be read nowhere else."""
    for view in screen.findChildren(QListView):
        model = view.model()
        if not view.isVisible() or view.horizontalScrollBarPolicy() != _NEVER:
            continue
        for row in range(min(model.rowCount(), MOST_STOPS)):
            index = model.index(row, 0)
            if view.sizeHintForIndex(index).width() > view.viewport().width() and not index.data(_TIP):
                yield f"{named(view)!r}: {index.data()!r}"


def told_by_nothing(screen: QWidget) -> Iterator[str]:
    """Find buttons of a picture alone whose name no tool tip shows to who sees it."""
    for button in screen.findChildren(QAbstractButton):
        alone = not button.text() and not button.icon().isNull()
        if alone and button.isVisible() and not button.toolTip() and not _is_in_line(button):
            yield named(button) or type(button).__name__


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
    """Tell whether it is one of Qt's own signs within a line, a table or a bar of tabs, which keys stand for too."""
    return isinstance(widget.parent(), QLineEdit | QTabBar | QTableView)


def _words_of(widget: QWidget) -> str:
    match widget:
        case QLabel() if widget.pixmap().isNull():
            return widget.text()
        case QAbstractButton():
            return widget.text()
    return ""


def _contrast(part: QImage) -> float | None:
    """Give the contrast of the letters to the ground they stand on, as they are drawn; None where none are drawn."""
    colours = Counter(memoryview(part.constBits()).cast("B").cast("I"))
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
