"""The middle of the window: the section that is open, to be read and written.

What the window calls: `show_section`, `focus_field`, `restore`, `section`, `set_zoom`, `commit_pending` (before undo,
export and closing), `list_command` (the outline's keys, while a list of records has the keyboard), and for its tools
`take_text`, `toggle_mark`, `set_block`, `make_block`, `indent`, `outdent`, `insert_link`, `insert_footnote`,
`insert_reference`,
`add_comment`, `insert_table`, `insert_figure`, `cut`, `copy`, `paste`, `paste_plain`, `link`, `format_state`.
What it hears: `selection_changed`, `focus_field_changed`, `format_changed`, `section_asked`, `page_shown`,
`atom_opened`, `menu_asked`, `menu_opening`.
"""

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Document, Section, find_section, walk
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.schema import SECTION_IDS
from ikonzept_desktop.ui.editor import texts, tools
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.following import Following
from ikonzept_desktop.ui.editor.looks import Colours
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.naming import Naming
from ikonzept_desktop.ui.editor.page_place import place_on, return_to
from ikonzept_desktop.ui.editor.pages import Pages
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.section_page import SectionPage
from ikonzept_desktop.ui.editor.tool_face import ToolFace
from ikonzept_desktop.ui.editor.tools import FormatState
from ikonzept_desktop.ui.session import Session

SMALLEST, LARGEST = 80, 200
"""Zoom in per cent."""


