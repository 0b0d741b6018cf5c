"""Fusion, painted in the design's colours: edges and rings that are seen, ticks in the accent, calm bars."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QDialog, QProxyStyle, QStyle, QToolButton, QWidget

from ikonzept_desktop.ui.kit import paint_bars as bars
from ikonzept_desktop.ui.kit import paint_buttons as buttons
from ikonzept_desktop.ui.kit import paint_fields as fields
from ikonzept_desktop.ui.kit import paint_views as views
from ikonzept_desktop.ui.kit.fonts import extra_width
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.look import colour, is_high_contrast
from ikonzept_desktop.ui.kit.order import Order
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.kit.surfaces import draw_surface

_Draw = Callable[[Order], bool]
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Contents = QStyle.ContentsType
_Metric = QStyle.PixelMetric

HEIGHT = 28
"""px: the least height of a control"""
ROW = 25
"""px: the least height of a row in a list"""
FRAME = 2
"""px: room for the ring around a field that scrolls; its corners stay round outside the square inside"""

_METRICS: Mapping[QStyle.PixelMetric, int] = {
    _Metric.PM_SmallIconSize: 16,
    _Metric.PM_ButtonIconSize: 16,
    _Metric.PM_ToolBarIconSize: 16,
    _Metric.PM_TabBarIconSize: 16,
    _Metric.PM_IndicatorWidth: 16,
    _Metric.PM_IndicatorHeight: 16,
    _Metric.PM_ExclusiveIndicatorWidth: 16,
    _Metric.PM_ExclusiveIndicatorHeight: 16,
    _Metric.PM_CheckBoxLabelSpacing: 8,
    _Metric.PM_RadioButtonLabelSpacing: 8,
    _Metric.PM_ScrollBarExtent: 12,
    _Metric.PM_ScrollBarSliderMin: bars.SHORTEST_HANDLE,
    _Metric.PM_SliderThickness: 20,
    _Metric.PM_SliderControlThickness: 14,
    _Metric.PM_SliderLength: 10,
    _Metric.PM_SplitterWidth: 1,
    _Metric.PM_TabBarTabHSpace: 20,
    _Metric.PM_TabBarTabVSpace: 14,
    _Metric.PM_TabBarTabShiftVertical: 0,
    _Metric.PM_TabBarTabOverlap: 0,
    _Metric.PM_ToolBarFrameWidth: 0,
    _Metric.PM_ToolBarItemSpacing: 2,
    _Metric.PM_ToolBarItemMargin: 4,
    _Metric.PM_MenuBarVMargin: 2,
    _Metric.PM_FocusFrameHMargin: 5,
}
_STANDARD_ICONS: Mapping[QStyle.StandardPixmap, tuple[str, str]] = {
    QStyle.StandardPixmap.SP_MessageBoxInformation: ("info", "accent"),
    QStyle.StandardPixmap.SP_MessageBoxQuestion: ("circle-help", "accent"),
    QStyle.StandardPixmap.SP_MessageBoxWarning: ("triangle-alert", "amber"),
    QStyle.StandardPixmap.SP_MessageBoxCritical: ("circle-alert", "red"),
    QStyle.StandardPixmap.SP_LineEditClearButton: ("x", "muted"),
    QStyle.StandardPixmap.SP_ToolBarHorizontalExtensionButton: ("chevrons-right", ""),
}
WINDOW_MARGIN = 16
"""px between the edge of a dialog and what stands in it"""
_MARGINS = {
    _Metric.PM_LayoutLeftMargin,
    _Metric.PM_LayoutTopMargin,
    _Metric.PM_LayoutRightMargin,
    _Metric.PM_LayoutBottomMargin,
}
_FULL_HEIGHT = {_Contents.CT_LineEdit, _Contents.CT_ComboBox, _Contents.CT_SpinBox, _Contents.CT_PushButton}


class KitStyle(QProxyStyle):
    """Draws what the design draws, and leaves the rest to Fusion."""

    def __init__(self) -> None:
        """Stand on Fusion, whatever the system's own style is."""
        super().__init__("Fusion")

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: Any, painter: QPainter, widget: Any = None
    ) -> None:
        """Draw a part of a control."""
        draw = _PRIMITIVES.get(element)
        if draw is None or not draw(Order(self, option, painter, widget)):
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(self, element: QStyle.ControlElement, option: Any, painter: QPainter, widget: Any = None) -> None:
        """Draw a control or its label."""
        if element in _INKED:
            option = _INKED[element](Order(self, option, painter, widget))
        draw = _CONTROLS.get(element)
        if draw is None or not draw(Order(self, option, painter, widget)):
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: Any, painter: QPainter, widget: Any = None
    ) -> None:
        """Draw a control of several parts."""
        order = Order(self, option, painter, widget)
        draw = _COMPLEX.get(control)
        if control is _Complex.CC_ToolButton:
            super().drawComplexControl(control, buttons.tool_button(order), painter, widget)
        elif draw is None or not draw(order):
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self, control: QStyle.ComplexControl, option: Any, part: QStyle.SubControl, widget: Any = None
    ) -> QRect:
        """Lay out the parts of combo boxes, number fields and scroll bars."""
        if control is _Complex.CC_ScrollBar:
            return bars.scroll_rect(option, part)
        rect = super().subControlRect(control, option, part, widget)
        match control:
            case _Complex.CC_ComboBox if option.frame:
                return fields.combo_rect(option, part, rect, widget)
            case _Complex.CC_SpinBox if option.frame:
                return fields.spin_rect(option, part, rect)
            case _:
                return rect

    def subElementRect(self, element: QStyle.SubElement, option: Any, widget: Any = None) -> QRect:
        """Give the text of a line edit its air."""
        rect = super().subElementRect(element, option, widget)
        return fields.text_rect(option, rect, widget) if element is QStyle.SubElement.SE_LineEditContents else rect

    def sizeFromContents(self, kind: QStyle.ContentsType, option: Any, size: QSize, widget: Any = None) -> QSize:
        """Give controls the design's height, and what is set in a heavier weight room for it."""
        result = super().sizeFromContents(kind, option, size, widget)
        if kind in _FULL_HEIGHT and getattr(option, "frame", True) and getattr(option, "lineWidth", 1):
            result = result.expandedTo(QSize(0, HEIGHT))
        if kind is _Contents.CT_ItemViewItem:
            result = result.expandedTo(QSize(0, ROW))
        if kind is _Contents.CT_PushButton or kind is _Contents.CT_ToolButton:
            result += QSize(buttons.more_width(option), 0)
        if widget is not None and _grows_heavier(kind, option, widget):
            result += QSize(extra_width(option.text, widget.font()), 0)
        return result

    def standardIcon(self, which: QStyle.StandardPixmap, option: Any = None, widget: Any = None) -> QIcon:
        """Give messages, the cross in a field and the end of a narrow tool bar icons of the kit."""
        ours = _STANDARD_ICONS.get(which)
        return icon(*ours) if ours else super().standardIcon(which, option, widget)

    def pixelMetric(self, metric: QStyle.PixelMetric, option: Any = None, widget: Any = None) -> int:
        """Give the design's measures. px"""
        if metric is _Metric.PM_DefaultFrameWidth and _is_field(widget):
            return FRAME
        if metric in _MARGINS and isinstance(widget, QDialog):
            return WINDOW_MARGIN
        found = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if found is None else found


