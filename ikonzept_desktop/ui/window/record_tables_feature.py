"""Tables into records and records into tables; what is behind it comes when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.template import FieldKind

if TYPE_CHECKING:  # for types alone: at run time they come with the dialog
    from ikonzept_desktop.export.sheets import OutSheet
    from ikonzept_desktop.model.document import Section
    from ikonzept_desktop.model.taken_rows import Words
    from ikonzept_desktop.model.template import FieldType
    from ikonzept_desktop.ui.record_tables.dialog import TakeDialog
    from ikonzept_desktop.ui.window.surroundings import Surroundings

FROM_TABLE, TO_TABLE = "records_from_table", "records_to_table"


class RecordTables:
    """Takes tables over into the records of the shown section, and saves them as a table."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        self._room = room

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {FROM_TABLE: lambda: self._take(""), TO_TABLE: lambda: self._save("")}

    def ready(self) -> None:
        """Listen for the lists of records that are asked for it."""
        self._room.text.table_asked.connect(self._asked)

    def _asked(self, address: FieldAddress, command: str) -> None:
        if command == FROM_TABLE:
            self._take(address.field)
        else:
            self._save(address.field)

    def _take(self, field: str) -> None:
        from ikonzept_desktop.ui.record_tables import texts
        from ikonzept_desktop.ui.record_tables.dialog import TakeDialog

        room = self._room
        if room.session.read_only or not room.commit_pending() or (section := self._section()) is None:
            return
        fields = self._fields(section)
        if not fields:
            room.status.say(texts.NO_RECORDS)
            return
        meant = self._meant(section, fields, field)
        dialog = TakeDialog(section, fields, meant, lambda type: self._words(section, type), room.widget())
        if dialog.exec():
            self._carry_out(dialog)
        dialog.deleteLater()

    def _carry_out(self, dialog: TakeDialog) -> None:
        from ikonzept_desktop.model.history import Selection
        from ikonzept_desktop.ui.record_tables import texts

        found = dialog.taken()
        if found is None or found.edit is None:
            return
        edit, label = found.edit, texts.step(found.new + found.changed, dialog.type().label)
        place = Selection(edit.address.section, edit.address)
        if self._room.session.apply(edit, label, selection=place):
            first = FieldAddress(edit.address.section, edit.address.field, edit.after[0].id)
            self._room.restore(Selection(first.section, first))
            self._room.status.say(texts.done(found))

    def _save(self, field: str) -> None:
        from ikonzept_desktop.export.record_sheet import record_sheet
        from ikonzept_desktop.ui.record_tables import texts
        from ikonzept_desktop.ui.window.saving_tables import ask_and_save

        room = self._room
        if not room.commit_pending() or (section := self._section()) is None:
            return
        fields = self._fields(section)
        filled = [type for type in fields if section.records(type.key)]
        if not filled:
            room.status.say(texts.NONE_TO_SAVE if fields else texts.NO_RECORDS)
            return
        meant = self._meant(section, fields, field)
        type = next((type for type in filled if type.key == meant), None if field else filled[0])
        if type is None:
            room.status.say(texts.NONE_TO_SAVE)
            return
        sheet: OutSheet = record_sheet(type, section, room.labels.all())
        said = ask_and_save(sheet, f"{section.title} – {type.label}", room.session.path, room.widget())
        if said:
            room.status.say(said)

    def _section(self) -> Section | None:
        from ikonzept_desktop.model.document import find_section

        return find_section(self._room.session.document, self._room.text.section())

    def _fields(self, section: Section) -> list[FieldType]:
        kind = self._room.session.document.template.kind(section.kind)
        return [type for type in kind.fields if type.kind is FieldKind.RECORDS and not type.hidden]

    def _meant(self, section: Section, fields: list[FieldType], field: str) -> str:
        """Give the key of the field that is named, or that had the keyboard last; nothing where that is none."""
        page = self._room.text.pages.shown()
        wanted = field or (page.field if page is not None and page.section == section.id else "")
        return wanted if any(type.key == wanted for type in fields) else ""

    def _words(self, section: Section, type: FieldType) -> Words:
        from ikonzept_desktop.publication.cell_texts import words_for

        return words_for(type, section, self._room.session.document, self._room.labels.all())
