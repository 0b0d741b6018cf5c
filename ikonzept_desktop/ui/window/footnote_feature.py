"""Footnotes beside the text, and what is done to a note from the keyboard: jump, make it text, make text a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.ui.window import footnote_texts as texts

if TYPE_CHECKING:  # for types alone: they come when they are asked for
    from ikonzept_desktop.ui.editor.loop import TextLoop
    from ikonzept_desktop.ui.editor.tools import FormatState
    from ikonzept_desktop.ui.window.footnotes_page import FootnotesPage
    from ikonzept_desktop.ui.window.surroundings import Surroundings

KEY = "notes"


class FootnoteFeature:
    """Puts a page beside the text; what is on it is made when it is first seen."""

    def __init__(self, room: Surroundings) -> None:
        """Put an empty page beside the text."""
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        self._room = room
        self._page: FootnotesPage | None = None
        self._holder = QWidget(room.widget())
        QVBoxLayout(self._holder).setContentsMargins(0, 0, 0, 0)
        room.side.add(KEY, texts.NOTES, "asterisk", self._holder, self._holder)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {
            "notes": self.show,
            "note_jump": self.jump,
            "note_from_text": self.make_note,
            "note_to_text": self.make_text,
        }

    def ready(self) -> None:
        """Make the page when it is shown, and grey what cannot be done where the caret is."""
        self._room.side.shown.connect(self._furnish)
        self._room.text.format_changed.connect(self._show_state)
        self._show_state(self._room.text.format_state())

    def show(self) -> None:
        """Bring the list of notes to sight, with the keyboard."""
        self._room.actions_by_key["show_inspector"].trigger() if self._room.side.isHidden() else None
        self._room.side.show_page(KEY)
        if self._page is not None:
            self._page.list.setFocus() if self._page.model.lines else self._page.filter.setFocus()

    def jump(self) -> None:
        """Go from a mark to its note, from a note to its mark, from anywhere else to the next mark of the text."""
        from ikonzept_desktop.model.notes import find_placed
        from ikonzept_desktop.ui.editor.tools import note_at
        from ikonzept_desktop.ui.window.footnotes_page import mark_of
        from ikonzept_desktop.ui.window.travel import go_to

        loop = self._loop()
        if loop is None:
            return
        note = note_at(loop)
        if loop.port.one_line:
            placed = find_placed(self._room.session.document, loop.port.address.section, note)
            if placed is not None:
                go_to(self._room, mark_of(placed))
        elif note:
            self._room.text.focus_note(loop, note)
        elif not _select_next(loop):
            self._room.status.say(texts.NO_NOTE_FOLLOWS)

    def make_note(self) -> None:
        """Make what is selected a footnote."""
        from ikonzept_desktop.ui.editor.tools import note_from_text

        loop = self._writable()
        if loop is not None and not note_from_text(loop):
            self._room.status.say(texts.NOTHING_TO_NOTE)

    def make_text(self) -> None:
        """Put what the note at the caret says in the place of its mark."""
        from ikonzept_desktop.model.notes import find_placed, note_as_text
        from ikonzept_desktop.ui.editor.tools import note_at
        from ikonzept_desktop.ui.window.footnotes_page import mark_of
        from ikonzept_desktop.ui.window.travel import go_to

        loop = self._writable()
        session = self._room.session
        placed = find_placed(session.document, loop.port.address.section, note_at(loop)) if loop else None
        if placed is None:
            self._room.status.say(texts.NO_NOTE_HERE)
            return
        edit = note_as_text(session.document, placed)
        if session.apply(edit, texts.TO_TEXT, selection=mark_of(placed)) and loop is not None and loop.port.one_line:
            go_to(self._room, mark_of(placed))

    def _furnish(self, key: str) -> None:
        if key != KEY or self._page is not None:
            return
        from ikonzept_desktop.ui.window.footnotes_page import FootnotesPage

        self._page = FootnotesPage(self._room)
        layout = self._holder.layout()
        assert layout is not None
        layout.addWidget(self._page)
        self._holder.setFocusProxy(self._page.list)
        self._page.refresh()

    def _show_state(self, state: FormatState) -> None:
        actions = self._room.actions_by_key
        actions["note_from_text"].setEnabled(state.editable and state.structured and state.selected)
        actions["note_to_text"].setEnabled(state.editable)
        actions["note_jump"].setEnabled(self._loop() is not None)

    def _loop(self) -> TextLoop | None:
        return self._room.text.text.loop if self._room.text.text is not None else None

    def _writable(self) -> TextLoop | None:
        view = self._room.text.text
        return view.loop if view is not None and not view.isReadOnly() else None


def _select_next(loop: TextLoop) -> bool:
    """Select the next mark of a note behind the caret; False where none follows."""
    from ikonzept_desktop.model.notes import placed_notes
    from ikonzept_desktop.ui.editor.spots import Range, Spot, inlines_of

    at = loop.selected().end
    for index in range(at.block, len(loop.shown)):
        for offset, _note in placed_notes(inlines_of(loop.shown[index])):
            if Spot(index, offset) >= at:
                loop.select(Range(Spot(index, offset), Spot(index, offset + 1)))
                return True
    return False
