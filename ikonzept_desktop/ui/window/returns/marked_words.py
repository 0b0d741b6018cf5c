"""Words of which some go and some come: struck out and underlined, so that the colour says nothing alone."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ikonzept_desktop.publication.differences import Change, Piece
from ikonzept_desktop.ui.editor.positions import to_utf16
from ikonzept_desktop.ui.kit import fonts, theme

_LEADING = 1.25


class MarkedWords(QWidget):
    """A few lines in the type of the text, as high as they need to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._colour = "accent"
        self._known: dict[tuple[int, str], tuple[QTextLayout, int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pieces(self, pieces: Sequence[Piece], colour: str) -> None:
        """Show pieces, what comes in the colour of a token."""
        if (tuple(pieces), colour) == (self._pieces, self._colour):
            return
        self._pieces, self._colour = tuple(pieces), colour
        self._known = {}
        self.setAccessibleName("".join(piece.text for piece in pieces if piece.change is not Change.GONE))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Need more height where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines. px"""
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        """Ask for a column's width."""
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        """Stand where it is narrow too."""
        return QSize(80, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(theme.colour("ink"))
        layout, _ = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """Give the lines at a width and their height; a layout asks many times before it is content."""
        key = (width, theme.colour("ink").name() + theme.colour(self._colour).name())
        if key not in self._known:
            self._known[key] = self._lay_out(width)
        return self._known[key]

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout("".join(piece.text for piece in self._pieces), _font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats()))
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height() * _LEADING
        layout.endLayout()
        return layout, round(height) + 2

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found = []
        at = 0
        for piece in self._pieces:
            size = to_utf16(piece.text, len(piece.text))
            if piece.change is not Change.SAME:
                reach: Any = QTextLayout.FormatRange()
                reach.start, reach.length = at, size
                reach.format = _look(piece.change, self._colour)
                found.append(reach)
            at += size
        return found


def _look(change: Change, colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    forced = theme.is_high_contrast()
    if change is Change.GONE:
        look.setFontStrikeOut(True)
        look.setForeground(theme.colour("muted"))
        return look
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setForeground(theme.colour("ink" if forced else colour))
    if not forced and colour.startswith("person"):
        look.setBackground(theme.colour(f"{colour}_tint"))
    return look


def _font() -> QFont:
    return fonts.text_font(15)
