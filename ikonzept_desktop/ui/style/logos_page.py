"""The logos: which, in what order, where they stand, and what is read aloud of them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.cropping import WHOLE
from ikonzept_desktop.model.document import Logo
from ikonzept_desktop.model.store.errors import NoImage
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.editor.figure_images import FigureImages
from ikonzept_desktop.ui.images.intake import ChildProcess, ImageIntake, Taken
from ikonzept_desktop.ui.images.source import Source
from ikonzept_desktop.ui.kit.buttons import IconButton, push_button
from ikonzept_desktop.ui.kit.cards import Card
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.labels import hint
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.style import texts
from ikonzept_desktop.ui.style.hand import StyleHand
from ikonzept_desktop.ui.style.rows import RowsPage
from ikonzept_desktop.ui.template.form_parts import FormCombo, FormLine, Named, at_left

_THUMB = QSize(96, 64)
_LETTERS = 8
"""Of a place, for which there is room at the least."""
_PLACES = tuple(texts.LOGO_PLACES.items())


class LogosPage(RowsPage):
    """The logos of a concept, each a card."""

    def __init__(self, hand: StyleHand, parent: QWidget) -> None:
        """Show the logos as they stand."""
        super().__init__(hand, parent)
        self.cards: list[LogoCard] = []
        self._images = FigureImages(hand.session.keeper)
        self._intake: ImageIntake | None = None
        self._folder: Path | None = None
        self.body.addWidget(hint(texts.LOGOS_HELP))
        self.nothing = hint(texts.NO_LOGOS)
        self.body.addWidget(self.nothing)
        self._cards_at = self.body.count()
        self.add_button = push_button(texts.ADD_LOGO, "plus")
        self.body.addLayout(at_left(self.add_button))
        self.put(("funding_line",))
        self.body.addStretch(1)
        self.add_button.clicked.connect(lambda _on=False: self._ask())

    def refresh(self) -> None:
        """Show the logos as they stand."""
        super().refresh()
        logos = self.hand.logos
        while len(self.cards) > len(logos):
            gone = self.cards.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.cards) < len(logos):
            self._make_card(len(self.cards))
        for index, (card, logo) in enumerate(zip(self.cards, logos, strict=True)):
            card.show_logo(logo, self._images.image(logo.image, WHOLE, 2 * _THUMB.width()), index, len(logos))
        self.nothing.setVisible(not logos)

    def add_files(self, files: Sequence[str]) -> None:
        """Take images in as logos; each is looked at in a child process."""
        if files:
            self._folder = Path(files[0]).parent
            self._at_hand().take([Source(Path(file), Path(file).name) for file in files])

    def is_busy(self) -> bool:
        """Tell whether an image is being looked at."""
        return self._intake is not None and self._intake.is_busy

    def _ask(self) -> None:
        self._at_hand().warm()
        start = str(self._folder or self.hand.session.path.absolute().parent)
        chosen, _ = QFileDialog.getOpenFileNames(self, texts.LOGO_TITLE, start, texts.LOGO_FILTER)
        self.add_files(chosen)

    def _at_hand(self) -> ImageIntake:
        if self._intake is None:
            intake = self._intake = ImageIntake(self)
            intake.begun.connect(lambda _name: self.hand.said.emit(texts.LOOKING, False))
            intake.taken.connect(self._take)
            intake.refused.connect(lambda sentence: self.hand.said.emit(sentence, True))
            self.destroyed.connect(partial(_end, intake.process))
        return self._intake

    def _take(self, taken: Taken) -> None:
        try:
            digest = self.hand.session.keeper.add_image(taken.image.data)
        except NoImage as error:
            self.hand.said.emit(str(error), True)
            return
        if self.hand.put_logos((*self.hand.logos, Logo(digest)), texts.ADD_LOGO_STEP):
            self.refresh()
            self.cards[-1].words.setFocus()

    def _make_card(self, index: int) -> None:
        card = LogoCard(self.form)
        card.words.written.connect(lambda words: self._change(index, alternative_text=clean(words).strip()))
        card.place.picked.connect(lambda key: self._change(index, place=key))
        card.up.clicked.connect(lambda _on=False: self._move(index, -1))
        card.down.clicked.connect(lambda _on=False: self._move(index, 1))
        card.remove_button.clicked.connect(lambda _on=False: self._remove(index))
        self.cards.append(card)
        self.body.insertWidget(self._cards_at + index, card)

    def _change(self, index: int, **values: str) -> None:
        logos = list(self.hand.logos)
        logos[index] = replace(logos[index], **values)
        self.hand.put_logos(tuple(logos), texts.CHANGE_LOGO_STEP)

    def _move(self, index: int, by: int) -> None:
        logos = list(self.hand.logos)
        logos.insert(index + by, logos.pop(index))
        if self.hand.put_logos(tuple(logos), texts.MOVE_LOGO_STEP):
            self.refresh()
            (self.cards[index + by].up if by < 0 else self.cards[index + by].down).setFocus()

    def _remove(self, index: int) -> None:
        logos = self.hand.logos
        self.hand.put_logos((*logos[:index], *logos[index + 1 :]), texts.REMOVE_LOGO_STEP)


class LogoCard(Card):
    """One logo with what is said of it."""

    def __init__(self, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__(parent=parent)
        self._thumb = _Thumb(self)
        self.words = FormLine(self)
        self.words.setPlaceholderText(texts.LOGO_TEXT_EXAMPLE)
        self.words.setMaxLength(300)
        self.note = FieldNote(self.words)
        self.place = FormCombo(self)
        self.up = IconButton("arrow-up", texts.UP, parent=self)
        self.down = IconButton("arrow-down", texts.DOWN, parent=self)
        self.remove_button = IconButton("trash-2", texts.REMOVE, parent=self)
        fields = QVBoxLayout()
        fields.setSpacing(6)
        fields.addWidget(Named(texts.LOGO_TEXT, self.words, self))
        fields.addWidget(self.note)
        foot = QHBoxLayout()
        foot.addWidget(self.place, 1)
        for button in (self.up, self.down, self.remove_button):
            foot.addWidget(button)
        self.place.setAccessibleName(texts.LOGO_PLACE)
        self.place.setMinimumContentsLength(_LETTERS)
        self.place.setSizeAdjustPolicy(FormCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        fields.addLayout(foot)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._thumb, 0, Qt.AlignmentFlag.AlignTop)
        both.addLayout(fields, 1)
        self.body.addLayout(both)

    def show_logo(self, logo: Logo, image: QImage, index: int, count: int) -> None:
        """Show a logo, the one of that place among so many."""
        self._thumb.show_image(image)
        self.words.show_text(logo.alternative_text)
        self.note.say("" if logo.alternative_text.strip() else texts.LOGO_TEXT_MISSING, "missing")
        self.place.offer(_PLACES, logo.place)
        self.up.setEnabled(index > 0)
        self.down.setEnabled(index < count - 1)


class _Thumb(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFixedSize(_THUMB)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._image.isNull():
            size = self._image.size().scaled(self.size() - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawImage(self.rect().adjusted(left, top, -left, -top), self._image)
        painter.setPen(colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _end(process: ChildProcess, _page: object = None) -> None:
    process.end()
