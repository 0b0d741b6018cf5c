"""The cover: title, publisher and date, with an image where there is one, and the small print."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ikonzept_desktop.export.pdf.cover_layouts import paint_band, paint_plain, paint_plate, paint_upwards
from ikonzept_desktop.export.pdf.figures import picture_of
from ikonzept_desktop.export.pdf.looks import MUTED, Look
from ikonzept_desktop.export.pdf.painting import Block
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


def add_cover(setting: Setting, parent: Element) -> None:
    """Paint the cover as the first page, laid out as the house style says."""
    setting = setting.narrowed(setting.width)
    layout = setting.looks.style.cover_layout
    group, contents = parent.below("Sect"), _contents(setting)
    figure = contents.figure
    picture = picture_of(setting, figure) if figure and layout != "plain" else None
    if figure and layout == "plain":
        contents.rest.insert(0, figure)
    if layout == "plate":
        foot = paint_plate(setting, group, figure, picture)
    elif layout == "plain":
        foot = paint_plain(setting, group)
    else:
        foot = paint_band(setting, group, figure, picture)
    notices = _credits(setting, contents.texts, foot.width, group)
    fits = sum(block.height for block in notices) <= foot.height
    if fits:
        paint_upwards(setting, notices, foot.bottom, foot.left)
    setting.canvas.close_page()
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


def _credits(setting: Setting, texts: list[Runs], width: float, parent: Element) -> list[Block]:
    look = Look(setting.looks.running.family, setting.looks.running.size, setting.looks.running.leading, MUTED)
    return [setting.block(runs, look, width, parent.below("P")) for runs in texts]
