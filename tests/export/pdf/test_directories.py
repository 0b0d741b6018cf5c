"""Lists of tables, figures and abbreviations in the PDF: linked, tagged, with the right pages."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from ikonzept_desktop.model.document import Abbreviation
from ikonzept_desktop.publication.tree import ContentsEntry, Directory, Publication
from tests.export.pdf import judges
from tests.export.pdf.builders import WORDS, box, concept, p, section, table, written


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("pdf"), publication())[0]


def publication() -> Publication:
    """Give a concept with a table in a chapter and one in a measure, and all lists."""
    kurse = table(("Jahr", "Kurse"), ("2014", "12"), caption="Kurse im Kreis")
    stand = table(("Ziel",), ("Deutsch",), label="Tabelle 12", caption="Stand der Ziele")
    tables = (
        ContentsEntry(kurse.id, 1, "Tabelle 1", "Kurse im Kreis"),
        ContentsEntry(stand.id, 1, "Tabelle 12", "Stand der Ziele " + WORDS),
    )
    return replace(
        concept(
            section("Einleitung", *[p(WORDS * 3)] * 8, kurse, number="1"),
            section("Ziele", *[p(WORDS * 3)] * 8, box("S 1", "Pool", Stand=stand), number="2"),
        ),
        directories=(Directory("Tabellenverzeichnis", "Tabelle", tables),),
        abbreviations=(Abbreviation("KI", "Kommunales Integrationszentrum"), Abbreviation("W" * 60, WORDS)),
    )


def test_the_lists_stand_behind_the_contents_and_give_the_right_pages(made: Path) -> None:
    listed = judges.page_of(made, "Tabellenverzeichnis")
    assert listed == judges.page_of(made, "Inhalt") + 1
    lines = " ".join(judges.words(made, listed))
    first, second = (judges.page_of(made, caption, listed) for caption in ("Tabelle 1: Kurse", "Tabelle 12: Stand"))
    assert 0 < first < second
    assert f"Tabelle 1 Kurse im Kreis {first} Tabelle 12 Stand der Ziele" in lines
    assert f"Vorschulalter. {second} Abkürzungsverzeichnis KI Kommunales Integrationszentrum WWW" in lines


def test_they_are_tagged_as_contents_and_as_a_list_and_found_by_bookmarks(made: Path) -> None:
    tree = judges.structure(made)
    assert [len(toc.named("TOCI")) for toc in tree.named("TOC")] == [2, 2]
    assert all(item.named("Link") for item in tree.named("TOCI"))
    listed = tree.named("L")[0]
    assert [[kid.name for kid in item.kids] for item in listed.named("LI")] == [["Lbl", "LBody"]] * 2
    with pikepdf.open(made) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root][:3] == ["Inhalt", "Tabellenverzeichnis", "Abkürzungsverzeichnis"]
    assert judges.complaints_of_qpdf(made) == ""


def test_every_line_is_a_link_to_its_table(made: Path) -> None:
    listed = judges.page_of(made, "Tabellenverzeichnis")
    with pikepdf.open(made) as pdf:
        links = [link for link in pdf.pages[listed - 1].Annots if link.Subtype == "/Link"]
        said = [str(link.Contents).split(" Kurse")[0].split(" Stand")[0] for link in links]
        pages = [pikepdf.Page(link.Dest[0]).index + 1 for link in links]
    assert said == ["Tabelle 1", "Tabelle 12"]
    assert pages == [judges.page_of(made, caption, listed) for caption in ("Tabelle 1: Kurse", "Tabelle 12: Stand")]


def test_without_them_the_text_begins_behind_the_contents(tmp_path: Path) -> None:
    plain = written(tmp_path, replace(publication(), directories=(), abbreviations=()))[0]
    assert judges.page_of(plain, "1 Einleitung", 2) == judges.page_of(plain, "Inhalt") + 1
