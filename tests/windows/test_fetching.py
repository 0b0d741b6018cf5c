"""What was fetched is used again only while it is, to the byte, what the lock pins."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from windows import fetching
from windows.fetching import fetch_wheels

CONTENT = b"a wheel"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock of one wheel."""
    file = tmp_path / "lock.txt"
    file.write_text(f"it==1 \\\n    --hash=sha256:{DIGEST}\n", encoding="utf-8")
    return file


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have a stand-in for pip that notes when it is asked, and fetches the wheel."""
    asked: list[str] = []

    def run(command: list[object], **_: object) -> None:
        words = [str(word) for word in command]
        asked.append(" ".join(words))
        (Path(words[words.index("--dest") + 1]) / "it-1.whl").write_bytes(CONTENT)

    monkeypatch.setattr(subprocess, "run", run)
    return asked


def test_a_wheel_is_fetched_once(tmp_path: Path, lock: Path, fetched: list[str]) -> None:
    assert fetch_wheels(tmp_path / "wheels", lock) == {"it": tmp_path / "wheels" / "it-1.whl"}
    assert fetch_wheels(tmp_path / "wheels", lock) == {"it": tmp_path / "wheels" / "it-1.whl"}
    assert len(fetched) == 1
    assert "--require-hashes" in fetched[0]
    assert "--only-binary :all:" in fetched[0]


def test_one_that_was_altered_is_fetched_anew(tmp_path: Path, lock: Path, fetched: list[str]) -> None:
    fetch_wheels(tmp_path / "wheels", lock)
    (tmp_path / "wheels" / "it-1.whl").write_bytes(b"another")
    assert fetch_wheels(tmp_path / "wheels", lock)["it"].read_bytes() == CONTENT
    assert len(fetched) == 2


def test_what_the_lock_no_longer_names_goes(tmp_path: Path, lock: Path, fetched: list[str]) -> None:
    fetch_wheels(tmp_path / "wheels", lock)
    (tmp_path / "wheels" / "old-1.whl").write_bytes(b"old")
    fetch_wheels(tmp_path / "wheels", lock)
    assert [file.name for file in (tmp_path / "wheels").iterdir()] == ["it-1.whl"]


def test_a_name_is_compared_as_registries_do() -> None:
    assert fetching.normal_name("PySide6_Essentials") == "pyside6-essentials"
