"""Of a damaged file nearly all is saved, and what was saved is a sound concept."""

import random
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Abbreviation, BindingDate, Document, Properties, walk
from ikonzept_desktop.model.store.errors import DamagedFile
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.model.store.project_file import create_project
from ikonzept_desktop.model.store.salvage import NAMELESS, salvage
from tests.model.random_edits import RandomEdits
from tests.model.small_concept import TEMPLATE, concept, paragraph, section
from tests.model.store.desk import files_in, new_desk, png

PAGE = 4096
LOSS = "DELETE FROM {table} WHERE (rowid * 7 + {seed}) % 3 = 0"


def paragraphs(document: Document) -> set[str]:
    return {block.id for each in walk(document.sections) for block in each.blocks("text")}


def test_after_six_pages_are_destroyed_nearly_all_is_saved(tmp_path: Path) -> None:
    path, dice = tmp_path / "Konzept.ikonzept", random.Random(6)
    text = [section(f"Abschnitt {n}", *(paragraph("Wort " * 150) for _ in range(12))) for n in range(130)]
    document = concept(*text)
    create_project(path, document).store.close()
    whole, before, shares = path.read_bytes(), paragraphs(document), []
    for _ in range(10):
        data = bytearray(whole)
        for page in dice.sample(range(1, len(whole) // PAGE), 6):
            data[page * PAGE : (page + 1) * PAGE] = dice.randbytes(PAGE)
        path.write_bytes(data)
        files = files_in(tmp_path)
        saved = salvage(path, TEMPLATE)
        assert files_in(tmp_path) == files
        shares.append(len(paragraphs(saved.document) & before) / len(before))
    print(f"saved {sum(shares) / len(shares):.1%} on average, {min(shares):.1%} at worst")
    assert sum(shares) / len(shares) >= 0.98


@pytest.mark.parametrize("table", ["sections", "fields", "blocks", "steps", "images", "snapshots", "manifest"])
@pytest.mark.parametrize("seed", range(4))
def test_what_random_losses_leave_is_a_sound_concept(tmp_path: Path, table: str, seed: int) -> None:
    path, edits = tmp_path / "Konzept.ikonzept", RandomEdits(seed)
    desk = new_desk(path)
    for _ in range(150):
        edit = edits.next(desk.project.document)
        if edit is not None:
            desk.project.apply(edit, "Ändern")
    desk.close()
    change(path, LOSS.format(table=table, seed=seed))
    saved = salvage(path)
    if table != "blocks":
        assert paragraphs(saved.document) >= paragraphs(desk.project.document)
    again = tmp_path / "Gerettet.ikonzept"
    create_project(again, saved.document, saved.images).store.close()
    assert load(again).document == saved.document


def test_a_lost_heading_stands_over_its_words(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    new_desk(path).close()
    change(path, "DELETE FROM sections WHERE content LIKE '%Ziele%'")
    saved = salvage(path).document
    assert [(each.title, len(each.blocks("text"))) for each in saved.sections] == [
        (NAMELESS, 1),
        ("Sprache", 1),
    ]


def test_sections_that_stand_below_each_other_come_to_the_top(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    new_desk(path).close()
    change(path, "UPDATE sections SET parent = (SELECT id FROM sections WHERE content LIKE '%Leitbild%')")
    assert {each.title for each in walk(salvage(path).document.sections)} == {"Ziele", "Leitbild", "Sprache"}


def test_the_dates_that_bind_are_saved(tmp_path: Path) -> None:
    path, dates = tmp_path / "Konzept.ikonzept", (BindingDate(date(2013, 10, 31), "Oktober 2013", "Beginn"),)
    document = concept(section("Ziele"))
    document = replace(document, properties=replace(document.properties, dates=dates))
    create_project(path, document).store.close()
    assert salvage(path).document.properties.dates == dates


def test_pictures_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    create_project(path, concept(section("Ziele")), [png()]).store.abandon()
    assert salvage(path).images in {(), (png(),)}


def test_the_papierkorb_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    desk = new_desk(path)
    deletion = outline.trash(desk.project.document, desk.project.document.sections[1].id, desk.project._clock())
    assert deletion
    desk.project.apply(deletion, "Löschen")
    desk.close()
    change(path, "DELETE FROM manifest")
    assert salvage(path).document == desk.project.document


def test_abbreviations_and_switches_are_saved_each_short_form_once(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    listed = (Abbreviation("KI", "Zentrum"), Abbreviation("VHS"))
    said = Properties("Konzept", abbreviations=listed, print_abbreviations=True)
    create_project(path, replace(concept(section("Ziele")), properties=said)).store.close()
    change(path, "UPDATE meta SET content = replace(content, 'VHS', 'KI') WHERE key = 'properties'")
    assert salvage(path).document.properties == replace(said, abbreviations=listed[:1])


def test_without_a_template_nothing_can_be_made_of_it(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    new_desk(path).close()
    change(path, "DELETE FROM meta")
    with pytest.raises(DamagedFile):
        salvage(path)
    assert salvage(path, TEMPLATE).document.sections


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
