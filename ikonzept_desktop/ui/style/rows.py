"""The controls of the form, each bound to one value of the house style by its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ikonzept_desktop.export.style_names import CHOICES, FONTS, LABELS, LIMITS
from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.kit.draft_line import DraftLine, Reading
from ikonzept_desktop.ui.kit.labels import label
from ikonzept_desktop.ui.style import texts
from ikonzept_desktop.ui.style.hand import StyleHand
from ikonzept_desktop.ui.template.form_parts import FormBox, FormCombo, FormLine, Named

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
_FILES = {"Source Sans 3": "SourceSans3", "IBM Plex Sans": "IBMPlexSans", "Literata": "Literata"}
_FONT_SIZE = 15
"""px of a name in its own type."""


class FlagRow(FormBox):
    """A yes or no."""

    def __init__(self, hand: StyleHand, name: str, parent: QWidget) -> None:
        """Show a value by its name."""
        super().__init__(LABELS[name], parent)
        self._hand, self.name = hand, name
        self.clicked.connect(lambda on: hand.put(name, on))

    def refresh(self) -> None:
        """Show it as it stands."""
        self.show_on(bool(getattr(self._hand.style, self.name)))


class ChoiceRow(FormCombo):
    """One of a few."""

    def __init__(self, hand: StyleHand, name: str, parent: QWidget) -> None:
        """Show a value by its name."""
        super().__init__(parent)
        self._hand, self.name = hand, name
        self.picked.connect(lambda key: hand.put(name, key))

    def refresh(self) -> None:
        """Show it as it stands."""
        self.offer(CHOICES[self.name].items(), getattr(self._hand.style, self.name))


class FontRow(FormCombo):
    """A family of type, each name in its own."""

    def __init__(self, hand: StyleHand, name: str, parent: QWidget) -> None:
        """Show a value by its name."""
        super().__init__(parent)
        self._hand, self.name = hand, name
        self.picked.connect(lambda key: hand.put(name, key))

    def refresh(self) -> None:
        """Show it as it stands."""
        known = [*FONTS.items()]
        value = str(getattr(self._hand.style, self.name))
        if self.name == "title_font":
            known.insert(0, ("", texts.SAME_FONT))
        if value not in dict(known):
            known.append((value, value))
        self.offer(known, value)
        for row in range(self.count()):
            family = str(self.itemData(row))
            if family in FONTS:
                font = QFont(family)
                font.setPixelSize(_FONT_SIZE)
                self.setItemData(row, font, Qt.ItemDataRole.FontRole)


class NumberRow(DraftLine[float]):
    """A number, typed the German way; one that does not fit stays as it was typed, with a sentence under it."""

    def __init__(self, hand: StyleHand, name: str, parent: QWidget) -> None:
        """Show a value by its name."""
        super().__init__(texts.label_of(name), Reading(self._read, _written, self._fault), parent)
        self._hand, self.name = hand, name
        self._low, self._high = LIMITS[name]
        self._step = 1.0 if self._is_whole() else 0.1 if self._high <= 5 else 0.5
        self.committed.connect(self._put)

    def refresh(self) -> None:
        """Show it as it stands; a draft stays until there is another value."""
        value = float(getattr(self._hand.style, self.name))
        if not self.shown[1] or value != self._stands:
            self._stands = value
            self.show_value(value)

    def pressed(self, event: QKeyEvent) -> bool:
        """Step with the arrow keys."""
        steps = _STEPS.get(Qt.Key(event.key()), 0) if not event.modifiers() else 0
        value = _number(self.line.text())
        if steps and value is not None and not self.line.isReadOnly():
            stepped = round(min(max(value + steps * self._step, self._low), self._high), 2)
            self.take(*self._read(_written(stepped)))
        return bool(steps)

    _stands = 0.0

    def _is_whole(self) -> bool:
        return isinstance(getattr(self._hand.style, self.name), int)

    def _put(self, value: float | None, _draft: str) -> None:
        if value is not None:
            self._hand.put(self.name, int(value) if self._is_whole() else value)

    def _read(self, text: str) -> tuple[float | None, str]:
        value = _number(text)
        return (None, text or " ") if value is None or self._hand.fault(self.name, value) else (value, "")

    def _fault(self, draft: str) -> str:
        value = _number(draft)
        return texts.NO_NUMBER if value is None else self._hand.fault(self.name, value)


class TextRow(FormLine):
    """A line of words."""

    def __init__(self, hand: StyleHand, name: str, parent: QWidget) -> None:
        """Show a value by its name."""
        super().__init__(parent)
        self._hand, self.name = hand, name
        self.setMaxLength(120)
        self.written.connect(lambda words: hand.put(name, words.strip()))

    def refresh(self) -> None:
        """Show it as it stands."""
        self.show_text(str(getattr(self._hand.style, self.name)))


Row = FlagRow | ChoiceRow | FontRow | NumberRow | TextRow


class RowsPage(QScrollArea):
    """Named controls below each other, in groups; scrolls where the screen is low."""

    def __init__(self, hand: StyleHand, parent: QWidget) -> None:
        """Be empty."""
        super().__init__(parent)
        self.hand = hand
        self.rows: list[Row] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = QWidget(self)
        self.body = QVBoxLayout(self.form)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(10)
        self.setWidget(self.form)
        self.viewport().setAutoFillBackground(False)
        self.form.setAutoFillBackground(False)

    def refresh(self) -> None:
        """Show everything as it stands."""
        for row in self.rows:
            row.refresh()
        self.form.setEnabled(not self.hand.read_only)

    def head(self, words: str) -> None:
        """Put a heading of a group."""
        if self.body.count():
            self.body.addSpacing(8)
        self.body.addWidget(label(words, strong=True))

    def row(self, name: str) -> QWidget:
        """Make the control of a value, with its name above it."""
        value = getattr(self.hand.style, name)
        made: Row
        if isinstance(value, bool):
            made = FlagRow(self.hand, name, self.form)
        elif name in LIMITS:
            made = NumberRow(self.hand, name, self.form)
        elif name in CHOICES:
            made = ChoiceRow(self.hand, name, self.form)
        elif name.endswith("_font"):
            made = FontRow(self.hand, name, self.form)
        else:
            made = TextRow(self.hand, name, self.form)
        self.rows.append(made)
        return made if isinstance(made, FlagRow) else Named(texts.label_of(name), made, self.form)

    def put(self, names: Sequence[str]) -> None:
        """Put controls below each other."""
        for name in names:
            self.body.addWidget(self.row(name))


def load_fonts() -> None:
    """Make the shipped families known that the window itself does not use, so that their names can be shown in them."""
    known = set(QFontDatabase.families())
    for family, stem in _FILES.items():
        if family not in known:
            QFontDatabase.addApplicationFont(str(resource("fonts", f"{stem}-Regular.ttf")))


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", ".")) if text.strip() else None
    except ValueError:
        return None


def _written(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
