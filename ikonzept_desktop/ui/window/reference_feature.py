"""Cross-references: put in by a few letters, changed at their chip, followed to their target."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.model.inline import CrossReference, ReferenceForm
from ikonzept_desktop.ui.window import reference_texts as texts
from ikonzept_desktop.ui.window.dangling_feature import DanglingFeature

if TYPE_CHECKING:  # for types alone: they come when they are asked for
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtWidgets import QMenu

    from ikonzept_desktop.ui.window.reference_popup import ReferencePopup
    from ikonzept_desktop.ui.window.surroundings import Surroundings

_MOST_RECENT = 12


class ReferenceFeature:
    """Opens the list of targets at the caret, and the menu of a reference."""

    def __init__(self, room: Surroundings) -> None:
        """Remember no target yet."""
        self._room = room
        self._recent: list[str] = []
        self._form = ReferenceForm.NUMBER
        self._popup: ReferencePopup | None = None
        self._take: Callable[[str, ReferenceForm], object] = self._insert
        self._return: Callable[[], object] = room.widget
        self._watch = DanglingFeature(room, self.choose)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"reference": self.ask, **self._watch.handlers()}

    def ready(self) -> None:
        """Follow what is asked of chips from now on."""
        self._watch.ready()
        self._room.text.menu_asked.connect(self._show_menu)
        self._room.text.menu_opening.connect(self._add_to_menu)

    def ask(self) -> None:
        """Offer targets at the caret; the one that is chosen is put in there."""
        view = self._room.text.text
        if view is not None and not view.isReadOnly():
            self.choose(self.caret(), self._insert, view.setFocus, self._form)

    def choose(
        self,
        caret: QRect,
        take: Callable[[str, ReferenceForm], object],
        leave: Callable[[], object],
        form: ReferenceForm,
    ) -> None:
        """Offer targets at a place on the screen, px; `take` gets the chosen one, `leave` the keyboard after Escape."""
        from ikonzept_desktop.publication.target_search import targets

        if self._popup is None:
            from ikonzept_desktop.ui.window.reference_popup import ReferencePopup

            self._popup = ReferencePopup(self._room.widget())
            self._popup.chosen.connect(self._chosen)
            self._popup.left.connect(self._give_back)
        self._take, self._return = take, leave
        every = targets(self._room.session.document, self._room.labels.all())
        self._popup.open(every, self._recent, form, caret)

    def caret(self) -> QRect:
        """Give where the caret of the present text is on the screen. px"""
        view = self._room.text.text
        assert view is not None
        rect = view.cursorRect()
        rect.moveTopLeft(view.viewport().mapToGlobal(rect.topLeft()))
        return rect

    def _chosen(self, target: str, form: ReferenceForm) -> None:
        self._recent = [target, *(id for id in self._recent if id != target)][:_MOST_RECENT]
        self._form = form
        self._return()
        self._take(target, form)

    def _give_back(self) -> None:
        self._return()

    def _insert(self, target: str, form: ReferenceForm) -> None:
        self._room.text.insert_reference(target, form)

    def _exchange(self, target: str, form: ReferenceForm) -> None:
        from ikonzept_desktop.ui.editor import tools

        view = self._room.text.text
        if view is not None and not view.isReadOnly():
            tools.replace_reference(view.loop, CrossReference(target, form))

    def _show_menu(self, reference: CrossReference) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self._room.widget())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, reference)
        menu.popup(self.caret().bottomLeft())
        menu.setActiveAction(menu.actions()[0])

    def _add_to_menu(self, menu: QMenu, where: QPoint) -> None:
        from PySide6.QtGui import QTextCursor

        from ikonzept_desktop.ui.editor.rich_text import thing_place
        from ikonzept_desktop.ui.window.menus import put_on_top

        view = self._room.text.text
        place = thing_place(view, view.viewport().mapFromGlobal(where)) if view is not None else None
        if view is None or place is None:
            return
        cursor = view.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        reference = _selected_reference(self._room)
        if reference is not None:
            put_on_top(menu, lambda own: self._fill(own, reference))

    def _fill(self, menu: QMenu, reference: CrossReference) -> None:
        """Offer the way to the target, the forms, another target, and to take the reference away."""
        from PySide6.QtGui import QActionGroup

        view = self._room.text.text
        assert view is not None
        gone = self._room.labels.label(reference.target) is None
        go = menu.addAction(texts.GO_TO_TARGET, lambda: self._room.text.section_asked.emit(reference.target))
        go.setEnabled(not gone)
        if view.isReadOnly():
            return
        menu.addSeparator()
        forms = QActionGroup(menu)
        for form, words in texts.FORMS.items():
            action = menu.addAction(words, lambda form=form: self._exchange(reference.target, form))
            action.setCheckable(True)
            action.setChecked(form is reference.form)
            action.setEnabled(not gone)
            forms.addAction(action)
        menu.addSeparator()
        menu.addAction(texts.OTHER_TARGET, lambda: self._choose_other(reference))
        menu.addAction(texts.REMOVE_REFERENCE, self._remove)

    def _choose_other(self, reference: CrossReference) -> None:
        view = self._room.text.text
        if view is not None:
            self.choose(self.caret(), self._exchange, view.setFocus, reference.form)

    def _remove(self) -> None:
        from ikonzept_desktop.ui.editor import commands

        view = self._room.text.text
        if view is not None and not view.isReadOnly():
            view.loop.run(commands.erase, texts.REMOVE_REFERENCE)


def _selected_reference(room: Surroundings) -> CrossReference | None:
    from ikonzept_desktop.ui.editor.keys import selected_thing

    thing = selected_thing(room.text.text.loop) if room.text.text is not None else None
    return thing if isinstance(thing, CrossReference) else None
