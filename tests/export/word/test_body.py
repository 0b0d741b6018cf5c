"""The run of the text: pages upright and across, page breaks, lists, boxes."""

from dataclasses import replace
from pathlib import Path

from ikonzept_desktop.export.word.measures import MARGIN_TEXT
from ikonzept_desktop.export.word.metrics import text_width
from ikonzept_desktop.export.word.page import TEXT_WIDTH
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.template import Placement, Role
from ikonzept_desktop.publication.tree import PublishedSection, TableElement
from tests.export.word import reading
from tests.export.word.publications import OPTIONS, box, bullets, label, p, publication, section, table

W = reading.W


def written(folder: Path, *sections: PublishedSection) -> reading.WordFile:
    write_draft(publication(*sections), {}, folder / "Entwurf.docx", OPTIONS)
    return reading.read(folder / "Entwurf.docx")


def wide() -> TableElement:
    return table([f"Spalte {column}" for column in range(8)], ["x"] * 8)


def pages_of(word: reading.WordFile) -> list[str]:
    """Give for each section of pages `upright` or `across`, with the first words it holds."""
    found, first = [], ""
    for child in word.body:
        first = first or (reading.text(child).split("\n")[0] if child.tag != f"{W}sectPr" else "")
        for properties in child.iter(f"{W}sectPr"):
            turned = reading.find(properties, f"{W}pgSz").get(f"{W}orient") == "landscape"
            found.append(f"{'across' if turned else 'upright'}: {first}")
            first = ""
    return found


def test_a_table_of_many_columns_is_set_across_with_the_headings_above_it(tmp_path: Path) -> None:
    word = written(tmp_path, section("Vorher", p("Text")), section("Plan", label("Zeitplan"), wide(), p("Danach")))
    assert pages_of(word) == ["upright: Kreis Musterstadt", "across: Plan", "upright: Danach"]


def test_tables_set_across_in_a_row_share_their_pages(tmp_path: Path) -> None:
    word = written(tmp_path, section("Plan", p("Text"), wide(), label("Noch einer"), wide(), p("Danach")))
    assert [kind.split(":")[0] for kind in pages_of(word)] == ["upright", "across", "upright"]


def test_a_draft_may_end_across(tmp_path: Path) -> None:
    word = written(tmp_path, section("Plan", p("Text"), wide()))
    assert [kind.split(":")[0] for kind in pages_of(word)] == ["upright", "across"]
    assert word.body[-1].tag == f"{W}sectPr"


def test_only_the_cover_is_without_header(tmp_path: Path) -> None:
    word = written(tmp_path, section("Plan", p("Text"), wide(), p("Danach")))
    covers = [properties.find(f"{W}titlePg") is not None for properties in word.body.iter(f"{W}sectPr")]
    assert covers == [True, False, False]


def test_header_and_footer_are_one_line_each_however_long_title_and_publisher_are(tmp_path: Path) -> None:
    long = "Integration im Kreis " * 60
    concept = publication(section("Plan", p("Text")), title=long)
    cover = replace(concept.cover, publisher=long, draft=long)
    write_draft(replace(concept, cover=cover), {}, tmp_path / "a.docx", DraftOptions(OPTIONS.issued))
    word = reading.read(tmp_path / "a.docx")
    for name in ("header1", "footer1"):
        texts = "".join(node.text or "" for node in word.parts[f"word/{name}.xml"].iter(f"{W}t"))
        assert texts.startswith("Integration im Kreis")
        assert "…" in texts
        assert text_width(texts, MARGIN_TEXT.size) < TEXT_WIDTH / 20


def test_a_table_with_words_too_long_for_an_upright_page_is_set_across(tmp_path: Path) -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
    assert len(pages_of(written(tmp_path, section("A", table([long] * 4))))) == 2
    assert len(pages_of(written(tmp_path, section("A", table([long] * 2))))) == 1


def breaks(word: reading.WordFile) -> list[str]:
    return [reading.text(one) for one in word.body.iter(f"{W}p") if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]


def test_chapters_and_fields_of_action_open_a_page_unless_a_heading_stands_right_above(tmp_path: Path) -> None:
    first = section("Sprache", p("Text"), kind="field_of_action")
    second = section("Bildung", p("Text"), kind="field_of_action")
    word = written(tmp_path, section("Handlungsfelder", first, second), section("Ausblick", p("Text")))
    assert breaks(word) == ["Inhalt", "Handlungsfelder", "Bildung", "Ausblick"]


def test_imprint_stands_before_the_contents_and_out_of_them(tmp_path: Path) -> None:
    imprint = section("Impressum", p("X"), placement=Placement.FRONT, role=Role.IMPRINT, in_contents=False)
    cover = section("Titelseite", p("Foto"), placement=Placement.FRONT, role=Role.COVER, in_contents=False)
    word = written(tmp_path, section("A", p("Text")), imprint, cover)
    assert breaks(word) == ["Impressum", "Inhalt", "A"]
    text = reading.text(word.body)
    assert text.index("Foto") < text.index("Impressum") < text.index("Inhalt")
    assert "Titelseite" not in text
    heading = next(one for one in reading.paragraphs(word.body) if reading.text(one) == "Impressum")
    styles = word.parts["word/styles.xml"]
    name = next(one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == reading.style(heading))
    assert reading.value(reading.find(name, f"{W}pPr/{W}outlineLvl")) == "9"


def test_tables_never_touch_and_every_cell_ends_in_a_paragraph(tmp_path: Path) -> None:
    nested = box("S 1", "Kasten", ("Liste", bullets("x")), ("Tabelle", table(["a", "b"])), ("", p("ohne Namen")))
    word = written(tmp_path, section("A", table(["a"]), table(["b"]), nested, nested))
    for element in word.body.iter(f"{W}tbl"):
        following = element.getnext()
        assert following is not None
        assert following.tag == f"{W}p"
    for cell in word.body.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
