"""Reading what was copied opens nothing: no file, no share, no address; Python and the system's own log agree."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.clipboard import reader
from tests.reading.clipboard.said import SAMPLES

ROOT = Path(__file__).parents[3]
CALLS = "trace=%file,%network,%process"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the system was asked while all samples were read."""
    path = tmp_path_factory.mktemp("strace") / "calls"
    files = sorted(map(str, SAMPLES.glob("*.html")))
    assert len(files) > 10
    done = subprocess.run(
        ["strace", "-f", "-s", "200", "-e", f"{CALLS},write", "-o", str(path), sys.executable, reader.__file__, *files],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return path.read_text(encoding="utf-8", errors="replace")


def between_the_marks(log: str) -> list[str]:
    begin, end = (mark.decode().strip() for mark in (reader.BEGIN, reader.END))
    lines = log.splitlines()
    first = next(n for n, line in enumerate(lines) if begin in line)
    last = next(n for n, line in enumerate(lines) if end in line)
    return lines[first + 1 : last]


def test_the_system_is_asked_for_nothing_while_reading(log: str) -> None:
    assert between_the_marks(log) == []


def test_what_stands_in_the_samples_is_never_named_to_the_system(log: str) -> None:
    assert [name for name in ("evil.example", "127.0.0.1", "clip_image") if name in log] == []


def test_the_log_would_tell(log: str) -> None:
    assert any("openat" in line for line in log.splitlines())
