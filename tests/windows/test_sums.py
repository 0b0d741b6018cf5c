"""Every file that is laid down can be held against a list, and the list against the bill of materials."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from windows import sums
from windows.bill import bill
from windows.fetching import sha256


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    """A payload with its list."""
    (tmp_path / "app" / "Über uns").mkdir(parents=True)
    (tmp_path / "ikonzept.exe").write_bytes(b"launcher")
    (tmp_path / "app" / "Über uns" / "it.pyc").write_bytes(b"bytecode")
    (tmp_path / sums.NAME).write_text(sums.written(tmp_path), encoding="utf-8")
    return tmp_path


def check(payload: Path) -> "subprocess.CompletedProcess[str]":
    command = ["sha256sum", "--check", "--strict", "--quiet", sums.NAME]
    return subprocess.run(command, cwd=payload, capture_output=True, text=True, check=False)


def test_the_list_is_one_that_tools_can_read_and_names_every_file(payload: Path) -> None:
    assert check(payload).returncode == 0
    names = [line.split(" *")[1] for line in (payload / sums.NAME).read_text(encoding="utf-8").splitlines()]
    assert names == ["app/Über uns/it.pyc", "ikonzept.exe"]


def test_a_file_that_was_altered_does_not_fit_it(payload: Path) -> None:
    (payload / "app" / "Über uns" / "it.pyc").write_bytes(b"another")
    assert check(payload).returncode != 0


def test_a_list_made_anew_is_the_same(payload: Path) -> None:
    assert sums.written(payload) == (payload / sums.NAME).read_text(encoding="utf-8")


def test_the_bill_has_the_hash_of_the_list(payload: Path) -> None:
    own = bill("1", [], payload, datetime(2015, 3, 12, tzinfo=UTC))["metadata"]["component"]["components"]
    hashes = {each["name"]: each["hashes"][0]["content"] for each in own}
    assert hashes[sums.NAME] == sha256(payload / sums.NAME)
