"""An installation tells of itself whether it works: each step for itself, in one file, touching nothing of the user."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication

from ikonzept_desktop import cli_selftest
from ikonzept_desktop.cli import main
from ikonzept_desktop.cli_files import DONE, FINDINGS, UNUSABLE
from ikonzept_desktop.cli_selftest import STEPS, Files, tried
from ikonzept_desktop.paths import user_folders

Step = Callable[[Files], None]


pytestmark = pytest.mark.usefixtures("qapp")  # the program's own application would stay for all tests after these


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> dict[str, Any]:
    """What a whole self-test tells of this checkout."""
    out = tmp_path_factory.mktemp("out") / "Bericht ü.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
        assert main(["selftest", str(out)]) == DONE
    told: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return told


def steps_of(patch: pytest.MonkeyPatch, **steps: Step) -> None:
    """Have other steps in the place of all."""
    patch.setattr(cli_selftest, "STEPS", steps)


def files_in(folder: Path) -> Files:
    return Files(*(folder / name for name in ("k.ikonzept", "k.docx", "k.pdf", "p.pdf", "w.png")))


def trouble(step: str, files: Files, patch: pytest.MonkeyPatch) -> str:
    """Take one step, and give what it finds wrong."""
    steps_of(patch, it=STEPS[step])
    (outcome,) = tried(files)
    return outcome.trouble


def test_everything_works_here(report: dict[str, Any]) -> None:
    assert [step["name"] for step in report["steps"]] == list(STEPS)
    assert [step["trouble"] for step in report["steps"] if not step["passed"]] == []
    assert report["passed"] is True


def test_it_touches_nothing_of_the_user(report: dict[str, Any]) -> None:
    folders = user_folders()
    assert [folder for folder in (folders.config, folders.data, folders.state) if folder.exists()] == []


def test_one_step_that_fails_keeps_no_other_from_being_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_files: Files) -> None:
        raise cli_selftest.Failed("Zwei Wörter fehlen.")

    def breaks(_files: Files) -> None:
        raise OSError("Platte voll")

    steps_of(monkeypatch, one=fails, two=breaks, three=lambda _files: None)
    out = tmp_path / "out.json"
    assert main(["selftest", str(out)]) == FINDINGS
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["passed"] is False
    assert [step["passed"] for step in told["steps"]] == [False, False, True]
    assert told["steps"][0]["trouble"] == "Zwei Wörter fehlen."
    assert "Traceback" in told["steps"][1]["trouble"]
    assert "Zwei Wörter fehlen." in capsys.readouterr().out


def test_the_report_is_written_over_nothing_but_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps_of(monkeypatch)
    concept = tmp_path / "Konzept.ikonzept"
    concept.write_bytes(b"mine")
    assert main(["selftest", str(concept)]) == UNUSABLE
    assert concept.read_bytes() == b"mine"


def test_words_that_a_draft_has_lost_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = files_in(tmp_path)
    steps_of(monkeypatch, example=STEPS["Beispiel anlegen"])
    assert [outcome.trouble for outcome in tried(files)] == [""]
    give = cli_selftest._given_out

    def give_less(*order: Any) -> None:
        give(*order)
        replaced_in(files.word, "word/document.xml", b"Integration", b"I")

    monkeypatch.setattr(cli_selftest, "_given_out", give_less)
    assert "„Integration“ fehlt im Entwurf" in trouble("Word-Entwurf", files, monkeypatch)


def replaced_in(file: Path, part: str, old: bytes, new: bytes) -> None:
    """Exchange some bytes in one part of a package."""
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old in parts[part]
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content.replace(old, new) if name == part else content)


@pytest.mark.parametrize("step", ["PDF (PDF/UA-1, PDF/A-2a)", "PDF für die Druckerei (PDF/X-4)"])
def test_a_pdf_that_does_not_conform_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def give(_files: Files, _kind: object, out: Path, _press: object = None) -> None:
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(out)

    monkeypatch.setattr(cli_selftest, "_given_out", give)
    assert trouble(step, files_in(tmp_path), monkeypatch)


def test_a_book_without_pages_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_selftest, "resource", lambda *_: tmp_path)
    assert trouble("Vorlagen und Handbuch", files_in(tmp_path), monkeypatch) == (
        "Gefunden: 0 Vorlagen und 0 Abschnitte des Handbuchs."
    )


def test_a_page_that_is_blank_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = files_in(tmp_path)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(files.pdf)
    assert "0 Wörter" in trouble("Seiten zeichnen", files, monkeypatch)


def test_a_damaged_concept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = files_in(tmp_path)
    steps_of(monkeypatch, example=STEPS["Beispiel anlegen"])
    tried(files)
    content = bytearray(files.concept.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 64] = bytes(64)
    files.concept.write_bytes(content)
    assert trouble("Datei prüfen", files, monkeypatch)
