"""Whatever a concept holds is given out or refused in a sentence, in bounded time, and nothing else is reached for."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.export.pdf.hostile import CASES
from tests.export.pdf.judges import complaints_of_qpdf

ROOT = Path(__file__).parents[3]
LONGEST = 240
"""Seconds after which something hangs."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, Any]]:
    """What came of each hostile concept, by its name and the kind of its file."""
    command = [sys.executable, "-m", "tests.export.pdf.hostile", str(tmp_path_factory.mktemp("hostile"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=LONGEST)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {(line["name"], line["kind"]): line for line in lines}


@pytest.mark.parametrize("kind", ["pdf", "print"])
@pytest.mark.parametrize("name", CASES)
def test_it_is_given_out_or_refused_in_a_sentence(
    told: dict[tuple[str, str], dict[str, Any]], name: str, kind: str
) -> None:
    line = told[name, kind]
    if "refused" in line:
        assert line["refused"].endswith(".")
    else:
        assert complaints_of_qpdf(Path(line["file"])) == ""
        withdrawn = "nicht barrierefrei" in line["findings"] or "PDF/X-4 nicht" in line["findings"]
        assert withdrawn == (name == "a language that is none" and kind == "pdf")


@pytest.mark.parametrize("kind", ["pdf", "print"])
@pytest.mark.parametrize("name", CASES)
def test_neither_files_nor_nets_nor_programs_are_reached_for(
    told: dict[tuple[str, str], dict[str, Any]], name: str, kind: str
) -> None:
    assert told[name, kind]["reached"] == []
