"""How wide a figure stands on paper, and how finely its image is resolved there."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ikonzept_desktop.export.figure_sizes import PRINT_DPI, printed_width_mm, resolution, text_width_mm
from ikonzept_desktop.export.house_style import HouseStyle
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.labels import Elided, IconLabel, set_role
from ikonzept_desktop.ui.kit.quiet import QuietCombo, QuietNumber
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window.figures import texts

_LEAST_MM = 5.0
_AIR = 8
"""px that the number has beyond what it needs, so that no digit touches the arrows."""
_SAME = 0.005
"""Shares that differ less are shown as the same."""


class WidthField(QWidget):
    """A share of the text's width, or millimetres."""

    changed = Signal(float, float)
    """The share, and the width in mm or 0, when the user chooses another one."""

    def __init__(self, style: HouseStyle, parent: QWidget | None = None) -> None:
        """Show the whole width."""
        super().__init__(parent)
        self._share, self._mm = 1.0, 0.0
        self._room = text_width_mm(style)
        self.share = QuietCombo(self)
        self.share.setAccessibleName(texts.WIDTH)
        self.mm = QuietNumber(self)
        self.mm.setAccessibleName(texts.WIDTH_IN_MM)
        self.mm.setDecimals(1)
        self.mm.setSuffix(" mm")
        self.mm.setKeyboardTracking(False)
        self.mm.setRange(_LEAST_MM, self._room)
        self.mm.setMinimumWidth(self.mm.sizeHint().width() + _AIR)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.share, 1)
        row.addWidget(self.mm)
        self.show_width(1.0, 0.0)
        self.share.activated.connect(self._take_share)
        self.mm.valueChanged.connect(self._take_mm)

    def show_width(self, share: float, mm: float) -> None:
        """Show a width; mm counts where it is not 0."""
        self._share, self._mm = share, mm
        blocked = (QSignalBlocker(self.share), QSignalBlocker(self.mm))
        self.share.clear()
        known = {value: name for value, name in texts.SHARES.items() if abs(value - share) > _SAME}
        offered = {**known, share: self._name_of(share)}
        for value in sorted(offered, reverse=True):
            self.share.addItem(offered[value], value)
        self.share.addItem(texts.IN_MM, 0.0)
        self.share.setCurrentIndex(self.share.count() - 1 if mm else self.share.findData(share))
        self.mm.setValue(mm or min(share, 1.0) * self._room)
        self.mm.setEnabled(bool(mm) and self.isEnabled())
        del blocked

    def width_chosen(self) -> tuple[float, float]:
        """Give the share, and the width in mm or 0."""
        return self._share, self._mm

    def _name_of(self, share: float) -> str:
        return next((name for value, name in texts.SHARES.items() if abs(value - share) <= _SAME), texts.share(share))

    def _take_share(self, row: int) -> None:
        share = float(self.share.itemData(row))
        mm = 0.0 if share else round(self.mm.value(), 1)
        self._take(share or self._share, mm)
        if mm:
            self.mm.setFocus()

    def _take_mm(self, mm: float) -> None:
        self._take(self._share, round(mm, 1))

    def _take(self, share: float, mm: float) -> None:
        if (share, mm) != (self._share, self._mm):
            self.show_width(share, mm)
            self.changed.emit(share, mm)


class Fineness(QWidget):
    """Says how finely an image comes out in print; amber, with a shape, where that is too coarse."""

    def __init__(self, style: HouseStyle, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._style = style
        self._shape = IconLabel(parent=self)
        self.words = Elided(parent=self)
        self.words.setFont(fonts.small_font())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._shape)
        row.addWidget(self.words, 1)

    def show_image(self, pixels: tuple[int, int], share: float, mm: float) -> None:
        """Say it of an image of so many px, as it is cut, at a width."""
        width, height = pixels
        self.setVisible(width > 0)
        if width < 1:
            return
        printed = printed_width_mm(share, mm, height / width, self._style)
        dpi = resolution(width, printed)
        coarse = dpi < PRINT_DPI
        said = texts.fineness(dpi, printed, PRINT_DPI)
        self.words.setText(said)
        more = texts.too_coarse(dpi, printed, PRINT_DPI, width * 25.4 / PRINT_DPI) if coarse else ""
        self.setToolTip(tip(more))
        self.setAccessibleName(said)
        set_role(self.words, "amber" if coarse else "muted")
        self._shape.show_icon("triangle-alert" if coarse else "circle-check", "amber" if coarse else "green")