def _draw_focus(order: Order) -> bool:
    whole = isinstance(order.widget, QToolButton)
    # On a chosen row the accent of high contrast is the ground itself; views tell the ground, not themselves.
    on_chosen = is_high_contrast() and getattr(order.option, "backgroundColor", None) == colour("soft")
    draw_ring(order.painter, QRectF(order.widget.rect()) if whole else order.box, "on_soft" if on_chosen else "accent")
    return True


def _draw_frame(order: Order) -> bool:
    """Draw the edge of a scrolling field; lists, trees and tables that are none stand without one."""
    if _is_field(order.widget):
        return fields.draw_edge(order)
    return isinstance(order.widget, QAbstractItemView)


def _grows_heavier(kind: QStyle.ContentsType, option: Any, widget: QWidget) -> bool:
    """Tell whether a control's words are, or will be, in a heavier weight than the one Qt measures."""
    match kind:
        case _Contents.CT_TabBarTab:
            return True
        case _Contents.CT_PushButton:
            return buttons.is_primary(option, widget)
        case _Contents.CT_ToolButton:
            return bool(widget.property("segment"))
        case _:
            return False


def _draw_shaped_frame(order: Order) -> bool:
    """Draw a QFrame that is a named ground or a line."""
    return draw_surface(order) or bars.draw_line(order)


