"""What comes along of CPython and of the packages: decided file by file, after `payload.txt`."""

import re
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

LINES = Path(__file__).with_name("payload.txt")


class PayloadError(Exception):
    """The payload would not be what it is to be; the message names files or lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a pattern, and whether what fits it comes along."""

    pattern: str
    comes: bool

    def fits(self, path: str) -> bool:
        """Tell whether the pattern is that of a path (with slashes)."""
        return re.fullmatch(_expression(self.pattern), path) is not None


def read_lines(text: str) -> dict[str, list[Line]]:
    """Give the lines of each section; raises PayloadError for a line that says nothing."""
    sections: dict[str, list[Line]] = {}
    current: list[Line] | None = None
    for said in text.splitlines():
        if not said.strip() or said.startswith("#"):
            continue
        if heading := re.fullmatch(r"\[([a-z0-9-]+)\]", said):
            current = sections.setdefault(heading[1], [])
        elif current is not None and (entry := re.fullmatch(r"([+-]) (\S+)", said)):
            current.append(Line(entry[2], comes=entry[1] == "+"))
        else:
            raise PayloadError(f"payload.txt: „{said}“ is neither a section nor a line.")
    return sections


def chosen(name: str, files: Iterable[str], lines: Iterable[Line]) -> list[str]:
    """Give the files of a source that come along.

    Raises PayloadError for files that no line decides about, and for lines that decide about no file: what one of them
    asked for is not there.
    """
    idle = list(lines)
    order = tuple(idle)
    coming, unknown = [], []
    for file in files:
        line = next((line for line in order if line.fits(file)), None)
        if line is None:
            unknown.append(file)
            continue
        if line in idle:
            idle.remove(line)
        if line.comes:
            coming.append(file)
    if unknown:
        raise PayloadError(f"[{name}] No line of payload.txt decides about {_named(unknown)}.")
    if idle:
        raise PayloadError(f"[{name}] Nothing fits {_named([line.pattern for line in idle])} of payload.txt.")
    return coming


def files_of_wheel(wheel: Path) -> list[str]:
    """Give the paths of a wheel's files, its metadata apart."""
    with zipfile.ZipFile(wheel) as archive:
        return [entry for entry in archive.namelist() if not entry.endswith("/") and not _is_metadata(entry)]


def files_of_tree(tree: Path) -> list[str]:
    """Give the paths of all files below a folder, with slashes."""
    return sorted(file.relative_to(tree).as_posix() for file in tree.rglob("*") if file.is_file())


def lay_down_wheel(name: str, wheel: Path, site_packages: Path, lines: Iterable[Line]) -> list[str]:
    """Unpack what comes along of a wheel; give the files' paths."""
    coming = chosen(name, files_of_wheel(wheel), lines)
    with zipfile.ZipFile(wheel) as archive:
        for entry in coming:
            archive.extract(entry, site_packages)
    return coming


def lay_down_tree(name: str, tree: Path, target: Path, lines: Iterable[Line]) -> list[str]:
    """Copy what comes along of a folder; give the files' paths."""
    coming = chosen(name, files_of_tree(tree), lines)
    for entry in coming:
        to = target / entry
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tree / entry, to)
    return coming


def check_sources(sections: Mapping[str, object], sources: Iterable[str]) -> None:
    """Raise PayloadError unless the list has a section for each source, and no other."""
    named = set(sources)
    if missing := named - sections.keys():
        raise PayloadError(f"payload.txt has no section for {_named(sorted(missing))}.")
    if others := sections.keys() - named:
        raise PayloadError(f"payload.txt has a section for {_named(sorted(others))}, which is not shipped.")


def check_owned(folder: Path, owned: Iterable[str]) -> None:
    """Raise PayloadError for a file below a folder that is none of those owned, and not the bytecode of one of them."""
    known = set(owned)
    known |= {f"{file}c" for file in known if file.endswith(".py")}
    if strays := [file for file in files_of_tree(folder) if file not in known]:
        raise PayloadError(f"Nobody knows of {_named(strays)} in {folder.name}.")


def folder_size(folder: Path) -> int:
    """Give the bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _is_metadata(entry: str) -> bool:
    return re.match(r"[^/]+\.dist-info/", entry) is not None


def _expression(pattern: str) -> str:
    parts = {"**": ".*", "*": "[^/]*"}
    return "".join(parts.get(part, re.escape(part)) for part in re.split(r"(\*\*|\*)", pattern))


def _named(things: list[str]) -> str:
    shown = ", ".join(things[:12])
    return shown if len(things) <= 12 else f"{shown} and {len(things) - 12} more"
