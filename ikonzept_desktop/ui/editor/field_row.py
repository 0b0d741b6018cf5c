"""A field of a section with its label: beside it or above it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.ui.editor import looks, texts
from ikonzept_desktop.ui.editor.records import RecordsField
from ikonzept_desktop.ui.editor.rich_field import RichField
from ikonzept_desktop.ui.editor.short_fields import FieldEditor
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.labels import label
from ikonzept_desktop.ui.kit.tips import tip

GUTTER, WIDEST_GUTTER = 92, 150
_FRAME = 16


class FieldRow:
    """A field's label and its editor."""

    def __init__(self, type: FieldType, editor: FieldEditor, box: QWidget, parent: QWidget) -> None:
        """Label an editor that stands in a box; both go into a grid of the parent's."""
        self.type = type
        self.editor = editor
        self.box = box
        self.head = QWidget(parent)
        self.label = label(type.label, strong=True)
        self.label.setWordWrap(True)
        self.label.setToolTip(tip(type.help))
        self.label.setBuddy(editor.target())
        self.count = label(_remark(type), "muted", small=True)
        self.count.setWordWrap(True)
        layout = QVBoxLayout(self.head)
        layout.setContentsMargins(0, 7, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self.count)
        self.count.setVisible(bool(self.count.text()) or type.kind is FieldKind.RECORDS)

    def align(self, gutter: int) -> None:
        """Stand in a gutter so wide, or above where it is 0. px"""
        right = gutter > 0
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        for words in (self.label, self.count):
            words.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self.head.setMinimumWidth(gutter)
        self.head.setMaximumWidth(gutter if right else 16777215)

    def count_records(self, section: Section | None) -> None:
        """Say how many records the field of a section has, where it is one of records."""
        if self.type.kind is FieldKind.RECORDS:
            self.count.setText(texts.entries(len(section.records(self.type.key)) if section else 0))

    def set_width(self, zoom: int, *, plain: bool) -> None:
        """Take no more width than is good to read at a zoom, per cent; a plain text has no frame around it."""
        if isinstance(self.editor, RichField):
            self.editor.setMaximumWidth(round(looks.MEASURE * zoom / 100) + (0 if plain else _FRAME))
        elif not isinstance(self.editor, RecordsField):
            self.editor.widget().setMaximumWidth(looks.MEASURE)


def _remark(type: FieldType) -> str:
    if type.internal:
        return texts.NEVER_PRINTED
    return "" if type.printed else texts.NOT_PRINTED


def gutter_for(types: Iterable[FieldType]) -> int:
    """Give the width in which the longest word of all labels has room, within bounds: words are not broken. px"""
    metrics = QFontMetrics(fonts.ui_font(strong=True))
    words = (word for type in types for word in type.label.split())
    return min(max([GUTTER, *(metrics.horizontalAdvance(word) + 2 for word in words)]), WIDEST_GUTTER)
