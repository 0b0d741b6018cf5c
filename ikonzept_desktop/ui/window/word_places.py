"""Where in the concept the words of an editor stand, and how the caret comes to a place again."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ikonzept_desktop.checking.places import Place
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.port import NotePort, blocks_at, find_note
from ikonzept_desktop.ui.editor.positions import to_code_points, to_utf16
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.short_fields import LineField


def position_at(field: QWidget, point: QPoint) -> int:
    """Give the position (UTF-16) under a point of a field, px."""
    if isinstance(field, QLineEdit):
        return field.cursorPositionAt(point)
    assert isinstance(field, QTextEdit | QPlainTextEdit)
    return field.cursorForPosition(point).position()


def caret_of(field: QWidget) -> tuple[int, QPoint] | None:
    """Give where the caret of a field is: its position (UTF-16), and the point below it, px of the field."""
    if isinstance(field, QLineEdit):
        box = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        return field.cursorPosition(), QPoint(box.left(), field.height())
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.textCursor().position(), field.cursorRect().bottomLeft()
    return None


def place_in(field: QWidget, section: str, position: int) -> Place | None:
    """Give the place of a position of an editor; titles are those of the section that is shown."""
    if isinstance(field, RichTextEdit):
        return _in_rich_text(field, position)
    if isinstance(field, LineField):
        address, at = field.address(), to_code_points(field.text(), position)
        return Place(address.section, address.field, address.record, address.column, start=at, end=at)
    if isinstance(field, QPlainTextEdit):
        at = to_code_points(field.toPlainText(), position)
        return Place(section, start=at, end=at)
    return None


def _in_rich_text(view: RichTextEdit, position: int) -> Place | None:
    port, spot = view.loop.port, view.loop.spot(position)
    if spot.block >= len(view.loop.shown):
        return None
    address = port.address
    block, line, note = view.loop.shown[spot.block].id, "", ""
    if isinstance(port, NotePort):
        found = find_note(blocks_at(port.project.document, address), port.note)
        if found is None:
            return None
        block, line, note = found.block.id, found.line, port.note
    elif isinstance(port, LinePort):
        block, line = port.block, port.line
    at = spot.offset
    return Place(address.section, address.field, address.record, address.column, block, line, note, at, at)


def select_in_short_field(place: Place) -> None:
    """Select a place in the title or the line that has the keyboard."""
    field = QApplication.focusWidget()
    if place.block or place.start == place.end:
        return
    if isinstance(field, QLineEdit):
        start, end = (to_utf16(field.text(), at) for at in (place.start, place.end))
        field.setSelection(start, end - start)
    elif isinstance(field, QPlainTextEdit):
        start, end = (to_utf16(field.toPlainText(), at) for at in (place.start, place.end))
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
