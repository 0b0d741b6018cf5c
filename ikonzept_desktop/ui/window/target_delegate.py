"""How a line of the list of targets is drawn: shape, number and title, and quietly what it is or where it stands."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ikonzept_desktop.publication.target_search import Shape, Target
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.window import reference_texts as texts

TARGET = int(Qt.ItemDataRole.UserRole) + 1
"""The role of a line's Target."""
ROW = 30
_PAD = 10
_ICON = 16
_LEAST_ASIDE = 90
ICONS = {
    Shape.SECTION: "file-text",
    Shape.ANNEX: "bookmark",
    Shape.TABLE: "table",
    Shape.FIGURE: "image",
    Shape.RECORD: "layout-list",
}


class TargetDelegate(QStyledItemDelegate):
    """Draws a target in one line."""

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows of 30 px."""
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw shape, name and what stands aside."""
        whole: Any = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        style = whole.widget.style() if whole.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        target: Target = index.data(TARGET)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        spot = QRect(rect.left(), rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        icon(ICONS[target.shape], "muted").paint(painter, spot)
        self._paint_words(painter, rect.adjusted(_ICON + 8, 0, 0, 0), target, chosen=chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, target: Target, *, chosen: bool) -> None:
        strong, small = fonts.ui_font(strong=chosen), fonts.ui_font(fonts.SMALL_SIZE)
        aside = aside_of(target)
        wanted = QFontMetrics(strong).horizontalAdvance(target.name)
        beside = QFontMetrics(small).horizontalAdvance(aside) + 2
        room = max(min(beside, rect.width() - wanted - _PAD), min(beside, _LEAST_ASIDE)) if aside else 0
        name = rect.adjusted(0, 0, -(room + _PAD if room else 0), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(fonts.tabular(strong))
        painter.setPen(theme.colour("ink", chosen=chosen))
        words = painter.fontMetrics().elidedText(target.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, int(middle | Qt.AlignmentFlag.AlignLeft), words)
        painter.setFont(small)
        painter.setPen(theme.colour("muted", chosen=chosen))
        quiet = QRect(rect.right() - room, rect.top(), room, rect.height())
        painter.drawText(
            quiet,
            int(middle | Qt.AlignmentFlag.AlignRight),
            painter.fontMetrics().elidedText(aside, Qt.TextElideMode.ElideRight, room),
        )


def aside_of(target: Target) -> str:
    """Give what stands aside: what a section is; of other things what they are and where."""
    noun = target.label.noun or texts.SHAPES[target.shape]
    if target.shape in {Shape.TABLE, Shape.FIGURE} or noun == target.name:
        noun = ""  # the number or the title says so already
    printed = "" if target.label.printed else texts.NOT_PRINTED
    return " · ".join(filter(None, (noun, target.place, printed)))
