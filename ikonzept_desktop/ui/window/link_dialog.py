"""Asking where a link points."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ikonzept_desktop.model.schema import is_allowed_link
from ikonzept_desktop.ui.window import dialog_texts as texts


class LinkDialog(QDialog):
    """One line for an address; what is none is told under it and stays as it was typed."""

    def __init__(self, link: str, parent: QWidget | None = None) -> None:
        """Begin with the link the text has."""
        super().__init__(parent)
        self.setWindowTitle(texts.LINK)
        self.setMinimumWidth(460)
        self.line = QLineEdit(link, self)
        self.wrong = QLabel(texts.LINK_WRONG, self)
        self.wrong.setProperty("role", "red")
        self.wrong.hide()
        hint = QLabel(texts.LINK_HINT, self)
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(texts.LINK_TARGET, self.line)
        form.addRow("", self.wrong)
        form.addRow("", hint)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.TAKE_OVER, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def link(self) -> str:
        """Give the address; a bare one is taken as of the web, one with an @ as of the mail."""
        typed = self.line.text().strip()
        if not typed or ":" in typed.split("/")[0]:
            return typed
        return f"mailto:{typed}" if "@" in typed else f"https://{typed}"

    def accept(self) -> None:
        """Close only with an address that text may point to."""
        if is_allowed_link(self.link()):
            super().accept()
            return
        self.wrong.show()
        self.line.setFocus()
