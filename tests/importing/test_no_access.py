"""Reading a document in opens that one file and nothing else, whatever it names: the system's own log says so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importing import reader
from tests.reading.word.files import docx, p, r, relationship

ROOT = Path(__file__).parents[2]
OF_AN_OPEN_FILE = re.compile(r'newfstatat\(\d+, "",')
CALLS = "trace=%file,%network,%process"
IMAGE = "http://evil.example/a.png"
DOCUMENTS = {
    "a.md": f"![a]({IMAGE}) ![b](/etc/hostname) [c](file:///etc/hostname)\n\n<img src='/etc/hostname'>\n".encode(),
    "b.html": f"<link rel=stylesheet href='/etc/a'><img src='{IMAGE}'><iframe src='/etc/a'></iframe>A".encode(),
    "c.txt": b"file:///etc/hostname\n\nhttp://evil.example/\n",
    "d.docx": docx(
        p(r("A"), '<w:r><w:drawing><a:blip r:link="rId9"/></w:drawing></w:r>'),
        links=relationship("rId9", "image", "file:///etc/hostname", outside=True),
    ),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("files")
    for name, data in DOCUMENTS.items():
        (folder / name).write_bytes(data)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def log(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the system was asked while all of them were read."""
    path = tmp_path_factory.mktemp("strace") / "calls"
    done = subprocess.run(
        ["strace", "-f", "-s", "200", "-e", f"{CALLS},write", "-o", path, sys.executable, reader.__file__, *files],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    begin, end = (mark.decode().strip() for mark in (reader.BEGIN, reader.END))
    first = next(n for n, line in enumerate(lines) if begin in line)
    return lines[first + 1 : next(n for n, line in enumerate(lines) if end in line)]


def test_the_one_file_is_opened_and_nothing_else(log: list[str], files: list[Path]) -> None:
    asked = (line for line in log if not OF_AN_OPEN_FILE.search(line))
    assert [line for line in asked if not any(f'"{path}"' in line for path in files)] == []


def test_the_log_would_tell(log: list[str], files: list[Path]) -> None:
    assert [path for path in files if not any(f'"{path}"' in line and "openat" in line for line in log)] == []
