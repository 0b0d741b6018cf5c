"""What the two halves of `dev.py windows` know of each other: who runs Windows programs, and what was built.

`windows.__main__` makes a runner (`windows.wine.runner.wine_place`) and hands it to `windows.building.build`, which
needs it for two steps (the bytecode by the payload's own CPython, the setup by ISCC) and gives a `Built`; `build_older`
packs an older payload. `windows.cycle.cycle.run_cycle` tries both in a fresh place.

    runner.send(built.setup_exe, "C:\\setup.exe")
    runner.run(["C:\\setup.exe", *SILENT, "/DIR=C:\\Prüf Büro\\iKonzept"], seconds=180)
    runner.run(["C:\\Prüf Büro\\iKonzept\\ikonzept.exe", "selftest", "C:\\out.json"], seconds=300)

Installed stand `ikonzept.exe` (for the window), `python\\` (CPython, its packages in `python\\Lib\\site-packages`; its
`python.exe -m ikonzept_desktop` is the command line with a console), `app\\` (our package and resources),
`Lizenzen.txt`, `iKonzept.cdx.json` (the bill of materials) and `iKonzept.sha256` (the hashes of all files).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Protocol

APP_ID = "{6B0C5B0E-7C55-4C38-9E0E-3D6E5A6A3F10}"
"""Inno Setup's AppId: the registry's `…\\CurrentVersion\\Uninstall\\<APP_ID>_is1`, the same for every version."""
PROG_ID = "iKonzept.Dokument.1"
"""What `.ikonzept` is below HKCU\\Software\\Classes."""
SILENT = ("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/CURRENTUSER")
"""How an office rolls it out: nothing is shown, nothing asked."""
EXE = "ikonzept.exe"


class Runner(Protocol):
    """Runs Windows programs; their drive C: is the runner's own."""

    def send(self, source: Path, target: str) -> None:
        """Copy a file, or a folder with all in it, to a path like `C:\\work\\payload`, in place of what was there."""

    def fetch(self, source: str, target: Path) -> None:
        """Copy a file or folder of drive C: out, in place of what was there; raises FileNotFoundError."""

    def run(self, command: Sequence[str], *, seconds: float) -> CompletedProcess[str]:
        """Run a Windows program by its path on C:, without a display, and give exit code and output.

        Raises subprocess.TimeoutExpired when it was ended after so many seconds.
        """


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gives."""

    version: str
    setup_exe: Path
    payload: Path
    """The folder that the setup lays down, as it lies in it."""
    bill: Path
    """CycloneDX, beside the setup."""
