"""Captions and sources, which stand beside tables and figures as paragraphs: numbers are computed in a concept."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.importing.word.lines import trimmed
from ikonzept_desktop.importing.word.made import Made
from ikonzept_desktop.model.blocks import Figure, Paragraph, Table
from ikonzept_desktop.model.inline import Inlines, Marks, Text, length, normalise, part, plain

_TABLES = r"Tabelle|Tab\.|Table|Übersicht"
_FIGURES = r"Abbildung|Abb\.|Grafik|Schaubild|Diagramm|Karte|Bild|Foto|Illustration|Figure|Fig\."
_NUMBER = r"(?:[A-Z][.-]?)?\d{1,3}(?:[.–-]\d{1,3})*[a-z]?|[IVXLC]{1,6}"
_LABEL = re.compile(
    rf"(?:(?P<table>{_TABLES})|(?P<figure>{_FIGURES}))[ \u00a0]*(?:{_NUMBER})(?![\w])[ \u00a0]*[:.–—|-]?[ \u00a0]*",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:(?P<said>Quellen?|Source)[ \u00a0]*:[ \u00a0]*)(?=\S)|(?:Eigene )(?:Darstellung|Erhebung)\b")
_BLANKS, _SIGNS = " \u00a0", ":.–—|-"
_LONGEST_SOURCE = 600
_LONGEST_CAPTION = 500
"""Code points of a paragraph that is taken for a caption by its first words alone."""


def with_captions(desk: Desk, made: Sequence[Made]) -> list[Made]:
    """Give tables and figures the captions and sources that stand beside them."""
    kept = list(made)
    _give_captions(desk, kept)
    _give_sources(desk, kept)
    return kept


def _give_captions(desk: Desk, made: list[Made]) -> None:
    at = 0
    while at < len(made):
        each = made[at]
        label = _label(each)
        owner = _owner(made, at, label) if label is not None or _may_be_caption(each) else None
        if owner is None:
            at += 1
            continue
        _give(desk, made[owner], each, label.end() if label is not None else 0)
        del made[at]
        at = max(at - 1, 0)


def _label(each: Made) -> re.Match[str] | None:
    if not isinstance(each.block, Paragraph) or each.hints.level is not None:
        return None
    text = plain(each.block.inlines)
    found = _LABEL.match(text)
    if found is None or (not each.is_caption and len(text) > _LONGEST_CAPTION):
        return None
    # „Tabelle 3 zeigt …“ is a sentence; a caption has a sign behind its number, or is called one.
    sure = each.is_caption or found[0].rstrip(_BLANKS)[-1:] in _SIGNS or found.end() == len(text)
    return found if sure else None


def reads_like_caption(text: str) -> bool:
    """Tell whether a paragraph beside a table or figure would be taken for its caption or source by its words."""
    found = _LABEL.match(text)
    sure = found is not None and (found[0].rstrip(_BLANKS)[-1:] in _SIGNS or found.end() == len(text))
    return sure or _SOURCE.match(text) is not None


def _may_be_caption(each: Made) -> bool:
    return each.is_caption and isinstance(each.block, Paragraph) and each.hints.level is None


def _owner(made: Sequence[Made], at: int, label: re.Match[str] | None) -> int | None:
    """Give the table or figure a caption is of: its label says which kind, and else tables have theirs above."""
    kinds: list[tuple[int, type]] = [(1, Table), (-1, Figure), (-1, Table), (1, Figure)]
    if label is not None:
        own = Table if label["table"] else Figure
        kinds = [each for each in kinds if each[1] is own] + [each for each in kinds if each[1] is not own]
        kinds = kinds[:2] if not made[at].is_caption else kinds
    for step, kind in kinds:
        other = at + step
        while step < 0 and 0 <= other < len(made) and _is_source(made[other]):
            other += step
        if 0 <= other < len(made) and made[other].where is made[at].where:
            block = made[other].block
            if isinstance(block, kind) and isinstance(block, Table | Figure) and not block.caption:
                return other
    return None


def _give(desk: Desk, owner: Made, caption: Made, cut: int) -> None:
    assert isinstance(owner.block, Table | Figure)
    assert isinstance(caption.block, Paragraph)
    line = caption.block.inlines
    if cut:
        desk.tell("caption_label", plain(line)[:cut].strip(), "", plain(line)[cut:].strip())
    words = evenly(trimmed(part(line, cut, length(line))))
    owner.block = replace(owner.block, caption=words)
    _join(owner, caption)


def _give_sources(desk: Desk, made: list[Made]) -> None:
    at = 1
    while at < len(made):
        each, owner = made[at], made[at - 1]
        if _is_source(each) and each.where is owner.where and _has_no_source(owner):
            _give_source(desk, owner, each)
            del made[at]
        else:
            at += 1


def _has_no_source(owner: Made) -> bool:
    return isinstance(owner.block, Table | Figure) and not owner.block.source


def _give_source(desk: Desk, owner: Made, source: Made) -> None:
    """Give a table or figure its source without „Quelle: “, which is printed before it anyway."""
    assert isinstance(owner.block, Table | Figure)
    assert isinstance(source.block, Paragraph)
    line = source.block.inlines
    found = _SOURCE.match(plain(line))
    cut = found.end() if found is not None and found["said"] == "Quelle" else 0
    if cut:
        desk.tell("source_label", plain(line)[:cut].strip(), "", plain(line)[cut:].strip())
    owner.block = replace(owner.block, source=evenly(trimmed(part(line, cut, length(line)))))
    _join(owner, source)


def _is_source(each: Made) -> bool:
    if not isinstance(each.block, Paragraph) or each.hints.level is not None:
        return False
    text = plain(each.block.inlines)
    return each.is_source or (len(text) <= _LONGEST_SOURCE and _SOURCE.match(text) is not None)


def _join(owner: Made, other: Made) -> None:
    owner.source = tuple(sorted({*owner.source, *other.source}))
    owner.bookmarks += other.bookmarks


def evenly(line: Inlines) -> Inlines:
    """Give a line without the marks that all its letters have: its kind has them."""
    runs = [each for each in line if isinstance(each, Text) and each.text.strip()]
    common = Marks.BOLD | Marks.ITALIC
    for run in runs:
        common &= run.marks
    if not runs or not common:
        return line
    return normalise(
        tuple(replace(each, marks=each.marks & ~common) if isinstance(each, Text) else each for each in line)
    )
