"""The form of one record: the same kinds of editors as a section has, one below the other or two beside each other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import find_section
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.ui.editor import looks, texts
from ikonzept_desktop.ui.editor.context import EditorContext, in_record
from ikonzept_desktop.ui.editor.editors import column_editor
from ikonzept_desktop.ui.editor.filling import missing_columns, visible
from ikonzept_desktop.ui.editor.rich_field import RichField
from ikonzept_desktop.ui.editor.short_fields import FieldEditor
from ikonzept_desktop.ui.kit.labels import hint, label
from ikonzept_desktop.ui.kit.tips import tip

_TWO_COLUMNS = 420
_WIDE = {FieldKind.RICH_TEXT}


class RecordForm(QWidget):
    """Shows one record at a time, always through the same editors."""

    focused = Signal(object)
    reference_opened = Signal(str)
    atom_opened = Signal(object)

    def __init__(self, context: EditorContext, address: FieldAddress, type: FieldType, parent: QWidget) -> None:
        """Make an editor for each column; a record is shown later."""
        super().__init__(parent)
        self._context = context
        self._address = address
        self._type = type
        self.record = ""
        self.before: QWidget | None = None
        """The control from which Tab leads into the form."""
        self._editors: dict[str, FieldEditor] = {}
        self._boxes: list[tuple[FieldType, QWidget]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._columns = 0
        self._missing = hint("", "amber")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.addLayout(self._grid)
        layout.addWidget(self._missing)
        layout.addStretch(1)

    def show_record(self, record: str) -> None:
        """Show a record of that id; nothing for none."""
        if record == self.record:
            return
        self.commit()
        self.record = record
        if not record:
            return
        if self._editors:
            for key, editor in self._editors.items():
                editor.show_at(in_record(self._address, record, key))
        else:
            self._make()
        self._say_what_is_missing()

    def take(self, notice: Notice) -> None:
        """Show what an edit has changed."""
        if not self.record:
            return
        touched = {address.column for address in notice.changes.fields if address.record == self.record}
        whole = any(address.field == self._address.field and not address.record for address in notice.changes.fields)
        for key, editor in self._editors.items():
            if whole or not notice.changes.fields:
                editor.refresh()
            elif key in touched:
                editor.take(notice) if isinstance(editor, RichField) else editor.refresh()
        self._say_what_is_missing()

    def restore(self, selection: Selection) -> None:
        """Put the caret back."""
        editor = self._editors.get(selection.address.column if selection.address else "")
        if isinstance(editor, RichField):
            editor.restore(selection)
        elif editor is not None:
            editor.target().setFocus()

    def column_of(self, widget: QWidget) -> str:
        """Give the key of the column that a widget edits; nothing for none."""
        for key, editor in self._editors.items():
            if widget is editor.widget() or editor.widget().isAncestorOf(widget):
                return key
        return ""

    def focus_first(self) -> None:
        """Bring the keyboard into the first editor."""
        for editor in self._editors.values():
            editor.target().setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def commit(self) -> None:
        """Put what is being typed into the concept."""
        for editor in self._editors.values():
            editor.commit()

    def rich_fields(self) -> tuple[RichField, ...]:
        """Give the running texts."""
        return tuple(editor for editor in self._editors.values() if isinstance(editor, RichField))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the editors in one column or two."""
        super().resizeEvent(event)
        self._arrange()

    def _make(self) -> None:
        before: QWidget = self.before or self
        for type in visible(self._type.columns):
            address = in_record(self._address, self.record, type.key)
            editor = column_editor(self._context, address, type, looks.FORM, self)
            if isinstance(editor, RichField):
                editor.focused.connect(self.focused.emit)
                editor.reference_opened.connect(self.reference_opened.emit)
                editor.atom_opened.connect(self.atom_opened.emit)
            self._editors[type.key] = editor
            QWidget.setTabOrder(before, editor.target())
            before = editor.target()
            self._boxes.append((type, _labelled(type, editor, self)))
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        if columns == self._columns and self._grid.count():
            return
        self._columns = columns
        row, column = 0, 0
        for index, (type, box) in enumerate(self._boxes):
            wide = columns == 1 or index == 0 or type.kind in _WIDE
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(box, row, column, 1, columns if wide else 1, Qt.AlignmentFlag.AlignTop)
            row, column = (row + 1, 0) if wide or column else (row, 1)
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def _say_what_is_missing(self) -> None:
        section = find_section(self._context.session.document, self._address.section)
        records = section.records(self._type.key) if section else ()
        record = next((record for record in records if record.id == self.record), None)
        missing = missing_columns(self._type, record) if record else ()
        self._missing.setText(texts.missing([type.label for type in missing]))
        self._missing.setVisible(bool(missing))


def _labelled(type: FieldType, editor: FieldEditor, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3)
    name = label(texts.with_remark(type.label, type.internal), "muted", small=True)
    name.setToolTip(tip(type.help))
    name.setBuddy(editor.target())
    layout.addWidget(name)
    layout.addWidget(editor.widget())
    return box
