"""A table is taken over into the records of a field: which columns mean what, and what does not fit."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model.column_heads import NUMBER, columns_of
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.records_from_rows import rest_column, taken
from ikonzept_desktop.model.sheet_mapping import Mapping, Way, first_key, fitting, head_of, keys_offered, proposed
from ikonzept_desktop.model.taken_rows import Kind, Taken, Words
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.reading.cells import Sheet
from ikonzept_desktop.reading.sheet_rows import ReadRows, rows_of
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.icons import SIZE, icon
from ikonzept_desktop.ui.kit.quiet import QuietCombo, QuietSpin
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.record_tables import texts
from ikonzept_desktop.ui.record_tables.mapping_view import MappingView, Shown
from ikonzept_desktop.ui.record_tables.options import Options
from ikonzept_desktop.ui.record_tables.source_row import SourceRow
from ikonzept_desktop.ui.tables.cells_model import letters

_SHOWN = 50
_AT_ONCE = 20_000
"""Cells up to which all is computed at every choice; a larger table waits for a pause."""
_PAUSE = 250
_LINES_TOLD = 4
_LEAST_TOLD = 30
"""px of height of what is told."""
_LOW = 480
"""px of height below which the explanation of the ways gives way."""
_WRONG = frozenset({Kind.DAY, Kind.CHOICE, Kind.ANSWER, Kind.LINK, Kind.KEPT})


@contextmanager
def _patience() -> Iterator[None]:
    """Show that one has to wait, where a large table takes its time."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


WordsFor = Callable[[FieldType], Words]


