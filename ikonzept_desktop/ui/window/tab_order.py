"""The way of the Tab key: through what can be seen and used, in the order in which it is laid out.

Qt goes in the order in which widgets were made. Here editors are made when they are needed, so that their order of
making says nothing.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QScrollArea, QSplitter, QStackedWidget, QWidget

_STOPS = {Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus}


class WindowInOrder(QMainWindow):
    """A window whose Tab key follows the layout."""

    def tab_roots(self) -> Sequence[QWidget]:
        """Give the parts of the window in the order in which the Tab key goes through them."""
        parts: tuple[QWidget | None, ...] = (self.centralWidget(), self.menuWidget())  # None where there is none
        return [part for part in parts if part is not None]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Bring the keyboard to the next control, or to the one before."""
        controls = [control for root in self.tab_roots() for control in controls_of(root)]
        goal = neighbour(controls, QApplication.focusWidget(), 1 if forward else -1)
        if goal is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        goal.setFocus(reason)
        return True


def controls_of(part: QWidget) -> Iterator[QWidget]:
    """Give the controls in a part of a window that the Tab key stops at, in the order of the layout."""
    if part.isHidden() or not part.isEnabled():
        return
    if part.focusPolicy() in _STOPS and part.focusProxy() is None:
        yield part
        return
    for inner in _parts_of(part):
        yield from controls_of(inner)


def neighbour(controls: Sequence[QWidget], focused: QWidget | None, step: int) -> QWidget | None:
    """Give the control that is a step away from the one that has the keyboard, going round at the ends."""
    if not controls:
        return None
    holders = (at for at, control in enumerate(controls) if _holds(control, focused))
    at = next(holders, -1 if step > 0 else 0)
    return controls[(at + step) % len(controls)]


def _parts_of(widget: QWidget) -> list[QWidget]:
    match widget:
        case QSplitter():
            return [widget.widget(at) for at in range(widget.count())]
        case QScrollArea():
            return [widget.widget()] if widget.widget() is not None else []
        case QStackedWidget():
            return [widget.currentWidget()] if widget.count() else []
    layout = widget.layout()
    return list(_laid_out(layout)) if layout is not None else []


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        assert item is not None  # `at` is within the count
        held: tuple[QWidget | None, QLayout | None] = (item.widget(), item.layout())  # of a gap both are None
        widget, inner = held
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _holds(control: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (control is focused or control.isAncestorOf(focused))
