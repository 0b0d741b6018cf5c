"""Saves a concept's template as a file with which other concepts can begin."""

import contextlib
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.template_writer import template_of, write_template
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.paths import safe_file_name
from ikonzept_desktop.ui.own_templates import SUFFIX, folder, template_key
from ikonzept_desktop.ui.template import texts


def ask_and_save(document: Document, parent: QWidget) -> str:
    """Ask where to, and save there; give the sentence that says how it went, or nothing where it was called off.

    The user's own folder is proposed: what lies there is offered on the start page.
    """
    with contextlib.suppress(OSError):  # the dialog then begins elsewhere
        folder().mkdir(parents=True, exist_ok=True)
    proposed = folder() / safe_file_name(document.properties.title or document.template.title, SUFFIX, "Mustervorlage")
    chosen, _ = QFileDialog.getSaveFileName(parent, texts.SAVE_TITLE, str(proposed), texts.FILTER)
    return save(document, Path(chosen)) if chosen else ""


def save(document: Document, path: Path) -> str:
    """Save the template of a concept, with its outline, under the name of the file; say how it went."""
    path = path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")
    title = clean(path.stem).strip() or document.template.title
    text = write_template(template_of(document, template_key(title), title))
    try:
        atomic_file.write_text(path, text)
    except atomic_file.FileHeldOpen as held:
        atomic_file.clear_away(held.finished)
        return str(held)
    except OSError as error:
        return texts.not_saved(path.name, in_german(error))
    return texts.saved(path.name, own=path.parent == folder())
