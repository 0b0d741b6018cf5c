"""Entries of the program's own on top of Qt's context menus."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu


def put_on_top(menu: QMenu, fill: Callable[[QMenu], object]) -> None:
    """Have entries added at the top of a menu, parted from the others by a line."""
    before = menu.actions()
    fill(menu)
    added = [action for action in menu.actions() if action not in before]
    if added and before:
        for action in added:
            menu.removeAction(action)
        menu.insertActions(before[0], added)
        menu.insertSeparator(before[0])
