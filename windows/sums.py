"""iKonzept.sha256: the SHA-256 of every file that the setup lays down, bytecode and resources included.

The bill of materials names program files, which scanners look for, and of this list its hash: so whoever has the bill
can hold every file of an installation against it.
"""

from pathlib import Path

from windows.fetching import sha256
from windows.payload import files_of_tree

NAME = "iKonzept.sha256"


def written(payload: Path) -> str:
    """Give the list of a payload as the text of its file, in the form of `sha256sum -b`; it is not in it itself."""
    return "".join(f"{sha256(payload / file)} *{file}\n" for file in files_of_tree(payload) if file != NAME)
