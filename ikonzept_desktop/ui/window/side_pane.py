"""The pane on the right: what is said about the section, and beside it, by tab, whatever features put there."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit.tabs import Tabs
from ikonzept_desktop.ui.window import texts


class SidePane(QWidget):
    """Pages by key; with one page alone there are no tabs."""

    shown = Signal(str)
    """The key of the page that is now to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without pages."""
        super().__init__(parent)
        self.tabs = Tabs(texts.SIDE_PAGES, self)
        self.tabs.hide()
        self._stack = QStackedWidget(self)
        self._pages: dict[str, QWidget] = {}
        self._homes: dict[QWidget, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._show)

    def add(self, key: str, name: str, icon: str, page: QWidget, home: QWidget) -> None:
        """Add a page at the end; its home is what takes the keyboard in it."""
        self._pages[key] = page
        self._homes[page] = home
        self._stack.addWidget(page)
        self.tabs.add(key, name, icon)
        self.tabs.setVisible(len(self._pages) > 1)
        self._fit()

    def show_page(self, key: str) -> None:
        """Bring a page to sight; raises KeyError for an unknown one."""
        self.tabs.choose(key)
        self._show(key)

    def page(self) -> QWidget:
        """Give the page that is to be seen."""
        return self._stack.currentWidget()

    @property
    def key(self) -> str:
        """Which page is to be seen."""
        return self.tabs.key

    def set_count(self, key: str, count: int, kind: str = "") -> None:
        """Show a count beside a page's name, 0 for none; kind: amber, red or none."""
        if self.tabs.set_count(key, count, kind):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether there is room for the names of all pages."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the names anew where the type of the screens has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the page that is to be seen."""
        self._homes[self.page()].setFocus(event.reason())

    def _show(self, key: str) -> None:
        self._stack.setCurrentWidget(self._pages[key])
        self._fit()
        self.shown.emit(key)

    def _fit(self) -> None:
        """Show the pages that are not chosen by their icons where there is no room for all names."""
        self.tabs.show_texts(shown=self.tabs.width_in_words() <= self.width(), but_chosen=True)
