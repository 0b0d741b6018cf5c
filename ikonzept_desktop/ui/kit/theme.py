"""Fusion in our own colours, light or dark after the system or by choice, and the system's own in high contrast."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ikonzept_desktop import collector
from ikonzept_desktop.ui.kit import high_contrast as windows_high_contrast
from ikonzept_desktop.ui.kit import look
from ikonzept_desktop.ui.kit.look import colour, is_dark, is_high_contrast
from ikonzept_desktop.ui.kit.palette import palette
from ikonzept_desktop.ui.kit.sheet import sheet
from ikonzept_desktop.ui.kit.style import KitStyle
from ikonzept_desktop.ui.kit.tokens import DARK, LIGHT

__all__ = ["Scheme", "apply", "colour", "is_dark", "is_high_contrast"]


class Scheme(StrEnum):
    """What the user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


NO_RULES = "#nothing {}"
"""Says nothing of any widget. Without a sheet Qt would let go of its lists of dressed widgets, but not of the mark on
those that are not drawn yet; when the next sheet came, these would stand in the new lists after their end."""
_ASKED_FOR = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, high_contrast: bool | None = None) -> None:
    """Give the program its look, at the start and whenever the user chooses; from then on it follows the system.

    `high_contrast` replaces the question to the system, for pictures and tests.
    """
    follower = app.findChild(_Follower) or _Follower(app)
    follower.ask = windows_high_contrast.is_on if high_contrast is None else lambda: high_contrast
    follower.choose(scheme)


class _Follower(QObject):
    """Dresses the program anew when the user or the system changes the colours."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self.ask: Callable[[], bool] = windows_high_contrast.is_on
        app.setStyle(KitStyle())
        # Windows reports high contrast as a change to an unknown scheme: this one signal tells both.
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, scheme: Scheme) -> None:
        self._scheme = scheme
        hints = self._app.styleHints()
        # Title bars and the system's own dialogs go with the choice; unknown gives them back to the system.
        with collector.resting():  # as below
            hints.setColorScheme(_ASKED_FOR.get(scheme, Qt.ColorScheme.Unknown))
        self._dress(_ASKED_FOR.get(scheme, hints.colorScheme()))

    def _follow(self, system: Qt.ColorScheme) -> None:
        self._dress(_ASKED_FOR.get(self._scheme, system))

    def _dress(self, wanted: Qt.ColorScheme) -> None:
        dark, forced = wanted is Qt.ColorScheme.Dark, self.ask()
        look.remember(dark=dark, high_contrast=forced)
        tokens = DARK if dark else LIGHT
        # Qt goes through a list of every widget it has dressed and calls into Python for each: a round of the
        # collector in the middle of it would free widgets that are still to come in the list.
        with collector.resting():
            self._app.setPalette(QPalette() if forced else palette(tokens))
            self._app.setStyleSheet(NO_RULES if forced else sheet(tokens))
