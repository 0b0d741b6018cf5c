"""The grounds that things stand on, by the name of the widget: header, paper, card, banner …

They are painted rather than styled by sheet, so that in high contrast, without a sheet, cards still have their edges.
A QFrame takes part by its object name; another widget needs the attribute WA_StyledBackground too.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ikonzept_desktop.ui.kit.look import colour, is_high_contrast
from ikonzept_desktop.ui.kit.order import Order
from ikonzept_desktop.ui.kit.painting import draw_box
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Surface:
    """A ground, and its edge: a `box` around it, a line at its `top` or `bottom`, or none."""

    ground: str
    edge: str = "line"
    where: str = ""


_SURFACES: Mapping[str, Surface] = {
    "header": Surface("bg", where="bottom"),
    "statusBar": Surface("bg", where="top"),
    "toolbar": Surface("panel", where="bottom"),
    "paper": Surface("paper"),
    "card": Surface("paper", where="box"),
    "card red": Surface("red_tint", "red", "box"),
    "card amber": Surface("amber_tint", "amber", "box"),
    "card quiet": Surface("panel", where="box"),
    "hint": Surface("soft", "accent", "box"),
    "banner": Surface("soft", "accent", "bottom"),
    "banner red": Surface("red_tint", "red", "bottom"),
    "banner amber": Surface("amber_tint", "amber", "bottom"),
}


def ground_behind(widget: QWidget) -> QColor:
    """Give the colour of the named ground that a widget without one of its own stands on."""
    behind: QWidget | None = widget
    while behind is not None:
        surface = _SURFACES.get(behind.objectName())
        if surface is not None:
            return colour(surface.ground)
        behind = behind.parentWidget()
    return colour("panel")


def draw_surface(order: Order) -> bool:
    """Draw the ground of a named widget; its property `kind` chooses among several of a name."""
    name = order.widget.objectName() if order.widget is not None else ""
    surface = _SURFACES.get(f"{name} {order.said('kind')}") or _SURFACES.get(name)
    if surface is None:
        return False
    # Soft is the colour of what is chosen: in high contrast a message stands on the window's own ground.
    ground = colour("panel" if is_high_contrast() and surface.ground == "soft" else surface.ground)
    rect, edge = order.rect, colour(surface.edge)
    if surface.where == "box":
        draw_box(order.painter, order.box, ground, edge)
        return True
    order.painter.fillRect(rect, ground)
    if surface.where:
        line = rect.top() if surface.where == "top" else rect.bottom()
        order.painter.fillRect(QRect(rect.left(), line, rect.width(), 1), edge)
    return True
