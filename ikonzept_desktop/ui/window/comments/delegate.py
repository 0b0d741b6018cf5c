"""How a note is drawn in the list: where it stands, who wrote it, and its first two lines."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionFocusRect

from ikonzept_desktop.model.comments import Noted
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.window.comments import texts
from ikonzept_desktop.ui.window.comments.list_model import NOTED_ROLE, PLACE_ROLE
from ikonzept_desktop.ui.window.texts import signed

_LINES, _PAD, _SIDE, _GAP, _SHAPE = 2, 7, 12, 2, 14
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class NoteDelegate(QStyledItemDelegate):
    """Draws notes, all of them equally high."""

    def __init__(self, view: QListView) -> None:
        """Draw for a view, the words as large as the text."""
        super().__init__(view)
        self._view = view
        self.zoom = 100

    def sizeHint(self, option: Any, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for two small lines and two of the note."""
        small, words = QFontMetrics(fonts.small_font()), QFontMetrics(self._font())
        height = 2 * _PAD + 2 * small.height() + _GAP + _LINES * words.height()
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a note."""
        noted: Noted | None = index.data(NOTED_ROLE)
        if noted is None:
            return
        style = self._view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        self._draw_words(painter, rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD), noted, index.data(PLACE_ROLE), chosen)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring: Any = QStyleOptionFocusRect()
            ring.rect, ring.state = rect, option.state
            ring.backgroundColor = theme.colour("soft" if chosen else "panel")
            style.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, ring, painter, self._view)

    def _draw_words(self, painter: QPainter, box: QRect, noted: Noted, place: str, chosen: bool) -> None:
        small, muted = fonts.small_font(), theme.colour("muted", chosen=chosen)
        height = QFontMetrics(small).height()
        shape = "circle-check-big" if noted.comment.resolved else "message-square"
        spot = QRect(box.left(), box.top() + (height - _SHAPE) // 2, _SHAPE, _SHAPE)
        mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
        icon(shape, "green" if noted.comment.resolved else "amber").paint(
            painter, spot, Qt.AlignmentFlag.AlignCenter, mode
        )
        strong = fonts.small_font(strong=True)
        painter.setFont(strong)
        painter.setPen(theme.colour("on_soft" if chosen else "ink", chosen=chosen))
        head = QRect(box.left() + _SHAPE + 6, box.top(), box.width() - _SHAPE - 6, height)
        painter.drawText(head, _LEFT, _cut(place, QFontMetrics(strong), head.width()))
        said = " · ".join(part for part in (_signed(noted), texts.state(noted)) if part)
        painter.setFont(small)
        painter.setPen(muted)
        who = QRect(box.left(), box.top() + height, box.width(), height)
        painter.drawText(who, _LEFT, _cut(said, QFontMetrics(small), who.width()))
        painter.setPen(theme.colour("on_soft" if chosen else "ink", chosen=chosen))
        self._draw_text(painter, box.adjusted(0, 2 * height + _GAP, 0, 0), noted.comment.text)

    def _draw_text(self, painter: QPainter, box: QRect, text: str) -> None:
        """Draw the first lines of a note, the last of them cut off with … where there is more."""
        font = self._font()
        metrics = QFontMetrics(font)
        words = " ".join(text.split())
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < _LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(box.width())
            starts.append(line.textStart())
        layout.endLayout()
        painter.setFont(font)
        ends = [*starts[1:], len(words.encode("utf-16-le")) // 2]
        for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
            piece = words.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", errors="replace").strip()
            line_box = QRect(box.left(), box.top() + row * metrics.height(), box.width(), metrics.height())
            painter.drawText(line_box, _LEFT, _cut(piece, metrics, box.width()))

    def _font(self) -> Any:
        return fonts.ui_font(fonts.UI_SIZE * self.zoom / 100)


def _cut(words: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _signed(noted: Noted) -> str:
    return signed(noted.comment.author, noted.comment.created)
