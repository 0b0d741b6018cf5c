"""Measure boxes: a title, and labels with their values, on a tinted ground that may go on over pages."""

from ikonzept_desktop.export.pdf.annex_titles import said_of
from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.figures import figure_rows
from ikonzept_desktop.export.pdf.looks import MM
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.paragraphs import labelled, list_rows
from ikonzept_desktop.export.pdf.rows import DrawnRow, Ground, Paint, Row
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.tables import table_rows
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    BoxLine,
    FieldHeading,
    FigureElement,
    ListElement,
    TableElement,
    TextElement,
    TextRun,
)
from ikonzept_desktop.publication.tree import Element as PublishedElement

_PAD = 10.0
_PAD_ABOVE = 7.0
_PAD_BELOW = 8.0
_LABEL_WIDTH = 33 * MM
_LARGEST_WHOLE = 0.4
"""Share of the column's height up to which a box is kept on one page."""
_TALLEST_REPEATED = 0.4
"""Share of the column's height up to which a title is repeated."""
_GAP = 0.22
"""Share of the column's height from which on a page is not left empty for the sake of a whole box."""
_CONTINUED = " (Fortsetzung)"
_LINE_GAP = 2.5


def add_box(setting: Setting, box: BoxElement, parent: Element, level: int) -> None:
    """Put a box onto the page."""
    group = parent.below("Sect")
    heading = group.below(setting.levels.tag(level))
    title = _title_rows(setting, box, heading, "")
    lines = _line_rows(setting, box, group)
    ground = Ground(0.0, setting.width, setting.looks.tint, setting.looks.accent)
    head: list[Row] = [_spacer(_PAD_ABOVE), *title]
    rows = [*head, *lines, _spacer(_PAD_BELOW)]
    repeat = (_spacer(_PAD_ABOVE), *_title_rows(setting, box, None, _CONTINUED))
    height = sum(row.height + row.space for row in rows)
    whole = height <= setting.depth * _LARGEST_WHOLE and not height > setting.flow.room > setting.depth * _GAP
    for row in (*rows, *repeat):
        row.ground, row.margin = ground, _PAD_BELOW / 2
    rows[-1].margin = 0.0
    for row in rows[:-1] if whole else [*head, *lines[:2], *lines[-3:]]:
        row.keep = True
    if sum(row.height for row in repeat) < setting.depth * _TALLEST_REPEATED:
        for row in lines:
            row.repeat = (*repeat, *row.repeat)
    rows[0].anchors = (box.id,)
    setting.prepare_notes(rows, group)
    space = setting.looks.body.leading * 0.7
    setting.flow.add(rows, space, space)


def _spacer(height: float) -> Row:
    return DrawnRow(height=height, paint=lambda _canvas, _left, _top: None)


def _title_rows(setting: Setting, box: BoxElement, element: Element | None, suffix: str) -> list[Row]:
    look = setting.looks.box_title
    text = f"{box.number}\u2002{box.title}" if box.number else box.title
    rows = setting.text_rows((TextRun(text + suffix),), look, element, _PAD, _PAD)
    for row in rows:
        row.keep = True
    return rows


def _line_rows(setting: Setting, box: BoxElement, parent: Element) -> list[Row]:
    structure = parent.below("L")
    structure.attributes = "<</O/List/ListNumbering/None>>"
    rows: list[Row] = []
    for line in box.lines:
        rows.extend(_labelled_rows(setting, line, structure.below("LI")))
    return rows


def _labelled_rows(setting: Setting, line: BoxLine, item: Element) -> list[Row]:
    """Give a label on the left and its value beside it."""
    look = setting.looks.box_text
    label_runs = (TextRun(line.label, Marks.BOLD),)
    label = setting.block(label_runs, look, _LABEL_WIDTH - look.size * 0.6, item.below("Lbl"))
    body = item.below("LBody")
    left = _PAD + _LABEL_WIDTH
    rows: list[Row] = []
    for element in line.elements:
        rows.extend(_value_rows(setting, element, body, left))
    missing = len(label.lines) * label.leading - sum(row.height + row.space for row in rows)
    if missing > 0:
        for row in rows[-1:]:
            row.keep = True
        rows.append(_spacer(missing))
    return [DrawnRow(height=0.0, space=_LINE_GAP, keep=True, paint=_label_painter(label)), *rows]


def _value_rows(setting: Setting, element: PublishedElement, body: Element, left: float) -> list[Row]:
    look = setting.looks.box_text
    match element:
        case TextElement():
            return setting.text_rows(labelled(element), look, body.below("P"), left, _PAD)
        case ListElement():
            return shifted(list_rows(setting.narrowed(setting.width - left - _PAD), element, body, look), left)
        case FieldHeading():
            return setting.text_rows((TextRun(element.text, Marks.BOLD),), look, body.below("P"), left, _PAD)
        case TableElement():
            return shifted(table_rows(setting.narrowed(setting.width - left - _PAD), element, body), left)
        case FigureElement():
            return shifted(figure_rows(setting.narrowed(setting.width - left - _PAD), element, body), left)
        case AttachmentElement():
            return setting.text_rows(said_of(element), look, body.below("P"), left, _PAD)
        case BoxElement():
            title = _title_rows(setting, element, body.below("P"), "")
            return [*title, *_line_rows(setting, element, body)]


def shifted(rows: list[Row], distance: float) -> list[Row]:
    """Give rows moved right by so many pt."""
    for row in rows:
        row.shift = distance
        for repeated in row.repeat:
            repeated.shift = distance
    return rows


def _label_painter(label: Block) -> Paint:
    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        if label.lines:
            Pen(canvas, label).write(0, len(label.lines), left + _PAD, top)

    return paint
