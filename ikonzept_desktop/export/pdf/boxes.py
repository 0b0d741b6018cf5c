"""Measure boxes: a title, and labels with their values, on a tinted ground that may go on over pages."""

from collections.abc import Sequence

from ikonzept_desktop.export.pdf.annex_titles import said_of
from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.figures import figure_rows
from ikonzept_desktop.export.pdf.looks import MM, WHITE, Looks
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.paragraphs import labelled, list_rows
from ikonzept_desktop.export.pdf.rows import DrawnRow, Ground, Paint, Row
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.tables import table_rows
from ikonzept_desktop.export.pdf.together import bind_ends, stays_whole
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
_PAD_HEAD = 4.0
_LABEL_WIDTH = 33 * MM
_TALLEST_REPEATED = 0.4
"""Share of the column's height up to which a title is repeated."""
_FEWEST_ROWS = 6
"""Rows of a box that stand at the least at the foot of a page, and at the head of the next."""
_CONTINUED = " (Fortsetzung)"
_LINE_GAP = 2.5


def add_box(setting: Setting, box: BoxElement, parent: Element, level: int) -> None:
    """Put a box onto the page."""
    group = parent.below("Sect")
    heading = group.below(setting.levels.tag(level))
    title = _title_rows(setting, box, heading, "")
    lines = _line_rows(setting, box, group)
    head = _head(setting, title)
    rows = [*head, *lines, _spacer(_PAD_BELOW)]
    repeat = tuple(_head(setting, _title_rows(setting, box, None, _CONTINUED)))
    whole = stays_whole(setting, rows)
    _lay_grounds(setting.looks, setting.width, (head, repeat), rows[len(head) :])
    rows[-1].margin = 0.0
    for row in rows[:-1] if whole else [*head, *lines[-1:]]:
        row.keep = True
    bind_ends(setting, lines, _FEWEST_ROWS)
    if sum(row.height for row in repeat) < setting.depth * _TALLEST_REPEATED:
        for row in lines:
            row.repeat = (*repeat, *row.repeat)
    rows[0].anchors = (box.id,)
    setting.prepare_notes(rows, group)
    space = setting.looks.body.leading * 0.7
    setting.flow.add(rows, space, space)


def _head(setting: Setting, title: list[Row]) -> list[Row]:
    """Give the rows of a title with the room around them; in a frame it stands on a ground of its own."""
    if setting.looks.style.box_look == "frame":
        return [_spacer(_PAD_HEAD), *title, _spacer(_PAD_HEAD), _spacer(_PAD_HEAD)]
    return [_spacer(_PAD_ABOVE), *title]


def _lay_grounds(looks: Looks, width: float, heads: Sequence[Sequence[Row]], body: Sequence[Row]) -> None:
    """Lay below the rows what the house style has boxes stand on."""
    look = looks.style.box_look
    ground = Ground(0.0, width, looks.tint, looks.accent)
    if look == "frame":
        ground = Ground(0.0, width, WHITE, edge=looks.accent)
    elif look == "rule":
        ground = Ground(0.0, width, WHITE, rule=looks.accent)
    for row in (*(row for head in heads for row in head), *body):
        row.ground, row.margin = ground, _PAD_BELOW / 2
    for head in heads if look == "frame" else ():
        title_ground = Ground(0.0, width, looks.accent)
        for row in head[:-1]:
            row.ground, row.margin = title_ground, 0.0


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
