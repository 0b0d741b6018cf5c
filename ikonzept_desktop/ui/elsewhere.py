"""Concepts on drives of other machines, as the program meets them: drives that do not answer, words not back yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ikonzept_desktop.grounds import is_remote
from ikonzept_desktop.paths import is_same_file, user_folders
from ikonzept_desktop.ui import program_texts as texts
from ikonzept_desktop.ui.trouble import Trouble

if TYPE_CHECKING:  # for types alone: the start page comes when it is shown
    from ikonzept_desktop.ui.window.start_window import StartWindow

_SAME = 2.0
"""Seconds for a drive to say whether two paths are one file; both are on drives that answered before."""


def answers(path: Path) -> bool:
    """Tell whether the drive of a path answers, be it that there is no such file; only a drive elsewhere is asked."""
    if not is_remote(path.absolute()):
        return True
    from ikonzept_desktop.patience import NoAnswer, answered

    try:
        answered(path.exists)
    except NoAnswer:
        return False
    except OSError:
        return True  # which is an answer, and is told better when the file is opened
    return True


def without_answer(path: Path) -> Trouble:
    """Say that a drive does not answer, and offer what is on this machine of the concept."""
    from ikonzept_desktop.model.store.shared.opening import kept_copy

    kept = kept_copy(path.absolute())
    ways = ((texts.SEE_WORKING_COPY, kept),) if kept else ()
    return Trouble(texts.NO_ANSWER.format(name=path.name), backups=ways)


def is_same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file; a drive elsewhere that is gone by now holds nobody up."""
    elsewhere = is_remote(path.absolute()), is_remote(other.absolute())
    if elsewhere == (False, False):
        return is_same_file(path, other)
    if path.absolute() == other.absolute():
        return True
    if elsewhere != (True, True):
        return False
    from ikonzept_desktop.patience import NoAnswer, answered

    try:
        return answered(lambda: is_same_file(path, other), _SAME)
    except NoAnswer:
        return False


def tell_that_it_is_not_back(path: Path) -> None:
    """Say that a concept was closed whose drive is away."""
    from PySide6.QtWidgets import QMessageBox

    told = QMessageBox(QMessageBox.Icon.Information, "iKonzept", texts.NOT_GIVEN_BACK.format(name=path.name))
    told.setTextFormat(Qt.TextFormat.PlainText)
    told.setDefaultButton(told.addButton(texts.UNDERSTOOD, QMessageBox.ButtonRole.AcceptRole))
    told.exec()


def tell_what_waits(start: StartWindow, open_concept: Callable[[Path], object]) -> None:
    """Say on the start page which concept is not back yet, the first where there are several."""
    if not (user_folders().data / "arbeitskopien").exists():
        return
    from ikonzept_desktop.model.store.shared.opening import not_given_back

    for path in not_given_back()[:1]:
        ways = (texts.GIVE_BACK, partial(open_concept, path)), (texts.UNDERSTOOD, start.banner.be_quiet)
        start.banner.say(texts.NOT_GIVEN_BACK.format(name=path.name), "amber", *ways)
