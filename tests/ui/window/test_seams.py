"""Where features find room in a window: the drawer, the pages at the side, the workspaces."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import walk
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.drawer import Drawer, DrawerPanel
from ikonzept_desktop.ui.window.side_pane import SidePane
from ikonzept_desktop.ui.window.workspaces import Workspaces


class Panel(DrawerPanel):
    """A panel with one line, which counts how often it was told to commit."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWindowTitle(name)
        self.line = QLineEdit(self)
        self.commits = 0
        QVBoxLayout(self).addWidget(self.line)

    def take_keyboard(self) -> None:
        self.line.setFocus()

    def commit(self) -> None:
        self.commits += 1


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder)
    holder.show()
    holder.activateWindow()
    return holder


def put(widget: QWidget, holder: QWidget) -> None:
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(widget)


def test_a_panel_opens_with_the_keyboard_and_escape_puts_it_away(holder: QWidget, qtbot: QtBot) -> None:
    drawer, panel = Drawer(holder), Panel("Tabelle 3")
    put(drawer, holder)
    assert drawer.isHidden()
    drawer.show_panel(panel)
    assert (drawer.isVisible(), QApplication.focusWidget()) == (True, panel.line)
    with qtbot.waitSignal(drawer.put_away):
        QTest.keyClick(panel.line, Qt.Key.Key_Escape)
    assert (drawer.isHidden(), drawer.panel, panel.commits) == (True, None, 1)


def test_another_panel_takes_the_place_of_the_first_which_commits(holder: QWidget) -> None:
    drawer, first, second = Drawer(holder), Panel("Eins"), Panel("Zwei")
    put(drawer, holder)
    drawer.show_panel(first)
    drawer.show_panel(second, keyboard=False)
    assert (first.commits, first.isHidden(), second.isVisible()) == (1, True, True)
    assert drawer.accessibleName() == "Zwei"


def test_pages_at_the_side_have_tabs_from_the_second_on(holder: QWidget) -> None:
    side, first, second = SidePane(holder), QLineEdit(), QLineEdit()
    put(side, holder)
    side.add("section", "Abschnitt", "file-text", first, first)
    assert side.tabs.isHidden()
    side.add("findings", "Befunde", "circle-alert", second, second)
    QApplication.processEvents()
    side.show_page("findings")
    side.setFocus()
    assert (side.tabs.isVisible(), side.page(), side.key) == (True, second, "findings")
    assert QApplication.focusWidget() is second


def test_pages_without_room_for_their_names_show_icons_but_for_the_chosen_one(holder: QWidget) -> None:
    side = SidePane(holder)
    put(side, holder)
    for key, name in (("a", "Abschnitt"), ("b", "Ein sehr langer Name"), ("c", "Noch ein langer Name")):
        page = QLineEdit()
        side.add(key, name, "list", page, page)
    side.resize(220, 200)
    holder.resize(220, 200)
    QApplication.processEvents()
    assert [side.tabs.tabText(place) for place in range(3)] == ["Abschnitt", "", ""]
    side.show_page("b")
    assert [side.tabs.tabText(place) for place in range(3)] == ["", "Ein sehr langer Name", ""]
    assert (side.tabs.tabToolTip(2), side.tabs.accessibleTabName(2)) == ("Noch ein langer Name",) * 2
    holder.resize(900, 200)
    QApplication.processEvents()
    assert side.tabs.tabText(0) == "Abschnitt"


def test_a_workspace_is_made_when_it_is_first_shown(holder: QWidget) -> None:
    stage, made = QStackedWidget(holder), []
    stage.addWidget(QWidget())
    spaces = Workspaces(stage, holder)
    put(stage, holder)
    assert spaces.tabs.isHidden()

    def make() -> QWidget:
        made.append(QWidget())
        return made[-1]

    spaces.add("overview", "Überblick", "layout-list", make)
    assert (made, spaces.key) == ([], "writing")
    spaces.show("overview")
    spaces.show("writing")
    spaces.show("overview")
    assert (len(made), spaces.widget()) == (1, made[0])


class Remembering(Panel):
    """A panel that shows one section's places alone."""

    def __init__(self, section: str) -> None:
        super().__init__(section)
        self.restored: list[Selection] = []

    def restore(self, selection: Selection) -> bool:
        self.restored.append(selection)
        return selection.section == self.windowTitle()


def test_undo_asks_the_panel_first_where_the_caret_belongs(program: Program, tmp_path: Path) -> None:
    window = program.new("integrationskonzept", tmp_path / "konzept.ikonzept")
    assert window is not None
    chapter = next(walk(window.session.document.sections)).id
    panel = Remembering(chapter)
    window.drawer.show_panel(panel)
    window.restore(Selection(chapter))
    assert ([one.section for one in panel.restored], window.focusWidget()) == ([chapter], panel.line)
    panel.setWindowTitle("another")
    window.restore(Selection(chapter, FieldAddress(chapter, "text")))
    assert window.focusWidget() is not panel.line
