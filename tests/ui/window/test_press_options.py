"""How a print file is made: chosen in the dialog, kept from one dialog to the next, and obeyed."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ikonzept_desktop.export.orders import Kind
from ikonzept_desktop.export.pdf.press_profiles import FOLDER
from ikonzept_desktop.export.pdf.press_shelf import Shelf
from ikonzept_desktop.export.press import Part
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.press_options import PressChoice, PressOptions
from tests.builders import chapter, doc, p
from tests.ui.desk import buttons
from tests.ui.window.sessions import session


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as running:
        yield running


@pytest.fixture
def options(qtbot: QtBot, tmp_path: Path) -> PressOptions:
    made = PressOptions(PressChoice(), Shelf(tmp_path / "own"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, worker: Worker, tmp_path: Path) -> OutputDialog:
    opened, _store = session(doc(chapter("Einleitung", p("Der Kreis."))))
    made = OutputDialog(opened, worker)
    qtbot.addWidget(made)
    made.show()
    made.rows[Kind.WORD].choice.setChecked(False)
    made.rows[Kind.PDF].choice.setChecked(False)
    row = made.rows[Kind.PRINT]
    row.choice.setChecked(True)
    row.target.setText(str(tmp_path / "Druck.pdf"))
    return made


def print_out(dialog: OutputDialog, qtbot: QtBot) -> str:
    """Give what is said at the end."""
    row = dialog.rows[Kind.PRINT]
    dialog.start_button.click()
    qtbot.waitUntil(lambda: not row.is_busy(), timeout=60_000)
    return row.words.text()


def mark_lines(path: Path) -> bool:
    """Tell whether the sheet is larger than the bleed, as it is with crop marks round it."""
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        return list(page.MediaBox) != list(page.BleedBox)


def test_a_print_file_is_made_when_it_is_wanted(dialog: OutputDialog, qtbot: QtBot, tmp_path: Path) -> None:
    assert print_out(dialog, qtbot).startswith("Fertig, 4 Seiten, davon eine leere, ")
    with pikepdf.open(tmp_path / "Druck.pdf") as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-4"
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"
    assert not mark_lines(tmp_path / "Druck.pdf")
    assert set(buttons(dialog.rows[Kind.PRINT])) >= {"Öffnen", "Im Ordner zeigen"}


def test_nobody_who_does_not_print_is_asked_how(qtbot: QtBot, worker: Worker) -> None:
    opened, _store = session(doc(chapter("Einleitung")))
    dialog = OutputDialog(opened, worker)
    qtbot.addWidget(dialog)
    dialog.show()
    row = dialog.rows[Kind.PRINT]
    assert not row.choice.isChecked()
    assert not dialog.press.isVisible()
    assert not row.target.isVisible()
    row.choice.setChecked(True)
    assert dialog.press.isVisible()
    assert row.target.isVisible()


def test_profile_marks_and_cover_are_obeyed(dialog: OutputDialog, qtbot: QtBot, tmp_path: Path) -> None:
    titles = [dialog.press.profile.itemText(row) for row in range(dialog.press.profile.count())]
    dialog.press.profile.setCurrentIndex(next(row for row, title in enumerate(titles) if "Graustufen" in title))
    dialog.press.marks.setChecked(True)
    dialog.press.own_cover.setChecked(True)
    said = print_out(dialog, qtbot).splitlines()
    assert [line.split(":")[0] for line in said[:2]] == ["Druck.pdf", "Druck-Umschlag.pdf"]
    for name in ("Druck.pdf", "Druck-Umschlag.pdf"):
        assert mark_lines(tmp_path / name)
        with pikepdf.open(tmp_path / name) as pdf:
            assert pdf.Root.OutputIntents[0].DestOutputProfile.N == 1


def test_what_was_chosen_is_kept_for_the_next_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    choice, profiles = PressChoice(), Shelf(tmp_path / "own")
    first = PressOptions(choice, profiles)
    qtbot.addWidget(first)
    first.show()
    first.profile.setCurrentIndex(2)
    first.marks.setChecked(True)
    first.own_cover.setChecked(True)
    second = PressOptions(choice, profiles)
    qtbot.addWidget(second)
    second.show()
    made = second.files(Path("a.pdf"))
    assert [(path.name, press.profile.key, press.marks, press.part) for path, press in made] == [
        ("a.pdf", "gray", True, Part.INSIDE),
        ("a-Umschlag.pdf", "gray", True, Part.COVER),
    ]


def test_a_shops_profile_joins_the_list_and_can_leave_it(
    options: PressOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not options.remove_button.isVisible()
    theirs = tmp_path / "Druckhaus.icc"
    theirs.write_bytes((FOLDER / "uncoated.icc").read_bytes())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(theirs), ""))
    options.add_button.click()
    assert options.current.key == "Druckhaus"
    assert "ist in der Liste" in options.words.text()
    assert options.remove_button.isVisible()
    options.remove_button.click()
    assert options.current.key == "coated"
    assert options.profile.count() == 3


def test_a_file_that_is_no_profile_changes_nothing(options: PressOptions, tmp_path: Path) -> None:
    photo = tmp_path / "Foto.icc"
    photo.write_bytes(b"\xff\xd8\xff" * 90)
    options.add(photo)
    assert options.words.text().startswith("„Foto.icc“ wurde nicht aufgenommen. Die Datei ist kein ICC-Profil")
    options.add(tmp_path / "gibt es nicht.icc")
    assert options.words.text().startswith("Die Liste der Profile ließ sich nicht ändern (")
    assert options.current.key == "coated"
    assert options.profile.count() == 3


def test_an_unwritable_shelf_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "own").write_bytes(b"eine Datei, kein Ordner")
    options = PressOptions(PressChoice(), Shelf(tmp_path / "own"))
    qtbot.addWidget(options)
    options.show()
    options.add(FOLDER / "gray.icc")
    assert options.words.text().startswith("Die Liste der Profile ließ sich nicht ändern (")
    assert options.profile.count() == 3
