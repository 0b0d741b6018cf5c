"""Concepts given out by the program itself, in processes of their own, and printed by LibreOffice in one go."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.judges import reading

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Files:
    """One concept with all that is made of it."""

    concept: Path
    draft: Path
    pdf: Path
    printed: Path
    """The draft as LibreOffice prints it."""
    text: str
    """What the verb `text` says."""


def program(*arguments: str | Path) -> str:
    """Run the program and give what it prints; it must do so without a complaint."""
    command = [sys.executable, "-m", "ikonzept_desktop", *arguments]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (answer.returncode, answer.stderr.decode("utf-8")) == (0, ""), arguments
    return answer.stdout.decode("utf-8")


def give_out(folder: Path, concepts: dict[str, list[str]]) -> dict[str, Files]:
    """Make each concept with those arguments of the verb `example`, and everything of it."""
    made = {}
    for name, arguments in concepts.items():
        concept, draft, pdf = (folder / f"{name}.{kind}" for kind in ("ikonzept", "docx", "pdf"))
        program("example", concept, *arguments)
        program("export", concept, "--word", draft, "--pdf", pdf)
        printed = folder / "printed" / pdf.name
        made[name] = Files(concept, draft, pdf, printed, program("text", concept))
    reading.libreoffice([files.draft for files in made.values()], folder / "printed")
    return made
