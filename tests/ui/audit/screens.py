"""The screens of the program by name, each opened as a user opens it, on the example concept."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ikonzept_desktop.export.orders import Kind
from ikonzept_desktop.importing.plan import Becomes
from ikonzept_desktop.importing.proposing import Sight
from ikonzept_desktop.model.blocks import Figure, Table
from ikonzept_desktop.model.copies import give_out
from ikonzept_desktop.model.document import CopyState, GivenCopy, Logo, find_section
from ikonzept_desktop.model.edits import ChangeProposals, SetProperties
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.store.images import images_of
from ikonzept_desktop.ui.handbook.handbook_window import HandbookWindow
from ikonzept_desktop.ui.images.source import Offer, Source
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.style.dialog import StyleDialog
from ikonzept_desktop.ui.tables.make_dialog import MakeDialog
from ikonzept_desktop.ui.template.dialog import TemplateDialog
from ikonzept_desktop.ui.window.attachments.panel import AttachmentPanel
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.importing.dialog import ImportDialog
from ikonzept_desktop.ui.window.importing.reading_dialog import ReadingDialog
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.overview.page import OverviewPage
from ikonzept_desktop.ui.window.preview.desk import PreviewDesk
from ikonzept_desktop.ui.window.returns.stage import ReturnsStage
from ikonzept_desktop.ui.window.returns.take_in_dialog import TakeInDialog
from ikonzept_desktop.ui.window.table_panel import TablePanel
from ikonzept_desktop.ui.window.trash_dialog import TrashDialog
from tests.importing.manuscripts import FromConcept
from tests.publication.record.returned import proposals
from tests.reading.pdf_files import foreign
from tests.ui.audit.returned import files_that_came, take_in_proposals
from tests.ui.desk import settle

LONG, FORM, TABLED = "Was will das Konzept heute?", "Sprache", "Situation der Menschen mit Zuwanderungsgeschichte"
"""Titles of sections of the example: one of text alone, one of fields, one with tables and figures."""
LONGEST_WAIT = 20_000
"""ms for the child process that looks at an image or makes pages."""


@dataclass
class Place:
    """A program with the example open, and the dialogs that asked for an answer since."""

    program: Program
    window: ConceptWindow
    folder: Path
    dialogs: list[QDialog] = field(default_factory=list)
    keyboard: QWidget | None = None
    """What had the keyboard before the last command."""

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
        self.keyboard = QApplication.focusWidget()
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
        setattr(dialog, "deleteLater", lambda: None)  # noqa: B010  # who asked lets go of it at once; its window ends it
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


def _with_figure(place: Place) -> QWidget:
    place.section(TABLED)
    return place.open_atom(Figure)


def _new_figure(place: Place) -> QWidget:
    """An image that was pasted: what it shows is asked at once."""
    place.section(LONG)
    place.dialogs.clear()
    place.keyboard = QApplication.focusWidget()
    image = place.folder / "Karte des Kreises.png"
    place.window.grab().scaled(800, 500).save(str(image))
    place.window.text.images_given.emit(Offer((Source(image, image.name),)))
    waited = 0
    while not place.dialogs:
        QTest.qWait(20)
        waited += 20
        assert waited < LONGEST_WAIT
    return place.dialogs[-1]


def _with_attachment(place: Place) -> QWidget:
    """A PDF that was dropped, of scans, in its panel."""
    place.section(LONG)
    path = place.folder / "Anschreiben.pdf"
    path.write_bytes(foreign.scan(pages=3))
    place.window.text.images_given.emit(Offer((Source(path, path.name),)))
    waited = 0
    while not isinstance(place.window.drawer.panel, AttachmentPanel):
        QTest.qWait(20)
        waited += 20
        assert waited < LONGEST_WAIT
    place.window.drawer.panel.page.turned.emit(2)
    place.window.drawer.panel.take_keyboard()
    settle()
    return place.window


def _asked_by_table(tool: str) -> Callable[[Place], QWidget]:
    """What a tool of the table's panel asks for."""

    def show(place: Place) -> QWidget:
        _with_table(place)
        panel = place.window.drawer.panel
        assert isinstance(panel, TablePanel)
        place.keyboard = QApplication.focusWidget()
        panel.tools.actions_by_key[tool].trigger()
        return place.dialogs[-1]

    return show


