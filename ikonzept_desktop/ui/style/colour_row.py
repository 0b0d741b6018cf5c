"""A colour: a swatch, its six digits, and below it how well it can be read, with a better one a click away."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ikonzept_desktop.export.contrast import Contrast, mended
from ikonzept_desktop.export.house_style import HouseStyleError, checked
from ikonzept_desktop.ui.kit.buttons import IconButton, LinkButton
from ikonzept_desktop.ui.kit.draft_line import DraftLine, Reading
from ikonzept_desktop.ui.kit.labels import IconLabel, hint, set_role
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring
from ikonzept_desktop.ui.style import texts

_SWATCH = QSize(44, 30)


class Swatch(QToolButton):
    """Shows a colour, and lets another one be picked."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._colour = "#FFFFFF"
        self.setAccessibleName(f"{name}: {texts.PICK.rstrip(' …')}")
        self.setToolTip(texts.PICK)
        self.setFixedSize(_SWATCH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_colour(self, text: str) -> None:
        """Show a colour written `#RRGGBB`."""
        self._colour = text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the colour in its box."""
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), QColor(self._colour), colour("border"))
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))


class ColourRow(QWidget):
    """One colour; it can be removed where it is one of several."""

    put = Signal(str)
    """Another colour, `#RRGGBB`."""
    removed = Signal()

    def __init__(self, name: str, parent: QWidget, *, removable: bool = False) -> None:
        """Show none yet, under a name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.swatch = Swatch(name, self)
        self.line = DraftLine[str](name, Reading(_read, lambda text: text or "", lambda _draft: texts.NO_COLOUR), self)
        self.line.line.setMaxLength(12)
        self.remove_button = IconButton("x", f"{texts.REMOVE_COLOUR}: {name}", parent=self)
        self.remove_button.setVisible(removable)
        self._verdicts = QVBoxLayout()
        self._verdicts.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.swatch, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.line, 1)
        head.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._verdicts)
        self.swatch.clicked.connect(self._pick)
        self.line.committed.connect(self._tell)
        self.remove_button.clicked.connect(lambda _on=False: self.removed.emit())

    def show_colour(self, text: str, pairs: Sequence[Contrast]) -> None:
        """Show a colour, and the pairs it is in."""
        self.swatch.show_colour(text)
        if text != self.line.shown[0] and (not self.line.shown[1] or self.line.shown[0] is not None):
            self.line.show_value(text)
        while self._verdicts.count():
            gone = self._verdicts.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for pair in pairs:
            self._verdicts.addWidget(self._verdict(pair))

    def _verdict(self, pair: Contrast) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sound = pair.is_enough
        row.addWidget(IconLabel("circle-check" if sound else "triangle-alert", "green" if sound else "amber", line))
        words = hint(texts.contrast(pair))
        set_role(words, "muted" if sound else "amber")
        row.addWidget(words, 1)
        better = "" if sound else mended(pair)
        if better:
            take = LinkButton(texts.take_instead(better), parent=line)
            take.clicked.connect(lambda _on=False: self.put.emit(better))
            row.addWidget(take)
        return line

    def _tell(self, value: str | None, _draft: str) -> None:
        if value is not None:
            self.put.emit(value)

    def _pick(self) -> None:
        now = QColor(self.line.shown[0] or "#FFFFFF")
        chosen = QColorDialog.getColor(now, self, texts.PICK_TITLE)
        if chosen.isValid():
            self.put.emit(chosen.name().upper())


def _read(text: str) -> tuple[str | None, str]:
    wanted = text if text.startswith("#") else f"#{text}"
    try:
        return str(checked("accent_colour", wanted)), ""
    except HouseStyleError:
        return None, text or " "
