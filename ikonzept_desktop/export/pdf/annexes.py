"""Attached PDFs: each page on a page of its own, drawn as it is or, where it does not conform, as an image.

What is drawn is an artifact whose letters say nothing; its words lie over it, unseen, as text in the structure tree.
So what is read aloud, searched and copied is there once, whatever the foreign page is made of.
"""

from ikonzept_desktop.export.pdf.annex_files import AnnexFile, AnnexPage, open_annex
from ikonzept_desktop.export.pdf.annex_places import Spot, is_wide, spot_of
from ikonzept_desktop.export.pdf.annex_titles import NO_FILE, NO_WORDS, plain_title, said_of
from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.document import number
from ikonzept_desktop.export.pdf.foreign_objects import CannotCopy
from ikonzept_desktop.export.pdf.paragraphs import add_text
from ikonzept_desktop.export.pdf.rows import DrawnRow, Mark
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.unseen_words import UnseenWords
from ikonzept_desktop.publication.tree import AttachmentElement, TextElement
from ikonzept_desktop.values import dataclass

_ENOUGH = 0.72
"""Share of the type area's height that a foreign page has to have, or it begins on a page of its own."""
_TITLE = 2.0
"""Lines a title takes, with the room below it."""
_SPARE = 0.5
_FRESH = "1 1 1 rg 0 g 0 G 1 w 0 J 0 j 10 M []0 d 0 Tc 0 Tw 100 Tz 0 Ts 0 Tr"
"""A foreign page begins as every page does (ISO 32000-1, 8.4.1), whatever stands before it on ours.

White, which the press prints as none, stops black from overprinting there.
"""
_SILENT = "/Artifact BMC /Span<</ActualText<FEFF>>>BDC"


def add_attachment(setting: Setting, attachment: AttachmentElement, parent: Element, level: int) -> None:
    """Put the title of an attached PDF onto the page, and its pages below it and onto pages of their own."""
    if not _has_room(setting, setting.looks.body.leading * _TITLE):
        setting.flow.new_page()
    add_text(setting, TextElement(attachment.id, said_of(attachment)), parent)
    add_pages(setting, attachment, parent, level)


def add_pages(setting: Setting, attachment: AttachmentElement, parent: Element, level: int) -> None:
    """Put the pages of an attached PDF onto pages; a file that is missing or cannot be read is a finding."""
    file = open_annex(setting, attachment.file)
    pages = () if file is None else tuple(page for page in attachment.pages if page <= file.pages)
    if file is None or not pages:
        setting.annex_findings.append(NO_FILE.format(title=plain_title(attachment)))
        return
    group, flow = parent.below("Div"), setting.flow
    shares = not attachment.whole_page and _has_room(setting, 0.0) and not is_wide(file.page(pages[0]).size)
    height = flow.room - _SPARE if shares else setting.depth
    for count, page in enumerate(pages):
        if count or not shares:
            flow.new_page()
        row = DrawnRow(height=height, paint=_Painter(setting, attachment, file, page, group.below("Div"), height))
        row.bare = attachment.whole_page
        if not count:
            anchor = f"{attachment.id}.pages"
            row.anchors, row.mark = (anchor,), Mark(level, plain_title(attachment), anchor)
        flow.add([row])
    flow.new_page()


def _has_room(setting: Setting, title: float) -> bool:
    """Tell whether the page has room for a title of that height in pt, and a foreign page below it."""
    return setting.flow.room - title >= setting.depth * _ENOUGH


@dataclass(frozen=True, slots=True)
class _Painter:
    """Paints one foreign page when ours is full."""

    setting: Setting
    attachment: AttachmentElement
    file: AnnexFile
    page: int
    element: Element
    height: float
    """Of the room it has in the type area, in pt."""

    def __call__(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Paint at the column's left edge and the row's upper edge."""
        geometry, fills = self.setting.flow.geometry, self.attachment.whole_page
        room = (left, top - self.height, left + geometry.column, top)
        if fills:
            room = (0.0, 0.0, geometry.width, geometry.height)
        page = self.file.page(self.page)
        spot = spot_of(page.size, room, grows=fills)
        if not canvas.foreign.is_read:
            with canvas.artifact():
                canvas.paint.append(_drawing(self.setting, page, spot))
            return
        canvas.turn = spot.turn
        _paint(self.setting, self.attachment, page, spot, self.element)


def _paint(setting: Setting, attachment: AttachmentElement, page: AnnexPage, spot: Spot, element: Element) -> None:
    canvas, words = setting.canvas, page.paragraphs()
    drawing = _drawing(setting, page, spot)
    if words or not page.has_ink():
        canvas.paint.append(f"{_SILENT} {drawing} EMC EMC")
    else:
        figure = element.below("Figure")
        figure.alternative = _described(setting, attachment, page.number)
        corners = " ".join(number(edge) for edge in spot.place((0.0, 0.0, *page.size)))
        figure.attributes = f"<</O/Layout/Placement/Block/BBox[{corners}]>>"
        canvas.paint.append(f"{canvas.mark(figure)} {drawing} EMC")
    canvas.paint.append(f"q {spot.matrix} cm")
    writer = UnseenWords(canvas, setting.composer, setting.looks.body)
    writer.write(words, page.links(), element, spot.place)
    canvas.paint.append("Q")


def _drawing(setting: Setting, page: AnnexPage, spot: Spot) -> str:
    """Give the operators that draw a page: as it is where that conforms, else as an image."""
    canvas = setting.canvas
    form = canvas.foreign.form(page.form)
    if form is not None:
        try:
            name = canvas.image(page.key, lambda: page.file.objects(canvas).form(form))
            return f"q {_FRESH} {spot.matrix} cm {page.upright} cm /{name} Do Q"
        except CannotCopy:
            pass
    return _image(canvas, page, spot)


def _image(canvas: TaggedCanvas, page: AnnexPage, spot: Spot) -> str:
    """Give the operators that draw a page as an image, as fine as the canvas wants it."""
    width, height = page.size
    wide, high = width * spot.scale, height * spot.scale
    name = canvas.foreign.image(f"{page.key}.{wide:.1f}", lambda: page.picture(wide, high, canvas.foreign.dpi), wide)
    return f"q {spot.matrix} cm {width:.3f} 0 0 {height:.3f} 0 0 cm /{name} Do Q" if name else ""


def _described(setting: Setting, attachment: AttachmentElement, page: int) -> str:
    """Give what is to be seen on a page without words; one that nobody described is a finding."""
    said = dict(attachment.descriptions).get(page, "").strip()
    if said:
        return said
    title = plain_title(attachment)
    setting.annex_findings.append(NO_WORDS.format(title=title, page=page))
    return f"{title}, Seite {page}"
