"""Sections in reading order: their headings, openings and elements onto the pages."""

from ikonzept_desktop.export.pdf.boxes import add_box
from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.figures import add_figure
from ikonzept_desktop.export.pdf.looks import MM
from ikonzept_desktop.export.pdf.painting import Pen
from ikonzept_desktop.export.pdf.paragraphs import add_field_heading, add_heading, add_list, add_text
from ikonzept_desktop.export.pdf.rows import DrawnRow, Mark, Row
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.tables import add_table
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    FieldHeading,
    FigureElement,
    ListElement,
    PublishedSection,
    TableElement,
    TextElement,
    TextRun,
    attachments_in,
)
from ikonzept_desktop.publication.tree import Element as PublishedElement

_BAND_PAD = 9 * MM
_BAND_LEAST = 42 * MM
"""Height of the band below the page's upper edge, at least."""
_TALLEST_TITLE = 0.5
"""Share of the column's height that a title on a band may take."""


def add_section(setting: Setting, section: PublishedSection, parent: Element) -> None:
    """Put a section and all sections below it onto the pages."""
    group = parent.below("Sect")
    _add_title(setting, section, group)
    for element in section.elements:
        add_element(setting, element, group, section.level)
    for child in section.children:
        add_section(setting, child, group)


def add_element(setting: Setting, element: PublishedElement, parent: Element, level: int) -> None:
    """Put one element of a section of that level onto the page."""
    match element:
        case TextElement():
            add_text(setting, element, parent)
        case FieldHeading():
            add_field_heading(setting, element, parent)
        case ListElement():
            add_list(setting, element, parent)
        case TableElement():
            add_table(setting, element, parent)
        case FigureElement():
            add_figure(setting, element, parent)
        case AttachmentElement():
            from ikonzept_desktop.export.pdf.annexes import add_attachment  # pdfium comes with the first one

            add_attachment(setting, element, parent, level + 1)
        case BoxElement():
            add_box(setting, element, parent, level + 2)
            for attachment in attachments_in((element,)):
                _add_pages_of_box(setting, attachment, parent, level + 3)


def _add_pages_of_box(setting: Setting, attachment: AttachmentElement, parent: Element, level: int) -> None:
    from ikonzept_desktop.export.pdf.annexes import add_pages

    add_pages(setting, attachment, parent, level)


def _add_title(setting: Setting, section: PublishedSection, parent: Element) -> None:
    looks, flow = setting.looks, setting.flow
    look = looks.heading(section.level)
    opens = section.kind in looks.opening_kinds
    if opens or (section.level == 1 and looks.style.chapter_on_new_page):
        flow.open_chapter()
    element = parent.below(setting.levels.tag(section.level))
    mark = Mark(section.level, f"{section.number} {section.title}".strip(), section.id)
    if opens:
        _add_band(setting, section, element, mark)
    else:
        add_heading(setting, element, look, section.number, section.title, mark)


def _add_band(setting: Setting, section: PublishedSection, element: Element, mark: Mark) -> None:
    """Open a page with the title on a band of the accent colour that runs off the page."""
    looks = setting.looks
    title_look, number_look = looks.band_title, looks.band_number
    number = setting.block((TextRun(section.number),), number_look, setting.width, element)
    title = setting.fitting_block(section.title or "\u2013", title_look, setting.depth * _TALLEST_TITLE, element)
    number_height = len(number.lines) * number_look.leading
    title_height = title.height
    above = setting.flow.geometry.top
    inner = max(number_height + title_height + _BAND_PAD, _BAND_LEAST - above)

    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        bottom = top - inner
        page = setting.flow.geometry
        with canvas.artifact():
            canvas.paint.append(f"{looks.accent.fill} 0 {bottom:.2f} {page.width:.2f} {page.height - bottom:.2f} re f")
        title_top = bottom + _BAND_PAD * 0.75 + title_height
        if number.lines:
            Pen(canvas, number).write(0, len(number.lines), left, title_top + number_height)
        Pen(canvas, title).write(0, len(title.lines), left, title_top)

    row: Row = DrawnRow(height=inner, paint=paint, anchors=(mark.anchor,), mark=mark)
    setting.flow.add_heading([row], 0.0, looks.body.leading * 1.6)
