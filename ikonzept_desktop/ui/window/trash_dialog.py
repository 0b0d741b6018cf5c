"""The Papierkorb: deleted sections that can come back, or go for good."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Trashed, section_words, walk
from ikonzept_desktop.model.edits import compound
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import dialog_texts as texts


class TrashDialog(QDialog):
    """Lists what was deleted, the latest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the Papierkorb of a session's concept, following every edit."""
        super().__init__(parent)
        self.setWindowTitle(texts.TRASH)
        self.setMinimumSize(560, 360)
        self._session = session
        self.list = QListWidget(self)
        self.list.setAccessibleName(texts.TRASH)
        self.list.setProperty("role", "field")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._empty = QLabel(texts.TRASH_EMPTY, self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.purge_button = QPushButton(texts.PURGE, self)
        self.restore_button = QPushButton(texts.RESTORE, self)
        self._lay_out()
        self.restore_button.clicked.connect(self.restore)
        self.purge_button.clicked.connect(self._ask_and_purge)
        self.list.itemSelectionChanged.connect(self._show_what_can_be_done)
        session.changed.connect(self._refresh)
        self._refresh()

    def restore(self) -> None:
        """Put the chosen sections back where they were."""
        for id in self._chosen():
            self._session.apply(outline.restore(self._session.document, id), texts.RESTORE_STEP)

    def purge(self) -> None:
        """Let the chosen sections go for good."""
        for id in self._chosen():
            self._session.apply(compound([outline.purge(self._session.document, id)]), texts.PURGE_STEP)

    def _ask_and_purge(self) -> None:
        asked = QMessageBox(QMessageBox.Icon.Question, texts.TRASH, texts.PURGE_QUESTION, parent=self)
        sure = asked.addButton(texts.PURGE, QMessageBox.ButtonRole.DestructiveRole)
        asked.setDefaultButton(asked.addButton(texts.CANCEL, QMessageBox.ButtonRole.RejectRole))
        asked.exec()
        if asked.clickedButton() is sure:
            self.purge()

    def _chosen(self) -> list[str]:
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in self.list.selectedItems()]

    def _refresh(self, _notice: object = None) -> None:
        chosen = set(self._chosen())
        self.list.clear()
        for trashed in reversed(self._session.document.trash):
            item = QListWidgetItem(_line(trashed))
            item.setData(Qt.ItemDataRole.UserRole, trashed.section.id)
            self.list.addItem(item)
            item.setSelected(trashed.section.id in chosen)
        self._empty.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        possible = bool(self.list.selectedItems()) and not self._session.read_only
        self.restore_button.setEnabled(possible)
        self.purge_button.setEnabled(possible)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.purge_button)
        buttons.addStretch(1)
        close = QPushButton(texts.CLOSE, self)
        close.clicked.connect(self.accept)
        self.restore_button.setDefault(True)
        buttons.addWidget(self.restore_button)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)


def _line(trashed: Trashed) -> str:
    words = sum(section_words(section) for section in walk((trashed.section,)))
    return texts.trashed(trashed.section.title, words, trashed.deleted)
