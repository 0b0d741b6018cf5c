"""Two states compared by the command line: which ones are meant, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.cli_files import DONE, UNUSABLE
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import SetProperties
from ikonzept_desktop.model.store.freezing import freeze
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.reading.word.content import View
from tests.builders import chapter, doc, p
from tests.export.word.redline.said import lines, read

WHEN = datetime(2015, 3, 1, 8, 0, tzinfo=UTC)
SUBTITLES = ("Eins", "Zwei", "Drei")
CONCEPT = doc(chapter("Lage", p("Text")), title="Konzept")


@pytest.fixture
def concept(tmp_path: Path) -> Path:
    """A concept whose subtitle was „Eins“, then „Zwei“, and is „Drei“ now."""
    path = tmp_path / "Konzept.ikonzept"
    opened = create_project(path, CONCEPT)
    for subtitle in SUBTITLES:
        before = opened.project.document.properties
        opened.project.apply(SetProperties(before, replace(before, subtitle=subtitle)), "Untertitel")
        if subtitle != "Drei":
            freeze(opened, "Ausgabe", WHEN)
    opened.store.close()
    return path


def ids(concept: Path) -> dict[str, str]:
    """Give the ids of the snapshots by their subtitles."""
    opened = open_project(concept, read_only=True)
    try:
        kept = [(each.id, opened.store.snapshot_document(each.id)) for each in opened.store.snapshots()]
        return {document.properties.subtitle: id for id, document in kept}
    finally:
        opened.store.close()


def subtitles(path: Path) -> tuple[list[str], list[str]]:
    """Give the subtitle with all changes refused, and accepted."""
    before, after = (
        [line for line in lines(path, view) if line in SUBTITLES] for view in (View.REJECTED, View.ACCEPTED)
    )
    return before, after


def test_a_snapshot_by_the_beginning_of_its_id_and_the_present_state(concept: Path) -> None:
    out = concept.with_name("a.docx")
    assert main(["compare", f"{concept}@{ids(concept)['Eins'][:6]}", str(concept), "--word", str(out)]) == DONE
    assert subtitles(out) == (["Eins"], ["Drei"])


def test_two_snapshots_whose_changes_bear_the_newer_ones_name_and_date(concept: Path) -> None:
    out, kept = concept.with_name("a.docx"), ids(concept)
    asked = [f"{concept}@{kept['Eins']}", f"{concept}@{kept['Zwei']}"]
    assert main(["compare", *asked, "--word", str(out)]) == DONE
    assert subtitles(out) == (["Eins"], ["Zwei"])
    signed = {(each.author, each.date) for block in read(out).blocks for span in block.spans for each in span.revisions}
    assert signed == {(f"Ausgabe vom {WHEN.astimezone():%d.%m.%Y, %H:%M}", "2015-03-01T08:00:00Z")}


def test_two_files(concept: Path, tmp_path: Path) -> None:
    other, out = tmp_path / "2015@Entwurf.ikonzept", tmp_path / "a.docx"
    later: Document = replace(CONCEPT, properties=replace(CONCEPT.properties, subtitle="Zwei"))
    create_project(other, later).store.close()
    assert main(["compare", str(other), str(concept), "--word", str(out)]) == DONE
    assert subtitles(out) == (["Zwei"], ["Drei"])


@pytest.mark.parametrize("named", ["@zzz", "@", "@ "])
def test_a_snapshot_that_is_not_there_is_told_in_one_line(
    concept: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = concept.with_name("a.docx")
    assert main(["compare", f"{concept}{named}", str(concept), "--word", str(out)]) == UNUSABLE
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "Nichts wurde ausgegeben." in told.err
    assert not out.exists()


def test_a_beginning_that_several_snapshots_have_is_told(concept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ikonzept_desktop.cli_compare import found_in
    from ikonzept_desktop.cli_files import Refused
    from ikonzept_desktop.model.store.snapshots import Snapshot

    kept = tuple(Snapshot(id, WHEN, "Ausgabe", id) for id in ("abc1", "abc2"))
    assert found_in(kept, concept, "abc2") is kept[1]
    with pytest.raises(Refused, match="beginnen mehrere Fassungen"):
        found_in(kept, concept, "abc")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("out", "says"),
    [("a.txt", "müsste auf .docx"), ("fehlt/a.docx", "Den Ordner"), ("Konzept.ikonzept", "müsste")],
)
def test_no_file_is_written_over_a_concept_or_nowhere(
    concept: Path, out: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = concept.read_bytes()
    assert main(["compare", str(concept), str(concept), "--word", str(concept.parent / out)]) == UNUSABLE
    assert says in capsys.readouterr().err
    assert concept.read_bytes() == before
