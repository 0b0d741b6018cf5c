"""Takes a template over from a file somebody has given, into the user's own folder."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ikonzept_desktop import atomic_file
from ikonzept_desktop.jobs import JobError, Worker
from ikonzept_desktop.model.template_file import TemplateFileError
from ikonzept_desktop.model.template_job import checked_text
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.paths import is_same_file
from ikonzept_desktop.ui import program_texts as texts
from ikonzept_desktop.ui.own_templates import SUFFIX, folder
from ikonzept_desktop.ui.trouble import Trouble

SECONDS, MEMORY = 20.0, 1024
"""What reading a template may take; MB."""


def ask_and_take_over(parent: QWidget) -> Trouble | None:
    """Ask for a file and take it over; tell what went wrong."""
    chosen, _ = QFileDialog.getOpenFileName(parent, texts.TAKE_OVER_TEMPLATE, str(Path.home()), texts.TEMPLATE_FILTER)
    return take_over(Path(chosen)) if chosen else None


def take_over(path: Path) -> Trouble | None:
    """Put a template, checked in a child process, among the user's own; one of the same name makes room for it."""
    target = folder() / f"{path.stem}{SUFFIX}"
    if is_same_file(path, target):
        return None
    try:
        with Worker(memory_mb=MEMORY) as worker:
            text = worker.start_within(SECONDS, checked_text, path).result()
        target.parent.mkdir(parents=True, exist_ok=True)
        atomic_file.write_text(target, text)
    except JobError as failure:
        told = str(failure.__cause__) if isinstance(failure.__cause__, TemplateFileError) else ""
        return Trouble(told or texts.TEMPLATE_UNREADABLE.format(name=path.name))
    except atomic_file.FileHeldOpen as held:
        atomic_file.clear_away(held.finished)
        return Trouble(str(held))
    except OSError as error:
        return Trouble(texts.TEMPLATE_NOT_KEPT.format(name=path.name, reason=in_german(error)))
    return None
