"""The page of all keys, made from the commands themselves."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from ikonzept_desktop.ui.handbook import texts
from ikonzept_desktop.ui.handbook.book import Chapter, chapter_of

KEY = "99-tasten"


def keys_chapter(menus: Iterable[tuple[str, Iterable[tuple[str, tuple[str, ...]]]]]) -> Chapter:
    """Make the chapter of menus, each with its commands and their shortcuts in Qt's portable spelling."""
    lines = [f"# {texts.KEYS_TITLE}", "", texts.KEYS_INTRO, ""]
    for menu, commands in menus:
        rows = [(name, keys) for name, keys in commands if keys]
        if rows:
            lines += [f"## {menu}", "", "| {} | {} |".format(*texts.KEYS_HEAD), "|---|---|"]
            lines += [f"| {name} | {_native(keys)} |" for name, keys in rows]
            lines.append("")
    return chapter_of(KEY, "\n".join(lines))


def _native(keys: tuple[str, ...]) -> str:
    shown = dict.fromkeys(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    return ", ".join(f"`{key}`" for key in shown)
