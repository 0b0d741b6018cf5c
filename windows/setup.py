"""The setup itself: installer.iss, made by Inno Setup's compiler under Wine."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from windows import signing
from windows.agreement import Runner
from windows.bytecode import AT
from windows.fetching import ROOT
from windows.payload import PayloadError

SCRIPT = ROOT / "installer.iss"
_COMPILER, _SCRIPT_AT, _OUT, _SIGNED = r"C:\build\inno", r"C:\build\installer.iss", r"C:\build\out", r"C:\build\signed"
_SECONDS = 500.0
_TIGHT, _QUICK = "lzma2/max", "lzma2/fast"


def make(runner: Runner, inno: Path, payload: Path, version: str, folder: Path, *, quick: bool = False) -> Path:
    """Make the setup of a payload and give its path, signed where that is wanted; raises PayloadError and Missing."""
    runner.send(payload, AT)
    runner.send(inno, _COMPILER)
    runner.send(SCRIPT, _SCRIPT_AT)
    defined = [f"/DAppVersion={version}", f"/DPayload={AT}", f"/DOutput={_OUT}"]
    defined.append(f"/DCompression={_QUICK if quick else _TIGHT}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if signing.program() is not None:
        defined.append(f"/DSigned={_SIGNED}")
        _sign_uninstaller(runner, defined, folder / "signed")
    _compile(runner, defined)
    exe = folder / f"iKonzept-{version}-Setup.exe"
    runner.fetch(rf"{_OUT}\{exe.name}", exe)
    signing.sign(exe)
    return exe


def _compile(runner: Runner, defined: Sequence[str]) -> None:
    ran = runner.run([rf"{_COMPILER}\ISCC.exe", "/Q", *defined, _SCRIPT_AT], seconds=_SECONDS)
    if ran.returncode:
        raise PayloadError(f"Inno Setup's compiler ended with {ran.returncode}:\n{ran.stdout[-3000:]}")


def _sign_uninstaller(runner: Runner, defined: Sequence[str], folder: Path) -> None:
    """Have the uninstaller laid out, which the compiler then asks to have signed, and put it back signed.

    That is what SignedUninstallerDir is for: a first run ends with an error, and the file to sign lies there.
    """
    folder.mkdir()
    runner.send(folder, _SIGNED)
    runner.run([rf"{_COMPILER}\ISCC.exe", "/Q", *defined, _SCRIPT_AT], seconds=_SECONDS)
    runner.fetch(_SIGNED, folder)
    uninstallers = list(folder.glob("*.e32"))
    if not uninstallers:
        raise PayloadError("Inno Setup's compiler laid out no uninstaller to be signed.")
    for uninstaller in uninstallers:
        signing.sign(uninstaller)
    runner.send(folder, _SIGNED)
    shutil.rmtree(folder)
