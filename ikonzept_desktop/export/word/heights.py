"""How much room everything takes, so that contents and references carry page numbers before Word has counted.

Nothing is drawn: lines are broken by the widths of the font, and heights are set on sheets of paper by the rules the
styles ask for. Word and LibreOffice put their own numbers there when the fields are renewed. Lengths are pt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field

from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.attached import said_of_attached
from ikonzept_desktop.export.word.columns import fitted_widths
from ikonzept_desktop.export.word.figures import image_size
from ikonzept_desktop.export.word.ink import Picture
from ikonzept_desktop.export.word.measures import Measure
from ikonzept_desktop.export.word.metrics import line_height, lines_of
from ikonzept_desktop.export.word.numbering import INDENTS
from ikonzept_desktop.export.word.page import TEXT_WIDTH, Frame
from ikonzept_desktop.export.word.sheets import Extent, Sheets
from ikonzept_desktop.export.word.styles import CONTENTS_INDENTS
from ikonzept_desktop.export.word.tables import repeated_rows
from ikonzept_desktop.model.blocks import ParagraphStyle
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
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
    all_elements,
)
from ikonzept_desktop.values import dataclass

Lines = list[tuple[float, float]]
"""Of each line its height and that of its notes."""

_SPACER = Extent(measures.SPACER / 20)
_NUMBER_AND_PAGE = 1200
"""Width in a line of the contents that its title does not have, in twips."""
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
    boxes: dict[tuple[str, int], tuple[float, list[float]]] = field(default_factory=dict)
    """Heights of the title and the lines of each box measured so far, by its id and width."""
    columns: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    """Widths in twips of the columns of each table measured so far, by its id and width."""

    def widths(self, table: TableElement, frame: Frame) -> list[int]:
        """Give the widths of a table's columns in twips."""
        known = self.columns.get((table.id, frame.width))
        if known is None:
            known = self.columns[table.id, frame.width] = fitted_widths(table, frame.width)
        return known

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
    measure = measures.NOTE
    heights = {note.number: text_extent(f"00 {_plain(note.runs)}", measure, TEXT_WIDTH).height for note in notes}
    return Ruler({number: height + measure.after / 20 for number, height in heights.items()}, pictures)


def text_extent(text: str, measure: Measure, width: int) -> Extent:
    """Give the room of a paragraph in that width in twips."""
    count = len(lines_of(text, width / 20, measure.size, measure.bold))
    return Extent(count * line_height(measure.size, measure.pitch), measure.before / 20, measure.after / 20)


