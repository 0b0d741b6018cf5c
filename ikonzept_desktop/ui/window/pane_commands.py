"""What the commands of the panes do: show and fold them, and go from one to the next."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from ikonzept_desktop.ui.window.panes import Panes, in_sight, next_of


class PaneCommands:
    """Carries out the commands of the panes."""

    def __init__(self, panes: Panes, homes: Mapping[QWidget, QWidget]) -> None:
        """`homes` names for each pane what takes the keyboard in it; panes may be added to it."""
        self._panes = panes
        self._homes = homes
        panes.keyboard_freed.connect(self._take_keyboard)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {
            "show_outline": lambda: self._panes.toggle(self._panes.outline),
            "show_inspector": lambda: self._panes.toggle(self._panes.inspector),
            "next_pane": lambda: self._go(1),
            "previous_pane": lambda: self._go(-1),
        }

    def tick(self, actions: Mapping[str, QAction]) -> None:
        """Tick the commands of the panes that are shown."""
        for key, pane in (("show_outline", self._panes.outline), ("show_inspector", self._panes.inspector)):
            actions[key].setChecked(self._panes.is_shown(pane))

    def _take_keyboard(self) -> None:
        """Bring the keyboard out of a pane that was folded into the text."""
        text = next(pane for pane in self._homes if self._panes.centre.isAncestorOf(pane))
        self._homes[text].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, step: int) -> None:
        pane = next_of(in_sight(self._homes), QApplication.focusWidget(), step)
        if pane is not None:
            self._homes[pane].setFocus(Qt.FocusReason.ShortcutFocusReason)
