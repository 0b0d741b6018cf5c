"""A house style as a file of its own (TOML 1.0), in the form of the finished ones: to be passed on, and taken over.

A file is foreign: it is bounded, and of what it says only what the house style understands is taken.
"""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.export.finished_styles import Value
from ikonzept_desktop.export.house_style import NAMES, HouseStyleError, checked, with_base
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.values import dataclass

MOST_BYTES = 100_000
SUFFIX = ".toml"
_LONGEST = 200


class StyleFileError(ValueError):
    """A file that is no house style; its text is a German sentence."""


@dataclass(frozen=True, slots=True)
class ReadStyle:
    """What a file says."""

    title: str
    pairs: tuple[tuple[str, Value], ...]
    """Those that are understood."""
    unknown: tuple[str, ...] = ()
    """Names nobody knows."""
    faults: tuple[str, ...] = ()
    """German sentences about values that cannot be taken."""


def read_style(path: Path) -> ReadStyle:
    """Give what a file says; raises StyleFileError for one that is no house style, OSError for the disk's."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise StyleFileError(f"„{path.name}“ ist zu groß für eine Gestaltung. {_UNCHANGED}")
    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise StyleFileError(f"„{path.name}“ ist keine Gestaltung oder beschädigt. {_UNCHANGED}") from error
    values = found.get("house_style")
    if not isinstance(values, dict):
        raise StyleFileError(f"In „{path.name}“ steht keine Gestaltung. {_UNCHANGED}")
    title = found.get("title")
    return _understood(clean(title)[:_LONGEST] if isinstance(title, str) else path.stem, values)


def _understood(title: str, values: dict[str, object]) -> ReadStyle:
    pairs: list[tuple[str, Value]] = []
    unknown, faults = [], []
    for name, value in values.items():
        if name not in NAMES:
            unknown.append(clean(name)[:_LONGEST])
        elif not isinstance(value, str | int | float | bool) or (isinstance(value, str) and len(value) > _LONGEST):
            faults.append(f"Der Wert von „{name}“ ist keiner, den eine Gestaltung kennt.")
        else:
            try:
                pairs.append((name, checked(name, clean(value) if isinstance(value, str) else value)))
            except HouseStyleError as error:
                faults.append(str(error))
    return ReadStyle(title, tuple(pairs), tuple(unknown), tuple(faults))


def written_style(title: str, pairs: Iterable[tuple[str, Value]]) -> str:
    """Give the text of a file that says all of a style, that of the finished one it builds on too."""
    values = {name: value for name, value in with_base(pairs) if name in NAMES}
    lines = [f"title = {_literal(title)}", "", "[house_style]"]
    lines += [f"{name} = {_literal(values[name])}" for name in NAMES if name in values]
    return "\n".join([*lines, ""])


def save_style(path: Path, title: str, pairs: Iterable[tuple[str, Value]]) -> None:
    """Write a style to a file; raises what `atomic_file.write_text` raises."""
    atomic_file.write_text(path, written_style(title, pairs))


def _literal(value: Value) -> str:
    """Give a value as TOML writes it: its strings are JSON's but for DEL."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else repr(value)


_UNCHANGED = "Ihre Gestaltung ist unverändert; wählen Sie eine Datei, die mit „Gestaltung sichern …“ entstanden ist."
