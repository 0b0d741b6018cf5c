"""What a Word file holds that could not be taken over: each with the words at which it stands."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ikonzept_desktop.model.proposals import LeftOut
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.cards import Card
from ikonzept_desktop.ui.kit.tall_scroll import TallScroll
from ikonzept_desktop.ui.window.returns import left_out_texts as texts


class LeftOutDialog(QDialog):
    """A list to be read."""

    def __init__(self, name: str, left_out: Iterable[LeftOut], parent: QWidget | None = None) -> None:
        """Show what was left out of a file of that name."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setMinimumWidth(480)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in left_out:
            column.addWidget(_card(each))
        column.addStretch(1)
        scroll = TallScroll(inside, self)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(texts.TITLE)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(labels.hint(texts.EXPLANATION.format(name=name)))
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        close.setFocus()


def _card(left: LeftOut) -> Card:
    card = Card()
    lines = (
        labels.label(texts.kind(left), strong=True),
        labels.hint(texts.place(left)),
        labels.hint(texts.words(left)),
    )
    for line in lines:
        if line.text():
            line.setWordWrap(True)
            line.setAccessibleName(line.text())
            card.body.addWidget(line)
    return card
