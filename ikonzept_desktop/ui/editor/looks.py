"""How text looks on screen: type, measure and distances, as formats of Qt."""

from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat

from ikonzept_desktop.model.blocks import Attachment, Block, Figure, ListItem, Paragraph, ParagraphStyle, Table
from ikonzept_desktop.model.inline import Footnote, Marks, Text
from ikonzept_desktop.ui.editor.objects import ATOM, CHIP, KEY, Thing, look_key, thing_key
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.values import dataclass

MEASURE = 620
"""px at 100 %: 65 to 70 characters of a chapter's text."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The size of a text. px at the present zoom"""

    size: float
    line: float
    gap: float
    """Below a paragraph."""

    def zoomed(self, percent: int) -> "TextStyle":
        """Give the style at a zoom, per cent."""
        factor = percent / 100
        return TextStyle(self.size * factor, self.line * factor, self.gap * factor)

    @property
    def indent(self) -> float:
        """By how much each level of a list, or a quotation, stands in."""
        return round(self.size * 1.3)


CHAPTER = TextStyle(18, 28, 14)
FIELD = TextStyle(17, 26, 12)
FORM = TextStyle(15, 22, 8)
NOTE = TextStyle(15, 22, 0)


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours a text needs, as names Qt understands; a change of theme gives others."""

    ink: str
    accent: str
    amber: str

    @staticmethod
    def present() -> "Colours":
        """Give the colours of the present theme."""
        return Colours(*(theme.colour(token).name() for token in ("ink", "accent", "amber")))


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the formats of one view depend on."""

    style: TextStyle
    colours: Colours
    strong: bool = False
    """Semibold throughout, as a guiding goal is set."""

    def font(self) -> QFont:
        """Give the font everything builds on."""
        return fonts.text_font(self.style.size, strong=self.strong)


@lru_cache(maxsize=1024)
def text_format(look: Look, run: Text, *, quote: bool) -> QTextCharFormat:
    """Give the format of a run, whose characters do not matter; shared, so never changed."""
    format = QTextCharFormat()
    format.setProperty(KEY, look_key(run))
    # Emphasis within a quotation, which is italic as a whole, stands upright.
    if (Marks.ITALIC in run.marks) != quote:
        format.setFontItalic(True)
    if Marks.BOLD in run.marks:
        format.setFontWeight(QFont.Weight.Bold)
    if Marks.SUPERSCRIPT in run.marks:
        format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif Marks.SUBSCRIPT in run.marks:
        format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    format.setForeground(_brush(look.colours.accent if run.link else look.colours.ink))
    if run.comments:
        format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        format.setUnderlineColor(_brush(look.colours.amber).color())
    elif run.link:
        format.setFontUnderline(True)
    return format


def run_format(look: Look, run: Text, *, quote: bool) -> QTextCharFormat:
    """Give the format of a run, found by its look alone."""
    return text_format(look, replace(run, text=""), quote=quote)


def thing_format(look: Look, thing: Thing) -> QTextCharFormat:
    """Give the format of the one character of a chip, table or figure."""
    format = QTextCharFormat()
    format.setProperty(KEY, thing_key(thing))
    format.setForeground(_brush(look.colours.ink))
    if isinstance(thing, Table | Figure | Attachment):
        format.setObjectType(ATOM)
    else:
        format.setObjectType(CHIP)
        if not isinstance(thing, Footnote):
            format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return format


def block_format(look: Look, block: Block, following: Block | None) -> QTextBlockFormat:
    """Give the format of a block, whose distance depends on what follows it."""
    style, format = look.style, QTextBlockFormat()
    if isinstance(block, Table | Figure | Attachment):
        format.setTopMargin(style.gap / 2)
        format.setBottomMargin(style.gap * 1.5)
        return format
    format.setLineHeight(style.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    format.setBottomMargin(_gap(style, block, following))
    match block:
        case ListItem(level=level):
            format.setLeftMargin((level + 1) * style.indent)
        case Paragraph(style=ParagraphStyle.QUOTE):
            format.setLeftMargin(style.indent)
    return format


def is_quote(block: Block) -> bool:
    """Tell whether a block is a quotation."""
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.QUOTE


def _gap(style: TextStyle, block: Block, following: Block | None) -> float:
    if following is None:
        return 0
    if isinstance(block, ListItem) and isinstance(following, ListItem):
        return style.gap * 0.4
    return style.gap


def _brush(colour: str) -> QBrush:

    return QBrush(QColor(colour))
