"""A new concept out of a foreign document: which one, what it says, and what the concept's file is to be called."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ikonzept_desktop.importing.proposing import Sight
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.model.template_file import TemplateFileError, read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui import program_texts
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.reading_dialog import ask_for_file, read
from ikonzept_desktop.values import dataclass

_SUFFIX = ".ikonzept"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a new concept is to be made of, and where."""

    path: Path
    template: Template
    sight: Sight


def ask_and_read(parent: QWidget, paths: list[Path], folder: Path) -> Asked | str:
    """Ask and read; gives a sentence where the document is refused, none where it was given up.

    Nothing is made before the document is read and its concept has a name.
    """
    path = paths[0] if paths else ask_for_file(folder, parent)
    if path is None:
        return ""
    try:
        template = read_template(resource("templates", f"{program_texts.DEFAULT_TEMPLATE}.toml"))
    except TemplateFileError as error:
        return str(error)
    sight = read(path, template, parent)
    if isinstance(sight, str):
        return sight
    proposed = str(path.with_suffix(_SUFFIX))
    chosen, _ = QFileDialog.getSaveFileName(parent, texts.NEW_FILE_TITLE, proposed, program_texts.FILTER)
    return Asked(Path(chosen), template, sight) if chosen else ""
