"""How much room everything takes, so that contents and references carry page numbers before Word has counted.

Nothing is drawn: lines are broken by the widths of the font, and heights are set on sheets of paper by the rules the
styles ask for. Word and LibreOffice put their own numbers there when the fields are renewed. Lengths are pt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.figures import image_size
from ikonzept_desktop.export.word.ink import Picture
from ikonzept_desktop.export.word.measures import Measure
from ikonzept_desktop.export.word.metrics import line_height, lines_of
from ikonzept_desktop.export.word.numbering import INDENTS
from ikonzept_desktop.export.word.page import TEXT_WIDTH, Frame
from ikonzept_desktop.export.word.sheets import Sheets
from ikonzept_desktop.export.word.styles import CONTENTS_INDENTS
from ikonzept_desktop.export.word.tables import column_widths
from ikonzept_desktop.model.blocks import ParagraphStyle
from ikonzept_desktop.publication.tree import (
    BoxElement,
    BoxLine,
    BreakRun,
    ContentsEntry,
    Element,
    FieldHeading,
    FigureElement,
    ListElement,
    Note,
    NoteRun,
    PublishedSection,
    Runs,
    TableElement,
    TableRow,
    TextElement,
)

Lines = list[tuple[float, float]]
"""Of each line its height and that of its notes."""

_RULE = 0.5
"""Height of the line between the rows of a table."""
_TALLEST_WHOLE_BOX = 0.45
"""Share of a page's height up to which a box is kept on one."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """What heights are measured with."""

    notes: Mapping[int, float]
    """Heights of the notes by their number."""
    pictures: Mapping[str, Picture]

    def lines(self, runs: Runs, measure: Measure, width: float, label: str = "") -> Lines:
        """Break a paragraph into its lines, each with the notes that belong to it."""
        height = line_height(measure.size, measure.pitch)
        counts = lines_of(label + _plain(runs), width, measure.size, measure.bold)
        lines = [(height, 0.0) for _ in counts]
        for offset, number in _notes(runs, len(label)):
            place = _line_at(counts, offset)
            lines[place] = (height, lines[place][1] + self.notes.get(number, 0.0))
        return lines


def ruler(notes: Sequence[Note], pictures: Mapping[str, Picture]) -> Ruler:
    """Make a ruler for a publication of these notes."""
    width = TEXT_WIDTH / 20
    return Ruler(
        {note.number: text_height(f"00 {_plain(note.runs)}", measures.NOTE, width) for note in notes}, pictures
    )


def text_height(text: str, measure: Measure, width: float) -> float:
    """Give the height of a paragraph with the space above and below it."""
    count = len(lines_of(text, width, measure.size, measure.bold))
    return count * line_height(measure.size, measure.pitch) + (measure.before + measure.after) / 20


