"""A file is still what it was as long as its bytes are, whatever its file system says of the time."""

import os
from pathlib import Path

import pytest

from ikonzept_desktop.model.store.shared.fingerprint import fingerprint, is_still


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "file"
    file.write_bytes(b"head" * 50 + b"tail")
    return file


def later(file: Path) -> None:
    """Have the file system say that the file was changed a second later."""
    said = file.stat()
    os.utime(file, ns=(said.st_atime_ns, said.st_mtime_ns + 1_000_000_000))


def test_a_file_that_nobody_touched_is_the_same(file: Path) -> None:
    assert is_still(file, fingerprint(file))


def test_a_file_that_was_only_touched_is_the_same(file: Path) -> None:
    known = fingerprint(file)
    later(file)
    assert is_still(file, known)


@pytest.mark.parametrize("content", [b"HEAD" * 50 + b"tail", b"head" * 50 + b"tail!", b"head" * 50 + b"TAIL", b""])
def test_other_bytes_are_another_file(file: Path, content: bytes) -> None:
    known = fingerprint(file)
    file.write_bytes(content)
    later(file)
    assert not is_still(file, known)


def test_a_file_that_is_gone_is_no_answer(file: Path) -> None:
    known = fingerprint(file)
    file.unlink()
    with pytest.raises(FileNotFoundError):
        is_still(file, known)
