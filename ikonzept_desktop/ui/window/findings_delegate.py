"""How findings are drawn: a group with its shape, its name and its count; a finding with its words and where it is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ikonzept_desktop.checking.findings import SEVERITIES, Finding, Kind
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.window import checking_texts as texts
from ikonzept_desktop.ui.window.findings_model import FINDING, KIND

_SHAPE, _GAP, _PADDING, _BAR = 16, 8, 16, 3
"""px"""
_INDENT = _PADDING + _SHAPE + _GAP


class FindingsDelegate(QStyledItemDelegate):
    """Draws groups in one line, findings in two."""

    def __init__(self, where: Callable[[Finding], str], parent: QWidget) -> None:
        """Say where a finding is in the words of this function."""
        super().__init__(parent)
        self._where = where

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give a group one line, a finding two."""
        line, small = QFontMetrics(fonts.ui_font()), QFontMetrics(fonts.ui_font(fonts.SMALL_SIZE))
        if index.data(FINDING) is None:
            return QSize(0, max(line.height() + 12, 30))
        return QSize(0, line.height() + small.height() + 11)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a row on its ground."""
        ground: Any = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        finding = index.data(FINDING)
        if finding is None:
            self._draw_group(painter, option.rect, index.data(KIND), str(index.data()), chosen=chosen)
        else:
            self._draw_finding(painter, option.rect, finding, chosen=chosen)
        if chosen:
            painter.fillRect(QRect(0, option.rect.top(), _BAR, option.rect.height()), theme.colour("accent"))
        painter.restore()

    def _draw_group(self, painter: QPainter, rect: QRect, kind: Kind, words: str, *, chosen: bool) -> None:
        shape, token = texts.SHAPES[SEVERITIES[kind]]
        spot = QRect(_PADDING, rect.center().y() - _SHAPE // 2 + 1, _SHAPE, _SHAPE)
        icon(shape, token).paint(painter, spot)
        font = fonts.ui_font(strong=True)
        room = QRect(_INDENT, rect.top(), rect.right() - _INDENT - 8, rect.height())
        _draw(painter, room, font, "ink", words, chosen=chosen)

    def _draw_finding(self, painter: QPainter, rect: QRect, finding: Finding, *, chosen: bool) -> None:
        large, small = fonts.ui_font(strong=chosen), fonts.ui_font(fonts.SMALL_SIZE)
        first = QFontMetrics(large).height()
        room = QRect(_INDENT, rect.top() + 4, rect.right() - _INDENT - 8, first)
        _draw(painter, room, large, "ink", said_of(finding), chosen=chosen)
        room = QRect(_INDENT, room.bottom() + 2, room.width(), QFontMetrics(small).height())
        _draw(painter, room, small, "muted", self._where(finding), chosen=chosen)


def said_of(finding: Finding) -> str:
    """Give what stands there, and behind an arrow what might stand there instead."""
    words = finding.text if finding.text.strip() else texts.spaces(len(finding.text))
    return f"{words}  →  {texts.suggestion(finding.suggestion)}" if finding.suggestion is not None else words


def _draw(painter: QPainter, room: QRect, font: Any, token: str, words: str, *, chosen: bool) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(token, chosen=chosen))
    cut = QFontMetrics(font).elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
