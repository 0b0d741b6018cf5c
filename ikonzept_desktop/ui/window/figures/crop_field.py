"""What is cut away of an image: its picture with edges to move, and the same as numbers."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.cropping import LEAST, WHOLE, Crop
from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.labels import label_for
from ikonzept_desktop.ui.kit.quiet import QuietNumber
from ikonzept_desktop.ui.window.figures import texts
from ikonzept_desktop.ui.window.figures.crop_view import EDGES, CropView

_AIR = 8
"""px that a number has beyond what it needs, so that no digit touches the arrows."""


class CropField(QWidget):
    """Four shares of an image, by mouse, keys or number."""

    cropping = Signal(object)
    """The Crop while an edge is moved."""
    cropped = Signal(object)
    """The Crop when one was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.view = CropView(self)
        self.numbers = {edge: QuietNumber(self) for edge in EDGES}
        self.whole = IconButton("rotate-ccw", texts.WHOLE_IMAGE, parent=self)
        self._lay_out()
        self.view.cropping.connect(self._show_moving)
        self.view.cropped.connect(self.cropped)
        for edge in EDGES:
            self.numbers[edge].valueChanged.connect(self._take_numbers)
        self.whole.clicked.connect(self._take_whole)

    def show_image(self, image: QImage, crop: Crop) -> None:
        """Show an image and what is cut away of it."""
        self.view.show_image(image, crop)
        self._show_numbers(crop)

    def set_read_only(self, read_only: bool) -> None:
        """Only show, or let change too."""
        self.view.read_only = read_only
        for field in self.numbers.values():
            field.setEnabled(not read_only)
        self._show_numbers(self.view.crop())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for column, (edge, field) in enumerate(self.numbers.items()):
            field.setDecimals(1)
            field.setRange(0, 100 * (1 - LEAST))
            field.setKeyboardTracking(False)
            field.setMinimumWidth(field.sizeHint().width() + _AIR)
            field.setAccessibleName(f"{texts.CROP} {texts.EDGES[edge].lower()}")
            grid.addWidget(label_for(texts.percent_of(edge), field), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.whole, 1, len(self.numbers))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.view, 1)
        layout.addLayout(grid)

    def _show_numbers(self, crop: Crop) -> None:
        for edge, field in self.numbers.items():
            blocked = QSignalBlocker(field)
            field.setValue(100 * float(getattr(crop, edge)))
            del blocked
        self.whole.setEnabled(crop != WHOLE and not self.view.read_only)

    def _show_moving(self, crop: Crop) -> None:
        self._show_numbers(crop)
        self.cropping.emit(crop)

    def _take_numbers(self) -> None:
        """Take the numbers as they stand; of two that would leave nothing, the one just changed gives way."""
        shares = {edge: round(field.value() / 100, 4) for edge, field in self.numbers.items()}
        before = self.view.crop()
        for edge, other in (("left", "right"), ("top", "bottom")):
            excess = shares[edge] + shares[other] - (1 - LEAST)
            if excess > 0:
                changed = edge if shares[edge] != getattr(before, edge) else other
                shares[changed] = round(shares[changed] - excess, 4)
        self._take(Crop(**shares))

    def _take_whole(self) -> None:
        self._take(WHOLE)
        self.view.setFocus()

    def _take(self, crop: Crop) -> None:
        changed = crop != self.view.crop()
        self.view.show_crop(crop)
        self._show_numbers(crop)
        if changed:
            self.cropped.emit(crop)
