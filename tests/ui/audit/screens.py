"""The screens of the program by name, each opened as its commands open it, on the example concept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.paths import resource
from ikonzept_desktop.settings import Settings
from ikonzept_desktop.ui.handbook.book import read_book
from ikonzept_desktop.ui.handbook.handbook_window import HandbookWindow
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.comment_dialog import CommentDialog
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.link_dialog import LinkDialog
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.overview.dates_dialog import DatesDialog
from ikonzept_desktop.ui.window.overview.page import OverviewPage
from ikonzept_desktop.ui.window.overview.print_dialog import PrintDialog
from ikonzept_desktop.ui.window.overview.printing import sheet_of
from ikonzept_desktop.ui.window.properties_dialog import PropertiesDialog
from ikonzept_desktop.ui.window.settings_dialog import SettingsDialog
from ikonzept_desktop.ui.window.trash_dialog import TrashDialog


@dataclass
class Place:
    """Where the screens stand."""

    program: Program
    window: ConceptWindow
    folder: Path

    def section(self, title: str) -> None:
        """Open the section of that title."""
        targets = self.window.labels.all().targets
        self.window.show_section(next(id for id, label in targets.items() if label.title == title))


def _writing(title: str) -> Callable[[Place], QWidget]:
    def show(place: Place) -> QWidget:
        place.section(title)
        return place.window

    return show


def _dialog(make: Callable[[Place], QWidget]) -> Callable[[Place], QWidget]:
    def show(place: Place) -> QWidget:
        dialog = make(place)
        dialog.show()
        return dialog

    return show


def _command(*keys: str) -> Callable[[Place], QWidget]:
    def show(place: Place) -> QWidget:
        place.section("Was will das Konzept heute?")
        for key in keys:
            place.window.actions_by_key[key].trigger()
        return place.window

    return show


def _printed(place: Place) -> QWidget:
    window = place.window
    page = OverviewPage(window.session, window.labels)
    return PrintDialog(sheet_of(page, window.session), window.session.path, window)


def _dates(place: Place) -> QWidget:
    return DatesDialog(place.window.session.document.properties.dates, place.window)


SCREENS: dict[str, Callable[[Place], QWidget]] = {
    "start": lambda place: place.program.show_start(),
    "writing": _writing("Was will das Konzept heute?"),
    "form": _writing("Sprache"),
    "overview": _command("overview"),
    "notes": _command("comments"),
    "second text": _command("second_text"),
    "full screen": _command("full_screen"),
    "dates": _dialog(_dates),
    "printed list": _dialog(_printed),
    "handbook": _dialog(lambda place: HandbookWindow(read_book(resource("handbuch")))),
    "comment": _dialog(lambda place: CommentDialog(place.window)),
    "link": _dialog(lambda place: LinkDialog("https://kreis.example", place.window)),
    "output": _dialog(lambda place: OutputDialog(place.window.session, Worker(), place.window)),
    "properties": _dialog(lambda place: PropertiesDialog(place.window.session.document.properties, place.window)),
    "settings": _dialog(lambda place: SettingsDialog(Settings(), lambda _settings: None, place.window)),
    "trash": _dialog(lambda place: TrashDialog(place.window.session, place.window)),
}
"""What opens each screen; a test sees that no dialog and no panel of the program is missing here."""
