"""The fields of a section below each other, each with its label beside it, or above it where there is little room."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ikonzept_desktop.model.document import Section, find_section
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.ui.editor import looks, texts
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.editors import column_editor
from ikonzept_desktop.ui.editor.field_row import FieldRow, gutter_for
from ikonzept_desktop.ui.editor.links_field import LinksField
from ikonzept_desktop.ui.editor.records import RecordsField
from ikonzept_desktop.ui.editor.rich_field import RichField
from ikonzept_desktop.ui.editor.short_fields import FieldEditor
from ikonzept_desktop.ui.kit.labels import label

NARROW = 720
"""px of width below which labels stand above their fields."""
_GAP = 16
_AT_ONCE = 3
"""Fields made before the section is shown; a first screen holds few, and of records with their form just one."""

_BETWEEN = 5
"""ms between the others: what is there is painted first, and keys come in between."""


class FieldsForm(QWidget):
    """An editor for each field that is shown; a kind with one rich text alone shows just the text."""

    focused = Signal(object)
    reference_opened = Signal(str)
    atom_opened = Signal(object)

    def __init__(
        self,
        context: EditorContext,
        section: str,
        types: tuple[FieldType, ...],
        left_over: tuple[FieldType, ...],
        *,
        plain: bool,
        parent: QWidget,
    ) -> None:
        """Make the editors, at the end those of what an earlier kind of the section has left.

        `plain` leaves the labels out and sets the text as a chapter's.
        """
        super().__init__(parent)
        self._context = context
        self._section = section
        self._plain = plain
        self._rows: dict[str, FieldRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._narrow = False
        self._waiting = [*types, *left_over]
        self._gutter = gutter_for(self._waiting)
        self._own = len(types)
        self._heading = label(texts.LEFT_OVER, "muted", strong=True)
        self._heading.setWordWrap(True)
        self._heading.setVisible(bool(left_over))
        if left_over:
            self._grid.addWidget(self._heading, 2 * self._own, 0, 1, 2)
        self._making = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._making.timeout.connect(self._make_later)
        for type in self._waiting[:_AT_ONCE]:
            self._make_next()
            if type.kind is FieldKind.RECORDS:
                break

    def finish(self) -> None:
        """Make the editors that still wait."""
        while self._waiting:
            self._make_next()

    def _make_later(self) -> None:
        """Make one more editor while the section is looked at: one that was passed by waits until it is shown again."""
        if self.isVisible():
            self._make_next()

    def _make_until(self, key: str) -> None:
        """Make the editors down to a field that is wanted now."""
        if any(type.key == key for type in self._waiting):
            while key not in self._rows:
                self._make_next()

    def _make_next(self) -> None:
        """Make one more editor: a section opens at once with its first fields, the others follow between keys."""
        if self._waiting:
            type = self._waiting.pop(0)
            row = self._rows[type.key] = self._row(type)
            self._place(len(self._rows) - 1, row)
            row.set_width(self._context.zoom, plain=self._plain)
            row.count_records(self._shown())
        if self._waiting:
            self._making.start()

    def refresh(self) -> None:
        """Show what the concept holds now."""
        for row in self._rows.values():
            row.editor.refresh()
        self.refresh_counts()

    def take(self, notice: Notice) -> None:
        """Show what an edit has changed."""
        keys = {address.field for address in notice.changes.fields if address.section == self._section}
        for key in keys & set(self._rows):
            editor = self._rows[key].editor
            if isinstance(editor, RichField | RecordsField):
                editor.take(notice)
            elif notice.initiator is not editor:
                editor.refresh()

    def refresh_counts(self) -> None:
        """Count the records anew."""
        section = self._shown()
        for row in self._rows.values():
            row.count_records(section)

    def refresh_names(self) -> None:
        """Show numbers and titles as they are now."""
        for row in self._rows.values():
            if isinstance(row.editor, LinksField | RecordsField):
                row.editor.refresh()
        for field in self.rich_fields():
            field.refresh_names()

    def restyle(self) -> None:
        """Show all texts at the present zoom and in the present colours."""
        for row in self._rows.values():
            row.set_width(self._context.zoom, plain=self._plain)
        for field in self.rich_fields():
            field.restyle()

    def restore(self, selection: Selection) -> bool:
        """Put the caret back; False where its field is not shown."""
        address = selection.address
        self._make_until(address.field if address else "")
        row = self._rows.get(address.field) if address else None
        if row is None:
            return False
        if isinstance(row.editor, RichField | RecordsField):
            row.editor.restore(selection)
        else:
            row.editor.target().setFocus()
        return True

    def focus_field(self, key: str = "") -> None:
        """Bring the keyboard into a field; into the first one where none is named."""
        self._make_until(key)
        row = self._rows.get(key) if key else next(iter(self._rows.values()), None)
        if row is not None:
            row.editor.target().setFocus(Qt.FocusReason.OtherFocusReason)

    def row_of(self, key: str) -> QWidget | None:
        """Give the widget whose top is where a field begins."""
        self._make_until(key)
        row = self._rows.get(key)
        return None if row is None else row.head if self._narrow and not self._plain else row.box

    def field_of(self, widget: QWidget | None) -> str:
        """Give the key of the field that a widget is part of; nothing for none."""
        for key, row in self._rows.items():
            if widget is not None and (widget is row.box or row.box.isAncestorOf(widget)):
                return key
        return ""

    def address_of(self, widget: QWidget) -> FieldAddress | None:
        """Give the address of what a widget edits; None for none."""
        key = self.field_of(widget)
        if not key:
            return None
        editor = self._rows[key].editor
        if isinstance(editor, RecordsField) and editor.form.record:
            return FieldAddress(self._section, key, editor.form.record, editor.form.column_of(widget))
        return FieldAddress(self._section, key)

    def commit(self) -> None:
        """Put what is being typed into the concept."""
        for row in self._rows.values():
            row.editor.commit()

    def rich_fields(self) -> list[RichField]:
        """Give every running text, those of records' forms among them."""
        found: list[RichField] = []
        for row in self._rows.values():
            if isinstance(row.editor, RichField):
                found.append(row.editor)
            elif isinstance(row.editor, RecordsField):
                found.extend(row.editor.rich_fields())
        return found

    def records_with_focus(self) -> RecordsField | None:
        """Give the records field whose list has the keyboard."""
        editors = (row.editor for row in self._rows.values())
        return next((editor for editor in editors if isinstance(editor, RecordsField) and editor.list.hasFocus()), None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave this to the window, with one more field to go to: keys may be faster than the making."""
        if forward:
            self._make_next()
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on making the editors that still wait."""
        super().showEvent(event)
        if self._waiting:
            self._making.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set labels beside or above."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for index, row in enumerate(self._rows.values()):
                self._place(index, row)

    def _row(self, type: FieldType) -> FieldRow:
        editor = self._editor(type)
        box = QWidget(self)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(editor.widget(), 1)
        if type.kind is not FieldKind.RECORDS:
            layout.addStretch(0)
        return FieldRow(type, editor, box, self)

    def _editor(self, type: FieldType) -> FieldEditor:
        address = FieldAddress(self._section, type.key)
        if type.kind is FieldKind.RECORDS:
            records = RecordsField(self._context, address, type, self)
            records.focused.connect(self.focused.emit)
            records.reference_opened.connect(self.reference_opened.emit)
            records.atom_opened.connect(self.atom_opened.emit)
            return records
        style = looks.CHAPTER if self._plain else looks.FIELD
        editor = column_editor(self._context, address, type, style, self)
        if isinstance(editor, RichField):
            editor.focused.connect(self.focused.emit)
            editor.reference_opened.connect(self.reference_opened.emit)
            editor.atom_opened.connect(self.atom_opened.emit)
        return editor

    def _shown(self) -> Section | None:
        return find_section(self._context.session.document, self._section)

    def _place(self, index: int, row: FieldRow) -> None:
        beside = not self._narrow and not self._plain
        index += index >= self._own  # below the heading of what is left over
        row.head.setVisible(not self._plain)
        row.align(self._gutter if beside else 0)
        if beside:
            self._grid.addWidget(row.head, 2 * index, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(row.box, 2 * index, 1)
        else:
            self._grid.addWidget(row.head, 2 * index, 0, 1, 2)
            self._grid.addWidget(row.box, 2 * index + 1, 0, 1, 2)
        # A layout shows what comes into it only later; Tab must find it at once.
        row.box.show()
        self._grid.setColumnMinimumWidth(0, self._gutter if beside else 0)
        self._grid.setColumnStretch(1, 1)
