"""Commands that reach beyond one window: files, settings, giving out, and the start page.

Dialogs, the start page, and what reads templates, are imported when they are asked for: a concept's window does not
wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ikonzept_desktop import settings as user_settings
from ikonzept_desktop.model.edits import SetProperties
from ikonzept_desktop.paths import is_folder, resource
from ikonzept_desktop.settings import Settings
from ikonzept_desktop.ui import opening
from ikonzept_desktop.ui import program_texts as texts
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.trouble import Trouble
from ikonzept_desktop.ui.window.concept_window import ConceptWindow

if TYPE_CHECKING:  # for types alone, as above
    from ikonzept_desktop.model.template import Template
    from ikonzept_desktop.ui.handbook.handbook_window import HandbookWindow
    from ikonzept_desktop.ui.recents import RecentLookup
    from ikonzept_desktop.ui.window.start_page import TemplateCard
    from ikonzept_desktop.ui.window.start_window import StartWindow
    from ikonzept_desktop.ui.window.surroundings import Surroundings

SUFFIX = ".ikonzept"


class Host(Protocol):
    """What these commands ask of the running program."""

    windows: list[ConceptWindow]

    @property
    def settings(self) -> Settings:
        """The user's choices."""

    def remember(self, change: Callable[[Settings], Settings]) -> None:
        """Change the user's choices."""

    def apply_theme(self, settings: Settings) -> None:
        """Show the program light or dark."""

    def open(self, path: Path, *, read_only: bool = False) -> ConceptWindow | None:
        """Show a concept."""

    def new(self, template: str, path: Path) -> ConceptWindow | None:
        """Make a concept and show it."""

    def new_empty(self, template: Template, path: Path) -> ConceptWindow | None:
        """Make a concept without any section and show it."""

    def practise(self, path: Path) -> ConceptWindow | None:
        """Make the concept to practise with and show it."""

    def rescue(self, path: Path, target: Path) -> ConceptWindow | None:
        """Put what can be read of a damaged file into a new one and show it."""

    def show_session(self, session: Session) -> ConceptWindow:
        """Show an open concept."""

    def show_start(self) -> StartWindow:
        """Show the start page."""

    def at_end(self, do: Callable[[], None]) -> None:
        """Have something done when the last window has gone."""

    def quit(self) -> None:
        """Close every window."""


