"""What Qt asks a style to draw, in one value."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle

from ikonzept_desktop.values import dataclass

_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class Order:
    """A part of a control to draw: whoever draws it answers whether it was done, else Fusion does it."""

    style: QProxyStyle
    option: Any
    """The QStyleOption that Qt's documentation names for the part."""
    painter: QPainter
    widget: Any
    """A QWidget, or None."""

    @property
    def rect(self) -> QRect:
        """Where to draw. px"""
        rect: QRect = self.option.rect
        return rect

    @property
    def box(self) -> QRectF:
        """Where to draw, in fractions. px"""
        return QRectF(self.rect)

    @property
    def enabled(self) -> bool:
        """Whether the control can be used."""
        return self.has(_State.State_Enabled)

    @property
    def across(self) -> bool:
        """Whether the control lies, rather than stands."""
        return bool(self.option.orientation == Qt.Orientation.Horizontal)

    def has(self, state: QStyle.StateFlag) -> bool:
        """Tell whether the control is in a state."""
        return bool(self.option.state & state)

    def said(self, name: str) -> str:
        """Give what a property of the widget says; nothing where it says nothing."""
        return str(self.widget.property(name) or "") if self.widget is not None else ""

    def part(self, control: QStyle.ComplexControl, part: QStyle.SubControl) -> QRectF:
        """Give the place of a part of the control."""
        return QRectF(self.style.subControlRect(control, self.option, part, self.widget))
