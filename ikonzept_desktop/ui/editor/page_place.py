"""Where one is in a section, to come back there when its editors were made anew."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.section_page import SectionPage
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class PagePlace:
    """The caret, where the page has the keyboard of its window, and how far the page is scrolled."""

    selection: Selection | None
    cursor: int
    """The caret within a line of a form, in UTF-16 as Qt counts."""
    scrolled: int
    """px"""


def place_on(page: SectionPage) -> PagePlace:
    """Tell where one is on a page."""
    focused = page.window().focusWidget()
    selection = _selection(page, focused) if page.isAncestorOf(focused) else None
    cursor = focused.cursorPosition() if isinstance(focused, QLineEdit) else 0
    return PagePlace(selection, cursor, page.scrolled())


def return_to(page: SectionPage, place: PagePlace) -> None:
    """Put the caret back where its field is still there, and the page to where it was scrolled."""
    if place.selection is not None:
        page.restore(place.selection)
        focused = page.window().focusWidget()
        if isinstance(focused, QLineEdit):
            focused.setCursorPosition(place.cursor)
    page.scroll_to(place.scrolled)


def _selection(page: SectionPage, focused: QWidget) -> Selection | None:
    if isinstance(focused, RichTextEdit):
        return focused.loop.note_selection()
    if page.head.isAncestorOf(focused):
        return Selection(page.section)
    address = page.form.address_of(focused)
    return Selection(page.section, address) if address else None
