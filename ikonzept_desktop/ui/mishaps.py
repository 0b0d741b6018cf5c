"""What went wrong in the program itself, told to whoever sits before it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ikonzept_desktop.ui import program_texts as texts

if TYPE_CHECKING:  # for types alone
    from ikonzept_desktop.ui.program import Program


def tell_of_error(report: Path) -> None:
    """Tell of an error in the program, and where the report lies."""
    from PySide6.QtWidgets import QMessageBox

    told = QMessageBox(QMessageBox.Icon.Warning, "iKonzept", texts.ERROR.format(report=report))
    told.setTextFormat(Qt.TextFormat.PlainText)
    show = told.addButton(texts.OPEN_REPORT, QMessageBox.ButtonRole.ActionRole)
    told.setDefaultButton(told.addButton(texts.GO_ON, QMessageBox.ButtonRole.AcceptRole))
    told.exec()
    if told.clickedButton() is show:
        _show(report)


def tell_of_crash(program: Program, report: Path) -> None:
    """Tell over what is open that the program was torn away the last time."""
    host = program.windows[-1] if program.windows else program.show_start()
    ways = (texts.OPEN_REPORT, partial(_show, report)), (texts.UNDERSTOOD, host.banner.be_quiet)
    host.banner.say(texts.CRASHED, "amber", *ways)


def _show(report: Path) -> None:
    from ikonzept_desktop.ui.outputs import open_file

    open_file(report)
