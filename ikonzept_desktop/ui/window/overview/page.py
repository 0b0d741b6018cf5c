"""The workspace of the overview: filters, the table with its sums, and how things stand beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.edits import AttributeValue, SetProperties
from ikonzept_desktop.model.overview import lines, offered_statuses, set_for_all
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.template import Status
from ikonzept_desktop.ui.kit import labels as kit_labels
from ikonzept_desktop.ui.kit.cards import EmptyState
from ikonzept_desktop.ui.kit.german_day import no_day
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.aside import WIDTH, Aside
from ikonzept_desktop.ui.window.overview.columns import FindingsSource
from ikonzept_desktop.ui.window.overview.delegate import OverviewDelegate
from ikonzept_desktop.ui.window.overview.filters import Filters
from ikonzept_desktop.ui.window.overview.menu import build_menu
from ikonzept_desktop.ui.window.overview.table_model import OverviewModel
from ikonzept_desktop.ui.window.overview.table_view import OverviewTable

TWO_PANES = 1000
"""px of window from which the pane beside the table stands there by itself."""


def _today() -> date:
    return date.today()  # noqa: DTZ011  # a deadline is a day of the writer's own calendar


class OverviewPage(QWidget):
    """Every section in a line; cells are edited in place, several sections at once."""

    opened = Signal(str)
    """The section that is to be opened in the text."""
    said = Signal(str)
    """A sentence to be told in passing."""
    print_asked = Signal()

    def __init__(
        self,
        session: Session,
        labels: LiveLabels,
        findings: FindingsSource | None = None,
        today: Callable[[], date] = _today,
    ) -> None:
        """Show a session's concept, its sections numbered by the labels."""
        super().__init__()
        self._session = session
        self._labels = labels
        self._stale = True
        self._aside_wanted: bool | None = None
        count = (lambda section: len(findings.findings_of(section))) if findings is not None else None
        self.model = OverviewModel(today, count, editable=not session.read_only, parent=self)
        self.filters = Filters(self)
        self.table = OverviewTable(self.model, self)
        self.aside = Aside(editable=not session.read_only, parent=self)
        self._none_fits = EmptyState(texts.NONE_FITS, texts.SHOW_ALL, self.filters.clear)
        self._sums = [kit_labels.label("", strong=True) for _ in range(3)]
        self._sorted = kit_labels.label("", "muted", small=True)
        self.table.setItemDelegate(
            OverviewDelegate(
                self.table,
                self.model,
                statuses=self._statuses,
                people=lambda: sorted({line.responsible for line in self.model.every if line.responsible}),
                commit=self._commit,
            )
        )
        self._lay_out()
        self._connect(findings)
        self.refresh()

    def refresh(self) -> None:
        """Show the concept as it stands now."""
        self._stale = False
        document = self._session.document
        every = lines(document, self._labels.number)
        known = [line.number for line in self.model.every]
        self.model.take(every)
        if known != [line.number for line in every]:
            self.table.fit()
        if self.filters.offer(every, self._statuses()):
            self._ask()
        self._show_rest()

    def choose(self, section: str) -> None:
        """Choose a section's line, where it is shown."""
        self.table.choose(section)

    def change(self, name: str, value: AttributeValue, sections: list[str]) -> None:
        """Set an attribute of sections, in one step."""
        edit = set_for_all(self._session.document, sections, name, value)
        self._session.apply(edit, texts.step(name, len(sections)))

    def toggle_aside(self) -> None:
        """Show or fold what stands beside the table."""
        self._aside_wanted = self.aside.isHidden()
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the table."""
        self.table.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was written meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Take F9 for the pane beside the table."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F9 and not event.modifiers()
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold or show the pane beside the table with F9."""
        if event.key() == Qt.Key.Key_F9 and not event.modifiers():
            self.toggle_aside()
        else:
            super().keyPressEvent(event)

    def _take(self, _notice: Notice) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _ask(self) -> None:
        chosen = self.table.chosen()
        self.model.ask(self.filters.asked(self.model.asked))
        if not self.table.chosen() and chosen and self.model.shown:
            self.table.choose(self.model.shown[0].section)
        self._show_rest()

    def _show_rest(self) -> None:
        """Show what is said about the lines: counts, sums, how things stand."""
        shown = self.model.shown
        self.filters.show_count(len(shown), len(self.model.every))
        self._stack.setCurrentIndex(0 if shown or not self.model.every else 1)
        words, target = sum(line.words for line in shown), sum(line.target or 0 for line in shown)
        summed = [texts.words_summed(words, target), texts.notes_summed(sum(line.open_notes for line in shown))]
        if self.model.findings_of is not None:
            summed.append(texts.findings_summed(sum(map(self.model.findings_of, self.table_sections()))))
        for label, sentence in zip(self._sums, [*summed, ""], strict=False):
            label.setText(sentence)
        self.aside.take(self._session.document, self.model.every, self.model.today())

    def table_sections(self) -> list[str]:
        """Give the sections that are shown, in their order."""
        return [line.section for line in self.model.shown]

    def _commit(self, section: str, name: str, value: AttributeValue, draft: str) -> None:
        """Take what was typed into a cell: for all that are chosen where that cell's section is one of them."""
        if draft:
            self.change("deadline_draft", draft, [section])
            self.said.emit(no_day(draft))
            return
        chosen = self.table.chosen()
        meant = chosen if section in chosen else [section]
        self.change(name, value, meant)

    def _statuses(self) -> tuple[Status, ...]:
        return offered_statuses(self._session.document.template, (line.status for line in self.model.every))

    def _offer_menu(self, at: QPoint) -> None:
        chosen = self.table.chosen()
        if chosen:
            menu = build_menu(self, self.table, self._statuses(), editable=not self._session.read_only)
            menu.status_chosen.connect(lambda key: self.change("status", key, chosen))
            menu.popup(at)

    def _edit_dates(self) -> None:
        from ikonzept_desktop.ui.window.overview import dates_texts
        from ikonzept_desktop.ui.window.overview.dates_dialog import DatesDialog

        before = self._session.document.properties
        dialog = DatesDialog(before.dates, self)
        if dialog.exec() and dialog.dates() != before.dates:
            self._session.apply(SetProperties(before, replace(before, dates=dialog.dates())), dates_texts.STEP)

    def _say_sorting(self) -> None:
        asked = self.model.asked
        by = texts.IN_OUTLINE_ORDER
        if asked.column is not None:
            by = texts.sorted_by(texts.COLUMNS[asked.column], descending=asked.descending)
        self._sorted.setText(by)

    def _fit(self) -> None:
        wide = self.width() >= TWO_PANES
        self.aside.setVisible(wide if self._aside_wanted is None else self._aside_wanted)
        self.filters.show_aside.setChecked(not self.aside.isHidden())
        self._sorted.setVisible(self.width() >= TWO_PANES)
        self.filters.fit(self.width() - (WIDTH if self.aside.isVisible() else 0))

    def _connect(self, findings: FindingsSource | None) -> None:
        self._session.changed.connect(self._take)
        if findings is not None:
            findings.changed.connect(self.model.refresh_findings)
            findings.changed.connect(self._show_rest)
        self.filters.changed.connect(self._ask)
        self.filters.print.clicked.connect(lambda _on=False: self.print_asked.emit())
        self.filters.show_aside.clicked.connect(lambda _on=False: self.toggle_aside())
        self.aside.late_asked.connect(lambda: self.filters.only_late.setChecked(True))
        self.aside.dates_asked.connect(self._edit_dates)
        self.table.opened.connect(self.opened.emit)
        self.table.menu_asked.connect(self._offer_menu)
        self.table.sorted.connect(self._say_sorting)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(320, 160)  # parts fold: the window is never to be kept wide for all of them
        nothing = QWidget(self)
        inner = QVBoxLayout(nothing)
        inner.setContentsMargins(28, 16, 28, 16)
        inner.addWidget(self._none_fits)
        inner.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addLayout(self._stack, 1)
        column.addWidget(self._foot())
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.aside)
        split.setStretchFactor(0, 1)
        self.aside.setMinimumWidth(220)
        split.setSizes([10_000, WIDTH])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._say_sorting()

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setObjectName("statusBar")  # the ground of what stands at the foot of something
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(24)
        row.addWidget(kit_labels.label(texts.SUM, strong=True))
        row.addWidget(self._sorted)
        row.addStretch(1)
        for label in self._sums:
            row.addWidget(label)
        self._sums[2].setVisible(self.model.findings_of is not None)
        return foot
