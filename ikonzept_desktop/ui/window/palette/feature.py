"""The palette as a feature of the window: all commands, all sections, and the way to each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from ikonzept_desktop.ui.window.palette import texts
from ikonzept_desktop.ui.window.palette.box import CommandBox
from ikonzept_desktop.ui.window.surroundings import Surroundings

if TYPE_CHECKING:  # for types alone: they come when the palette is first opened
    from ikonzept_desktop.ui.window.palette.entries import Entry
    from ikonzept_desktop.ui.window.palette.popup import Palette

_RECENT = 5
_BELOW = 4
"""px between the header and the palette."""


class PaletteFeature:
    """Brings the palette and „Gehe zu“, and the box in the header."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        self._room = room
        self._palette: Palette | None = None
        self._box: CommandBox | None = None
        self._recent: list[str] = []
        self._commands: Sequence[Entry] = ()
        self._targets: Sequence[Entry] = ()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each of its commands by key."""
        return {"palette": self.open, "go_to": self.go_to}

    def ready(self) -> None:
        """Put the box into the header."""
        keys = self._room.actions_by_key["palette"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._box = CommandBox(keys, self._room.widget())
        self._box.clicked.connect(self.open)
        self._room.add_to_header(self._box)

    def open(self) -> None:
        """Offer all commands, the sections, and a search for what is typed."""
        from ikonzept_desktop.publication.labels import Sort
        from ikonzept_desktop.ui.window.palette.entries import command_entries, target_entries, with_recent_first

        bar = self._room.widget().findChildren(QMenuBar)[0]
        read_only = self._room.session.read_only
        commands = command_entries(bar, self._room.actions_by_key, read_only=read_only)
        self._commands = with_recent_first(commands, self._recent)
        self._targets = target_entries(self._room.labels.all().targets, frozenset({Sort.SECTION}))
        self._show(texts.SEARCH_OR_COMMAND, texts.TYPE_COMMAND, texts.NO_COMMAND, self._everything)

    def go_to(self) -> None:
        """Offer everything one can go to: sections, records, tables and figures."""
        from ikonzept_desktop.publication.labels import Sort
        from ikonzept_desktop.ui.window.palette.entries import target_entries

        self._targets = target_entries(self._room.labels.all().targets, frozenset(Sort))
        self._show(texts.GO_TO, texts.TYPE_TARGET, texts.NO_TARGET, self._targets_for)

    def _show(self, name: str, prompt: str, nothing: str, source: Callable[[str], Sequence[Entry]]) -> None:
        from ikonzept_desktop.ui.window.palette.popup import Palette

        window = self._room.widget()
        if self._palette is None:
            self._palette = Palette(window)
            self._palette.chosen.connect(self._carry_out)
        spot = QPoint(window.width() - 12, 44)
        if self._box is not None and self._box.isVisible():
            spot = self._box.mapTo(window, QPoint(self._box.width(), self._box.height() + _BELOW))
        self._palette.open(name, prompt, nothing, source, spot)

    def _everything(self, typed: str) -> Sequence[Entry]:
        from ikonzept_desktop.ui.window.palette.entries import Entry, matching

        found = matching([*self._commands, *self._targets], typed)
        words = typed.strip()
        if not words:
            return found
        search = Entry(texts.search_for(words), texts.SEARCH_IN, icon="search", act=lambda: self._search(words))
        return [*found, search]

    def _targets_for(self, typed: str) -> Sequence[Entry]:
        from ikonzept_desktop.ui.window.palette.entries import matching

        return matching(self._targets, typed)

    def _carry_out(self, entry: Entry) -> None:
        if entry.command:
            others = [command for command in self._recent if command != entry.command]
            self._recent = [entry.command, *others][:_RECENT]
        if entry.target:
            self._go(entry.target)
        elif entry.act is not None:
            entry.act()

    def _go(self, target: str) -> None:
        """Go as a reference would lead there, so that one can go back as well."""
        from ikonzept_desktop.ui.window.workspaces import WRITING

        if self._room.workspaces.key != WRITING:
            self._room.workspaces.show(WRITING)
        self._room.text.section_asked.emit(target)

    def _search(self, words: str) -> None:
        from ikonzept_desktop.ui.window.finding.panel import FindPanel

        self._room.actions_by_key["find"].trigger()
        if isinstance(panel := self._room.drawer.panel, FindPanel):
            panel.begin_with(words)
