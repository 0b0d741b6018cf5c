"""Whether every module that our own code imports comes along: what payload.txt leaves out is held against it."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from windows.payload import PayloadError

_MODULE = re.compile(r"(?:Lib/|DLLs/)?(.+?)(?:/__init__)?(?:\.py|(?:\.[a-z0-9_-]+)?\.pyd)")


def modules_in(files: Iterable[str]) -> set[str]:
    """Give the modules that files of a source are, by their dotted names."""
    return {found[1].replace("/", ".") for file in files if (found := _MODULE.fullmatch(file))}


def imported(package: Path) -> dict[str, str]:
    """Give what the modules of a package import, at the top or later, each with a file that does.

    Of `from X import Y` it is both X and X.Y, which may or may not be a module.
    """
    found: dict[str, str] = {}
    for file in sorted(package.rglob("*.py")):
        for name in _imported(ast.parse(file.read_text(encoding="utf-8"))):
            found.setdefault(name, file.relative_to(package).as_posix())
    return found


def check_imports(package: Path, all_files: Iterable[str], coming: Iterable[str]) -> None:
    """Raise PayloadError where a package imports what is among all files of the sources, but does not come along."""
    left_out = modules_in(all_files) - modules_in(coming)
    wanted = {name: file for name, file in imported(package).items() if name in left_out}
    if wanted:
        told = ", ".join(f"{name} ({file})" for name, file in sorted(wanted.items()))
        raise PayloadError(f"payload.txt leaves out what the program imports: {told}.")


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)
