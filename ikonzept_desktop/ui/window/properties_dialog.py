"""What is said of the concept as a whole: title, publisher, state and draft, and which lists are printed in front."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Properties
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.window import dialog_texts as texts

FIELDS = ("title", "subtitle", "publisher", "as_of", "draft")


class PropertiesDialog(QDialog):
    """A form of five lines, and a switch for each list that can be printed after the contents."""

    def __init__(self, properties: Properties, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        """Begin with the properties as they are."""
        super().__init__(parent)
        self.setWindowTitle(texts.PROPERTIES)
        self.setMinimumWidth(520)
        self._before = properties
        self.lines = {name: QLineEdit(str(getattr(properties, name)), self) for name in FIELDS}
        self.switches = {name: QCheckBox(text, self) for name, text in texts.PRINTED_LISTS.items()}
        form = QFormLayout()
        for name, line in self.lines.items():
            line.setReadOnly(read_only)
            line.setPlaceholderText(texts.PROPERTY_EXAMPLES[name])
            form.addRow(texts.PROPERTY_NAMES[name], line)
        for place, (name, switch) in enumerate(self.switches.items()):
            switch.setChecked(bool(getattr(properties, name)))
            switch.setEnabled(not read_only)
            form.addRow(texts.PRINTED_AFTER_CONTENTS if place == 0 else "", switch)
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
        written |= {name: switch.isChecked() for name, switch in self.switches.items()}
        return replace(self._before, **written)
