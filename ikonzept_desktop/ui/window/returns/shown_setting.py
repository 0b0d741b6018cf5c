"""Sets shown lines as a document of Qt, and keeps where in it each proposal stands."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from ikonzept_desktop.model.blocks import Alignment
from ikonzept_desktop.model.inline import Inline, LineBreak, Text
from ikonzept_desktop.review.shown_lines import GridCell, Line, Sort
from ikonzept_desktop.review.shown_spans import Fate, Span
from ikonzept_desktop.review.shown_values import Head, HeadKind, ShownLine
from ikonzept_desktop.ui.editor.looks import Look, thing_format
from ikonzept_desktop.ui.editor.objects import BREAK, OBJECT
from ikonzept_desktop.ui.editor.positions import for_qt
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.window.returns import shown_texts as texts
from ikonzept_desktop.ui.window.returns.persons import Person
from ikonzept_desktop.ui.window.returns.shown_formats import Formats, Ink, ink_of
from ikonzept_desktop.ui.window.returns.shown_marks import badge_format, colour_of, icon_format
from ikonzept_desktop.values import dataclass

Persons = Mapping[str, tuple[Person, ...]]
"""Who is behind each proposal and comment, by its id."""
_ALIGNMENTS = {
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_ICONS = {
    HeadKind.CONFLICT: ("triangle-alert", "red"),
    HeadKind.MOVE: ("move", ""),
    HeadKind.HERE: ("move", ""),
    HeadKind.SHIFTED: ("circle-alert", "amber"),
    HeadKind.NOWHERE: ("info", "muted"),
}
_ROOM = 12.0
"""px at 100 % between a frame and what stands in it, above and below."""
_THIN = "\u202f"


@dataclass(frozen=True, slots=True)
class Reach:
    """From where to where in the document something goes; positions count UTF-16."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around lines."""

    kind: HeadKind
    ids: tuple[str, ...]
    reach: Reach
    person: Person | None


@dataclass(slots=True)
class Setting:
    """Where in a document everything stands."""

    frames: list[Frame]
    reaches: dict[str, list[Reach]]
    """Of the words of each proposal, in the order of the text."""
    lines: dict[str, Reach]
    """Of each line of the concept that is shown, by the name proposals know it by."""


