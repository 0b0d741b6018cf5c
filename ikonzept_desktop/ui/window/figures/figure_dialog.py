"""What is asked of an image as soon as it is there: what it shows, what stands below it, how wide it is."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.export.house_style import HouseStyle
from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.inline import Inlines, Text
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.images.intake import Taken
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.labels import Elided, hint
from ikonzept_desktop.ui.window.figures import texts
from ikonzept_desktop.ui.window.figures.description import Description
from ikonzept_desktop.ui.window.figures.width_field import Fineness, WidthField


class FigureDialog(QDialog):
    """Shows an image that was taken in and asks for what belongs to it."""

    def __init__(
        self, taken: Taken, image: QImage, style: HouseStyle, known: Figure | None = None, parent: QWidget | None = None
    ) -> None:
        """Begin with nothing but the image, or with what another figure of the concept says of the same one."""
        super().__init__(parent)
        self.setWindowTitle(texts.NEW_FIGURE)
        self._taken = taken
        self.description = Description(self)
        self.caption = QLineEdit(self)
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(texts.SOURCE_EXAMPLE)
        self.width_field = WidthField(style, self)
        self.fineness = Fineness(style, self)
        self._remarks = QWidget(self)
        self._lay_out(image)
        self._say_remarks((*taken.image.remarks, *((texts.KNOWN_IMAGE,) if known else ())))
        if known is not None:
            self.description.show_text(known.alternative_text, decorative=known.decorative)
        self.width_field.changed.connect(lambda _share, _mm: self._show_fineness())
        self.caption.textChanged.connect(self._take_caption)
        self._show_fineness()
        self.description.words.setFocus()
        wanted = QSize(820, 520)
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))

    def figure(self, id: str, digest: str) -> Figure:
        """Give the figure as it was described, of an image that is kept under a digest."""
        share, mm = self.width_field.width_chosen()
        described = "" if self.description.decorative.isChecked() else self.description.text()
        return replace(
            Figure(id, digest, _line(self.caption.text()), _line(self.source.text()), described),
            width=share,
            width_mm=mm,
            decorative=self.description.decorative.isChecked(),
        )

    def accept(self) -> None:
        """Close only with a description, or with the word that there is nothing to describe."""
        if self.description.is_missing():
            self.description.demand()
            return
        super().accept()

    def _lay_out(self, image: QImage) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(8)
        for name, field in ((texts.CAPTION, self.caption), (texts.SOURCE, self.source)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.addRow(texts.WIDTH, self.width_field)
        form.addRow("", self.fineness)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.INSERT, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.description)
        right.addLayout(form)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(self._picture(image), 4)
        both.addLayout(right, 5)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(both, 1)
        layout.addWidget(self._remarks)
        layout.addWidget(buttons)

    def _picture(self, image: QImage) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(Preview(image, self), 1)
        left.addWidget(Elided(self._taken.name, self))
        left.addWidget(hint(texts.pixels(self._taken.image.width, self._taken.image.height)))
        return left

    def _say_remarks(self, remarks: tuple[str, ...]) -> None:
        layout = QVBoxLayout(self._remarks)
        layout.setContentsMargins(0, 0, 0, 0)
        note = FieldNote(self._remarks, self)
        layout.addWidget(note)
        note.say(" ".join(remarks), "missing")
        self._remarks.setVisible(bool(remarks))

    def _take_caption(self, caption: str) -> None:
        self.description.caption = caption
        self.description.advise()

    def _show_fineness(self) -> None:
        image = self._taken.image
        self.fineness.show_image((image.width, image.height), *self.width_field.width_chosen())


class Preview(QWidget):
    """An image, as large as there is room."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        """Show an image."""
        super().__init__(parent)
        self._image = image
        self.setAccessibleName(texts.PREVIEW)
        self.setMinimumSize(220, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image in the middle of its ground."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        if self._image.isNull():
            return
        room = self.rect().adjusted(9, 9, -9, -9)
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        room.setSize(size)
        room.moveCenter(self.rect().center())
        painter.drawImage(room, self._image)


def _line(text: str) -> Inlines:
    words = clean(text).strip()
    return (Text(words),) if words else ()
