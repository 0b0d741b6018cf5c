"""What the house style changes on the page: covers, openings, columns, indents, logos."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from ikonzept_desktop.export.naming import figure_name
from ikonzept_desktop.export.pdf.logos import UNNAMED
from ikonzept_desktop.model.document import Logo
from ikonzept_desktop.model.template import Placement, Role
from tests.export.pdf.builders import (
    WORDS,
    Say,
    box,
    concept,
    figure,
    heading,
    item,
    items,
    note,
    p,
    png,
    section,
    table,
    written,
)
from tests.export.pdf.judges import complaints_of_qpdf, page_of, structure, words
from tests.export.pdf.test_writer import EVERYTHING, IMAGES

FIELD = section("Sprache", heading("Lage"), p(WORDS), number="2", kind="field_of_action")


def colours_on(path: Path, number: int) -> set[str]:
    """Give the colours that areas of a page are filled with, as the operators write them."""
    with pikepdf.open(path) as pdf:
        content = pdf.pages[number - 1].Contents.read_bytes().decode("latin-1")
    return {line.split(" rg ")[0] for line in content.splitlines() if " rg " in line and line.endswith(" f")}


def areas_on(path: Path, number: int) -> list[tuple[str, float, float]]:
    """Give colour, width and height in pt of the areas of a page that are filled."""
    with pikepdf.open(path) as pdf:
        content = pdf.pages[number - 1].Contents.read_bytes().decode("latin-1")
    found = re.findall(r"([\d. ]+) rg [-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+) re f", content)
    return [(colour, float(width), float(height)) for colour, width, height in found]


def lefts_of(path: Path) -> dict[str, float]:
    """Give where each word first begins, in pt."""
    found = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    seen = re.findall(r'xMin="([\d.]+)"[^>]*>([^<]+)<', found)
    return {word: float(left) for left, word in reversed(seen)}


@pytest.mark.parametrize("layout", ["band", "plate", "plain"])
def test_every_cover_says_title_publisher_and_date(tmp_path: Path, layout: str) -> None:
    out, _ = written(tmp_path, concept(*EVERYTHING, notes=("Beleg",), style=(("cover_layout", layout),)), IMAGES)
    said = " ".join(words(out, 1))
    for part in ("Integrationskonzept", "für den Kreis", "Der Landrat", "Stand: Juni 2015"):
        assert part in said
    with pikepdf.open(out) as pdf:
        drawn = b" Do" in pdf.pages[0].Contents.read_bytes()
    assert drawn == (layout != "plain")


def test_a_cover_of_type_alone_puts_its_image_onto_the_next_page(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(*EVERYTHING, notes=("Beleg",), style=(("cover_layout", "plain"),)), IMAGES)
    assert "Marktplatz" in " ".join(words(out, 2))


def test_a_page_of_colour_holds_the_title_alone(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(FIELD, style=(("opening_layout", "page"),)))
    opened = page_of(out, "2 Sprache", after=2)
    assert " ".join(words(out, opened)) == "2 Sprache"
    assert "Lage" in words(out, opened + 1)
    assert any(width > 595 and height > 841 for _, width, height in areas_on(out, opened))


def test_a_band_of_colour_runs_over_the_head_of_the_page_with_the_text_below(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(FIELD, style=(("opening_layout", "band"),)))
    opened = page_of(out, "2 Sprache", after=2)
    assert "Lage" in words(out, opened)
    assert any(width > 595 and 100 < height < 300 for _, width, height in areas_on(out, opened))


def test_fields_of_action_take_their_colours_in_turn(tmp_path: Path) -> None:
    fields = [replace(FIELD, id=f"f{count}", title=f"Feld {count}") for count in range(3)]
    style = (("field_colours", "#AA0000, #00AA00"), ("edge_band", "top"))
    out, report = written(tmp_path, concept(*fields, section("Ausblick", p(WORDS)), style=style))
    red, green = "0.667 0.000 0.000", "0.000 0.667 0.000"
    shown = [colours_on(out, number) & {red, green} for number in range(3, report.pages + 1)]
    assert shown == [{red}, {green}, {red}, set()]


def test_running_text_stands_in_and_headings_keep_their_numbers_out(tmp_path: Path) -> None:
    chapter = section("Einleitung", p("Anfang", note(1)), items("Punkt"), number="7")
    lefts = []
    for indent in (0.0, 40.0):
        out, _ = written(tmp_path, concept(chapter, notes=("Beleg",), style=(("text_indent_mm", indent),)))
        lefts.append({word: lefts_of(out)[word] for word in ("Anfang", "Punkt", "Beleg")})
    moved = {word: round(lefts[1][word] - lefts[0][word]) for word in lefts[0]}
    assert moved == {"Anfang": 113, "Punkt": 113, "Beleg": 113}


def test_lists_of_the_annex_stand_in_columns_and_are_read_down_them(tmp_path: Path) -> None:
    names = [f"Verein{count:03}" for count in range(150)]
    annex = replace(section("Mitglieder", items(*names)), placement=Placement.ANNEX)
    out, report = written(tmp_path, concept(annex, style=(("annex_columns", 2),)))
    assert [word for word in words(out) if word.startswith("Verein")] == names
    lefts = lefts_of(out)
    assert len({round(lefts[name]) for name in names}) == 2
    _, longer = written(tmp_path, concept(annex))
    assert longer.pages > report.pages


def test_a_narrow_table_of_the_annex_stands_in_columns_with_its_head_above_each(tmp_path: Path) -> None:
    names = [f"Verein{count:03}" for count in range(40)]
    rows = [("Name", "Ort"), *((name, "Melle") for name in names)]
    annex = replace(section("Mitglieder", table(*rows, caption="Vereine")), placement=Placement.ANNEX)
    out, report = written(tmp_path, concept(annex, style=(("annex_columns", 2),)))
    assert [word for word in words(out) if word.startswith("Verein0")] == names
    lefts = lefts_of(out)
    assert len({round(lefts[name]) for name in names}) == 2
    assert words(out).count("Ort") == 2
    _, longer = written(tmp_path, concept(annex))
    assert longer.pages >= report.pages


def test_the_head_above_a_further_column_is_said_once(tmp_path: Path) -> None:
    rows = [("Kopfwort", "Ort"), *((f"Verein{count:03}", "Melle") for count in range(150))]
    annex = replace(section("Mitglieder", table(*rows, caption="Vereine")), placement=Placement.ANNEX)
    out, _ = written(tmp_path, concept(annex, style=(("annex_columns", 2),)))
    said = subprocess.run(["pdfinfo", "-struct-text", out], check=True, capture_output=True).stdout.decode("utf-8")
    assert said.count("Kopfwort") == 1
    assert re.findall(r"Verein\d+", said) == [f"Verein{count:03}" for count in range(150)]
    assert not complaints_of_qpdf(out)


@pytest.mark.parametrize("wide", ["a long text " * 6, note(1)])
def test_a_table_that_would_be_squeezed_or_has_notes_keeps_the_whole_width(tmp_path: Path, wide: Say) -> None:
    rows = [("Name", "Ort"), *((f"Verein{count:03}", "Melle") for count in range(20)), ("Ende", wide)]
    annex = replace(section("Mitglieder", table(*rows, caption="Vereine")), placement=Placement.ANNEX)
    out, _ = written(tmp_path, concept(annex, notes=("Beleg",), style=(("annex_columns", 2),)))
    lefts = lefts_of(out)
    assert len({round(lefts[f"Verein{count:03}"]) for count in range(20)}) == 1


def test_a_list_of_long_entries_keeps_the_whole_width(tmp_path: Path) -> None:
    entries = [f"Punkt{count} " + WORDS * 3 for count in range(6)]
    annex = replace(section("Grundsätze", items(*entries)), placement=Placement.ANNEX)
    out, _ = written(tmp_path, concept(annex, style=(("annex_columns", 2),)))
    lefts = lefts_of(out)
    assert len({round(lefts[f"Punkt{count}"]) for count in range(6)}) == 1


def test_a_list_of_a_few_entries_keeps_the_whole_width(tmp_path: Path) -> None:
    annex = replace(section("Auftrag", items("Punkt0", "Punkt1", "Punkt2")), placement=Placement.ANNEX)
    out, _ = written(tmp_path, concept(annex, style=(("annex_columns", 2),)))
    lefts = lefts_of(out)
    assert len({round(lefts[f"Punkt{count}"]) for count in range(3)}) == 1


def test_what_stands_above_columns_is_not_left_behind(tmp_path: Path) -> None:
    names = [f"Verein{count:03}" for count in range(200)]
    for lines in range(20, 36):
        before = [p(f"Zeile{count}") for count in range(lines)]
        rows = [("Name", "Ort"), *((name, "Melle") for name in names)]
        annex = replace(section("Mitglieder", *before, table(*rows, caption="Vereine")), placement=Placement.ANNEX)
        out, report = written(tmp_path, concept(annex, style=(("annex_columns", 2),)))
        pages = [words(out, page) for page in range(1, report.pages + 1)]
        assert all("Verein000" in page for page in pages if "Vereine" in page and "Tabelle" in page and "1:" in page)


def test_an_item_of_a_column_taller_than_a_page_loses_nothing(tmp_path: Path) -> None:
    long_item = " ".join(f"Wort{count}" for count in range(1500))
    annex = replace(
        section("Liste", items("eins", long_item, "drei", "vier", "fünf", "sechs")), placement=Placement.ANNEX
    )
    out, _ = written(tmp_path, concept(annex, style=(("annex_columns", 3),)))
    assert [word for word in words(out) if word.startswith("Wort")] == long_item.split()
    assert "vier" in words(out)


def test_notes_in_columns_are_drawn_once(tmp_path: Path) -> None:
    annex = replace(
        section("Liste", items(item("eins", note(1)), item("zwei"), item("drei", note(2)), item("vier"))),
        placement=Placement.ANNEX,
    )
    out, report = written(tmp_path, concept(annex, notes=("Beleg-A", "Beleg-B"), style=(("annex_columns", 2),)))
    assert report.notes == 2
    assert words(out).count("Beleg-A") == words(out).count("Beleg-B") == 1


@pytest.mark.parametrize("look", ["tint", "frame", "rule"])
def test_a_box_says_the_same_in_every_look(tmp_path: Path, look: str) -> None:
    chapter = section("Kapitel", box("S 1", "Pool", Beschreibung=WORDS * 20, Zeitrahmen="ab 2016"))
    out, _ = written(tmp_path, concept(chapter, style=(("box_look", look),)))
    said = " ".join(words(out))
    assert "S 1 Pool" in said
    assert "ab 2016" in said


def test_every_look_of_a_box_is_another_one(tmp_path: Path) -> None:
    chapter = section("Kapitel", box("S 1", "Pool", Zeitrahmen="ab 2016"))
    drawn = set()
    for look in ("tint", "frame", "rule"):
        out, _ = written(tmp_path, concept(chapter, style=(("box_look", look),)))
        drawn.add(tuple(areas_on(out, page_of(out, "S 1 Pool", after=2))))
    assert len(drawn) == 3


def test_logos_stand_on_cover_imprint_and_last_page_with_what_they_show(tmp_path: Path) -> None:
    logos = (Logo("own", "Wappen des Kreises"), Logo("fund", "Land", "imprint"), Logo("own", " ", "back"))
    images = {"own": png(200, 100), "fund": png(100, 100), **IMAGES}
    whole = replace(concept(*EVERYTHING, notes=("Beleg",)), logos=logos)
    out, report = written(tmp_path, whole, images)
    described = [tag.alternative for tag in structure(out).named("Figure")]
    assert {"Wappen des Kreises", "Land", UNNAMED} <= set(described)
    assert "Gefördert durch" in " ".join(words(out, 2))
    with pikepdf.open(out) as pdf:
        assert b" Do" in pdf.pages[-1].Contents.read_bytes()
    assert report.missing_images == ()


def bottoms_on(path: Path) -> dict[str, float]:
    """Give how far from the upper edge of the cover each of its words ends last, in pt."""
    found = subprocess.run(["pdftotext", "-bbox", "-l", "1", path, "-"], check=True, capture_output=True).stdout
    return {word: float(low) for low, word in re.findall(r'yMax="([\d.]+)">([^<]+)<', found.decode("utf-8"))}


@pytest.mark.parametrize("title", ["Integrationskonzept", "Zusammenleben im Kreis gestalten " * 6])
@pytest.mark.parametrize("count", [1, 3, 6])
@pytest.mark.parametrize("layout", ["band", "plate", "plain"])
def test_logos_leave_the_cover_its_publisher_and_its_small_print(
    tmp_path: Path, layout: str, count: int, title: str
) -> None:
    credit = section("Umschlag", figure("chart", caption=""), p("Bildnachweis: Pressestelle"), role=Role.COVER)
    cover = replace(concept().cover, title=title.strip())
    whole = concept(credit, section("A", p("b")), style=(("cover_layout", layout),), cover=cover)
    logos = tuple(Logo("own", f"Amt {number}") for number in range(count))
    out, _ = written(tmp_path, replace(whole, logos=logos), {**IMAGES, "own": png(300, 100)})
    bottoms = bottoms_on(out)
    lines = -(-count // 3)  # three stand side by side
    above = 842 - 40 - lines * (45 + 20)
    assert bottoms["2015"] < bottoms["Pressestelle"] < above + 2


def test_a_logo_whose_image_is_gone_is_reported(tmp_path: Path) -> None:
    _, report = written(tmp_path, replace(concept(section("A", p("b"))), logos=(Logo("gone", "Wappen"),)))
    assert report.missing_images == ("gone",)


def test_a_long_word_makes_the_title_smaller_and_is_not_broken(tmp_path: Path) -> None:
    cover = replace(concept().cover, title="Flüchtlingsintegrationskonzept")
    out, _ = written(
        tmp_path, concept(*EVERYTHING, notes=("B",), style=(("cover_layout", "plate"),), cover=cover), IMAGES
    )
    assert "Flüchtlingsintegrationskonzept" in words(out, 1)


def test_a_table_with_lines_alone_has_no_ground(tmp_path: Path) -> None:
    counts = []
    for look in ("filled", "lined"):
        out, _ = written(tmp_path, concept(section("A", table(["x"], ["y"])), style=(("table_look", look),)))
        counts.append(len(colours_on(out, 3)))
    assert counts == [1, 0]


def test_a_style_that_leaves_no_room_for_text_falls_back_to_the_usual_page(tmp_path: Path) -> None:
    style = (("page_format", "90 x 120"), ("margin_inner_mm", 80.0), ("margin_outer_mm", 80.0))
    out, _ = written(tmp_path, concept(section("A", p(WORDS), figure("photo")), style=style), IMAGES)
    with pikepdf.open(out) as pdf:
        assert round(float(pdf.pages[0].MediaBox[2])) == 595


def test_a_logo_that_nobody_has_described_is_told(tmp_path: Path) -> None:
    logos = (Logo("l" * 64, "", "cover"), Logo("m" * 64, "Land", "cover"))
    publication = replace(concept(section("Ziele", p(WORDS))), logos=logos)
    _, report = written(tmp_path, publication, {logo.image: png() for logo in logos})
    assert [figure_name(publication, id) for id in report.undescribed_images] == ["Ein Logo"]
