"""CPython for Windows out of the archive that is pinned: unpacked, and its binaries' signatures looked at.

The archive's own hash says that it is the file that was looked at once; the signatures say that its binaries are those
of the Python Software Foundation and of Microsoft. Nothing of it is run here.
"""

import os
import re
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from windows import fetching
from windows.steps import Missing

VERSION = re.compile(rb"#define PY_VERSION\s+\"([0-9.]+)\"")
DLL = "python312.dll"
BINARIES = (".dll", ".exe", ".pyd")

ROOT_OF_MICROSOFT = Path(__file__).with_name("microsoft-identity-root-2020.pem")
"""Microsoft Identity Verification Root Certificate Authority 2020 (SHA-1 F40042E2E5F7E8EF8189FED15519AECE42C3BFA2):
the foundation's signatures lead to it; Debian's certificates do not hold it."""
_ROOTS_OF_DEBIAN = Path("/etc/ssl/certs/ca-certificates.crt")

SIGNERS = {"Python Software Foundation", "Microsoft Corporation"}
"""Who may have signed, by the organisation in the certificate."""
UNROOTED = {
    "vcruntime140.dll": "36585912e5eaf83ba9fea0631534f690ccdc2d7ba91537166fe53e56c221e153",
    "vcruntime140_1.dll": "82a2f9ae1e6146ae3cb0f4bc5a62b7227e0384209d9b1aef86bbcc105912f7cd",
}
"""Signed by Microsoft below roots of 2010 and 2011 that no registry has: anybody could sign in that name, so these are
known by their SHA-256 besides."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What osslsigncode says of a binary."""

    signer: str
    """The organisation of the certificate; empty where there is none."""
    intact: bool
    """Whether the file is, to the byte, the one that was signed."""
    trusted: bool
    """Whether the certificate leads to a root that is known here."""


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack the archive and give the folder that holds CPython; raises Missing where it holds none."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if archive.name.endswith(".tar.gz"):
        with tarfile.open(archive) as outer, tempfile.TemporaryFile() as inner:
            entry = next((each for each in outer if each.isfile() and each.name.endswith("/data.zip")), None)
            stream = outer.extractfile(entry) if entry else None
            if stream is None:
                raise Missing(f"{archive.name} holds no data.zip.")
            shutil.copyfileobj(stream, inner)
            _unzip(inner, folder)
    else:
        _unzip(archive, folder)
    found = next(iter(sorted(folder.rglob(DLL))), None)
    if found is None:
        raise Missing(f"{archive.name} holds no {DLL}.")
    return found.parent


def version_of(tree: Path) -> str:
    """Give the version of a CPython, as its headers say it."""
    found = VERSION.search((tree / "include" / "patchlevel.h").read_bytes())
    if found is None:
        raise Missing(f"{tree} does not say which CPython it is.")
    return found[1].decode("ascii")


def is_pinned(archive: Path) -> bool:
    """Tell whether an archive is, to the byte, the one of the lock."""
    return any(fetching.sha256(archive) in pin.sha256 for pin in fetching.read_pins(fetching.PYTHON))


def check_signatures(tree: Path, files: Iterable[str], *, pinned: bool) -> str:
    """Look at the signatures of the binaries among the files and say what was found; raises Missing for a wrong one.

    Where the archive is not the pinned one they are all there is, and what lacks for looking at them is Missing, too.
    """
    tool = shutil.which("osslsigncode")
    if tool is None and not pinned:
        raise Missing("Another CPython is taken by its signatures alone, for which: sudo apt-get install osslsigncode")
    if tool is None:
        return "Signatures were not looked at, the archive's hash was; for them: sudo apt-get install osslsigncode"
    binaries = sorted(file for file in files if file.endswith(BINARIES))
    with tempfile.TemporaryDirectory() as folder:
        roots = Path(folder) / "roots.pem"
        known = [root.read_bytes() for root in (ROOT_OF_MICROSOFT, _ROOTS_OF_DEBIAN) if root.exists()]
        roots.write_bytes(b"\n".join(known))
        verify = [tool, "verify", *_offline(tool), "-CAfile", str(roots), "-TSA-CAfile", str(roots), "-in"]
        found = {file: _signature([*verify, str(tree / file)]) for file in binaries}
    wrong = [file for file, each in found.items() if not is_right(file, each, fetching.sha256(tree / file))]
    if wrong:
        raise Missing(f"These are not the binaries that their makers signed: {', '.join(wrong)}.")
    rooted = sum(signature.trusted for signature in found.values())
    told = f"{len(found)} binaries are as their makers signed them, {rooted} of them up to a known root."
    return told if pinned else f"{told} Whose its .py files are, nobody says: the archive is not the pinned one."


def is_right(file: str, signature: Signature, sha256: str) -> bool:
    """Tell whether a binary is what one of those who may have signed it made."""
    known = signature.trusted or UNROOTED.get(Path(file).name) == sha256
    return signature.intact and signature.signer in SIGNERS and known


def read_signature(said: str, *, verified: bool) -> Signature:
    """Make out what osslsigncode has said of a file; whether it verified everything, its exit code says."""
    digests = [set(re.findall(rf"{kind} message digest\s*: ([0-9A-F]+)", said)) for kind in ("Current", "Calculated")]
    signer = re.search(r"^\s*Signer #0:\s*Subject: .*?/O=([^/\n]+)", said, re.MULTILINE)
    intact = bool(digests[0]) and digests[0] == digests[1]
    return Signature(signer[1].strip() if signer else "", intact, verified)


def _offline(tool: str) -> list[str]:
    """Give the options that keep it from asking for lists of revoked certificates, as far as this version has them."""
    told = _run([tool, "verify", "--help"]).stdout
    return [option for option in ("-ignore-cdp", "-ignore-crl") if option in told]


def _signature(command: list[str]) -> Signature:
    ran = _run(command)
    return read_signature(ran.stdout, verified=ran.returncode == 0)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    english = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, env=english)


def _unzip(archive: Path | IO[bytes], folder: Path) -> None:
    with zipfile.ZipFile(archive) as entries:
        entries.extractall(folder)  # noqa: S202  # zipfile keeps its names within the folder
