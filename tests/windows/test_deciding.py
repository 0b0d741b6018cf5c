"""The setup is tried where what it hangs on was never green, and where nobody knows."""

from pathlib import Path

import pytest

from windows.deciding import KEPT, TOUCHING, digest, green_digests, is_wanted, remember
from windows.fetching import ROOT


def test_every_path_that_is_looked_for_is_there() -> None:
    assert [path for path in TOUCHING if not list(ROOT.glob(f"{path.rstrip('/')}*"))] == []


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A checkout with one file of each path that counts."""
    for path in TOUCHING:
        file = tmp_path / (f"{path}file" if path.endswith("/") else path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("as it was", encoding="utf-8")
    return tmp_path


def counts(top: Path, path: str) -> bool:
    """Change a file, and tell whether the digest tells of it."""
    before = digest(top)
    (top / path).parent.mkdir(parents=True, exist_ok=True)
    (top / path).write_text("another", encoding="utf-8")
    return digest(top) != before


@pytest.mark.parametrize(
    "path",
    [
        "installer.iss",
        "windows/wine/runner.py",
        "requirements/windows-tools.txt",
        "requirements/run.txt",
        ".ci/run",
        "ikonzept_desktop/app.py",
    ],
)
def test_what_the_setup_hangs_on_counts(top: Path, path: str) -> None:
    assert counts(top, path)


@pytest.mark.parametrize(
    "path",
    [
        "requirements/test.txt",
        "ikonzept_desktop/model/text.py",
        "tests/windows/test_deciding.py",
        "docs/windows-it.md",
        "windows/__pycache__/deciding.cpython-311.pyc",
    ],
)
def test_what_it_does_not_hang_on_does_not_count(top: Path, path: str) -> None:
    assert not counts(top, path)


def test_a_file_that_is_gone_or_has_another_name_counts(top: Path) -> None:
    before = digest(top)
    (top / "windows" / "file").rename(top / "windows" / "name")
    renamed = digest(top)
    (top / "windows" / "name").unlink()
    assert len({before, renamed, digest(top)}) == 3


def test_the_same_files_elsewhere_are_the_same(top: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "place"
    top.rename(other)
    there = digest(other)
    other.rename(top)
    assert there == digest(top)


@pytest.mark.parametrize(
    ("green", "said", "why"),
    [
        (["now"], "", ""),
        (["now", "then"], "", ""),
        (["then"], "", "what it hangs on is not as it was in any of the last green cycles"),
        ([], "", "no cycle was green here yet"),
        ([], "never", ""),
        (["now"], "always", "IKONZEPT_WINDOWS says so"),
    ],
)
def test_it_is_tried_where_it_was_never_green(green: list[str], said: str, why: str) -> None:
    assert is_wanted("now", green, said) == why


def test_the_last_green_ones_are_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert green_digests(folder) == []
    for number in range(KEPT + 2):
        remember(folder, f"digest{number}")
    assert green_digests(folder) == [f"digest{number}" for number in range(2, KEPT + 2)]


def test_one_that_is_green_again_is_the_latest_and_stands_there_once(tmp_path: Path) -> None:
    for name in ("one", "two", "one"):
        remember(tmp_path, name)
    assert green_digests(tmp_path) == ["two", "one"]


def test_stamps_that_cannot_be_read_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "green.txt").write_bytes(b"\xff\xfe")
    assert green_digests(tmp_path) == []
    remember(tmp_path, "now")
    assert green_digests(tmp_path) == ["now"]
