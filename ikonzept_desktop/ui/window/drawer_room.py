"""How much of the height the drawer takes from the text when it opens."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QWidget


class DrawerRoom(QObject):
    """Gives a drawer in a splitter the height that its panel asks for, until the user draws the line elsewhere."""

    def __init__(self, drawer: QWidget) -> None:
        """Serve a drawer, wherever it is put."""
        super().__init__(drawer)
        self._drawer = drawer
        self._splitter: QSplitter | None = None
        self._is_drawn = False

    def take(self) -> None:
        """Take what the panel asks for, at most half of what there is."""
        splitter = self._drawer.parentWidget()
        if not isinstance(splitter, QSplitter):
            return
        if splitter is not self._splitter:
            self._splitter = splitter
            splitter.splitterMoved.connect(self._note_drawn)
        if not self._is_drawn:
            total = sum(splitter.sizes())
            wanted = max(min(self._drawer.sizeHint().height(), total // 2), self._drawer.minimumSizeHint().height())
            splitter.setSizes([total - wanted, wanted])

    def _note_drawn(self, _position: int, _index: int) -> None:
        self._is_drawn = True
