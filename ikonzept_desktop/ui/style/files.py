"""Saves the house style as a file, and takes one over."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ikonzept_desktop import atomic_file
from ikonzept_desktop.export.style_changes import taken_over
from ikonzept_desktop.export.style_file import SUFFIX, StyleFileError, read_style, save_style
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.paths import safe_file_name
from ikonzept_desktop.ui.style import texts
from ikonzept_desktop.ui.style.hand import StyleHand


def ask_and_load(hand: StyleHand, parent: QWidget) -> None:
    """Ask which file, and take it over."""
    start = str(hand.session.path.absolute().parent)
    chosen, _ = QFileDialog.getOpenFileName(parent, texts.LOAD_TITLE, start, texts.FILTER)
    if chosen:
        load(hand, Path(chosen))


def load(hand: StyleHand, path: Path) -> None:
    """Take a file over as one step, and say what was not understood of it."""
    try:
        read = read_style(path)
    except StyleFileError as error:
        hand.said.emit(str(error), True)
        return
    except OSError as error:
        hand.said.emit(texts.unreadable(path.name, in_german(error)), True)
        return
    hand.take(taken_over(hand.pairs, read.pairs), texts.LOAD_STEP)
    if not hand.read_only:
        hand.said.emit(texts.loaded(read.title, read.unknown, read.faults), bool(read.unknown or read.faults))


def ask_and_save(hand: StyleHand, parent: QWidget) -> None:
    """Ask where to, and save there."""
    folder = hand.session.path.absolute().parent
    proposed = folder / safe_file_name(f"Gestaltung {hand.document.properties.publisher}".strip(), SUFFIX, "Gestaltung")
    chosen, _ = QFileDialog.getSaveFileName(parent, texts.SAVE_TITLE, str(proposed), texts.FILTER)
    if chosen:
        save(hand, Path(chosen))


def save(hand: StyleHand, path: Path) -> None:
    """Save the style under the name of the file, and say how it went."""
    path = path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")
    try:
        save_style(path, clean(path.stem).strip() or texts.TITLE, hand.pairs)
    except atomic_file.FileHeldOpen as held:
        atomic_file.clear_away(held.finished)
        hand.said.emit(str(held), True)
    except OSError as error:
        hand.said.emit(texts.not_saved(path.name, in_german(error)), True)
    else:
        hand.said.emit(texts.saved(path.name), False)
