"""The hits in the text that is open, each on a ground of its own and underlined."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.search.passages import Part
from ikonzept_desktop.model.search.replacing import Span
from ikonzept_desktop.model.search.search import Found
from ikonzept_desktop.ui.editor.port import NotePort
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.spots import Spot
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.window.surroundings import Surroundings

_MOST = 400
"""Marks in one text: each has to be moved along with every key."""
_LATER = 60
"""ms after which a page that was just opened has its fields."""

_Place = tuple[FieldAddress, str, str]
"""Field, block and note."""


class Marks(QObject):
    """Marks what was found in the section that is shown, soon after it is told to."""

    def __init__(self, room: Surroundings) -> None:
        """Mark nothing yet."""
        super().__init__(room.widget())
        self._room = room
        self._found: tuple[Found, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_LATER)
        self._soon.timeout.connect(self._draw)

    def show(self, found: tuple[Found, ...]) -> None:
        """Mark these hits, those of the shown section among them; none for an empty tuple."""
        self._found = found
        self._soon.start()

    def refresh(self) -> None:
        """Mark the same in what is shown now."""
        self._soon.start()

    def _draw(self) -> None:
        page = self._room.text.pages.shown()
        if page is None:
            return
        here = _by_place(one for one in self._found if one.passage.site.section == page.section)
        for field in page.form.rich_fields():
            for text in (field.text, *field.notes.texts()):
                _mark(text, here)


def _by_place(found: Iterable[Found]) -> dict[_Place, tuple[Span, ...]]:
    places: dict[_Place, tuple[Span, ...]] = {}
    for one in found:
        site = one.passage.site
        if site.address is not None and site.part in {Part.TEXT, Part.NOTE}:
            places[site.address, site.block if site.part is Part.TEXT else "", site.id] = one.spans
    return places


def _mark(text: RichTextEdit, here: dict[_Place, tuple[Span, ...]]) -> None:
    port = text.loop.port
    note = port.note if isinstance(port, NotePort) else ""
    marks: list[QTextEdit.ExtraSelection] = []
    for number, block in enumerate(text.loop.shown if here else ()):
        for start, end in here.get((port.address, "" if note else block.id, note), ()):
            if len(marks) < _MOST:
                marks.append(_mark_at(text, Spot(number, start), Spot(number, end)))
    if marks or text.extraSelections():
        text.setExtraSelections(marks)


def _mark_at(text: RichTextEdit, start: Spot, end: Spot) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.loop.position(start))
    cursor.setPosition(text.loop.position(end), QTextCursor.MoveMode.KeepAnchor)
    format = QTextCharFormat()
    if not theme.is_high_contrast():
        format.setBackground(theme.colour("amber_tint"))
    format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    format.setUnderlineColor(theme.colour("amber"))
    mark.cursor, mark.format = cursor, format  # type: ignore[attr-defined]  # as Qt has it
    return mark
