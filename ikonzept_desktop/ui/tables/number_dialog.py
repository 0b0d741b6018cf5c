"""Asking how the numbers of a column are written."""

from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import NumberFormat
from ikonzept_desktop.model.table_numbers import UNITS, written
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.tables import texts

_SAMPLE = Decimal("1234.5")
_MOST_PLACES = 4
_LONGEST_UNIT = 12


class NumberDialog(QDialog):
    """Places, points and a unit, and below them a number written so."""

    def __init__(self, format: NumberFormat, parent: QWidget | None = None) -> None:
        """Begin with the format a column has, or is guessed to have."""
        super().__init__(parent)
        self.setWindowTitle(texts.FORMAT_TITLE)
        self.setMinimumWidth(340)
        self.places = QComboBox(self)
        self.places.addItem(texts.AS_TYPED, None)
        for places in range(_MOST_PLACES + 1):
            self.places.addItem(str(places), places)
        self.places.setCurrentIndex(0 if format.decimals is None else min(format.decimals, _MOST_PLACES) + 1)
        self.unit = QComboBox(self)
        self.unit.setEditable(True)
        self.unit.addItems(["", *UNITS])
        self.unit.setCurrentText(format.unit)
        self.thousands = QCheckBox(texts.THOUSANDS, self)
        self.thousands.setChecked(format.thousands)
        self.sample = labels.label("")
        self.sample.setAccessibleName(texts.SAMPLE)
        self._lay_out()
        self.places.currentIndexChanged.connect(lambda _: self._show_sample())
        self.thousands.toggled.connect(lambda _: self._show_sample())
        self.unit.currentTextChanged.connect(lambda _: self._show_sample())
        self._show_sample()

    def format(self) -> NumberFormat:
        """Give the format as it is chosen."""
        places = self.places.currentData()
        unit = clean(self.unit.currentText()).strip()[:_LONGEST_UNIT]
        return NumberFormat(None if places is None else int(places), self.thousands.isChecked(), unit)

    def _show_sample(self) -> None:
        self.sample.setText(written(_SAMPLE, self.format()))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(texts.DECIMALS, self.places)
        form.addRow(texts.UNIT, self.unit)
        form.addRow("", self.thousands)
        form.addRow(texts.SAMPLE, self.sample)
        for field, name in ((self.places, texts.DECIMALS), (self.unit, texts.UNIT)):
            field.setAccessibleName(name)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.TAKE_OVER, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
