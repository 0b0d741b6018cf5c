"""Sections in reading order: their headings, openings and elements onto the pages."""

from dataclasses import replace

from ikonzept_desktop.export.pdf.boxes import add_box
from ikonzept_desktop.export.pdf.figures import add_figure
from ikonzept_desktop.export.pdf.openings import add_opening
from ikonzept_desktop.export.pdf.paragraphs import add_field_heading, add_heading, add_list, add_text
from ikonzept_desktop.export.pdf.rows import Mark
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.table_columns import add_table_of_annex
from ikonzept_desktop.model.template import Placement
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    FieldHeading,
    FigureElement,
    ListElement,
    PublishedSection,
    TableElement,
    TextElement,
    attachments_in,
)
from ikonzept_desktop.publication.tree import Element as PublishedElement


def add_section(setting: Setting, section: PublishedSection, parent: Element) -> None:
    """Put a section and all sections below it onto the pages."""
    setting = _set_for(setting, section)
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
            add_table_of_annex(setting, element, parent)
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
    colour = looks.accent if opens else None
    mark = Mark(section.level, f"{section.number} {section.title}".strip(), section.id, colour)
    if opens and looks.style.opening_layout != "plain":
        add_opening(setting, section, element, mark)
    else:
        add_heading(setting, element, look, section.number, section.title, mark)


def _set_for(setting: Setting, section: PublishedSection) -> Setting:
    """Give the setting for a section: the annex has lists in columns, a field of action a colour of its own."""
    style = setting.looks.style
    if section.placement is Placement.ANNEX and style.annex_columns > 1:
        setting = replace(setting, columns=style.annex_columns)
    colours = style.colours_of_fields
    if colours and section.kind in setting.looks.opening_kinds:
        setting.opened.append(section.id)
        looks = setting.looks.in_colour(colours[(len(setting.opened) - 1) % len(colours)])
        setting = replace(setting, looks=looks)
    return setting
