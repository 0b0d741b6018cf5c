"""The abbreviations of a concept: their list, how often each is used, and those that the text has beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model.abbreviations import Candidate, Use, candidates, uses, with_abbreviation
from ikonzept_desktop.model.document import Abbreviation, Properties, find_section
from ikonzept_desktop.model.edits import SetProperties
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.lined_rows import line_rows
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import abbreviation_texts as texts

QUIET = 300
"""ms without an edit after which uses are counted anew."""
_SHORT, _LONG, _COUNT, _FIRST = range(4)


class AbbreviationDialog(QDialog):
    """A table that is edited in place, each change a step to undo; a row that is no abbreviation yet waits in it."""

    def __init__(
        self, session: Session, names: LiveLabels, show_section: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        """Show the abbreviations of an open concept; `show_section` opens the section of a first use."""
        super().__init__(parent)
        self._session = session
        self._names = names
        self._show_section = show_section
        self._filling = False
        self._uses: dict[str, Use] = {}
        self._candidates: tuple[Candidate, ...] = ()
        self.setWindowTitle(texts.ABBREVIATIONS)
        self.table = QTableWidget(0, 4, self)
        self.note = FieldNote(self.table, self)
        self.none_listed = labels.hint(texts.NONE_LISTED)
        self.new = push_button(texts.NEW, "plus")
        self.remove = push_button(texts.REMOVE)
        self.go = push_button(texts.GO)
        self.printed = QCheckBox(texts.PRINT)
        self.found = QListWidget(self)
        self.none_found = labels.hint(texts.NONE_FOUND)
        self.take = push_button(texts.TAKE)
        self._counting = QTimer(self, singleShot=True, interval=QUIET)
        self._lay_out()
        self._connect()
        self.refresh()
        self.resize(760, 620)

    def refresh(self) -> None:
        """Show the list and what is found as they are now."""
        document = self._session.document
        listed = document.properties.abbreviations
        self.printed.setChecked(document.properties.print_abbreviations)
        self._uses = dict(uses(document, [known.short for known in listed]))
        valid, drafts = self._written()
        if valid != listed:
            self._fill([*listed, *drafts])
        self._show_uses()
        self._candidates = candidates(document)
        self.found.clear()
        for one in self._candidates:
            words = texts.candidate(one.short, one.long, one.use.count)
            item = QListWidgetItem(words)
            item.setToolTip(tip(words))
            self.found.addItem(item)
        self.found.setVisible(bool(self._candidates))
        self.none_found.setVisible(not self._candidates)
        self._show_what_can_be_done()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay open on Return: it ends what is typed in a cell, and a cell lets it through to here."""
        pressed = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not pressed or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def _fill(self, listed: Sequence[Abbreviation]) -> None:
        row = self.table.currentRow()
        self._filling = True
        self.table.setRowCount(0)
        for known in listed:
            self._add_row(known)
        self._filling = False
        self.table.setCurrentCell(min(max(row, 0), len(listed) - 1), _SHORT)

    def _add_row(self, known: Abbreviation) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, words in ((_SHORT, known.short), (_LONG, known.long), (_COUNT, ""), (_FIRST, "")):
            item = QTableWidgetItem(words)
            if column in {_COUNT, _FIRST} or self._session.read_only:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, column, item)

    def _show_uses(self) -> None:
        self._filling = True
        for row in range(self.table.rowCount()):
            use = self._uses.get(self._cell(row, _SHORT), Use())
            self._set_cell(row, _COUNT, texts.times(use.count) if self._cell(row, _SHORT) else "")
            self._set_cell(row, _FIRST, self._place(use.first))
        self._filling = False

    def _place(self, id: str) -> str:
        section = find_section(self._session.document, id) if id else None
        return f"{self._names.number(id)} {section.title}".strip() if section else ""

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return clean(item.text()).strip() if item else ""

    def _set_cell(self, row: int, column: int, words: str) -> None:
        if (item := self.table.item(row, column)) is not None:
            item.setText(words)

    def _rows(self) -> list[Abbreviation]:
        rows = range(self.table.rowCount())
        return [Abbreviation(self._cell(row, _SHORT), self._cell(row, _LONG)) for row in rows]

    def _written(self) -> tuple[tuple[Abbreviation, ...], list[Abbreviation]]:
        """Give the rows that can stand in the list, and those that cannot yet; say why under the table."""
        valid: dict[str, Abbreviation] = {}
        drafts: list[Abbreviation] = []
        problem = ""
        for row in self._rows():
            if row.short and row.short not in valid:
                valid[row.short] = row
            elif row.short or row.long:
                drafts.append(row)
                problem = texts.twice(row.short) if row.short else texts.NO_SHORT
        self.note.say(problem)
        return tuple(valid.values()), drafts

    def _commit(self) -> None:
        if not self._filling:
            self._put(abbreviations=self._written()[0])
            self._show_uses()

    def _put(self, label: str = texts.EDIT_STEP, **changes: object) -> None:
        before = self._session.document.properties
        after: Properties = replace(before, **changes)  # type: ignore[arg-type]  # names of its own
        if after != before:
            self._session.apply(SetProperties(before, after), label)

    def _begin_new(self) -> None:
        self._filling = True
        self._add_row(Abbreviation(""))
        self._filling = False
        row = self.table.rowCount() - 1
        self._show_what_can_be_done()
        self.table.setFocus()
        self.table.setCurrentCell(row, _SHORT)
        self.table.edit(self.table.model().index(row, _SHORT))

    def _remove(self) -> None:
        rows = sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True)
        self._filling = True
        for row in rows:
            self.table.removeRow(row)
        self._filling = False
        self._commit()
        self._show_what_can_be_done()

    def _take(self) -> None:
        chosen = [self._candidates[index.row()] for index in self.found.selectedIndexes()]
        listed = self._session.document.properties.abbreviations
        for one in sorted(chosen, key=lambda one: one.short):
            listed = with_abbreviation(listed, Abbreviation(one.short, one.long))
        self._put(texts.TAKE_STEP, abbreviations=listed)

    def _go(self) -> None:
        use = self._uses.get(self._cell(self.table.currentRow(), _SHORT), Use()) if self.table.rowCount() else Use()
        if use.first:
            self._show_section(use.first)

    def _follow(self, notice: Notice) -> None:
        if notice.changes.properties:
            self.refresh()
        else:
            self._counting.start()

    def _show_what_can_be_done(self) -> None:
        writable = not self._session.read_only
        some = self.table.rowCount() > 0
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)
        self.none_listed.setVisible(not some)
        self.new.setEnabled(writable)
        self.printed.setEnabled(writable)
        self.remove.setEnabled(writable and some)
        self.go.setEnabled(some)
        self.take.setEnabled(writable and bool(self.found.selectedIndexes()))

    def _connect(self) -> None:
        self._session.changed.connect(self._follow)
        self._counting.timeout.connect(self.refresh)
        self.table.itemChanged.connect(lambda _item: self._commit())
        self.printed.clicked.connect(lambda on: self._put(texts.PRINT_STEP, print_abbreviations=on))
        self.new.clicked.connect(lambda _on: self._begin_new())
        self.remove.clicked.connect(lambda _on: self._remove())
        self.go.clicked.connect(lambda _on: self._go())
        self.take.clicked.connect(lambda _on: self._take())
        self.found.itemSelectionChanged.connect(self._show_what_can_be_done)
        self.found.itemActivated.connect(lambda _item: self._take())

    def _lay_out(self) -> None:
        for view in (self.table, self.found):
            view.setProperty("role", "field")
        self.table.setAccessibleName(texts.ABBREVIATIONS)
        self.table.setHorizontalHeaderLabels([texts.SHORT, texts.LONG, texts.COUNT, texts.FIRST])
        self.table.verticalHeader().hide()
        line_rows(self.table)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for button in (self.new, self.remove, self.go, self.take):
            button.setAutoDefault(False)  # Return ends what is typed in a cell
        for column, width in ((_SHORT, 110), (_COUNT, 90), (_FIRST, 190)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(_LONG, QHeaderView.ResizeMode.Stretch)
        self.found.setAccessibleName(texts.FOUND)
        self.found.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.none_listed)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.note)
        layout.addLayout(_row(self.new, self.remove, self.go))
        layout.addWidget(self.printed)
        layout.addWidget(labels.hint(texts.LIST_HINT))
        layout.addWidget(labels.SectionHeader(texts.FOUND, texts.FOUND_HINT))
        layout.addWidget(self.none_found)
        layout.addWidget(self.found, 2)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        foot = _row(self.take)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        order = (self.table, self.new, self.remove, self.go, self.printed, self.found, self.take, buttons)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
