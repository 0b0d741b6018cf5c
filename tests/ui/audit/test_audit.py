"""Every control is named, reached, seen and readable, in light, dark and high contrast, and on small screens.

Each screen is opened once and goes through the tests below in their order; the last ones leave it.
"""

import importlib
import pkgutil

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QWidget
from shiboken6 import isValid

import ikonzept_desktop.ui
from ikonzept_desktop import collector
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.style.dialog import StyleDialog
from ikonzept_desktop.ui.template.dialog import TemplateDialog
from ikonzept_desktop.ui.window.concept_frame import ConceptFrame
from ikonzept_desktop.ui.window.drawer import DrawerPanel
from ikonzept_desktop.ui.window.tab_order import WindowInOrder
from tests.ui.audit import eye
from tests.ui.audit.screens import Place
from tests.ui.desk import settle

SMALL = (683, 384)
"""px of a screen of 1366 x 768 at 200 %."""
ONLY_BASES = {WindowInOrder, ConceptFrame, DrawerPanel}
OPTIONS_OF_SEARCH = "Groß- und Kleinschreibung beachten"
"""From what is sought the Tab key goes to what replaces it, as in other editors; what is set beside it comes then."""
Opened = tuple[Place, QWidget]

_seen: set[type[QWidget]] = set()
"""What the screens opened so far showed."""


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


def test_every_control_is_reached_named_and_shows_that_it_has_the_keyboard(opened: Opened) -> None:
    _, screen = opened
    _seen.update({type(screen), *(type(part) for part in screen.findChildren(QWidget))})
    stops = eye.reached_by_tab(screen)
    assert stops
    assert [f"{type(stop.widget).__name__} {stop.widget.objectName()}" for stop in stops if not stop.name] == []
    assert list(eye.goes_back(stops, but_to=OPTIONS_OF_SEARCH)) == []
    assert [stop.name for stop in stops if not stop.seen] == []


def test_words_are_readable_in_every_scheme(opened: Opened) -> None:
    place, screen = opened
    faint = {}
    for scheme in ("light", "dark", "contrast"):
        _dress(place.program.app, scheme)
        faint[scheme] = list(eye.faint_words(screen))
    theme.apply(place.program.app, theme.Scheme.LIGHT)
    assert faint == {"light": [], "dark": [], "contrast": []}


def test_nothing_is_cut_off_and_buttons_can_be_hit(opened: Opened) -> None:
    _, screen = opened
    assert list(eye.cut_off(screen)) == []
    assert list(eye.clipped_lines(screen)) == []
    assert list(eye.small_targets(screen)) == []
    assert list(eye.told_by_nothing(screen)) == []


def test_every_screen_fits_on_a_small_display_at_200_per_cent(opened: Opened) -> None:
    _, screen = opened
    before = screen.size()
    screen.resize(*SMALL)
    settle()
    assert (screen.width() <= SMALL[0], screen.height() <= SMALL[1]) == (True, True), screen.size().toTuple()
    assert list(eye.cut_off(screen)) == []
    screen.resize(before)
    settle()


def test_a_dialog_says_what_return_does_and_goes_with_escape(opened: Opened) -> None:
    place, dialog = opened
    if not isinstance(dialog, QDialog):
        return
    usual = [button for button in dialog.findChildren(QPushButton) if button.isDefault() and button.isVisible()]
    assert len(usual) == (
        0 if isinstance(dialog, TemplateDialog | StyleDialog) else 1
    )  # there Return belongs to lines and lists
    over = dialog.parentWidget()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert not isValid(dialog) or not dialog.isVisible()
    (over or place.window).activateWindow()
    settle()
    assert QApplication.focusWidget() is place.keyboard


def test_no_dialog_and_no_panel_is_forgotten_here() -> None:
    assert _classes() - _seen == set()


def _dress(app: QApplication, scheme: str) -> None:
    if scheme == "light":
        return  # as it is opened
    dark, contrast = scheme == "dark", scheme == "contrast"
    theme.apply(app, theme.Scheme.DARK if dark else theme.Scheme.LIGHT, high_contrast=contrast)
    if contrast:
        with collector.resting():  # as where the theme is applied
            app.setPalette(BLACK)
            app.setStyleSheet(f"{theme.NO_RULES}\n")  # what is dressed already is dressed anew
    settle()


def _classes() -> set[type[QWidget]]:
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
