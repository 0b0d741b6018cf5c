"""The colours that hold now: the design's, light or dark, or in high contrast the system's own."""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from ikonzept_desktop.ui.kit.tokens import DARK, LIGHT

_DARK = "ikonzeptDark"
_HIGH_CONTRAST = "ikonzeptHighContrast"
_SYSTEM_ROLES = {
    "bg": QPalette.ColorRole.Window,
    "panel": QPalette.ColorRole.Window,
    "paper": QPalette.ColorRole.Base,
    "chip": QPalette.ColorRole.Window,
    "hover": QPalette.ColorRole.Button,
    "accent": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "soft": QPalette.ColorRole.Highlight,
    "on_soft": QPalette.ColorRole.HighlightedText,
    "selection": QPalette.ColorRole.Highlight,
    "link": QPalette.ColorRole.Link,
}
_OTHER_NAMES = {"link": "accent", "on_soft": "ink"}
"""Names that part only in high contrast, where text in the accent and text on a chosen row take roles of their own."""


def remember(*, dark: bool, high_contrast: bool) -> None:
    """Note which colours hold from now on; theme.apply alone calls this."""
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty(_DARK, dark)
    app.setProperty(_HIGH_CONTRAST, high_contrast)


def is_dark() -> bool:
    """Tell whether the design's dark colours hold."""
    return _noted(_DARK)


def is_high_contrast() -> bool:
    """Tell whether only the system's colours may be used."""
    return _noted(_HIGH_CONTRAST)


def colour(token: str, *, chosen: bool = False) -> QColor:
    """Give a colour of the design by name as it is now; raises KeyError for an unknown name.

    Beside the tokens: `link` for text in the accent, `on_soft` for text on a chosen row. What is drawn on a chosen row
    says so: high contrast has one colour for all of it.
    """
    if is_high_contrast():
        role = _system_role(token)
        return QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText if chosen else role)
    return QColor(_named(is_dark(), token))


def _noted(name: str) -> bool:
    app = QCoreApplication.instance()
    return app is not None and bool(app.property(name))


def _system_role(token: str) -> QPalette.ColorRole:
    if token.endswith("_tint"):
        return QPalette.ColorRole.Window
    if token not in _SYSTEM_ROLES:
        assert LIGHT[token]
    return _SYSTEM_ROLES.get(token, QPalette.ColorRole.WindowText)


@lru_cache(maxsize=128)
def _named(dark: bool, token: str) -> str:
    return (DARK if dark else LIGHT)[_OTHER_NAMES.get(token, token)]
