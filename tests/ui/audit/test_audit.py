"""Every control is named, reached, seen and readable, in light, dark and high contrast, and on small screens."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

import ikonzept_desktop.ui
from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.model.store.project_file import create_project
from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_frame import ConceptFrame
from ikonzept_desktop.ui.window.drawer import DrawerPanel
from ikonzept_desktop.ui.window.tab_order import WindowInOrder
from tests.ui.audit import eye
from tests.ui.audit.screens import SCREENS, Place, hold_dialogs
from tests.ui.desk import settle, shown

SMALL = (683, 384)
"""px of a screen of 1366 x 768 at 200 %."""
ONLY_BASES = {WindowInOrder, ConceptFrame, DrawerPanel}


def _black() -> QPalette:
    """Give the colours of Windows' theme "Kontrast Schwarz"."""
    roles = QPalette.ColorRole
    made = QPalette(Qt.GlobalColor.white, Qt.GlobalColor.black)
    for role, colour in (
        (roles.Base, "black"),
        (roles.Text, "white"),
        (roles.Button, "black"),
        (roles.ButtonText, "white"),
        (roles.Highlight, "#1aebff"),
        (roles.HighlightedText, "black"),
        (roles.Link, "#ffff00"),
        (roles.PlaceholderText, "white"),
    ):
        made.setColor(role, QColor(colour))
    return made


BLACK = _black()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "beispiel.ikonzept"
    concept = read_example(resource("example"))
    create_project(path, concept.document, concept.images.values()).store.close()
    return path


@pytest.fixture
def place(program: Program, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    path = tmp_path / "a.ikonzept"
    path.write_bytes(example.read_bytes())
    window = shown(program, path)
    window.resize(1440, 900)
    settle()
    place = Place(program, window, tmp_path)
    monkeypatch.setattr(QDialog, "exec", hold_dialogs(place))
    yield place
    for top in QApplication.topLevelWidgets():
        if top is not window:
            top.close()
    theme.apply(program.app, theme.Scheme.LIGHT)


def opened(place: Place, name: str) -> QWidget:
    screen = SCREENS[name](place)
    screen.activateWindow()
    settle()
    return screen


def _usable(widget: QWidget) -> bool:
    """Tell whether a control can have the keyboard now: in a note the tools of paragraphs rest."""
    return widget.isVisible() and widget.isEnabled()


def classes() -> set[type[QWidget]]:
    """Give every dialog, window and panel of the program."""
    for module in pkgutil.walk_packages(ikonzept_desktop.ui.__path__, "ikonzept_desktop.ui."):
        importlib.import_module(module.name)
    found: set[type[QWidget]] = set()
    waiting: list[type[QWidget]] = [QDialog, QMainWindow, DrawerPanel]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("ikonzept_desktop.") and kind not in ONLY_BASES:
            found.add(kind)
    return found


def test_no_dialog_and_no_panel_is_forgotten_here(place: Place) -> None:
    seen: set[type[QWidget]] = set()
    for name in SCREENS:
        screen = opened(place, name)
        seen |= {type(screen), *(type(part) for part in screen.findChildren(QWidget))}
    assert classes() - seen == set()


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_is_reached_named_and_shows_that_it_has_the_keyboard(place: Place, name: str) -> None:
    screen = opened(place, name)
    reached = eye.reached_by_tab(screen)
    assert reached
    assert [f"{type(widget).__name__} {widget.objectName()}" for widget in reached if not eye.named(widget)] == []
    assert [eye.named(widget) for widget in reached if _usable(widget) and not eye.shows_focus(widget)] == []


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("name", SCREENS)
def test_words_are_readable_in_every_scheme(place: Place, name: str, scheme: str) -> None:
    theme.apply(
        place.program.app,
        theme.Scheme.DARK if scheme == "dark" else theme.Scheme.LIGHT,
        high_contrast=scheme == "contrast",
    )
    if scheme == "contrast":
        place.program.app.setPalette(BLACK)
        place.program.app.setStyleSheet(f"{theme.NO_RULES}\n")  # what is dressed already is dressed anew
    screen = opened(place, name)
    assert list(eye.faint_words(screen)) == []


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_cut_off_and_buttons_can_be_hit(place: Place, name: str) -> None:
    screen = opened(place, name)
    assert list(eye.cut_off(screen)) == []
    assert list(eye.small_targets(screen)) == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_fits_on_a_small_display_at_200_per_cent(place: Place, name: str) -> None:
    screen = opened(place, name)
    screen.resize(*SMALL)
    settle()
    assert (screen.width() <= SMALL[0], screen.height() <= SMALL[1]) == (True, True), screen.size().toTuple()
    assert list(eye.cut_off(screen)) == []
