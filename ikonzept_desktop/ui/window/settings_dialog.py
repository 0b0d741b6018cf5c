"""The user's own settings: who writes, how large the text is shown, light or dark."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.settings import Settings
from ikonzept_desktop.ui.kit.labels import label
from ikonzept_desktop.ui.window import dialog_texts as texts
from ikonzept_desktop.ui.window.status_line import LARGEST, SMALLEST
from ikonzept_desktop.ui.window.typography_texts import HINT, RULES, WHILE_TYPING

THEMES = (("system", texts.THEME_SYSTEM), ("light", texts.THEME_LIGHT), ("dark", texts.THEME_DARK))


_INITIALS, _ZOOM, _WIDTH = 90, 96, 560
"""px"""


class SettingsDialog(QDialog):
    """Shows every choice at once as it is made; Abbrechen takes all of them back."""

    def __init__(
        self, settings: Settings, preview: Callable[[Settings], object], parent: QWidget | None = None
    ) -> None:
        """Begin with the settings as they are; `preview` has the program follow a choice at once."""
        super().__init__(parent)
        self.setWindowTitle(texts.SETTINGS)
        self._before = settings
        self._preview = preview
        self.name = QLineEdit(settings.writer_name, self)
        self.initials = QLineEdit(settings.writer_initials, self)
        self.zoom = QSpinBox(self)
        self.theme = QComboBox(self)
        self.rules = {name: QCheckBox(words, self) for name, words in RULES}
        self._lay_out()
        self.zoom.valueChanged.connect(self._show)
        self.theme.currentIndexChanged.connect(self._show)
        for box in self.rules.values():
            box.toggled.connect(self._show)

    def settings(self) -> Settings:
        """Give the settings as chosen."""
        return replace(
            self._before,
            writer_name=self.name.text().strip(),
            writer_initials=self.initials.text().strip(),
            zoom=self.zoom.value(),
            theme=str(self.theme.currentData()),
            typing_off=tuple(name for name, box in self.rules.items() if not box.isChecked()),
        )

    def reject(self) -> None:
        """Take every choice back."""
        self._preview(self._before)
        super().reject()

    def _show(self, _value: int) -> None:
        self._preview(self.settings())

    def _lay_out_rules(self, form: QFormLayout) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        for name, box in self.rules.items():
            box.setChecked(name not in self._before.typing_off)
            box.setAccessibleDescription(WHILE_TYPING)
            column.addWidget(box)
        hint = QLabel(HINT, self)
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        column.addWidget(hint)
        form.addRow(WHILE_TYPING, column)

    def _lay_out(self) -> None:
        self.zoom.setRange(SMALLEST, LARGEST)
        self.zoom.setSingleStep(10)
        self.zoom.setSuffix(" %")
        self.zoom.setValue(self._before.zoom)
        self.initials.setMaxLength(6)
        self.initials.setMaximumWidth(_INITIALS)
        self.zoom.setMinimumWidth(_ZOOM)
        self.setMinimumWidth(_WIDTH)
        for field, name in ((self.name, texts.WRITER), (self.zoom, texts.ZOOM)):
            field.setAccessibleName(name)
        for key, words in THEMES:
            self.theme.addItem(words, key)
        self.theme.setCurrentIndex(self.theme.findData(self._before.theme))
        form = QFormLayout()
        form.addRow(texts.WRITER, _beside(self.name, texts.INITIALS, self.initials))
        hint = QLabel(texts.WRITER_HINT, self)
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        form.addRow("", hint)
        form.addRow(texts.ZOOM, _beside(self.zoom, texts.THEME, self.theme))
        self._lay_out_rules(form)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.TAKE_OVER, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)


def _beside(field: QWidget, name: str, other: QWidget) -> QHBoxLayout:
    """Lay a second field with its name beside a first: one below the other would be too high for a small screen."""
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(field, 1)
    named = label(name)
    named.setBuddy(other)
    other.setAccessibleName(name)
    row.addWidget(named)
    row.addWidget(other)
    return row
