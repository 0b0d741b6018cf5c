"""The columns of the overview, and what the delegate asks of a cell beyond Qt's own roles."""

from collections.abc import Mapping, Sized
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance


class Column(IntEnum):
    """A column, from the left."""

    NUMBER = 0
    TITLE = 1
    STATUS = 2
    RESPONSIBLE = 3
    DEADLINE = 4
    WORDS = 5
    TARGET = 6
    SHARE = 7
    NOTES = 8
    FINDINGS = 9


ATTRIBUTES: Mapping[Column, str] = {
    Column.STATUS: "status",
    Column.RESPONSIBLE: "responsible",
    Column.DEADLINE: "deadline",
    Column.TARGET: "target_words",
}
"""The columns whose cells can be edited, and the attribute of the section behind each."""
AT_RIGHT = frozenset({Column.NUMBER, Column.WORDS, Column.TARGET, Column.NOTES, Column.FINDINGS})
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Line of the cell's row."""
DRAFT_ROLE = Qt.ItemDataRole.UserRole + 2
"""What was typed into the cell and is no value."""
FINDINGS_ROLE = Qt.ItemDataRole.UserRole + 3
"""How many findings the section has."""


class FindingsSource(Protocol):
    """Knows what a check has found."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when something was found or mended."""

    def findings_of(self, section: str) -> Sized:
        """Give what was found in a section, by its id."""
