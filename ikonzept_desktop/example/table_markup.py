"""Reads pipe tables of the example's markup, with caption, spans and source (resources/example/README.md)."""

import re
from collections.abc import Sequence

from ikonzept_desktop.example.inline_markup import read_inlines
from ikonzept_desktop.example.source import Source, SourceLine, attributes
from ikonzept_desktop.model.blocks import Alignment, Cell, Column, Row, Table
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.values import dataclass

_CAPTION = re.compile(r"Tabelle:\s*(?P<caption>.*?)\s*(?:(?<!\\)\{(?P<attributes>(?!@|==|>>)[^{}]*)\})?", re.DOTALL)
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
_BORDER = re.compile(r"(?<!\\)\|")
_SOURCE = "Quelle:"
_LEFT, _ABOVE = "<", "^"
_ALIGNMENTS = {
    (False, False): Alignment.LEFT,
    (True, False): Alignment.LEFT,
    (False, True): Alignment.RIGHT,
    (True, True): Alignment.CENTRE,
}

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PipeRow:
    """A row of cells as they are written, outer space taken off."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PipeTable:
    """The rows above the rule, the rule's cells, and the rows below it."""

    head: tuple[PipeRow, ...]
    rule: tuple[str, ...]
    body: tuple[PipeRow, ...]

    @property
    def rows(self) -> tuple[PipeRow, ...]:
        """Give all rows but the rule."""
        return self.head + self.body


def read_pipes(lines: Sequence[SourceLine], source: Source) -> PipeTable:
    """Read rows parted by a rule such as `|---|--:|`; raises MarkupError."""
    rows = [PipeRow(line.number, _cells(line, source)) for line in lines]
    rules = [index for index, line in enumerate(lines) if _RULE.fullmatch(line.text)]
    if len(rules) != 1 or len(rows) < 2:
        raise source.error(
            lines[0].number, "Eine Tabelle hat genau eine Zeile der Art „|---|---|“ und Zellen darunter."
        )
    for row in rows:
        if len(row.cells) != len(rows[0].cells):
            raise source.error(row.line, f"Die Zeile hat {len(row.cells)} Zellen, die erste hat {len(rows[0].cells)}.")
    at = rules[0]
    return PipeTable(tuple(rows[:at]), rows[at].cells, tuple(rows[at + 1 :]))


def _cells(line: SourceLine, source: Source) -> tuple[str, ...]:
    text = line.text.rstrip()
    if not text.startswith("|") or not text.endswith("|") or text.endswith("\\|") or len(text) < 2:
        raise source.error(line.number, "Eine Zeile einer Tabelle beginnt und endet mit „|“.")
    return tuple(cell.strip(" ") for cell in _BORDER.split(text[1:-1]))


def read_table(chunk: Sequence[SourceLine], source: Source) -> Table:
    """Read a table with the caption line before and the source line behind it; raises MarkupError."""
    first = next((index for index, line in enumerate(chunk) if line.text.startswith("|")), len(chunk))
    last = next((index for index, line in enumerate(chunk) if line.text.startswith(_SOURCE)), len(chunk))
    line = chunk[0].number
    if not chunk[first:last]:
        raise source.error(line, "Unter der Tabellenüberschrift fehlt die Tabelle.")
    match = _CAPTION.fullmatch("\n".join(line.text for line in chunk[:first]) or "Tabelle:")
    assert match is not None
    given = attributes(match["attributes"] or "", ("widths", "header_columns"), line, source)
    id = source.give(given.get("", ""), "table", line)
    caption = read_inlines(match["caption"], line, source)
    pipes = read_pipes(chunk[first:last], source)
    rows = _rows(pipes, source)
    return Table(
        id=id,
        columns=_columns(pipes, given.get("widths", ""), line, source),
        rows=rows,
        caption=caption,
        source=_table_source(chunk[last:], source),
        header_rows=len(pipes.head),
        header_columns=_header_columns(given.get("header_columns", "0"), len(pipes.rule), line, source),
    )


def _table_source(lines: Sequence[SourceLine], source: Source) -> Inlines:
    if not lines:
        return ()
    text = "\n".join(line.text for line in lines).removeprefix(_SOURCE).lstrip(" ")
    return read_inlines(text, lines[0].number, source)


def _columns(pipes: PipeTable, widths: str, line: int, source: Source) -> tuple[Column, ...]:
    shares = widths.split(",") if widths else ["1"] * len(pipes.rule)
    if len(shares) != len(pipes.rule) or not all(re.fullmatch(r"[1-9]\d?", share) for share in shares):
        raise source.error(line, f"„widths“ nennt je Spalte eine ganze Zahl, hier {len(pipes.rule)}, wie „3,1,1“.")
    alignments = (_ALIGNMENTS[rule.startswith(":"), rule.endswith(":")] for rule in pipes.rule)
    return tuple(Column(float(share), alignment) for share, alignment in zip(shares, alignments, strict=True))


def _header_columns(text: str, columns: int, line: int, source: Source) -> int:
    if not re.fullmatch(r"\d", text) or int(text) > columns:
        raise source.error(line, f"„{text}“ ist keine Zahl von Kopfspalten.")
    return int(text)


def _rows(pipes: PipeTable, source: Source) -> tuple[Row, ...]:
    areas = _areas(pipes.rows, source)
    return tuple(
        Row(
            source.fresh_id(),
            tuple(_cell(pipes.rows, spot, area, source) for spot, area in areas.items() if spot[0] == index),
        )
        for index in range(len(pipes.rows))
    )


def _cell(rows: Sequence[PipeRow], spot: Spot, area: Sequence[Spot], source: Source) -> Cell:
    row, column = spot
    last_row, last_column = area[-1]
    inlines = read_inlines(rows[row].cells[column], rows[row].line, source)
    return Cell(source.fresh_id(), inlines, last_column - column + 1, last_row - row + 1)


def _areas(rows: Sequence[PipeRow], source: Source) -> dict[Spot, list[Spot]]:
    """Give the spots that each written cell covers: `<` belongs to the cell on its left, `^` to the one above."""
    owners: dict[Spot, Spot] = {}
    areas: dict[Spot, list[Spot]] = {}
    for row, line in enumerate(rows):
        for column, text in enumerate(line.cells):
            spot = (row, column)
            beside = {_LEFT: (row, column - 1), _ABOVE: (row - 1, column)}.get(text, spot)
            if beside != spot and beside not in owners:
                raise source.error(line.line, f"Neben „{text}“ ist keine Zelle, zu der das Feld gehören könnte.")
            owners[spot] = owners.get(beside, spot)
            areas.setdefault(owners[spot], []).append(spot)
    for (row, _), area in areas.items():
        if not _is_rectangle(area):
            raise source.error(rows[row].line, "Eine verbundene Zelle muss ein Rechteck sein.")
    return areas


def _is_rectangle(area: Sequence[Spot]) -> bool:
    (top, left), (bottom, right) = area[0], area[-1]
    return len(area) == (bottom - top + 1) * (right - left + 1)
