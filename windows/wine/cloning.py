"""A prefix of its own for every run, made in a second: what Windows never writes to is linked, the rest copied."""

import os
import shutil
from pathlib import Path

_NEVER_WRITTEN = {
    ".acm",
    ".ax",
    ".cpl",
    ".dll",
    ".dll16",
    ".drv",
    ".drv16",
    ".exe",
    ".exe16",
    ".nls",
    ".ocx",
    ".sys",
    ".tlb",
    ".ttf",
}


def clone(prefix: Path, target: Path) -> None:
    """Copy a prefix with its owner and its links; programs and libraries of Windows share their bytes with it."""
    shutil.copytree(prefix, target, symlinks=True, copy_function=_linked_or_copied)
    for folder, _, files in os.walk(target):
        _give_to(prefix.stat(), Path(folder))
        for name in files:
            _give_to(prefix.stat(), Path(folder, name))


def _linked_or_copied(source: str, target: str) -> str:
    if Path(source).suffix.lower() in _NEVER_WRITTEN and "windows" in Path(source).parts:
        os.link(source, target, follow_symlinks=False)
        return target
    return str(shutil.copy2(source, target, follow_symlinks=False))


def _give_to(owner: os.stat_result, path: Path) -> None:
    os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)
