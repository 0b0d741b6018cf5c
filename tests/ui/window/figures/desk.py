"""A window on a concept with one figure, and a hand that waits for images."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.store.images import figures_in
from ikonzept_desktop.ui.images.source import Offer, Source
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.figures.feature import Figures
from ikonzept_desktop.ui.window.figures.figure_dialog import FigureDialog
from ikonzept_desktop.ui.window.figures.panel import FigurePanel
from tests.builders import chapter, doc, figure, p
from tests.ui.desk import made, settle, shown

SECTION, BLOCK = "ziele", "karte"
ADDRESS = FieldAddress(SECTION, "text")


class FigureDesk:
    """One open concept; what is asked in dialogs is answered as the test says."""

    def __init__(self, program: Program, folder: Path, qtbot: QtBot, *, read_only: bool = False) -> None:
        document = doc(
            chapter("Ziele", p("davor"), figure("Karte", "Kreis", alt="Zehn Städte", id=BLOCK), p("danach"), id=SECTION)
        )
        self.window: ConceptWindow = shown(program, made(folder / "konzept.ikonzept", document), read_only=read_only)
        self.qtbot = qtbot
        self.window.show_section(SECTION)
        self.window.activateWindow()
        self.window.text.focus_field()
        settle()

    @property
    def feature(self) -> Figures:
        (feature,) = (feature for feature in self.window._features if isinstance(feature, Figures))
        return feature

    @property
    def panel(self) -> FigurePanel:
        panel = self.window.drawer.panel
        assert isinstance(panel, FigurePanel)
        return panel

    def figures(self) -> list[Figure]:
        sections = walk(self.window.session.document.sections)
        return [figure for section in sections for field in section.fields for figure in figures_in(field.value)]

    def figure(self, id: str = BLOCK) -> Figure:
        return next(figure for figure in self.figures() if figure.id == id)

    def give(self, *sources: Source, remote: tuple[str, ...] = ()) -> None:
        """Paste or drop images, and wait until each was dealt with."""
        self.window.text.images_given.emit(Offer(sources, remote))
        self.wait()

    def wait(self) -> None:
        feature = self.feature
        intakes = [intake for intake in (feature._coming, feature._replacing) if intake is not None]
        self.qtbot.waitUntil(lambda: not any(intake.is_busy for intake in intakes), timeout=40_000)
        settle()

    def answer(self, *answers: Callable[[FigureDialog], object]) -> list[str]:
        """Answer the next dialogs, in order; gives what each was about, as it comes."""
        names: list[str] = []
        left = list(answers)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, FigureDialog) and left:
                names.append(dialog._taken.name)
                left.pop(0)(dialog)
            if left:
                timer.start()

        timer = QTimer(self.window, singleShot=True, interval=20)
        timer.timeout.connect(look)
        timer.start()
        return names

    def open(self) -> FigurePanel:
        """Open the figure from the text, by keys."""
        text = self.window.text.text
        assert text is not None
        cursor = text.textCursor()
        cursor.setPosition(text.document().findBlockByNumber(1).position())
        text.setTextCursor(cursor)
        QTest.keyClick(text, Qt.Key.Key_Delete)
        QTest.keyClick(text, Qt.Key.Key_Return)
        settle()
        return self.panel

    def undo(self) -> None:
        self.window.actions_by_key["undo"].trigger()
        settle()


def described(text: str = "Zwei Felder", caption: str = "") -> Callable[[FigureDialog], None]:
    """Answer with an alternative text and a caption."""

    def answer(dialog: FigureDialog) -> None:
        QTest.keyClicks(dialog.description.words, text)
        QTest.keyClicks(dialog.caption, caption)
        dialog.accept()

    return answer


def given_up(dialog: QDialog) -> None:
    """Answer with no."""
    dialog.reject()
