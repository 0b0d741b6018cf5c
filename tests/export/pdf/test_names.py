"""Names in any script come out right when copied, wherever they stand, from both PDFs and for both readers."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from ikonzept_desktop.publication.tree import Cover, PublishedSection, TextRun
from tests.export.pdf.builders import concept, note, p, runs, section, table
from tests.export.pdf.judges import raw_text
from tests.export.pdf.judging import PRINT, WEB, give_out

NAMES = {"tr": "Şükrü Çağdaş İğdır", "pl": "Żółć Święciński", "ru": "Владимир Щербаков", "ar": "محمد"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files of a concept with the names at every place, each place with a word of its own before it."""
    sections: list[PublishedSection] = []
    for language, name in NAMES.items():
        said = TextRun(name, language=language)
        elements = (p("Rumpf ", said, " spricht.", note(len(sections) + 1)), table(("Ort", "Person"), ("Zelle", said)))
        sections.append(section(f"Titel {name}", *elements))
    notes = tuple(runs("Fußnote ", TextRun(name, language=language), ".") for language, name in NAMES.items())
    cover = Cover(f"Umschlag {NAMES['pl']} {NAMES['tr']} {NAMES['ru']}", "", "", "", "")
    return give_out(concept(*sections, notes=notes, cover=cover), {}, tmp_path_factory.mktemp("names"))


def by_poppler(path: Path) -> str:
    return " ".join(raw_text(path).split())


def by_pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


@pytest.mark.parametrize("file", [WEB, PRINT])
@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
def test_a_name_is_copied_as_it_was_written_wherever_it_stands(folder: Path, file: str, name: str) -> None:
    text = by_poppler(folder / file)
    for place in ("Rumpf", "Titel", "Fußnote", "Zelle"):
        assert f"{place} {name}" in text, text


@pytest.mark.parametrize("file", [WEB, PRINT])
@pytest.mark.parametrize("language", ["tr", "pl", "ru"])
def test_another_reader_copies_the_same(folder: Path, file: str, language: str) -> None:
    text = by_pdfium(folder / file)
    for place in ("Rumpf", "Titel", "Fußnote", "Zelle"):
        assert f"{place} {NAMES[language]}" in text, text


@pytest.mark.parametrize("file", [WEB, PRINT])
def test_the_title_on_the_cover_has_its_names(folder: Path, file: str) -> None:
    assert f"Umschlag {NAMES['pl']} {NAMES['tr']} {NAMES['ru']}" in " ".join(raw_text(folder / file, 1).split())


def test_the_bookmarks_have_theirs(folder: Path) -> None:
    with pikepdf.open(folder / WEB) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root][-len(NAMES) :] == [f"Titel {name}" for name in NAMES.values()]
