"""The cover: the title on a field of the accent colour, with an image above where there is one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ikonzept_desktop.export.pdf.bleed import bleed_box, bleed_rectangle
from ikonzept_desktop.export.pdf.canvas import Rectangle
from ikonzept_desktop.export.pdf.figures import paint_picture, picture_of
from ikonzept_desktop.export.pdf.images import Picture
from ikonzept_desktop.export.pdf.looks import MM, MUTED, Look
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.paragraphs import labelled
from ikonzept_desktop.export.pdf.sections import add_element
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.tree import Element as PublishedElement
from ikonzept_desktop.publication.tree import (
    FieldHeading,
    FigureElement,
    ListElement,
    NoteRun,
    Run,
    Runs,
    TextElement,
    TextRun,
    all_sections,
)

_IMAGE_SHARE = 0.46
_FIELD_SHARE = 0.30
_FIELD_SHARE_ALONE = 0.68
"""Shares of the page's height: of the image, of the field below it, of a field without an image."""
_SUBTITLE_SHARE = 0.4
"""Share of the field's height up to which the subtitle is set in its own size."""
_PAD = 12 * MM
_FOOT = 14 * MM


def add_cover(setting: Setting, parent: Element) -> None:
    """Paint the cover as the first page."""
    canvas, page = setting.canvas, setting.flow.geometry
    cover = setting.publication.cover
    group = parent.below("Sect")
    contents = _contents(setting)
    figure = contents.figure
    picture = picture_of(setting, figure) if figure else None
    top = page.height * (1 - _IMAGE_SHARE) if picture else page.height
    bottom = top - page.height * (_FIELD_SHARE if picture else _FIELD_SHARE_ALONE)
    bleed_rectangle(canvas, setting.looks.accent, (0.0, bottom, page.width, top))
    looks = setting.looks
    named, explained = group.below("P"), group.below("P")
    room = top - bottom - _PAD * 1.5 - looks.cover_subtitle.size * 0.5
    subtitle = setting.fitting_block(cover.subtitle, looks.cover_subtitle, room * _SUBTITLE_SHARE, explained)
    title = setting.fitting_block(cover.title, looks.cover_title, room - subtitle.height, named)
    _paint_upwards(setting, [title], bottom + _PAD + subtitle.height + looks.cover_subtitle.size * 0.5)
    _paint_upwards(setting, [subtitle], bottom + _PAD)
    if figure and picture:
        _paint_picture(setting, figure, picture, (0.0, top, page.width, page.height), group.below("Figure"))
    room = bottom - _paint_imprint(setting, group, bottom) - _FOOT * 2
    notices = _credits(setting, contents.texts, group)
    fits = sum(block.height for block in notices) <= room
    if fits:
        _paint_upwards(setting, notices, _FOOT)
    canvas.close_page()
    _add_rest(setting, [] if fits else notices, contents.rest, group)


def _add_rest(setting: Setting, texts: list[Block], elements: list[PublishedElement], parent: Element) -> None:
    """Put what the cover has no room or no place for onto the next page."""
    if texts or elements:
        setting.flow.open_chapter()
    for block in texts:
        setting.flow.add(setting.block_rows(block, 0.0), 0.0, block.leading)
    for element in elements:
        add_element(setting, element, parent, 1)


@dataclass(slots=True)
class _Contents:
    """What the cover sections hold, parted by where it goes."""

    figure: FigureElement | None = None
    texts: list[Runs] = field(default_factory=list)
    rest: list[PublishedElement] = field(default_factory=list)
    """What has no place on a cover and follows on the next page."""


def _contents(setting: Setting) -> _Contents:
    found = _Contents()
    for section in all_sections(setting.publication.sections):
        if section.role is Role.COVER:
            for element in section.elements:
                _sort_in(setting, element, found)
    return found


def _sort_in(setting: Setting, element: PublishedElement, found: _Contents) -> None:
    match element:
        case TextElement():
            found.texts.append(_with_notes(setting, labelled(element)))
        case FieldHeading(text=text):
            found.texts.append((TextRun(text),))
        case ListElement():
            found.texts.extend(_with_notes(setting, runs) for runs in _list_texts(element))
        case FigureElement(label=label, caption=caption, source=source) if found.figure is None:
            found.figure = element
            name = (TextRun(f"{label}: "),) if label else ()
            found.texts.extend(_with_notes(setting, runs) for runs in ((*name, *caption), source))
        case _:
            found.rest.append(element)


def _list_texts(element: ListElement) -> Iterator[Runs]:
    for entry in element.entries:
        yield entry.runs
        for below in entry.below:
            yield from _list_texts(below)


def _with_notes(setting: Setting, runs: Runs) -> Runs:
    """Give runs with their notes in brackets: a cover has no foot for them."""
    found: list[Run] = []
    for run in runs:
        if isinstance(run, NoteRun):
            found.extend((TextRun(" ("), *setting.note_in_line(run.number), TextRun(")")))
        else:
            found.append(run)
    return tuple(found)


def _paint_upwards(setting: Setting, blocks: list[Block], bottom: float) -> None:
    """Paint blocks one below the other so that the last one ends at that height."""
    top = bottom + sum(block.height for block in blocks)
    _paint_downwards(setting, blocks, top)


def _paint_downwards(setting: Setting, blocks: list[Block], top: float) -> None:
    left = setting.flow.geometry.left(setting.canvas.page)
    for block in blocks:
        if block.lines:
            Pen(setting.canvas, block).write(0, len(block.lines), left, top)
        top -= block.height


def _paint_picture(setting: Setting, figure: FigureElement, picture: Picture, box: Rectangle, element: Element) -> None:
    """Fill the box with the image, cut at the edges where its shape is another."""
    element.alternative = figure.alternative_text
    canvas = setting.canvas
    left, bottom, right, top = bleed_box(canvas, box)
    width, height = right - left, top - bottom
    scale = max(width / picture.width, height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    x, y = left - (wide - width) / 2, bottom - (high - height) / 2
    canvas.paint.append(f"q {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re W n")
    paint_picture(setting, figure, picture, (x, y, x + wide, y + high), element)
    canvas.paint.append("Q")


def _paint_imprint(setting: Setting, parent: Element, bottom: float) -> float:
    """Paint publisher, date and the word for a draft below the field; give their height."""
    cover, look = setting.publication.cover, setting.looks.cover_text
    bold = Look(look.family, look.size, look.leading, look.colour, bold=True)
    lines = [(cover.publisher, bold), (cover.as_of, look), (cover.draft, bold)]
    room = (bottom - _FOOT * 1.7) / len(lines)
    blocks = [setting.fitting_block(text, each, room, parent.below("P")) for text, each in lines if text]
    _paint_downwards(setting, blocks, bottom - _FOOT * 0.7)
    return sum(block.height for block in blocks)


def _credits(setting: Setting, texts: list[Runs], parent: Element) -> list[Block]:
    look = Look(setting.looks.running.family, setting.looks.running.size, setting.looks.running.leading, MUTED)
    return [setting.block(runs, look, setting.width, parent.below("P")) for runs in texts]