class CommandsBeyond(QObject):
    """Carries out what the windows cannot do by themselves."""

    def __init__(self, host: Host) -> None:
        """Serve a running program."""
        super().__init__()
        self._host = host
        self._start: StartWindow | None = None
        self._show_output: Callable[[Session, Surroundings], None] | None = None
        self._lookup: RecentLookup | None = None
        self._handbook: HandbookWindow | None = None

    def handlers(self) -> dict[str, Callable[[ConceptWindow], object]]:
        """Give the handler of each command by key; each is told the window it was called in."""
        return {
            "new": self._ask_for_new,
            "open": self._ask_and_open,
            "save_as": self._save_as,
            "give_copy": self._give_copy,
            "export": self._export,
            "trash": _show_trash,
            "properties": _edit_properties,
            "settings": self._edit_settings,
            "quit": lambda _window: self._host.quit(),
            "handbook": self._help,
            "practice": self._ask_to_practise,
            "log": _open_log,
            "about": _tell_about,
        }

    def show_handbook(self) -> HandbookWindow:
        """Show the Handbuch, where it was left or else from its beginning."""
        if self._handbook is None:
            self._handbook = _new_handbook()
            self._host.at_end(self._close_handbook)
        _show(self._handbook)
        self._handbook.activateWindow()
        self._handbook.page.setFocus()
        return self._handbook

    def _help(self, window: ConceptWindow) -> None:
        """Show what fits where the keyboard is; a book that is being read is left there for something special only."""
        from ikonzept_desktop.ui.handbook.fitting import fitting

        fit = fitting(window.focusWidget())
        read = self._handbook is not None and self._handbook.isVisible()
        book = self.show_handbook()
        if fit.chapter and not (read and fit.anywhere):
            book.show_chapter(fit.chapter, fit.anchor)

    def _close_handbook(self) -> None:
        if self._handbook is not None:
            self._handbook.close()
            self._handbook.deleteLater()
            self._handbook = None

    def ask_and_rescue(self, parent: QWidget, path: Path) -> None:
        """Ask where to put what can be read of a damaged file."""
        from PySide6.QtWidgets import QFileDialog

        proposed = path.with_name(f"{texts.rescued_from(path.stem)}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(parent, texts.RESCUE_TITLE, str(proposed), texts.FILTER)
        if chosen:
            self._host.rescue(path, with_ending(Path(chosen)))

    def new_start_window(self) -> StartWindow:
        """Make the window of the start page, wired."""
        from ikonzept_desktop.ui.recents import RecentLookup
        from ikonzept_desktop.ui.window.start_window import StartWindow

        self._lookup = RecentLookup(self)
        self._start = start = StartWindow(_template_cards())
        page = start.page
        self._lookup.found.connect(page.show_recent)  # by the page's own method: what comes too late for it is dropped
        page.new_asked.connect(lambda template: self._ask_for_new(start, template))
        page.open_asked.connect(lambda: self._ask_and_open(start))
        page.import_asked.connect(lambda paths: self._import_new(start, paths))
        page.recent_asked.connect(self._host.open)
        page.search_asked.connect(self._search)
        page.forget_asked.connect(self._forget)
        page.clear_asked.connect(self._forget_all)
        page.handbook_asked.connect(self.show_handbook)
        page.practice_asked.connect(lambda: self._ask_to_practise(start))
        page.take_over_asked.connect(self._take_over_template)
        return start

    def look_for_recent(self) -> None:
        """Show the recent concepts on the start page, and whether each is where it was as soon as that is known."""
        if self._start is not None and self._lookup is not None:
            self._start.page.show_templates(_template_cards())
            paths = [Path(path) for path in self._host.settings.recent_files]
            self._start.page.show_recent(self._lookup.look(paths))

    def _take_over_template(self) -> None:
        from ikonzept_desktop.ui.template_import import ask_and_take_over

        if self._start is not None and (trouble := ask_and_take_over(self._start)) is not None:
            banner = self._start.banner
            banner.say(trouble.sentence, "red", (texts.UNDERSTOOD, banner.be_quiet))
        self.look_for_recent()

    def _ask_for_new(self, parent: QWidget, template: str = texts.DEFAULT_TEMPLATE) -> None:
        from PySide6.QtWidgets import QFileDialog

        proposed = str(self._folder() / texts.NEW_FILE)
        chosen, _ = QFileDialog.getSaveFileName(parent, texts.NEW, proposed, texts.FILTER)
        if chosen:
            self._host.new(template, with_ending(Path(chosen)))

    def _import_new(self, start: StartWindow, paths: list[Path]) -> None:
        """Make a new concept of a document, which is asked for where none is given; then show what it is to become."""
        from ikonzept_desktop.ui.new_from_document import ask_and_read

        asked = ask_and_read(start, paths, self._folder())
        if isinstance(asked, str):
            if asked:
                start.banner.say(asked, "red", (texts.UNDERSTOOD, start.banner.be_quiet))
            return
        window = self._host.new_empty(asked.template, with_ending(asked.path))
        if window is not None:
            window.sight_given.emit(asked.sight)

    def _ask_and_open(self, parent: QWidget) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(parent, texts.OPEN, str(self._folder()), texts.FILTER)
        if chosen:
            self._host.open(Path(chosen))

    def _ask_to_practise(self, parent: QWidget) -> None:
        from PySide6.QtWidgets import QFileDialog

        proposed = str(self._folder() / texts.PRACTICE_FILE)
        chosen, _ = QFileDialog.getSaveFileName(parent, texts.PRACTICE, proposed, texts.FILTER)
        if chosen:
            self._host.practise(with_ending(Path(chosen)))

    def _save_as(self, window: ConceptWindow) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(window, texts.SAVE_AS, str(window.session.path), texts.FILTER)
        if chosen and window.commit_pending():
            moved = opening.save_as(window.session, with_ending(Path(chosen)))
            if isinstance(moved, Trouble):
                window.banner.say(moved.sentence, "red", (texts.UNDERSTOOD, window.banner.be_quiet))
                return
            self._host.show_session(moved)
            window.close()

    def _give_copy(self, window: ConceptWindow) -> None:
        from PySide6.QtWidgets import QFileDialog

        proposed = window.session.path.with_stem(texts.copy_of(window.session.path.stem))
        chosen, _ = QFileDialog.getSaveFileName(window, texts.GIVE_COPY, str(proposed), texts.FILTER)
        if chosen and window.commit_pending():
            path = with_ending(Path(chosen))
            trouble = opening.give_copy(window.session, path)
            said = trouble.sentence if trouble else texts.COPY_GIVEN.format(name=path.name)
            window.banner.say(said, "red" if trouble else "info", (texts.UNDERSTOOD, window.banner.be_quiet))

    def _export(self, window: ConceptWindow) -> None:
        from ikonzept_desktop.ui.window.output_dialog import OutputDesk

        if self._show_output is None:
            desk = OutputDesk()
            self._show_output = desk.show
            self._host.at_end(desk.close)
        self._show_output(window.session, window)

    def _edit_settings(self, window: ConceptWindow) -> None:
        from ikonzept_desktop.ui.window.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._host.settings, self._preview, window)
        if dialog.exec():
            chosen = dialog.settings()
            self._host.remember(lambda known: _with_choices(known, chosen))
            for open_window in self._host.windows:
                open_window.set_author(chosen.writer_name, chosen.writer_initials)

    def _preview(self, settings: Settings) -> None:
        from ikonzept_desktop.ui.editor.typing_help import choice_of

        self._host.apply_theme(settings)
        for window in self._host.windows:
            window.set_zoom(settings.zoom)
            choice_of(window.session.project).off = frozenset(settings.typing_off)

    def _search(self, path: Path) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = texts.SEARCH.format(name=path.name)
        chosen, _ = QFileDialog.getOpenFileName(self._start, title, str(_nearest(path)), texts.FILTER)
        if chosen and self._host.open(Path(chosen)) is not None:
            self._host.remember(lambda known: user_settings.without_recent_file(known, path))

    def _forget(self, path: Path) -> None:
        self._host.remember(lambda known: user_settings.without_recent_file(known, path))
        self.look_for_recent()

    def _forget_all(self) -> None:
        self._host.remember(lambda known: replace(known, recent_files=()))
        self.look_for_recent()

    def _folder(self) -> Path:
        recent = self._host.settings.recent_files
        return Path(recent[0]).parent if recent else Path.home()


