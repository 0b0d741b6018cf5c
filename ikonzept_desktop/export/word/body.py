"""The text from cover to last annex as one string of WordprocessingML: one `match` over the kinds of element."""

from collections.abc import Iterable
from dataclasses import field

from ikonzept_desktop.export.copies import CopyOrder
from ikonzept_desktop.export.house_style import HouseStyle
from ikonzept_desktop.export.word import measures, review_sheet
from ikonzept_desktop.export.word.attached import said_of_attached
from ikonzept_desktop.export.word.columns import least_widths
from ikonzept_desktop.export.word.cover import cover_extent, cover_frame, cover_xml
from ikonzept_desktop.export.word.directories import (
    abbreviations_xml,
    directory_xml,
    place_abbreviations,
    place_directory,
)
from ikonzept_desktop.export.word.fields import contents
from ikonzept_desktop.export.word.figures import figure_xml
from ikonzept_desktop.export.word.heights import Ruler, heading_extent, is_whole, place, place_contents
from ikonzept_desktop.export.word.ink import Ink
from ikonzept_desktop.export.word.names import contents_name
from ikonzept_desktop.export.word.numbering import BULLETS, HEADINGS, HeadingNumbers, list_instance
from ikonzept_desktop.export.word.page import ACROSS, MOST_COLUMNS_UPRIGHT, UPRIGHT, Frame, Margins, section_properties
from ikonzept_desktop.export.word.runs import block_xml
from ikonzept_desktop.export.word.sheets import Extent, Sheets
from ikonzept_desktop.export.word.styles import Colours
from ikonzept_desktop.export.word.tables import SPACER, table_xml
from ikonzept_desktop.export.word.xml import paragraph, text_run
from ikonzept_desktop.model.blocks import ParagraphStyle
from ikonzept_desktop.model.template import Placement, Role
from ikonzept_desktop.publication.directories import ABBREVIATIONS
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    BoxLine,
    Element,
    Elements,
    FieldHeading,
    FigureElement,
    ListElement,
    ListEntry,
    Piece,
    Publication,
    PublishedSection,
    TableElement,
    TextElement,
)
from ikonzept_desktop.values import dataclass

_PAGE_BREAK = "<w:pageBreakBefore/>"
_KEEP = "<w:keepNext/>"
_PARAGRAPH_END = "</w:p>"


@dataclass(frozen=True, slots=True)
class Pen:
    """What every element is written with."""

    ink: Ink
    look: Colours
    style: HouseStyle
    numbers: HeadingNumbers
    ruler: Ruler
    first: Margins
    """Of the section that the cover stands in."""
    upright: Margins
    across: Margins
    sheet: Margins
    """Of the covering page of a copy for review."""
    copy: CopyOrder | None = None
    """Whom the draft is for, where it is given to somebody."""


@dataclass(slots=True)
class Flow:
    """What is written so far, on which sheets it is expected, and the breaks between upright and turned pages."""

    pen: Pen
    sheets: Sheets
    parts: list[str] = field(default_factory=list)
    headings_from: int | None = None
    """Where an unbroken run of headings at the end begins; None after anything else."""
    turned_at: int | None = None
    """Where the break stands that ends the last turned pages."""
    first_ended: bool = False

    def heading(self, xml: str, extent: Extent) -> None:
        """Add a heading, which goes wherever the element after it goes."""
        if self.headings_from is None:
            self.headings_from = len(self.parts)
        self.parts.append(xml)
        self.sheets.hold(extent)

    def add(self, xml: str) -> None:
        """Add anything else."""
        self.headings_from = None
        self.parts.append(xml)

    def element(self, element: Element, frame: Frame = UPRIGHT, before: str = "") -> None:
        """Add an element on upright pages, behind something that belongs to it."""
        self.add(before + element_xml(element, frame, self.pen))
        place(element, frame, self.sheets, self.pen.ruler)

    def turn(self, element: Element) -> None:
        """Add an element on turned pages, together with the headings right above it."""
        start = len(self.parts) if self.headings_from is None else self.headings_from
        if self.turned_at is not None and self.turned_at == start - 1:
            del self.parts[self.turned_at]
        else:
            self.parts.insert(start, _break(section_properties(self._upright(), across=False)))
            self.first_ended = True
        self.add(element_xml(element, ACROSS, self.pen))
        self.sheets.other_paper(ACROSS.height / 20)
        place(element, ACROSS, self.sheets, self.pen.ruler)
        self.sheets.other_paper(UPRIGHT.height / 20)
        self.turned_at = len(self.parts)
        self.add(_break(section_properties(self.pen.across, across=True)))

    def close(self, xml: str) -> None:
        """Put something at the end of the last paragraph, before the break that may end turned pages there.

        Between the last paragraph and the end of the text LibreOffice 7.4 would lose it.
        """
        last = len(self.parts) - (2 if self.turned_at == len(self.parts) - 1 else 1)
        self.parts[last] = f"{self.parts[last].removesuffix(_PARAGRAPH_END)}{xml}{_PARAGRAPH_END}"

    def whole(self) -> str:
        """Give all of it, closed by the properties of its last pages."""
        if self.turned_at is not None and self.turned_at == len(self.parts) - 1:
            return "".join(self.parts[:-1]) + section_properties(self.pen.across, across=True)
        return "".join(self.parts) + section_properties(self._upright(), across=False)

    def _upright(self) -> Margins:
        return self.pen.upright if self.first_ended else self.pen.first


