"""How shown lines look: type by what a line is, and what is proposed by underline, strike, dots and tint."""

from functools import lru_cache

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextOption

from ikonzept_desktop.model.inline import Marks, Text
from ikonzept_desktop.review.shown_lines import Line, Sort
from ikonzept_desktop.review.shown_spans import Fate
from ikonzept_desktop.ui.editor.looks import CHAPTER, NOTE, TextStyle
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.window.returns.persons import Person
from ikonzept_desktop.ui.window.returns.shown_marks import colour_of, tint_of
from ikonzept_desktop.values import dataclass

_Underline = QTextCharFormat.UnderlineStyle
_SMALL = frozenset({Sort.CAPTION, Sort.SOURCE, Sort.NOTE, Sort.FIGURE, Sort.ATTACHED, Sort.TABLE})
_TOOLS = 13
_LETTERS = 0.88
"""Share of the text's size; what stands raised is set by Qt in two thirds of it."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a stretch of words looks like."""

    sort: Sort
    marks: Marks = Marks.NONE
    fate: Fate = Fate.SAME
    person: Person | None = None
    remarked: Person | None = None
    """Who has a comment on it."""
    is_link: bool = False
    strong: bool = False


class Formats:
    """The formats of one rendering, each made once."""

    def __init__(self, zoom: int) -> None:
        """Make them for a zoom, per cent, in the present colours."""
        self.style = CHAPTER.zoomed(zoom)
        self.small = NOTE.zoomed(zoom)
        self.tools = _TOOLS * zoom / 100
        self._forced = theme.is_high_contrast()
        self.of = lru_cache(maxsize=None)(self._of)
        self.letters = lru_cache(maxsize=None)(self._letters)
        self.told = lru_cache(maxsize=None)(self._told)

    def block(self, line: Line, *, above: float, below: float) -> QTextBlockFormat:
        """Give the format of a line with so much room above and below it. px"""
        format = QTextBlockFormat()
        format.setTopMargin(above)
        format.setBottomMargin(below)
        if line.sort is Sort.TITLE:
            height = self.style.size * 38 / 18
        elif line.sort in {Sort.LABEL, Sort.RECORD}:
            height = self.tools * 20 / 13
        else:
            height = self.style_of(line.sort).line
        format.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        hanging = self._hanging(line)
        if hanging:
            left, first = hanging
            format.setLeftMargin(left)
            format.setTextIndent(-first)
            # Qt measures from where the line begins, its indent included.
            format.setTabPositions([QTextOption.Tab(first, QTextOption.TabType.LeftTab)])
        elif line.sort is Sort.QUOTE:
            format.setLeftMargin(self.style.indent)
        return format

    def style_of(self, sort: Sort) -> TextStyle:
        """Give the size of the words of a line."""
        return self.small if sort in _SMALL else self.style

    def gap(self, line: Line, following: Line | None) -> float:
        """Give the room between a line and the one that follows. px"""
        style = self.style
        if following is None:
            return 0
        if line.sort in {Sort.LABEL, Sort.RECORD, Sort.CAPTION, Sort.FIGURE, Sort.ATTACHED}:
            return style.gap * 0.3
        if line.sort is Sort.ITEM and following.sort is Sort.ITEM:
            return style.gap * 0.4
        if line.sort is Sort.NOTE and following.sort is Sort.NOTE:
            return style.gap * 0.3
        if line.sort is Sort.VALUE and following.sort is Sort.VALUE:
            return style.gap * 0.4
        return style.gap * (1.2 if following.sort in {Sort.LABEL, Sort.RECORD, Sort.NOTE} else 1.0)

    def _hanging(self, line: Line) -> tuple[float, float] | None:
        """Give where the words of a line with a mark before them begin, and how far before them the mark does. px"""
        if line.sort is Sort.ITEM:
            return (line.level + 1) * self.style.indent, self.style.indent
        return (self.small.indent * 1.2, self.small.indent * 1.2) if line.sort is Sort.NOTE else None

    def font(self, sort: Sort, *, strong: bool = False) -> QFont:
        """Give the type of a line."""
        if sort is Sort.TITLE:
            return fonts.text_font(self.style.size * 30 / 18, strong=True)
        if sort in {Sort.LABEL, Sort.RECORD}:
            return fonts.ui_font(self.tools, strong=True)
        return fonts.text_font(self.style_of(sort).size, strong=strong)

    def _told(self, sort: Sort, colour: str, strong: bool) -> QTextCharFormat:
        """Give the format of what stands before the words, in the type of the tools or of the title's number."""
        format = QTextCharFormat()
        size = self.style.size * 22 / 18
        format.setFont(fonts.text_font(size) if sort is Sort.TITLE else fonts.ui_font(self.tools, strong=strong))
        format.setForeground(theme.colour(colour))
        return format

    def _of(self, ink: Ink) -> QTextCharFormat:
        format = QTextCharFormat()
        font = self.font(ink.sort, strong=ink.strong)
        if Marks.BOLD in ink.marks:
            font.setWeight(QFont.Weight.Bold)
        if (Marks.ITALIC in ink.marks) != (ink.sort is Sort.QUOTE):
            font.setItalic(True)
        format.setFont(font)
        if Marks.SUPERSCRIPT in ink.marks:
            format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif Marks.SUBSCRIPT in ink.marks:
            format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        format.setForeground(theme.colour("accent" if ink.is_link else "muted" if ink.sort is Sort.SOURCE else "ink"))
        self._proposed(format, ink)
        return format

    def _proposed(self, format: QTextCharFormat, ink: Ink) -> None:
        colour = theme.colour(colour_of(ink.person) if ink.person else "muted")
        match ink.fate:
            case Fate.NEW:
                _underline(format, _Underline.SingleUnderline, colour)
                if not self._forced:
                    format.setBackground(QBrush(theme.colour(tint_of(ink.person) if ink.person else "chip")))
            case Fate.GONE:
                format.setFontStrikeOut(True)
                format.setForeground(colour)
            case Fate.CONTESTED:
                _underline(format, _Underline.WaveUnderline, theme.colour("red"))
                if not self._forced:
                    format.setBackground(QBrush(theme.colour("red_tint")))
            case Fate.FORMED:
                _underline(format, _Underline.DashUnderline, colour)
            case Fate.SAME if ink.remarked is not None:
                _underline(format, _Underline.DotLine, theme.colour(colour_of(ink.remarked)))
            case _:
                pass

    def _letters(self, person: Person, sort: Sort) -> QTextCharFormat:
        """Give the format of a person's letters behind their words."""
        format = QTextCharFormat()
        format.setFont(fonts.ui_font(max(self.style_of(sort).size * _LETTERS, 12), strong=True))
        format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        format.setForeground(theme.colour(colour_of(person)))
        return format


def ink_of(sort: Sort, text: Text, fate: Fate, person: Person | None, remarked: Person | None) -> Ink:
    """Give what a run looks like."""
    return Ink(sort, text.marks, fate, person, remarked, bool(text.link))


def _underline(format: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, colour: QColor) -> None:
    format.setUnderlineStyle(style)
    format.setUnderlineColor(colour)
