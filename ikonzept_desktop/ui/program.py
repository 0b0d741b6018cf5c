"""The running program: its windows, the concepts open in them, and what reaches beyond one window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from ikonzept_desktop import settings as user_settings
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.edits import SetProperties
from ikonzept_desktop.paths import resource
from ikonzept_desktop.settings import Settings
from ikonzept_desktop.ui import program_texts as texts
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.opening import Opener, Trouble
from ikonzept_desktop.ui.recents import RecentLookup
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.concept_window import ConceptWindow, Desk
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.properties_dialog import PropertiesDialog
from ikonzept_desktop.ui.window.settings_dialog import SettingsDialog
from ikonzept_desktop.ui.window.start_page import TemplateCard
from ikonzept_desktop.ui.window.start_window import StartWindow
from ikonzept_desktop.ui.window.trash_dialog import TrashDialog

LAYOUT = "concept"
"""The name under which the settings keep the layout of a concept's window."""
WORKER_MEMORY_MB = 2048


class Program(QObject):
    """Opens and closes windows; one concept each, any number of them."""

    def __init__(self, app: QApplication, opener: Opener, settings_file: Path) -> None:
        """Begin without a window."""
        super().__init__()
        self._app = app
        self._opener = opener
        self._settings_file = settings_file
        self._settings = user_settings.load(settings_file).settings
        self._worker: Worker | None = None
        self._start: StartWindow | None = None
        self.windows: list[ConceptWindow] = []
        self._lookup = RecentLookup(self)
        self._lookup.found.connect(self._show_recent)
        theme.apply(app, theme.Scheme(self._settings.theme))
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self._apply_theme(self._settings))

    def show_start(self) -> StartWindow:
        """Show the start page."""
        if self._start is None:
            self._start = self._new_start_window()
        paths = [Path(path) for path in self._settings.recent_files]
        self._start.page.show_recent(self._lookup.look(paths))
        self._start.show()
        self._start.page.focus_start()
        return self._start

    def open(self, path: Path, *, read_only: bool = False) -> ConceptWindow | None:
        """Show a concept in a window of its own, or the one it is in; None where it cannot be opened."""
        known = next((window for window in self.windows if _same(window.session.path, path)), None)
        if known is not None:
            known.activateWindow()
            known.raise_()
            return known
        opened = self._opener.open(path, read_only=read_only)
        if isinstance(opened, Trouble):
            self._tell(path, opened)
            return None
        return self.show_session(opened)

    def new(self, template: str, path: Path) -> ConceptWindow | None:
        """Make a concept from a template and show it."""
        made = self._opener.create(path, template)
        if isinstance(made, Trouble):
            self._tell(path, made)
            return None
        return self.show_session(made)

    def show_session(self, session: Session) -> ConceptWindow:
        """Show an open concept in a window."""
        window = ConceptWindow(session, self._desk())
        self.windows.append(window)
        self._remember(lambda known: user_settings.with_recent_file(known, session.path))
        window.show()
        if self._start is not None:
            self._start.hide()
        return window

    def quit(self) -> None:
        """Close every window; one that cannot save stays, and the program with it."""
        if all(window.close() for window in tuple(self.windows)):
            self.shut_down()
            self._app.quit()

    def shut_down(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def worker(self) -> Worker:
        """Give the process that makes finished files, begun when first needed."""
        if self._worker is None:
            self._worker = Worker(memory_mb=WORKER_MEMORY_MB, preload=("ikonzept_desktop.export.orders",))
        return self._worker

    # Commands that reach beyond a window.

    def _desk(self) -> Desk:
        handlers: dict[str, Callable[[ConceptWindow], object]] = {
            "new": self._ask_for_new,
            "open": self._ask_and_open,
            "save_as": self._save_as,
            "give_copy": self._give_copy,
            "export": lambda window: self._show(OutputDialog(window.session, self.worker(), window)),
            "trash": lambda window: self._show(TrashDialog(window.session, window)),
            "properties": self._edit_properties,
            "settings": self._edit_settings,
            "quit": lambda _window: self.quit(),
            "about": lambda window: QMessageBox.about(window, texts.ABOUT, texts.about()),
        }
        known = self._settings
        author = (known.writer_name, known.writer_initials)
        return Desk(author, known.zoom, known.window_layouts.get(LAYOUT, ""), handlers, self._take_leave)

    def _show(self, dialog: QWidget) -> None:
        dialog.show()
        dialog.raise_()

    def _ask_for_new(self, parent: QWidget, template: str = "integrationskonzept") -> None:
        proposed = str(Path.home() / texts.NEW_FILE)
        chosen, _ = QFileDialog.getSaveFileName(parent, texts.NEW, proposed, texts.FILTER)
        if chosen:
            self.new(template, with_ending(Path(chosen)))

    def _ask_and_open(self, parent: QWidget) -> None:
        chosen, _ = QFileDialog.getOpenFileName(parent, texts.OPEN, str(self._folder()), texts.FILTER)
        if chosen:
            self.open(Path(chosen))

    def _save_as(self, window: ConceptWindow) -> None:
        chosen, _ = QFileDialog.getSaveFileName(window, texts.SAVE_AS, str(window.session.path), texts.FILTER)
        if chosen and window.text.commit_pending():
            moved = self._opener.save_as(window.session, with_ending(Path(chosen)))
            if isinstance(moved, Trouble):
                window.banner.say(moved.sentence, "red")
                return
            self.show_session(moved)
            window.close()

    def _give_copy(self, window: ConceptWindow) -> None:
        proposed = window.session.path.with_stem(f"{window.session.path.stem} – Kopie")
        chosen, _ = QFileDialog.getSaveFileName(window, texts.GIVE_COPY, str(proposed), texts.FILTER)
        if chosen and window.text.commit_pending():
            trouble = self._opener.give_copy(window.session, with_ending(Path(chosen)))
            said = trouble.sentence if trouble else texts.COPY_GIVEN.format(name=with_ending(Path(chosen)).name)
            window.banner.say(said, "red" if trouble else "info", (texts.UNDERSTOOD, window.banner.be_quiet))

    def _edit_properties(self, window: ConceptWindow) -> None:
        session = window.session
        dialog = PropertiesDialog(session.document.properties, window, read_only=session.read_only)
        if dialog.exec() and dialog.properties() != session.document.properties:
            edit = SetProperties(session.document.properties, dialog.properties())
            session.apply(edit, texts.PROPERTIES_STEP)

    def _edit_settings(self, window: ConceptWindow) -> None:
        dialog = SettingsDialog(self._settings, self._preview, window)
        if dialog.exec():
            chosen = dialog.settings()
            self._remember(lambda known: _with_choices(known, chosen))
            for open_window in self.windows:
                open_window.set_author(chosen.writer_name, chosen.writer_initials)

    def _preview(self, settings: Settings) -> None:
        self._apply_theme(settings)
        for window in self.windows:
            window.set_zoom(settings.zoom)

    def _apply_theme(self, settings: Settings) -> None:
        theme.apply(self._app, theme.Scheme(settings.theme))

    def _take_leave(self, window: ConceptWindow) -> None:
        layout, zoom = window.layout_to_remember(), window.zoom()
        self._remember(lambda known: _with_look(known, layout, zoom))
        self.windows.remove(window)
        window.session.close()
        if not self.windows:
            # Not before the window is gone: Qt ends the program with its last one.
            QTimer.singleShot(0, self._end_or_begin)

    def _end_or_begin(self) -> None:
        if not self.windows and (self._start is None or not self._start.isVisible()):
            self.shut_down()

    # The start page.

    def _new_start_window(self) -> StartWindow:
        start = StartWindow(_template_cards())
        page = start.page
        page.new_asked.connect(lambda template: self._ask_for_new(start, template))
        page.open_asked.connect(lambda: self._ask_and_open(start))
        page.recent_asked.connect(self.open)
        page.search_asked.connect(self._search)
        page.forget_asked.connect(self._forget)
        page.clear_asked.connect(lambda: self._forget(None))
        return start

    def _show_recent(self, recent: list[object]) -> None:
        if self._start is not None:
            self._start.page.show_recent(recent)  # type: ignore[arg-type]  # a signal carries plain objects

    def _search(self, path: Path) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._start, texts.SEARCH.format(name=path.name), str(_nearest(path)), texts.FILTER
        )
        if chosen and self.open(Path(chosen)) is not None:
            self._remember(lambda known: user_settings.without_recent_file(known, path))

    def _forget(self, path: Path | None) -> None:
        if path is None:
            self._remember(_without_recent_files)
        else:
            self._remember(lambda known: user_settings.without_recent_file(known, path))
        self.show_start()

    def _tell(self, path: Path, trouble: Trouble) -> None:
        host = self.windows[-1] if self.windows else self.show_start()
        ways: list[tuple[str, Callable[[], object]]] = []
        if trouble.readable:
            ways.append((texts.OPEN_TO_READ, lambda: self.open(path, read_only=True)))
        for name, copy in trouble.backups:
            ways.append((name, lambda copy=copy: self.open(copy, read_only=True)))
        host.banner.say(trouble.sentence, "red", *ways, (texts.UNDERSTOOD, host.banner.be_quiet))

    def _folder(self) -> Path:
        recent = self._settings.recent_files
        return Path(recent[0]).parent if recent else Path.home()

    def _remember(self, change: Callable[[Settings], Settings]) -> None:
        try:
            self._settings = user_settings.update(self._settings_file, change)
        except OSError:
            # The user's folder cannot be written: the choice holds for this sitting.
            self._settings = change(self._settings)


def with_ending(path: Path) -> Path:
    """Give a concept's path its ending where it was typed without."""
    return path if path.suffix == ".ikonzept" else path.with_name(f"{path.name}.ikonzept")


def _same(left: Path, right: Path) -> bool:
    try:
        return left.samefile(right)
    except OSError:
        return left.absolute() == right.absolute()


def _nearest(path: Path) -> Path:
    return next((parent for parent in path.parents if parent.is_dir()), Path.home())


def _template_cards() -> list[TemplateCard]:
    from ikonzept_desktop.model.template_file import read_template

    files = sorted(resource("templates").glob("*.toml"))
    templates = [(file.stem, read_template(file)) for file in files]
    return [TemplateCard(key, template.title, template.summary) for key, template in templates]


def _with_choices(known: Settings, chosen: Settings) -> Settings:
    return replace(
        known,
        writer_name=chosen.writer_name,
        writer_initials=chosen.writer_initials,
        zoom=chosen.zoom,
        theme=chosen.theme,
    )


def _with_look(known: Settings, layout: str, zoom: int) -> Settings:
    return user_settings.with_window_layout(replace(known, zoom=zoom), LAYOUT, layout)


def _without_recent_files(known: Settings) -> Settings:
    return replace(known, recent_files=())
