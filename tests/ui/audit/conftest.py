"""One program for all screens; each screen is opened once and looked at in every way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.model.store.project_file import create_project
from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.kit import fonts, theme, undo_keys
from ikonzept_desktop.ui.program import Program
from tests.ui.audit.screens import SCREENS, Place, hold_dialogs
from tests.ui.desk import settle, shown

LARGE = (1440, 900)
"""px of the window the screens are opened in."""


@pytest.fixture(scope="module")
def users_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pytest.MonkeyPatch]:
    """Keep a program that outlives a test away from the folders of a real user."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(variable, str(home / variable.lower()))
        yield patch


@pytest.fixture(scope="module")
def lasting_program(
    qapp: QApplication, users_folders: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Program]:
    fonts.load(qapp)
    theme.apply(qapp, theme.Scheme.LIGHT)
    end_of_watch = undo_keys.watch(qapp)
    blinking = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)  # a caret that blinks is there or not as chance has it
    program = Program(qapp, tmp_path_factory.mktemp("settings") / "settings.json")
    yield program
    program.shut_down()
    qapp.setCursorFlashTime(blinking)
    end_of_watch()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("example") / "beispiel.ikonzept"
    concept = read_example(resource("example"))
    create_project(path, concept.document, concept.images.values()).store.close()
    return path.read_bytes()


@pytest.fixture(scope="module", params=SCREENS)
def opened(
    request: pytest.FixtureRequest,
    lasting_program: Program,
    users_folders: pytest.MonkeyPatch,
    example: bytes,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Place, QWidget]]:
    """A screen, freshly opened, and where it was opened."""
    place = _concept(lasting_program, tmp_path_factory.mktemp("screen"), example)
    users_folders.setattr(QDialog, "exec", hold_dialogs(place))
    try:
        screen = SCREENS[request.param](place)
        screen.activateWindow()
        settle()
        yield place, screen
    finally:
        _clear_away(lasting_program)


def _concept(program: Program, folder: Path, example: bytes) -> Place:
    path = folder / "a.ikonzept"
    path.write_bytes(example)
    window = shown(program, path)
    window.resize(*LARGE)
    settle()
    return Place(program, window, folder)


def _clear_away(program: Program) -> None:
    for window in tuple(program.windows):
        window.session.save_now()
    for top in QApplication.topLevelWidgets():
        top.close()
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what is closed is not dressed any more
