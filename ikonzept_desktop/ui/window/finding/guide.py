"""The way to a hit: its section is opened, the hit selected and brought into sight."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from ikonzept_desktop.model.document import field_value
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.search.passages import Part
from ikonzept_desktop.ui.editor.positions import to_utf16
from ikonzept_desktop.ui.window.finding.hunt import Hit
from ikonzept_desktop.ui.window.sight import Sight
from ikonzept_desktop.ui.window.surroundings import Surroundings
from ikonzept_desktop.ui.window.workspaces import WRITING

_IN_PANELS = frozenset({Part.CAPTION, Part.CELL, Part.SOURCE, Part.ALTERNATIVE})
_SIDE = frozenset({Part.RESPONSIBLE, Part.COMMENT, Part.REPLY})


class Guide(QObject):
    """Shows hits, and leaves the keyboard where it is unless told to bring it along."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self._target: QWidget | None = None
        self._sight = Sight(self)
        self.going = False
        """Whether the caret is being moved here, and not by the user."""

    def show(self, hit: Hit, *, keyboard: bool) -> None:
        """Show a hit; the keyboard goes there or stays."""
        holder, before = self._focus(), self._target
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
        if before is not self._target:
            _deselect(before)
        self.going = False

    def enter(self, hit: Hit) -> None:
        """Bring the keyboard to a hit, into a dialog if it stands in one, into the panel of its table or figure."""
        if hit.passage.site.part is Part.PROPERTY:
            self._room.actions_by_key["properties"].trigger()
            return
        self.show(hit, keyboard=True)
        if hit.passage.site.part in _IN_PANELS:
            self._open_panel(hit)

    def _open_panel(self, hit: Hit) -> None:
        site, document = hit.passage.site, self._room.session.document
        value = field_value(document, site.address) if site.address else None
        for block in value.blocks if isinstance(value, RichText) else ():
            if block.id == site.block:
                self._room.text.atom_opened.emit((site.address, block))
                self._room.drawer.restore(_within(hit))

    def _show_in_text(self, hit: Hit) -> None:
        if hit.passage.site.part in _IN_PANELS and self._room.drawer.restore(_within(hit)):
            return  # its table or figure is open in the drawer
        self._room.restore(hit.selection)
        self._target = self._focus()
        _select(self._target, hit)
        if self._target is not None:
            self._sight.aim(self._target)

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


def _deselect(widget: QWidget | None) -> None:
    """Let one hit alone look chosen."""
    if widget is None or not isValid(widget):
        return
    if isinstance(widget, QLineEdit):
        widget.deselect()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor = widget.textCursor()
        cursor.clearSelection()
        widget.setTextCursor(cursor)


def _within(hit: Hit) -> Selection:
    """Give the selection within a table or figure, as its panel knows it."""
    site = hit.passage.site
    return Selection(site.section, site.address, site.block, site.line, *hit.span)


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
