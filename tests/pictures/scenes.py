"""What each picture shows: a screen opened as a user opens it, on a day that never changes, cut to what matters."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTreeView, QWidget

from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.ui.images.source import Offer, Source
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.style.dialog import StyleDialog
from ikonzept_desktop.ui.window import inspector
from ikonzept_desktop.ui.window.attachments.panel import AttachmentPanel
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.finding.texts import FIND_WHAT, REPLACE_BY
from ikonzept_desktop.ui.window.importing.dialog import ImportDialog
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.overview import page as overview_page
from ikonzept_desktop.ui.window.returns import page as returns_page
from tests.importing.manuscripts import FromConcept
from tests.reading.pdf_files import foreign
from tests.ui.audit.screens import FORM, LONG, SCREENS, TABLED, Place, hold_dialogs
from tests.ui.desk import settle, shown

WINDOW = (1300, 780)
"""px of the window in the pictures: wide enough for all three panes."""
SLIPS = 2
"""Kinds of slips in the picture of the findings, at least."""
AGREED = "Einleitung"
"""A section whose deadline no longer counts, whatever day the program takes for today elsewhere."""
PATIENCE = 20_000
"""ms after which what a picture waits for will not come."""


class TheDay(date):
    """The day of the pictures: some deadlines of the example are past, most are near."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]  # a plain day counts and compares as any other
        """Give a Tuesday before the draft is due."""
        return date(2015, 3, 17)


@dataclass(frozen=True)
class Scene:
    """How a picture comes about."""

    show: Callable[[Place], QWidget]
    """Opens the screen and gives what is drawn."""
    cut: Callable[[QWidget], QRect] | None = None
    """What of it is kept; nothing for all of it."""


@contextmanager
def on_the_day() -> Iterator[None]:
    """Have the program take the day of the pictures for today, and a caret that does not blink."""
    before = QApplication.cursorFlashTime()
    with (
        patch.object(inspector, "date", TheDay),
        patch.object(overview_page, "date", TheDay),
        patch.object(returns_page, "date", TheDay),
    ):
        QApplication.setCursorFlashTime(0)
        try:
            yield
        finally:
            QApplication.setCursorFlashTime(before)


@contextmanager
def staged(program: Program, concept: Path, scene: Scene) -> Iterator[QWidget]:
    """Open a concept, bring a scene about and give what is to be drawn."""
    window = shown(program, concept)
    window.resize(*WINDOW)
    window.move(0, 0)
    settle()
    place = Place(program, window, concept.parent)
    with patch.object(QDialog, "exec", hold_dialogs(place)):
        screen = scene.show(place)
        settle()
        QTest.qWait(400)  # ms for what comes a moment later: counts, previews
        settle()
        yield screen
    for top in QApplication.topLevelWidgets():
        if top is not window and top.isVisible():
            top.close()
    window.session.save_now()
    window.close()
    settle()


def wait_for(look: Callable[[], object]) -> None:
    """Wait until something is there; raises AssertionError."""
    for _ in range(PATIENCE // 50):
        if look():
            return
        QTest.qWait(50)
    raise AssertionError("The picture's screen never came to be.")


def _figure(place: Place) -> QWidget:
    place.section(TABLED)
    screen = place.open_atom(Figure)
    QTest.qWait(300)
    return screen


def _attachment(place: Place) -> QWidget:
    """A statute of four pages is dropped behind the first paragraph; all of it is seen in its panel."""
    place.section(LONG)
    statute = place.folder / "Satzung_Unterbringung.pdf"
    statute.write_bytes(foreign.made(foreign.ordinance, pages=4))
    place.window.text.images_given.emit(Offer((Source(statute, statute.name),)))
    wait_for(lambda: isinstance(place.window.drawer.panel, AttachmentPanel))
    panel = place.window.drawer.panel
    assert isinstance(panel, AttachmentPanel)
    panel.choice.field.setFocus()
    QTest.keyClicks(panel.choice.field, "1-3")
    QTest.keyClick(panel.choice.field, Qt.Key.Key_Return)
    panel.page.turned.emit(2)
    wait_for(lambda: not panel.pictures.is_busy)
    return place.window


def _findings(place: Place) -> QWidget:
    """A sentence with two slips is written at the end, so that there is something to find."""
    place.section(AGREED)
    place.command("findings")
    place.window.text.focus_field()
    text = QApplication.focusWidget()
    assert text is not None
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text, " Die die Vereine unterstuzen das Konzept.")
    place.window.session.save_now()
    side = place.window.side
    wait_for(
        lambda: any(tree.isVisible() and tree.model().rowCount() >= SLIPS for tree in side.findChildren(QTreeView))
    )
    tree = next(tree for tree in side.findChildren(QTreeView) if tree.isVisible())
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    return place.window