def _break(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="IKSpacer"/>{properties}</w:pPr></w:p>'


def body_xml(publication: Publication, pen: Pen) -> tuple[str, Sheets]:
    """Write the children of `w:body`, the pages still open; give the sheets they are expected on."""
    flow = Flow(pen, Sheets(UPRIGHT.height / 20))
    sections = publication.sections
    if pen.copy is not None:
        _sheet(publication, pen.copy, flow)
    _cover(publication, [section for section in sections if section.role is Role.COVER], flow)
    for section in (section for section in sections if section.role is Role.IMPRINT):
        _section(section, flow)
    _contents(publication, flow)
    _directories(publication, flow)
    for section in sections:
        if section.role not in {Role.COVER, Role.IMPRINT}:
            _section(section, flow)
    flow.sheets.settle()
    return flow.whole(), flow.sheets


def _sheet(publication: Publication, copy: CopyOrder, flow: Flow) -> None:
    """Write the covering page, in a section of its own, so that the cover stays the first page of the next."""
    flow.add(review_sheet.sheet_xml(publication, copy))
    flow.add(_break(section_properties(flow.pen.sheet, across=False)))
    flow.sheets.block(Extent(flow.sheets.height))


def _cover(publication: Publication, sections: Iterable[PublishedSection], flow: Flow) -> None:
    flow.add(cover_xml(publication.cover, flow.pen.ink))
    taken = cover_extent(publication.cover)
    frame = cover_frame(taken)
    flow.sheets.block(taken)
    for section in sections:
        number = _opened(section, flow)
        for at, element in enumerate(section.elements):
            flow.element(element, frame, review_sheet.editing_begins(number) if number and at == 0 else "")
        if number and section.elements:
            flow.close(review_sheet.editing_ends(number))


def _contents(publication: Publication, flow: Flow) -> None:
    if publication.contents:
        flow.add(paragraph("TOCHeading", text_run("Inhalt"), _PAGE_BREAK))
        flow.add(contents(publication.contents))
        flow.sheets.new_page()
        place_contents(publication.contents, flow.sheets)


def _directories(publication: Publication, flow: Flow) -> None:
    """Write the lists asked for, one below the other, on pages of their own."""
    apart = _PAGE_BREAK
    if publication.directories or publication.abbreviations:
        flow.sheets.new_page()
    for directory in publication.directories:
        flow.add(paragraph("TOCHeading", text_run(directory.title), apart))
        flow.add(directory_xml(directory))
        place_directory(directory.title, directory.entries, flow.sheets)
        flow.sheets.leave(measures.DIRECTORIES_APART / 20)
        apart = f'<w:spacing w:before="{measures.DIRECTORIES_APART}"/>'
    if publication.abbreviations:
        flow.add(paragraph("TOCHeading", text_run(ABBREVIATIONS), apart))
        flow.add(abbreviations_xml(publication.abbreviations))
        place_abbreviations(ABBREVIATIONS, publication.abbreviations, flow.sheets)


def _section(section: PublishedSection, flow: Flow) -> None:
    number = _opened(section, flow)
    _heading(section, flow, review_sheet.editing_begins(number) if number else "")
    _elements(section.elements, flow)
    if number:
        flow.close(review_sheet.editing_ends(number))
    for child in section.children:
        _section(child, flow)


def _opened(section: PublishedSection, flow: Flow) -> int:
    """Give a number for the stretch of a section that may be edited in a draft that is shut otherwise; or 0."""
    copy = flow.pen.copy
    opened = copy is not None and copy.editable is not None and section.id in copy.editable
    flow.pen.ink.is_open = opened
    return flow.pen.ink.bookmarks.next() if opened else 0


def _heading(section: PublishedSection, flow: Flow, before: str) -> None:
    """Write a heading behind something that belongs to it, and whether the section is to be reviewed."""
    level, pen = min(section.level, 9), flow.pen
    words = pen.ink.block(section.id, text_run(section.title))
    instance = pen.numbers.automatic.get(section.id)
    if section.number and instance is None:
        words = text_run(section.number) + "<w:r><w:tab/></w:r>" + words
    if section.in_contents:
        words = pen.ink.bookmark(contents_name(section.id), words)
    style = f"Heading{level}" if section.in_contents else f"IKPlainHeading{level}"
    breaks = _opens_page(section, flow)
    if breaks:
        flow.sheets.new_page()
    flow.sheets.anchor(section.id)
    xml = paragraph(style, before + words, (_PAGE_BREAK if breaks else "") + _number(instance, level))
    flow.heading(xml, heading_extent(section))
    if mark := review_sheet.mark_of(section, pen.copy):
        flow.heading(review_sheet.mark_xml(mark), review_sheet.mark_extent(mark))


def _opens_page(section: PublishedSection, flow: Flow) -> bool:
    """Tell whether it begins a page: a chapter, and a kind that opens, unless its heading follows another at once."""
    if section.role is Role.IMPRINT or (section.level == 1 and section.placement is not Placement.BODY):
        return True
    style = flow.pen.style
    opening = section.kind in {kind.strip() for kind in style.opening_kinds.split(",")}
    wanted = (section.level == 1 and style.chapter_on_new_page) or opening
    return wanted and flow.headings_from is None


def _number(instance: int | None, level: int) -> str:
    if instance is None:
        return '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>'
    if instance == HEADINGS:
        return ""  # the style is linked to it
    place = f'<w:ilvl w:val="{level - 1}"/>'
    return f'<w:numPr>{place}<w:numId w:val="{instance}"/></w:numPr>'


def _elements(elements: Elements, flow: Flow) -> None:
    for element in elements:
        match element:
            case FieldHeading():
                flow.heading(_field_heading(element, flow.pen.ink), heading_extent(element))
            case TableElement() if _is_wide(element):
                flow.turn(element)
            case _:
                flow.element(element)


def _is_wide(table: TableElement) -> bool:
    """Tell whether a table has more columns, or longer words side by side, than an upright page has room for."""
    if len(table.widths) > MOST_COLUMNS_UPRIGHT:
        return True
    return sum(least_widths(table, UPRIGHT.width)) > UPRIGHT.width


def element_xml(element: Element, frame: Frame, pen: Pen) -> str:
    """Write one element into its frame."""
    match element:
        case TextElement():
            return _text(element, frame, pen.ink)
        case ListElement():
            return _list(element, frame, pen.ink, last=not frame.in_cell)
        case TableElement():
            return table_xml(element, pen.ruler.widths(element, frame), pen.ink, pen.look)
        case FigureElement():
            return figure_xml(element, frame, pen.ink)
        case AttachmentElement():
            return _attached(element, frame, pen.ink)
        case BoxElement():
            return _box(element, frame, pen)
        case FieldHeading():
            return _field_heading(element, pen.ink)


def _field_heading(heading: FieldHeading, ink: Ink) -> str:
    words = ink.mark(heading.id, text_run(heading.text))
    return paragraph("IKFieldHeading", words, f'<w:outlineLvl w:val="{min(heading.level, 9) - 1}"/>')


def _text(text: TextElement, frame: Frame, ink: Ink) -> str:
    style = "Quote" if text.style is ParagraphStyle.QUOTE else "IKTableText" if frame.in_cell else "BodyText"
    label = text_run(f"{text.label}: ", "IKFieldName") if text.label else ""
    words = block_xml(text.id, text.runs, ink)
    return paragraph(style, label + words, _KEEP if frame.keep_next else "")


def _attached(attachment: AttachmentElement, frame: Frame, ink: Ink) -> str:
    """Say which PDF stands here: its pages are given out in the PDF alone."""
    return _text(TextElement(attachment.id, said_of_attached(attachment)), frame, ink)


def _list(element: ListElement, frame: Frame, ink: Ink, last: bool) -> str:
    """Write a list; where it is the last of its kind, its end is set apart from the text below."""
    first = element.entries[0].number if element.entries else 1
    instance = list_instance(ink.ordered_lists, element.level, max(first, 1)) if element.ordered else BULLETS
    level = min(element.level, 8)
    base = "ListNumber" if element.ordered else "ListBullet"
    style = "IKTableText" if frame.in_cell else base + (str(min(level, 4) + 1) if level else "")
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
    properties = (_KEEP if frame.keep_next else "") + numbered
    written = []
    for entry in element.entries:
        ends = last and entry is element.entries[-1]
        apart = measures.LIST_END.spacing_xml if ends and not entry.below else ""
        written.append(_entry(entry, style, properties, apart, ink))
        written.extend(_list(below, frame, ink, ends and below is entry.below[-1]) for below in entry.below)
    return "".join(written)


def _entry(entry: ListEntry, style: str, properties: str, apart: str, ink: Ink) -> str:
    """Write an entry, and where it is a record the other lines of it below, without a sign of their own."""
    first, *others = entry.pieces or (Piece(entry.id, entry.runs),)
    words = ink.mark(entry.id, block_xml(first.id, first.runs, ink))
    if not others:
        return paragraph(style, words, properties + apart)
    closed = '<w:spacing w:after="0"/>'
    lines = [paragraph(style, words, properties + closed)]
    unsigned = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    indent = f'<w:ind w:left="{measures.LIST_INDENT}" w:firstLine="0"/>'
    for piece in others:
        spacing = apart if piece is others[-1] else closed
        lines.append(paragraph(style, block_xml(piece.id, piece.runs, ink), unsigned + spacing + indent))
    return "".join(lines)


def _box(box: BoxElement, frame: Frame, pen: Pen) -> str:
    label, value = measures.box_columns(frame.width)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{pen.look.tint}"/>'
    whole, last = is_whole(box, frame, pen.ruler), len(box.lines) - 1
    rows = [_box_line(line, label, value, shade, pen, whole and place < last) for place, line in enumerate(box.lines)]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="IKBox"/><w:tblW w:w="{frame.width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{label}"/><w:gridCol w:w="{value}"/></w:tblGrid>'
        f"{_box_title(box, frame.width, shade, pen.ink)}{''.join(rows)}</w:tbl>{SPACER}"
    )


