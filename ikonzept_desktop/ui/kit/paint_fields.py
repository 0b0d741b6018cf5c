"""How fields look that are typed in or chosen from: a box with an edge that is seen, of 2 px with the keyboard."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QStyle

from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.order import Order
from ikonzept_desktop.ui.kit.painting import RING, draw_box, draw_chevron, draw_triangle

_State = QStyle.StateFlag
_Complex = QStyle.ComplexControl
_Part = QStyle.SubControl
_Step = QAbstractSpinBox.StepEnabledFlag


def draw_edge(order: Order) -> bool:
    """Draw the box of a field: red where its value is `wrong`, amber where one is `missing`."""
    ground = colour("paper" if order.enabled else "hover")
    width = RING if order.enabled and order.has(_State.State_HasFocus) else 1.0
    draw_box(order.painter, order.box, ground, _edge(order), width)
    return True


def draw_line_edit(order: Order) -> bool:
    """Draw a line edit; the one inside a number, date or combo field stands in a box already."""
    if order.widget is not None and isinstance(order.widget.parent(), QAbstractSpinBox | QComboBox):
        return True
    return order.option.lineWidth > 0 and draw_edge(order)


def draw_combo(order: Order) -> bool:
    """Draw a combo box, or a date field that opens a calendar."""
    if not order.option.frame:
        return False
    draw_edge(order)
    arrow = order.part(_Complex.CC_ComboBox, _Part.SC_ComboBoxArrow)
    draw_chevron(order.painter, arrow, "down", colour("ink" if order.enabled else "muted"))
    return True


def draw_spin(order: Order) -> bool:
    """Draw a number field with its two steps."""
    option = order.option
    if not option.frame:
        return False
    draw_edge(order)
    if option.buttonSymbols == QAbstractSpinBox.ButtonSymbols.NoButtons:
        return True
    for part, step in ((_Part.SC_SpinBoxUp, _Step.StepUpEnabled), (_Part.SC_SpinBoxDown, _Step.StepDownEnabled)):
        up = part is _Part.SC_SpinBoxUp
        place = order.part(_Complex.CC_SpinBox, part).translated(0, 1 if up else -1)
        possible = order.enabled and bool(option.stepEnabled & step)
        draw_triangle(order.painter, place, colour("muted" if possible else "line"), up=up)
    return True


def text_rect(option: Any, rect: QRect, widget: Any) -> QRect:
    """Give the text of a line edit 8 px of air at both sides (2 of them are Qt's own); an icon brings its own."""
    if option.lineWidth <= 0:
        return rect
    left, right = (0 if widget is not None and widget.property(name) else 6 for name in ("iconLeft", "iconRight"))
    whole: QRect = option.rect
    return whole.adjusted(left, 1, -right, -1)


def combo_rect(option: Any, part: QStyle.SubControl, rect: QRect, widget: Any) -> QRect:
    """Give a combo box's text the same air, and its arrow a place at the right."""
    whole = option.rect
    match part:
        case _Part.SC_ComboBoxEditField:
            # Qt's label adds nothing at the left, the line edit inside an editable one adds 2.
            inset = 7 if option.editable or isinstance(widget, QAbstractSpinBox) else 9
            return QRect(whole.left() + inset, whole.top() + 1, whole.width() - inset - 24, whole.height() - 2)
        case _Part.SC_ComboBoxArrow:
            return QRect(whole.right() - 24, whole.top(), 20, whole.height())
        case _:
            return rect


def spin_rect(option: Any, part: QStyle.SubControl, rect: QRect) -> QRect:
    """Give a number field's text the same air, and its steps a little at the right."""
    whole = option.rect
    match part:
        case _Part.SC_SpinBoxEditField:
            return QRect(whole.left() + 7, rect.top(), rect.right() - whole.left() - 10, rect.height())
        case _Part.SC_SpinBoxUp | _Part.SC_SpinBoxDown:
            return rect.translated(-4, 0)
        case _:
            return rect


def _edge(order: Order) -> QColor:
    if order.said("wrong"):
        return colour("red")
    if order.enabled and order.has(_State.State_HasFocus):
        return colour("accent")
    if order.said("missing"):
        return colour("amber")
    return colour("border" if order.enabled else "line")
