"""The text alone on the screen: menus come with Alt or the mouse at the upper edge, Esc or F11 leads back."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QWidget

from ikonzept_desktop.ui.window.surroundings import Surroundings
from ikonzept_desktop.ui.window.text_toolbar import TextToolbar
from ikonzept_desktop.ui.window.word_edge import WordEdge

_LOOK = 200
"""ms between two looks at where the mouse is and whether the menus are still wanted."""
_STAYS = 4
"""Looks for which the menus stay at least."""
_EDGE = 2
"""px at the upper and the lower edge of the screen that bring what is hidden there."""


class FullScreen(QObject):
    """Hides everything but the text's column, and brings it back."""

    changed = Signal()

    def __init__(self, room: Surroundings) -> None:
        """Serve a window, which stays as it is until it is told."""
        window = room.widget()
        assert isinstance(window, QMainWindow)
        super().__init__(window)
        self._room = room
        self._window = window
        self._hidden: list[QWidget] = []
        self._maximized = False
        self._looks_left = 0
        self.on = False
        self.edge = WordEdge(room, window.centralWidget())
        self._looking = QTimer(self, interval=_LOOK)
        self._looking.timeout.connect(self._look)
        window.installEventFilter(self)

    def toggle(self) -> None:
        """Leave the text alone, or bring the rest back."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Leave the text alone."""
        room, window = self._room, self._window
        room.workspaces.show_writing()
        room.text.setFocus()  # before what has the keyboard goes, and Qt hands it on as it likes
        self.on = True
        self._maximized = window.isMaximized()
        tools = window.findChildren(TextToolbar)
        beside = [room.stage.widget(at) for at in range(room.stage.count())]
        parts = [window.menuWidget(), room.status, *tools, *(part for part in beside if part is not room.text)]
        self._hidden = [part for part in parts if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        room.panes.stand_alone(alone=True)
        window.showFullScreen()
        self.edge.show()
        self._looking.start()
        self._tell()

    def leave(self) -> None:
        """Bring everything back."""
        if not self.on:
            return
        self.on = False
        self._looking.stop()
        self.edge.hide()
        for part in self._hidden:
            part.show()
        self._hidden = []
        self._room.panes.stand_alone(alone=False)
        if self._maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear Esc and Alt where nothing else wants them; a window that closes is to come back as it was."""
        if not self.on:
            return False
        if event.type() == QEvent.Type.Close:
            self.leave()
        elif event.type() == QEvent.Type.ShortcutOverride and _is(event, Qt.Key.Key_Alt):
            self.show_rims()
        elif event.type() == QEvent.Type.KeyPress and _is(event, Qt.Key.Key_Escape):
            self.leave()
            return True
        return False

    def show_rims(self) -> None:
        """Show menus and status line for as long as they are wanted."""
        self._looks_left = _STAYS
        for part in (self._window.menuWidget(), self._room.status):
            part.show()

    def _look(self) -> None:
        """See whether the mouse asks for what is hidden at the edges, and whether what is shown is still wanted."""
        frame = self._window.rect()
        mouse = self._window.mapFromGlobal(QCursor.pos())
        if self._window.isActiveWindow() and frame.contains(mouse):
            if mouse.y() <= frame.top() + _EDGE:
                self._show(self._window.menuWidget())
            elif mouse.y() >= frame.bottom() - _EDGE:
                self._show(self._room.status)
        self._looks_left -= 1
        if self._looks_left <= 0 and not self._wanted(mouse):
            for part in (self._window.menuWidget(), self._room.status):
                part.hide()

    def _show(self, part: QWidget) -> None:
        self._looks_left = _STAYS
        part.show()

    def _wanted(self, mouse: QPoint) -> bool:
        """Tell whether menus or status line are being used."""
        header, status = self._window.menuWidget(), self._room.status
        menus = header.findChild(QMenuBar)
        focused = QApplication.focusWidget()
        return (
            QApplication.activePopupWidget() is not None
            or bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
            or (menus is not None and menus.activeAction() is not None)
            or any(_under(part, self._window, mouse) or _holds(part, focused) for part in (header, status))
        )

    def _tell(self) -> None:
        self._room.actions_by_key["full_screen"].setChecked(self.on)
        self.changed.emit()


def _is(event: QEvent, key: Qt.Key) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == key


def _under(part: QWidget, window: QWidget, mouse: QPoint) -> bool:
    return part.isVisible() and part.rect().contains(part.mapFrom(window, mouse))


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))
