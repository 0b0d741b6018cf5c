"""How buttons look: push buttons, tool buttons, segments, boxes with a tick and round ones."""

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainterPath, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionToolButton, QToolButton

from ikonzept_desktop.ui.kit.fonts import emphasised
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.order import Order
from ikonzept_desktop.ui.kit.painting import RADIUS, draw_box, draw_dash, draw_ring, draw_tick, smooth, square_in

AIR = 4
"""px on either side of the words of a push button, besides what Fusion leaves there"""
_APART = "\N{FOUR-PER-EM SPACE}"
"""Stands between an icon and the words after it, where Qt leaves hardly a gap."""
_State = QStyle.StateFlag
_TEXT_ROLES = (QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText, QPalette.ColorRole.Text)


def draw_push_button(order: Order) -> bool:
    """Draw the body of a push button, filled when it is the one the view is about, or the ground of a ticked icon."""
    if not isinstance(order.option, QStyleOptionButton):
        draw_box(order.painter, order.box, colour("soft"), colour("border"))  # in a menu, where the tick would stand
        return True
    if not order.enabled:
        if not is_flat(order.option):
            draw_box(order.painter, order.box, colour("hover"), colour("line"))
        return True
    focused = order.has(_State.State_HasFocus)
    if is_flat(order.option):
        if order.has(_State.State_MouseOver):
            draw_box(order.painter, order.box, colour("hover"), None)
    elif is_primary(order.option, order.widget):
        # A gap between the ring and a body of the same colour keeps the ring in sight.
        gap = 3 if focused else 0
        draw_box(order.painter, order.box.adjusted(gap, gap, -gap, -gap), _accent(order), None)
    else:
        draw_box(order.painter, order.box, _ground(order), colour("border"))
    if focused:
        draw_ring(order.painter, order.box)
    return True


def draw_flat_button(order: Order) -> bool:
    """Draw the body of a flat push button, which Qt leaves out: a ground under the mouse, a ring with the keyboard."""
    return is_flat(order.option) and draw_push_button(order)


def push_button_label(order: Order) -> QStyleOptionButton:
    """Give the option with the ink that stands on the accent, and the painter the weight, of a primary button."""
    option = QStyleOptionButton(order.option)
    _set_apart(option)
    if is_primary(option, order.widget):
        order.painter.setFont(emphasised(order.painter.font()))
        if order.enabled:
            _set_ink(option, "on_accent")
    elif order.enabled and is_flat(option):
        _set_ink(option, "link")
    return option


def more_width(option: Any) -> int:
    """Give the px a button needs besides what Qt reckons: for the gap after its icon, and around its words."""
    gap = option.fontMetrics.horizontalAdvance(_APART) if _apart(option) != option.text else 0
    worded = bool(option.text)
    around = worded and isinstance(option, QStyleOptionButton) and not is_flat(option)
    return int(gap) + (2 * AIR if around else 0)


def _set_apart(option: Any) -> None:
    option.text = _apart(option)


def _apart(option: Any) -> str:
    """Give the words of a button, a gap away from the icon before them."""
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    spaced = isinstance(option, QStyleOptionButton) or option.toolButtonStyle == beside
    return f"{_APART}{option.text}" if spaced and option.text and not option.icon.isNull() else str(option.text)


def is_primary(option: Any, widget: Any) -> bool:
    """Tell whether a push button is the one the view is about: said so, or the default of a dialog."""
    said = widget is not None and bool(widget.property("primary"))
    default = bool(option.features & QStyleOptionButton.ButtonFeature.DefaultButton)
    return (said or default) and not is_flat(option)


def is_flat(option: Any) -> bool:
    """Tell whether a push button is to look like a link until it is pointed at."""
    return bool(option.features & QStyleOptionButton.ButtonFeature.Flat)


def draw_tool_button(order: Order) -> bool:
    """Draw the body of a tool button: flat until it is pointed at, pressed or on."""
    part = order.said("segment")
    if part:
        _draw_segment(order, part)
    elif not order.enabled:
        pass
    elif order.has(_State.State_On):
        draw_box(order.painter, order.box, colour("soft"), colour("accent"))
    elif order.has(_State.State_Sunken):
        draw_box(order.painter, order.box, colour("selection"), None)
    elif order.has(_State.State_MouseOver):
        draw_box(order.painter, order.box, colour("hover"), None)
    return True


