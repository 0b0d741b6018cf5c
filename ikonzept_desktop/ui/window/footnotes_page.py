"""The footnotes of a section, or of the concept, beside the text: read, filtered, written, gone to, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QToolButton, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Section, find_section, walk
from ikonzept_desktop.model.folding import folded
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import length, plain
from ikonzept_desktop.model.notes import PlacedNote, find_placed, note_as_text, notes_of, without_note
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.naming import note_name
from ikonzept_desktop.ui.editor.notes import NoteRow
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.fields import FilterField
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.window import footnote_texts as texts
from ikonzept_desktop.ui.window.footnote_list import NoteDelegate, NoteLine, NoteLines
from ikonzept_desktop.ui.window.travel import go_to

if TYPE_CHECKING:  # for types alone: the window brings them
    from ikonzept_desktop.model.project import Notice
    from ikonzept_desktop.ui.window.surroundings import Surroundings

QUIET = 150
"""ms after an edit until the list follows it."""


class FootnotesPage(QWidget):
    """A list with a filter, and below it the chosen note to be written in."""

    def __init__(self, room: Surroundings) -> None:
        """Show the notes of the present section."""
        super().__init__()
        self._room = room
        self._context = EditorContext(room.session, room.labels)
        self.row: NoteRow | None = None
        self.scope = Segments(texts.SCOPE, [Choice("section", texts.IN_SECTION), Choice("concept", texts.IN_CONCEPT)])
        self.filter = FilterField(texts.FILTER)
        self.list = QListView(self)
        self.model = NoteLines(self)
        self.count = labels.label("", "muted", small=True)
        self.none = labels.hint()
        self._editor = QVBoxLayout()
        self._buttons = {
            "go": _button("corner-up-right", texts.GO, self.go),
            "text": _button("file-text", texts.TO_TEXT, self.make_text),
            "delete": _button("trash-2", texts.DELETE, self.delete),
        }
        self._following = QTimer(self, singleShot=True, interval=QUIET)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the notes as they are now."""
        chosen = self._chosen_id()
        every = self._every()
        words = folded(self.filter.text()).split()
        lines = tuple(line for line in every if all(word in folded(f"{line.number} {line.text}") for word in words))
        self.model.put(lines)
        self.count.setText(texts.counted(len(lines)))
        empty = texts.NONE_IN_CONCEPT if self.scope.key == "concept" else texts.NONE_IN_SECTION
        self.none.setText(texts.NONE_FITS if every else empty)
        self.none.setVisible(not lines)
        self.list.setVisible(bool(lines))
        row = self.model.row_of(chosen)
        self.list.setCurrentIndex(self.model.index(max(row, 0), 0) if lines else QModelIndex())
        self._show_chosen()

    def chosen(self) -> PlacedNote | None:
        """Give the note that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.lines[row].placed if 0 <= row < len(self.model.lines) else None

    def go(self) -> None:
        """Go to the chosen note below its text."""
        if (placed := self._present()) is not None:
            end = length(placed.note.content)
            go_to(self._room, Selection(placed.address.section, placed.address, placed.block, placed.note.id, end, end))

    def make_text(self) -> None:
        """Put what the chosen note says in the place of its mark."""
        if (placed := self._present()) is not None:
            edit = note_as_text(self._room.session.document, placed)
            self._room.session.apply(edit, texts.TO_TEXT, selection=mark_of(placed))
            self.refresh()

    def delete(self) -> None:
        """Take the chosen note away with its mark."""
        placed = self._present()
        if placed is None:
            return
        if self._room.session.apply(without_note(placed), texts.DELETE, selection=mark_of(placed)):
            self._room.status.say(texts.DELETED)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited while it was out of sight."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Show the note to be written in the present colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.row is not None:
            self.row.restyle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list: Return goes, Entf deletes, F2 begins to write; in the filter the arrow leads into the list."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and watched is self.list and event.key() == Qt.Key.Key_F2:
            event.accept()  # else the window would rename the section
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.filter:
            if event.key() == Qt.Key.Key_Down and self.model.lines:
                self.list.setFocus()
                return True
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.go()
            case Qt.Key.Key_Delete:
                self.delete()
            case Qt.Key.Key_F2 if self.row is not None:
                self.row.text.setFocus()
            case _:
                return False
        return True

    def _every(self) -> tuple[NoteLine, ...]:
        document, whole = self._room.session.document, self.scope.key == "concept"
        shown = find_section(document, self._room.text.section())
        sections = list(walk(document.sections)) if whole else [shown] if shown else []
        found = [self._line(placed, section, whole=whole) for section in sections for placed in notes_of(section)]
        return tuple(sorted(found, key=lambda line: int(line.number) if line.number.isdigit() else len(found) + 10**6))

    def _line(self, placed: PlacedNote, section: Section, *, whole: bool) -> NoteLine:
        where = f"{self._room.labels.number(section.id)} {section.title}".strip() if whole else ""
        text = " ".join(plain(placed.note.content).split())
        return NoteLine(placed, note_name(self._room.labels, placed.note.id), text, where)

    def _present(self) -> PlacedNote | None:
        """Give the chosen note as it stands now: the list follows what is written a moment later."""
        placed = self.chosen()
        if placed is None:
            return None
        return find_placed(self._room.session.document, placed.address.section, placed.note.id)

    def _chosen_id(self) -> str:
        placed = self.chosen()
        return placed.note.id if placed else ""

    def _show_chosen(self) -> None:
        """Have the chosen note below the list, to be written in."""
        placed = self.chosen()
        for key, button in self._buttons.items():
            button.setEnabled(placed is not None and (key == "go" or not self._room.session.read_only))
        if self.row is not None and placed is not None and self.row.shows(placed.address, placed.note.id):
            self.row.refresh_names()
            return
        self._drop_row()
        if placed is not None:
            self._context.zoom = self._room.text.zoom()
            row = self.row = NoteRow(self._context, placed.address, placed.note.id, self)
            row.text.focused.connect(self._room.text.take_text)
            row.left.connect(self.list.setFocus)
            self._editor.addWidget(row)

    def _drop_row(self) -> None:
        if self.row is not None:
            if self._room.text.text is self.row.text:
                self._room.text.take_text(None)
            self._editor.removeWidget(self.row)
            self.row.hide()
            self.row.deleteLater()
            self.row = None

    def _take(self, notice: Notice) -> None:
        if self.row is not None and notice.initiator is not self.row.text.loop:
            self.row.refresh()
        self._follow()

    def _follow(self) -> None:
        if self.isVisible():
            self._following.start()

    def _zoom(self, percent: int) -> None:
        self._context.zoom = percent
        if self.row is not None:
            self.row.restyle()

    def _connect(self) -> None:
        self._room.session.changed.connect(self._take)
        self._room.text.page_shown.connect(lambda _id: self._follow())
        self._room.status.zoom_asked.connect(self._zoom)
        self._following.timeout.connect(self.refresh)
        self.filter.textChanged.connect(lambda _words: self.refresh())
        self.scope.chosen.connect(lambda _key: self.refresh())
        self.list.clicked.connect(lambda _index: self.go())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        for watched in (self.list, self.filter):
            watched.installEventFilter(self)

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(NoteDelegate(self.list))
        self.list.setAccessibleName(texts.NOTES)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        for button in self._buttons.values():
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for part in (self.scope, self.filter, self.none, self.list):
            layout.addWidget(part, 1 if part is self.list else 0)
        layout.addLayout(foot)
        layout.addLayout(self._editor)
        layout.addStretch(0)


def mark_of(placed: PlacedNote) -> Selection:
    """Select the mark of a note; the table or figure where it stands in one."""
    if placed.line:
        return Selection(placed.address.section, placed.address, placed.block, "", 0, 1)
    return Selection(placed.address.section, placed.address, placed.block, "", placed.offset, placed.offset + 1)


def _button(shape: str, name: str, act: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    set_icon(button, shape)
    button.setAutoRaise(True)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.clicked.connect(lambda _on=False: act())
    return button