def _is_field(widget: Any) -> bool:
    return isinstance(widget, QAbstractScrollArea) and widget.property("role") == "field"


_PRIMITIVES: Mapping[QStyle.PrimitiveElement, _Draw] = {
    _Primitive.PE_FrameFocusRect: _draw_focus,
    _Primitive.PE_Frame: _draw_frame,
    _Primitive.PE_Widget: draw_surface,
    _Primitive.PE_IndicatorCheckBox: buttons.draw_check_box,
    _Primitive.PE_IndicatorItemViewItemCheck: buttons.draw_check_box,
    _Primitive.PE_IndicatorRadioButton: buttons.draw_radio,
    _Primitive.PE_PanelButtonCommand: buttons.draw_push_button,
    _Primitive.PE_FrameDefaultButton: views.draw_nothing,
    _Primitive.PE_PanelButtonTool: buttons.draw_tool_button,
    _Primitive.PE_PanelLineEdit: fields.draw_line_edit,
    _Primitive.PE_FrameLineEdit: fields.draw_line_edit,
    _Primitive.PE_PanelScrollAreaCorner: bars.draw_corner,
    _Primitive.PE_FrameTabBarBase: bars.draw_tab_base,
    _Primitive.PE_IndicatorToolBarSeparator: bars.draw_tool_separator,
    _Primitive.PE_PanelItemViewItem: views.draw_item,
    _Primitive.PE_PanelItemViewRow: views.draw_row,
    _Primitive.PE_IndicatorBranch: views.draw_branch,
    _Primitive.PE_PanelMenuBar: views.draw_nothing,
    _Primitive.PE_IndicatorArrowDown: partial(views.draw_arrow, "down"),
    _Primitive.PE_IndicatorArrowUp: partial(views.draw_arrow, "up"),
    _Primitive.PE_IndicatorArrowLeft: partial(views.draw_arrow, "left"),
    _Primitive.PE_IndicatorArrowRight: partial(views.draw_arrow, "right"),
}
_CONTROLS: Mapping[QStyle.ControlElement, _Draw] = {
    _Control.CE_PushButtonBevel: buttons.draw_flat_button,
    _Control.CE_TabBarTabShape: bars.draw_tab,
    _Control.CE_ToolButtonLabel: buttons.draw_segment_label,
    _Control.CE_ProgressBar: bars.draw_progress,
    _Control.CE_ProgressBarGroove: bars.draw_progress,
    _Control.CE_ProgressBarContents: views.draw_nothing,
    _Control.CE_Splitter: bars.draw_splitter,
    _Control.CE_ShapedFrame: _draw_shaped_frame,
    _Control.CE_ToolBar: bars.draw_tool_bar,
    _Control.CE_HeaderSection: views.draw_header,
    _Control.CE_HeaderEmptyArea: views.draw_header,
    _Control.CE_MenuBarItem: views.draw_menu_title,
    _Control.CE_MenuBarEmptyArea: views.draw_nothing,
}
_COMPLEX: Mapping[QStyle.ComplexControl, _Draw] = {
    _Complex.CC_ComboBox: fields.draw_combo,
    _Complex.CC_SpinBox: fields.draw_spin,
    _Complex.CC_ScrollBar: bars.draw_scroll_bar,
    _Complex.CC_Slider: bars.draw_slider,
}
_INKED: Mapping[QStyle.ControlElement, Callable[[Order], Any]] = {
    _Control.CE_PushButtonLabel: buttons.push_button_label,
    _Control.CE_TabBarTabLabel: bars.tab_label,
}
