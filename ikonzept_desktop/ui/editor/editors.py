"""The editor for each kind of field."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.links_field import LinksField
from ikonzept_desktop.ui.editor.looks import TextStyle
from ikonzept_desktop.ui.editor.rich_field import RichField
from ikonzept_desktop.ui.editor.short_fields import (
    ChoiceField,
    DayField,
    FieldEditor,
    LineField,
    YesNoField,
)


def column_editor(
    context: EditorContext, address: FieldAddress, type: FieldType, style: TextStyle, parent: QWidget
) -> FieldEditor:
    """Make the editor of a field that is no records field; raises KeyError for one that is."""
    if type.kind is FieldKind.RICH_TEXT:
        return RichField(context, address, type, style, parent)
    makers: dict[FieldKind, Callable[[EditorContext, FieldAddress, FieldType, QWidget], FieldEditor]] = {
        FieldKind.LINE: LineField,
        FieldKind.CHOICE: ChoiceField,
        FieldKind.DAY: DayField,
        FieldKind.YES_NO: YesNoField,
        FieldKind.LINKS: LinksField,
    }
    return makers[type.kind](context, address, type, parent)
