"""An entry of a plan as lines to be read: its text as it will stand, what is cut from it struck through."""

from collections.abc import Iterator

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.outlook import Outlook, belonging, kind_above, section_id
from ikonzept_desktop.importing.plan import NAMING, Becomes, Entry, Plan
from ikonzept_desktop.model.blocks import Blocks, Table
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Inlines, Text, plain
from ikonzept_desktop.model.table_grid import placed_cells
from ikonzept_desktop.review.shown_lines import Line, Sort, text_lines
from ikonzept_desktop.review.shown_spans import Fate, Span, spans_of
from ikonzept_desktop.review.shown_values import ShownCell, ShownLine

_NOWHERE = FieldAddress("", "")


def lines_of_entry(outlook: Outlook, manuscript: Manuscript, plan: Plan, at: int) -> tuple[ShownLine, ...]:
    """Give the lines of an entry; those made of a piece are named by its index, cells with a colon behind it."""
    return tuple(_Writing(outlook, manuscript, plan).entry(at))


def piece_of(name: str) -> int | None:
    """Give the piece that a line is made of, by the line's name; None for what is made of none."""
    index = name.partition(":")[0]
    return int(index) if index.isdecimal() else None


class _Writing:
    """Writes entries of one plan as lines."""

    def __init__(self, outlook: Outlook, manuscript: Manuscript, plan: Plan) -> None:
        self._outlook = outlook
        self._plan = plan
        self._pieces = {piece.block.id: at for at, piece in enumerate(manuscript.pieces)}

    def entry(self, at: int) -> Iterator[ShownLine]:
        entry = self._plan.entries[at]
        match entry.becomes:
            case Becomes.SECTION:
                yield self._title(entry, self._outlook.labels.number(section_id(at)))
                for place in belonging(self._plan, at):
                    yield from self._part(place)
            case Becomes.TITLE | Becomes.SUBTITLE | Becomes.PROPERTY:
                yield self._title(entry, "")
            case Becomes.CONTENTS:
                yield from self._text(self._outlook.texts[at], Fate.GONE)
            case _:
                yield from self._part(at)

    def _part(self, at: int) -> Iterator[ShownLine]:
        entry = self._plan.entries[at]
        if entry.becomes in {Becomes.FIELD, Becomes.RECORDS}:
            yield self._label(entry, at)
        if entry.becomes is Becomes.RECORDS:
            yield from self._records(entry, at)
        elif entry.becomes not in {*NAMING, Becomes.CONTENTS}:
            yield from self._text(self._outlook.texts[at])

    def _title(self, entry: Entry, number: str) -> ShownLine:
        spans = [Span(Text(entry.typed), Fate.GONE)] if entry.typed else []
        spans += [Span(Text(entry.title))] if entry.title else []
        return ShownLine(Line(Sort.TITLE, mark=number), tuple(spans), str(entry.piece))

    def _label(self, entry: Entry, at: int) -> ShownLine:
        return ShownLine(Line(Sort.LABEL, mark=label_of(self._outlook.document, self._plan, at)), name=str(entry.piece))

    def _text(self, blocks: Blocks, fate: Fate = Fate.SAME) -> Iterator[ShownLine]:
        for line in text_lines(_NOWHERE, blocks, self._outlook.labels):
            if not line.is_empty:
                yield self._shown(line, fate)

    def _shown(self, line: Line, fate: Fate) -> ShownLine:
        cells = tuple(
            ShownCell(f"{name}:{at}" if (name := self._name(cell.spot.block if cell.spot else "")) else "",
                      spans_of(cell.printed), cell)
            for at, cell in enumerate(line.cells)
        )  # fmt: skip
        spans = spans_of(line.words)
        if fate is not Fate.SAME:
            spans = tuple(Span(span.inline, fate) for span in spans)
        name = self._name(line.spot.block) if line.spot is not None and line.sort is not Sort.NOTE else ""
        return ShownLine(line, spans, name, cells=cells)

    def _records(self, entry: Entry, at: int) -> Iterator[ShownLine]:
        """Give a table record by record, each value behind the label of its column; without one, behind its own."""
        kind = kind_above(self._outlook.document.template, self._plan, at)
        type = kind.field(entry.field) if kind is not None else None
        names = {column.key: column.label for column in type.columns} if type is not None else {}
        singular = (type.singular or type.label) if type is not None else ""
        for table in self._outlook.texts[at]:
            if not isinstance(table, Table):
                yield from self._text((table,))
                continue
            for count, values in enumerate(rows_of(table, by_rows=entry.by_rows, has_heads=entry.has_heads), start=1):
                yield ShownLine(Line(Sort.RECORD, mark=f"{singular} {count}".strip()), name=f"{entry.piece}:{count}")
                for column, (head, words) in enumerate(values):
                    key = entry.columns[column] if column < len(entry.columns) else ""
                    line = Line(Sort.VALUE, words=words, mark=names.get(key, head))
                    if not line.is_empty:
                        yield ShownLine(line, spans_of(words), f"{entry.piece}:{count}.{column}")

    def _name(self, block: str) -> str:
        at = self._pieces.get(block)
        return "" if at is None else str(at)


def rows_of(table: Table, *, by_rows: bool = False, has_heads: bool = False) -> list[list[tuple[str, Inlines]]]:
    """Give the records of a table, each with its values and the table's own words for what they are.

    Where the table is one record, each of its rows is a value with its label before it.
    """
    if by_rows:
        return [[(_words(row.cells[0].inlines), row.cells[-1].inlines) for row in table.rows if row.cells]]
    heads = [""] * len(table.columns)
    below = table.header_rows or int(has_heads)
    rows: dict[int, list[Inlines]] = {at: [()] * len(table.columns) for at in range(below, len(table.rows))}
    for placed in placed_cells(table):
        if placed.row < below:
            heads[placed.column] = heads[placed.column] or _words(placed.cell.inlines)
        else:
            rows[placed.row][placed.column] = placed.cell.inlines
    return [list(zip(heads, values, strict=True)) for values in rows.values()]


def _words(line: Inlines) -> str:
    return " ".join(plain(line).split())


def label_of(document: Document, plan: Plan, at: int) -> str:
    """Give what the field of an entry is called in the section above; its key where that has no such field."""
    entry = plan.entries[at]
    kind = kind_above(document.template, plan, at)
    type = kind.field(entry.field) if kind is not None else None
    return type.label if type is not None else entry.field