class SectionView(ToolFace):
    """Shows one section at a time; editors are made on demand and kept while recently used."""

    selection_changed = Signal(object)
    """A Selection, whenever the caret moves."""
    focus_field_changed = Signal(str)
    """The key of the field that has the keyboard."""
    format_changed = Signal(object)
    """A FormatState, when the text at the caret is set otherwise than before."""
    pasted = Signal(object)
    """An Insertion, when a paste into the text has left something to say."""
    section_asked = Signal(str)
    """The id of a section, or of what stands in one, that the user wants to see: a reference was opened."""
    zoomed = Signal(int)
    """Per cent, when the text is shown larger or smaller."""
    fields_asked = Signal()
    """The fields of the shown section themselves are to be changed."""
    images_given = Signal(object)
    """An Offer: images or files were pasted or dropped into the text the tools act on."""
    atom_opened = Signal(object)
    """The FieldAddress of a text and the Table or Figure in it, when the user opens one: Return or a double click."""

    table_asked = Signal(object, str)
    """The FieldAddress of records that are to come from a table or go into one, and the command's key."""
    page_shown = Signal(str)
    """The section that is now to be seen."""
    text_made = Signal(object)
    """An editor that holds words (a text, a note, a line, a title), when it is made."""
    menu_asked = Signal(object)
    """The reference for whose chip, which is selected in the present text, a menu was asked."""
    menu_opening = Signal(object, QPoint)
    """The context menu of the present text, a QMenu, about to open at a place on the screen. px"""

    def __init__(self, session: Session, naming: Naming, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(session, parent)
        self._context = EditorContext(session, naming)
        self._context.on_text = self.text_made.emit
        self._context.on_table = self.table_asked.emit
        self._state = FormatState()
        self._colours = Colours.present()
        self._following = Following(self, lambda: self.text, self.follow)
        self._stack = QStackedWidget(self)
        self.pages = Pages(self._stack, self._make)
        empty = QLabel(texts.NO_SECTION, self)
        empty.setProperty("role", "muted")
        empty.setContentsMargins(28, 28, 28, 28)
        self._empty = self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        session.changed.connect(self._take)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def section(self) -> str:
        """Give the id of the section that is shown; nothing where none is."""
        page = self.pages.shown()
        return page.section if page else ""

    def show_section(self, id: str) -> None:
        """Show a section; nothing happens where there is none of that id."""
        section = find_section(self.session.document, id)
        if section is None or id == self.section():
            return
        self.commit_pending()
        self.take_text(None)
        self.pages.show(section)
        self.page_shown.emit(id)

    def focus_field(self, key: str = "") -> None:
        """Bring the keyboard into a field of the shown section; into the first where none is named."""
        if page := self.pages.shown():
            page.focus_field(key)

    def restore(self, selection: Selection) -> None:
        """Open the section a selection is in, and put the caret back."""
        self.show_section(selection.section)
        if (page := self.pages.shown()) and page.section == selection.section:
            page.restore(selection)

    def commit_pending(self) -> bool:
        """Put what is still being typed in short fields into the concept; tell whether all of it is there."""
        for page in self.pages:
            page.commit()
        return True

    def set_zoom(self, percent: int) -> None:
        """Show the text larger or smaller. Per cent, 80 to 200"""
        percent = min(max(percent, SMALLEST), LARGEST)
        if percent != self._context.zoom:
            self._context.zoom = percent
            self._restyle()
            self.zoomed.emit(percent)

    def zoom(self) -> int:
        """Give the present zoom. Per cent"""
        return self._context.zoom

    def keep_in_middle(self, share: float) -> None:
        """Keep the line that is written a share of the height from its ends: 0.5 in the middle, 0 wherever it is."""
        self._context.middle = share
        for page in self.pages:
            page.make_room()
        self._following.start()

    def list_command(self, command: str) -> bool:
        """Carry out move_up, move_down, new_after, duplicate or delete in a list of records that has the keyboard.

        False where none has, so that the command is meant for the outline; promote and demote are taken by list
        items of the text.
        """
        page = self.pages.shown()
        records = page.form.records_with_focus() if page else None
        if records is not None:
            return records.do(command)
        if command in {"promote", "demote"} and self.text is not None and self.text.hasFocus():
            tools.shift_level(self.text.loop, 1 if command == "demote" else -1)
            return True
        return False

    def format_state(self) -> FormatState:
        """Tell how the text at the caret is set."""
        return self._state

    def focus_note(self, loop: TextLoop, note: str) -> None:
        """Bring the keyboard into a note of the text that a loop keeps."""
        page = self.pages.shown()
        fields = page.form.rich_fields() if page else []
        for field in fields:
            if field.text.loop is loop:
                field.notes.focus(note)
                return
        if self.text is not None and self.text.loop is loop and (made := loop.things.note(note)) is not None:
            self.text.opened.emit(made)  # a panel's text shows its notes where it likes

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to where it was last, or to the first field."""
        page = self.pages.shown()
        last = page.focusWidget() if page else None
        if last is not None and last.isVisible():
            last.setFocus(event.reason())
        else:
            self.focus_field()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and Colours.present() != self._colours:
            self._colours = Colours.present()
            self._restyle()

    def _make(self, section: Section) -> SectionPage:
        page = SectionPage(self._context, section, self)
        page.focused.connect(self.take_text)
        page.field_reached.connect(self.focus_field_changed.emit)
        page.fields_asked.connect(self.fields_asked)
        page.reference_opened.connect(self.section_asked)
        page.atom_opened.connect(self.atom_opened.emit)
        return page

    def _drop(self, id: str) -> None:
        self.take_text(None)
        self.pages.drop(id)

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.outline or changes.trash:
            self._drop_what_is_gone()
        for page in self.pages:
            if page.is_outdated_by(changes):
                self._make_anew(page)
            else:
                page.take(notice)

    def _drop_what_is_gone(self) -> None:
        there = {section.id for section in walk(self.session.document.sections)}
        shown = self.section()
        for id in self.pages.ids():
            if id not in there:
                self._drop(id)
        if shown not in there:
            self._stack.setCurrentIndex(self._empty)

    def _make_anew(self, page: SectionPage) -> None:
        """Let a page go that has other fields now; the one on screen comes back with the caret where it was."""
        if page is not self.pages.shown():
            self.pages.drop(page.section)
            return
        place = place_on(page)
        self.setUpdatesEnabled(False)
        self._drop(page.section)
        self.show_section(page.section)
        if (made := self.pages.shown()) is not None:
            return_to(made, place)
        self.setUpdatesEnabled(True)

    def _restyle(self) -> None:
        for page in self.pages:
            page.restyle_when_shown()
        self._following.start()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        page = self.pages.shown()
        if page is not None and now is not None and page.isAncestorOf(now):
            page.take_focus(now)
            if not isinstance(now, RichTextEdit):
                self.take_text(None)

    def take_text(self, text: RichTextEdit | None) -> None:
        """Have the tools act on a text from now on: one of the shown section, or of a panel beside it; or on none."""
        if text is not self.text:
            if self.text is not None:
                self.text.caret_moved.disconnect(self.caret_moved)
                self.text.grown.disconnect(self._following.start)
                self.text.images_given.disconnect(self.images_given)
                self.text.pasted.disconnect(self.pasted)
                self.text.menu_asked.disconnect(self.menu_asked)
                self.text.menu_opening.disconnect(self.menu_opening)
            self.text = text
            if text is not None:
                text.caret_moved.connect(self.caret_moved)
                text.grown.connect(self._following.start)
                text.images_given.connect(self.images_given)
                text.pasted.connect(self.pasted)
                text.menu_asked.connect(self.menu_asked)
                text.menu_opening.connect(self.menu_opening)
        self.caret_moved()

    def caret_moved(self) -> None:
        """Tell where the caret is and how the text there is set."""
        self._tell_format()
        if self.text is not None:
            self.follow()
            self.selection_changed.emit(self.text.loop.note_selection())

    def follow(self) -> None:
        """Keep the caret of the text in sight."""
        page = self.pages.shown()
        if page is not None and self.text is not None and page.isAncestorOf(self.text):
            page.follow(self.text)

    def _tell_format(self) -> None:
        state = tools.format_state(self.text.loop) if self.text is not None else FormatState()
        if state != self._state:
            self._state = state
            self.format_changed.emit(state)


def holder_of(document: Document, id: str) -> str:
    """Give the section that is, or holds, what has that id; nothing where it is gone."""
    return next((section.id for section in walk(document.sections) if id in SECTION_IDS(section)), "")
