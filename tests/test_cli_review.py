"""`review`: copies that came back, held against the text that went out."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.model.store.project_file import create_project
from tests.builders import chapter, doc, field_of_action, p, record, records, row, table

SENTENCE = "Der Kreis fördert das Erlernen der Sprache."
OTHER = "Alle zwei Jahre wird das Konzept fortgeschrieben."


@pytest.fixture
def concept(tmp_path: Path) -> Path:
    path = tmp_path / "k.ikonzept"
    document = doc(
        chapter("Ziele", p(SENTENCE, id="satz"), p(OTHER, id="zweiter"), table(row("Ort", "Zahl"), row("Hilden", "8"))),
        field_of_action("Sprache", records("measures", record(id="pool", title="Lotsen", lead="Sozialamt"))),
    )
    create_project(path, document, []).store.close()
    return path


def given_out(concept: Path, name: str, *more: str) -> Path:
    out = concept.with_name(f"{name}.docx")
    assert main(["export", str(concept), "--word", str(out), *more]) == 0
    return out


def edited(copy: Path, name: str, change: Callable[[str], str]) -> Path:
    """Give a copy with its text changed as somebody would who does not track."""
    out = copy.with_name(f"{name}.docx")
    with zipfile.ZipFile(copy) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                text = data.decode("utf-8")
                data = change(text).encode("utf-8")
                assert data.decode("utf-8") != text
            new.writestr(entry, data)
    return out


def told(concept: Path, *copies: Path, accept: str = "none", status: int = 0) -> Any:
    out = concept.with_name("r.json")
    arguments = ["review", str(concept), *map(str, copies), "--json", str(out), "--accept", accept]
    assert main(arguments) == status
    return json.loads(out.read_text(encoding="utf-8"))


def test_a_copy_that_nobody_touched_proposes_nothing(concept: Path) -> None:
    found = told(concept, given_out(concept, "a", "--reviewer", "Jugendamt", "--due", "01.03.2030"))
    assert (found["proposals"], found["comments"], found["not_taken_over"]) == ([], [], [])
    assert found["copies"][0]["certainty"] == 1.0
    assert SENTENCE in found["text"]


def test_an_edit_is_told_with_section_block_field_and_author(concept: Path) -> None:
    copy = given_out(concept, "a", "--reviewer", "Jugendamt")
    came = edited(copy, "b", lambda text: text.replace("fördert", "stärkt").replace(">Sozialamt<", ">Jobcenter<"))
    first, second = told(concept, came)["proposals"]
    wanted = ("section", "block", "field", "kind", "authors", "before", "after", "conflict")
    assert [first[key] for key in wanted] == [
        "1 Ziele", "satz", "text", "text", ["Jugendamt"], "fördert", "stärkt", False,
    ]  # fmt: skip
    assert (second["section"], second["field"], second["before"], second["after"]) == (
        "2 Sprache",
        "lead",
        "Sozialamt",
        "Jobcenter",
    )


def test_the_text_of_a_copy_is_compared_with_what_went_out_and_not_with_what_is_written_since(concept: Path) -> None:
    copy = given_out(concept, "a", "--reviewer", "Jugendamt")
    later = concept.with_name("later.ikonzept")
    shutil.copy(concept, later)
    assert told(later, copy)["proposals"] == []


def test_several_copies_are_put_together_and_a_conflict_is_a_finding(concept: Path) -> None:
    copy = given_out(concept, "a")
    one = edited(copy, "b", lambda text: text.replace("zwei", "drei"))
    other = edited(copy, "c", lambda text: text.replace("zwei", "fünf"))
    found = told(concept, one, other, accept="all", status=1)
    ((proposal),) = found["proposals"]
    assert proposal["conflict"]
    assert {each["text"] for each in proposal["variants"]} == {"drei", "fünf"}
    assert OTHER in found["text"]  # until somebody decides
    assert told(concept, other, one, accept="all", status=1)["proposals"] == found["proposals"]


def test_to_accept_everything_gives_the_text_of_the_copy(concept: Path) -> None:
    came = edited(given_out(concept, "a"), "b", lambda text: text.replace("zwei", "drei"))
    assert OTHER.replace("zwei", "drei") in told(concept, came, accept="all")["text"]
    assert OTHER in told(concept, came, accept="none")["text"]


def test_a_copy_of_another_concept_is_refused_in_a_sentence(
    concept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x").mkdir()
    foreign = tmp_path / "x" / "k.ikonzept"
    create_project(foreign, doc(chapter("Anderes", p("Ein fremder Text."))), []).store.close()
    copy = given_out(foreign, "a", "--reviewer", "Amt")
    given_out(concept, "own", "--reviewer", "Amt")
    capsys.readouterr()
    assert main(["review", str(concept), str(copy)]) == 2
    said = capsys.readouterr().err
    assert "anderen Konzepts" in said
    assert said.count("\n") == 1


def test_a_letter_that_has_nothing_to_do_with_it_is_refused(
    concept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = docx.Document()
    letter.add_paragraph("Sehr geehrte Damen und Herren, anbei erhalten Sie die Rechnung.")
    copy = tmp_path / "Brief.docx"
    letter.save(str(copy))
    assert main(["review", str(concept), str(copy)]) == 2
    assert "kaum ein Wort gemein" in capsys.readouterr().err


def test_without_json_it_counts(concept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    came = edited(given_out(concept, "a"), "b", lambda text: text.replace("zwei", "drei"))
    capsys.readouterr()
    assert main(["review", str(concept), str(came)]) == 0
    assert capsys.readouterr().out.strip().endswith("1 Vorschläge, 0 Kommentare")
