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
        self._shares: tuple[int, int, int, int] | None = None

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
            room = menus + self._tabs.width_in_words() + right <= width
            self._tabs.show_texts(shown=room and self._header.width() >= ICONS_ALONE)
        tabs = self._tabs.sizeHint().width() if shown else 0
        spacing = self._row.spacing() * (self._row.count() - 3)
        free = max(width - menus - tabs - right - spacing, 0)
        before = min(max((self._header.width() - tabs) // 2 - margins.left() - menus - self._row.spacing(), 0), free)
        shares = (menus if free else max(width - tabs - right - spacing, 60), before, tabs, free - before)
        if shares != self._shares:  # a layout that is told to be stale asks for this again, without end
            self._shares = shares
            self._share(*shares)

    def _share(self, menus: int, before: int, tabs: int, behind: int) -> None:
        """Give the parts their widths. px"""
        self._menus.setFixedWidth(menus)
        self._gaps[0].changeSize(before, 0)
        self._tabs.setFixedWidth(tabs)
        self._gaps[1].changeSize(behind, 0)
        self._row.invalidate()

    def _right(self) -> int:
        widgets = (self._row.itemAt(at).widget() for at in range(4, self._row.count()))
        return sum(widget.sizeHint().width() for widget in widgets if not widget.isHidden())
