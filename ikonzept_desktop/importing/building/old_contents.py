"""The contents a document had of itself: lines that name what came are computed now, all others are kept."""

import re
from collections.abc import Iterable

from ikonzept_desktop.importing.building import heads
from ikonzept_desktop.importing.building.drafts import Draft
from ikonzept_desktop.importing.building.links import every_draft
from ikonzept_desktop.importing.building.outlining import Outlining
from ikonzept_desktop.importing.building.telling import Telling
from ikonzept_desktop.importing.building.wording import in_one_line, letters, shown
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.model.blocks import Figure, ListItem, Paragraph, Table, lines_of
from ikonzept_desktop.model.inline import Footnote, plain

_PAGE = re.compile(r"[\s.…_·-]*\b(?:\d{1,4}|[ivxlc]{1,7})\s*$", re.IGNORECASE)
_NUMBER = re.compile(
    r"^\s*(?:(?:Anlage|Anhang|Kapitel|Teil)\s+[A-Z]\b|(?:Anlage|Anhang|Kapitel|Teil|Tabelle|Tab\.|Abbildung|Abb\.)\s*)?"
    r"[\dIVXLC]*[\d.]*[.):–-]?\s*"
)
_HEADINGS = frozenset(
    {
        *("inhalt", "inhaltsverzeichnis", "inhaltsübersicht", "gliederung", "verzeichnis"),
        *("abbildungsverzeichnis", "tabellenverzeichnis", "abbildungen", "tabellen", "verzeichnisderabbildungen"),
        *("verzeichnisdertabellen", "tabellenundabbildungen", "anlagenverzeichnis", "anlagen", "contents"),
    }
)


def sort_contents(outlining: Outlining, manuscript: Manuscript, host: Draft | None, telling: Telling) -> None:
    """Tell of the lines that are replaced; put the others to the inbox."""
    if not outlining.contents:
        return
    labels = {letters(told.text) for told in telling.told if told.kind == "field_label"}
    named = _names(outlining.tops if host is None else [host, *outlining.tops], manuscript) | labels
    for index in outlining.contents:
        block = manuscript.pieces[index].block
        text = in_one_line(" ".join(shown(line, manuscript.pointers) for line in lines_of(block)))
        has_notes = any(isinstance(inline, Footnote) for line in lines_of(block) for inline in line)
        if isinstance(block, Paragraph | ListItem) and not has_notes and _is_replaced(text, named):
            telling.tell("contents_line", text)
        else:
            outlining.put_aside([index], heads.OLD_CONTENTS)


def _names(tops: Iterable[Draft], manuscript: Manuscript) -> frozenset[str]:
    titles = (letters(draft.title) for draft in every_draft(tops))
    captions = (
        letters(plain(piece.block.caption)) for piece in manuscript.pieces if isinstance(piece.block, Table | Figure)
    )
    return frozenset(filter(None, (*titles, *captions)))


def _is_replaced(text: str, named: frozenset[str]) -> bool:
    without_page = _PAGE.sub("", text)
    ways = {way for line in (text, without_page) for way in (line, _NUMBER.sub("", line, count=1))}
    found = {letters(way) for way in ways}
    return not letters(without_page) or not found.isdisjoint(named) or not found.isdisjoint(_HEADINGS)
