"""How tabs, scroll bars, sliders, progress and the lines between panes look."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QStyleOptionTab

from ikonzept_desktop.ui.kit.fonts import emphasised
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.order import Order
from ikonzept_desktop.ui.kit.painting import draw_pill, draw_ring, smooth
from ikonzept_desktop.ui.kit.surfaces import ground_behind

_State = QStyle.StateFlag
_Complex = QStyle.ComplexControl
_Part = QStyle.SubControl
SHORTEST_HANDLE = 32
"""px"""


def draw_tab(order: Order) -> bool:
    """Draw a tab: a line of 2 px in the accent under the chosen one, a ring where the keyboard is."""
    line = QRect(order.rect.left(), order.rect.bottom() - 1, order.rect.width(), 2)
    if order.has(_State.State_Selected):
        order.painter.fillRect(line, colour("accent"))
    elif order.enabled and order.has(_State.State_MouseOver):
        order.painter.fillRect(line, colour("border"))
    if order.has(_State.State_HasFocus):
        draw_ring(order.painter, order.box.adjusted(1, 2, -1, -4))
    return True


def tab_label(order: Order) -> QStyleOptionTab:
    """Give the option with the ink of a chosen or another tab, and the painter its weight."""
    option: Any = QStyleOptionTab(order.option)
    chosen = order.has(_State.State_Selected)
    palette = QPalette(option.palette)
    ink = ("link" if order.said("emphasis") == "accent" else "ink") if chosen else "muted"
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(role, colour(ink))
    option.palette = palette
    option.state &= ~_State.State_HasFocus
    if chosen:
        order.painter.setFont(emphasised(order.painter.font()))
    return QStyleOptionTab(option)


def draw_tab_base(order: Order) -> bool:
    """Draw the line that the tabs stand on."""
    order.painter.fillRect(QRect(order.rect.left(), order.rect.bottom(), order.rect.width(), 1), colour("line"))
    return True


def draw_scroll_bar(order: Order) -> bool:
    """Draw a scroll bar as a rounded handle alone, on the ground of what it scrolls."""
    order.painter.fillRect(order.rect, _ground(order.widget))
    handle = order.part(_Complex.CC_ScrollBar, _Part.SC_ScrollBarSlider)
    if order.option.minimum == order.option.maximum or handle.isEmpty():
        return True
    held = order.has(_State.State_MouseOver | _State.State_Sunken)
    air = 2.0 if held else 3.0
    pill = handle.adjusted(1, air, -1, -air) if order.across else handle.adjusted(air, 1, -air, -1)
    draw_pill(order.painter, pill, colour("muted" if held else "border"))
    return True


def draw_corner(order: Order) -> bool:
    """Draw the place where two scroll bars meet."""
    order.painter.fillRect(order.rect, _ground(order.widget))
    return True


def scroll_rect(option: Any, part: QStyle.SubControl) -> QRect:
    """Lay out a scroll bar that has no buttons at its ends."""
    whole: QRect = option.rect
    across = option.orientation == Qt.Orientation.Horizontal
    room = whole.width() if across else whole.height()
    length = _handle_length(option, room)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, room - length, option.upsideDown
    )
    begin, end = {
        _Part.SC_ScrollBarGroove: (0, room),
        _Part.SC_ScrollBarSlider: (start, start + length),
        _Part.SC_ScrollBarSubPage: (0, start),
        _Part.SC_ScrollBarAddPage: (start + length, room),
    }.get(part, (0, 0))
    if end <= begin:
        return QRect()
    left, top = (whole.left() + begin, whole.top()) if across else (whole.left(), whole.top() + begin)
    width, height = (end - begin, whole.height()) if across else (whole.width(), end - begin)
    return QStyle.visualRect(option.direction, whole, QRect(left, top, width, height))


def draw_slider(order: Order) -> bool:
    """Draw a slider: a line and a handle."""
    whole, middle = order.rect, order.rect.center()
    if order.across:
        line, knob = QRect(whole.left() + 2, middle.y(), whole.width() - 4, 1), QRectF(0, 0, 8, 14)
    else:
        line, knob = QRect(middle.x(), whole.top() + 2, 1, whole.height() - 4), QRectF(0, 0, 14, 8)
    knob.moveCenter(order.part(_Complex.CC_Slider, _Part.SC_SliderHandle).center())
    knob.moveTopLeft(knob.topLeft().toPoint().toPointF())
    order.painter.fillRect(line, colour("muted" if order.enabled else "line"))
    draw_pill(order.painter, knob, colour("accent" if order.enabled else "border"), 2)
    if order.has(_State.State_HasFocus):
        draw_ring(order.painter, order.box)
    return True


def draw_progress(order: Order) -> bool:
    """Draw a progress bar as a rounded groove filled from the left; amber when it says `over`."""
    whole = order.box.adjusted(0.5, 0.5, -0.5, -0.5)
    option, over = order.option, bool(order.said("over"))
    span = option.maximum - option.minimum
    done = (option.progress - option.minimum) / span if span > 0 else 0.0
    ink = colour("amber" if over else "accent")
    groove, filled = QPainterPath(), QPainterPath()
    groove.addRoundedRect(whole, min(whole.height() / 2, 3.0), min(whole.height() / 2, 3.0))
    filled.addRect(QRectF(whole.left(), whole.top(), whole.width() * min(max(done, 0.0), 1.0), whole.height()))
    with smooth(order.painter, ink if over else colour("border")):
        order.painter.fillPath(groove, colour("hover"))
        order.painter.fillPath(groove.intersected(filled), ink)
        order.painter.drawPath(groove)
    return True


def draw_splitter(order: Order) -> bool:
    """Draw the line between two panes."""
    order.painter.fillRect(order.rect, colour("line"))
    return True


def draw_line(order: Order) -> bool:
    """Draw a QFrame that is a line as the thin line between two things."""
    rect, middle = order.rect, order.rect.center()
    match order.option.frameShape:
        case QFrame.Shape.HLine:
            order.painter.fillRect(QRect(rect.left(), middle.y(), rect.width(), 1), colour("line"))
        case QFrame.Shape.VLine:
            order.painter.fillRect(QRect(middle.x(), rect.top(), 1, rect.height()), colour("line"))
        case _:
            return False
    return True


def draw_tool_bar(order: Order) -> bool:
    """Draw the line under a row of tools."""
    rect = order.rect
    order.painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
    return True


def draw_tool_separator(order: Order) -> bool:
    """Draw the line between two groups of tools."""
    rect, middle = order.rect, order.rect.center()
    if order.has(_State.State_Horizontal):
        order.painter.fillRect(QRect(middle.x(), middle.y() - 9, 1, 18), colour("line"))
    else:
        order.painter.fillRect(QRect(rect.left() + 4, middle.y(), rect.width() - 8, 1), colour("line"))
    return True


def _handle_length(option: Any, room: int) -> int:
    steps = option.maximum - option.minimum
    if steps <= 0:
        return room
    return min(max(int(option.pageStep * room / (steps + option.pageStep)), SHORTEST_HANDLE), room)


def _ground(widget: Any) -> QColor:
    area = widget
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parent()
    if area is None:
        return colour("panel")
    viewport = area.viewport()
    if viewport.autoFillBackground():
        return viewport.palette().color(viewport.backgroundRole())
    return ground_behind(area)