def _copied_cells(place: Place) -> QWidget:
    QApplication.clipboard().setText("Jahr\tSchulkinder\n2024\t1.204\n2025\t1.311\n")
    place.section(LONG)
    dialog = place.command("table")
    assert isinstance(dialog, MakeDialog)
    assert dialog.ways.key == "clipboard"
    return dialog


def _cells_of_file(place: Place) -> QWidget:
    place.section(LONG)
    dialog = place.command("table")
    assert isinstance(dialog, MakeDialog)
    dialog.ways.choose("file")
    dialog.ways.chosen.emit("file")
    return dialog


def _page_of_template(page: str) -> Callable[[Place], QWidget]:
    def show(place: Place) -> QWidget:
        place.section(FORM)
        dialog = place.command("template")
        assert isinstance(dialog, TemplateDialog)
        dialog.tabs.choose(page)
        dialog.tabs.chosen.emit(page)
        dialog.tabs.setFocus()
        return dialog

    return show


def _sought(words: str) -> Callable[[Place], QWidget]:
    def show(place: Place) -> QWidget:
        place.section(LONG)
        place.command("replace")
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)
        QTest.qWait(300)
        return place.window

    return show


def _deleted(place: Place) -> TrashDialog:
    place.section(LONG)
    place.window.outline.tree.setFocus()
    place.command("delete_section")
    dialog = place.command("trash")
    assert isinstance(dialog, TrashDialog)
    dialog.list.setCurrentRow(0)
    return dialog


def _purged(place: Place) -> QWidget:
    """The question before something is gone for good."""
    trash = _deleted(place)
    place.keyboard = trash.purge_button
    trash.purge_button.setFocus()
    trash.purge_button.click()
    return place.dialogs[-1]


def _warned(place: Place) -> QWidget:
    """A banner above the text, with a way out."""
    place.section(LONG)
    place.window.banner.say(
        "Auf dem Laufwerk ist kein Platz mehr. Ihr Text ist noch hier.", "red", ("Wiederholen", lambda: None)
    )
    return place.window


def _read_only(place: Place) -> QWidget:
    other = place.folder / "nur zum Lesen.ikonzept"
    other.write_bytes(place.window.session.path.read_bytes())
    window = place.program.open(other, read_only=True)
    assert window is not None
    window.resize(1440, 900)
    return window


def _menu_of_suggestions(place: Place) -> QWidget:
    """What is offered for a misspelt word at the caret."""
    place.section(LONG)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Integrazionsrat ")
    QTest.keyClick(focused, Qt.Key.Key_Left)
    QTest.qWait(600)
    return place.window


def _linked(place: Place) -> QWidget:
    """The question before a link that was just put in is opened."""
    place.section(LONG)
    place.window.text.insert_link("https://kreis.example")
    place.window.text.caret_moved()
    return place.command("open_link")


def _pages(place: Place) -> QWidget:
    """The pages beside the text, with the keyboard in them."""
    place.section(LONG)
    place.command("preview")
    desk = place.window.findChild(PreviewDesk)
    assert desk is not None
    desk.panel.view.setFocus()
    waited = 0
    while desk.is_waiting() or desk.last is None or not desk.last.settled:
        QTest.qWait(20)
        waited += 20
        assert waited < LONGEST_WAIT
    return place.window


def _dates(place: Place) -> QWidget:
    place.command("overview")
    page = place.window.workspaces.widget()
    assert isinstance(page, OverviewPage)
    place.keyboard = QApplication.focusWidget()
    page.aside.edit_dates.click()
    return place.dialogs[-1]


def _page_of_style(page: str) -> Callable[[Place], QWidget]:
    """Open a page of the form of the house style."""

    def show(place: Place) -> QWidget:
        dialog = place.command("style")
        assert isinstance(dialog, StyleDialog)
        if page == "colours":
            dialog.hand.put("accent_colour", "#66AACC")
            dialog.hand.put("field_colours", "#A63446, #1F7A5C")
        dialog.show_page(page)
        settle()
        return dialog

    return show


