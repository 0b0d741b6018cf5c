"""Files of copies that the command line gives out: what they say of themselves, and what may be changed in them."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.cli_files import DONE, UNUSABLE
from ikonzept_desktop.model.document import Document, GivenCopy
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.review.recognition import Origin, recognise
from tests.builders import chapter, doc, p


@pytest.fixture
def concept(tmp_path: Path) -> Path:
    path = tmp_path / "Konzept.ikonzept"
    of_group = replace(chapter("Sprache", p("Kurse"), id="sprache"), responsible="AG Sprache")
    create_project(path, doc(chapter("Lage", p("Heute"), id="lage"), of_group)).store.close()
    return path


def kept(concept: Path) -> tuple[Document, list[str]]:
    """Give the concept as it is on disk, and the ids of its snapshots."""
    opened = open_project(concept, read_only=True)
    try:
        return opened.project.document, [snapshot.id for snapshot in opened.store.snapshots()]
    finally:
        opened.store.close()


def given(concept: Path) -> tuple[GivenCopy, ...]:
    return kept(concept)[0].properties.copies


def properties(draft: Path) -> dict[str, str]:
    with zipfile.ZipFile(draft) as package:
        said = package.read("docProps/custom.xml").decode()
    return {name: unescape(value) for name, value in re.findall(r'name="(\w+)"><vt:lpwstr>(.*?)</vt:lpwstr>', said)}


def part(draft: Path, name: str) -> str:
    with zipfile.ZipFile(draft) as package:
        return package.read(f"word/{name}.xml").decode()


def test_a_copy_is_remembered_and_known_again_by_what_its_file_says(concept: Path) -> None:
    out = concept.with_name("Kopie.docx")
    asked = ["--reviewer", "Jobcenter", "--due", "12.03.2015", "--return-to", "Sozialamt"]
    assert main(["export", str(concept), "--word", str(out), *asked]) == DONE
    document, snapshots = kept(concept)
    (copy,) = document.properties.copies
    assert (copy.reviewer, copy.due, copy.return_to, copy.file) == (
        "Jobcenter",
        date(2015, 3, 12),
        "Sozialamt",
        "Kopie.docx",
    )
    known = recognise(properties(out), document, snapshots)
    assert (known.origin, known.copy, known.version) == (Origin.COPY, copy, snapshots[0])


def test_a_packet_is_open_where_its_group_is_at_work_and_shut_elsewhere(concept: Path) -> None:
    out = concept.with_name("Paket.docx")
    assert main(["export", str(concept), "--word", str(out), "--packet", "ag sprache"]) == DONE
    assert [(copy.reviewer, copy.packet) for copy in given(concept)] == [("ag sprache", "ag sprache")]
    assert 'w:edit="readOnly"' in part(out, "settings")
    inside = part(out, "document").partition("<w:permStart")[2].partition("<w:permEnd")[0]
    assert "Kurse" in inside
    assert "Heute" not in inside


def test_one_draft_can_be_kept_from_being_changed_without_a_trace(concept: Path) -> None:
    out = concept.with_name("Kopie.docx")
    assert main(["export", str(concept), "--word", str(out), "--reviewer", "Kulturamt", "--revisions-only"]) == DONE
    assert 'w:edit="trackedChanges"' in part(out, "settings")


def test_names_are_taken_as_one_clean_line(concept: Path) -> None:
    out = concept.with_name("Kopie.docx")
    asked = ["--reviewer", ' Amt\x01 \n <&"> ', "--return-to", "Haus\x0b A"]
    assert main(["export", str(concept), "--word", str(out), *asked]) == DONE
    (copy,) = given(concept)
    assert copy.reviewer == properties(out)["ikReviewer"] == 'Amt <&">'
    assert copy.return_to == "Haus A"


def test_a_copy_for_nobody_is_refused_before_anything_is_given_out(
    concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = concept.with_name("Kopie.docx")
    assert main(["export", str(concept), "--word", str(out), "--reviewer", "  "]) == UNUSABLE
    assert "wenigstens --packet oder --reviewer" in capsys.readouterr().err
    assert not out.exists()
    assert given(concept) == ()
