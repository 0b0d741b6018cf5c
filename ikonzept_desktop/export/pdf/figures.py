"""Figures: an image with its caption below, never parted."""

from ikonzept_desktop.export.figure_sizes import TALLEST, width_in
from ikonzept_desktop.export.pdf.canvas import Rectangle, TaggedCanvas
from ikonzept_desktop.export.pdf.document import number
from ikonzept_desktop.export.pdf.images import ImageError, Picture, open_picture
from ikonzept_desktop.export.pdf.looks import LINE, MM
from ikonzept_desktop.export.pdf.rows import DrawnRow, Paint, Row
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import FigureElement, Runs, TextRun

_SMALLEST = 0.65
"""How far an image is shrunk to stand on the page it would else leave half empty."""
_GAP = 5.0


def add_figure(setting: Setting, figure: FigureElement, parent: Element) -> None:
    """Put a figure onto the page; one whose image cannot be shown leaves a frame and a note in the report."""
    rows = figure_rows(setting, figure, parent)
    setting.prepare_notes(rows, parent)
    space = setting.looks.body.leading
    setting.flow.add(rows, space, space)


def figure_rows(setting: Setting, figure: FigureElement, parent: Element) -> list[Row]:
    """Give an image with its caption as rows that stay together."""
    group = parent.below("Div")
    element = group.below("Figure")
    element.alternative = figure.alternative_text or plain_caption(figure)
    caption = caption_rows(setting, figure.label, figure.caption, figure.source, group)
    picture = picture_of(setting, figure)
    look = setting.looks.body
    below = sum(row.height for row in caption) + (_GAP if caption else 0.0)
    width, height = _size(setting, figure, picture, below + look.leading)
    image = DrawnRow(height=height, paint=_painter(setting, figure, picture, (width, height), element))
    image.anchors = (figure.id,)
    rows: list[Row] = [image, *caption]
    for row in rows[:-1]:
        row.keep = True
    if caption:
        caption[0].space = _GAP
    return rows


def picture_of(setting: Setting, figure: FigureElement) -> Picture | None:
    """Give the figure's image, or None with an entry in the report."""
    try:
        return open_picture(setting.images.get(figure.picture, b""))
    except ImageError:
        setting.without_image.append(figure.id)
        return None


def plain_caption(figure: FigureElement) -> str:
    """Give the caption's characters."""
    return " ".join([figure.label, "".join(run.text for run in figure.caption if isinstance(run, TextRun))]).strip()


def caption_rows(setting: Setting, label: str, caption: Runs, source: Runs, parent: Element) -> list[Row]:
    """Give the lines of a caption and, below it, of a source."""
    look = setting.looks.caption
    rows: list[Row] = []
    if label or caption:
        first = (TextRun(f"{label}: " if caption else label, Marks.BOLD),) if label else ()
        rows.extend(setting.text_rows((*first, *caption), look, parent.below("Caption")))
    if source:
        rows.extend(setting.text_rows(source, look, parent.below("P")))
    return rows


def _size(setting: Setting, figure: FigureElement, picture: Picture | None, rest: float) -> tuple[float, float]:
    width = width_in(figure, setting.width, MM)
    ratio = picture.height / picture.width if picture else 0.4
    height = min(width * ratio, setting.depth * TALLEST)
    room = setting.flow.room - rest
    if room < height and room >= height * _SMALLEST:
        height = room
    return min(width, height / ratio), height


def _painter(
    setting: Setting, figure: FigureElement, picture: Picture | None, size: tuple[float, float], element: Element
) -> Paint:
    width, height = size

    def paint(_: TaggedCanvas, left: float, top: float) -> None:
        paint_picture(setting, figure, picture, (left, top - height, left + width, top), element)

    return paint


def paint_picture(
    setting: Setting, figure: FigureElement, picture: Picture | None, box: Rectangle, element: Element
) -> None:
    """Paint an image into a box on the page, without an image a frame; one that only decorates is an artifact."""
    canvas = setting.canvas
    left, bottom, right, top = box
    if figure.decorative:
        canvas.paint.append("/Artifact BMC")
    else:
        corners = " ".join(number(edge) for edge in box)
        element.attributes = f"<</O/Layout/Placement/Block/BBox[{corners}]>>"
        canvas.paint.append(canvas.mark(element))
    area = f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f}"
    name = _image_name(setting, figure, picture)
    if name:
        canvas.paint.append(f"q {right - left:.2f} 0 0 {top - bottom:.2f} {left:.2f} {bottom:.2f} cm /{name} Do Q")
    else:
        canvas.paint.append(f"q {LINE.stroke} 0.5 w {area} re S Q")
    canvas.paint.append("EMC")


def _image_name(setting: Setting, figure: FigureElement, picture: Picture | None) -> str:
    if picture is None:
        return ""
    try:
        return setting.canvas.image(figure.picture, lambda: setting.kept_stream(figure.picture, picture.stream))
    except ImageError:
        setting.without_image.append(figure.id)
        return ""
