"""Captions of tables, which Word writes as paragraphs beside them: their number is computed here."""

import re
from collections.abc import Callable
from dataclasses import replace

from ikonzept_desktop.model.blocks import Paragraph, Table
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Inlines, Text, length, part, plain
from ikonzept_desktop.reading.clipboard.pasted import Part

_LABEL = re.compile("(?:Tabelle|Tab\\.|Table)[ \u00a0]*[\\d.]+[ \u00a0]*[:.–-]?[ \u00a0]*", re.IGNORECASE)


class Captions:
    """Brings captions and tables together, whichever comes first."""

    def __init__(self, ids: IdSource, leave: Callable[[str, str], None]) -> None:
        """Know of none yet; labels are handed over as they are taken off."""
        self._ids = ids
        self._leave = leave
        self._waiting: set[str] = set()

    def add(self, parts: list[Part], line: Inlines) -> None:
        """Take in a caption: of the table right before it, or else of one that may follow."""
        last = parts[-1] if parts else None
        if _LABEL.match(plain(line)) is None:
            parts.append(Paragraph(self._ids(), line))
        elif isinstance(last, Table) and not last.caption:
            parts[-1] = replace(last, caption=self._without_label(line))
        else:
            paragraph = Paragraph(self._ids(), line)
            self._waiting.add(paragraph.id)
            parts.append(paragraph)

    def given(self, parts: list[Part], table: Table) -> Table:
        """Give the table with the caption that stands last in the parts, which lose it."""
        last = parts[-1] if parts else None
        if isinstance(last, Paragraph) and last.id in self._waiting and not table.caption:
            parts.pop()
            return replace(table, caption=self._without_label(last.inlines))
        return table

    def _without_label(self, line: Inlines) -> Inlines:
        match = _LABEL.match(plain(line))
        if match is None or not isinstance(line[0], Text):
            return line
        self._leave("label", match[0])
        return part(line, match.end(), length(line))
