"""Fusion in our own colours, light or dark after the system or by choice, and the system's own in high contrast."""

import ctypes
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui.kit.style import KitStyle
from ikonzept_desktop.ui.kit.tokens import DARK, LIGHT

_HIGH_CONTRAST = "ikonzeptHighContrast"
_SPI_GETHIGHCONTRAST = 0x0042
_HCF_HIGHCONTRASTON = 0x1
_ROLES = {
    "bg": QPalette.ColorRole.Window,
    "panel": QPalette.ColorRole.Window,
    "paper": QPalette.ColorRole.Base,
    "ink": QPalette.ColorRole.WindowText,
    "accent": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "soft": QPalette.ColorRole.Highlight,
    "selection": QPalette.ColorRole.Highlight,
    "border": QPalette.ColorRole.WindowText,
    "hover": QPalette.ColorRole.Button,
}


class _HighContrast(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))


class Scheme(StrEnum):
    """What the user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, high_contrast: bool | None = None) -> None:
    """Give the program its look; called again when the choice or the system's scheme changes."""
    forced = high_contrast_is_on() if high_contrast is None else high_contrast
    app.setProperty(_HIGH_CONTRAST, forced)
    app.setStyle(KitStyle())
    if forced:
        app.setPalette(app.style().standardPalette())
        app.setStyleSheet("")
        return
    tokens = DARK if _wants_dark(scheme) else LIGHT
    app.setPalette(_palette(dict(tokens)))
    app.setStyleSheet(_sheet(dict(tokens)))


def is_dark() -> bool:
    """Tell whether the program is dark now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def is_high_contrast() -> bool:
    """Tell whether only the system's colours may be used."""
    app = QApplication.instance()
    return app is not None and bool(app.property(_HIGH_CONTRAST))


def colour(token: str) -> QColor:
    """Give a colour of the design by name in the present scheme; raises KeyError for an unknown name."""
    value = (DARK if is_dark() else LIGHT)[token]
    if is_high_contrast():
        role = _ROLES.get(token, QPalette.ColorRole.Window if token.endswith("tint") else QPalette.ColorRole.WindowText)
        return QGuiApplication.palette().color(role)
    return QColor(value)


def high_contrast_is_on() -> bool:
    """Ask Windows whether high contrast is on (SPI_GETHIGHCONTRAST); never elsewhere."""
    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return False
    answer = _HighContrast(ctypes.sizeof(_HighContrast), 0, None)
    asked = windll.user32.SystemParametersInfoW(_SPI_GETHIGHCONTRAST, answer.size, ctypes.byref(answer), 0)
    return bool(asked and answer.flags & _HCF_HIGHCONTRASTON)


def _wants_dark(scheme: Scheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def _palette(tokens: dict[str, str]) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(tokens["bg"]))
    for target, name in (
        (role.Window, "panel"),
        (role.WindowText, "ink"),
        (role.Base, "paper"),
        (role.AlternateBase, "panel"),
        (role.Text, "ink"),
        (role.Button, "panel"),
        (role.ButtonText, "ink"),
        (role.BrightText, "red"),
        (role.ToolTipBase, "paper"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "ink"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Accent, "accent"),
        (role.Light, "paper"),
        (role.Midlight, "line"),
        (role.Mid, "border"),
        (role.Dark, "border"),
        (role.Shadow, "border"),
    ):
        palette.setColor(target, QColor(tokens[name]))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens["muted"]))
    return palette


def _sheet(tokens: dict[str, str]) -> str:
    return _SHEET % tokens


# Native parts (combo boxes, date and number fields, scroll bars, menus, dialogs) are never styled here.
_SHEET = """
QToolTip { color: %(ink)s; background: %(paper)s; border: 1px solid %(border)s; padding: 3px 6px; }
#header, #statusBar { background: %(bg)s; }
#header QMenuBar { background: transparent; }
#paper { background: %(paper)s; }
#paneTitle { font-weight: 600; }
QLabel[role="muted"] { color: %(muted)s; }
QLabel[role="amber"] { color: %(amber)s; }
QLabel[role="red"] { color: %(red)s; }
QLabel[role="green"] { color: %(green)s; }
QLabel[role="link"] { color: %(accent)s; }
QLineEdit, QTextEdit[role="field"], QPlainTextEdit[role="field"] {
  background: %(paper)s; border: 1px solid %(border)s; border-radius: 4px; padding: 4px 6px; }
QLineEdit:focus, QTextEdit[role="field"]:focus, QPlainTextEdit[role="field"]:focus {
  border: 2px solid %(accent)s; padding: 3px 5px; }
QLineEdit[missing="true"], QTextEdit[missing="true"] { border-color: %(amber)s; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"] { border-color: %(red)s; }
QPushButton { background: %(paper)s; border: 1px solid %(border)s; border-radius: 4px; padding: 5px 12px; }
QPushButton:hover { background: %(hover)s; }
QPushButton:focus { border: 2px solid %(accent)s; padding: 4px 11px; }
QPushButton:disabled { background: %(hover)s; color: %(muted)s; border-color: %(line)s; }
QPushButton[primary="true"] { background: %(accent)s; color: %(on_accent)s; border-color: %(accent)s; }
QPushButton[primary="true"]:focus { border: 2px solid %(ink)s; }
QPushButton[primary="true"]:disabled { background: %(hover)s; color: %(muted)s; border-color: %(line)s; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; }
QToolButton:hover { background: %(hover)s; }
QToolButton:checked { background: %(soft)s; }
QToolButton:focus { border: 2px solid %(accent)s; padding: 3px; }
QTreeView, QListView, QTableView { border: none; outline: none; }
#outline { background: %(panel)s; }
QTreeView::item:hover, QListView::item:hover { background: %(hover)s; }
QTreeView::item:selected, QListView::item:selected { background: %(soft)s; color: %(ink)s; }
QSplitter::handle { background: %(line)s; }
#card { background: %(paper)s; border: 1px solid %(line)s; border-radius: 4px; }
#banner { background: %(amber_tint)s; border-bottom: 1px solid %(amber)s; }
#banner[kind="red"] { background: %(red_tint)s; border-bottom: 1px solid %(red)s; }
#banner[kind="info"] { background: %(soft)s; border-bottom: 1px solid %(accent)s; }
"""
