"""A folder in place of drive C: with an installed program, and a registry that says what it is told to say."""

import subprocess
from pathlib import Path
from typing import Any

from windows.agreement import APP_ID, EXE, PROG_ID
from windows.cycle import life
from windows.wine.runner import Wine

ASSOCIATION = f"""
HKEY_CURRENT_USER\\Software\\Classes\\{PROG_ID}
    (Standard)    REG_SZ    Integrationskonzept

HKEY_CURRENT_USER\\Software\\Classes\\{PROG_ID}\\DefaultIcon
    (Standard)    REG_SZ    {life.APP}\\{EXE},0

HKEY_CURRENT_USER\\Software\\Classes\\{PROG_ID}\\shell\\open\\command
    (Standard)    REG_SZ    "{life.APP}\\{EXE}" "%1"
"""
EXTENSION = f"""
HKEY_CURRENT_USER\\Software\\Classes\\.ikonzept
    (Standard)    REG_SZ    {PROG_ID}
"""
UNINSTALL = f"""
HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{APP_ID}_is1
    DisplayVersion    REG_SZ    1.2.3
    EstimatedSize    REG_DWORD    0xd80
    InstallLocation    REG_SZ    {life.APP}\\
    UninstallString    REG_SZ    "{life.APP}\\unins000.exe"
"""


class Place(Wine):
    """A folder in place of drive C:, and a registry that says what it is told to say."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "/run")
        self.registry = {life.UNINSTALL: UNINSTALL, rf"{life.CLASSES}\{PROG_ID}": ASSOCIATION}
        self.registry[rf"{life.CLASSES}\.ikonzept"] = EXTENSION
        self.code = 0
        self.host("C:\\").mkdir(parents=True)
        (self.host("C:\\").parent / "system.reg").touch()

    def run(self, command: Any, *, seconds: float, variables: Any = None) -> "subprocess.CompletedProcess[str]":
        if command[0] == "reg":
            said = self.registry.get(command[2])
            return subprocess.CompletedProcess(command, 0 if said else 1, said or "")
        return subprocess.CompletedProcess(command, self.code, "")

    def lay(self, path: str, text: str = "") -> None:
        self.host(path).parent.mkdir(parents=True, exist_ok=True)
        self.host(path).write_text(text, encoding="utf-8")
