"""How a heading and an entry are drawn in the list: shape, words, what it is, and who wants it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionFocusRect

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.badges import badge_width, draw_badge
from ikonzept_desktop.ui.window.returns.entries import Entry, Sort
from ikonzept_desktop.ui.window.returns.proposals_model import KIND_ROLE, ROW_ROLE, Heading
from ikonzept_desktop.ui.window.returns.shown_marks import colour_of

_SIDE, _SHAPE, _PAD, _MOST = 12, 16, 5, 3
"""px; and how many people's letters are drawn before the rest is a figure."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TOKENS = {Sort.CONFLICT: "red", Sort.FORM: "muted", Sort.WITHDRAWN: "muted"}


class ProposalsDelegate(QStyledItemDelegate):
    """Draws headings and entries; each of the two is always equally high."""

    def __init__(self, view: QListView) -> None:
        """Draw for a view."""
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for a line, or for two."""
        line = QFontMetrics(fonts.ui_font()).height()
        small = QFontMetrics(fonts.small_font()).height()
        heading = isinstance(index.data(ROW_ROLE), Heading)
        return QSize(option.rect.width(), line + 14 if heading else line + small + 2 * _PAD)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        painter.save()
        if isinstance(row, Heading):
            self._draw_heading(painter, option.rect, row, first=index.row() == 0)
        elif isinstance(row, Entry):
            self._draw_entry(painter, option, row, str(index.data(KIND_ROLE)))
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRect, heading: Heading, *, first: bool) -> None:
        if not first:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.colour("line"))
        box = rect.adjusted(_SIDE, 2, -_SIDE, 0)
        said = texts.open_count(heading.open)
        small = fonts.small_font()
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(box, _RIGHT, said)
        strong = fonts.small_font(strong=True)
        room = box.width() - QFontMetrics(small).horizontalAdvance(said) - 12
        painter.setFont(strong)
        words = QFontMetrics(strong).elidedText(heading.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, _LEFT, words)

    def _draw_entry(self, painter: QPainter, option: Any, entry: Entry, kind: str) -> None:
        style = self._view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        self._draw_shape(painter, box, entry, chosen=chosen)
        left = self._draw_people(painter, box, entry)
        words = QRect(box.left() + _SHAPE + 10, box.top(), left - box.left() - _SHAPE - 18, box.height())
        self._draw_words(painter, words, entry, kind, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring: Any = QStyleOptionFocusRect()
            ring.rect, ring.state = option.rect, option.state
            ring.backgroundColor = theme.colour("soft" if chosen else "panel")
            style.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, ring, painter, self._view)

    def _draw_shape(self, painter: QPainter, box: QRect, entry: Entry, *, chosen: bool) -> None:
        name, token = texts.SORTS[entry.sort][1], _TOKENS.get(entry.sort, "")
        if not token and entry.persons:
            token = colour_of(entry.persons[0])
        decision = entry.kept.decision if entry.kept is not None else None
        if decision is not None:
            _, name, token = texts.VERDICTS[decision.verdict]
        elif not entry.is_open:
            name, token = "circle-check", "green"
        line = QFontMetrics(fonts.ui_font()).height()
        spot = QRect(box.left(), box.top() + (line - _SHAPE) // 2, _SHAPE, _SHAPE)
        mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
        icon(name, token).paint(painter, spot, Qt.AlignmentFlag.AlignCenter, mode)

    def _draw_people(self, painter: QPainter, box: QRect, entry: Entry) -> int:
        """Draw the letters of who wants it from the right, and give where they begin."""
        middle = box.top() + QFontMetrics(fonts.ui_font()).height() // 2
        right = box.right() + 1
        people = entry.persons
        if len(people) > _MOST:
            more = f"+{len(people) - _MOST}"
            painter.setFont(fonts.count_font())
            painter.setPen(theme.colour("muted"))
            width = QFontMetrics(fonts.count_font()).horizontalAdvance(more)
            painter.drawText(QRect(right - width, middle - 9, width, 18), _RIGHT, more)
            right -= width + 3
        for person in reversed(people[:_MOST]):
            right -= badge_width(person)
            draw_badge(painter, right, middle, person)
            right -= 3
        return right

    def _draw_words(self, painter: QPainter, box: QRect, entry: Entry, kind: str, *, chosen: bool) -> None:
        font, small = fonts.ui_font(strong=chosen), fonts.small_font()
        line = QFontMetrics(font)
        ink = "on_soft" if chosen else "ink" if entry.is_open else "muted"
        painter.setFont(font)
        painter.setPen(theme.colour(ink, chosen=chosen))
        said = texts.shortened(entry.words)
        words = line.elidedText(f"„{said}“" if said else "", Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRect(box.left(), box.top(), box.width(), line.height()), _LEFT, words)
        painter.setFont(small)
        painter.setPen(theme.colour("muted", chosen=chosen))
        metrics = QFontMetrics(small)
        below = metrics.elidedText(kind, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRect(box.left(), box.top() + line.height(), box.width(), metrics.height()), _LEFT, below)
