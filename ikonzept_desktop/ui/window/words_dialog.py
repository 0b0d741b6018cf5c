"""The dictionaries: the words of this concept, the user's own, and what the checks pass over."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.checking.verdicts import is_word
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import hint
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.window import checking_texts as texts
from ikonzept_desktop.values import dataclass

CONCEPT, USER, PASSED = "concept", "user", "passed"


@dataclass(frozen=True, slots=True)
class WordList:
    """One of the lists."""

    entries: Callable[[], Sequence[tuple[str, str]]]
    """Gives a key and a name for each entry."""
    remove: Callable[[tuple[str, ...]], object]
    """Takes entries out, by their keys."""
    add: Callable[[str], object] | None = None
    """Puts a word in; None where words do not come by typing."""
    writable: bool = True


class WordsDialog(QDialog):
    """Three lists; every change is carried out at once, those of the concept can be undone."""

    def __init__(self, lists: dict[str, WordList], parent: QWidget | None = None) -> None:
        """Show the lists CONCEPT, USER and PASSED."""
        super().__init__(parent)
        self.setWindowTitle(texts.DICTIONARIES)
        self.setMinimumWidth(420)
        self.resize(440, 420)
        self._lists = lists
        names = (
            Choice(CONCEPT, texts.WORDS_OF_CONCEPT),
            Choice(USER, texts.WORDS_OF_USER),
            Choice(PASSED, texts.PASSED_OVER),
        )
        self.which = Segments(texts.LISTS, names, self)
        self.list = _Words(self)
        self.empty = hint(texts.NO_ENTRIES)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(texts.NEW_WORD)
        self.line.setAccessibleName(texts.NEW_WORD)
        self.add = push_button(texts.ADD)
        self.remove = push_button(texts.REMOVE)
        self.said = hint("", "red")
        self._lay_out()
        self.which.chosen.connect(lambda _key: self.refresh())
        self.add.clicked.connect(self._add)
        self.line.returnPressed.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.list.removed = self._remove
        self.list.itemSelectionChanged.connect(self._show_what_can_be_done)
        self.refresh()

    def refresh(self) -> None:
        """Show the chosen list as it stands."""
        shown = self._lists[self.which.key]
        row = self.list.currentRow()
        self.list.clear()
        for key, name in shown.entries():
            item = QListWidgetItem(name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self.empty.setVisible(not self.list.count())
        self.said.hide()
        for widget in (self.line, self.add):
            widget.setVisible(shown.add is not None)
            widget.setEnabled(shown.writable)
        self.remove.setText(texts.SHOW_AGAIN if self.which.key == PASSED else texts.REMOVE)
        self._show_what_can_be_done()

    def _add(self) -> None:
        shown, word = self._lists[self.which.key], clean(self.line.text()).strip()
        if shown.add is None or not word:
            return
        if not is_word(word):
            self.said.setText(texts.NO_SUCH_WORD.format(text=word))
            self.said.show()
            return
        shown.add(word)
        self.line.clear()
        self.refresh()

    def _remove(self) -> None:
        shown = self._lists[self.which.key]
        keys = tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in self.list.selectedItems())
        if keys and shown.writable:
            shown.remove(keys)
            self.refresh()

    def _show_what_can_be_done(self) -> None:
        self.remove.setEnabled(self._lists[self.which.key].writable and bool(self.list.selectedItems()))

    def _lay_out(self) -> None:
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setProperty("role", "field")
        self.list.setMinimumHeight(60)
        self.list.setAccessibleName(texts.DICTIONARIES)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        for button in (self.add, self.remove):
            button.setParent(self)  # in the order in which the Tab key is to come to them
            button.setAutoDefault(False)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.which)
        layout.addWidget(hint(texts.DICTIONARIES_HINT))
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(self.said)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        self.said.hide()


class _Words(QListWidget):
    """A list whose entries go with Entf."""

    removed: Callable[[], object] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.removed is not None:
            self.removed()
        else:
            super().keyPressEvent(event)
