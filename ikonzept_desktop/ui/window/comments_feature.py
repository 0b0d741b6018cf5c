"""The page „Notizen“ beside the text, made when it is first shown, and the count on its tab."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.model.comments import every_note

if TYPE_CHECKING:  # for types alone: at run time they come with the page
    from ikonzept_desktop.model.history import Selection
    from ikonzept_desktop.model.project import Notice
    from ikonzept_desktop.ui.window.comments.page import CommentsPage
    from ikonzept_desktop.ui.window.surroundings import Surroundings

COMMENTS = "comments"
_NAME = "Notizen"


class CommentsFeature(QObject):
    """Lists the notes of the concept, and leads to their places."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self._count = -1
        self._holder: _Later | None = None
        self.page: CommentsPage | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"comments": self._look}

    def ready(self) -> None:
        """Offer the page."""
        room = self._room
        self._holder = _Later(self._make)
        room.side.add(COMMENTS, _NAME, "message-square", self._holder, self._holder)
        room.session.changed.connect(self._take)
        room.text.zoomed.connect(room.inspector.notes.set_zoom)
        room.inspector.notes.set_zoom(room.text.zoom())
        self._show_count()

    def _make(self) -> QWidget:
        from ikonzept_desktop.ui.window.comments.page import CommentsPage

        room = self._room
        self.page = page = CommentsPage(room.session, room.labels, room.inspector.notes.author)
        page.place_asked.connect(self._go)
        page.said.connect(room.status.say)
        page.set_zoom(room.text.zoom())
        page.show_section(room.text.section())
        room.text.zoomed.connect(page.set_zoom)
        room.text.selection_changed.connect(self._follow)
        room.leaving.connect(page.commit)
        return page

    def _look(self) -> None:
        room = self._room
        room.workspaces.show_writing()
        if not room.panes.is_shown(room.side):
            room.panes.toggle(room.side)
        room.side.show_page(COMMENTS)
        room.side.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self, place: Selection) -> None:
        if place.address is None:
            self._room.show_section(place.section)
            self._room.text.focus_field()
        else:
            self._room.restore(place)

    def _follow(self, selection: Selection) -> None:
        if self.page is not None and not self.page.isAncestorOf(self._room.widget().focusWidget()):
            self.page.show_section(selection.section)
            self.page.choose_at(selection)

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.outline or any(name == "comments" for _section, name in changes.attributes):
            self._show_count()

    def _show_count(self) -> None:
        count = sum(not noted.comment.resolved for noted in every_note(self._room.session.document))
        if count != self._count:
            self._count = count
            self._room.side.set_count(COMMENTS, count)


class _Later(QWidget):
    """Makes what it holds when it is first shown."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._made: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hold()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._hold().setFocus(event.reason())

    def _hold(self) -> QWidget:
        if self._made is None:
            self._made = self._make()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._made)
        return self._made
