"""The report of what was decided, as a text that can be read, copied and kept as a file."""

from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop import atomic_file
from ikonzept_desktop.atomic_file import FileHeldOpen
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.paths import safe_file_name
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.window.importing import texts


class ReportDialog(QDialog):
    """Shows one report."""

    def __init__(self, report: str, name: str, parent: QWidget | None = None) -> None:
        """Show a report of what became of a file of that name."""
        super().__init__(parent)
        self.setWindowTitle(texts.REPORT_TITLE)
        self.resize(640, 460)
        self._name = name
        self.text = QPlainTextEdit(report or texts.NOTHING_TOLD, self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(texts.REPORT_TITLE)
        self._said = labels.hint()
        self._said.hide()
        self.copy_button = push_button(texts.COPY, "copy")
        self.save_button = push_button(texts.SAVE, "save")
        self.shut_button = push_button(texts.CLOSE)
        self.shut_button.setDefault(True)
        self.copy_button.clicked.connect(lambda _on=False: QApplication.clipboard().setText(self.text.toPlainText()))
        self.save_button.clicked.connect(lambda _on=False: self._ask_and_save())
        self.shut_button.clicked.connect(lambda _on=False: self.reject())
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(labels.hint(texts.REPORT_OF))
        layout.addWidget(self.text, 1)
        layout.addWidget(self._said)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        foot.addWidget(self.shut_button)
        layout.addLayout(foot)
        self.text.setFocus()

    def save(self, path: Path) -> None:
        """Write the report to a file; say so where that fails."""
        try:
            atomic_file.write_text(path, f"{self.text.toPlainText()}\n")
        except (OSError, FileHeldOpen) as error:
            why = in_german(error) if isinstance(error, OSError) else str(error)
            self._said.setText(texts.NOT_SAVED.format(name=path.name, reason=why))
            labels.set_role(self._said, "red")
            self._said.show()

    def _ask_and_save(self) -> None:
        proposed = safe_file_name(f"{Path(self._name).stem} – {texts.REPORT_TITLE}", ".txt")
        chosen, _ = QFileDialog.getSaveFileName(self, texts.REPORT_TITLE, proposed, texts.SAVE_FILTER)
        if chosen:
            self.save(Path(chosen))