def place(element: Element, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    """Set one element on the sheets."""
    match element:
        case TextElement():
            _place_text(element, frame, sheets, ruler)
        case ListElement():
            _place_list(element, frame, sheets, ruler)
            sheets.leave(measures.LIST_END.after / 20)
        case TableElement():
            _place_table(element, frame, sheets, ruler)
        case AttachmentElement():
            _place_text(TextElement(element.id, said_of_attached(element)), frame, sheets, ruler)
        case FigureElement():
            sheets.anchor(element.id)
            sheets.block(stacked(_figure(element, frame, ruler)))
        case BoxElement():
            _place_box(element, frame, sheets, ruler)
        case FieldHeading():
            sheets.hold(heading_extent(element))


def stacked(extents: Sequence[Extent]) -> Extent:
    """Set things one below the other that are not parted."""
    height, gap = 0.0, 0.0
    for place, extent in enumerate(extents):
        height += extent.height + (max(gap, extent.before) if place else 0.0)
        gap = extent.after
    return Extent(height, extents[0].before if extents else 0.0, gap)


def filling(extents: Sequence[Extent]) -> float:
    """Give the height of things in a cell, where the space above the first and below the last counts."""
    whole = stacked(extents)
    return whole.height + whole.before + whole.after


def heading_extent(heading: PublishedSection | FieldHeading) -> Extent:
    """Give the room of a heading over the text's width."""
    if isinstance(heading, FieldHeading):
        return text_extent(heading.text, measures.FIELD_HEADING, TEXT_WIDTH)
    level = min(heading.level, 9) - 1
    return text_extent(heading.title, measures.HEADINGS[level], TEXT_WIDTH - (INDENTS[level] if heading.number else 0))


def place_contents(entries: Sequence[ContentsEntry], sheets: Sheets) -> None:
    """Set the table of contents on the sheets."""
    sheets.hold(text_extent("Inhalt", measures.HEADINGS[0], TEXT_WIDTH))
    for entry in entries:
        level = min(entry.level, 9)
        width = TEXT_WIDTH - CONTENTS_INDENTS[min(level, 4) - 1] - _NUMBER_AND_PAGE
        sheets.block(text_extent(entry.title, measures.CONTENTS[level - 1], width))
    sheets.block(_SPACER)


def _place_text(text: TextElement, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    sheets.anchor(text.id)
    narrower = 2 * measures.QUOTE_INDENT if text.style is ParagraphStyle.QUOTE else 0
    lines = ruler.lines(
        text.runs, measures.BODY, (frame.width - narrower) / 20, f"{text.label}: " if text.label else ""
    )
    sheets.lines(lines, measures.BODY.before / 20, measures.BODY.after / 20)


def _place_list(element: ListElement, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    width = _list_width(element, frame) / 20
    for entry in element.entries:
        sheets.anchor(entry.id)
        sheets.lines(ruler.lines(entry.runs, measures.LIST, width), 0.0, measures.LIST.after / 20)
        for below in entry.below:
            _place_list(below, frame, sheets, ruler)


def _list_width(element: ListElement, frame: Frame) -> int:
    return frame.width - measures.LIST_INDENT * (min(element.level, 8) + 1)


def _place_table(table: TableElement, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    sheets.anchor(table.id)
    for extent in _caption(table, frame, ruler):
        sheets.hold(extent)
    heights = _rows(table, frame, ruler)
    head = sum(height for height, _ in heights[: repeated_rows(table)])
    for number, (row, (height, notes)) in enumerate(zip(table.rows, heights, strict=True)):
        sheets.anchor(row.id)
        if number < table.header_rows:
            sheets.hold(Extent(height + notes))
        else:
            sheets.row(height, notes, head)
    sheets.settle()
    sheets.block(_paragraph(table.source, measures.SOURCE, frame, ruler) if table.source else _SPACER)


def _caption(display: TableElement | FigureElement, frame: Frame, ruler: Ruler) -> list[Extent]:
    if not (display.label or display.caption):
        return []
    return [_paragraph(display.caption, measures.CAPTION, frame, ruler, f"{display.label}: ")]


def _rows(table: TableElement, frame: Frame, ruler: Ruler) -> list[tuple[float, float]]:
    widths = ruler.widths(table, frame)
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


def _paragraph(runs: Runs, measure: Measure, frame: Frame, ruler: Ruler, label: str = "") -> Extent:
    lines = ruler.lines(runs, measure, frame.width / 20, label)
    height = sum(height + note for height, note in lines)
    return Extent(height, measure.before / 20, measure.after / 20)


def _figure(figure: FigureElement, frame: Frame, ruler: Ruler) -> list[Extent]:
    picture = ruler.pictures.get(figure.picture)
    below = figure.label or figure.caption or figure.source
    measure = measures.FIGURE if below else measures.FIGURE_ALONE
    line = line_height(measure.size)
    height = image_size(figure, picture.pixels, frame)[1] / 20 if picture else line
    source = [_paragraph(figure.source, measures.SOURCE, frame, ruler)] if figure.source else []
    image = Extent(height, measure.before / 20, measure.after / 20)
    return [image, *_caption(figure, frame, ruler), *source]


def _place_box(box: BoxElement, frame: Frame, sheets: Sheets, ruler: Ruler) -> None:
    sheets.anchor(box.id)
    for inner in all_elements(tuple(element for line in box.lines for element in line.elements)):
        if isinstance(inner, TableElement | FigureElement):
            sheets.anchor(inner.id)
    title, rows = _box(box, frame, ruler)
    if is_whole(box, frame, ruler):
        sheets.block(Extent(title + sum(rows)))
    else:
        sheets.hold(Extent(title))
        for height in rows:
            sheets.row(height, 0.0, 0.0)
    sheets.block(_SPACER)


def is_whole(box: BoxElement, frame: Frame, ruler: Ruler) -> bool:
    """Tell whether a box is short enough to be kept on one page."""
    title, rows = _box(box, frame, ruler)
    return title + sum(rows) <= _TALLEST_WHOLE_BOX * frame.height / 20


def _box(box: BoxElement, frame: Frame, ruler: Ruler) -> tuple[float, list[float]]:
    measured = ruler.boxes.get((box.id, frame.width))
    if measured is None:
        width = frame.width - 2 * measures.BOX_MARGIN[1]
        title = filling([text_extent(f"{box.number} {box.title}", measures.BOX_TITLE, width)]) + _box_margins()
        measured = title, [_box_line(line, frame, ruler) for line in box.lines]
        ruler.boxes[box.id, frame.width] = measured
    return measured


def _box_margins() -> float:
    return 2 * measures.BOX_MARGIN[0] / 20


def _box_line(line: BoxLine, frame: Frame, ruler: Ruler) -> float:
    label, value = measures.box_columns(frame.width) if line.label else (frame.width, frame.width)
    beside = 2 * measures.BOX_MARGIN[1]
    inside = Frame(value - beside, frame.height, in_cell=True)
    named = filling([text_extent(line.label, measures.BOX_LABEL, label - beside)])
    said = filling([extent for element in line.elements for extent in _inside(element, inside, ruler)])
    return max(named, said) + _box_margins()


def _inside(element: Element, frame: Frame, ruler: Ruler) -> list[Extent]:
    """Give the paragraphs of an element in a cell."""
    match element:
        case TextElement():
            return [_paragraph(element.runs, measures.TABLE_TEXT, frame, ruler, element.label)]
        case ListElement():
            return _list_inside(element, frame, ruler)
        case TableElement():
            rows = Extent(sum(height for height, _ in _rows(element, frame, ruler)))
            return [*_caption(element, frame, ruler), rows, _SPACER]
        case AttachmentElement():
            return [_paragraph(said_of_attached(element), measures.TABLE_TEXT, frame, ruler)]
        case FigureElement():
            return _figure(element, frame, ruler)
        case BoxElement():
            return [Extent(_box_line(line, frame, ruler)) for line in element.lines]
        case FieldHeading():
            return [text_extent(element.text, measures.FIELD_HEADING, frame.width)]


def _list_inside(element: ListElement, frame: Frame, ruler: Ruler) -> list[Extent]:
    inner = Frame(_list_width(element, frame), frame.height, in_cell=True)
    written = []
    for entry in element.entries:
        written.append(_paragraph(entry.runs, measures.TABLE_TEXT, inner, ruler))
        for below in entry.below:
            written.extend(_list_inside(below, frame, ruler))
    return written


def _plain(runs: Runs) -> str:
    """Give the characters as they take room: a note as its digits, a page as a guess of two digits."""
    return "".join([_width(run) for run in runs])


def _width(run: object) -> str:
    match run:
        case BreakRun():
            return "\n"
        case NoteRun(number=number):
            return "(" * len(str(number))  # as wide as a raised digit
        case _:
            return getattr(run, "text", "") or "00"


def _notes(runs: Runs, offset: int) -> list[tuple[int, int]]:
    """Give where notes stand, and their numbers; most lines have none and need not be measured for it."""
    found: list[tuple[int, int]] = []
    if NoteRun not in map(type, runs):
        return found
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
