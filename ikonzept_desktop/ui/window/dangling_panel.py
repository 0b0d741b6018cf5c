"""The references without a target as a list below the text: each can be gone to, given another target, taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from ikonzept_desktop.model.document import find_section
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import CrossReference, Inlines, ReferenceForm, part, plain
from ikonzept_desktop.model.lines import lines_of_section
from ikonzept_desktop.model.references import PlacedReference, dangling, replaced_reference
from ikonzept_desktop.ui.editor.naming import reference_name
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window import reference_texts as texts
from ikonzept_desktop.ui.window.drawer import DrawerPanel
from ikonzept_desktop.ui.window.travel import go_to

if TYPE_CHECKING:  # for types alone: the window brings it
    from ikonzept_desktop.ui.window.surroundings import Surroundings

Take = Callable[[str, ReferenceForm], object]
Chooser = Callable[[QRect, Take, Callable[[], object], ReferenceForm], object]
"""Offers targets at a place on the screen, px: who takes the chosen one, who the keyboard, the form to begin with."""
_BEFORE = 60
"""Characters before a reference that are shown with it."""


class DanglingPanel(DrawerPanel):
    """A list and what can be done to the chosen one; it follows every edit."""

    def __init__(self, room: Surroundings, choose: Chooser) -> None:
        """Show what there is, once refreshed."""
        super().__init__()
        self._room = room
        self._offer = choose
        self._shown: tuple[PlacedReference, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(texts.WITHOUT_TARGET)
        self.list.setMinimumHeight(34)  # one of them, where the window is low
        self.list.setIconSize(QSize(16, 16))
        self.empty = labels.label(texts.ALL_HAVE_TARGETS, "muted")
        self.go = push_button(texts.GO_TO_PLACE)
        self.other = push_button(texts.OTHER_TARGET)
        self.remove = push_button(texts.REMOVE_REFERENCE)
        self._lay_out()
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.installEventFilter(self)
        self.go.clicked.connect(lambda _on: self._go())
        self.other.clicked.connect(lambda _on: self._choose())
        self.remove.clicked.connect(lambda _on: self._put(None))

    def title(self) -> str:
        """Say what this is, and how many there are."""
        return f"{texts.WITHOUT_TARGET} ({len(self._shown)})" if self._shown else texts.WITHOUT_TARGET

    def take_keyboard(self) -> None:
        """Begin in the list; with nothing to list, the panel itself takes the keyboard for Escape."""
        (self.list if self._shown else self).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of focus where there is nothing but the sentence."""
        if self.hasFocus():
            draw_ring(QPainter(self), self.empty.geometry().toRectF().adjusted(-4, -2, 4, 2))

    def refresh(self) -> None:
        """Show the references that have no target now."""
        now = dangling(self._room.session.document)
        lines = [self._words(place) for place in now]
        known = [self.list.item(row).text() for row in range(self.list.count())]
        if now == self._shown and lines == known and self.go.isEnabled() == bool(now):
            return
        row = self.list.currentRow()
        self._shown = now
        self.list.clear()
        for words in lines:
            item = QListWidgetItem(icon("triangle-alert", "red"), words)
            item.setToolTip(tip(words))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), len(now) - 1))
        self.empty.setVisible(not now)
        self.list.setVisible(bool(now))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if now else Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("" if now else texts.ALL_HAVE_TARGETS)
        writable = bool(now) and not self._room.session.read_only
        self.go.setEnabled(bool(now))
        self.other.setEnabled(writable)
        self.remove.setEnabled(writable)
        self._room.drawer.refresh_title()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the chosen reference away with Entf."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed == Qt.Key.Key_Delete and self.remove.isEnabled():
            self._put(None)
            return True
        return False

    def chosen(self) -> PlacedReference | None:
        """Give the reference that is chosen."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _go(self) -> None:
        if (place := self.chosen()) is not None:
            go_to(self._room, selection_at(place))

    def _choose(self) -> None:
        place = self.chosen()
        if place is None:
            return
        rect = self.list.visualItemRect(self.list.currentItem())
        rect.moveTopLeft(self.list.viewport().mapToGlobal(rect.topLeft()))
        self._offer(
            rect, lambda target, form: self._put(CrossReference(target, form), place), self.take_keyboard, place.form
        )

    def _put(self, after: CrossReference | None, place: PlacedReference | None = None) -> None:
        place = place or self.chosen()
        if place is None:
            return
        edit = replaced_reference(self._room.session.document, place, after)
        label = texts.REMOVE_REFERENCE if after is None else texts.CHANGE_REFERENCE
        self._room.session.apply(edit, label, selection=selection_at(place))
        self.take_keyboard()

    def _words(self, place: PlacedReference) -> str:
        """Say where a reference stands: section, field or the words before it."""
        section = find_section(self._room.session.document, place.address.section)
        number = self._room.labels.number(place.address.section)
        where = f"{number} {section.title if section else ''}".strip()
        return " · ".join(filter(None, (where, self._context(place))))

    def _context(self, place: PlacedReference) -> str:
        section = find_section(self._room.session.document, place.address.section)
        if section is None:
            return ""
        if not place.block:
            return texts.in_field(self._field_label(section.kind, place))
        if place.note:
            return texts.IN_NOTE
        if place.line:
            return texts.IN_TABLE
        for line in lines_of_section(section):
            if (line.address, line.block, line.line) == (place.address, place.block, place.line):
                return self._words_before(line.inlines, place.offset)
        return ""

    def _field_label(self, kind: str, place: PlacedReference) -> str:
        """Give the label of the field that a link stands in; its key where the template has lost it."""
        types = self._room.session.document.template.kind(kind).fields
        label = place.address.field
        for key in filter(None, (place.address.field, place.address.column)):
            type = next((type for type in types if type.key == key), None)
            label, types = (type.label, type.columns) if type else (key, ())
        return label

    def _words_before(self, line: Inlines, offset: int) -> str:
        """Give the last words of a line before an offset, references among them by name."""
        before = "".join(
            reference_name(self._room.labels, inline) if isinstance(inline, CrossReference) else plain((inline,))
            for inline in part(line, 0, offset)
        ).strip()
        if len(before) <= _BEFORE:
            return before
        return f"… {before[-_BEFORE:].split(' ', 1)[-1]}"

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.go, self.other, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 12)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)


def selection_at(place: PlacedReference) -> Selection:
    """Select a reference: its chip, in a note if it stands there; the table or figure of one within a cell."""
    address = place.address
    if not place.block:
        return Selection(address.section, address)
    if place.line and not place.note:
        return Selection(address.section, address, place.block, "", 0, 1)
    return Selection(address.section, address, place.block, place.note, place.offset, place.offset + 1)
