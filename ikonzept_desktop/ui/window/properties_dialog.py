"""What is said of the concept as a whole: title, publisher, the state it describes, the name of the draft."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Properties
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.window import dialog_texts as texts

FIELDS = ("title", "subtitle", "publisher", "as_of", "draft")


class PropertiesDialog(QDialog):
    """A form of five lines."""

    def __init__(self, properties: Properties, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        """Begin with the properties as they are."""
        super().__init__(parent)
        self.setWindowTitle(texts.PROPERTIES)
        self.setMinimumWidth(520)
        self._before = properties
        self.lines = {name: QLineEdit(str(getattr(properties, name)), self) for name in FIELDS}
        form = QFormLayout()
        for name, line in self.lines.items():
            line.setReadOnly(read_only)
            line.setPlaceholderText(texts.PROPERTY_EXAMPLES[name])
            form.addRow(texts.PROPERTY_NAMES[name], line)
        buttons = QDialogButtonBox(self)
        if not read_only:
            buttons.addButton(texts.TAKE_OVER, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.CLOSE if read_only else texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def properties(self) -> Properties:
        """Give the properties as written."""
        written: dict[str, Any] = {name: clean(line.text()).strip() for name, line in self.lines.items()}
        return replace(self._before, **written)
