"""The finished styles to build on, as cards."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ikonzept_desktop.export.finished_styles import finished_styles
from ikonzept_desktop.export.house_style import base_of
from ikonzept_desktop.export.style_changes import own_names, without_own
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import hint, label
from ikonzept_desktop.ui.style import texts
from ikonzept_desktop.ui.style.hand import StyleHand
from ikonzept_desktop.ui.style.rows import RowsPage
from ikonzept_desktop.ui.style.style_card import StyleCard
from ikonzept_desktop.ui.template.form_parts import at_left


class StylesPage(RowsPage):
    """Which finished style the concept builds on, and how much of it is other than there."""

    def __init__(self, hand: StyleHand, parent: QWidget) -> None:
        """Show what holds."""
        super().__init__(hand, parent)
        self.body.addWidget(label(texts.STYLES_HEAD, strong=True))
        self.body.addWidget(hint(texts.STYLES_HELP))
        self.cards = {style.key: StyleCard(style, self.form) for style in finished_styles()}
        for key, card in self.cards.items():
            card.clicked.connect(lambda _on=False, key=key: hand.choose(key))
            self.body.addWidget(card)
        self.own = hint()
        self.reset_button = push_button(texts.RESET, "rotate-ccw")
        self.body.addWidget(self.own)
        self.body.addLayout(at_left(self.reset_button))
        self.body.addStretch(1)
        self.reset_button.clicked.connect(lambda _on=False: hand.take(without_own(hand.pairs), texts.RESET_STEP))

    def refresh(self) -> None:
        """Show what holds."""
        super().refresh()
        base, own = base_of(self.hand.pairs), own_names(self.hand.pairs)
        for key, card in self.cards.items():
            card.setChecked(key == base)
        self.own.setText(texts.own_count(len(own)))
        self.own.setVisible(bool(own))
        self.reset_button.setVisible(bool(own))

    def show_pages(self, key: str, images: tuple[QImage, ...]) -> None:
        """Show the pages of a style."""
        if key in self.cards:
            self.cards[key].show_pages(images)
