"""The type of the screens: the system's own for the tools, Source Serif 4 for the text."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.paths import resource
from ikonzept_desktop.values import dataclass

TEXT_FAMILY = "Source Serif 4"
UI_FALLBACK = "Noto Sans"
_TEXT_FILES = (
    "SourceSerif4-Regular",
    "SourceSerif4-Italic",
    "SourceSerif4-SemiBold",
    "SourceSerif4-Bold",
    "SourceSerif4-SemiBoldItalic",
    "SourceSerif4-BoldItalic",
)
_UI_FILES = ("NotoSans-Regular", "NotoSans-Italic", "NotoSans-SemiBold", "NotoSans-Bold")
_NO_CHOICE = {"", "Sans", "Sans Serif", "Sans-Serif"}
"""What a Linux without a desktop names as its font: whatever is there."""

UI_SIZE, SMALL_SIZE, COUNT_SIZE = 13, 12, 11
"""px"""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the text's scale: size and line height in px at 100 %."""

    size: int
    line: int
    strong: bool = False


TITLE = Step(30, 38, strong=True)
TITLE_NUMBER = Step(22, 38)
HEADING = Step(20, 28, strong=True)
CHAPTER_TEXT = Step(18, 28)
FIELD_TEXT = Step(17, 26)
FORM_TEXT = Step(15, 22)
NOTE_TEXT = FORM_TEXT
COLUMN_EM = 620 / CHAPTER_TEXT.size
"""The width of the text's column in em of its size: 65 to 70 characters at every zoom."""


def load(app: QApplication) -> None:
    """Make the shipped fonts known and give the tools their type."""
    _add(_TEXT_FILES)
    app.setFont(_tools_font())


def ui_font(size: float = UI_SIZE, *, strong: bool = False) -> QFont:
    """Give the type of labels and buttons; px where the system has no larger type of its own to keep step with."""
    font = QFont(QApplication.font())
    if font.pixelSize() > 0:
        font.setPixelSize(max(round(font.pixelSize() * size / UI_SIZE), 1))
    else:
        font.setPointSizeF(font.pointSizeF() * size / UI_SIZE)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def small_font(*, strong: bool = False) -> QFont:
    """Give the type of labels over fields and of hints."""
    return ui_font(SMALL_SIZE, strong=strong)


def count_font(*, strong: bool = True) -> QFont:
    """Give the type of the counts beside tabs, and nothing else: it is the smallest."""
    return tabular(ui_font(COUNT_SIZE, strong=strong))


def text_font(size: float, *, strong: bool = False) -> QFont:
    """Give the type of the text itself. px, fractions for zoomed text"""
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(max(round(size), 1))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def step_font(step: Step, zoom: float = 1.0) -> QFont:
    """Give the type of a step of the text's scale, at a zoom of 0.8 to 2."""
    return text_font(step.size * zoom, strong=step.strong)


def step_line(step: Step, zoom: float = 1.0) -> float:
    """Give the line height of a step, at a zoom of 0.8 to 2. px"""
    return step.line * zoom


def tabular(font: QFont) -> QFont:
    """Give the font with figures of equal width, for columns of numbers."""
    changed = QFont(font)
    changed.setFeature(QFont.Tag("tnum"), 1)
    return changed


def emphasised(font: QFont) -> QFont:
    """Give the font in the weight of what is chosen."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def extra_width(text: str, font: QFont) -> int:
    """Say how much wider a text gets in the weight of what is chosen. px"""
    strong, plain = QFontMetrics(emphasised(font)), QFontMetrics(font)
    return max(strong.horizontalAdvance(text) - plain.horizontalAdvance(text) + 1, 0)


def _tools_font() -> QFont:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if _is_chosen(QGuiApplication.platformName(), system.family(), QFontInfo(system).family()):
        return system
    _add(_UI_FILES)
    font = QFont(UI_FALLBACK)
    font.setPixelSize(UI_SIZE)
    return font


def _is_chosen(platform: str, named: str, found: str) -> bool:
    """Tell whether somebody chose the system's font; pictures without a screen look the same everywhere."""
    if platform in {"offscreen", "minimal"}:
        return False
    return named not in _NO_CHOICE or found == UI_FALLBACK


def _add(names: tuple[str, ...]) -> None:
    for name in names:
        if QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf"))) < 0:
            raise FileNotFoundError(f"fonts/{name}.ttf")