def _logos(place: Place) -> QWidget:
    """Two logos of one image that is in the concept, one of them not described yet."""
    image = min(images_of(place.window.session.document))
    properties = place.window.session.document.properties
    logos = (Logo(image, "Logo des Kreises"), Logo(image, "", "imprint"))
    place.window.session.apply(SetProperties(properties, replace(properties, logos=logos)), "Logos")
    return _page_of_style("logos")(place)


def _printing(place: Place) -> QWidget:
    screen = _by_command("export")(place)
    assert isinstance(screen, OutputDialog)
    screen.rows[Kind.PRINT].choice.setChecked(True)
    settle()
    return screen


def _copies(place: Place) -> QWidget:
    """Copies that are late, out, and back."""
    sent = datetime(2015, 3, 2, 9, tzinfo=UTC)
    copies = (
        GivenCopy("kopie1", "Jobcenter", sent, "fassung", due=date(2015, 3, 16), file="Jobcenter.docx"),
        GivenCopy("kopie2", "Caritasverband", sent, "fassung", due=date(2015, 3, 16), state=CopyState.RETURNED,
                  returned=datetime(2015, 3, 12, 9, tzinfo=UTC), file="Caritasverband.docx"),
        GivenCopy("kopie3", "AG Sprache und Bildung", sent, "fassung", "AG Sprache und Bildung", date(2015, 3, 20),
                  file="AG Sprache und Bildung.docx"),
        GivenCopy("kopie4", "Schulamt", sent, "fassung", due=date(2015, 3, 20), file="Schulamt.docx"),
    )  # fmt: skip
    place.window.session.apply(give_out(place.window.session.document, "konzept", copies), "Zur Durchsicht gegeben")
    return place.command("returns")


def _records_from_table(place: Place) -> QWidget:
    """Copied cells, some of which do not fit, on their way into the measures."""
    place.section(FORM)
    QApplication.clipboard().setText("Maßnahme\tPrio\tKosten\nKurse am Abend\tsofort\t12 €\nLesepaten\thoch\t\n")
    dialog = place.command("records_from_table")
    QApplication.clipboard().clear()
    return dialog


def _compare(place: Place) -> QWidget:
    """Two versions are kept beside the present state."""
    for day in (3, 17):
        place.window.session.keeper.snapshot_for_export(datetime(2015, 2, day, 9, 30, tzinfo=UTC))
        properties = place.window.session.document.properties
        edit = SetProperties(properties, replace(properties, as_of=f"Stand: {day}. Februar"))
        place.window.session.apply(edit, "Angaben geändert")
    return place.command("compare")


def _due(place: Place) -> QWidget:
    _copies(place)
    stage = place.window.workspaces.widget()
    assert isinstance(stage, ReturnsStage)
    page = stage.copies
    place.keyboard = QApplication.focusWidget()
    page.due.click()
    return place.dialogs[-1]


def _take_in(place: Place) -> QWidget:
    """A copy that was recognised, one that does not tell whose it is, and one that is damaged."""
    came = files_that_came(place.window.session, place.folder)
    place.command("returns")
    stage = place.window.workspaces.widget()
    assert isinstance(stage, ReturnsStage)
    page = stage.copies
    place.dialogs.clear()
    place.keyboard = QApplication.focusWidget()
    page.take_in_asked.emit(came)
    (dialog,) = place.dialogs
    assert isinstance(dialog, TakeInDialog)
    while dialog.round.is_busy:
        QTest.qWait(20)
    settle()
    return dialog


def _proposals(place: Place) -> QWidget:
    """Everything that can be proposed; a conflict is the present one."""
    made = take_in_proposals(place.window.session)
    shown = place.command("returns")
    stage = place.window.workspaces.widget()
    assert isinstance(stage, ReturnsStage)
    stage.desk.choose(next(kept.id for kept in made if kept.is_conflict))
    settle()
    return shown


def _left_out(place: Place) -> QWidget:
    """What could not be taken over of a file."""
    _proposals(place)
    stage = place.window.workspaces.widget()
    assert isinstance(stage, ReturnsStage)
    place.keyboard = QApplication.focusWidget()
    place.dialogs.clear()
    stage.review.left_out_asked.emit()
    return place.dialogs[-1]


