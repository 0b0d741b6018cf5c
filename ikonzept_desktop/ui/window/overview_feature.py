"""The workspace „Überblick“ and its commands; its page is made, and its modules imported, when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ikonzept_desktop.ui.window.commands import MENUS
from ikonzept_desktop.ui.window.workspaces import WRITING

if TYPE_CHECKING:  # for types alone: at run time they come with the page
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from ikonzept_desktop.ui.window.overview.page import OverviewPage
    from ikonzept_desktop.ui.window.surroundings import Surroundings

OVERVIEW = "overview"
_NAME = "Überblick"
_MENUS_OF_TEXT = ("&Einfügen", "&Text", "&Gliederung")
_LEAD_TO_TEXT = {"new_after", "new_below"}
OF_TEXT = tuple(
    key for title, keys in MENUS if title in _MENUS_OF_TEXT for key in keys if key and key not in _LEAD_TO_TEXT
)
"""Commands that act on a text or an outline that is to be seen."""


class OverviewFeature(QObject):
    """Brings the overview on stage and leads from its lines to the text and back."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self._page: OverviewPage | None = None
        self._resting: list[QAction] = []

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {
            "writing": self._write,
            "overview": self._look,
            "print_overview": self._print,
            "overview_to_table": self._save,
        }

    def ready(self) -> None:
        """Offer the workspace."""
        self._room.workspaces.add(OVERVIEW, _NAME, "layout-list", self._make)
        self._room.workspaces.shown.connect(self._arrive)

    def _make(self) -> QWidget:
        return self._the_page()

    def _the_page(self) -> OverviewPage:
        if self._page is None:
            from ikonzept_desktop.ui.findings_desk import desk_of
            from ikonzept_desktop.ui.window.overview.page import OverviewPage

            room = self._room
            self._page = page = OverviewPage(room.session, room.labels, desk_of(room.widget(), room.session))
            page.opened.connect(self._open)
            room.committing.connect(page.table.commit)
            page.said.connect(room.status.say)
            page.print_asked.connect(self._print)
            room.pane_homes[page.filters] = page.filters.words
            room.pane_homes[page.table] = page.table
            room.pane_homes[page.aside] = page.aside.edit_dates
            page.choose(room.text.section())
        return self._page

    def _look(self) -> None:
        self._room.workspaces.show(OVERVIEW)

    def _write(self) -> None:
        self._room.workspaces.show(WRITING)

    def _open(self, section: str) -> None:
        self._room.show_section(section)
        self._room.text.focus_field()

    def _arrive(self, key: str) -> None:
        """Bring the keyboard to what has come on stage; what is done to the text rests while it is not."""
        self._rest_commands(resting=key != WRITING)
        if key == OVERVIEW:
            self._room.commit_pending()
            page = self._the_page()
            if self._room.text.section() not in page.table.chosen():
                page.choose(self._room.text.section())
            page.table.setFocus()
            self._say_keys()
        elif key == WRITING:
            self._room.text.setFocus()

    def _rest_commands(self, *, resting: bool) -> None:
        actions = self._room.actions_by_key
        if resting and not self._resting:
            self._resting = [actions[name] for name in OF_TEXT if name in actions and actions[name].isEnabled()]
            for action in self._resting:
                action.setEnabled(False)
        elif not resting and self._resting:
            for action in self._resting:
                action.setEnabled(True)
            self._resting = []
            self._room.text.format_changed.emit(self._room.text.format_state())

    def _say_keys(self) -> None:
        from ikonzept_desktop.ui.window.overview import texts

        self._room.status.say(texts.READ_HINT if self._room.session.read_only else texts.HINT)

    def _save(self) -> None:
        from ikonzept_desktop.ui.window.overview.saving import out_sheet
        from ikonzept_desktop.ui.window.saving_tables import ask_and_save

        page, path = self._finished_page(), self._room.session.path
        if said := ask_and_save(out_sheet(page.model), f"{path.stem} – {_NAME}", path, self._room.widget()):
            self._room.status.say(said)

    def _print(self) -> None:
        from ikonzept_desktop.ui.window.overview.print_dialog import PrintDialog
        from ikonzept_desktop.ui.window.overview.printing import sheet_of

        page = self._finished_page()
        PrintDialog(sheet_of(page, self._room.session), self._room.session.path, self._room.widget()).exec()

    def _finished_page(self) -> OverviewPage:
        """Give the page with all that is known by now, the findings among it."""
        from ikonzept_desktop.ui.findings_desk import desk_of

        self._room.commit_pending()
        page = self._the_page()
        findings = desk_of(self._room.widget(), self._room.session)
        if not findings.complete:
            findings.finish()
        page.refresh()
        return page
