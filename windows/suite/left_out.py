"""The list of tests that Wine cannot run, each with its reason: read, and asked about a test."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

LIST = Path(__file__).with_name("left_out.toml")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A room, a file or a test that is not run, by the beginning of its id, and why."""

    begins: str
    why: str

    def holds(self, id: str) -> bool:
        """Tell whether a test, or the path of a file, is among what is left out."""
        return id == self.begins or id.startswith((f"{self.begins}/", f"{self.begins}::", f"{self.begins}["))


def read_list(text: str) -> tuple[LeftOut, ...]:
    """Read the list; raises ValueError for an entry without a reason, or one that is named twice."""
    found: list[LeftOut] = []
    for entry in tomllib.loads(text).get("left_out", []):
        why = " ".join(str(entry.get("why", "")).split())
        for begins in entry.get("tests", []):
            if not why:
                raise ValueError(f"Why is {begins} left out?")
            if any(each.begins == begins for each in found):
                raise ValueError(f"{begins} is left out twice.")
            found.append(LeftOut(begins, why))
    return tuple(found)


def known() -> tuple[LeftOut, ...]:
    """Give the list that stands beside this module."""
    return read_list(LIST.read_text(encoding="utf-8"))


def lacking(kind: str, text: str = "") -> Mapping[str, str]:
    """Give the "programs" or "modules" that are not there, each with the reason."""
    entries = tomllib.loads(text or LIST.read_text(encoding="utf-8")).get("lacking", [])
    return {name: " ".join(entry["why"].split()) for entry in entries for name in entry.get(kind, [])}


def program_of(executable: object, command: object) -> str:
    """Give the name of the program that is to be started, without folder and ending; of `python -m x` it is x.

    Both are as `subprocess` is told them: the command a list, or on Windows one line, in which names may be quoted.
    """
    listed = [*map(str, command)] if isinstance(command, list | tuple) else re.findall(r'"[^"]*"|\S+', str(command))
    said = [str(executable or "") or (listed or [""])[0], *listed[1:]]
    name = PureWindowsPath(said[0].strip('"')).name.removesuffix(".exe")
    return said[2] if name.startswith("python") and said[1:2] == ["-m"] and len(said) > 2 else name


def reason(id: str, left_out: Iterable[LeftOut]) -> str:
    """Say why a test is left out; nothing where it is not."""
    return next((entry.why for entry in left_out if entry.holds(id)), "")


def gone(left_out: Iterable[LeftOut], top: Path) -> list[str]:
    """Give the entries whose file, or whose test in it, is not there any more."""
    missing = []
    for entry in left_out:
        path, *names = entry.begins.split("::")
        file = top / path
        name = names[-1].split("[")[0] if names else ""
        if not file.exists() or (name and f"def {name}(" not in file.read_text(encoding="utf-8")):
            missing.append(entry.begins)
    return missing
