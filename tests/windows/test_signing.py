"""An office's own program signs what it rolls out; one that does not sign is told, not passed over."""

import os
import shutil
import subprocess
from pathlib import Path

import pip
import pytest

from windows import signing
from windows.steps import Missing

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")


def signer(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = folder / "sign it"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(signing.VARIABLE, str(program))
    file = folder / "setup.exe"
    file.write_bytes(b"setup")
    return file


def test_nothing_is_signed_where_nobody_asks_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(signing.VARIABLE, raising=False)
    assert not signing.sign(tmp_path / "not there")


def test_the_program_is_called_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = signer(tmp_path, 'printf signed >> "$1"', monkeypatch)
    assert signing.sign(file)
    assert file.read_bytes() == b"setupsigned"


@pytest.mark.parametrize("script", ["exit 1", 'printf signed >> "$1"; exit 1', "exit 0"])
def test_one_that_fails_or_changes_nothing_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    file = signer(tmp_path, script, monkeypatch)
    with pytest.raises(Missing, match=r"did not sign setup\.exe"):
        signing.sign(file)


def test_a_program_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(signing.VARIABLE, str(tmp_path / "gone"))
    with pytest.raises(Missing, match="gone"):
        signing.program()


TOOLS = ("openssl", "osslsigncode")


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="on Debian dev.py installs osslsigncode")
def test_a_program_is_signed_by_osslsigncode_as_the_hook_proposes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Kreis Beispiel"]
    usage = ["-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", certificate]
    subprocess.run([*made, *usage], check=True, capture_output=True)
    sign = f'osslsigncode sign -key "{key}" -certs "{certificate}" -h sha256 -in "$1" -out "$1.signed" >/dev/null'
    file = signer(tmp_path, f'{sign} &&\nmv "$1.signed" "$1"', monkeypatch)
    shutil.copyfile(Path(pip.__file__).parent / "_vendor" / "distlib" / "w64.exe", file)
    assert signing.sign(file)
    verified = ["osslsigncode", "verify", "-CAfile", certificate, "-in", str(file)]
    told = subprocess.run(verified, check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout
    assert "CN=Kreis Beispiel" in told.stdout.replace("CN = ", "CN=")
