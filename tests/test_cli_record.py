"""`record`: who proposed what and how it was decided, as Word file and PDF."""

import subprocess
from pathlib import Path

import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.cli_files import DONE, UNUSABLE
from ikonzept_desktop.model.store.project_file import create_project
from tests.publication.record.returned import returned


@pytest.fixture
def concept(tmp_path: Path) -> Path:
    path = tmp_path / "k.ikonzept"
    create_project(path, returned(), []).store.close()
    return path


def read(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True)
    return done.stdout.decode()


def test_both_files_are_made_and_the_concept_is_not_touched(concept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word, pdf = concept.with_name("p.docx"), concept.with_name("p.pdf")
    before = concept.read_bytes()
    assert main(["record", str(concept), "--word", str(word), "--pdf", str(pdf)]) == DONE
    assert word.stat().st_size > 0
    assert "Variante 2 ange" in read(pdf)
    assert concept.read_bytes() == before
    told = capsys.readouterr()
    assert told.err == ""
    assert [line.rpartition(" (")[0] or line for line in told.out.splitlines()] == [str(word), str(pdf)]


def test_less_is_told_where_less_is_asked_for(concept: Path) -> None:
    pdf = concept.with_name("p.pdf")
    assert main(["record", str(concept), "--pdf", str(pdf), "--decided", "--section", "2"]) == DONE
    found = read(pdf)
    assert "Lehrgänge" in found
    assert "Leitziele" not in found
    assert "587 Personen" not in found


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "Bitte nennen Sie --word DATEI.docx, --pdf DATEI.pdf oder beides. Nichts wurde ausgegeben."),
        (["--word", "p.txt"], "müsste auf .docx enden"),
        (["--word", "p.docx", "--section", "9.9"], "Einen Abschnitt „9.9“ gibt es nicht. Nichts wurde ausgegeben."),
    ],
)
def test_what_cannot_be_done_is_one_german_line(
    concept: Path, asked: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(concept.parent)
    assert main(["record", str(concept), *asked]) == UNUSABLE
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert said in told.err
    assert [path.name for path in concept.parent.iterdir() if path.suffix in (".docx", ".pdf", ".txt")] == []
