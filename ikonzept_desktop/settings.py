"""What the program remembers of its user between two starts, as one small JSON file."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ikonzept_desktop import atomic_file
from ikonzept_desktop.paths import as_compared, user_folders
from ikonzept_desktop.values import dataclass

THEMES = ("system", "light", "dark")
ZOOM_PERCENT = range(50, 301)
RECENT_FILES = 12

NO_LAYOUTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices: who writes, how large and in which light, which concepts last, which windows where."""

    writer_name: str = ""
    writer_initials: str = ""
    zoom: int = 100
    """Percent."""
    theme: str = "system"
    typing_off: tuple[str, ...] = ()
    """The rules of typographic help that the user does without, by name."""
    recent_files: tuple[str, ...] = ()
    """Absolute paths, the latest first; the files may have gone."""
    window_layouts: Mapping[str, str] = field(default_factory=lambda: NO_LAYOUTS)
    """What a window gave to remember, by the window's name; opaque here."""
    spelling: bool = True
    """Whether words are checked as they are written."""
    predecessors: Mapping[str, str] = field(default_factory=lambda: NO_LAYOUTS)
    """The concept that came before, by the path of the one that is written now; absolute paths."""
    typewriter: bool = False
    """Whether the line that is written stays in the middle of the height."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as read, and where the file was put aside when it was damaged."""

    settings: Settings
    put_aside: Path | None = None


def settings_file() -> Path:
    """Give the path of the user's settings."""
    return user_folders().config / "settings.json"


def load(file: Path) -> Loaded:
    """Read the settings; what is missing has its default.

    A damaged file, or one with a value out of place, is put aside under a new name; its good values are kept.
    Raises OSError when the file is there but cannot be read.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Loaded(Settings())
    try:
        entries = json.loads(data)
    except ValueError:
        return Loaded(Settings(), _put_aside(file))
    if not isinstance(entries, dict):
        return Loaded(Settings(), _put_aside(file))
    known = {name: entries[name] for name in _READERS if name in entries}
    values = {name: _READERS[name](value) for name, value in known.items()}
    good = {name: value for name, value in values.items() if value is not None}
    settings = replace(Settings(), **good)
    return Loaded(settings, None if len(good) == len(known) else _put_aside(file))


def save(file: Path, settings: Settings) -> None:
    """Write the settings in one step; raises OSError or atomic_file.FileHeldOpen, the old file then stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    plain = replace(settings, window_layouts=dict(settings.window_layouts), predecessors=dict(settings.predecessors))
    entries = asdict(plain)
    atomic_file.write_text(file, json.dumps(entries, ensure_ascii=False, indent=2) + "\n")


def update(file: Path, change: Callable[[Settings], Settings]) -> Settings:
    """Change the settings as they stand on disk, so that two windows keep each other's; raises as load and save do."""
    before = load(file).settings
    after = change(before)
    if after != before or not file.exists():
        save(file, after)
    return after


def with_recent_file(settings: Settings, file: Path) -> Settings:
    """Put a concept at the head of the recent files; the oldest of more than twelve goes."""
    rest = without_recent_file(settings, file).recent_files
    return replace(settings, recent_files=(str(file.absolute()), *rest)[:RECENT_FILES])


def without_recent_file(settings: Settings, file: Path) -> Settings:
    """Forget a recent file."""
    gone = as_compared(file.absolute())
    rest = tuple(path for path in settings.recent_files if as_compared(path) != gone)
    return replace(settings, recent_files=rest)


def with_window_layout(settings: Settings, window: str, layout: str) -> Settings:
    """Remember the layout of a window."""
    return replace(settings, window_layouts=MappingProxyType({**settings.window_layouts, window: layout}))


def with_predecessor(settings: Settings, concept: Path, predecessor: Path) -> Settings:
    """Remember which concept came before another."""
    known = {**settings.predecessors, str(concept.absolute()): str(predecessor.absolute())}
    return replace(settings, predecessors=MappingProxyType(known))


def _put_aside(file: Path) -> Path:
    stamp = time.strftime("%Y-%m-%d-%H%M%S")
    aside = file.with_name(f"{file.stem}-damaged-{stamp}{file.suffix}")
    file.replace(aside)
    return aside


def _yes_no(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _line(value: object) -> str | None:
    return value if isinstance(value, str) and value.isprintable() else None


def _zoom(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value in ZOOM_PERCENT else None


def _theme(value: object) -> str | None:
    return value if isinstance(value, str) and value in THEMES else None


def _recent_files(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(path, str) for path in value):
        return None
    return tuple(value[:RECENT_FILES])


def _names(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(name, str) and name.isidentifier() for name in value):
        return None
    return tuple(value[:64])


def _words_by_name(value: object) -> Mapping[str, str] | None:
    if not isinstance(value, dict) or not all(isinstance(layout, str) for layout in value.values()):
        return None
    return MappingProxyType(value)


_READERS: Mapping[str, Callable[[object], Any]] = {
    "writer_name": _line,
    "writer_initials": _line,
    "zoom": _zoom,
    "theme": _theme,
    "typing_off": _names,
    "recent_files": _recent_files,
    "window_layouts": _words_by_name,
    "predecessors": _words_by_name,
    "spelling": _yes_no,
    "typewriter": _yes_no,
}
