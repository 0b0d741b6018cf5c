"""What a copy for review says and allows beyond the draft."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ikonzept_desktop.export.copies import CopyOrder, Protection, file_name
from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.publication.block_ids import PREFIX, given_lines
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import Publication
from tests.builders import chapter, doc, fn, p, row, table
from tests.export.word import judges, reading
from tests.export.word.publications import OPTIONS

W = reading.W
COPY = CopyOrder("kopie", "konzept", "Jobcenter", due=date(2015, 3, 12), return_to="Sozialamt")
PACKET = replace(COPY, packet="AG Sprache", editable=("feld", "anhang"))


def concept() -> Publication:
    wide = table(row(*(f"Q{number}" for number in range(9))), row(*("x",) * 9))
    below = chapter("Kurse", p("Kurse"), id="kurse")
    return build(
        doc(
            chapter("Lage", p("Die Lage", fn("Quelle der Lage")), id="lage"),
            chapter("Sprache", p("Anfang", fn("Quelle des Anfangs")), wide, below, id="feld"),
            chapter("Ende", p("Schluss"), id="anhang"),
            title="Konzept",
        )
    )


CONCEPT = concept()


def draft(copy: CopyOrder | None, folder: Path) -> Path:
    out = folder / "Kopie.docx"
    write_draft(CONCEPT, {}, out, replace(OPTIONS, copy=copy))
    return out


def settings_of(path: Path) -> dict[str, dict[str, str]]:
    said = reading.read(path).parts["word/settings.xml"]
    return {str(node.tag).removeprefix(W): {str(k).removeprefix(W): v for k, v in node.items()} for node in said}


def editable_words(path: Path, part: str = "word/document.xml") -> str:
    """Give what stands between the ends of what may be edited."""
    inside, found = set[str](), []
    for node in reading.read(path).parts[part].iter():
        if node.tag == f"{W}permStart":
            inside.add(reading.value(node, f"{W}id"))
        elif node.tag == f"{W}permEnd":
            inside.remove(reading.value(node, f"{W}id"))
        elif node.tag == f"{W}t" and inside:
            found.append(node.text or "")
    assert not inside
    return "|".join(found)


@pytest.mark.parametrize(
    ("copy", "edit"),
    [
        (None, None),
        (COPY, None),
        (replace(COPY, protection=Protection.REVISIONS), "trackedChanges"),
        (PACKET, "readOnly"),
    ],
)
def test_changes_are_tracked_and_a_copy_is_shut_as_it_was_asked_for(
    copy: CopyOrder | None, edit: str | None, tmp_path: Path
) -> None:
    said = settings_of(draft(copy, tmp_path))
    assert "trackRevisions" in said
    assert said.get("documentProtection", {}).get("edit") == edit


def test_of_a_packet_only_its_sections_may_be_edited(tmp_path: Path) -> None:
    words = editable_words(draft(PACKET, tmp_path)).split("|")
    assert {"Sprache", "Anfang", "Q0", "x", "Ende", "Schluss"} <= set(words)
    assert not {"Lage", "Die Lage", "Kurse"} & set(words)


def test_of_the_notes_those_of_its_sections_may_be_edited(tmp_path: Path) -> None:
    assert editable_words(draft(PACKET, tmp_path), "word/footnotes.xml") == "Quelle des Anfangs"
    assert editable_words(draft(COPY, tmp_path), "word/footnotes.xml") == ""


def test_each_section_of_a_packet_says_what_it_is_there_for(tmp_path: Path) -> None:
    lines = [reading.text(one) for one in reading.paragraphs(reading.read(draft(PACKET, tmp_path)).body)]
    marks = {line: lines[at + 1].split(":")[0] for at, line in enumerate(lines) if line in ("Lage", "Sprache", "Ende")}
    assert marks == {"Lage": "Zum Lesen", "Sprache": "Zur Durchsicht", "Ende": "Zur Durchsicht"}


def test_the_covering_page_says_for_whom_until_when_and_to_whom_it_goes_back(tmp_path: Path) -> None:
    lines = [reading.text(one) for one in reading.paragraphs(reading.read(draft(PACKET, tmp_path)).body)]
    assert lines[0] == "Zur Durchsicht"
    back = next(at for at, line in enumerate(lines) if line.startswith("Bitte schicken Sie diese Datei zurück"))
    page = "\n".join(lines[:back])
    assert "Jobcenter" in page
    assert "bis zum 12.03.2015 an Sozialamt" in page
    assert "Das Paket „AG Sprache“." in page
    assert "• 2 Sprache" in page


def test_nothing_of_the_covering_page_or_the_marks_is_taken_for_the_concept(tmp_path: Path) -> None:
    parts = reading.read(draft(PACKET, tmp_path)).parts
    found = {
        name: parts[part]
        for part in ("word/document.xml", "word/footnotes.xml")
        for name in reading.bookmarks(parts[part])
        if name.startswith(PREFIX)
    }
    given = given_lines(CONCEPT)
    assert set(found) == set(given)
    for name, part in found.items():
        assert reading.between(part, name) == "".join(run.text for run in given[name] if hasattr(run, "text"))


def test_libreoffice_counts_the_pages_with_the_covering_page_and_keeps_its_marks(tmp_path: Path) -> None:
    path = draft(PACKET, tmp_path)
    pages = judges.pages(judges.libreoffice(path, tmp_path))
    assert pages[0][0] == "Zur Durchsicht"
    assert pages[1][0] != "Zur Durchsicht"
    assert pages[2][-1].endswith(f"Seite 3 von {len(pages)}")
    again = judges.libreoffice(path, tmp_path, "docx")
    kept = {reading.value(node, f"{W}id") for node in reading.read(again).body.iter(f"{W}permStart")}
    assert kept == {reading.value(node, f"{W}id") for node in reading.read(path).body.iter(f"{W}permStart")}
    ours = {name for name in reading.bookmarks(reading.read(path).body) if name.startswith("_i")}
    assert ours <= set(reading.bookmarks(reading.read(again).body))
    assert settings_of(again)["documentProtection"]["edit"] == "readOnly"


def test_the_name_of_a_file_says_what_it_is_and_whose() -> None:
    when = datetime(2015, 3, 5, tzinfo=UTC)
    assert (
        file_name("Konzept: Kreis", "Entwurf 0.7", "Jobcenter", "AG Sprache", when)
        == "Konzept Kreis – Entwurf 0.7 – AG Sprache – Jobcenter – 2015-03-05.docx"
    )
    assert file_name("", "", "AG/Sprache", "AG/Sprache", when) == "Konzept – AG Sprache – 2015-03-05.docx"