def _palette(place: Place) -> QWidget:
    place.section(LONG)
    place.command("palette")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "tabelle")
    settle()
    return place.window


def _giving_out(place: Place) -> QWidget:
    """The folder is anybody's."""
    screen = SCREENS["output"](place)
    for line in screen.findChildren(QLineEdit):
        name = line.text().replace("\\", "/").rsplit("/", 1)[-1]
        line.setText(f"H:\\Sozialamt\\{name}")
        line.setCursorPosition(0)
    settle()
    assert isinstance(screen, OutputDialog)
    assert screen.findings is not None
    wait_for(screen.findings.findings)
    settle()
    screen.resize(screen.sizeHint())  # all of it, however low the screen
    return screen


def _style(place: Place) -> QWidget:
    screen = SCREENS["style: colours"](place)
    assert isinstance(screen, StyleDialog)
    screen.hand.choose("kreisband")
    wait_for(lambda: not screen.sampling.is_waiting() and bool(screen.sample.pages()))
    settle()
    return screen


def _replacing(place: Place) -> QWidget:
    place.section(LONG)
    place.command("replace")
    for name, words in ((FIND_WHAT, "Vereine"), (REPLACE_BY, "Initiativen")):
        line = next(line for line in place.window.findChildren(QLineEdit) if line.accessibleName() == name)
        line.setFocus()
        QTest.keyClicks(line, words)
    QTest.qWait(300)
    return place.window


def _centre(screen: QWidget) -> QRect:
    """Leave outline and header out, and what is known about the section."""
    assert isinstance(screen, ConceptWindow)
    centre = screen.panes.centre
    return QRect(centre.mapTo(screen, QPoint(0, 0)), centre.size())


def _right_of_outline(screen: QWidget) -> QRect:
    centre = _centre(screen)
    return QRect(centre.left(), centre.top(), screen.width() - centre.left(), centre.height())


def _taking_over(place: Place) -> QWidget:
    """An earlier concept is looked through; a field of action is chosen."""
    written = place.window.session.document
    came = FromConcept(written)
    dialog = ImportDialog(replace(written, sections=()), came.manuscript, came.plan, lambda _plan, _goal: "")
    dialog.setParent(place.window, dialog.windowFlags())
    chosen = next(entry for entry in came.plan.entries if entry.title == FORM)
    dialog.tree.choose([chosen.piece])
    dialog.show()
    return dialog


SCENES: dict[str, Scene] = {
    "fenster": Scene(SCREENS["writing"]),
    "felder": Scene(SCREENS["form"], _right_of_outline),
    "arten": Scene(SCREENS["fields and kinds"]),
    "aus-tabelle": Scene(SCREENS["records from a table"]),
    "tabelle": Scene(SCREENS["table"], _centre),
    "bild": Scene(_figure, _centre),
    "anlage": Scene(_attachment, _centre),
    "fussnoten": Scene(SCREENS["notes"], _right_of_outline),
    "querverweis": Scene(SCREENS["reference"], _centre),
    "befunde": Scene(_findings, _right_of_outline),
    "suchen": Scene(_replacing, _centre),
    "befehle": Scene(_palette),
    "ueberblick": Scene(SCREENS["overview"]),
    "zweiter-text": Scene(SCREENS["second text"], _centre),
    "seitenansicht": Scene(SCREENS["pages"], _right_of_outline),
    "ausgeben": Scene(_giving_out),
    "ruecklaeufe": Scene(SCREENS["returns"]),
    "aufnehmen": Scene(SCREENS["take in"]),
    "vorschlaege": Scene(SCREENS["proposals"]),
    "gestaltung": Scene(_style),
    "aus-word": Scene(_taking_over),
}
"""By the name of the file in resources/handbuch/bilder."""
