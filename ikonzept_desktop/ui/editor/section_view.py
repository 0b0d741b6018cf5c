"""The middle of the window: the section that is open, to be read and written.

What the window calls: `show_section`, `focus_field`, `restore`, `section`, `set_zoom`, `commit_pending` (before undo,
export and closing), `list_command` (the outline's keys, while a list of records has the keyboard), and for its tools
`toggle_mark`, `set_block`, `make_block`, `indent`, `outdent`, `insert_link`, `insert_footnote`, `insert_reference`,
`add_comment`, `insert_table`, `insert_figure`, `cut`, `copy`, `paste`, `paste_plain`, `link`, `format_state`.
What it hears: `selection_changed`, `focus_field_changed`, `format_changed`, `section_asked`.
"""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Document, Section, find_section, walk
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.schema import SECTION_IDS
from ikonzept_desktop.ui.editor import texts, tools
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.looks import Colours
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.naming import Naming
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

    def __init__(self, session: Session, naming: Naming, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(session, parent)
        self._context = EditorContext(session, naming)
        self.typing = self._context.typing
        self._state = FormatState()
        self._colours = Colours.present()
        self._following = QTimer(self, singleShot=True, interval=0)
        self._following.timeout.connect(self._follow_grown)
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
        self._set_text(None)
        self.pages.show(section)

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

    def zoom(self) -> int:
        """Give the present zoom. Per cent"""
        return self._context.zoom

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
        page.focused.connect(self._set_text)
        page.field_reached.connect(self.focus_field_changed.emit)
        page.reference_opened.connect(self._open_reference)
        return page

    def _drop(self, id: str) -> None:
        self._set_text(None)
        self.pages.drop(id)

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.outline or changes.trash or changes.template:
            self._take_outline(template=changes.template)
        for page in self.pages:
            page.take(notice)

    def _take_outline(self, *, template: bool) -> None:
        there = {section.id for section in walk(self.session.document.sections)}
        shown = self.section()
        for id in self.pages.ids():
            if template or id not in there:
                self._drop(id)
        if template and shown in there:
            self.show_section(shown)
        elif shown not in there:
            self._stack.setCurrentIndex(self._empty)

    def _restyle(self) -> None:
        for page in self.pages:
            page.restyle_when_shown()
        self._following.start()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        page = self.pages.shown()
        if page is not None and now is not None and page.isAncestorOf(now):
            page.take_focus(now)
            if not isinstance(now, RichTextEdit):
                self._set_text(None)

    def _set_text(self, text: RichTextEdit | None) -> None:
        if text is not self.text:
            if self.text is not None:
                self.text.caret_moved.disconnect(self.caret_moved)
                self.text.grown.disconnect(self._following.start)
                self.text.pasted.disconnect(self.pasted)
            self.text = text
            if text is not None:
                text.caret_moved.connect(self.caret_moved)
                text.grown.connect(self._following.start)
                text.pasted.connect(self.pasted)
        self.caret_moved()

    def caret_moved(self) -> None:
        """Tell where the caret is and how the text there is set."""
        self._tell_format()
        if self.text is not None:
            self._follow_now()
            self.selection_changed.emit(self.text.loop.note_selection())

    def _follow_grown(self) -> None:
        """Follow the caret once the text that has grown has its new room, all the way up to what scrolls."""
        above = self.text.parentWidget() if self.text is not None else None
        while above is not None and above is not self._stack:
            QApplication.sendPostedEvents(above, QEvent.Type.LayoutRequest)
            above = above.parentWidget()
        self._follow_now()

    def _follow_now(self) -> None:
        page = self.pages.shown()
        if page is not None and self.text is not None:
            page.follow(self.text)

    def _tell_format(self) -> None:
        state = tools.format_state(self.text.loop) if self.text is not None else FormatState()
        if state != self._state:
            self._state = state
            self.format_changed.emit(state)

    def _open_reference(self, target: str) -> None:
        self.section_asked.emit(holder_of(self.session.document, target))


def holder_of(document: Document, id: str) -> str:
    """Give the section that is, or holds, what has that id; nothing where it is gone."""
    return next((section.id for section in walk(document.sections) if id in SECTION_IDS(section)), "")
