"""The three layouts of a cover: what stands where, and how much room is left for the small print."""

from collections.abc import Sequence

from ikonzept_desktop.export.pdf.bleed import bleed_box, bleed_rectangle
from ikonzept_desktop.export.pdf.canvas import Rectangle
from ikonzept_desktop.export.pdf.figures import alternative_of, paint_picture
from ikonzept_desktop.export.pdf.images import Picture
from ikonzept_desktop.export.pdf.logos import LogoLine, logo_lines
from ikonzept_desktop.export.pdf.looks import MM, WHITE, Look
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.publication.tree import FigureElement
from ikonzept_desktop.values import dataclass

_IMAGE_SHARE = 0.46
_FIELD_SHARE = 0.30
_FIELD_SHARE_ALONE = 0.68
"""Shares of the page's height: of the image, of the field below it, of a field without an image."""
_PLATE_WIDTH, _PLATE_TOP = 0.78, 0.52
"""Width and height of the plate on an image, as shares of the page."""
_PLATE_TITLE = 0.6
_PLATE_BAR = 4 * MM
_PLAIN_BAR = 12 * MM
_PLAIN_TOP, _PLAIN_TITLE = 0.78, 0.6
"""Where a title on white begins, and how much of the height below it may take."""
_SUBTITLE_SHARE = 0.4
"""Share of the field's height up to which the subtitle is set in its own size."""
_PAD = 12 * MM
_FOOT = 14 * MM


@dataclass(frozen=True, slots=True)
class Foot:
    """Where on a cover there is room for small print, in pt."""

    left: float
    bottom: float
    width: float
    height: float


def paint_band(setting: Setting, group: Element, figure: FigureElement | None, picture: Picture | None) -> Foot:
    """Paint the title on a field of the accent colour, below the image where there is one."""
    canvas, page, looks = setting.canvas, setting.flow.geometry, setting.looks
    lines = logo_lines(setting, "cover", setting.width)
    logos = _height_of(lines)  # they lift what stands above them: the small print keeps its room
    top = page.height * (1 - _IMAGE_SHARE) + logos if picture else page.height
    bottom = top - page.height * _FIELD_SHARE if picture else page.height * (1 - _FIELD_SHARE_ALONE) + logos
    bleed_rectangle(canvas, looks.accent, (0.0, bottom, page.width, top))
    _paint_title(setting, group, bottom + _PAD, top - bottom - _PAD * 1.5)
    if figure and picture:
        _paint_picture(setting, figure, picture, (0.0, top, page.width, page.height), group.below("Figure"))
    _paint_logos(setting, group, lines)
    room = bottom - logos - _FOOT * 2
    used = _paint_imprint(setting, group, bottom - _FOOT * 0.7, room + _FOOT * 0.3)
    return Foot(page.left(canvas.page), _FOOT + logos, setting.width, room - used)


def paint_plate(setting: Setting, group: Element, figure: FigureElement | None, picture: Picture | None) -> Foot:
    """Paint a white plate with the title on an image, or the accent colour, that fills the page."""
    canvas, page, looks = setting.canvas, setting.flow.geometry, setting.looks
    whole = (0.0, 0.0, page.width, page.height)
    if figure and picture:
        _paint_picture(setting, figure, picture, whole, group.below("Figure"))
    else:
        bleed_rectangle(canvas, looks.accent, whole)
    width, left = page.width * _PLATE_WIDTH, page.left(canvas.page)
    setting = setting.narrowed(width - left - _PAD)
    lines = logo_lines(setting, "cover", setting.width)
    foot = _FOOT + _height_of(lines)
    top = page.height * _PLATE_TOP + _height_of(lines[1:])
    bleed_rectangle(canvas, WHITE, (0.0, 0.0, width, top))
    bleed_rectangle(canvas, looks.accent, (0.0, top, width, top + _PLATE_BAR))
    _paint_logos(setting, group, lines)
    title_room = (top - foot) * _PLATE_TITLE
    used = _paint_title(setting, group, top - _PAD * 1.2, title_room, hanging=True)
    named_at = top - _PAD * 1.2 - used - _FOOT
    height = _paint_imprint(setting, group, named_at, (named_at - foot) * 0.8)
    return Foot(left, foot, setting.width, named_at - height - foot - _FOOT / 2)


