"""Making a table: empty of a size, from cells that were copied, or from a file."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.inline import Text, normalise
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.tables import make_texts as texts
from ikonzept_desktop.ui.tables.make_pages import CellsPage, ClipboardPage, EmptyPage, FilePage


class MakeDialog(QDialog):
    """Three ways to a table; where cells lie in the clipboard, that way is offered first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Look what there is to make a table of."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.resize(600, 430)
        self.ways = Segments(
            texts.WAYS,
            (
                Choice("empty", texts.EMPTY, "table"),
                Choice("clipboard", texts.CLIPBOARD, "clipboard"),
                Choice("file", texts.FILE, "file-spreadsheet"),
            ),
            self,
        )
        self.empty, self.clipboard, self.file = EmptyPage(self), ClipboardPage(self), FilePage(self)
        self._pages: dict[str, EmptyPage | CellsPage] = {
            "empty": self.empty,
            "clipboard": self.clipboard,
            "file": self.file,
        }
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.caption = QLineEdit(self)
        self.caption.setPlaceholderText(texts.CAPTION_HINT)
        self.caption.setAccessibleName(texts.CAPTION)
        self._lay_out()
        self.ways.chosen.connect(self._show_page)
        self.empty.decided.connect(self.accept)
        self.clipboard.changed.connect(self._show_what_can_be_done)
        self.file.changed.connect(self._show_what_can_be_done)
        self.ways.choose("clipboard" if self.clipboard.ready() else "empty")
        self._show_page(self.ways.key)

    def table(self) -> Table | None:
        """Make the table as it is asked for; None where there are no cells."""
        page = self._pages[self.ways.key]
        if not page.ready():
            return None
        caption = normalise((Text(self.caption.text().strip()),))
        return replace(page.table(), caption=caption)

    def done(self, result: int) -> None:
        """Close, and end what still reads."""
        self.file.close_worker()
        super().done(result)

    def _show_page(self, key: str) -> None:
        page = self._pages[key]
        self._stack.setCurrentWidget(page)
        self._show_what_can_be_done()
        page.begin()

    def _show_what_can_be_done(self) -> None:
        self._insert.setEnabled(self._pages[self.ways.key].ready())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(texts.CAPTION, self.caption)
        buttons = QDialogButtonBox(self)
        self._insert = buttons.addButton(texts.INSERT, QDialogButtonBox.ButtonRole.AcceptRole)
        self._insert.setProperty("primary", True)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.ways)
        layout.addWidget(self._stack, 1)
        layout.addLayout(form)
        layout.addWidget(buttons)