def _box_title(box: BoxElement, width: int, shade: str, ink: Ink) -> str:
    number = text_run(f"{box.number}  ") if box.number else ""
    title = text_run(box.title) if box.title else ""
    words = number + ink.mark(box.id, ink.block(box.title_id, title))
    cell = paragraph("IKBoxTitle", words)
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="2"/>{shade}</w:tcPr>{cell}</w:tc></w:tr>'
    )


def _box_line(line: BoxLine, label: int, value: int, shade: str, pen: Pen, keep: bool) -> str:
    width, named = (value, _box_label(line.label, label, shade, keep)) if line.label else (label + value, "")
    inside = Frame(width - 2 * measures.BOX_MARGIN[1], UPRIGHT.height, in_cell=True, keep_next=keep)
    words = "".join(element_xml(element, inside, pen) for element in line.elements) or paragraph("IKTableText", "")
    if words.endswith("</w:tbl>"):
        words += SPACER
    spanned = "" if line.label else '<w:gridSpan w:val="2"/>'
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr>{named}<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f"{spanned}{shade}</w:tcPr>{words}</w:tc></w:tr>"
    )


def _box_label(label: str, width: int, shade: str, keep: bool) -> str:
    named = paragraph("IKBoxLabel", text_run(label), _KEEP if keep else "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{named}</w:tc>'
