"""A line above the text that says what matters now, with the way out beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ikonzept_desktop.ui.kit.labels import IconLabel

_SHAPES = {"red": "triangle-alert", "amber": "triangle-alert", "info": "info"}


class Banner(QWidget):
    """Hidden until it has something to say; it never takes the keyboard from the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shape = IconLabel(parent=self)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self._buttons = QHBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.addWidget(self._shape)
        layout.addWidget(self.words, 1)
        layout.addLayout(self._buttons)
        self.hide()

    def say(self, sentence: str, kind: str = "info", *ways: tuple[str, Callable[[], object]]) -> None:
        """Say a sentence of kind red, amber or info, with a button for each way out."""
        self.setProperty("kind", kind)
        self._shape.show_icon(_SHAPES[kind], "accent" if kind == "info" else kind)
        self.words.setText(sentence)
        self._clear_buttons()
        for name, call in ways:
            button = QPushButton(name, self)
            button.clicked.connect(lambda _on=False, way=call: way())
            self._buttons.addWidget(button)
        self.style().polish(self)
        self.show()

    def says(self, sentence: str) -> bool:
        """Tell whether it says this sentence now."""
        return not self.isHidden() and self.words.text() == sentence

    def be_quiet(self) -> None:
        """Say nothing any more."""
        self._clear_buttons()
        self.hide()

    def _clear_buttons(self) -> None:
        while self._buttons.count():
            gone = self._buttons.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
