"""Lists of tables, figures and abbreviations in a draft: real fields, and the pages that LibreOffice arrives at."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.model.document import Abbreviation
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.tree import ContentsEntry, Directory, Publication
from tests.export.word import judges, reading
from tests.export.word.publications import OPTIONS, box, figure, images, p, picture, publication, section, table

PICTURE = picture()


@pytest.fixture(scope="module")
def concept() -> Publication:
    text = [p("Der Kreis wächst und hilft. " * 60) for _ in range(12)]
    kurse = table(("Jahr", "Kurse"), ("2014", "12"), caption="Kurse im Kreis", number=1)
    stand = table(("Ziel",), ("Deutsch",), caption="Stand der Ziele", number=2)
    plan = figure(PICTURE, "Plan", 1)
    made = publication(
        section("Einleitung", *text[:6], kurse, number="1"),
        section("Ziele", *text[6:], stand, box("S 1", "Pool", ("Beschreibung", plan)), number="2"),
    )
    tables = tuple(ContentsEntry(one.id, 1, one.label, runs_text(one.caption)) for one in (kurse, stand))
    return replace(
        made,
        directories=(
            Directory("Tabellenverzeichnis", "Tabelle", tables),
            Directory("Abbildungsverzeichnis", "Abbildung", (ContentsEntry(plan.id, 1, "Abbildung 1", "Plan"),)),
        ),
        abbreviations=(Abbreviation("KI", "Kommunales Integrationszentrum"), Abbreviation("VHS", "Volkshochschule")),
    )


@pytest.fixture(scope="module")
def draft(concept: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("draft") / "Entwurf.docx"
    write_draft(concept, images(PICTURE), out, OPTIONS)
    return out


def instructions(draft: Path) -> list[str]:
    """Give the instructions of all fields."""
    return [(node.text or "").strip() for node in reading.read(draft).body.iter(f"{reading.W}instrText")]


def test_each_list_is_one_field_over_the_captions_of_its_label(draft: Path) -> None:
    fields = instructions(draft)
    assert [field for field in fields if field.startswith("TOC")] == [
        'TOC \\o "1-1" \\h \\z',
        'TOC \\h \\z \\c "Tabelle"',
        'TOC \\h \\z \\c "Abbildung"',
    ]
    assert {field.split()[1] for field in fields if field.startswith("SEQ")} == {"Tabelle", "Abbildung"}


def test_every_line_leads_to_a_bookmark_of_its_caption(draft: Path, concept: Publication) -> None:
    body = reading.read(draft).body
    lines = [one for one in reading.paragraphs(body) if reading.style(one) == "TableofFigures"]
    entries = [entry for directory in concept.directories for entry in directory.entries]
    for line, entry in zip(lines, entries, strict=True):
        anchor = reading.value(reading.find(line, f"{reading.W}hyperlink"), f"{reading.W}anchor")
        assert reading.between(body, anchor) == entry.title


def test_libreoffice_arrives_at_the_pages_that_are_listed(draft: Path, tmp_path: Path) -> None:
    printed = judges.pages(judges.libreoffice(draft, tmp_path))
    page = next(page for page in printed if "Tabellenverzeichnis" in page)
    listed = re.findall(r"^(\w+ \d) ?(.+?)\.{4,}(\d+)$", "\n".join(page), re.MULTILINE)
    assert [(number, title) for number, title, _ in listed] == [
        ("Tabelle 1", "Kurse im Kreis"),
        ("Tabelle 2", "Stand der Ziele"),
        ("Abbildung 1", "Plan"),
    ]
    for number, title, at in listed:
        assert f"{number}: {title}" in printed[int(at) - 1], number
    assert [line for line in page if line.startswith(("KI ", "VHS "))] == [
        "KI Kommunales Integrationszentrum",
        "VHS Volkshochschule",
    ]
    assert [
        page.index(title) for title in ("Tabellenverzeichnis", "Abbildungsverzeichnis", "Abkürzungsverzeichnis")
    ] == [
        1,
        4,
        6,
    ]


def test_pandoc_reads_the_abbreviations(draft: Path) -> None:
    words = " ".join(judges.pandoc(draft)[0])
    assert "Abkürzungsverzeichnis KI Kommunales Integrationszentrum VHS Volkshochschule" in words


def test_a_draft_without_lists_knows_nothing_of_their_styles(concept: Publication, tmp_path: Path) -> None:
    write_draft(replace(concept, directories=(), abbreviations=()), images(PICTURE), tmp_path / "a.docx", OPTIONS)
    styles = reading.read(tmp_path / "a.docx").parts["word/styles.xml"]
    known = {node.get(f"{reading.W}styleId") for node in styles.iter(f"{reading.W}style")}
    assert not known & {"TableofFigures", "IKAbbreviation"}
