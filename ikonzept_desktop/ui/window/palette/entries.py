"""What the palette offers, and in which order: plain values, so that the list is a thin thing over them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ikonzept_desktop.model.fuzzy import rank, spans
from ikonzept_desktop.publication.labels import Label, Sort
from ikonzept_desktop.ui.window.commands import CHANGING, COMMANDS
from ikonzept_desktop.ui.window.palette import texts
from ikonzept_desktop.values import dataclass

MOST = 200
"""Entries shown at once; whoever wants another types on."""
_IN_TEXT = frozenset(
    {"bold", "italic", "superscript", "subscript", "kind", "bullets", "numbers", "quote"}
    | {"footnote", "reference", "link", "paste_plain"}
)
_ICONS = {Sort.SECTION: "file-text", Sort.TABLE: "table", Sort.FIGURE: "image", Sort.RECORD: "layout-list"}
_OWN = frozenset({"palette"})
"""Commands that would only open what is open already."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen."""

    name: str
    detail: str = ""
    """The menu it stands in, or what it is."""
    keys: str = ""
    """The shortcut, as Germans read it."""
    icon: str = ""
    command: str = ""
    """What tells the command from others; empty for what is none."""
    target: str = ""
    """The id of what is gone to."""
    reason: str = ""
    """Why it cannot be chosen; empty where it can."""
    act: Callable[[], object] | None = None
    """What choosing does, for a command."""
    met: tuple[tuple[int, int], ...] = ()
    """The parts of the name that were typed, in code points."""
    recent: bool = False


def command_entries(bar: QMenuBar, actions: Mapping[str, QAction], *, read_only: bool) -> list[Entry]:
    """Give every command: those of the menus in their order, inner menus among them, then what has a key alone."""
    icons = {command.key: command.icon for command in COMMANDS}
    entries: list[Entry] = []
    seen: set[str] = set()
    for action, path in _in_menus(bar):
        key = action.objectName() or f"{path}/{action.text()}"
        seen.add(key)
        entries.append(_command(action, key, path, icons.get(key, ""), read_only=read_only))
    for key, action in actions.items():
        if key not in seen:
            entries.append(_command(action, key, "", icons.get(key, ""), read_only=read_only))
    return [entry for entry in entries if entry.command not in _OWN]


def target_entries(targets: Mapping[str, Label], sorts: frozenset[Sort]) -> list[Entry]:
    """Give everything of these sorts that one can go to, in reading order."""
    return [
        Entry(
            f"{label.number} {label.title or label.noun}".strip(),
            texts.SORTS[label.sort] if label.sort is Sort.SECTION else label.noun or texts.SORTS[label.sort],
            icon=_ICONS[label.sort],
            target=id,
        )
        for id, label in targets.items()
        if label.sort in sorts
    ]


def with_recent_first(entries: Sequence[Entry], recent: Sequence[str]) -> list[Entry]:
    """Put the commands used last before the others, the last one first."""
    by_command = {entry.command: entry for entry in entries if entry.command}
    first = [by_command[command] for command in recent if command in by_command]
    return [*(replace(entry, recent=True) for entry in first), *(entry for entry in entries if entry not in first)]


def matching(entries: Sequence[Entry], query: str) -> list[Entry]:
    """Give the entries that a query means, the likeliest first, those that cannot be chosen after all others."""
    found = [entries[index] for index in rank(query, [entry.name for entry in entries])]
    found.sort(key=lambda entry: bool(query.strip()) and bool(entry.reason))
    shown = found[:MOST]
    return [replace(entry, met=tuple(spans(query, entry.name))) for entry in shown] if query.strip() else shown


def _command(action: QAction, key: str, path: str, icon: str, *, read_only: bool) -> Entry:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = action.text().replace("&", "")
    reason = "" if action.isEnabled() else _reason(key, read_only=read_only)
    return Entry(name, path, keys, icon, command=key, reason=reason, act=action.trigger)


def _reason(key: str, *, read_only: bool) -> str:
    if key == "undo" and not read_only:
        return texts.NOTHING_TO_UNDO
    if key == "redo" and not read_only:
        return texts.NOTHING_TO_REDO
    if read_only and (key in CHANGING or key in _IN_TEXT):
        return texts.ONLY_TO_READ
    return texts.NO_TEXT if key in _IN_TEXT else texts.NOT_NOW


def _in_menus(bar: QMenuBar) -> Iterator[tuple[QAction, str]]:
    for action in bar.actions():
        if isinstance(menu := action.menu(), QMenu):
            yield from _in_menu(menu, action.text().replace("&", ""))


def _in_menu(menu: QMenu, path: str) -> Iterator[tuple[QAction, str]]:
    menu.aboutToShow.emit()  # some are filled when they are opened
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            if action.isEnabled():
                yield from _in_menu(inner, f"{path} › {action.text().replace('&', '')}")
        elif not action.isSeparator() and action.isVisible():
            yield action, path