class Setter:
    """Writes lines into a document, once."""

    def __init__(self, cursor: QTextCursor, formats: Formats, look: Look, persons: Persons) -> None:
        """Write where a cursor is: at the beginning of an empty document."""
        self._cursor = cursor
        self._formats = formats
        self._look = look
        self._persons = persons
        self._is_fresh = True
        """Whether the present block is still to be written."""
        self.setting = Setting([], {}, {})

    def write(self, crumbs: str, lines: Sequence[ShownLine]) -> Setting:
        """Write lines one below the other, what they stand in above them."""
        self._cursor.beginEditBlock()
        if crumbs:
            self._begin(Line(Sort.LABEL), 0, self._formats.style.gap * 0.3)
            self._cursor.insertText(crumbs, self._formats.told(Sort.LABEL, "muted", False))
        for line, following in pairwise((*lines, None)):
            assert line is not None
            self._write(line, following)
        self._cursor.endEditBlock()
        return self.setting

    def _write(self, shown: ShownLine, following: ShownLine | None) -> None:
        formats, line = self._formats, shown.line
        framed = [head for head in shown.heads if head.kind in _FRAMED]
        room = _ROOM * formats.tools / 13 if framed else 0.0
        below = formats.gap(line, following.line if following else None) + room
        start = None
        for head in shown.heads:
            above = formats.style.gap + room if head is shown.heads[0] and framed else 0.0
            is_alone = not (shown.spans or shown.cells) and head is shown.heads[-1]
            at = self._head(head, above, below if is_alone else 2.0)
            start = at if start is None else start
        if shown.cells:
            self._table(shown, below)
        elif shown.spans or not shown.heads:
            self._begin(line, 0, below)
            self._line(shown)
        end = self._cursor.position()
        for head in framed:
            assert start is not None
            self.setting.frames.append(Frame(head.kind, head.ids, Reach(start, end), self._first_person(head.ids)))

    def _head(self, head: Head, above: float, below: float) -> int:
        start = self._begin(Line(Sort.LABEL), above, below)
        persons = self._people(head.ids)
        icon, colour = _ICONS[head.kind]
        self._cursor.insertText(OBJECT, icon_format(icon, colour or _colour(persons)))
        if head.kind in {HeadKind.MOVE, HeadKind.HERE}:
            for person in persons:
                self._cursor.insertText(OBJECT, badge_format(person))
        strong = head.kind is HeadKind.CONFLICT
        token = "red" if strong else "muted" if head.kind not in {HeadKind.MOVE, HeadKind.HERE} else _colour(persons)
        self._cursor.insertText(for_qt(texts.head(head)), self._formats.told(Sort.LABEL, token, strong))
        for id in head.ids:
            self.setting.reaches.setdefault(id, []).append(Reach(start, self._cursor.position()))
        return start

    def _begin(self, line: Line, above: float, below: float) -> int:
        """Begin a block, and give where."""
        format = self._formats.block(line, above=above, below=below)
        if self._is_fresh:
            self._cursor.setBlockFormat(format)
            self._is_fresh = False
        else:
            self._cursor.insertBlock(format)
        return self._cursor.position()

    def _line(self, shown: ShownLine) -> None:
        start, sort = self._cursor.position(), shown.line.sort
        before, format = self._before(shown.line)
        if before:
            self._cursor.insertText(for_qt(before), format)
        self._spans(shown.spans, sort)
        if shown.name:
            self.setting.lines[shown.name] = Reach(start, self._cursor.position())

    def _before(self, line: Line) -> tuple[str, QTextCharFormat]:
        told = self._formats.told
        match line.sort:
            case Sort.TITLE:
                return (f"{line.mark}  " if line.mark else ""), told(Sort.TITLE, "muted", False)
            case Sort.ITEM:
                return f"{line.mark}\t", self._formats.of(Ink(line.sort))
            case Sort.NOTE:
                return f"{line.mark}\t", told(Sort.LABEL, "accent", True)
            case Sort.CAPTION:
                return (f"{line.mark}  " if line.mark else ""), self._formats.of(Ink(line.sort, strong=True))
            case Sort.VALUE:
                return (f"{line.mark}: " if line.mark else ""), told(Sort.LABEL, "muted", False)
            case Sort.FIGURE | Sort.ATTACHED:
                noun = texts.FIGURE if line.sort is Sort.FIGURE else texts.ATTACHED
                return f"[{': '.join(filter(None, (noun, line.mark)))}]", told(Sort.LABEL, "muted", False)
            case _:
                return line.mark, told(Sort.LABEL, "ink", True)

    def _spans(self, spans: Iterable[Span], sort: Sort, *, strong: bool = False) -> None:
        begun: dict[str, int] = {}
        for span in spans:
            text, format = self._set(span.inline, sort, span, strong)
            if not (span.by or span.remarks):
                self._cursor.insertText(text, format)
                continue
            for id in (span.by, *span.remarks):
                if id:
                    begun.setdefault(id, self._cursor.position())
            if not span.closing:
                self._cursor.insertText(text, format)
                continue
            words = text.rstrip(" ") or text
            self._cursor.insertText(words, format)
            self._close(span.closing, begun, sort)
            if len(words) < len(text):  # or the letters would touch the next word
                self._cursor.insertText(text[len(words) :], self._formats.of(Ink(sort)))
        for id, start in begun.items():
            self._reach(id, start)

    def _close(self, ids: Iterable[str], begun: dict[str, int], sort: Sort) -> None:
        """Tell who made what ends here."""
        for id in ids:
            for person in self._persons.get(id, ()):
                self._cursor.insertText(f"{_THIN}{person.letters}", self._formats.letters(person, sort))
            self._reach(id, begun.pop(id, self._cursor.position()))

    def _reach(self, id: str, start: int) -> None:
        self.setting.reaches.setdefault(id, []).append(Reach(start, self._cursor.position()))

    def _set(self, inline: Inline, sort: Sort, span: Span, strong: bool) -> tuple[str, QTextCharFormat]:
        """Give the characters and the format of a span."""
        if isinstance(inline, Text):
            ink = ink_of(sort, inline, span.fate, self._first_person((span.by,)), self._first_person(span.remarks))
            if strong:
                ink = Ink(ink.sort, ink.marks, ink.fate, ink.person, ink.remarked, ink.is_link, strong=True)
            text = _POINT if span.fate is Fate.POINT else inline.text
            if span.by and text.isspace():
                text = text.replace(" ", _FIXED)  # or it would vanish at the end of a line, the letters below it
            return for_qt(text), self._formats.of(ink)
        if isinstance(inline, LineBreak):
            return BREAK, self._formats.of(Ink(sort))
        return OBJECT, thing_format(self._look, inline)

    def _people(self, ids: Iterable[str]) -> list[Person]:
        return list(dict.fromkeys(person for id in ids for person in self._persons.get(id, ())))

    def _first_person(self, ids: Iterable[str]) -> Person | None:
        return next((person for id in ids if id for person in self._persons.get(id, ())), None)

    def _table(self, shown: ShownLine, below: float) -> None:
        if not self._is_fresh:
            self._begin(Line(Sort.TABLE), 0, 0)
        format = self._table_format(shown.line, below)
        rows = max(cell.place.row + cell.place.rows for cell in shown.cells)
        grid = self._cursor.insertTable(rows, len(shown.line.widths), format)
        for cell in shown.cells:
            self._cell(grid, cell.place, cell.spans)
            if cell.name:
                spot = grid.cellAt(cell.place.row, cell.place.column)
                reach = Reach(spot.firstPosition(), spot.lastPosition())
                self.setting.lines[cell.name] = reach
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = True

    def _cell(self, grid: QTextTable, place: GridCell, spans: tuple[Span, ...]) -> None:
        if place.rows > 1 or place.columns > 1:
            grid.mergeCells(place.row, place.column, place.rows, place.columns)
        spot = grid.cellAt(place.row, place.column)
        if place.header:
            shade = QTextTableCellFormat()
            shade.setBackground(theme.colour("chip"))
            spot.setFormat(shade)
        end = self._cursor
        self._cursor = spot.firstCursorPosition()
        block = self._cursor.blockFormat()
        block.setAlignment(_ALIGNMENTS[place.alignment])
        block.setTopMargin(0)
        block.setBottomMargin(0)
        self._cursor.setBlockFormat(block)
        self._spans(spans, Sort.TABLE, strong=place.header)
        self._cursor = end

    def _table_format(self, line: Line, below: float) -> QTextTableFormat:
        format = QTextTableFormat()
        format.setBorder(1)
        format.setBorderCollapse(True)
        format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        format.setBorderBrush(QBrush(theme.colour("border" if theme.is_high_contrast() else "line")))
        format.setCellPadding(round(self._formats.style.size * 0.28))
        format.setBottomMargin(below)
        format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        total = sum(line.widths)
        shares = [QTextLength(QTextLength.Type.PercentageLength, 100 * width / total) for width in line.widths]
        format.setColumnWidthConstraints(shares)
        return format


_FRAMED = frozenset({HeadKind.CONFLICT, HeadKind.MOVE, HeadKind.HERE})
_POINT = "‸"
_FIXED = "\u00a0"


def _colour(persons: Sequence[Person]) -> str:
    return colour_of(persons[0]) if persons else "muted"
