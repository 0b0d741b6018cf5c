"""Marks and menus in the texts: what is found where the user points or writes, and what can be done with it there."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.checking.texts import SPELLING
from ikonzept_desktop.ui.editor.marked_text import Marked
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.short_fields import LineField
from ikonzept_desktop.ui.editor.squiggles import Squiggles
from ikonzept_desktop.ui.findings_desk import FindingsDesk
from ikonzept_desktop.ui.kit import field_menus
from ikonzept_desktop.ui.spelling_desk import SpellingDesk
from ikonzept_desktop.ui.window import finding_steps, word_menu, word_places
from ikonzept_desktop.ui.window.surroundings import Surroundings
from ikonzept_desktop.ui.window.word_menu import Deeds

_FIELDS = (QTextEdit, QPlainTextEdit, QLineEdit)


class FindingMenus(QObject):
    """Has the words of every editor of a window marked, and extends their menus."""

    def __init__(self, room: Surroundings, desk: FindingsDesk, spelling: SpellingDesk, deeds: Deeds) -> None:
        """Mark what stands there already, and whatever editor is made later."""
        super().__init__(room.widget())
        self._room = room
        self._desk = desk
        self._spelling = spelling
        self._deeds = deeds
        self._marks: dict[QWidget, Marked] = {}
        self.squiggles = Squiggles(lambda: desk.verdicts if spelling.on else None, spelling.ask_soon, self)
        for kind in _FIELDS:
            for field in room.text.findChildren(kind):
                self.watch(field)
        room.text.text_made.connect(self.watch)
        room.text.page_shown.connect(self._look_at_page)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._meet)

    def watch(self, field: QWidget) -> None:
        """Mark the words of an editor from now on, and extend its menu."""
        marked = self.squiggles.watch(field) if field not in self._marks else None
        if marked is not None:
            self._marks[field] = marked
            field_menus.extend(field, self._extend_at_point)
            field.destroyed.connect(lambda: self._marks.pop(field, None))

    def _meet(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Watch a text beside the first one too, once it gets the keyboard: a second section, a panel of its own."""
        if isinstance(now, RichTextEdit | LineField) and self._room.widget().isAncestorOf(now):
            self.watch(now)

    def _look_at_page(self, _section: str) -> None:
        self.squiggles.look_soon()

    def open_at_caret(self) -> bool:
        """Open the menu of what is found at the caret; tell whether there is anything."""
        field = QApplication.focusWidget()
        spot = word_places.caret_of(field) if isinstance(field, _FIELDS) else None
        if spot is None or field is None or not self.findings_at(field, spot[0]):
            return False
        menu = QMenu(field)
        self._extend(menu, field, spot[0])
        _pop_up(menu, field.mapToGlobal(spot[1]))
        return True

    def open(self, finding: Finding, where: QPoint) -> None:
        """Open the menu of a finding at a place on the screen, px."""
        menu = QMenu(self._room.widget())
        self._fill(menu, finding)
        _pop_up(menu, where)

    def findings_at(self, field: QWidget, position: int) -> list[Finding]:
        """Give what is found at a position (UTF-16) of an editor: the wrong word there, and what else is listed."""
        place = word_places.place_in(field, self._room.text.section(), position)
        marked = self._marks.get(field)
        if place is None or marked is None:
            return []
        listed = [one for one in self._desk.findings_of(place.section) if finding_steps.covers(one, place)]
        here = marked.word_at(position)
        others = [one for one in listed if one.kind is not Kind.SPELLING]
        if here is None or not self._spelling.on:
            return others
        word = here[1]
        if not self._desk.verdicts.is_wrong(word.text, stops=word.stops):
            return others
        exact = replace(place, start=word.start, end=word.end)
        return [Finding(Kind.SPELLING, exact, word.text, SPELLING.format(word=word.text)), *others]

    def _extend_at_point(self, menu: QMenu, field: QWidget, point: QPoint) -> None:
        self._extend(menu, field, word_places.position_at(field, point))

    def _extend(self, menu: QMenu, field: QWidget, position: int) -> None:
        for finding in reversed(self.findings_at(field, position)):
            self._fill(menu, finding)

    def _fill(self, menu: QMenu, finding: Finding) -> None:
        word_menu.fill(menu, finding, self._deeds, self._spelling, writable=not self._room.session.read_only)


def _pop_up(menu: QMenu, where: QPoint) -> None:
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu.deleteLater))
    menu.popup(where)
