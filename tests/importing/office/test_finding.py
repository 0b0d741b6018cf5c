"""Where LibreOffice is looked for."""

import sys
from pathlib import Path

import pytest

from ikonzept_desktop.importing.office.finding import office_program


def put(program: Path) -> Path:
    program.parent.mkdir(parents=True, exist_ok=True)
    program.touch(mode=0o755)
    return program


def test_windows_folders_of_programs_are_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert office_program() is None
    program = put(tmp_path / "LibreOffice" / "program" / "soffice.com")
    assert office_program() == program


def test_on_windows_a_program_that_lies_beside_the_concept_is_none_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("soffice", "libreoffice", "soffice.com", "soffice.exe"):
        put(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert office_program() is None
