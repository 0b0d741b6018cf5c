"""The window of the Handbuch: contents and search at the left, the page at the right."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QSplitter, QVBoxLayout, QWidget

from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.handbook import texts
from ikonzept_desktop.ui.handbook.book import Chapter, search
from ikonzept_desktop.ui.handbook.page import HandbookPage
from ikonzept_desktop.ui.kit.fields import FilterField
from ikonzept_desktop.ui.kit.icons import app_icon, set_icon
from ikonzept_desktop.ui.kit.tips import tip

_PLACE = Qt.ItemDataRole.UserRole + 1


class HandbookWindow(QWidget):
    """Stands beside the window of a concept for as long as one reads; it needs no network and changes nothing."""

    def __init__(self, book: tuple[Chapter, ...], parent: QWidget | None = None) -> None:
        """Open on the first chapter."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(520, 340)
        self.resize(1040, 720)
        self._book = book
        self._place = ("", "")
        self._stale = False
        self._visited: list[tuple[str, str]] = []
        self.question = FilterField(texts.SEARCH, "search", parent=self)
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(texts.CONTENTS)
        self.contents.setWordWrap(True)
        self.page = HandbookPage(resource("handbuch", "bilder"), self)
        self.back = QPushButton(texts.BACK, self)
        set_icon(self.back, "arrow-left")
        self.back.setToolTip(texts.BACK)
        self._lay_out()
        self.question.textChanged.connect(self._fill)
        self.question.returnPressed.connect(self._open_first)
        self.contents.itemActivated.connect(self._open_item)
        self.contents.itemClicked.connect(self._open_item)
        self.page.link_followed.connect(self._follow)
        self.back.clicked.connect(self.go_back)
        for keys, do in (("Alt+Left", self.go_back), ("Ctrl+F", self.question.setFocus), ("Ctrl+W", self.close)):
            QShortcut(QKeySequence(keys), self, do)
        self._fill()
        self.show_chapter(book[0].key if book else "")

    def show_chapter(self, key: str, anchor: str = "") -> None:
        """Show a chapter from a heading on; the first one where there is none of that key."""
        chapter = next((chapter for chapter in self._book if chapter.key == key), self._book[0] if self._book else None)
        if chapter is None:
            self.setWindowTitle(texts.window_title(""))
            self.page.setPlainText(texts.MISSING)
            return
        if self._place[0] and self._place != (chapter.key, anchor):
            self._visited.append(self._place)
        self._open(chapter, anchor)

    def go_back(self) -> None:
        """Show what was shown before."""
        if self._visited:
            key, anchor = self._visited.pop()
            self._open(next(chapter for chapter in self._book if chapter.key == key), anchor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, and lead from the question down into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.question.hasFocus():
            self.contents.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._stale = True
            self._restyle_what_is_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with a change of the colours."""
        super().showEvent(event)
        self._restyle_what_is_seen()

    def _restyle_what_is_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.page.restyle()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.question)
        column.addWidget(self.contents, 1)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        parts = QSplitter(self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(left)
        parts.addWidget(self.page)
        parts.setStretchFactor(1, 1)
        parts.setSizes([280, 760])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)

    def _open(self, chapter: Chapter, anchor: str) -> None:
        self._place = (chapter.key, anchor)
        self.setWindowTitle(texts.window_title(chapter.title))
        self.page.show_chapter(chapter, anchor)
        self.back.setEnabled(bool(self._visited))
        self._mark()

    def _fill(self) -> None:
        """Show the contents, or what was found for a question."""
        self.contents.clear()
        question = self.question.text().strip()
        if not question:
            for chapter in self._book:
                self._add(chapter.title, (chapter.key, ""))
            self._mark()
            return
        hits = search(self._book, question)
        for hit in hits:
            where = hit.chapter.title if hit.passage.heading == hit.chapter.title else hit.passage.heading
            self._add(f"{where}\n{hit.excerpt}" if hit.excerpt else where, (hit.chapter.key, hit.passage.anchor))
        if not hits:
            told = QListWidgetItem(texts.NOTHING_FOUND)
            told.setFlags(Qt.ItemFlag.NoItemFlags)
            self.contents.addItem(told)

    def _add(self, words: str, place: tuple[str, str]) -> None:
        item = QListWidgetItem(words)
        item.setToolTip(tip(words))
        item.setData(_PLACE, place)
        self.contents.addItem(item)

    def _mark(self) -> None:
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_PLACE) in {self._place, (self._place[0], "")}:
                self.contents.setCurrentRow(row)
                return

    def _open_first(self) -> None:
        if self.contents.count():
            self.contents.setCurrentRow(0)
            self._open_item(self.contents.item(0))

    def _open_item(self, item: QListWidgetItem) -> None:
        if (place := item.data(_PLACE)) is not None:
            self.show_chapter(*place)

    def _follow(self, key: str, anchor: str) -> None:
        self.show_chapter(key or self._place[0], anchor)
