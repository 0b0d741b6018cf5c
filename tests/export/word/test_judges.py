"""A whole draft before its judges: pandoc, LibreOffice, python-docx."""

import re
from pathlib import Path

import docx
import pytest

from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.publication.tree import Publication
from tests.export.word import judges, reading, said
from tests.export.word.publications import OPTIONS
from tests.export.word.sample import sample


@pytest.fixture(scope="module")
def concept() -> tuple[Publication, dict[str, bytes]]:
    return sample()


@pytest.fixture(scope="module")
def draft(concept: tuple[Publication, dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("draft") / "Entwurf.docx"
    report = write_draft(*concept, out, OPTIONS)
    assert report.findings == ()
    return out


@pytest.fixture(scope="module")
def printed(draft: Path, tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    return judges.pages(judges.libreoffice(draft, tmp_path_factory.mktemp("office")))


def body_words(printed: list[list[str]]) -> list[str]:
    return [word for page in printed for line in judges.without_margins(page) for word in line.split()]


def without_pages(text: str) -> str:
    return re.sub(r"auf Seite ?\d*", "auf Seite", text)


def test_pandoc_reads_every_word_in_order_and_the_notes_apart(
    concept: tuple[Publication, dict[str, bytes]], draft: Path
) -> None:
    found, notes = judges.pandoc(draft)
    found.remove("Inhalt")
    assert without_pages(" ".join(found)) == without_pages(" ".join(said.words(concept[0])))
    assert notes == said.note_words(concept[0])


def test_libreoffice_prints_every_heading_with_the_number_of_the_publication(
    concept: tuple[Publication, dict[str, bytes]], printed: list[list[str]]
) -> None:
    lines = [" ".join(line.split()) for page in printed for line in judges.without_margins(page)]
    place = 0
    for line in said.headings(concept[0]):
        place = lines.index(line, place) + 1


def test_the_contents_give_the_pages_that_libreoffice_arrives_at(
    concept: tuple[Publication, dict[str, bytes]], printed: list[list[str]]
) -> None:
    listed = dict(re.findall(r"^(.+?)\.{4,}(\d+)$", "\n".join(printed[2]), re.MULTILINE))
    expected = [f"{entry.number} {entry.title}".strip() for entry in concept[0].contents]
    assert list(listed) == expected
    for line, page in listed.items():
        assert line in [" ".join(one.split()) for one in printed[int(page) - 1]], f"{line} is not on page {page}"


def test_references_print_what_the_publication_says_after_libreoffice_has_renewed_them(
    printed: list[list[str]],
) -> None:
    text = " ".join(body_words(printed))
    assert "Siehe Tabelle 1 auf Seite 12; mehr unter www.kreis.example." in text
    assert "Siehe Kapitel 5.2.1, Sprache und 5.2.1 Sprache auf Seite 12." in text
    assert "Siehe Anlage 1." in text


def test_notes_are_numbered_from_one_in_the_order_of_the_publication(
    concept: tuple[Publication, dict[str, bytes]], draft: Path
) -> None:
    word = reading.read(draft)
    referenced = [int(node.get(f"{reading.W}id", "")) for node in word.body.iter(f"{reading.W}footnoteReference")]
    assert referenced == list(range(1, len(concept[0].notes) + 1))
    written = [node for node in word.parts["word/footnotes.xml"] if node.get(f"{reading.W}type") is None]
    assert [reading.text(node).strip() for node in written] == [
        said.plain(note.runs).strip() for note in concept[0].notes
    ]


def test_word_counts_pages_and_margins_say_what_draft_it_is(printed: list[list[str]]) -> None:
    for number, page in enumerate(printed[1:], 2):
        assert page[0] == "Integrationskonzept Entwurf 0.7 · 02.04.2015"
        assert page[-1] == f"Kreis Musterstadt · Fassung 7f3a91c2 Seite {number} von {len(printed)}"


def test_python_docx_opens_it_and_finds_styles_by_their_english_names(draft: Path) -> None:
    document = docx.Document(str(draft))
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert {"Heading 1", "Heading 2", "Title", "Caption", "List Bullet", "List Number", "Quote", "toc 1"} <= used
    assert len(document.inline_shapes) == 2


def test_libreoffice_keeps_every_bookmark_note_and_reference(draft: Path, tmp_path: Path) -> None:
    before, after = reading.read(draft), reading.read(judges.libreoffice(draft, tmp_path, "docx"))
    for name in ("word/document.xml", "word/footnotes.xml"):
        ours = {mark for mark in reading.bookmarks(before.parts[name]) if mark.startswith("_i")}
        # LibreOffice 7.4 adds to the names of bookmarks within notes; none is lost by it.
        kept = {re.sub(r"(_Copy_\d+)+$", "", mark) for mark in reading.bookmarks(after.parts[name])}
        assert ours <= kept, name
        assert ours
    notes = f"{reading.W}footnoteReference"
    assert len(list(after.body.iter(notes))) == len(list(before.body.iter(notes)))
