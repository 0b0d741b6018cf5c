"""Images come into the text by file, by mouse and from the clipboard; each is described at once."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.cropping import Crop
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.ui.images.source import Offer, Source
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.figures.figure_dialog import FigureDialog
from tests.reading.images.samples import SECRET, halves, photo, saved, svg
from tests.ui.desk import settle
from tests.ui.window.figures.desk import ADDRESS, FigureDesk, described, given_up

PNG = saved(halves(), "PNG")


def choosing(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(paths[0]), ""))


def test_a_photo_from_a_file_is_described_and_stands_in_the_text(
    desk: FigureDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "IMG_0815.jpg"
    path.write_bytes(photo(6))
    choosing(monkeypatch, path)
    names = desk.answer(described("Zwei Felder, rot und blau", "Felder"))
    QTest.keyClick(desk.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.wait()
    assert names == ["IMG_0815.jpg"]
    (drawn,) = (figure for figure in desk.figures() if figure.id != "karte")
    assert (drawn.alternative_text, drawn.caption) == ("Zwei Felder, rot und blau", (Text("Felder"),))
    kept = desk.window.session.keeper.image(drawn.image)
    assert SECRET not in kept
    assert desk.window.session.project.undo_label() == "Abbildung"
    desk.undo()
    assert [figure.id for figure in desk.figures()] == ["karte"]


def test_without_a_description_it_does_not_come_in(desk: FigureDesk) -> None:
    told: list[str] = []

    def first_nothing(dialog: FigureDialog) -> None:
        dialog.accept()
        told.append(dialog.description.words.accessibleDescription())
        assert dialog.isVisible()
        dialog.description.decorative.setChecked(True)
        dialog.accept()

    desk.answer(first_nothing)
    desk.give(Source(PNG, "Zwischenablage"))
    assert told[0].startswith("Der Alternativtext fehlt.")
    (drawn,) = (figure for figure in desk.figures() if figure.id != "karte")
    assert (drawn.decorative, drawn.alternative_text) == (True, "")


def test_several_files_come_one_after_the_other_and_one_may_be_left_out(desk: FigureDesk) -> None:
    one, two, three = (saved(halves(width=40 + 2 * step), "PNG") for step in range(3))
    names = desk.answer(described("Eins"), given_up, described("Drei"))
    desk.give(Source(one, "a"), Source(two, "b"), Source(three, "c"))
    assert names == ["a", "b", "c"]
    assert [figure.alternative_text for figure in desk.figures()] == ["Eins", "Drei", "Zehn Städte"]


def test_what_is_refused_is_told_and_changes_nothing(desk: FigureDesk) -> None:
    before = desk.window.session.document
    desk.give(Source(b"Text", "brief.docx"), Source(PNG[:40], "halb.png"), remote=("fern.png",))
    said = desk.window.banner.words.text()
    for part in ("„brief.docx“ ist kein Bild", "„halb.png“ ist beschädigt", "„fern.png“ liegt auf einem Netzwerkpfad"):
        assert part in said
    assert desk.window.session.document is before


def test_the_same_image_is_stored_once_and_known_again(desk: FigureDesk, qtbot: QtBot) -> None:
    proposed: list[str] = []

    def take_over(dialog: FigureDialog) -> None:
        proposed.append(dialog.description.text())
        dialog.accept()

    desk.answer(described("Zwei Felder"), take_over)
    desk.give(Source(PNG, "a.png"))
    desk.give(Source(saved(halves(), "PNG", compress_level=1), "kopie.png"))
    first, second = (figure for figure in desk.figures() if figure.id != "karte")
    assert proposed == ["Zwei Felder"]
    assert first.image == second.image
    window, path = desk.window, desk.window.session.path
    kept = window.session.keeper.image(first.image)
    window.close()
    qtbot.waitUntil(lambda: not path.with_name(f"{path.name}.lock").exists())
    opened = open_project(path, read_only=True)
    assert opened.store.image(first.image) == kept
    opened.store.close()


def test_width_and_fineness_are_those_on_paper(desk: FigureDesk) -> None:
    seen: list[str] = []

    def choose(dialog: FigureDialog) -> None:
        seen.append(dialog.fineness.words.text())
        dialog.width_field.share.setCurrentIndex(dialog.width_field.share.count() - 1)
        dialog.width_field.share.activated.emit(dialog.width_field.share.count() - 1)
        dialog.width_field.mm.setValue(6.0)
        seen.append(dialog.fineness.words.text())
        described()(dialog)

    desk.answer(choose)
    desk.give(Source(PNG, "a"))
    (drawn,) = (figure for figure in desk.figures() if figure.id != "karte")
    assert seen == ["12 dpi: für den Druck unter 300 dpi", "339 dpi bei 6 mm Breite"]
    assert drawn.width_mm == 6.0


def test_the_command_waits_for_a_text(desk: FigureDesk) -> None:
    action = desk.window.actions_by_key["figure"]
    assert action.isEnabled()
    desk.window.text.take_text(None)
    assert not action.isEnabled()


def test_a_concept_open_for_reading_shows_a_figure_and_takes_none(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = FigureDesk(program, tmp_path, qtbot, read_only=True)
    assert not desk.window.actions_by_key["figure"].isEnabled()
    desk.window.text.atom_opened.emit((ADDRESS, desk.figure()))
    settle()
    panel = desk.panel
    before = desk.window.session.document
    QTest.keyClick(panel.crop.view, Qt.Key.Key_Right)
    QTest.keyClicks(panel.lines["caption"].text, "x")
    panel.commit()
    assert desk.window.session.document is before
    assert not panel.replace_button.isEnabled()
    assert panel.save_button.isEnabled()


def test_another_image_takes_the_place_and_keeps_what_was_said(
    desk: FigureDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "neu.png"
    path.write_bytes(PNG)
    choosing(monkeypatch, path)
    panel = desk.open()
    panel._change("Zuschnitt", crop=Crop(left=0.25))
    before = desk.figure()
    panel.replace_button.click()
    desk.wait()
    after = desk.figure()
    assert after == replace(before, image=after.image, crop=Crop())
    assert after.image != before.image
    assert "noch zum neuen Bild" in panel.description.words.accessibleDescription()
    desk.undo()
    assert desk.figure() == before


def test_an_image_is_saved_whole(desk: FigureDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = desk.window.session.keeper.add_image(PNG)
    panel = desk.open()
    panel._change("Bild", image=digest, crop=Crop(right=0.5))
    target, proposed = tmp_path / "gesichert.png", list[str]()

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    panel.save_button.click()
    assert target.read_bytes() == PNG
    assert Path(proposed[0]).name == "Abbildung 1.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "fehlt" / "x.png"), ""))
    panel.save_button.click()
    assert "konnte nicht geschrieben werden" in desk.window.banner.words.text()


def test_a_window_may_close_while_an_image_is_looked_at(desk: FigureDesk, qtbot: QtBot) -> None:
    levels = "".join(f'<g id="g{n}">' + f'<use xlink:href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    endless = svg(f'<defs><g id="g0"><rect width="200" height="100"/></g>{levels}</defs><use xlink:href="#g9"/>')
    desk.window.text.images_given.emit(Offer((Source(endless, "endlos.svg"),)))
    intake = desk.feature._coming
    assert intake is not None
    process, window = intake.process, desk.window
    gone: list[str] = []
    window.destroyed.connect(lambda *_: gone.append("window"))
    window.close()
    qtbot.waitUntil(lambda: bool(gone))
    assert process._worker is None


def test_advice_is_given_while_one_writes(desk: FigureDesk) -> None:
    heard: list[str] = []

    def write(dialog: FigureDialog) -> None:
        words = dialog.description.words
        for text in ("IMG_1234.jpg", "Bild von einem Fest", "x" * 301, "Zwei Felder"):
            words.setPlainText(text)
            heard.append(words.accessibleDescription())
        dialog.caption.setText("Zwei Felder")
        heard.append(words.accessibleDescription())
        dialog.reject()

    desk.answer(write)
    desk.give(Source(PNG, "a"))
    assert [said.split(" ")[0] for said in heard] == ["Das", "Dass", "Das", "", "Der"]
    assert "wiederholt die Bildunterschrift" in heard[-1]


def test_figures_pasted_twice_make_figures_of_their_own(desk: FigureDesk) -> None:
    desk.answer(described("Eins"), described("Zwei"))
    desk.give(Source(PNG, "a"))
    desk.give(Source(PNG, "a"))
    ids = [figure.id for figure in desk.figures()]
    assert len(set(ids)) == 3
    assert all(isinstance(figure, Figure) for figure in desk.figures())
