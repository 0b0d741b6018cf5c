"""The text of a section with its proposals shown in it: the middle of the screen of what came back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from ikonzept_desktop.model.document import Document, find_section, place_of
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.publication.labels import Labels, labels
from ikonzept_desktop.review.shown import Mode, as_if_accepted, shown, without_proposals
from ikonzept_desktop.review.shown_values import ShownLine
from ikonzept_desktop.review.taking_over import TakingOver
from ikonzept_desktop.ui.editor.wheel import ZoomedByWheel
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.window.returns import shown_texts as texts
from ikonzept_desktop.ui.window.returns.persons import Person
from ikonzept_desktop.ui.window.returns.shown_editor import ShownEditor
from ikonzept_desktop.ui.window.returns.shown_setting import Persons
from ikonzept_desktop.ui.window.returns.shown_view import ShownView


class ShownText(ZoomedByWheel):
    """Shows one section; its proposals can be clicked on, and other words for one written in its place."""

    clicked = Signal(str)
    """The id of a proposal, or of a comment that came in a Word file."""
    edited = Signal(str, str)
    """The id of a proposal, and the words that are to stand instead of any variant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.view = ShownView(self)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.clicked.connect(self.clicked)
        self.view.verticalScrollBar().valueChanged.connect(self._place_editor)
        self.editor: ShownEditor | None = None
        self._edited = ""
        self._before: QWidget | None = None
        """What had the keyboard before the editor."""
        self._zoom = 100
        self._colours = ""
        self._document: Document | None = None
        self._section = ""
        self._proposals: tuple[KeptProposal, ...] = ()
        self._ids: frozenset[str] = frozenset()
        """Of the proposals that are shown: of thousands those of one section."""
        self._given: Mapping[str, Person] = {}
        self._mode = Mode.PROPOSALS
        self._taking: TakingOver | None = None
        self._known: Labels | None = None
        self._wanted = ""
        """What is to be in sight once the text can be seen."""

    def show_section(
        self,
        document: Document,
        section_id: str,
        proposals: Iterable[KeptProposal],
        current_id: str,
        persons: Mapping[str, Person],
        mode: Mode = Mode.PROPOSALS,
    ) -> None:
        """Show a section of the concept as it is now, with those of the proposals that are about it.

        The empty id stands for the cover. `persons` are by the id of the file that came back (`persons.persons_of`).
        Where nothing but the current one is another, only the ring moves.
        """
        given = (document, section_id, tuple(proposals), persons, mode)
        if not self._is_shown(*given):
            same = section_id == self._section and self._document is not None
            if document is not self._document:
                self._taking = self._known = None
            self._document, self._section, self._proposals, self._given, self._mode = given
            self._set(keep_place=same)
        self.view.set_current(current_id)
        self._wanted = "" if self.isVisible() else current_id

    def set_zoom(self, percent: int) -> None:
        """Show the text larger or smaller, the tools around it as they are."""
        if percent != self._zoom:
            self._zoom = percent
            self._restyle()

    def has(self, id: str) -> bool:
        """Tell whether a proposal is shown in the text at present."""
        return self.view.has(id)

    def edit(self, id: str, text: str) -> None:
        """Open an editor over the lines of a proposal, with the words that are wanted there."""
        self._close_editor()
        self._before = self.window().focusWidget()
        self.view.set_current(id)
        self._edited = id
        self.editor = ShownEditor(text, self._zoom, self.view)
        self.editor.taken.connect(self._take)
        self.editor.left.connect(self._leave)
        self._place_editor()
        self.editor.show()
        self.editor.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring into sight what was asked for while there was no height to do so."""
        super().showEvent(event)
        if self._wanted:
            self.view.verticalScrollBar().setValue(0)
            self.view.set_current(self._wanted)
            self._wanted = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the editor over its lines."""
        super().resizeEvent(event)
        self._place_editor()

    def changeEvent(self, event: QEvent) -> None:
        """Show the text in other colours when the theme is another."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and _colours() != self._colours:
            self._restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the text."""
        self.view.setFocus(event.reason())

    def _is_shown(
        self,
        document: Document,
        section: str,
        proposals: Sequence[KeptProposal],
        persons: Mapping[str, Person],
        mode: Mode,
    ) -> bool:
        return (
            document is self._document
            and (section, mode) == (self._section, self._mode)
            and (persons is self._given or persons == self._given)
            and len(proposals) == len(self._proposals)
            and all(one is other for one, other in zip(proposals, self._proposals, strict=True))
        )

    def _restyle(self) -> None:
        if self._document is not None:
            current = self.view.current
            self._set(keep_place=True)
            self.view.set_current(current)

    def _set(self, *, keep_place: bool) -> None:
        assert self._document is not None
        self._close_editor()
        self._colours = _colours()
        place = self.view.verticalScrollBar().value() if keep_place else 0
        if self._known is None:
            self._known = labels(self._document)
        known = self._known
        self.view.show_lines(self._crumbs(known), self._lines(known), self._who(), known, self._zoom)
        self.view.verticalScrollBar().setValue(place)

    def _lines(self, known: Labels) -> tuple[ShownLine, ...]:
        assert self._document is not None
        if self._mode is Mode.PRESENT:
            return without_proposals(self._document, self._section, known)
        if self._mode is Mode.ACCEPTED:
            now = datetime.now().astimezone()
            after = as_if_accepted(self._document, self._section, self._proposals, now, known)
            return without_proposals(after, self._section)
        if self._taking is None:
            self._taking = TakingOver(self._document)
        lines = shown(self._document, self._section, self._proposals, self._taking, known)
        self._ids = frozenset(id for line in lines for id in line.ids)
        return lines

    def _who(self) -> Persons:
        """Give who is behind each proposal and each comment that is shown."""
        found = {
            kept.id: self._people(source.copy for source in (*kept.sources, *kept.against))
            for kept in self._proposals
            if kept.id in self._ids
        }
        section = find_section(self._document, self._section) if self._document else None
        for comment in section.comments if section else ():
            if comment.origin:
                found[comment.id] = self._people([comment.origin.partition(":")[0]])
        return found

    def _people(self, copies: Iterable[str]) -> tuple[Person, ...]:
        return tuple(dict.fromkeys(self._given[copy] for copy in copies if copy in self._given))

    def _crumbs(self, known: Labels) -> str:
        """Name the section that this one stands in; the cover by itself."""
        assert self._document is not None
        if not self._section:
            return texts.COVER
        place = place_of(self._document, self._section)
        label = known.targets.get(place.parent) if place else None
        return f"{label.number} {label.title}".strip() if label else ""

    def _place_editor(self) -> None:
        if self.editor is None:
            return
        viewport = self.view.viewport()
        box = self.view.place_of(self._edited)
        left, width = self.view.column()
        top = round(box.top()) if box is not None else 16
        high = min(self.editor.wanted_height(width), max(viewport.height() - 16, 120))
        top = max(min(top - 8, viewport.height() - high - 8), 8)
        self.editor.setGeometry(left + viewport.x() - 8, top + viewport.y(), width + 16, high)

    def _take(self, text: str) -> None:
        id = self._edited
        self._leave()
        self.edited.emit(id, text)

    def _leave(self) -> None:
        """Shut the editor, and give the keyboard back to what had it."""
        before = self._before
        self._close_editor()
        (before if before is not None and isValid(before) else self.view).setFocus()

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = self._before = None


def _colours() -> str:
    return f"{theme.colour('ink').name()} {theme.colour('paper').name()} {theme.is_high_contrast()}"
