"""The finished house styles that travel with the program: one TOML file each, names and values of `HouseStyle`."""

import tomllib
from functools import cache
from pathlib import Path

from ikonzept_desktop.paths import resource
from ikonzept_desktop.values import dataclass

Value = str | int | float | bool
FOLDER = resource("styles")
_SUFFIX = ".toml"


@dataclass(frozen=True, slots=True)
class FinishedStyle:
    """A style that a concept can build on."""

    key: str
    """The name of its file without the ending."""
    title: str
    summary: str
    """A sentence that says what it looks like."""
    pairs: tuple[tuple[str, Value], ...]


@cache
def finished_styles(folder: Path = FOLDER) -> tuple[FinishedStyle, ...]:
    """Give the styles of a folder in the order of their titles; a damaged file is left out, as if it were not there."""
    found = (_read(path) for path in sorted(folder.glob(f"*{_SUFFIX}")))
    return tuple(sorted((style for style in found if style), key=lambda style: style.title))


def finished_style(key: str) -> FinishedStyle | None:
    """Give the style of that key, or None."""
    return next((style for style in finished_styles() if style.key == key), None)


def _read(path: Path) -> FinishedStyle | None:
    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
    except (OSError, ValueError):
        return None
    values = found.get("house_style", {})
    pairs = tuple((str(name), value) for name, value in values.items() if isinstance(value, str | int | float | bool))
    return FinishedStyle(path.stem, str(found.get("title", path.stem)), str(found.get("summary", "")), pairs)
