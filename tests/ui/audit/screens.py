"""The screens of the program by name, each opened as a user opens it, on the example concept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ikonzept_desktop.export.house_style import HouseStyle
from ikonzept_desktop.model.blocks import Figure, Table
from ikonzept_desktop.model.document import find_section
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.store.images import picture
from ikonzept_desktop.paths import resource
from ikonzept_desktop.reading.images.taken import TakenImage
from ikonzept_desktop.ui.handbook.handbook_window import HandbookWindow
from ikonzept_desktop.ui.images.intake import Taken
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.figures.figure_dialog import FigureDialog
from ikonzept_desktop.ui.window.overview.page import OverviewPage
from ikonzept_desktop.ui.window.palette.popup import Palette
from ikonzept_desktop.ui.window.table_panel import TablePanel
from tests.ui.desk import settle

LONG, FORM, TABLED = "Was will das Konzept heute?", "Sprache", "Situation der Menschen mit Zuwanderungsgeschichte"
"""Titles of sections of the example: one of text alone, one of fields, one with tables and figures."""


@dataclass
class Place:
    """A program with the example open, and the dialogs that asked for an answer since."""

    program: Program
    window: ConceptWindow
    folder: Path
    dialogs: list[QDialog] = field(default_factory=list)

    def section(self, title: str) -> None:
        """Open the section of that title and put the keyboard into its text."""
        targets = self.window.labels.all().targets
        self.window.show_section(next(id for id, label in targets.items() if label.title == title))
        self.window.activateWindow()  # from a dialog that another screen has left open
        settle()
        self.window.text.focus_field()
        settle()

    def command(self, key: str) -> QWidget:
        """Have a command done and give what came up: a dialog or window of its own, or else the concept's window."""
        before = set(QApplication.topLevelWidgets())
        self.dialogs.clear()
        self.window.actions_by_key[key].trigger()
        settle()
        if self.dialogs:
            return self.dialogs[-1]
        fresh = [top for top in QApplication.topLevelWidgets() if top not in before and top.isVisible()]
        return fresh[-1] if fresh else self.window

    def open_atom(self, kind: type[Table | Figure]) -> QWidget:
        """Open the first table or figure of the shown section in the drawer."""
        shown = find_section(self.window.session.document, self.window.text.section())
        assert shown is not None
        address = FieldAddress(shown.id, "text")
        atom = next(block for block in shown.blocks("text") if isinstance(block, kind))
        self.window.text.atom_opened.emit((address, atom))
        settle()
        return self.window


def hold_dialogs(place: Place) -> Callable[[QDialog], int]:
    """Give what stands in for `QDialog.exec`: the dialog is shown and the command goes on as if it were left."""

    def exec_(dialog: QDialog) -> int:
        place.dialogs.append(dialog)
        dialog.show()
        return 0

    return exec_


def _writing(title: str) -> Callable[[Place], QWidget]:
    def show(place: Place) -> QWidget:
        place.section(title)
        return place.window

    return show


def _by_command(key: str, title: str = LONG) -> Callable[[Place], QWidget]:
    def show(place: Place) -> QWidget:
        place.section(title)
        return place.command(key)

    return show


def _handbook(place: Place) -> QWidget:
    place.window.actions_by_key["handbook"].trigger()
    settle()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, HandbookWindow) and w.isVisible())


def _with_table(place: Place) -> QWidget:
    place.section(TABLED)
    return place.open_atom(Table)


def _numbers(place: Place) -> QWidget:
    """Ask for the number format of a column, as the tools of the table's panel do."""
    _with_table(place)
    panel = place.window.drawer.panel
    assert isinstance(panel, TablePanel)
    panel.tools.actions_by_key["number_format"].trigger()
    return place.dialogs[-1]


def _with_figure(place: Place) -> QWidget:
    place.section(TABLED)
    return place.open_atom(Figure)


def _new_figure(place: Place) -> QWidget:
    image = resource("example", "bilder", "netzwerk.png").read_bytes()
    known = picture(image)
    taken = Taken(TakenImage(image, known.width, known.height), "netzwerk.png")
    dialog = FigureDialog(taken, QImage.fromData(image), HouseStyle(), None, place.window)
    dialog.show()
    return dialog


def _searched(place: Place) -> QWidget:
    place.section(LONG)
    place.command("replace")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Integration")
    QTest.qWait(300)
    return place.window


def _linked(place: Place) -> QWidget:
    """The question before a link that was just put in is opened."""
    place.section(LONG)
    place.window.text.insert_link("https://kreis.example")
    place.window.text.caret_moved()
    return place.command("open_link")


def _dates(place: Place) -> QWidget:
    place.command("overview")
    page = place.window.workspaces.widget()
    assert isinstance(page, OverviewPage)
    page.aside.edit_dates.click()
    return place.dialogs[-1]


def _offered(key: str) -> Callable[[Place], QWidget]:
    def show(place: Place) -> QWidget:
        place.section(LONG)
        place.command(key)
        return place.window.findChildren(Palette)[0]

    return show


SCREENS: dict[str, Callable[[Place], QWidget]] = {
    "start": lambda place: place.program.show_start(),
    "writing": _writing(LONG),
    "form": _writing(FORM),
    "handbook": _handbook,
    "overview": _by_command("overview"),
    "dates": _dates,
    "table": _with_table,
    "numbers": _numbers,
    "figure": _with_figure,
    "new figure": _new_figure,
    "find": _searched,
    "palette": _offered("palette"),
    "go to": _offered("go_to"),
    "second text": _by_command("second_text"),
    "full screen": _by_command("full_screen"),
    "notes": _by_command("notes"),
    "comments": _by_command("comments"),
    "findings": _by_command("findings"),
    "dangling": _by_command("dangling"),
    "new table": _by_command("table"),
    "fields and kinds": _by_command("template", FORM),
    "comment": _by_command("comment"),
    "link": _by_command("link"),
    "open link": _linked,
    "reference": _by_command("reference"),
    "abbreviations": _by_command("abbreviations"),
    "words": _by_command("dictionaries"),
    "output": _by_command("export"),
    "print": _by_command("print_overview"),
    "properties": _by_command("properties"),
    "settings": _by_command("settings"),
    "trash": _by_command("trash"),
}
"""What opens each screen; a test sees that no dialog and no panel of the program is missing here."""
