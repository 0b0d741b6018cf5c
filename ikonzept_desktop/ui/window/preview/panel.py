"""The page view with its head: which page, how large, and whether it is the text as it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ikonzept_desktop.export.preview.values import Fit
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.window.preview import texts
from ikonzept_desktop.ui.window.preview.page_view import PageView

PERCENTS = (50, 75, 100, 125, 150, 200, 300, 400)
_ONE_ROW, _LOW = 560, 300
"""px of width from which one row holds everything, and of height below which there is no hint."""
_LOWEST = 48
"""px of height for pages at least."""


class PreviewPanel(QWidget):
    """Shows pages, and tells what else is wanted."""

    shut_asked = Signal()
    changed = Signal()
    """Other pages are wanted, or others in size."""
    page_asked = Signal(int)
    """Counted from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setAccessibleName(texts.NAME)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self.previous = IconButton("arrow-left", texts.PREVIOUS, parent=self)
        self.next = IconButton("arrow-right", texts.NEXT, parent=self)
        self.page = QLineEdit(self)
        self.page.setAccessibleName(texts.PAGE)
        self.page.setFixedWidth(64)
        self.count = labels.label("")
        self.spread = QCheckBox(texts.SPREAD, self)
        self.zoom = QuietCombo(self)
        self.zoom.setAccessibleName(texts.ZOOM)
        self.zoom.addItem(texts.FIT_WIDTH, 0)
        self.zoom.addItem(texts.FIT_PAGE, -1)
        for percent in PERCENTS:
            self.zoom.addItem(f"{percent}\u202f%", percent)
        self.state = labels.hint()
        self.shut = IconButton("x", texts.SHUT, parent=self)
        self.view = PageView(self)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._hint = labels.hint(texts.HINT)
        self._lay_out()
        self._connect()

    def fit(self) -> tuple[Fit, int]:
        """Give how large pages are wanted, and the percentage where it counts."""
        value = int(self.zoom.currentData())
        return {0: (Fit.WIDTH, 100), -1: (Fit.PAGE, 100)}.get(value, (Fit.PERCENT, value))

    def tell(self, pages: tuple[int, ...], count: int, state: str) -> None:
        """Say which pages are shown, counted from 0, of how many, and how current they are."""
        numbers = "–".join(str(page + 1) for page in pages)
        if not self.page.hasFocus() or not self.page.isModified():
            self.page.setText(numbers)
        self.count.setText(texts.of_pages(count) if count else "")
        self.view.setAccessibleDescription(texts.page_of(numbers, count) if pages else "")
        self.previous.setEnabled(bool(pages) and pages[0] > 0)
        self.next.setEnabled(bool(pages) and pages[-1] < count - 1)
        self.state.setText(state)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the pages."""
        self.view.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut with Escape."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.shut_asked.emit()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        self.page.setModified(False)
        digits = self.page.text().split("–")[0].strip()
        if digits.isdecimal():
            self.page_asked.emit(max(int(digits) - 1, 0))
        else:
            self.changed.emit()

    def _zoom(self, step: int) -> None:
        at = self.zoom.currentIndex()
        first = self.zoom.findData(PERCENTS[0])
        wanted = self.zoom.findData(100) if at < first else at + step
        self.zoom.setCurrentIndex(max(first, min(wanted, self.zoom.count() - 1)))

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.view.turned.emit(-1))
        self.next.clicked.connect(lambda: self.view.turned.emit(1))
        self.page.returnPressed.connect(self._go)
        self.spread.toggled.connect(lambda _on: self.changed.emit())
        self.zoom.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.view.zoomed.connect(self._zoom)
        self.view.resized.connect(self.changed.emit)
        self.shut.clicked.connect(lambda _on=False: self.shut_asked.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything above the pages into one row where there is room, and leave the hint out on a low screen."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= _ONE_ROW
        self._rows.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._rows.setSpacing(16 if wide else 6)
        self._hint.setVisible(self.height() >= _LOW)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.previous, self.page, self.count, self.next):
            first.addWidget(widget)
        first.addSpacing(8)
        first.addWidget(self.state, 1)
        second.addWidget(self.zoom)
        second.addSpacing(8)
        second.addWidget(self.spread)
        second.addStretch(1)
        self._rows.addLayout(first, 1)
        self._rows.addLayout(second)
        head = QWidget(self)
        head.setObjectName("toolbar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 6, 8, 6)
        row.addLayout(self._rows, 1)
        row.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(12, 6, 12, 6)
        self.view.setMinimumHeight(_LOWEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._hint)
