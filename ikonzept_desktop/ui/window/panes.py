"""The three panes and how they share the width: which fold when it gets narrow, which the user has folded."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

OUTLINE_WIDTH, INSPECTOR_WIDTH, CENTRE_WIDTH = 300, 300, 560
"""px"""
THREE_PANES, TWO_PANES = 1280, 1000
"""px of window from which three panes, or outline and text, stand side by side."""
WIDE_THREE_PANES = 1640
"""px from which three panes do while something as wide as the text stands beside it."""


class Panes(QSplitter):
    """Outline, text and inspector side by side; a pane that the width folds comes back with the width."""

    folded = Signal()
    """Panes were folded or unfolded, by the user or by the width."""
    keyboard_freed = Signal()
    """The pane that had the keyboard was folded."""

    def __init__(self, outline: QWidget, centre: QWidget, inspector: QWidget, parent: QWidget | None = None) -> None:
        """Put the panes side by side, the text taking what room there is."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.outline, self.centre, self.inspector = outline, centre, inspector
        self._wanted = {outline: True, inspector: True}
        self._forced: QWidget | None = None
        self._before_alone: dict[QWidget, bool] | None = None
        self._is_wide = False
        for pane in (outline, centre, inspector):
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(1, 1)
        outline.setMinimumWidth(200)
        outline.setMaximumWidth(460)
        _limit(inspector)
        centre.setMinimumWidth(320)
        self.setSizes([OUTLINE_WIDTH, CENTRE_WIDTH, INSPECTOR_WIDTH])

    def put_inspector(self, inspector: QWidget) -> None:
        """Put the inspector in the place of what held it free."""
        held, self.inspector = self.inspector, inspector
        self._wanted[inspector] = self._wanted.pop(held)
        self.replaceWidget(self.indexOf(held), inspector)
        _limit(inspector)
        held.deleteLater()

    def toggle(self, pane: QWidget) -> None:
        """Show a side pane that is folded, fold one that is shown."""
        shown = not pane.isHidden()
        self._wanted[pane] = not shown
        self._forced = None if shown else pane
        self.fit()

    def stand_alone(self, *, alone: bool) -> None:
        """Fold both side panes, which can be shown one at a time then, or bring back what was there before."""
        if alone and self._before_alone is None:
            self._before_alone = dict(self._wanted)
        elif not alone and self._before_alone is not None:
            self._wanted, self._before_alone = self._before_alone, None
        self._forced = None
        self.fit()

    def widen(self, *, wide: bool) -> None:
        """Show one side pane at a time where something as wide as the text is to stand beside it, or both again."""
        if wide is not self._is_wide:
            self._is_wide, self._forced = wide, None
            self.fit()

    def is_shown(self, pane: QWidget) -> bool:
        """Tell whether a side pane is to be seen."""
        return not pane.isHidden()

    def fit(self) -> None:
        """Fold and unfold after the present width and the user's wishes."""
        three = WIDE_THREE_PANES if self._is_wide else THREE_PANES
        room = 2 if self.width() >= three else 1 if self.width() >= TWO_PANES else 0
        if self._before_alone is not None:
            room = 0
        order = [self.outline, self.inspector]
        if self._forced is not None:
            order.sort(key=lambda pane: pane is not self._forced)
            room = max(room, 1)
        wanted = [pane for pane in order if self._wanted[pane]][:room]
        focused: QWidget | None = self.window().focusWidget()
        freed = focused is not None and any(_holds(pane, focused) for pane in order if pane not in wanted)
        for pane in order:
            pane.setVisible(pane in wanted)
        if freed:
            self.keyboard_freed.emit()
        self.folded.emit()

    def state(self) -> list[int]:
        """Give the widths of the panes and whether each side pane is wanted, to be remembered."""
        wanted = self._wanted if self._before_alone is None else self._before_alone
        return [*self.sizes(), int(wanted[self.outline]), int(wanted[self.inspector])]

    def restore(self, state: list[int]) -> None:
        """Give the panes the widths they had; nothing for a state that is none."""
        if len(state) != 5:
            return
        self._wanted = {self.outline: bool(state[3]), self.inspector: bool(state[4])}
        if min(state[:3]) >= 0 and max(state[:3]) > 0:
            self.setSizes([state[0] or OUTLINE_WIDTH, state[1] or CENTRE_WIDTH, state[2] or INSPECTOR_WIDTH])
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Fit the panes whenever the width changes."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().event(event)


def _limit(inspector: QWidget) -> None:
    inspector.setMinimumWidth(220)
    inspector.setMaximumWidth(440)


def in_sight(panes: Iterable[QWidget]) -> list[QWidget]:
    """Give the panes that can be seen, in the order on the screen: from the left, and downwards in a column."""

    def place(pane: QWidget) -> tuple[int, int]:
        corner = pane.mapToGlobal(QPoint(0, 0))
        return corner.x(), corner.y()

    return sorted((pane for pane in panes if pane.isVisible()), key=place)


def next_of(panes: list[QWidget], focused: QObject | None, step: int) -> QWidget | None:
    """Give the pane that F6 goes to from the one that holds the keyboard."""
    shown = [pane for pane in panes if pane.isVisible()]
    if not shown:
        return None
    at = next((i for i, pane in enumerate(shown) if isinstance(focused, QWidget) and _holds(pane, focused)), -1)
    return shown[(at + step) % len(shown)] if at >= 0 else shown[0]


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
