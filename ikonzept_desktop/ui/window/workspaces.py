"""The workspaces of a window: writing first, and beside it those that features add, made when they are first shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ikonzept_desktop.ui.kit.tabs import Tabs
from ikonzept_desktop.ui.window import texts

WRITING = "writing"


class Workspaces(QObject):
    """Which of the workspaces is on stage; with writing alone there are no tabs."""

    shown = Signal(str)
    """The key of the workspace that is now on stage."""

    def __init__(self, stage: QStackedWidget, parent: QWidget) -> None:
        """Begin with writing, which stands on the stage already."""
        super().__init__(parent)
        self._stage = stage
        self.tabs = Tabs(texts.WORKSPACES, parent, emphasis="accent")
        self.tabs.hide()
        self.tabs.add(WRITING, texts.WRITING, "pencil")
        self._made: dict[str, QWidget] = {WRITING: stage.widget(0)}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self.tabs.chosen.connect(self._show)

    def add(self, key: str, name: str, icon: str, make: Callable[[], QWidget]) -> None:
        """Add a workspace at the end, made when it is shown first; it hands the keyboard on by `focusInEvent`."""
        self._makers[key] = make
        self.tabs.add(key, name, icon)
        self.tabs.show()

    def show(self, key: str) -> None:
        """Bring a workspace on stage; raises KeyError for an unknown one."""
        self.tabs.choose(key)
        self._show(key)

    def show_writing(self) -> None:
        """Bring the text on stage, where it is not."""
        if self.key != WRITING:
            self.show(WRITING)

    @property
    def key(self) -> str:
        """Which workspace is on stage."""
        return self.tabs.key

    def widget(self) -> QWidget:
        """Give the workspace on stage."""
        return self._stage.currentWidget()

    def _show(self, key: str) -> None:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._makers[key]()
            self._stage.addWidget(made)
        self._stage.setCurrentWidget(made)
        self.shown.emit(key)
