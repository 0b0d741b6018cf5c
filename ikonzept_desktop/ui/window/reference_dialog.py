"""Choosing what a cross-reference points at, by typing a few letters of its number or title."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model.inline import ReferenceForm
from ikonzept_desktop.publication.labels import Label
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window import dialog_texts as texts


class ReferenceDialog(QDialog):
    """A filter over everything that can be pointed at, and what is printed of it."""

    def __init__(self, targets: Mapping[str, Label], parent: QWidget | None = None) -> None:
        """Offer the targets in reading order."""
        super().__init__(parent)
        self.setWindowTitle(texts.REFERENCE)
        wanted = QSize(560, 460)
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(texts.REFERENCE_FILTER)
        self.words.setAccessibleName(texts.REFERENCE_FILTER)
        self.list = QListWidget(self)
        self.list.setAccessibleName(texts.REFERENCE)
        self.form = QComboBox(self)
        for form in ReferenceForm:
            self.form.addItem(texts.REFERENCE_FORMS[form], form.value)
        self._fill(targets)
        self._lay_out()
        self.words.textChanged.connect(self._filter)
        self.words.installEventFilter(self)
        self.list.itemActivated.connect(self.accept)

    def chosen(self) -> tuple[str, ReferenceForm] | None:
        """Give the target's id and the form; None where nothing is chosen."""
        rows = self.list.selectedItems()
        if not rows or rows[0].isHidden():
            return None
        return str(rows[0].data(Qt.ItemDataRole.UserRole)), ReferenceForm(str(self.form.currentData()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the list while the filter has the keyboard."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if watched is self.words and isinstance(event, QKeyEvent) and event.key() in keys:
            if event.type() == QEvent.Type.KeyPress:
                self.list.keyPressEvent(event)
            return True
        return False

    def _fill(self, targets: Mapping[str, Label]) -> None:
        for id, label in targets.items():
            name = f"{label.number} {label.title}".strip() or label.noun
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, id)
            item.setToolTip(tip(name))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _filter(self, words: str) -> None:
        parts = words.casefold().split()
        first = -1
        for row in range(self.list.count()):
            shown = all(part in self.list.item(row).text().casefold() for part in parts)
            self.list.item(row).setHidden(not shown)
            first = row if shown and first < 0 else first
        self.list.setCurrentRow(first)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(texts.REFERENCE_FORM, self.form)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.INSERT, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        layout.addLayout(form)
        layout.addWidget(buttons)
