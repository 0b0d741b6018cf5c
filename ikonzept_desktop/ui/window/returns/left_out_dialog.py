"""What files that came back hold and nobody could take over, with its places."""

from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from ikonzept_desktop.model.proposals import ReturnedFile
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.window.returns import review_texts as texts


class LeftOutDialog(QDialog):
    """A list that can be read and copied; the words in it are those of the file."""

    def __init__(self, files: Iterable[ReturnedFile], parent: QWidget | None = None) -> None:
        """Show what was left out of files."""
        super().__init__(parent)
        self.setWindowTitle(texts.LEFT_OUT_TITLE)
        self.resize(520, 320)
        self.list = QListWidget(self)
        self.list.setAccessibleName(texts.LEFT_OUT_TITLE)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        shown = list(files)
        for file in shown:
            name = f"{file.name}: " if len(shown) > 1 else ""
            for each in file.left_out:
                self.list.addItem(f"{name}{texts.left_out_line(each)}")
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(self)
        shut = buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        shut.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(labels.hint(texts.LEFT_OUT_OF))
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.list.setFocus()
