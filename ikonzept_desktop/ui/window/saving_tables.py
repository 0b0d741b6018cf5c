"""Tables of the concept given out as a workbook or as separated values."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ikonzept_desktop.export.sheets import OutSheet, as_separated, as_workbook
from ikonzept_desktop.paths import safe_file_name
from ikonzept_desktop.ui.record_tables import texts
from ikonzept_desktop.ui.window.writing_out import NotWritten, write_out

_SEPARATED = ".csv"
_WORKBOOK = ".xlsx"


def ask_and_save(sheet: OutSheet, name: str, concept: Path, parent: QWidget) -> str:
    """Ask for a file beside the concept's, write it and say so; nothing where nobody wanted it."""
    proposed = str(concept.with_name(safe_file_name(name) + _WORKBOOK))
    chosen, wanted = QFileDialog.getSaveFileName(parent, texts.save_title(sheet.name), proposed, texts.FILTER)
    if not chosen:
        return ""
    try:
        return save(sheet, with_ending(Path(chosen), wanted))
    except NotWritten as error:
        box = QMessageBox(QMessageBox.Icon.Warning, texts.save_title(sheet.name), str(error), parent=parent)
        box.setTextFormat(box.textFormat().PlainText)
        box.exec()
        return ""


def with_ending(path: Path, wanted: str) -> Path:
    """Give a file the ending that was chosen, where its name has none of the two."""
    if path.suffix.lower() in {_SEPARATED, _WORKBOOK}:
        return path
    return path.with_name(path.name + (_SEPARATED if _SEPARATED in wanted else _WORKBOOK))


def save(sheet: OutSheet, path: Path) -> str:
    """Write a table by the ending of its file, and say so; raises NotWritten."""
    separated = path.suffix.lower() == _SEPARATED
    said = write_out(path, as_separated(sheet) if separated else as_workbook(sheet))
    return said if separated or not sheet.too_long else f"{said} {texts.cut(sheet.too_long)}"
