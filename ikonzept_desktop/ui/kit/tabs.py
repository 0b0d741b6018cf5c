"""Tabs: the workspaces in the header, the pages of a pane, the fields of a section."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.labels import Badge

_GAP = 4
"""px between a tab's icon and its words."""
_BADGES = {"": ("hover", "ink"), "amber": ("amber_tint", "amber"), "red": ("red_tint", "red")}


class Tabs(QTabBar):
    """Tabs by key, each with an icon and a count if wanted; the chosen one is underlined in the accent."""

    chosen = Signal(str)
    """The key of a tab that the user went to."""

    def __init__(self, name: str, parent: QWidget | None = None, *, emphasis: str = "ink", height: int = 40) -> None:
        """Begin without tabs, under a name; emphasis: the ink of the chosen one, ink or accent. px"""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("emphasis", emphasis)
        self.setExpanding(False)
        self.setDrawBase(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self._emphasis = "link" if emphasis == "accent" else "ink"
        self._height = height
        self._quiet = False
        self._names: dict[str, str] = {}
        self._counts: dict[str, tuple[int, str]] = {}
        self.currentChanged.connect(self._tell)

    def tabSizeHint(self, index: int) -> QSize:
        """Make tabs as high as the bar they stand in."""
        return super().tabSizeHint(index).expandedTo(QSize(0, self._height))

    def add(self, key: str, text: str, icon_name: str = "", tip: str = "") -> None:
        """Add a tab at the end."""
        self._quiet = True
        self._names[key] = text
        shape = icon(icon_name, "muted", on=self._emphasis) if icon_name else icon_name
        place = self.addTab(shape, text) if shape else self.addTab(text)
        self.setTabData(place, key)
        self.setTabToolTip(place, tip)
        self.setAccessibleTabName(place, text)
        self._quiet = False

    def set_count(self, key: str, count: int, kind: str = "") -> bool:
        """Show a count beside a tab's name, 0 for none, and tell whether it is another; kind: amber, red or none.

        Raises KeyError for an unknown key.
        """
        place = self._place(key)
        if self._counts.get(key, (0, kind)) == (count, kind):
            return False
        self._counts[key] = (count, kind)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 8, 0)
        ground, ink = _BADGES[kind]
        badge = Badge(ground, ink, holder)
        row.addWidget(badge)
        badge.show_count(count)
        if not count:
            holder.setFixedSize(0, 0)  # the bar leaves as much room as it is large, laid out or not
        before = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
        self.setTabButton(place, QTabBar.ButtonPosition.RightSide, holder)
        if before is not None:
            before.deleteLater()
        text = self._names[key]
        self.setAccessibleTabName(place, f"{text} {count}" if count else text)
        return True

    def show_texts(self, *, shown: bool, but_chosen: bool = False) -> None:
        """Show icons with words, or icons alone where there is little room; words are then in the tool tips.

        The chosen tab may keep its words. What is so already is left alone: each change asks for a new layout.
        """
        for place in range(self.count()):
            words = self._names[str(self.tabData(place))]
            in_words = shown or (but_chosen and place == self.currentIndex())
            if self.tabText(place) != (words if in_words else ""):
                self.setTabText(place, words if in_words else "")
                self.setTabToolTip(place, "" if in_words else words)

    def width_in_words(self) -> int:
        """Give the width of the tabs with all their words, whatever is shown now. px"""
        font = fonts.emphasised(self.font())
        metrics = QFontMetrics(font)
        hidden = (self._names[str(self.tabData(place))] for place in range(self.count()) if not self.tabText(place))
        return self.sizeHint().width() + sum(metrics.horizontalAdvance(words) + _GAP for words in hidden)

    def choose(self, key: str) -> None:
        """Go to a tab, without a signal; raises KeyError for an unknown one."""
        self._quiet = True
        self.setCurrentIndex(self._place(key))
        self._quiet = False

    @property
    def key(self) -> str:
        """Which tab is chosen; nothing while there are none."""
        return str(self.tabData(self.currentIndex()) or "")

    def _place(self, key: str) -> int:
        for place in range(self.count()):
            if self.tabData(place) == key:
                return place
        raise KeyError(key)

    def _tell(self, place: int) -> None:
        if not self._quiet and place >= 0:
            self.chosen.emit(self.key)
