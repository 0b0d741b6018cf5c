"""How lists, trees, tables and menu bars look."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTreeView

from ikonzept_desktop.ui.kit.look import colour, is_high_contrast
from ikonzept_desktop.ui.kit.order import Order
from ikonzept_desktop.ui.kit.painting import draw_box, draw_chevron

_State = QStyle.StateFlag
_Position = QStyleOptionViewItem.ViewItemPosition
_AT_THE_LEFT = {_Position.Beginning, _Position.OnlyOne, _Position.Invalid}
BAR = 3
"""px: the accent bar at the left of what is chosen"""


def draw_item(order: Order) -> bool:
    """Draw the ground of a cell: soft with a bar where chosen, paler where another window is in front."""
    option = order.option
    if option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        order.painter.fillRect(order.rect, option.backgroundBrush)
    if order.has(_State.State_Selected):
        # In a tree the bar stands before the arrows, where draw_row puts it.
        indented = isinstance(order.widget, QTreeView) and order.rect.left() > 0
        _draw_chosen(order, bar=option.viewItemPosition in _AT_THE_LEFT and not indented)
    elif order.enabled and order.has(_State.State_MouseOver):
        order.painter.fillRect(order.rect, colour("hover"))
    return True


def draw_row(order: Order) -> bool:
    """Draw the ground before a tree's first cell, and that of every second row where a view asks for it."""
    if order.has(_State.State_Selected):
        _draw_chosen(order, bar=order.rect.left() <= 0)
    elif order.enabled and order.has(_State.State_MouseOver):
        order.painter.fillRect(order.rect, colour("hover"))
    elif order.option.features & QStyleOptionViewItem.ViewItemFeature.Alternate:
        order.painter.fillRect(order.rect, order.option.palette.alternateBase())
    return True


def draw_branch(order: Order) -> bool:
    """Draw the arrow before a line that has lines below it."""
    if order.has(_State.State_Children):
        chosen = order.has(_State.State_Selected) and is_high_contrast()
        direction = "down" if order.has(_State.State_Open) else "right"
        draw_chevron(order.painter, order.box, direction, colour("on_soft" if chosen else "muted"))
    return True


def draw_arrow(direction: str, order: Order) -> bool:
    """Draw the arrow of a menu below a menu, of a sorted column or of tabs that have no room."""
    draw_chevron(order.painter, order.box, direction, colour("ink" if order.enabled else "line"))
    return True


def draw_header(order: Order) -> bool:
    """Draw the head of a column or row: flat, on a line."""
    rect = order.rect
    order.painter.fillRect(rect, colour("panel"))
    # The room beside the last head comes as a bare option; the corner of a table is no header.
    if not isinstance(order.widget, QHeaderView) or order.widget.orientation() is Qt.Orientation.Horizontal:
        order.painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("border"))
    else:
        order.painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colour("line"))
    return True


def draw_menu_title(order: Order) -> bool:
    """Draw a title in the menu bar."""
    option, pointed = order.option, order.has(_State.State_Selected)
    if pointed:
        draw_box(order.painter, order.box.adjusted(0, 2, 0, -2), colour("soft"), None)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
    if not order.style.styleHint(QStyle.StyleHint.SH_UnderlineShortcut, option, order.widget):
        flags |= Qt.TextFlag.TextHideMnemonic
    palette, role = QPalette(option.palette), QPalette.ColorRole.ButtonText
    palette.setColor(role, colour("on_soft" if pointed else "ink"))
    order.style.drawItemText(order.painter, order.rect, int(flags), palette, order.enabled, option.text, role)
    return True


def draw_nothing(_order: Order) -> bool:
    """Leave a ground as it is."""
    return True


def _draw_chosen(order: Order, *, bar: bool) -> None:
    rect = order.rect
    # Qt calls a list inactive as soon as it has not the keyboard; paler is for another window in front.
    in_front = order.widget is None or order.widget.isActiveWindow() or is_high_contrast()
    order.painter.fillRect(rect, colour("soft" if in_front else "hover"))
    if bar:
        order.painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), colour("accent"))
