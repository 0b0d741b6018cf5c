"""Of CPython's binaries those of other makers, and those that were altered, are refused."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from windows.cpython import Signature, is_right, read_signature, unpack, version_of
from windows.steps import Missing

SAID = """\
Current message digest    : {current}
Calculated message digest : 04D30A0A

Signer's certificate:
\t------------------
\tSigner #0:
\t\tSubject: /C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation/CN=Python Software Foundation
\t\tIssuer : /C=US/O=Microsoft Corporation/CN=Microsoft ID Verified CS AOC CA 02
"""
FOUNDATION = "Python Software Foundation"


def test_who_signed_and_whether_it_is_whole_is_read_of_what_the_tool_says() -> None:
    assert read_signature(SAID.format(current="04D30A0A"), verified=True) == Signature(
        FOUNDATION, intact=True, trusted=True
    )


def test_a_file_that_is_other_than_what_was_signed_is_not_intact() -> None:
    assert not read_signature(SAID.format(current="04D30A0B"), verified=False).intact


def test_a_file_without_a_signature_has_neither_signer_nor_digest() -> None:
    assert read_signature("No signature found\n", verified=False) == Signature("", intact=False, trusted=False)


@pytest.mark.parametrize(
    ("file", "signature", "right"),
    [
        ("python312.dll", Signature(FOUNDATION, intact=True, trusted=True), True),
        ("python312.dll", Signature(FOUNDATION, intact=True, trusted=False), False),
        ("python312.dll", Signature(FOUNDATION, intact=False, trusted=True), False),
        ("python312.dll", Signature("Somebody", intact=True, trusted=True), False),
        ("DLLs/vcruntime140.dll", Signature("Microsoft Corporation", intact=True, trusted=False), True),
        ("DLLs/vcruntime140.dll", Signature("Somebody", intact=True, trusted=False), False),
    ],
)
def test_a_binary_is_whole_of_a_known_maker_and_up_to_a_known_root(
    file: str, signature: Signature, right: bool
) -> None:
    assert is_right(file, signature) is right


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "/", 1), content)
    return stream.getvalue()


def test_the_interpreter_is_found_in_an_archive_within_an_archive(tmp_path: Path) -> None:
    inner = zipped(**{"cp312_python312.dll": b"it"})
    archive = tmp_path / "it.tar.gz"
    with tarfile.open(archive, "w:gz") as outer:
        entry = tarfile.TarInfo("it-1/src/data.zip")
        entry.size = len(inner)
        outer.addfile(entry, io.BytesIO(inner))
    assert unpack(archive, tmp_path / "to") == tmp_path / "to" / "cp312"


def test_a_plain_archive_is_taken_as_well_and_one_without_python_refused(tmp_path: Path) -> None:
    archive = tmp_path / "it.zip"
    archive.write_bytes(zipped(**{"python312.dll": b"it"}))
    assert unpack(archive, tmp_path / "to") == tmp_path / "to"
    archive.write_bytes(zipped(**{"readme.txt": b"it"}))
    with pytest.raises(Missing, match=r"it\.zip holds no python312\.dll"):
        unpack(archive, tmp_path / "to")


def test_it_says_its_version_in_its_headers(tmp_path: Path) -> None:
    (tmp_path / "include").mkdir()
    (tmp_path / "include" / "patchlevel.h").write_bytes(b'#define PY_VERSION              "3.12.9"\n')
    assert version_of(tmp_path) == "3.12.9"
