"""Asking what a link says and where it points, and showing the address before it is opened."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ikonzept_desktop.model.schema import is_allowed_link
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.editor.autolink import completed
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.window import dialog_texts as texts


class LinkDialog(QDialog):
    """A line for the words and one for the address; what is no address is told under it and stays as it was typed."""

    def __init__(self, link: str, parent: QWidget | None = None, *, text: str | None = "") -> None:
        """Begin with the link the text has and its words; None for words that cannot be changed here."""
        super().__init__(parent)
        self.setWindowTitle(texts.LINK)
        self.setMinimumWidth(460)
        self.words = QLineEdit(text or "", self)
        self.words.setReadOnly(text is None)
        if text is None:
            self.words.setPlaceholderText(texts.LINK_TEXT_FIXED)
        self.line = QLineEdit(link, self)
        self.wrong = labels.hint(texts.LINK_WRONG, "red")
        self.wrong.hide()
        form = QFormLayout()
        form.addRow(texts.LINK_TEXT, self.words)
        form.addRow(texts.LINK_TARGET, self.line)
        form.addRow("", self.wrong)
        form.addRow("", labels.hint(texts.LINK_HINT))
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.TAKE_OVER, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        self.remove = buttons.addButton(texts.REMOVE_LINK, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.remove.setVisible(bool(link))
        self.remove.clicked.connect(self._take_off)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        (self.line if text is None or text else self.words).setFocus()
        self.line.selectAll()

    def link(self) -> str:
        """Give the address; a bare one is taken as of the web, one with an @ as of the mail."""
        return completed(self.line.text())

    def text(self) -> str:
        """Give the words as written; nothing where they are to stay."""
        return clean(self.words.text()).strip()

    def accept(self) -> None:
        """Close only with an address that text may point to."""
        if is_allowed_link(self.link()):
            super().accept()
            return
        self.wrong.show()
        self.line.setFocus()

    def _take_off(self) -> None:
        self.line.clear()
        self.accept()


class OpenLinkDialog(QDialog):
    """Shows a whole address, and opens it only when told to."""

    def __init__(self, link: str, parent: QWidget | None = None) -> None:
        """Show an address."""
        super().__init__(parent)
        is_mail = link.casefold().startswith("mailto:")
        self.setWindowTitle((texts.WRITE_MAIL if is_mail else texts.OPEN_LINK).rstrip(" …"))
        self.setMinimumWidth(480)
        said = QLabel(texts.OPEN_QUESTION, self)
        said.setWordWrap(True)
        self.address = QLineEdit(link, self)
        self.address.setReadOnly(True)
        self.address.setCursorPosition(0)
        self.address.setAccessibleName(texts.LINK_TARGET)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.OPEN, QDialogButtonBox.ButtonRole.AcceptRole)
        copy = buttons.addButton(texts.COPY_ADDRESS, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(lambda _on=False: QGuiApplication.clipboard().setText(link))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(self.address)
        layout.addWidget(buttons)
