"""Another last day for a copy."""

from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import GivenCopy
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.day_edit import DayEdit
from ikonzept_desktop.ui.window.returns import texts


class DueDialog(QDialog):
    """A day, or none: then nothing is ever late."""

    def __init__(self, copy: GivenCopy, parent: QWidget | None = None) -> None:
        """Begin with the day as it is."""
        super().__init__(parent)
        self.setWindowTitle(texts.DUE_TITLE)
        self.setMinimumWidth(360)
        self.due = DayEdit(texts.DUE, texts.CALENDAR, self)
        self.due.show_value(copy.due)
        buttons = QDialogButtonBox(self)
        take = buttons.addButton(texts.TAKE_OVER, QDialogButtonBox.ButtonRole.AcceptRole)
        take.setProperty("primary", True)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        question = labels.label(texts.DUE_OF.format(name=copy.reviewer))
        question.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(question)
        layout.addWidget(self.due)
        layout.addWidget(buttons)
        self.due.setFocus()

    def day(self) -> date | None:
        """Give the day; None for none."""
        return self.due.shown[0]

    def accept(self) -> None:
        """Take over only what is a day."""
        self.due.commit()
        if self.due.shown[1]:
            self.due.line.selectAll()
        else:
            super().accept()
