"""Small parts of the card beside the text, filled anew for each proposal: making widgets takes longer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ikonzept_desktop import local_time
from ikonzept_desktop.model.proposals import ReturnedFile
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import LinkButton
from ikonzept_desktop.ui.kit.cards import Card
from ikonzept_desktop.ui.kit.labels import IconLabel
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.badges import Badges
from ikonzept_desktop.ui.window.returns.persons import Person


class Sentence(Card):
    """A sentence that matters, with an icon; it may be another one from time to time."""

    def __init__(self, kind: str, icon_name: str, parent: QWidget | None = None) -> None:
        """Say nothing yet; kind: red, amber or quiet."""
        super().__init__(kind, parent)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(icon_name, kind), 0, Qt.AlignmentFlag.AlignTop)
        self._words = labels.label("")
        self._words.setWordWrap(True)
        row.addWidget(self._words, 1)
        self.body.addLayout(row)

    def show_sentence(self, sentence: str) -> None:
        """Say a sentence."""
        self._words.setText(sentence)


class OriginLine(QWidget):
    """Whose copy a proposal is in, of which day, and how the program knows of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._who = Badges()
        self._words = labels.hint("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._who, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_origin(self, file: ReturnedFile, person: Person | None, tracked: Sequence[bool]) -> None:
        """Tell of a file, and of each of its changes whether the file itself tells of it."""
        said = texts.origin(
            local_time.here(file.came).date(),
            tracked=any(tracked),
            untracked=not all(tracked),
            certainty=file.certainty,
        )
        self._who.show_persons((person,) if person is not None else ())
        self._words.setText(said)


class LeftOutLine(QWidget):
    """Always in sight, where something of the files was not taken over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("statusBar")  # the ground of what stands at the foot of something
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = labels.hint("", "")
        self.look = LinkButton(texts.LOOK_AT_LEFT_OUT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel("info", "amber"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many places were not taken over; nothing where there is none."""
        self._words.setText(texts.left_out(count))
        self.look.setAccessibleName(f"{texts.left_out(count)} {texts.LOOK_AT_LEFT_OUT}")
        self.setVisible(count > 0)


class DeedsFoot(QWidget):
    """The reason and the buttons, below what scrolls: whatever a proposal holds, they are in sight."""

    def __init__(self, reason: Sequence[QWidget], first: Sequence[QWidget], others: Sequence[QWidget]) -> None:
        """Put the reason, what decides, and the other ways one below the other."""
        super().__init__()
        self.setObjectName("statusBar")  # the ground of what stands at the foot of something
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._whole, self._buttons = QBoxLayout(_DOWN, self), QBoxLayout(_DOWN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._whole.setContentsMargins(16, 8, 16, 10)
        self._whole.setSpacing(8)
        self._buttons.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(2)
        for part in reason:
            said.addWidget(part)
        for part in first:
            self._buttons.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in others:
            row.addWidget(part)
        self._buttons.addLayout(row)
        self._whole.addLayout(said)
        self._whole.addLayout(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put it in a line where there is the width: below the text height is scarce."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        across = self.width() >= _WIDEST
        self._whole.setDirection(_ACROSS if across else _DOWN)
        self._whole.setStretch(0, int(across))
        self._buttons.setDirection(_ACROSS if wide else _DOWN)


_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_WIDE, _WIDEST = 440, 640
"""px from which the buttons stand in a line, and from which the reason stands in that line too."""
