"""The bookmarks over the lines of the concept: all of them, and over nothing else."""

from pathlib import Path

from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.publication.block_ids import PREFIX, given_lines
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import Publication
from tests.export.word import reading, said
from tests.export.word.publications import OPTIONS
from tests.publication.test_block_ids import whole


def draft_of(publication: Publication, folder: Path) -> reading.WordFile:
    out = folder / "Entwurf.docx"
    write_draft(publication, {}, out, OPTIONS)
    return reading.read(out)


def test_every_line_has_its_bookmark_and_nothing_else_has_one(tmp_path: Path) -> None:
    publication = build(whole())
    word = draft_of(publication, tmp_path)
    parts = [word.body, word.parts["word/footnotes.xml"]]
    found = {name: part for part in parts for name in reading.bookmarks(part) if name.startswith(PREFIX)}
    given = given_lines(publication)
    assert set(found) == set(given)
    for name, part in found.items():
        assert reading.between(part, name) == said.plain(given[name]), name


def test_the_lines_of_a_record_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    body = draft_of(build(whole()), tmp_path).body
    lines = [reading.text(one) for one in reading.paragraphs(body)]
    assert [line for line in lines if line in ("Zehn", "Elf", "Deutsch", "Grund: Weil.", "• Punkt")] == [
        "Deutsch", "Deutsch", "Grund: Weil.", "• Punkt", "Zehn", "Elf",
    ]  # fmt: skip


def test_a_name_stands_in_one_file_only_once_in_all_its_parts(tmp_path: Path) -> None:
    word = draft_of(build(whole()), tmp_path)
    starts = [
        node for part in word.parts.values() for node in part.iter(f"{reading.W}bookmarkStart")
    ]  # fmt: skip
    for attribute in ("id", "name"):
        said_of = [node.get(f"{reading.W}{attribute}") for node in starts]
        assert len(said_of) == len(set(said_of))
