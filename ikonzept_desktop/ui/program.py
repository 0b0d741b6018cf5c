"""The running program: its windows, the concepts open in them, and what it remembers of its user.

A concept's window is shown with its outline at once; what it takes to read and write the concept is imported then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ikonzept_desktop import collector
from ikonzept_desktop import settings as user_settings
from ikonzept_desktop.model.memo import forget_all
from ikonzept_desktop.model.store.glance import glance
from ikonzept_desktop.model.store.whereabouts import working_folder
from ikonzept_desktop.settings import Settings
from ikonzept_desktop.ui import elsewhere
from ikonzept_desktop.ui import program_texts as texts
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.trouble import Trouble
from ikonzept_desktop.ui.window.concept_window import ConceptWindow, Desk
from ikonzept_desktop.ui.window.memory import Memory

if TYPE_CHECKING:  # for types alone: at run time they come when they are needed
    from ikonzept_desktop.model.template import Template
    from ikonzept_desktop.ui.beyond import CommandsBeyond
    from ikonzept_desktop.ui.session import Session
    from ikonzept_desktop.ui.window.start_window import StartWindow

LAYOUT = "concept"
"""The name under which the settings keep the layout of a concept's window."""
_ROUNDS_TO_PAINT = 2
"""Of the event loop: one to lay the window out, one to paint it."""


