"""The screens of the program by name, each opened as its commands open it, on the example concept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ikonzept_desktop.checking.findings import Kind
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.model.edits import ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.paths import resource
from ikonzept_desktop.settings import Settings
from ikonzept_desktop.ui.handbook.book import read_book
from ikonzept_desktop.ui.handbook.handbook_window import HandbookWindow
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window import finding_steps
from ikonzept_desktop.ui.window.checking_feature import CheckingFeature
from ikonzept_desktop.ui.window.checking_room import CheckingRoom
from ikonzept_desktop.ui.window.comment_dialog import CommentDialog
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.link_dialog import LinkDialog
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.properties_dialog import PropertiesDialog
from ikonzept_desktop.ui.window.settings_dialog import SettingsDialog
from ikonzept_desktop.ui.window.trash_dialog import TrashDialog
from ikonzept_desktop.ui.window.words_dialog import WordsDialog


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


def _findings(place: Place) -> QWidget:
    """Have something wrong in a text, and choose it on the page of findings."""
    place.section("Was will das Konzept heute?")
    session, section = place.window.session, place.window.text.section()
    block = next(one for one in walk(session.document.sections) if one.id == section).blocks("text")[0]
    wrong = ReplaceSpan(FieldAddress(section, "text"), block.id, "", 0, (), (Text("Das ist ist  flasch. "),))
    session.apply(wrong, "Eingabe")
    room = checking_room_of(place.window)
    room.desk.finish()
    place.window.actions_by_key["findings"].trigger()
    page = room.page
    assert page is not None
    page.choose(next(one for one in room.desk.all() if one.kind is Kind.DOUBLE_WORD))
    return place.window


def _words(place: Place) -> QWidget:
    room = checking_room_of(place.window)
    return WordsDialog(finding_steps.word_lists(place.window, room.spelling), place.window)


def checking_room_of(window: ConceptWindow) -> CheckingRoom:
    """Give what stands behind spelling and findings in a window."""
    return next(one for one in window._features if isinstance(one, CheckingFeature)).made()


SCREENS: dict[str, Callable[[Place], QWidget]] = {
    "start": lambda place: place.program.show_start(),
    "writing": _writing("Was will das Konzept heute?"),
    "form": _writing("Sprache"),
    "handbook": _dialog(lambda place: HandbookWindow(read_book(resource("handbuch")))),
    "findings": _findings,
    "words": _dialog(_words),
    "comment": _dialog(lambda place: CommentDialog(place.window)),
    "link": _dialog(lambda place: LinkDialog("https://kreis.example", place.window)),
    "output": _dialog(lambda place: OutputDialog(place.window.session, Worker(), place.window)),
    "properties": _dialog(lambda place: PropertiesDialog(place.window.session.document.properties, place.window)),
    "settings": _dialog(lambda place: SettingsDialog(Settings(), lambda _settings: None, place.window)),
    "trash": _dialog(lambda place: TrashDialog(place.window.session, place.window)),
}
"""What opens each screen; a test sees that no dialog and no panel of the program is missing here."""
