"""What was found out about an attached PDF, as a short list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import Attachment
from ikonzept_desktop.model.page_choice import pages_of, undescribed
from ikonzept_desktop.ui.kit.labels import IconLabel, hint
from ikonzept_desktop.ui.window.attachments import texts

_SHAPES = {"amber": "triangle-alert", "muted": "info", "green": "circle-check"}

Remark = tuple[str, str]
"""A sentence and its colour."""


def remarks_on(attachment: Attachment) -> tuple[Remark, ...]:
    """Give what is to be known of a PDF as it is printed now, what is to be done first."""
    chosen = set(pages_of(attachment.pages, attachment.file.pages))
    missing, drawn = undescribed(attachment), sorted(chosen & set(attachment.file.drawn))
    said = [(texts.undescribed(missing), "amber")] if missing else []
    if drawn:
        said.append((texts.drawn(drawn), "muted"))
    said.extend((sentence, "muted") for sentence in attachment.file.remarks)
    return tuple(said) or ((texts.ALL_WELL, "green"),)


class RemarkList(QWidget):
    """Sentences, each with a shape before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._shown: tuple[Remark, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say these in the place of the others."""
        if tuple(remarks) == self._shown:
            return
        self._shown = tuple(remarks)
        while self._column.count():
            gone = self._column.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for sentence, colour in remarks:
            self._column.addWidget(_row(sentence, colour))

    def sentences(self) -> list[str]:
        """Give what is said."""
        return [sentence for sentence, _ in self._shown]


def _row(sentence: str, colour: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(_SHAPES[colour], colour), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(hint(sentence, "amber" if colour == "amber" else "muted"), 1)
    return box