class TakeDialog(QDialog):
    """All on one page: where the table comes from, its first rows under their choices, what becomes of it."""

    def __init__(
        self, section: Section, fields: Sequence[FieldType], field: str, words: WordsFor, parent: QWidget | None = None
    ) -> None:
        """Offer the records fields of a section; where none is meant, the one that a table's heads fit best."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.resize(920, 660)
        self._section, self._fields, self._words = section, tuple(fields), words
        self._sheet = Sheet("", ())
        self._read = ReadRows((), (), ())
        self._taken: Taken | None = None
        self._field_meant = bool(field)
        self._waiting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._waiting.timeout.connect(self.compute)
        self.source = SourceRow(self)
        self.field = QuietCombo(self)
        self.header, self.header_row = QCheckBox(texts.HEADER, self), QuietSpin(self)
        self.hidden = QCheckBox(texts.HIDDEN, self)
        self.nothing = labels.hint()
        self.view = MappingView(self)
        self.options = Options(self)
        self.counted = labels.label("", strong=True)
        self.told = QListWidget(self)
        self._lay_out(field)
        self._connect()
        self.source.begin()
        (self.view.boxes[0] if self.view.boxes else self.source.choose).setFocus()

    def type(self) -> FieldType:
        """Give the field that the records go to."""
        return self._fields[max(self.field.currentIndex(), 0)]

    def mapping(self) -> Mapping:
        """Give what the columns mean by now."""
        options = self.options
        return Mapping(self.view.columns(), self._header(), options.way(), options.key(), rest=options.rest.isChecked())

    def taken(self) -> Taken | None:
        """Give what becomes of the table; None where nothing would."""
        if self._waiting.isActive():
            self.compute()
        return self._taken

    def compute(self) -> None:
        """Find out what becomes of the table, and show it."""
        self._waiting.stop()
        mapping, type = self.mapping(), self.type()
        self._taken = None
        ready = bool(self._read.rows) and self._say_what_lacks(mapping)
        if ready:
            address = FieldAddress(self._section.id, type.key)
            present = self._section.records(type.key)
            numbers, words = self._read.numbers, self._words(type)
            with _patience():
                found = taken(self._read.rows, mapping, type, address, present, words, numbers=numbers)
            self._show(found, mapping)
            self._taken = found if found.edit is not None else None
        self._take.setEnabled(self._taken is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what explains where it is low."""
        super().resizeEvent(event)
        self.options.explain(explained=self.height() >= _LOW)

    def done(self, result: int) -> None:
        """Close, and end what still reads."""
        self.source.close_worker()
        super().done(result)

    def _header(self) -> int:
        return self.header_row.value() - 1 if self.header.isChecked() else -1

    def _take_sheet(self, found: Sheet) -> None:
        self._sheet = found
        if not self._field_meant:
            rows = rows_of(found).rows
            fits = [fitting(rows, type) for type in self._fields]
            if max(fits) > fits[self.field.currentIndex()]:
                self.field.setCurrentIndex(fits.index(max(fits)))
        self._show_rows(propose=True)
        if self.source.choose.hasFocus():
            self.view.boxes[0].setFocus()

    def _say_nothing(self, sentence: str, role: str) -> None:
        self._sheet = Sheet("", ())
        self.nothing.setText(sentence)
        labels.set_role(self.nothing, role)
        self._show_rows(propose=True)

    def _show_rows(self, *, propose: bool = False, header: bool = False) -> None:
        """Show the sheet's rows; propose all anew, or the columns alone under another row of heads."""
        self._read = rows_of(self._sheet, hidden=self.hidden.isChecked())
        rows, type = self._read.rows, self.type()
        there = bool(rows)
        if propose or header:
            mapping = proposed(rows, type, header=self._header() if header else None)
        else:
            mapping = self.mapping()
        self._quietly_set_header(mapping.header, len(rows))
        self._show_parts(there=there)
        first = mapping.header + 1
        heads = tuple(
            head_of(mapping, rows, at) or f"Spalte {letters(column)}" for at, column in enumerate(self._read.columns)
        )
        shown = Shown(heads, rows[first : first + _SHOWN], self._read.numbers[first : first + _SHOWN])
        self.view.show_rows(shown, self._choices(type), mapping.columns)
        rest = rest_column(type)
        self.options.offer(known=bool(self._section.records(type.key)), rest=rest.label if rest else "")
        self._refresh()

    def _choose_field(self) -> None:
        self._field_meant = True
        self._show_rows(propose=True)

    def _quietly_set_header(self, row: int, rows: int) -> None:
        for widget in (self.header, self.header_row):
            widget.blockSignals(True)
        self.header_row.setRange(1, max(rows, 1))
        if row >= 0:
            self.header_row.setValue(row + 1)
        self.header.setChecked(row >= 0)
        self.header_row.setEnabled(row >= 0)
        for widget in (self.header, self.header_row):
            widget.blockSignals(False)

    def _choices(self, type: FieldType) -> list[tuple[str, str]]:
        number = [(texts.NUMBER, NUMBER)] if type.numbering else []
        return [(texts.NOT_MAPPED, ""), *number, *((column.label, column.key) for column in columns_of(type))]

    def _refresh(self) -> None:
        """Offer the keys there are now, and find out what becomes of all: at once, or after a pause."""
        columns, type = self.view.columns(), self.type()
        names = {key: name for name, key in self._choices(type)}
        keys = [(names[key], key) for key in keys_offered(columns, type)]
        self.options.offer_keys(keys, first_key(columns, type))
        if len(self._read.rows) * len(columns) <= _AT_ONCE:
            self.compute()
        else:
            self._waiting.start()

    def _say_what_lacks(self, mapping: Mapping) -> bool:
        lacks = texts.NO_COLUMN if not any(mapping.columns) else ""
        if not lacks and mapping.way is not Way.NEW and not mapping.key:
            lacks = texts.NO_KEY
        self.counted.setText(lacks)
        if lacks:
            self._tell([])
        return not lacks

    def _show(self, found: Taken, mapping: Mapping) -> None:
        type = self.type()
        rest = rest_column(type)
        place = rest.label if rest else ""
        self.counted.setText(texts.counted(found) if found.edit is not None else texts.NOTHING_TO_DO)
        heads = [self._head(mapping, at) for at in range(len(mapping.columns))]
        remarks = texts.sheet_remarks(self._sheet, self._read, hidden=self.hidden.isChecked())
        self._tell([*(texts.remark(told, heads[told.column], place) for told in found.told), *remarks])
        wrong = ((row, told.column) for told in found.told if told.kind in _WRONG for row in told.rows)
        self.view.mark(frozenset(wrong))

    def _head(self, mapping: Mapping, at: int) -> str:
        head = head_of(mapping, self._read.rows, at)
        return f"„{head}“" if head else f"Spalte {letters(self._read.columns[at])}"

    def _tell(self, remarks: Sequence[str]) -> None:
        self.told.clear()
        for sentence in remarks:
            entry = QListWidgetItem(icon("triangle-alert", "amber"), sentence, self.told)
            entry.setToolTip(tip(sentence))
        if remarks:
            self.told.setCurrentRow(0)
        self.told.setVisible(bool(remarks))
        rows = min(len(remarks), _LINES_TOLD)
        self.told.setMaximumHeight(rows * max(self.told.sizeHintForRow(0), 22) + 8)

    def _show_parts(self, *, there: bool) -> None:
        for widget in (self.header, self.header_row, self.view, self.options, self.counted, self.told):
            widget.setVisible(there)
        self.hidden.setVisible(bool(self._read.hidden_rows or self._read.hidden_columns))
        self.nothing.setVisible(not there)

    def _connect(self) -> None:
        self.source.found.connect(self._take_sheet)
        self.source.nothing.connect(self._say_nothing)
        self.field.activated.connect(lambda _: self._choose_field())
        self.header.toggled.connect(lambda _: self._show_rows(header=True))
        self.header_row.valueChanged.connect(lambda _: self._show_rows(header=True))
        self.hidden.toggled.connect(lambda _: self._show_rows(propose=True))
        self.view.changed.connect(self._refresh)
        self.options.changed.connect(self._refresh)

    def _lay_out(self, field: str) -> None:
        self.field.addItems([type.label for type in self._fields])
        self.field.setCurrentIndex(next((at for at, type in enumerate(self._fields) if type.key == field), 0))
        into = labels.label_for(texts.FIELD, self.field)
        self.header_row.setAccessibleName(texts.HEADER_ROW)
        self.told.setAccessibleName(texts.TOLD)
        self.told.setProperty("role", "field")
        self.told.setWordWrap(True)
        self.told.setIconSize(QSize(SIZE, SIZE))
        self.told.setMinimumHeight(_LEAST_TOLD)
        self.header_row.setMinimumWidth(72)
        self.view.before = self.hidden
        self.told.setHorizontalScrollBarPolicy(self.told.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(into)
        row.addWidget(self.field)
        row.addSpacing(16)
        row.addWidget(self.header)
        row.addWidget(self.header_row)
        row.addSpacing(16)
        row.addWidget(self.hidden)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        self._take = buttons.addButton(texts.TAKE_IN, QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setProperty("primary", True)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.source)
        layout.addLayout(row)
        layout.addWidget(self.nothing)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.options)
        layout.addWidget(self.counted)
        layout.addWidget(self.told)
        layout.addStretch(0)
        layout.addWidget(buttons)
