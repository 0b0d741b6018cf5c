"""The type of the screens: the system's own for the tools, Source Serif 4 for the text."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.paths import resource

TEXT_FAMILY = "Source Serif 4"
UI_FALLBACK = "Noto Sans"
_UI_FAMILIES = ("Segoe UI", "Noto Sans")
_FILES = (
    "SourceSerif4-Regular",
    "SourceSerif4-Italic",
    "SourceSerif4-SemiBold",
    "SourceSerif4-Bold",
    "SourceSerif4-SemiBoldItalic",
    "SourceSerif4-BoldItalic",
    "NotoSans-Regular",
    "NotoSans-Italic",
    "NotoSans-SemiBold",
    "NotoSans-Bold",
)

UI_SIZE, SMALL_SIZE, COUNT_SIZE = 13, 12, 11
"""px"""


def load(app: QApplication) -> None:
    """Make the shipped fonts known and give the tools their type."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))
    app.setFont(ui_font())


def load_german(app: QApplication) -> bool:
    """Have Qt's own words (buttons of dialogs, names of keys) in German; tell whether they were found."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load("qtbase_de", folder) and app.installTranslator(translator)


def ui_font(size: int = UI_SIZE, *, strong: bool = False) -> QFont:
    """Give the type of labels and buttons. px"""
    families = set(QFontDatabase.families())
    font = QFont(next((family for family in _UI_FAMILIES if family in families), UI_FALLBACK))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def text_font(size: float, *, strong: bool = False) -> QFont:
    """Give the type of the text itself. px, fractions for zoomed text"""
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(max(round(size), 1))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def tabular(font: QFont) -> QFont:
    """Give the font with figures of equal width, for columns of numbers."""
    changed = QFont(font)
    changed.setFeature(QFont.Tag("tnum"), 1)
    return changed
