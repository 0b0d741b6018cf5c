"""Proposals brought to the lines that they are about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.inline import Inlines, Text
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Verdict
from ikonzept_desktop.publication.block_ids import PREFIX, Spot, spots
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.shown_lines import GridCell, Line, Sort, name_of
from ikonzept_desktop.review.shown_spans import Fate, Placed, Span, closed, new_spans, spans_of
from ikonzept_desktop.review.shown_values import Head, HeadKind, ShownCell, ShownLine
from ikonzept_desktop.review.taking_over import Whereabouts


class Places(Protocol):
    """What knows where the words of a proposal stand now; `taking_over.TakingOver` does."""

    def whereabouts(self, proposal: KeptProposal) -> Whereabouts | None:
        """Give where; None where the words were changed since or are not there any more."""


class Weaving:
    """Brings proposals to the lines they are about."""

    def __init__(
        self, document: Document, section: str, lines: Sequence[Line], known: Labels, remarks: tuple[str, ...]
    ) -> None:
        """Take the lines of a section, and the comments that count; the empty id stands for the cover."""
        self._document = document
        self._section = section
        self._lines = lines
        self._labels = known
        self._remarks = remarks
        self._at: dict[str, int] = {}
        """The line of each name; of a cell its table's."""
        for at, line in enumerate(lines):
            for spot in (line.spot, *(cell.spot for cell in line.cells)):
                if spot is not None:
                    self._at[name_of(spot)] = at
        self._placed: dict[str, list[Placed]] = {}
        self._heads: dict[str, list[Head]] = {}
        self._last_cells: dict[str, str] = {}
        """Of each row to go: who wants it is told there."""
        self._behind: dict[int, list[ShownLine]] = {}
        self._rows: dict[int, list[tuple[str, KeptProposal]]] = {}
        self._struck = frozenset(_struck(document.proposals))
        self._shifted: dict[int, list[str]] = {}
        self._nowhere: list[str] = []

    def take(self, kept: KeptProposal, places: Places) -> None:
        """Bring a proposal to its line; one that is about another section leaves no trace."""
        names = [ground.id for ground in kept.grounds if ground.id in self._at] or self._left_before(kept)
        if kept.kind is Kind.MOVE and kept.target is not None and kept.target.id in self._at and not names:
            self._take_coming(kept, kept.target)
        is_ours = kept.section == self._section
        if not names and not is_ours:
            return
        where = places.whereabouts(kept) if kept.grounds else None
        name = self._name_now(names, where)
        if name and (where is not None or kept.kind in _STRUCTURES):
            self._bring(kept, [name, *(each for each in names if each != name)], where)
        elif name or (is_ours and kept.grounds and (where is None or where.spot.address.section == self._section)):
            self._shifted.setdefault(self._at[name] if name else len(self._lines) - 1, []).append(kept.id)
        elif is_ours and not kept.grounds:
            self._nowhere.append(kept.id)

    def _left_before(self, kept: KeptProposal) -> list[str]:
        """Give what is left before words that are to come, where what they were to follow was struck out since."""
        for id in (*(ground.id for ground in kept.grounds), *kept.behind) if kept.kind is Kind.INSERT else ():
            if id in self._at:
                return [id]
            if id not in self._struck:
                break
        return []

    def _name_now(self, names: Sequence[str], where: Whereabouts | None) -> str:
        """Give the line that a proposal's words stand in by now, or else the one that is left of those it is about."""
        now = name_of(where.spot) if where is not None else ""
        return now if now in self._at else names[0] if names else ""

    def _bring(self, kept: KeptProposal, names: list[str], where: Whereabouts | None) -> None:
        if kept.kind in _STRUCTURES or where is None:
            self._take_structure(kept, names, names[0])
        else:
            self._take_words(kept, names[0], where)

    def lines(self) -> Iterator[ShownLine]:
        """Go through the lines with all that was brought to them."""
        waiting: list[ShownLine] = []
        for at, line in enumerate(self._lines):
            shown = self._woven(line, at)
            if waiting and line.sort in _RUNNING:
                yield from waiting
                waiting = []
            if shown.ids or not line.is_empty:
                yield shown
            behind = [*self._behind.get(at, ()), *self._shifted_here(at)]
            if line.sort is Sort.TITLE:
                waiting += behind  # after the first label, where there is one
            else:
                yield from behind
        yield from waiting
        if self._nowhere:
            yield _remark(Head(HeadKind.NOWHERE, tuple(self._nowhere)))

    def _take_structure(self, kept: KeptProposal, names: list[str], name: str) -> None:
        at = self._at[name]
        line = self._lines[at]
        match kept.kind:
            case Kind.INSERT if not line.cells and line.sort is not Sort.NOTE:
                self._behind.setdefault(self._end_of_block(at), []).extend(self._inserted(kept, line))
            case Kind.ROW_INSERT if line.cells:
                below = [each for each in names if self._at[each] == at][-1]
                self._rows.setdefault(at, []).append((below, kept))
            case Kind.ROW_INSERT:
                self._behind.setdefault(at, []).append(_new_line(kept, Line(Sort.TEXT), _in_a_row(kept)))
            case Kind.ROW_DELETE if kept.is_conflict:
                self._heads.setdefault(name, []).append(_conflict(kept))
            case Kind.ROW_DELETE:
                self._last_cells[kept.id] = names[-1]
                for each in dict.fromkeys(names):
                    self._place(kept, each, 0, 0)
            case _:
                self._place(kept, name, 0, 0)

    def _end_of_block(self, at: int) -> int:
        """Give the last line of what a line is of: of a table or figure its source."""
        spot = self._lines[at].spot
        while spot is not None and spot.block and at + 1 < len(self._lines):
            following = self._lines[at + 1]
            if following.sort not in _OF_DISPLAYS or _block_of(following) != spot.block:
                break
            at += 1
        return at

    def _take_words(self, kept: KeptProposal, name: str, where: Whereabouts) -> None:
        if kept.is_conflict:
            self._heads.setdefault(name, []).append(_conflict(kept))
        match kept.kind:
            case Kind.MOVE if not kept.is_conflict:
                self._heads.setdefault(name, []).append(self._going(kept))
            case Kind.MOVE:
                pass
            case Kind.DELETE if kept.is_conflict:
                pass
            case _:
                self._place(kept, name, where.start, where.end)

    def _place(self, kept: KeptProposal, name: str, start: int, end: int) -> None:
        self._placed.setdefault(name, []).append(Placed(kept, start, end))

    def _inserted(self, kept: KeptProposal, line: Line) -> Iterator[ShownLine]:
        """Give the paragraphs that are to come, like the one they are to stand behind."""
        like = line if line.sort in _LIKE else Line(Sort.TEXT)
        like = replace(like, mark=_UNCOUNTED) if any(map(str.isalnum, like.mark)) else like
        if kept.is_conflict:
            point = Span(Text(""), Fate.POINT, kept.id, closing=(kept.id,))
            yield ShownLine(replace(like, words=(), spot=None), (point,), heads=(_conflict(kept),))
            return
        texts = kept.variants[0].text.split(PARAGRAPH_END)
        for text in texts[:-1]:
            yield replace(_new_line(kept, like, text), spans=new_spans(text, kept.id))
        yield _new_line(kept, like, texts[-1])

    def _going(self, kept: KeptProposal) -> Head:
        target = kept.target
        if target is None:
            return Head(HeadKind.MOVE, (kept.id,))
        if target.id in self._at:
            return Head(HeadKind.MOVE, (kept.id,), words=_beginning(target.text))
        place = self._named(_section_of(self._document, target))
        return Head(HeadKind.MOVE, (kept.id,), place=place, words="" if place else _beginning(target.text))

    def _take_coming(self, kept: KeptProposal, target: Ground) -> None:
        words = _beginning(kept.grounds[0].text) if kept.grounds else ""
        head = Head(HeadKind.HERE, (kept.id,), place=self._named(kept.section), words=words)
        self._behind.setdefault(self._at[target.id], []).append(_remark(head))

    def _named(self, section: str) -> str:
        label = self._labels.targets.get(section)
        return f"{label.number} {label.title or label.noun}".strip() if label else ""

    def _shifted_here(self, at: int) -> Iterator[ShownLine]:
        if ids := self._shifted.get(at):
            yield _remark(Head(HeadKind.SHIFTED, tuple(ids)))

    def _woven(self, line: Line, at: int) -> ShownLine:
        name = _name(line.spot)
        if line.cells:
            return ShownLine(line, cells=tuple(self._cells(line, at)), heads=self._heads_of(line))
        heads = tuple(self._heads.get(name, ()))
        placed = self._placed.get(name, ())
        spans = self._but_last_cells(spans_of(line.words, placed, self._all), name)
        if line.sort is Sort.TITLE:
            spans = self._with_remarks(spans)
        return ShownLine(line, spans, name, heads=heads)

    @property
    def _all(self) -> frozenset[str]:
        return frozenset(self._remarks)

    def _with_remarks(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Hang comments on no words in particular onto the title."""
        fixed = _fixed(self._lines)
        loose = tuple(id for id in self._remarks if id not in fixed)
        if not loose:
            return spans
        return closed(replace(span, remarks=loose) for span in spans or (Span(Text("")),))

    def _heads_of(self, line: Line) -> tuple[Head, ...]:
        return tuple(head for cell in line.cells for head in self._heads.get(_name(cell.spot), ()))

    def _cells(self, line: Line, at: int) -> Iterator[ShownCell]:
        new = self._new_rows(line, at)
        for cell in line.cells:
            yield self._cell(replace(cell, row=cell.row + _count_above(new, cell.row), rows=_grown(new, cell)))
        for before, (after, kept) in enumerate(new):
            texts = _cells_of(kept, len(line.widths))
            for column, text in enumerate(texts):
                place = GridCell(None, (), (), after + 1 + before, column)
                if column == len(texts) - 1:
                    yield ShownCell("", closed(new_spans(text, kept.id)), place)
                else:
                    yield ShownCell("", new_spans(text, kept.id) if text else (), place)

    def _new_rows(self, line: Line, at: int) -> list[tuple[int, KeptProposal]]:
        """Give the rows that are to come, each with the row it is to stand below."""
        ends = {_name(cell.spot): cell.row + cell.rows - 1 for cell in line.cells if cell.spot}
        return sorted(
            ((ends[name], kept) for name, kept in self._rows.get(at, ())), key=lambda pair: (pair[0], pair[1].order)
        )

    def _cell(self, cell: GridCell) -> ShownCell:
        name = _name(cell.spot)
        placed = self._placed.get(name, ()) if name else ()
        spans = spans_of(cell.printed, placed, self._all)
        return ShownCell(name, self._but_last_cells(spans, name), cell)

    def _but_last_cells(self, spans: tuple[Span, ...], name: str) -> tuple[Span, ...]:
        """Have no persons told in any cell of a row to go but the last one."""
        if not self._last_cells:
            return spans
        return tuple(
            replace(span, closing=tuple(id for id in span.closing if self._last_cells.get(id, name) == name))
            for span in spans
        )


_STRUCTURES = frozenset({Kind.INSERT, Kind.JOIN, Kind.ROW_INSERT, Kind.ROW_DELETE})
"""What asks only that the words it is about are still there, not that they are the same."""
_LIKE = frozenset({Sort.TEXT, Sort.QUOTE, Sort.ITEM})
_RUNNING = _LIKE | {Sort.CAPTION, Sort.TABLE, Sort.FIGURE, Sort.ATTACHED}
"""What a field of running text begins with."""
_OF_DISPLAYS = frozenset({Sort.TABLE, Sort.SOURCE})
_UNCOUNTED = "+"
"""Stands before an item that is to come into a list with numbers: it has none yet."""
_BEGINNING = 40
"""Characters by which one knows a paragraph again."""
_SPOTS: IdentityMemo[Document, Mapping[str, Spot]] = IdentityMemo(spots, 2)


def _struck(proposals: Iterable[KeptProposal]) -> Iterator[str]:
    """Go through the ids of what was struck out because somebody proposed it."""
    for kept in proposals:
        if kept.kind is Kind.DELETE and kept.decision is not None and kept.decision.verdict is Verdict.ACCEPTED:
            yield from (ground.id for ground in kept.grounds)


def _block_of(line: Line) -> str:
    spots = (line.spot, *(cell.spot for cell in line.cells))
    return next((spot.block for spot in spots if spot is not None), "")


def _conflict(kept: KeptProposal) -> Head:
    return Head(HeadKind.CONFLICT, (kept.id,), len(kept.variants), strikes=bool(kept.against))


def _remark(head: Head) -> ShownLine:
    return ShownLine(Line(Sort.TEXT), heads=(head,))


def _new_line(kept: KeptProposal, like: Line, text: str) -> ShownLine:
    spans = closed(new_spans(text, kept.id))
    return ShownLine(replace(like, words=(), spot=None), spans, is_new=True)


def _in_a_row(kept: KeptProposal) -> str:
    return " | ".join(filter(None, kept.variants[0].text.split("\t")))


def _cells_of(kept: KeptProposal, columns: int) -> list[str]:
    texts = kept.variants[0].text.split("\t")[:columns]
    return texts + [""] * (columns - len(texts))


def _count_above(new: Sequence[tuple[int, KeptProposal]], row: int) -> int:
    return sum(after < row for after, _ in new)


def _grown(new: Sequence[tuple[int, KeptProposal]], cell: GridCell) -> int:
    """Give how many rows a cell takes: one more for each that is to come within it."""
    return cell.rows + sum(cell.row <= after < cell.row + cell.rows - 1 for after, _ in new)


def _beginning(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _BEGINNING else text[:_BEGINNING].rsplit(" ", 1)[0] + " …"


def _section_of(document: Document, ground: Ground) -> str:
    spot = _SPOTS(document).get(PREFIX + ground.id)
    return spot.address.section if spot else ""


def _fixed(lines: Iterable[Line]) -> frozenset[str]:
    words: list[Inlines] = []
    for line in lines:
        words += [line.words, *(cell.words for cell in line.cells)]
    return frozenset(id for each in words for inline in each if isinstance(inline, Text) for id in inline.comments)


def _name(spot: Spot | None) -> str:
    return name_of(spot) if spot is not None else ""
