"""Of CPython's binaries those of other makers, and those that were altered, are refused."""

import base64
import hashlib
import io
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

from windows import fetching
from windows.cpython import (
    ROOT_OF_MICROSOFT,
    UNROOTED,
    Signature,
    check_signatures,
    is_pinned,
    is_right,
    read_signature,
    unpack,
    version_of,
)
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


VCRUNTIME, KNOWN = "DLLs/vcruntime140.dll", UNROOTED["vcruntime140.dll"]


@pytest.mark.parametrize(
    ("file", "signature", "sha256", "right"),
    [
        ("python312.dll", Signature(FOUNDATION, intact=True, trusted=True), "", True),
        ("python312.dll", Signature(FOUNDATION, intact=True, trusted=False), "", False),
        ("python312.dll", Signature(FOUNDATION, intact=False, trusted=True), "", False),
        ("python312.dll", Signature("Somebody", intact=True, trusted=True), "", False),
        (VCRUNTIME, Signature("Microsoft Corporation", intact=True, trusted=False), KNOWN, True),
        (VCRUNTIME, Signature("Microsoft Corporation", intact=True, trusted=False), "0" * 64, False),
        (VCRUNTIME, Signature("Somebody", intact=True, trusted=False), KNOWN, False),
    ],
)
def test_a_binary_is_whole_of_a_known_maker_and_up_to_a_known_root(
    file: str, signature: Signature, sha256: str, right: bool
) -> None:
    assert is_right(file, signature, sha256) is right


def test_the_root_that_is_brought_along_is_microsofts_of_2020() -> None:
    lines = ROOT_OF_MICROSOFT.read_text(encoding="ascii").splitlines()
    assert (lines[0], lines[-1]) == ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----")
    certificate = base64.b64decode("".join(lines[1:-1]), validate=True)
    # As Microsoft's Trusted Root Program lists it.
    assert hashlib.sha1(certificate, usedforsecurity=False).hexdigest() == "f40042e2e5f7e8ef8189fed15519aece42c3bfa2"
    known = "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270"
    assert hashlib.sha256(certificate).hexdigest() == known


def test_without_the_tool_the_pinned_archive_is_taken_by_its_hash_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "the archive's hash was" in check_signatures(tmp_path, ["python312.dll"], pinned=True)
    with pytest.raises(Missing, match="osslsigncode"):
        check_signatures(tmp_path, ["python312.dll"], pinned=False)


@pytest.mark.skipif(shutil.which("osslsigncode") is None, reason="on Debian dev.py installs osslsigncode")
def test_a_binary_that_nobody_signed_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "python312.dll").write_bytes(b"MZ" + bytes(4096))
    with pytest.raises(Missing, match=r"not the binaries that their makers signed: python312\.dll"):
        check_signatures(tmp_path, ["python312.dll", "Lib/json.py"], pinned=True)


def test_an_archive_is_the_pinned_one_by_its_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, lock = tmp_path / "it.zip", tmp_path / "lock.txt"
    archive.write_bytes(b"it")
    lock.write_text(f"it==1 --hash=sha256:{hashlib.sha256(b'it').hexdigest()}\n", encoding="utf-8")
    monkeypatch.setattr(fetching, "PYTHON", lock)
    assert is_pinned(archive)
    archive.write_bytes(b"another")
    assert not is_pinned(archive)


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
