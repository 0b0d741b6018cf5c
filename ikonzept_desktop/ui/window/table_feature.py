"""Tables in a window: they are made by a dialog, opened in the drawer, and the drawer follows what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.fields import FieldAddress

if TYPE_CHECKING:  # for types alone: the panel comes when a table is opened
    from ikonzept_desktop.model.project import Notice
    from ikonzept_desktop.ui.window.surroundings import Surroundings
    from ikonzept_desktop.ui.window.table_panel import TablePanel


class TableFeature:
    """The command that makes a table, the one that opens the selected one, and the panel."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        self._room = room
        self._panel: TablePanel | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handlers by key."""
        return {"table": self._make, "edit_table": self._edit}

    def ready(self) -> None:
        """Listen for tables that are opened, and show what can be done."""
        room = self._room
        room.text.atom_opened.connect(self._open_atom)
        room.text.format_changed.connect(lambda _state: self._show_what_can_be_done())
        room.session.changed.connect(self._take)
        room.text.zoomed.connect(self._restyle)
        room.drawer.put_away.connect(self._let_go)
        self._show_what_can_be_done()

    def open(self, address: FieldAddress, table: Table) -> None:
        """Show a table's panel and bring the keyboard there."""
        from ikonzept_desktop.ui.tables.place import TablePlace
        from ikonzept_desktop.ui.window.table_panel import TablePanel

        room, panel = self._room, self._panel
        shown = panel is not None and room.drawer.panel is panel
        if panel is not None and shown and (panel.place.address, panel.place.id) == (address, table.id):
            panel.take_keyboard()
            return
        place = TablePlace(room.session, address, table.id)
        if (present := place.table()) is None:
            return
        made = TablePanel(place, present, room.labels, room.text.zoom(), room.drawer)
        made.text_taken.connect(room.text.take_text)
        made.text_made.connect(room.text.text_made.emit)
        for line in (made.caption, made.source):
            room.text.text_made.emit(line.text)
        made.opened.connect(self._open_thing)
        made.gone.connect(self._shut)
        made.renamed.connect(room.drawer.refresh_title)
        made.said.connect(room.status.say)
        room.drawer.show_panel(made)
        self._drop()
        self._panel = made

    def _make(self) -> None:
        from ikonzept_desktop.ui.tables.make_dialog import MakeDialog
        from ikonzept_desktop.ui.window.table_texts import TABLE_STEP

        text = self._room.text.text
        if text is None or text.isReadOnly() or text.loop.port.one_line:
            return
        dialog = MakeDialog(self._room.widget())
        if not dialog.exec() or (table := dialog.table()) is None:
            return
        from ikonzept_desktop.ui.editor import tools

        tools.insert_block(text.loop, table, TABLE_STEP)
        self.open(text.loop.port.address, table)

    def _edit(self) -> None:
        from ikonzept_desktop.ui.window.table_texts import SELECT_FIRST

        table = self._selected()
        text = self._room.text.text
        if table is None or text is None:
            self._room.status.say(SELECT_FIRST)
        else:
            self.open(text.loop.port.address, table)

    def _selected(self) -> Table | None:
        """Give the table that is selected in the text, or that the caret stands beside."""
        text = self._room.text.text
        if text is None:
            return None
        shown, spot = text.loop.shown, text.loop.selected().start
        block = shown[spot.block] if spot.block < len(shown) else None
        return block if isinstance(block, Table) else None

    def _open_atom(self, opened: tuple[FieldAddress, object]) -> None:
        address, thing = opened
        if isinstance(thing, Table):
            self.open(address, thing)

    def _open_thing(self, thing: object) -> None:
        """Go to a note below its text, or to what a reference points at."""
        from ikonzept_desktop.model.inline import CrossReference, Footnote
        from ikonzept_desktop.ui.editor.section_view import holder_of

        if self._panel is None:
            return
        address = self._panel.place.address
        if isinstance(thing, CrossReference):
            self._room.show_section(holder_of(self._room.session.document, thing.target))
        elif isinstance(thing, Footnote):
            self._room.show_section(address.section)
            page = self._room.text.pages.shown()
            for field in page.form.rich_fields() if page else []:
                if field.text.loop.port.address == address:
                    field.notes.focus(thing.id)

    def _take(self, notice: Notice) -> None:
        panel = self._panel
        if panel is not None and self._room.drawer.panel is panel:
            panel.take(notice)

    def _restyle(self, zoom: int) -> None:
        if self._panel is not None:
            self._panel.restyle(zoom)

    def _shut(self) -> None:
        if self._panel is not None and self._room.drawer.panel is self._panel:
            self._room.drawer.shut()

    def _let_go(self) -> None:
        """Forget the panel that was put away: what becomes of its table meanwhile it would not know."""
        if self._room.drawer.panel is not self._panel:
            self._drop()

    def _drop(self) -> None:
        panel, self._panel = self._panel, None
        if panel is None:
            return
        text = self._room.text.text
        if text is not None and panel.isAncestorOf(text):
            self._room.text.take_text(None)
        panel.deleteLater()

    def _show_what_can_be_done(self) -> None:
        state = self._room.text.format_state()
        actions = self._room.actions_by_key
        actions["table"].setEnabled(state.editable and state.structured)
