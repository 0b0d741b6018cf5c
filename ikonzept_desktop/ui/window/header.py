"""The header of a window: menus at the left, the workspaces in the middle, what else there is at the right."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSpacerItem, QWidget

from ikonzept_desktop.ui.kit.tabs import Tabs

ICONS_ALONE = 1000
"""px of window below which workspaces show their icons alone."""


_MENUS_AIR = 16
"""px beyond what the menus ask for: they overflow a little earlier than they say."""


class HeaderFit(QObject):
    """Keeps the workspaces in the middle where there is room, and every part in sight where there is little."""

    def __init__(self, header: QWidget, row: QHBoxLayout, menus: QMenuBar, tabs: Tabs) -> None:
        """Watch a header whose row begins with the menus and then the workspaces."""
        super().__init__(header)
        self._header, self._row, self._menus, self._tabs = header, row, menus, tabs
        self._gaps = (QSpacerItem(0, 0), QSpacerItem(0, 0))
        row.setStretch(0, 0)
        row.insertSpacerItem(1, self._gaps[0])
        row.insertSpacerItem(3, self._gaps[1])
        header.installEventFilter(self)
        tabs.installEventFilter(self)
        self._fitting = False
        self._measured_of: tuple[str, ...] = ()
        self._in_words = 0
        self._shares = (-1, -1, -1, -1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the header, or what stands in it, changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show} and not self._fitting:
            self._fitting = True
            self.fit()
            self._fitting = False
        return False

    def fit(self) -> None:
        """Share the width: the menus give way last, into their own overflow."""
        margins = self._row.contentsMargins()
        width = self._header.width() - margins.left() - margins.right()
        menus = self._menus.sizeHint().width() + _MENUS_AIR
        right = self._right()
        shown = not self._tabs.isHidden()
        if shown:
            in_words = menus + self._width_in_words() + right <= width
            self._tabs.show_texts(shown=in_words and self._header.width() >= ICONS_ALONE)
        tabs = self._tabs.sizeHint().width() if shown else 0
        spacing = self._row.spacing() * (self._row.count() - 3)
        free = max(width - menus - tabs - right - spacing, 0)
        before = min(max((self._header.width() - tabs) // 2 - margins.left() - menus - self._row.spacing(), 0), free)
        shares = (before, free - before, menus if free else max(width - tabs - right - spacing, 60), tabs)
        if shares == self._shares:
            return  # a row that is laid out anew asks for a fit: without end, and with all of a processor
        self._shares = shares
        self._gaps[0].changeSize(before, 0)
        self._gaps[1].changeSize(free - before, 0)
        self._menus.setFixedWidth(shares[2])
        self._tabs.setFixedWidth(tabs)
        self._row.invalidate()

    def _width_in_words(self) -> int:
        """Give the width of the tabs with words, px; measured once, for each change of words asks for a new fit."""
        names = [self._tabs.accessibleTabName(at) for at in range(self._tabs.count())]
        measured_of = (self._tabs.font().key(), *names)
        if measured_of != self._measured_of:
            self._tabs.show_texts(shown=True)
            self._measured_of, self._in_words = measured_of, self._tabs.sizeHint().width()
        return self._in_words

    def _right(self) -> int:
        widgets = (self._row.itemAt(at).widget() for at in range(4, self._row.count()))
        return sum(widget.sizeHint().width() for widget in widgets if not widget.isHidden())