def _record(place: Place) -> QWidget:
    """The record of proposals to two sections of the example."""
    session = place.window.session
    ids = [id for id, label in place.window.labels.all().targets.items() if label.title in (LONG, FORM)]
    found = tuple(replace(kept, section=ids[at % 2]) for at, kept in enumerate(proposals()))
    session.apply(ChangeProposals((), found), "Rückläufe aufgenommen")
    return place.command("record_decisions")


def _import(place: Place) -> QWidget:
    """What a document would become below the section that is shown; its first table of measures is chosen."""
    place.section(LONG)
    place.dialogs.clear()
    place.keyboard = QApplication.focusWidget()
    came = FromConcept(place.window.session.document)
    place.window.sight_given.emit(Sight(came.manuscript, came.plan))
    dialog = place.dialogs[-1]
    assert isinstance(dialog, ImportDialog)
    records = next(entry for entry in came.plan.entries if entry.becomes is Becomes.RECORDS)
    dialog.tree.choose([records.piece])
    settle()
    return dialog


def _import_report(place: Place) -> QWidget:
    """What was decided of a document, asked for in the preview."""
    dialog = _import(place)
    assert isinstance(dialog, ImportDialog)
    place.keyboard = dialog.report
    dialog.report.setFocus()
    dialog.report.click()
    return place.dialogs[-1]


def _reading(place: Place) -> QWidget:
    """A document on its way in."""
    document = place.folder / "Rahmenkonzept.md"
    document.write_text("# Ziele\n\nEin Ziel.\n", encoding="utf-8")
    place.section(LONG)
    place.dialogs.clear()
    place.keyboard = QApplication.focusWidget()
    dialog = ReadingDialog(document, place.window.session.document.template, place.window)
    dialog.bridge.looked.disconnect()  # it is still being read
    dialog.show()
    settle()
    return dialog


SCREENS: dict[str, Callable[[Place], QWidget]] = {
    "start": lambda place: place.program.show_start(),
    "writing": _writing(LONG),
    "form": _writing(FORM),
    "handbook": _handbook,
    "overview": _by_command("overview"),
    "dates": _dates,
    "returns": _copies,
    "no returns": _by_command("returns"),
    "last day": _due,
    "give out": _by_command("give_out"),
    "take in": _take_in,
    "import": _import,
    "import report": _import_report,
    "reading in": _reading,
    "compare": _compare,
    "proposals": _proposals,
    "left out": _left_out,
    "record": _record,
    "table": _with_table,
    "numbers": _asked_by_table("number_format"),
    "width": _asked_by_table("width"),
    "figure": _with_figure,
    "attachment": _with_attachment,
    "new figure": _new_figure,
    "find": _sought("Integration"),
    "nothing found": _sought("Xylophon"),
    "palette": _by_command("palette"),
    "go to": _by_command("go_to"),
    "warned": _warned,
    "read only": _read_only,
    "misspelt": _menu_of_suggestions,
    "pages": _pages,
    "second text": _by_command("second_text"),
    "full screen": _by_command("full_screen"),
    "notes": _by_command("notes"),
    "comments": _by_command("comments"),
    "findings": _by_command("findings"),
    "dangling": _by_command("dangling"),
    "new table": _by_command("table"),
    "copied cells": _copied_cells,
    "cells of a file": _cells_of_file,
    "records from a table": _records_from_table,
    "fields and kinds": _by_command("template", FORM),
    "statuses": _page_of_template("status"),
    "numbering": _page_of_template("numbering"),
    "style": _by_command("style"),
    **{f"style: {page}": _page_of_style(page) for page in ("type", "colours", "sheet", "parts")},
    "style: logos": _logos,
    "comment": _by_command("comment"),
    "link": _by_command("link"),
    "open link": _linked,
    "reference": _by_command("reference"),
    "abbreviations": _by_command("abbreviations"),
    "words": _by_command("dictionaries"),
    "output": _by_command("export"),
    "output for a print shop": _printing,
    "print": _by_command("print_overview"),
    "properties": _by_command("properties"),
    "settings": _by_command("settings"),
    "trash": _by_command("trash"),
    "filled trash": _deleted,
    "gone for good": _purged,
    "about": _by_command("about"),
}
"""What opens each screen; a test sees that no dialog and no panel of the program is missing here."""
