"""The form of the house style: every value is in the concept at once, undo takes it back, a sample follows."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.export.house_style import base_of
from ikonzept_desktop.export.style_file import read_style
from ikonzept_desktop.model.document import Logo
from ikonzept_desktop.ui.kit.buttons import LinkButton
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.style import texts
from ikonzept_desktop.ui.style.colour_row import ColourRow
from ikonzept_desktop.ui.style.dialog import StyleDialog
from ikonzept_desktop.ui.style.pages import ColoursPage, PartsPage, SheetPage, TypePage
from ikonzept_desktop.ui.style.rows import ChoiceRow, FlagRow, FontRow, NumberRow, TextRow
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from tests.builders import chapter, doc, p
from tests.ui.desk import made, settle, shown

PATIENCE = 60_000


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return shown(program, made(tmp_path / "a.ikonzept", doc(chapter("Einleitung", p("Der Kreis.")))))


@pytest.fixture
def dialog(window: ConceptWindow) -> StyleDialog:
    return opened(window)


def opened(window: ConceptWindow) -> StyleDialog:
    window.actions_by_key["style"].trigger()
    settle()
    return window.findChildren(StyleDialog)[0]


def page(dialog: StyleDialog, key: str) -> object:
    dialog.show_page(key)
    settle()
    return dialog.pages[key][1]


def type_page(dialog: StyleDialog) -> TypePage:
    found = page(dialog, "type")
    assert isinstance(found, TypePage)
    return found


def colours(dialog: StyleDialog) -> ColoursPage:
    found = page(dialog, "colours")
    assert isinstance(found, ColoursPage)
    return found


def number(dialog: StyleDialog, key: str, name: str) -> NumberRow:
    page(dialog, key)
    return next(row for row in dialog.pages[key][1].rows if isinstance(row, NumberRow) and row.name == name)


def typed(row: NumberRow, words: str) -> None:
    row.line.setFocus()
    row.line.selectAll()
    QTest.keyClicks(row.line, words)
    QTest.keyClick(row.line, Qt.Key.Key_Return)


def undo(dialog: StyleDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def in_sight(widget: QWidget) -> bool:
    return widget.isVisible()


def size_of(dialog: StyleDialog) -> list[float]:
    return list(dialog.hand.style.page_size_mm)


def logos(dialog: StyleDialog) -> list[Logo]:
    return list(dialog.hand.logos)


def offer(row: ColourRow) -> LinkButton:
    """Give what takes the better colour."""
    settle()
    return next(link for link in row.findChildren(LinkButton) if link.isVisible())


def test_a_number_typed_the_german_way_is_in_the_concept_and_undo_takes_it_back(dialog: StyleDialog) -> None:
    before = dialog.hand.style.text_size_pt
    row = number(dialog, "type", "text_size_pt")
    typed(row, "11,25")
    assert dialog.hand.style.text_size_pt == 11.25
    assert dialog.hand.session.project.undo_label() == "Gestaltung: Schriftgröße"
    undo(dialog)
    assert dialog.hand.style.text_size_pt == before
    assert row.line.text() == f"{before:g}".replace(".", ",")


def test_arrow_keys_step_within_the_limits(dialog: StyleDialog) -> None:
    row = number(dialog, "type", "leading_pt")
    typed(row, "39,5")
    row.line.setFocus()
    for _ in range(3):
        QTest.keyClick(row.line, Qt.Key.Key_Up)
    assert dialog.hand.style.leading_pt == 40


@pytest.mark.parametrize(
    ("words", "sentence"), [("viel", texts.NO_NUMBER), ("90", "Möglich sind 6 bis 24."), ("", texts.NO_NUMBER)]
)
def test_what_does_not_fit_stays_as_it_was_typed(dialog: StyleDialog, words: str, sentence: str) -> None:
    before = dialog.hand.style
    row = number(dialog, "type", "text_size_pt")
    row.line.setFocus()
    row.line.selectAll()
    QTest.keyClick(row.line, Qt.Key.Key_Delete)
    QTest.keyClicks(row.line, words)
    QTest.keyClick(row.line, Qt.Key.Key_Return)
    assert dialog.hand.style == before
    assert row.line.text() == words
    assert sentence in row.line.accessibleDescription()
    dialog.hand.put("leading_pt", 16)
    assert row.line.text() == words


def test_margins_that_leave_no_room_for_the_text_are_refused(dialog: StyleDialog) -> None:
    before = dialog.hand.style
    dialog.hand.put("page_format", "A5")
    dialog.hand.put("margin_inner_mm", 60)
    row = number(dialog, "sheet", "margin_outer_mm")
    typed(row, "70")
    assert "weniger als 50 mm Breite" in row.line.accessibleDescription()
    assert dialog.hand.style.margin_outer_mm == before.margin_outer_mm


def test_choices_fonts_flags_and_words_are_put(dialog: StyleDialog) -> None:
    for _name, found in dialog.pages.values():
        for row in found.rows:
            match row:
                case FontRow() if row.name == "text_font":
                    row.picked.emit("Literata")
                case ChoiceRow() if row.name == "box_look":
                    row.picked.emit("frame")
                case FlagRow() if row.name == "page_count":
                    row.click()
                case TextRow() if row.name == "watermark":
                    row.written.emit(" VERTRAULICH ")
    style = dialog.hand.style
    assert (style.text_font, style.box_look, style.page_count, style.watermark) == (
        "Literata",
        "frame",
        True,
        "VERTRAULICH",
    )


def test_each_family_is_named_in_its_own_type(dialog: StyleDialog) -> None:
    row = next(row for row in type_page(dialog).rows if isinstance(row, FontRow))
    families = [row.itemData(at, Qt.ItemDataRole.FontRole).family() for at in range(row.count())]
    assert "Literata" in families
    assert len(set(families)) == len(families) > 3


def test_a_weak_colour_is_told_and_the_nearest_good_one_is_a_click_away(dialog: StyleDialog) -> None:
    found = colours(dialog)
    found.accent.line.line.setText("66aacc")
    found.accent.line.commit()
    assert dialog.hand.style.accent_colour == "#66AACC"
    link = offer(found.accent)
    link.click()
    settle()
    assert dialog.hand.style.accent_colour == link.text().split()[-1]
    assert [each for each in found.accent.findChildren(LinkButton) if each.isVisible()] == []


def test_a_colour_can_be_picked(dialog: StyleDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#123456"))
    colours(dialog).tint.swatch.click()
    assert dialog.hand.style.tint_colour == "#123456"


def test_what_is_no_colour_stays_as_it_was_typed(dialog: StyleDialog) -> None:
    found, before = colours(dialog), dialog.hand.style
    found.accent.line.line.setText("petrol")
    found.accent.line.commit()
    assert dialog.hand.style == before
    assert found.accent.line.line.text() == "petrol"
    assert texts.NO_COLOUR in found.accent.line.line.accessibleDescription()


def test_fields_of_action_get_colours_one_by_one(dialog: StyleDialog) -> None:
    found = colours(dialog)
    for _ in range(3):
        found.add_button.click()
    settle()
    assert len(set(dialog.hand.style.colours_of_fields)) == 3
    found.fields[1].put.emit("#112233")
    found.fields[0].remove_button.click()
    assert dialog.hand.style.colours_of_fields[0] == "#112233"
    assert len(found.fields) == 2


def test_a_finished_style_is_chosen_by_its_card_and_ones_own_can_be_taken_back(dialog: StyleDialog) -> None:
    dialog.hand.put("leading_pt", 17)
    card = dialog.styles.cards["kreisband"]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert base_of(dialog.hand.pairs) == "kreisband"
    assert dialog.hand.style.leading_pt == 16
    assert card.isChecked()
    assert not dialog.styles.cards["klar"].isChecked()
    dialog.hand.put("leading_pt", 19)
    assert not dialog.styles.reset_button.isHidden()
    dialog.styles.reset_button.click()
    assert dialog.hand.style.leading_pt == 16
    assert dialog.styles.reset_button.isHidden()


def test_a_page_may_have_a_size_of_its_own(dialog: StyleDialog) -> None:
    found = page(dialog, "sheet")
    assert isinstance(found, SheetPage)
    assert not in_sight(found.own)
    found.sheet_format.picked.emit("own")
    assert in_sight(found.own)
    found.extent.written.emit("170 x 240 mm")
    assert size_of(dialog) == [170, 240]
    found.extent.setText("riesig")
    found.extent.put()
    assert size_of(dialog) == [170, 240]
    assert "kein Seitenformat" in dialog.said.text()
    found.sheet_format.picked.emit("A4")
    assert size_of(dialog) == [210, 297]


def test_kinds_of_section_that_open_on_a_page_of_their_own_are_ticked(dialog: StyleDialog) -> None:
    found = page(dialog, "parts")
    assert isinstance(found, PartsPage)
    dialog.hand.put("opening_kinds", "chapter, of_another_template")
    assert found.openings["chapter"].isChecked()
    found.openings["chapter"].click()
    assert dialog.hand.style.opening_kinds == "of_another_template"


def test_the_sample_shows_the_style_as_it_stands(dialog: StyleDialog, qtbot: QtBot) -> None:
    dialog.hand.choose("klar")
    dialog.hand.put("accent_colour", "#00FF00")
    qtbot.waitUntil(lambda: not dialog.sampling.is_waiting() and bool(dialog.sample.pages()), timeout=PATIENCE)
    assert dialog.sample_state.text() == texts.SAMPLE_CURRENT
    cover = dialog.sample.pages()[0]
    assert any(cover.pixelColor(cover.width() // 2, y) == QColor("#00FF00") for y in range(0, cover.height(), 4))
    dialog.hand.put("accent_colour", "#0000FF")
    assert dialog.sample_state.text() == texts.SAMPLE_STALE
    qtbot.waitUntil(lambda: dialog.sample_state.text() == texts.SAMPLE_CURRENT, timeout=PATIENCE)
    cover = dialog.sample.pages()[0]
    assert any(cover.pixelColor(cover.width() // 2, y) == QColor("#0000FF") for y in range(0, cover.height(), 4))


def test_logos_are_taken_in_described_moved_placed_and_removed(
    dialog: StyleDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    files = []
    for name, shade in (("kreis.png", "red"), ("land.png", "blue")):
        Image.new("RGB", (60, 30), shade).save(tmp_path / name)
        files.append(str(tmp_path / name))
    found = dialog.logos
    dialog.show_page("logos")
    found.add_files(files)
    qtbot.waitUntil(lambda: len(found.cards) == 2 and not found.is_busy(), timeout=PATIENCE)
    assert texts.LOGO_TEXT_MISSING in found.cards[0].words.accessibleDescription()
    found.cards[0].words.setText("Logo des Kreises")
    found.cards[0].words.put()
    assert found.cards[0].words.accessibleDescription() == ""
    found.cards[0].place.picked.emit("back")
    kreis, land = dialog.hand.logos
    assert (kreis.alternative_text, kreis.place, land.place) == ("Logo des Kreises", "back", "cover")
    found.cards[1].up.click()
    assert logos(dialog) == [land, kreis]
    found.cards[0].remove_button.click()
    assert logos(dialog) == [kreis]
    undo(dialog)
    assert logos(dialog) == [land, kreis]


def test_a_file_that_is_no_image_becomes_no_logo(dialog: StyleDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("kein Bild", encoding="utf-8")
    dialog.logos.add_files([str(tmp_path / "logo.png")])
    qtbot.waitUntil(lambda: not dialog.logos.is_busy(), timeout=PATIENCE)
    settle()
    assert dialog.hand.logos == ()
    assert "logo.png" in dialog.said.text()


def test_a_style_is_saved_and_taken_over_elsewhere(
    dialog: StyleDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.hand.put("accent_colour", "#123456")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Haus"), ""))
    dialog.save_button.click()
    assert dict(read_style(tmp_path / "Haus.toml").pairs)["accent_colour"] == "#123456"
    assert "Haus.toml" in dialog.said.text()
    undo(dialog)
    assert dialog.hand.style.accent_colour != "#123456"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "Haus.toml"), ""))
    dialog.load_button.click()
    assert dialog.hand.style.accent_colour == "#123456"
    assert dialog.said.text() == "„Haus“ gilt jetzt."


def test_a_foreign_file_changes_nothing_and_is_told(dialog: StyleDialog, tmp_path: Path) -> None:
    from ikonzept_desktop.ui.style.files import load, save

    before = dialog.hand.pairs
    (tmp_path / "brief.toml").write_text("Sehr geehrte", encoding="utf-8")
    load(dialog.hand, tmp_path / "brief.toml")
    assert "keine Gestaltung oder beschädigt" in dialog.said.text()
    load(dialog.hand, tmp_path / "gibt es nicht.toml")
    assert "ist nicht lesbar" in dialog.said.text()
    save(dialog.hand, tmp_path / "gibt es nicht" / "a.toml")
    assert "konnte nicht geschrieben werden" in dialog.said.text()
    assert dialog.hand.pairs == before


def test_a_concept_open_for_reading_keeps_its_style(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "b.ikonzept"), read_only=True)
    dialog = opened(window)
    assert not dialog.styles.form.isEnabled()
    assert not dialog.load_button.isEnabled()
    assert not dialog.hand.put("leading_pt", 17)
    assert not dialog.hand.put_logos((Logo("0" * 64),), "")
    assert dialog.said.text() == texts.READ_ONLY


def test_the_form_lets_its_process_go_and_can_be_opened_again(window: ConceptWindow, qtbot: QtBot) -> None:
    dialog = opened(window)
    qtbot.waitUntil(lambda: bool(dialog.sample.pages()), timeout=PATIENCE)
    dialog.shut.click()
    settle()
    again = opened(window)
    assert again.isVisible()
    qtbot.waitUntil(lambda: bool(again.sample.pages()), timeout=PATIENCE)
