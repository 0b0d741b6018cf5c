"""The list of footnotes: number, what each says, and where it stands."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ikonzept_desktop.model.notes import PlacedNote
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.window import footnote_texts as texts
from ikonzept_desktop.values import dataclass

LINE = int(Qt.ItemDataRole.UserRole) + 1
"""The role of a row's NoteLine."""
_PAD = 8
_GUTTER = 44
_TEXT_LINES = 2
_INVALID = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note as a row of the list."""

    placed: PlacedNote
    number: str
    text: str
    where: str
    """Number and title of its section; nothing in the list of one section."""


class NoteLines(QAbstractListModel):
    """A plain list of notes."""

    def __init__(self, parent: QObject) -> None:
        """Begin without notes."""
        super().__init__(parent)
        self.lines: tuple[NoteLine, ...] = ()

    def put(self, lines: tuple[NoteLine, ...]) -> None:
        """Show other notes; rows that only say something else keep what is chosen."""
        if [line.placed.note.id for line in lines] == [line.placed.note.id for line in self.lines]:
            self.lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_of(self, note: str) -> int:
        """Give the row of a note; -1 where it is not in the list."""
        return next((row for row, line in enumerate(self.lines) if line.placed.note.id == note), -1)

    def rowCount(self, parent: _Index = _INVALID) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row to the view, to a screen reader, or whole."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return texts.spoken(line.number, line.text, line.where)
        return None


class NoteDelegate(QStyledItemDelegate):
    """Draws a note: its number in a box, two lines of its text, quietly its section or the words before it."""

    def sizeHint(self, option: Any, index: _Index) -> QSize:
        """Room for two lines of text and one below."""
        text, small = QFontMetrics(fonts.ui_font()), QFontMetrics(fonts.ui_font(fonts.SMALL_SIZE))
        return QSize(0, _TEXT_LINES * text.lineSpacing() + small.lineSpacing() + 2 * _PAD + 2)

    def paint(self, painter: QPainter, option: Any, index: _Index) -> None:
        """Draw ground, number, text and place."""
        whole: Any = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        style = whole.widget.style() if whole.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        line: NoteLine = index.data(LINE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_number(painter, rect, line.number)
        words = rect.adjusted(_GUTTER - _PAD, 0, 0, 0)
        painter.setFont(fonts.ui_font())
        painter.setPen(theme.colour("ink" if line.text else "muted", chosen=chosen))
        height = _paint_lines(painter, words, line.text or texts.EMPTY)
        painter.setFont(fonts.ui_font(fonts.SMALL_SIZE))
        painter.setPen(theme.colour("muted", chosen=chosen))
        below = words.adjusted(0, height + 2, 0, 0)
        place = line.where or f"… {line.placed.before.strip()[-60:]}".strip()
        mode = Qt.TextElideMode.ElideRight if line.where else Qt.TextElideMode.ElideLeft
        said = painter.fontMetrics().elidedText(place, mode, below.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), said)
        painter.restore()


def _paint_number(painter: QPainter, rect: QRect, number: str) -> None:
    font = fonts.ui_font(fonts.SMALL_SIZE, strong=True)
    width = max(QFontMetrics(font).horizontalAdvance(number) + 8, 18)
    box = QRectF(rect.left() + 0.5, rect.top() + 1.5, width, 16)
    painter.setPen(QPen(theme.colour("accent"), 1))
    painter.setBrush(theme.colour("chip"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(font)
    painter.setPen(theme.colour("link"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)


def _paint_lines(painter: QPainter, rect: QRect, text: str) -> int:
    """Paint as much of a text as two lines hold, and give their height. px"""
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics = painter.fontMetrics()
    layout.beginLayout()
    for number in range(_TEXT_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        start, length = line.textStart(), line.textLength()
        last = number == _TEXT_LINES - 1 and start + length < len(text)
        shown = text[start:] if last else text[start : start + length]
        words = metrics.elidedText(shown.strip(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect.left(), rect.top() + number * metrics.lineSpacing() + metrics.ascent(), words)
    layout.endLayout()
    return _TEXT_LINES * metrics.lineSpacing()
