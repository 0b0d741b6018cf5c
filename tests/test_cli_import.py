"""`import`: a foreign document becomes a concept, or a part of one that is there."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.cli_files import DONE, FINDINGS, UNUSABLE, read_concept
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.store.project_file import create_project, open_project
from tests.builders import chapter, doc, p


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """Give a Word file with two chapters, a section and a running head."""
    document = docx.Document()
    document.add_heading("Einleitung", 1)
    document.add_paragraph("Der Kreis hat einen Auftrag.")
    document.add_heading("Ziele", 1)
    document.add_heading("Sprache", 2)
    document.add_paragraph("Alle sprechen Deutsch.")
    path = tmp_path / "Rahmenkonzept.docx"
    document.save(str(path))
    return path


@pytest.fixture
def concept(tmp_path: Path) -> Path:
    """Give a concept with two chapters, one of which has a section below it."""
    path = tmp_path / "k.ikonzept"
    document = doc(chapter("Ziele", p("Eigenes."), chapter("Alt", id="alt")), chapter("Ausblick"))
    create_project(path, document, []).store.close()
    return path


def titles(path: Path) -> list[str]:
    """Give the titles of a concept in reading order."""
    return [section.title for section in walk(read_concept(path).sections)]


def with_head(word: Path) -> Path:
    """Have the Word file say something in its header too."""
    document = docx.Document(str(word))
    document.sections[0].header.paragraphs[0].text = "Kreis Musterland"
    document.save(str(word))
    return word


def report(path: Path) -> Any:
    """Give the report that was written."""
    return json.loads(path.read_text(encoding="utf-8"))


def words(document: Document, title: str) -> list[str]:
    """Give the paragraphs of a section."""
    section = next(each for each in walk(document.sections) if each.title == title)
    return [plain(getattr(block, "inlines", ())) for block in section.blocks("text")]


def test_a_document_becomes_a_new_concept(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made, told = word.with_name("neu.ikonzept"), word.with_name("r.json")
    assert main(["import", str(word), str(made), "--json", str(told)]) == DONE
    assert titles(made) == ["Einleitung", "Ziele", "Sprache"]
    assert words(read_concept(made), "Sprache") == ["Alle sprechen Deutsch."]
    assert capsys.readouterr().out == f"{made}: 3 Abschnitte\n"
    found = report(told)
    assert [(each["number"], each["title"], each["level"]) for each in found["sections"]] == [
        ("1", "Einleitung", 0),
        ("2", "Ziele", 0),
        ("2.1", "Sprache", 1),
    ]
    assert (found["file"], found["refused"], found["counts"]["sections"]) == ("Rahmenkonzept.docx", None, 3)


def test_what_waits_in_the_inbox_is_told(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made, told = word.with_name("neu.ikonzept"), word.with_name("r.json")
    assert main(["import", str(with_head(word)), str(made), "--json", str(told)]) == FINDINGS
    assert titles(made)[-1] == "Eingang: Rahmenkonzept.docx"
    assert "Im Eingang: Aus der Kopfzeile" in capsys.readouterr().out.splitlines()
    assert report(told)["inbox"] == [{"head": "Aus der Kopfzeile", "text": "Kreis Musterland"}]


@pytest.mark.parametrize("into", ["1.1", "Alt", "alt", "1.1."])
def test_a_part_comes_below_a_section_named_by_number_title_or_id(into: str, word: Path, concept: Path) -> None:
    assert main(["import", str(word), str(concept), "--into", into]) == DONE
    assert titles(concept) == ["Ziele", "Alt", "Einleitung", "Ziele", "Sprache", "Ausblick"]


def test_a_part_is_one_step_that_can_be_taken_back(word: Path, concept: Path) -> None:
    main(["import", str(word), str(concept), "--into", "Ausblick"])
    opened = open_project(concept)
    assert opened.project.undo_label() == "Übernehmen aus einem Dokument"
    opened.project.undo()
    opened.store.close()
    assert titles(concept) == ["Ziele", "Alt", "Ausblick"]


def test_images_come_with_it(word: Path, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (40, 20), "teal").save(tmp_path / "b.png")
    document = docx.Document(str(word))
    document.add_picture(str(tmp_path / "b.png"))
    document.save(str(word))
    made = word.with_name("neu.ikonzept")
    main(["import", str(word), str(made)])
    opened = open_project(made, read_only=True)
    sections = list(walk(opened.project.document.sections))
    (figure,) = [block for each in sections for block in each.blocks("text") if hasattr(block, "image")]
    assert opened.store.image(figure.image).startswith(b"\x89PNG")
    opened.store.leave()


WRONG: dict[str, tuple[list[str], str]] = {
    "there is one": (["import", "Rahmenkonzept.docx", "k.ikonzept"], "nennen Sie eine neue Datei oder mit --into"),
    "no section": (["import", "Rahmenkonzept.docx", "k.ikonzept", "--into", "9"], "Einen Abschnitt „9“ gibt es nicht"),
    "no concept": (["import", "Rahmenkonzept.docx", "fort.ikonzept", "--into", "1"], "gibt es nicht"),
    "no document": (["import", "fort.docx", "neu.ikonzept"], "„fort.docx“"),
    "no document for a part": (["import", "fort.docx", "k.ikonzept", "--into", "1"], "„fort.docx“"),
    "a concept as document": (["import", "k.ikonzept", "neu.ikonzept"], "„k.ikonzept“"),
    "no template": (["import", "Rahmenkonzept.docx", "neu.ikonzept", "--template", "x"], "Vorhanden sind"),
    "template of a part": (
        ["import", "Rahmenkonzept.docx", "k.ikonzept", "--into", "1", "--template", "integrationskonzept"],
        "--template gehört zu einem neuen Konzept",
    ),
    "report elsewhere": (["import", "Rahmenkonzept.docx", "neu.ikonzept", "--json", "r.txt"], "müsste auf .json enden"),
    "no folder": (["import", "Rahmenkonzept.docx", "fort/neu.ikonzept"], "Den Ordner „fort“ gibt es nicht"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    name: str,
    word: Path,
    concept: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(word.parent)
    before = {path.name: path.read_bytes() for path in word.parent.iterdir()}
    arguments, said = WRONG[name]
    assert main(arguments) == UNUSABLE
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert said in told.err
    after = {path.name: path.read_bytes() for path in word.parent.iterdir()}
    assert after.keys() == before.keys()
    assert all(after[path] == before[path] for path in before)


def test_sections_of_the_same_title_are_told_apart_by_number(
    word: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "zwei.ikonzept"
    create_project(path, doc(chapter("Ziele"), chapter("Ziele")), []).store.close()
    assert main(["import", str(word), str(path), "--into", "Ziele"]) == UNUSABLE
    assert "„Ziele“ heißen 2 Abschnitte" in capsys.readouterr().err


def test_a_refusal_stands_in_the_report_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "k.docx").write_bytes(b"PK\x03\x04 no archive")
    told = tmp_path / "r.json"
    assert main(["import", str(tmp_path / "k.docx"), str(tmp_path / "neu.ikonzept"), "--json", str(told)]) == UNUSABLE
    assert report(told)["refused"] == capsys.readouterr().err.strip()
    assert not (tmp_path / "neu.ikonzept").exists()
