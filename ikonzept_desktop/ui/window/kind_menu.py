"""The menus of the kinds of section that the concept's template has: for a new section, and for the chosen one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ikonzept_desktop.model.template import Template


class KindMenu(QMenu):
    """Offers the kinds as the template has them when it is opened; hidden ones only where one is the present kind."""

    def __init__(
        self,
        title: str,
        template: Callable[[], Template],
        choose: Callable[[str], object],
        parent: QWidget,
        present: Callable[[], str] | None = None,
    ) -> None:
        """`choose` does what is to be done with the kind of that key; `present` gives the key that is ticked."""
        super().__init__(title, parent)
        self._template = template
        self._choose = choose
        self._present = present
        self.aboutToShow.connect(self._offer)

    def _offer(self) -> None:
        self.clear()
        present = self._present() if self._present else ""
        for kind in self._template().kinds:
            if kind.hidden and kind.key != present:
                continue
            action = self.addAction(kind.label)
            action.setCheckable(self._present is not None)
            action.setChecked(kind.key == present)
            action.triggered.connect(partial(self._chosen, kind.key))

    def _chosen(self, kind: str, _checked: bool = False) -> None:
        self._choose(kind)
