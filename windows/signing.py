"""The hook by which an office signs what it rolls out: a program of its own, called with one file, signs it in place.

Keys and certificates stay with whoever has them; with osslsigncode such a program is, for instance,

    osslsigncode sign -pkcs11module MODULE -key KEY -certs CHAIN -ts ADDRESS -h sha256 -in "$1" -out "$1.signed" &&
    mv "$1.signed" "$1"
"""

import os
import subprocess
from pathlib import Path

from windows.steps import Missing

VARIABLE = "IKONZEPT_SIGN"
"""Where it is set, it names that program; then launcher, uninstaller and setup are signed."""


def program() -> Path | None:
    """Give the program that signs, or None where nothing is to be signed; raises Missing where it is not there."""
    said = os.environ.get(VARIABLE)
    if not said:
        return None
    found = Path(said).absolute()
    if not os.access(found, os.X_OK) or found.is_dir():
        raise Missing(f"{VARIABLE} names {said}, which is no program that can be run.")
    return found


def sign(file: Path) -> bool:
    """Have a file signed where that is wanted, and tell whether it was; raises Missing where it did not go well."""
    signer = program()
    if signer is None:
        return False
    before = file.read_bytes()
    if subprocess.run([signer, file], check=False, stdin=subprocess.DEVNULL).returncode or file.read_bytes() == before:
        raise Missing(f"{signer} did not sign {file.name}.")
    return True