def place(element: Element, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    """Set one element on the sheets."""
    match element:
        case TextElement():
            _place_text(element, frame, sheets, ruler)
        case ListElement():
            _place_list(element, frame, sheets, ruler)
            sheets.space((measures.LIST_END.after - measures.LIST.after) / 20)
        case TableElement():
            _place_table(element, frame, sheets, ruler)
        case FigureElement():
            sheets.anchor(element.id)
            sheets.block(_figure(element, frame, ruler))
        case BoxElement():
            _place_box(element, frame, sheets, ruler)
        case FieldHeading():
            sheets.hold(heading_height(element))


def heading_height(heading: PublishedSection | FieldHeading) -> float:
    """Give the height of a heading over the text's width."""
    if isinstance(heading, FieldHeading):
        return text_height(heading.text, measures.FIELD_HEADING, TEXT_WIDTH / 20)
    level = min(heading.level, 9) - 1
    width = TEXT_WIDTH / 20 - (INDENTS[level] / 20 if heading.number else 0)
    return text_height(heading.title, measures.HEADINGS[level], width)


def place_contents(entries: Sequence[ContentsEntry], sheets: Sheets) -> None:
    """Set the table of contents on the sheets."""
    sheets.hold(text_height("Inhalt", measures.HEADINGS[0], TEXT_WIDTH / 20))
    for entry in entries:
        level = min(entry.level, 9)
        width = (TEXT_WIDTH - CONTENTS_INDENTS[min(level, 4) - 1]) / 20 - 60
        sheets.block(text_height(entry.title, measures.CONTENTS[level - 1], width))
    sheets.block(measures.SPACER / 20)


def _place_text(text: TextElement, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    sheets.anchor(text.id)
    narrower = 2 * measures.QUOTE_INDENT if text.style is ParagraphStyle.QUOTE else 0
    lines = ruler.lines(
        text.runs, measures.BODY, (frame.width - narrower) / 20, f"{text.label}: " if text.label else ""
    )
    sheets.lines(lines, measures.BODY.before / 20, measures.BODY.after / 20)


def _place_list(element: ListElement, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    width = _list_width(element, frame)
    for entry in element.entries:
        sheets.anchor(entry.id)
        sheets.lines(ruler.lines(entry.runs, measures.LIST, width), 0.0, measures.LIST.after / 20)
        for below in entry.below:
            _place_list(below, frame, sheets, ruler)


def _list_width(element: ListElement, frame: Frame) -> float:
    return (frame.width - measures.LIST_INDENT * (min(element.level, 8) + 1)) / 20


def _place_table(table: TableElement, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    sheets.anchor(table.id)
    if table.label or table.caption:
        sheets.hold(text_height(f"{table.label}: {_plain(table.caption)}", measures.CAPTION, frame.width / 20))
    heights = _rows(table, frame, ruler)
    head = sum(height for height, _ in heights[: table.header_rows])
    for number, (row, (height, notes)) in enumerate(zip(table.rows, heights, strict=True)):
        sheets.anchor(row.id)
        if number < table.header_rows:
            sheets.hold(height)
        else:
            sheets.row(height, notes, head)
    sheets.settle()
    below = _paragraph(table.source, measures.SOURCE, frame, ruler) if table.source else measures.SPACER / 20
    sheets.block(below)


def _rows(table: TableElement, frame: Frame, ruler: Ruler) -> list[tuple[float, float]]:
    widths = column_widths(table.widths, frame.width)
    return [_row(row, widths, ruler) for row in table.rows]


def _row(row: TableRow, widths: Sequence[int], ruler: Ruler) -> tuple[float, float]:
    tallest, notes = line_height(measures.TABLE_TEXT.size), 0.0
    above, beside = measures.TABLE_MARGIN
    for cell in row.cells:
        width = (sum(widths[cell.column : cell.column + cell.column_span]) - 2 * beside) / 20
        measure = measures.TABLE_HEAD if cell.header else measures.TABLE_TEXT
        lines = ruler.lines(cell.runs, measure, width)
        notes += sum(note for _, note in lines)
        if cell.row_span == 1:
            tallest = max(tallest, sum(height for height, _ in lines))
    measure = measures.TABLE_TEXT
    return tallest + (measure.before + measure.after + 2 * above) / 20 + _RULE, notes


def _paragraph(runs: Runs, measure: Measure, frame: Frame, ruler: Ruler, label: str = "") -> float:
    lines = ruler.lines(runs, measure, frame.width / 20, label)
    return sum(height + note for height, note in lines) + (measure.before + measure.after) / 20


def _figure(figure: FigureElement, frame: Frame, ruler: Ruler) -> float:
    picture = ruler.pictures.get(figure.image)
    line = line_height(measures.FIGURE.size)
    height = image_size(figure, picture.pixels, frame)[1] / 20 if picture else line
    height += (measures.FIGURE.before + measures.FIGURE.after) / 20
    if figure.label or figure.caption:
        height += _paragraph(figure.caption, measures.CAPTION, frame, ruler, f"{figure.label}: ")
    return height + (_paragraph(figure.source, measures.SOURCE, frame, ruler) if figure.source else 0.0)


def _place_box(box: BoxElement, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    sheets.anchor(box.id)
    title, rows = _box(box, frame, ruler)
    if is_whole(box, frame, ruler):
        sheets.block(title + sum(rows))
    else:
        sheets.hold(title)
        for height in rows:
            sheets.row(height, 0.0, 0.0)
    sheets.block(measures.SPACER / 20)


def is_whole(box: BoxElement, frame: Frame, ruler: Ruler) -> bool:
    """Tell whether a box is short enough to be kept on one page."""
    title, rows = _box(box, frame, ruler)
    return title + sum(rows) <= _TALLEST_WHOLE_BOX * frame.height / 20


def _box(box: BoxElement, frame: Frame, ruler: Ruler) -> tuple[float, list[float]]:
    title = text_height(f"{box.number} {box.title}", measures.BOX_TITLE, frame.width / 20) + _box_margins()
    return title, [_box_line(line, frame, ruler) for line in box.lines]


def _box_margins() -> float:
    return 2 * measures.BOX_MARGIN[0] / 20


def _box_line(line: BoxLine, frame: Frame, ruler: Ruler) -> float:
    label, value = measures.box_columns(frame.width) if line.label else (frame.width, frame.width)
    beside = 2 * measures.BOX_MARGIN[1]
    inside = Frame(value - beside, frame.height, in_cell=True)
    named = text_height(line.label, measures.BOX_LABEL, (label - beside) / 20)
    said = sum(_inside(element, inside, ruler) for element in line.elements)
    return max(named, said) + _box_margins()


def _inside(element: Element, frame: Frame, ruler: Ruler) -> float:
    """Give the height of an element in a cell."""
    match element:
        case TextElement():
            return _paragraph(element.runs, measures.TABLE_TEXT, frame, ruler, element.label)
        case ListElement():
            return _list_inside(element, frame, ruler)
        case TableElement():
            caption = _paragraph(element.caption, measures.CAPTION, frame, ruler, element.label)
            return caption + sum(height for height, _ in _rows(element, frame, ruler)) + measures.SPACER / 20
        case FigureElement():
            return _figure(element, frame, ruler)
        case BoxElement():
            return sum(_box_line(line, frame, ruler) for line in element.lines)
        case FieldHeading():
            return text_height(element.text, measures.FIELD_HEADING, frame.width / 20)


def _list_inside(element: ListElement, frame: Frame, ruler: Ruler) -> float:
    inner = Frame(round(_list_width(element, frame) * 20), frame.height, in_cell=True)
    return sum(
        _paragraph(entry.runs, measures.TABLE_TEXT, inner, ruler)
        + sum(_list_inside(below, frame, ruler) for below in entry.below)
        for entry in element.entries
    )


def _plain(runs: Runs) -> str:
    """Give the characters as they take room: a note as its number, a page as a guess of two digits."""
    return "".join([_width(run) for run in runs])


def _width(run: object) -> str:
    match run:
        case BreakRun():
            return "\n"
        case NoteRun():
            return "0"
        case _:
            return getattr(run, "text", "") or "00"


def _notes(runs: Runs, offset: int) -> list[tuple[int, int]]:
    found = []
    for run in runs:
        if isinstance(run, NoteRun):
            found.append((offset, run.number))
        offset += len(_width(run))
    return found


def _line_at(counts: Sequence[int], offset: int) -> int:
    reached = 0
    for line, count in enumerate(counts):
        reached += count
        if offset < reached:
            return line
    return len(counts) - 1
