"""The overview over a concept in memory, on a fixed day, and hands at it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import BindingDate, Comment, Document, Section, find_section
from ikonzept_desktop.model.template import Status
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.window.overview.columns import Column, FindingsSource
from ikonzept_desktop.ui.window.overview.page import OverviewPage
from tests.builders import TEMPLATE, chapter, doc, p
from tests.ui.window.sessions import session

TODAY = date(2015, 3, 12)
STATUSES = (
    Status("open", "Offen", "ring", "muted"),
    Status("draft", "Entwurf", "half", "amber"),
    Status("agreed", "Abgestimmt", "tick", "green"),
)


class Findings(QObject):
    """Says how much was found in which section."""

    changed = Signal()

    def __init__(self, found: Mapping[str, int]) -> None:
        super().__init__()
        self.found = dict(found)

    def findings_of(self, section: str) -> range:
        return range(self.found.get(section, 0))


def concept() -> Document:
    """Give three chapters: begun and late, agreed on, not begun."""
    note = Comment("n", "Sozialamt", datetime(2015, 3, 1, tzinfo=UTC), "Stimmt das?")
    below = replace(
        chapter("Bilanz", p("Es war gut"), id="below"), status="agreed", deadline=date(2015, 1, 1), responsible="Amt 50"
    )
    first = replace(
        chapter("Einleitung", p("Der Kreis"), id="first"),
        status="draft",
        responsible="Sozialamt",
        deadline=date(2015, 3, 6),
        target_words=6,
        comments=(note,),
        children=(below,),
    )
    dates = (BindingDate(date(2013, 10, 31), "Oktober 2013", "Beginn"), BindingDate(date(2015, 3, 20), "", "Abgabe"))
    template = replace(TEMPLATE, statuses=STATUSES)
    return doc(first, chapter("Ausblick", id="last"), template=template, dates=dates)


class Desk:
    """An overview with the keyboard in its table."""

    def __init__(
        self,
        qtbot: QtBot,
        *,
        document: Document | None = None,
        read_only: bool = False,
        findings: FindingsSource | None = None,
    ) -> None:
        self.session, self.store = session(document or concept(), read_only=read_only)
        self.page = OverviewPage(self.session, LiveLabels(self.session), findings, today=lambda: TODAY)
        self.opened: list[str] = []
        self.said: list[str] = []
        self.page.opened.connect(self.opened.append)
        self.page.said.connect(self.said.append)
        qtbot.addWidget(self.page)
        self.page.resize(1440, 800)
        self.page.show()
        self.page.activateWindow()
        self.page.choose("first")
        self.page.table.setFocus()
        QApplication.processEvents()

    @property
    def titles(self) -> list[str]:
        """The titles of the rows, from above."""
        return [line.title for line in self.page.model.shown]

    def cell(self, section: str, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        return self.page.model.index(self.page.model.row_of(section), column).data(role)

    def section(self, id: str) -> Section:
        """Give a section as it stands now."""
        section = find_section(self.session.document, id)
        assert section is not None
        return section

    def go(self, section: str, column: Column) -> None:
        """Go to a cell."""
        self.page.choose(section)
        index = self.page.model.index(self.page.model.row_of(section), column)
        # Told outright: by itself the table would ask which keys were held last, which is another test's affair.
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.page.table.selectionModel().setCurrentIndex(index, rows)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys in whatever has the keyboard."""
        for key in keys:
            QTest.keyClick(self.focused(), key)
            QApplication.processEvents()

    def write(self, words: str) -> None:
        """Type into whatever has the keyboard."""
        for letter in words:
            QTest.keyClicks(self.focused(), letter)
            QApplication.processEvents()

    def focused(self) -> QWidget:
        """Give what has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def is_editing(self) -> bool:
        """Tell whether a cell is being edited."""
        return self.page.table.state() == QAbstractItemView.State.EditingState

    def editor(self) -> QComboBox | QLineEdit:
        """Give the editor that is open."""
        found = self.page.table.indexWidget(self.page.table.currentIndex())
        assert isinstance(found, QComboBox | QLineEdit)
        return found