def with_ending(path: Path) -> Path:
    """Give a concept's path its ending where it was typed without."""
    return path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")


def _show(dialog: QWidget) -> None:
    dialog.show()
    dialog.raise_()


def _new_handbook() -> HandbookWindow:
    from PySide6.QtCore import Qt

    from ikonzept_desktop.ui.handbook.book import read_book
    from ikonzept_desktop.ui.handbook.handbook_window import HandbookWindow
    from ikonzept_desktop.ui.handbook.keys_page import keys_chapter
    from ikonzept_desktop.ui.window.commands import commands_by_menu

    window = HandbookWindow((*read_book(resource("handbuch")), keys_chapter(commands_by_menu())))
    window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)  # one may read it beside the last window
    return window


def _tell_about(window: ConceptWindow) -> None:
    from PySide6.QtWidgets import QMessageBox

    told = QMessageBox(QMessageBox.Icon.NoIcon, texts.ABOUT, texts.about(), parent=window)
    told.setIconPixmap(window.windowIcon().pixmap(48))
    told.addButton(texts.CLOSE, QMessageBox.ButtonRole.AcceptRole)
    told.exec()


def _open_log(window: ConceptWindow) -> None:
    from ikonzept_desktop import logbook
    from ikonzept_desktop.paths import user_folders
    from ikonzept_desktop.ui.outputs import open_file

    book = logbook.Logbook(user_folders().state)
    book.note("Das Protokoll wird geöffnet.")  # so that there is one
    if not open_file(book.path):
        said = texts.NO_LOG.format(path=book.path)
        window.banner.say(said, "red", (texts.UNDERSTOOD, window.banner.be_quiet))


def _show_trash(window: ConceptWindow) -> None:
    from ikonzept_desktop.ui.window.trash_dialog import TrashDialog

    _show(TrashDialog(window.session, window))


def _edit_properties(window: ConceptWindow) -> None:
    from ikonzept_desktop.ui.window.properties_dialog import PropertiesDialog

    session = window.session
    dialog = PropertiesDialog(session.document.properties, window, read_only=session.read_only)
    if dialog.exec() and dialog.properties() != session.document.properties:
        session.apply(SetProperties(session.document.properties, dialog.properties()), texts.PROPERTIES_STEP)


def _nearest(path: Path) -> Path:
    return next((parent for parent in path.parents if is_folder(parent)), Path.home())


def _template_cards() -> list[TemplateCard]:
    """Give the templates that come with the program, the Integrationskonzept first, then the user's own."""
    from ikonzept_desktop.model.template_file import read_template
    from ikonzept_desktop.ui.own_templates import own_templates
    from ikonzept_desktop.ui.window.start_page import TemplateCard

    files = sorted(
        resource("templates").glob("*.toml"), key=lambda file: (file.stem != texts.DEFAULT_TEMPLATE, file.stem)
    )
    templates = [*((file.stem, read_template(file)) for file in files), *own_templates()]
    return [TemplateCard(key, template.title, template.summary) for key, template in templates]


def _with_choices(known: Settings, chosen: Settings) -> Settings:
    return replace(
        known,
        writer_name=chosen.writer_name,
        writer_initials=chosen.writer_initials,
        zoom=chosen.zoom,
        theme=chosen.theme,
        typing_off=chosen.typing_off,
    )
