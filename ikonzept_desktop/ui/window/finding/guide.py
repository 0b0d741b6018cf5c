"""The way to a hit: its section is opened, the hit selected and brought into sight."""

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from ikonzept_desktop.model.search.passages import Part
from ikonzept_desktop.ui.editor.positions import to_utf16
from ikonzept_desktop.ui.window.finding.hunt import Hit
from ikonzept_desktop.ui.window.surroundings import Surroundings
from ikonzept_desktop.ui.window.workspaces import WRITING

_SETTLING = 400
"""ms in which a page that was just made takes its height."""
_WATCHED = "growthFollowed"
_SIDE = frozenset({Part.RESPONSIBLE, Part.COMMENT, Part.REPLY})


class Guide(QObject):
    """Shows hits, and leaves the keyboard where it is unless told to bring it along."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self._target: QWidget | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLING)
        self.going = False
        """Whether the caret is being moved here, and not by the user."""

    def show(self, hit: Hit, *, keyboard: bool) -> None:
        """Show a hit; the keyboard goes there or stays."""
        holder = self._focus()
        self.going = True
        if self._room.workspaces.key != WRITING:
            self._room.workspaces.show(WRITING)
        part = hit.passage.site.part
        if part is Part.PROPERTY:
            pass  # a dialog holds it, which comes only by `enter`
        elif part in _SIDE:
            self._show_beside(hit, keyboard=keyboard)
        else:
            self._show_in_text(hit)
        if not keyboard and holder is not None and self._focus() is not holder:
            holder.setFocus()
            _select(self._target, hit)
        self.going = False

    def enter(self, hit: Hit) -> None:
        """Bring the keyboard to a hit, into a dialog if it stands in one."""
        if hit.passage.site.part is Part.PROPERTY:
            self._room.actions_by_key["properties"].trigger()
        else:
            self.show(hit, keyboard=True)

    def _show_in_text(self, hit: Hit) -> None:
        self._room.restore(hit.selection)
        self._target = self._focus()
        _select(self._target, hit)
        self._settled.start()
        self._watch()
        self._reveal()

    def _show_beside(self, hit: Hit, *, keyboard: bool) -> None:
        """Open the section and what is said about it at its side."""
        self._room.show_section(hit.passage.site.section)
        self._room.side.show_page("section")
        if not keyboard:
            return
        unfold = self._room.actions_by_key["show_inspector"]
        if self._room.side.isHidden():
            unfold.trigger()
        if hit.passage.site.part is Part.RESPONSIBLE:
            self._target = self._room.inspector.responsible
            self._target.setFocus()
            _select(self._target, hit)
        else:
            self._room.side.setFocus()

    def _focus(self) -> QWidget | None:
        return self._room.widget().focusWidget()

    def _watch(self) -> None:
        """Follow the page around the target while it grows."""
        area = _area_around(self._target) if self._target is not None else None
        if area is not None and area.property(_WATCHED) is None:
            area.setProperty(_WATCHED, True)
            area.verticalScrollBar().rangeChanged.connect(self._follow_growth)

    def _follow_growth(self, _low: int, _high: int) -> None:
        if self._settled.isActive():
            self._reveal()

    def _reveal(self) -> None:
        """Bring what is selected into sight, with air around it."""
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            return
        area = _area_around(target)
        if area is None:
            return
        spot = _spot(target)
        inside = area.widget()
        corner = target.mapTo(inside, spot.topLeft())
        room = min(72, area.viewport().height() // 4)
        area.ensureVisible(corner.x(), corner.y() + spot.height(), 0, room)
        area.ensureVisible(corner.x(), corner.y(), 0, room)


def _select(widget: QWidget | None, hit: Hit) -> None:
    """Select a hit in a line or a title; a running text has it selected already."""
    if widget is None or not isValid(widget):
        return
    text, (start, end) = hit.passage.text, hit.span
    first, last = to_utf16(text, start), to_utf16(text, end)
    if isinstance(widget, QLineEdit) and widget.text() == text:
        widget.setSelection(first, last - first)
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        end = widget.document().characterCount() - 1
        cursor.setPosition(min(first, end))
        cursor.setPosition(min(last, end), cursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)


def _area_around(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _spot(widget: QWidget) -> QRect:
    if not isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.rect()
    rect = widget.cursorRect()
    return QRect(widget.viewport().mapTo(widget, rect.topLeft()), rect.size())
