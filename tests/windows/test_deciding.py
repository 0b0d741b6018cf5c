"""The setup is tried where a change asks for it, and where nobody knows."""

import subprocess
from pathlib import Path

import pytest

from windows.deciding import TOUCHING, changed_files, is_wanted, touches_windows
from windows.fetching import ROOT


@pytest.mark.parametrize(
    ("path", "touches"),
    [
        ("installer.iss", True),
        ("windows/wine/runner.py", True),
        ("requirements/windows-tools.txt", True),
        ("requirements/run.txt", True),
        ("requirements/test.txt", False),
        ("ikonzept_desktop/app.py", True),
        ("ikonzept_desktop/model/text.py", False),
        ("tests/windows/test_deciding.py", False),
        ("docs/windows-it.md", False),
    ],
)
def test_what_the_setup_hangs_on_is_known(path: str, touches: bool) -> None:
    assert bool(touches_windows([path])) is touches


def test_every_path_that_is_looked_for_is_there() -> None:
    assert [path for path in TOUCHING if not list(ROOT.glob(f"{path.rstrip('/')}*"))] == []


@pytest.mark.parametrize(
    ("changed", "said", "why"),
    [
        (["README.md"], "", ""),
        (["README.md", "installer.iss"], "", "installer.iss changed"),
        (["installer.iss"], "never", ""),
        (["README.md"], "always", "IKONZEPT_WINDOWS says so"),
        (None, "", "what has changed is not known"),
        ([f"windows/{name}" for name in "edcba"], "", "windows/a, windows/b, windows/c … changed"),
    ],
)
def test_it_is_tried_where_a_change_asks_for_it(changed: list[str] | None, said: str, why: str) -> None:
    assert is_wanted(changed, said) == why


def git(folder: Path, *words: str) -> None:
    known = ["-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *known, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of two commits, as the main branch has them."""
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("eins", "zwei für alle"):
        (tmp_path / name).touch()
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", name)
    return tmp_path


def test_on_the_main_branch_the_last_commit_counts(checkout: Path) -> None:
    git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD")
    assert changed_files(checkout) == ["zwei für alle"]


def test_on_another_branch_all_that_it_brings_counts_and_what_is_not_committed(checkout: Path) -> None:
    git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD~1")
    (checkout / "eins").write_text("anders", encoding="utf-8")
    (checkout / "drei").touch()
    assert changed_files(checkout) == ["eins", "zwei für alle", "drei"]


def test_of_a_single_commit_and_of_no_checkout_nobody_knows(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shallow = tmp_path_factory.mktemp("shallow")
    git(shallow, "clone", "-q", "--depth", "1", checkout.as_uri(), ".")
    assert changed_files(shallow) is None
    assert changed_files(tmp_path_factory.mktemp("bare")) is None
