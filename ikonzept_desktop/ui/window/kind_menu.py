"""The menu of the kinds of section that the concept's template has: a new section of any of them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ikonzept_desktop.model.template import Template
from ikonzept_desktop.ui.window import texts


class KindMenu(QMenu):
    """Offers the kinds as the template has them when it is opened."""

    def __init__(self, template: Callable[[], Template], add: Callable[[str], object], parent: QWidget) -> None:
        """`add` adds a section of the kind of that key."""
        super().__init__(texts.NEW_OF_KIND, parent)
        self._template = template
        self._add = add
        self.aboutToShow.connect(self._offer)

    def _offer(self) -> None:
        self.clear()
        for kind in self._template().kinds:
            self.addAction(kind.label).triggered.connect(partial(self._chosen, kind.key))

    def _chosen(self, kind: str, _checked: bool = False) -> None:
        self._add(kind)