def tool_button(order: Order) -> QStyleOptionToolButton:
    """Give the option without the little arrow of a menu, which the icon says, and with the ink of what is on."""
    option: Any = QStyleOptionToolButton(order.option)
    button = order.widget
    if isinstance(button, QToolButton) and button.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup:
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
    _set_apart(option)
    if order.enabled and order.has(_State.State_On):
        _set_ink(option, "on_accent" if order.said("segment") else "on_soft")
    return QStyleOptionToolButton(option)


def draw_segment_label(order: Order) -> bool:
    """Draw a segment's icon and words in its middle; other tool buttons' are Qt's to draw."""
    option = order.option
    if not order.said("segment"):
        return False
    chosen = order.has(_State.State_On)
    painter, ink = order.painter, "muted" if not order.enabled else "on_accent" if chosen else "ink"
    painter.setFont(emphasised(option.font) if chosen else option.font)
    size = 0 if option.icon.isNull() else option.iconSize.width()
    gap = 6 if size else 0
    width = size + gap + painter.fontMetrics().horizontalAdvance(option.text)
    left = order.rect.center().x() - width // 2
    if size:
        spot = QRect(left, order.rect.center().y() - size // 2, size, size)
        mode = QIcon.Mode.Normal if order.enabled else QIcon.Mode.Disabled
        state = QIcon.State.On if chosen else QIcon.State.Off
        option.icon.paint(painter, spot, Qt.AlignmentFlag.AlignCenter, mode, state)
    painter.setPen(colour(ink))
    words = order.rect.adjusted(left - order.rect.left() + size + gap, 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic), option.text)
    return True


def draw_check_box(order: Order) -> bool:
    """Draw the box with its tick, or its dash where only some of it holds."""
    partly, ticked = order.has(_State.State_NoChange), order.has(_State.State_On)
    box = square_in(order.box)
    if partly or ticked:
        draw_box(order.painter, box, colour("accent" if order.enabled else "muted"), None)
        ink = colour("on_accent" if order.enabled else "panel")
        (draw_dash if partly else draw_tick)(order.painter, box, ink, 2.0)
    else:
        draw_box(order.painter, box, _field(order), colour("border" if order.enabled else "line"))
    return True


def draw_radio(order: Order) -> bool:
    """Draw the round box of a choice, filled where it is the one."""
    chosen = order.has(_State.State_On)
    edge = colour(("accent" if chosen else "border") if order.enabled else "muted")
    disc = square_in(order.box).adjusted(0.5, 0.5, -0.5, -0.5)
    with smooth(order.painter, edge, _field(order)):
        order.painter.drawEllipse(disc)
        if chosen:
            order.painter.setBrush(edge)
            order.painter.drawEllipse(disc.adjusted(4, 4, -4, -4))
    return True


def _draw_segment(order: Order, part: str) -> None:
    chosen = order.has(_State.State_On)
    fill = (_accent(order) if order.enabled else colour("muted")) if chosen else _ground(order)
    edge = fill if chosen else colour("border" if order.enabled else "line")
    # The edge between two segments belongs to the left one.
    left = -0.5 if part in {"middle", "last"} else 0.5
    with smooth(order.painter, edge, fill):
        order.painter.drawPath(_segment_shape(order.box.adjusted(left, 0.5, -0.5, -0.5), part))


def _segment_shape(rect: QRectF, part: str) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, RADIUS, RADIUS)
    half = rect.width() / 2
    if part in {"middle", "last"}:
        path.addRect(QRectF(rect.topLeft(), QPointF(rect.left() + half, rect.bottom())))
    if part in {"middle", "first"}:
        path.addRect(QRectF(QPointF(rect.right() - half, rect.top()), rect.bottomRight()))
    return path.simplified()


def _ground(order: Order) -> QColor:
    if not order.enabled:
        return colour("hover")
    if order.has(_State.State_Sunken):
        return colour("selection")
    return colour("hover" if order.has(_State.State_MouseOver) else "paper")


def _accent(order: Order) -> QColor:
    fill = colour("accent")
    if order.has(_State.State_Sunken):
        return fill.darker(125)
    return fill.darker(112) if order.has(_State.State_MouseOver) else fill


def _field(order: Order) -> QColor:
    return colour("paper" if order.enabled else "hover")


def _set_ink(option: Any, token: str) -> None:
    palette = QPalette(option.palette)
    for role in _TEXT_ROLES:
        palette.setColor(role, colour(token))
    option.palette = palette