def paint_plain(setting: Setting, group: Element) -> Foot:
    """Paint large type on white, with a bar of the accent colour down the inner edge."""
    canvas, page, looks = setting.canvas, setting.flow.geometry, setting.looks
    bleed_rectangle(canvas, looks.accent, (0.0, 0.0, _PLAIN_BAR, page.height))
    lines = logo_lines(setting, "cover", setting.width)
    logos = _height_of(lines)
    _paint_logos(setting, group, lines)
    top = page.height * _PLAIN_TOP
    _paint_title(setting, group, top, top * _PLAIN_TITLE - _height_of(lines[1:]), hanging=True)
    room = top * (1 - _PLAIN_TITLE) - _FOOT * 3
    height = _paint_imprint(setting, group, _FOOT * 2 + logos + room * 0.8, room * 0.6)
    return Foot(page.left(canvas.page), _FOOT + logos, setting.width, room * 0.8 - height)


def _paint_title(setting: Setting, group: Element, at: float, room: float, *, hanging: bool = False) -> float:
    """Paint title and subtitle standing on a height, or hanging from it, and give their height; the title is first."""
    looks, cover = setting.looks, setting.publication.cover
    named, explained = group.below("P"), group.below("P")
    gap = looks.cover_subtitle.size * 0.5
    subtitle = setting.fitting_block(cover.subtitle, looks.cover_subtitle, (room - gap) * _SUBTITLE_SHARE, explained)
    title = setting.fitting_block(cover.title, looks.cover_title, room - gap - subtitle.height, named)
    height = title.height + gap + subtitle.height
    bottom = at - height if hanging else at
    paint_upwards(setting, [title], bottom + subtitle.height + gap)
    paint_upwards(setting, [subtitle], bottom)
    return height


def _height_of(logos: Sequence[LogoLine]) -> float:
    """Give how much height the cover's logos take, with the gaps above their lines."""
    return sum(line.height + _FOOT / 2 for line in logos)


def _paint_logos(setting: Setting, group: Element, logos: Sequence[LogoLine]) -> None:
    """Paint the cover's logos, the last line of them at the foot of the page."""
    left = setting.flow.geometry.left(setting.canvas.page)
    at = _FOOT + _height_of(logos)
    for line in logos:
        at -= line.height + _FOOT / 2
        line.paint(setting, line.elements(group), left, at)


def paint_upwards(setting: Setting, blocks: list[Block], bottom: float, left: float | None = None) -> None:
    """Paint blocks one below the other so that the last one ends at that height."""
    top = bottom + sum(block.height for block in blocks)
    _paint_downwards(setting, blocks, top, left)


def _paint_downwards(setting: Setting, blocks: list[Block], top: float, left: float | None = None) -> None:
    left = setting.flow.geometry.left(setting.canvas.page) if left is None else left
    for block in blocks:
        if block.lines:
            Pen(setting.canvas, block).write(0, len(block.lines), left, top)
        top -= block.height


def _paint_picture(setting: Setting, figure: FigureElement, picture: Picture, box: Rectangle, element: Element) -> None:
    """Fill the box with the image, cut at the edges where its shape is another."""
    element.alternative = alternative_of(setting, figure)
    left, bottom, right, top = bleed_box(setting.canvas, box)
    width, height = right - left, top - bottom
    scale = max(width / picture.width, height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    x, y = left - (wide - width) / 2, bottom - (high - height) / 2
    canvas = setting.canvas
    canvas.paint.append(f"q {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re W n")
    paint_picture(setting, figure, picture, (x, y, x + wide, y + high), element)
    canvas.paint.append("Q")


def _paint_imprint(setting: Setting, parent: Element, top: float, room: float) -> float:
    """Paint publisher, date and the word for a draft hanging from a height, in a room so high; give their height."""
    cover, look = setting.publication.cover, setting.looks.cover_text
    bold = Look(look.family, look.size, look.leading, look.colour, bold=True)
    lines = [(cover.publisher, bold), (cover.as_of, look), (cover.draft, bold)]
    each_room = room / len(lines)
    blocks = [setting.fitting_block(text, each, each_room, parent.below("P")) for text, each in lines if text]
    _paint_downwards(setting, blocks, top)
    return sum(block.height for block in blocks)