class Program(QObject):
    """Opens and closes windows; one concept each, any number of them."""

    def __init__(self, app: QApplication, settings_file: Path) -> None:
        """Begin without a window."""
        super().__init__()
        self.app = app
        self._settings_file = settings_file
        self._settings = user_settings.load(settings_file).settings
        self._last_things: list[Callable[[], None]] = []
        self._start: StartWindow | None = None
        self._commands: CommandsBeyond | None = None
        self.windows: list[ConceptWindow] = []
        # Not before a window is gone: Qt ends the program with its last one.
        self._tidying = QTimer(self, singleShot=True, interval=0)
        self._tidying.timeout.connect(self._tidy_up)
        self.apply_theme(self._settings)

    @property
    def settings(self) -> Settings:
        """The user's choices as they stand."""
        return self._settings

    def remember(self, change: Callable[[Settings], Settings]) -> None:
        """Change the user's choices, for the next start too."""
        try:
            self._settings = user_settings.update(self._settings_file, change)
        except OSError:
            # The user's folder cannot be written: the choice holds for this sitting.
            self._settings = change(self._settings)

    def apply_theme(self, settings: Settings) -> None:
        """Show the program light or dark."""
        theme.apply(self.app, theme.Scheme(settings.theme))

    def show_start(self) -> StartWindow:
        """Show the start page."""
        if self._start is None:
            self._start = self._beyond().new_start_window()
        self._beyond().look_for_recent()
        elsewhere.tell_what_waits(self._start, self.open)
        self._start.show()
        self._start.page.focus_start()
        return self._start

    def open(self, path: Path, *, read_only: bool = False) -> ConceptWindow | None:
        """Show a concept in a window of its own, or the one it is in; None where it cannot be opened."""
        if not elsewhere.answers(path):
            return self._show_or_tell(path, elsewhere.without_answer(path))
        known = next((window for window in self.windows if elsewhere.is_same(window.session.path, path)), None)
        if known is not None:
            known.setWindowState(known.windowState() & ~Qt.WindowState.WindowMinimized)
            known.raise_()
            known.activateWindow()
            return known
        window = self._first_sight(path)

        from ikonzept_desktop.ui.opening import open_concept

        try:
            opened = open_concept(path, read_only=read_only)
        except BaseException:
            if window is not None:
                window.close()  # nobody is to write into a mere picture
            raise
        return self._show_or_tell(path, opened, window)

    def new(self, template: str, path: Path) -> ConceptWindow | None:
        """Make a concept from a template, by its key, and show it; None where it cannot be made."""
        from ikonzept_desktop.ui.opening import create_concept

        return self._show_or_tell(path, create_concept(path, template))

    def new_empty(self, template: Template, path: Path) -> ConceptWindow | None:
        """Make a concept of a template without any section and show it; None where it cannot be made."""
        from ikonzept_desktop.ui.opening import create_empty

        return self._show_or_tell(path, create_empty(path, template))

    def practise(self, path: Path) -> ConceptWindow | None:
        """Make the concept to practise with and show it; None where it cannot be made."""
        from ikonzept_desktop.ui.opening import create_practice

        return self._show_or_tell(path, create_practice(path))

    def rescue(self, path: Path, target: Path) -> ConceptWindow | None:
        """Put what can be read of a damaged file into a new one and show it; None where nothing can."""
        from ikonzept_desktop.ui import opening

        window = self._show_or_tell(path, opening.rescue(path, target))
        if window is not None:
            said = texts.RESCUED.format(name=path.name)
            window.banner.say(said, "info", (texts.UNDERSTOOD, window.banner.be_quiet))
        return window

    def show_session(self, session: Session, window: ConceptWindow | None = None) -> ConceptWindow:
        """Show an open concept in a window, or in the one that shows its outline already."""
        known = self._settings
        if window is None:
            window = ConceptWindow(self._layout())
        author = (known.writer_name, known.writer_initials)
        window.furnish(session, Desk(author, known.zoom, self._beyond().handlers(), self._take_leave, self._memory()))
        self.windows.append(window)
        if working_folder() not in session.path.parents:  # it goes when its words are back; its concept is known
            self.remember(lambda known: user_settings.with_recent_file(known, session.path))
        window.show()
        collector.settle()
        if self._start is not None:
            self._start.hide()
        return window

    def quit(self) -> None:
        """Close every window; one that cannot save stays, and the program with it."""
        if all(window.close() for window in tuple(self.windows)):
            self.shut_down()
            self.app.quit()

    def save_all(self) -> None:
        """Bring every word to disk without closing anything: the user logs off, and the system waits for nobody."""
        for window in self.windows:
            window.commit_pending()
            window.session.save_now()

    def shut_down(self) -> None:
        """Do what is to be done in the end; done twice it does no harm."""
        for do in self._last_things:
            do()

    def at_end(self, do: Callable[[], None]) -> None:
        """Have something done when the last window has gone."""
        self._last_things.append(do)

    def _beyond(self) -> CommandsBeyond:
        if self._commands is None:
            from ikonzept_desktop.ui.beyond import CommandsBeyond

            self._commands = CommandsBeyond(self)
        return self._commands

    def _memory(self) -> Memory:
        return Memory(lambda: self._settings, self.remember)

    def _layout(self) -> str:
        return self._settings.window_layouts.get(LAYOUT, "")

    def _first_sight(self, path: Path) -> ConceptWindow | None:
        """Show a window with the outline of a concept that is still to be read; None where there is none to see."""
        seen = glance(path)
        if seen is None:
            return None
        window = ConceptWindow(self._layout())
        window.name(seen.properties.title or path.stem)
        window.show_outline(seen)
        window.show()
        for _ in range(_ROUNDS_TO_PAINT):
            # Keys and clicks wait until there is a concept for them.
            self.app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return window

    def _show_or_tell(
        self, path: Path, opened: Session | Trouble, window: ConceptWindow | None = None
    ) -> ConceptWindow | None:
        if not isinstance(opened, Trouble):
            return self.show_session(opened, window)
        host = self.windows[-1] if self.windows else self.show_start()
        if window is not None:
            window.close()
        to_read = ((texts.OPEN_TO_READ, path),) if opened.readable else ()
        ways: list[tuple[str, Callable[[], object]]] = [
            (name, partial(self.open, file, read_only=True)) for name, file in (*to_read, *opened.backups)
        ]
        if opened.rescuable:
            ways.append((texts.RESCUE, partial(self._beyond().ask_and_rescue, host, path)))
        host.banner.say(opened.sentence, "red", *ways, (texts.UNDERSTOOD, host.banner.be_quiet))
        return None

    def _take_leave(self, window: ConceptWindow) -> None:
        layout, zoom = window.layout_to_remember(), window.zoom()
        self.remember(lambda known: _with_look(known, layout, zoom))
        self.windows.remove(window)
        window.session.close()
        back = window.session.giving_back
        if back is not None and back.place != window.session.path:
            place = back.place  # beside it: there the user finds what was written
            self.remember(lambda known: user_settings.with_recent_file(known, place))
        if back is not None and not back.is_back:
            elsewhere.tell_that_it_is_not_back(back.place)
        window.destroyed.connect(self._tidying.start)

    def _tidy_up(self) -> None:
        if self.windows:
            forget_all()
            collector.clear_away()
        else:
            self.shut_down()


def _with_look(known: Settings, layout: str, zoom: int) -> Settings:
    return user_settings.with_window_layout(replace(known, zoom=zoom), LAYOUT, layout)
