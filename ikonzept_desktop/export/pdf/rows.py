"""What pages are filled with: rows, one below the other, each as high as it is and never divided."""

from collections.abc import Callable
from dataclasses import field

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.looks import Colour
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.values import dataclass

Paint = Callable[[TaggedCanvas, float, float], None]
"""Paints at the column's left edge and the row's upper edge, in pt from the page's lower left corner."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What is painted behind neighbouring rows that share it."""

    left: float
    right: float
    colour: Colour
    bar: Colour | None = None
    """A bar at the left edge, the width of which is `bar_width`."""
    bar_width: float = 3.0
    edge: Colour | None = None
    """Of a thin line around it."""
    rule: Colour | None = None
    """Of a line above it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading: what running heads and bookmarks say of it."""

    level: int
    text: str
    anchor: str
    colour: Colour | None = None
    """Of the band at the edge of the pages that follow, where the section has one of its own."""


@dataclass(slots=True, kw_only=True)
class Row:
    """A strip of the column that stands on one page."""

    height: float
    space: float = 0.0
    """Room above it, left out at the top of a page."""
    keep: bool = False
    """Whether the row after it has to stand on the same page."""
    notes: tuple[int, ...] = ()
    """The notes whose marks stand in it."""
    repeat: tuple["Row", ...] = ()
    """The rows to be repeated above it where it comes first on a page."""
    ground: Ground | None = None
    margin: float = 0.0
    """By how much its ground goes on below it, where it is the last one on a page."""
    shift: float = 0.0
    """How far it is moved right within the column."""
    anchors: tuple[str, ...] = ()
    mark: Mark | None = None
    bare: bool = False
    """Whether its page has nothing around it, no running head and no number."""


@dataclass(slots=True, kw_only=True)
class LineRow(Row):
    """A line of a paragraph."""

    block: Block
    index: int
    left: float = 0.0
    """Distance of the paragraph from the column's left edge."""
    label: "Label | None" = None


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the first line of a paragraph: a bullet, a number, a note's sign."""

    block: Block
    left: float


@dataclass(slots=True, kw_only=True)
class DrawnRow(Row):
    """A row that paints itself."""

    paint: Paint


@dataclass(slots=True)
class Placed:
    """A row on a page."""

    row: Row
    top: float
    artifact: bool = field(default=False)


def paint_rows(canvas: TaggedCanvas, left: float, placed: list[Placed]) -> None:
    """Paint the rows of a page in order, the lines of a paragraph together."""
    _paint_grounds(canvas, left, placed)
    at = 0
    while at < len(placed):
        row, top = placed[at].row, placed[at].top
        for key in row.anchors:
            canvas.anchor(key, top + 4)
        if isinstance(row, LineRow):
            end = _end_of_block(placed, at)
            _paint_lines(canvas, row, end - at, left + row.shift, top)
            at = end
        else:
            if isinstance(row, DrawnRow):
                row.paint(canvas, left + row.shift, top)
            at += 1


def _end_of_block(placed: list[Placed], start: int) -> int:
    first = placed[start].row
    assert isinstance(first, LineRow)
    end = start + 1
    while end < len(placed):
        row = placed[end].row
        if not isinstance(row, LineRow) or row.block is not first.block or row.index != first.index + end - start:
            break
        end += 1
    return end


def _paint_lines(canvas: TaggedCanvas, row: LineRow, count: int, left: float, top: float) -> None:
    if row.label is not None:
        Pen(canvas, row.label.block).write(0, 1, left + row.label.left, top)
    Pen(canvas, row.block).write(row.index, row.index + count, left + row.left, top)


def _paint_grounds(canvas: TaggedCanvas, left: float, placed: list[Placed]) -> None:
    at = 0
    while at < len(placed):
        ground = placed[at].row.ground
        end = at + 1
        if ground is not None:
            while end < len(placed) and placed[end].row.ground is ground:
                end += 1
            bottom = placed[end - 1].top - placed[end - 1].row.height - placed[end - 1].row.margin
            _paint_ground(canvas, left, ground, placed[at].top, bottom)
        at = end


def _paint_ground(canvas: TaggedCanvas, left: float, ground: Ground, top: float, bottom: float) -> None:
    x, width = left + ground.left, ground.right - ground.left
    with canvas.artifact():
        canvas.paint.append(f"{ground.colour.fill} {x:.2f} {bottom:.2f} {width:.2f} {top - bottom:.2f} re f")
        if ground.edge is not None:
            area = f"{x + 0.3:.2f} {bottom + 0.3:.2f} {width - 0.6:.2f} {top - bottom - 0.6:.2f}"
            canvas.paint.append(f"{ground.edge.stroke} 0.6 w {area} re S")
        if ground.rule is not None:
            canvas.paint.append(f"{ground.rule.stroke} 1.4 w {x:.2f} {top:.2f} m {x + width:.2f} {top:.2f} l S")
        if ground.bar is not None:
            bar = f"{x:.2f} {bottom:.2f} {ground.bar_width:.2f} {top - bottom:.2f} re f"
            canvas.paint.append(f"{ground.bar.fill} {bar}")
