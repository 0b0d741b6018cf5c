"""What is to become of the rows of a table: new records or known ones, and what of columns without a place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.sheet_mapping import Way
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.record_tables import texts


class Options(QWidget):
    """The ways, by what a known row is known, and a check."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin with new records, and with nothing left out."""
        super().__init__(parent)
        names = zip(Way, (texts.NEW, texts.COMPLETE, texts.UPDATE), strict=True)
        self.ways = Segments(texts.WAYS, [Choice(way.value, name) for way, name in names], self)
        self.said = labels.hint(texts.WAY_TIPS[0])
        self.keys = QuietCombo(self)
        self._key = labels.label_for(texts.KEY, self.keys)
        self.rest = QCheckBox(self)
        self.rest.setChecked(True)
        self._known = False
        self._explained = True
        self._lay_out()
        self.ways.chosen.connect(self._choose_way)
        self.keys.activated.connect(lambda _: self.changed.emit())
        self.rest.toggled.connect(lambda _: self.changed.emit())
        self._show_parts()

    def way(self) -> Way:
        """Give which way is on."""
        return Way(self.ways.key)

    def key(self) -> str:
        """Give by what rows are known."""
        return str(self.keys.currentData() or "")

    def offer(self, *, known: bool, rest: str) -> None:
        """Offer ways for known rows only where records are there; name the column that takes the rest, if any."""
        self._known = known
        self.ways.setVisible(known)
        if not known:
            self.ways.choose(Way.NEW.value)
        self.rest.setText(texts.rest(rest))
        self.rest.setToolTip(tip(self.rest.text()))
        self.rest.setVisible(bool(rest))
        self._show_parts()

    def explain(self, *, explained: bool) -> None:
        """Say what the way that is on does, or leave it to its name."""
        if explained != self._explained:
            self._explained = explained
            self._show_parts()

    def offer_keys(self, keys: Sequence[tuple[str, str]], preferred: str) -> None:
        """Offer names and keys of what rows can be known by; what was chosen stays where it is still there."""
        chosen = self.key()
        self.keys.clear()
        for name, key in keys:
            self.keys.addItem(name, key)
        known = [key for _, key in keys]
        wanted = chosen if chosen in known else preferred
        self.keys.setCurrentIndex(known.index(wanted) if wanted in known else -1)

    def _choose_way(self, _key: str) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        way = self.way()
        self.said.setText(texts.WAY_TIPS[list(Way).index(way)])
        self.said.setVisible(self._known and self._explained)
        for widget in (self.keys, self._key):
            widget.setVisible(way is not Way.NEW)

    def _lay_out(self) -> None:
        self.keys.setMinimumWidth(160)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.ways)
        row.addSpacing(8)
        row.addWidget(self._key)
        row.addWidget(self.keys)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.rest)
