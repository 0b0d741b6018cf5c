"""The editors of the sections used last: made on demand, let go when others are wanted."""

from collections import OrderedDict
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QStackedWidget

from ikonzept_desktop.model.document import Section
from ikonzept_desktop.ui.editor.section_page import SectionPage

KEPT = 12
"""Sections whose editors are kept, the one shown among them."""


class Pages:
    """The pages of a stack, by the id of their section, the one shown last at the end."""

    def __init__(self, stack: QStackedWidget, make: Callable[[Section], SectionPage]) -> None:
        """Keep the pages of this stack, made by that function."""
        self._stack = stack
        self._make = make
        self._pages: OrderedDict[str, SectionPage] = OrderedDict()

    def __iter__(self) -> Iterator[SectionPage]:
        """Go through all pages, the one shown last at the end."""
        return iter(tuple(self._pages.values()))

    def shown(self) -> SectionPage | None:
        """Give the page on screen; None where none is."""
        page = self._stack.currentWidget()
        return page if isinstance(page, SectionPage) else None

    def show(self, section: Section) -> None:
        """Bring the page of a section on screen, and let the oldest go where there are too many."""
        page = self._pages.get(section.id)
        if page is not None and page.is_outdated():
            self.drop(section.id)
            page = None
        if page is None:
            page = self._pages[section.id] = self._make(section)
            self._stack.addWidget(page)
        else:
            page.refresh_later()
        self._pages.move_to_end(section.id)
        self._stack.setCurrentWidget(page)
        for id in list(self._pages)[: max(len(self._pages) - KEPT, 0)]:
            self.drop(id)

    def drop(self, id: str) -> None:
        """Let the page of a section go."""
        page = self._pages.pop(id)
        self._stack.removeWidget(page)
        page.deleteLater()

    def ids(self) -> tuple[str, ...]:
        """Give the sections that have a page, the one shown last at the end."""
        return tuple(self._pages)
