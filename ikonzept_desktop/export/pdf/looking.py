"""Pages to be looked at, not to be given out: laid out like the file, chapter by chapter, without what nobody sees.

There is no structure and there are no links. One chapter can be laid out by itself with the page numbers of the whole.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO

from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.export.pdf.canvas import Place, Rectangle, TaggedCanvas
from ikonzept_desktop.export.pdf.embedding import embed_fonts
from ikonzept_desktop.export.pdf.foreign_form import ForeignPages, Form
from ikonzept_desktop.export.pdf.furniture import LAST_PAGE
from ikonzept_desktop.export.pdf.looks import MM, Looks
from ikonzept_desktop.export.pdf.sections import add_section
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.warmth import Warmth
from ikonzept_desktop.export.pdf.writer import add_front, make_setting, page_size, text_of
from ikonzept_desktop.publication.tree import Publication, PublishedSection


@dataclass(slots=True)
class Pages:
    """Pages in a file, and what stands where on them."""

    first: int = 0
    """The number of the first one in the whole, counted from 0."""
    count: int = 0
    places: list[Place] = field(default_factory=list)
    """Pages counted in the whole."""
    anchors: dict[str, int] = field(default_factory=dict)
    """The page of each anchor in the whole."""
    chapters: list[tuple[str, bool]] = field(default_factory=list)
    """The id of each chapter, and whether it begins on a page of its own."""
    margins: tuple[float, float] = (0.0, 0.0)
    """Above the text and below it, in pt."""

    def holds(self, page: int) -> bool:
        """Tell whether a page of the whole is among them."""
        return self.first <= page < self.first + self.count


class _Glances(ForeignPages):
    """Foreign pages to be looked at: images, which are kept from one layout to the next."""

    is_read = False
    dpi = 110

    def form(self, make: Callable[[], Form | None]) -> Form | None:
        """Give none."""


class _BareCanvas(TaggedCanvas):
    """Paints what is seen, from any page on."""

    def __init__(self, file: IO[bytes], size: tuple[float, float], first: int, known: Mapping[str, int]) -> None:
        super().__init__(file, *size)
        self.foreign = _Glances(self)
        self.page = first
        self.pages_of_anchors.update(known)

    def link(self, element: Element, rectangle: Rectangle, description: str, url: str = "", anchor: str = "") -> None:
        """Lay no link."""

    def _write_structure(self, root: Element) -> None:
        """Write none."""


def lay_out_whole(
    publication: Publication, images: Mapping[str, bytes], file: IO[bytes], pages: Pages, warmth: Warmth
) -> Iterator[float]:
    """Lay out everything, giving the share that is done before each chapter; `pages` is filled at the end."""
    canvas = _BareCanvas(file, page_size(publication), 0, {})
    setting = make_setting(publication, images, canvas, warmth)
    root = Element("Document")
    yield 0.0
    add_front(setting, root)
    chapters = text_of(publication)
    for count, chapter in enumerate(chapters):
        yield count / len(chapters)
        add_section(setting, chapter, root)
    yield 1.0
    _finish(setting, canvas, root, pages)
    warmth.turn()


def lay_out_chapter(
    publication: Publication, images: Mapping[str, bytes], file: IO[bytes], known: Pages, warmth: Warmth
) -> Pages | None:
    """Lay out the one chapter of a publication as it stands in a known whole; None where it cannot stand alone."""
    span = span_of(known, publication)
    if span is None:
        return None
    others = {key: page for key, page in known.anchors.items() if page not in span or key == LAST_PAGE}
    canvas = _BareCanvas(file, page_size(publication), span.start, others)
    setting = make_setting(publication, images, canvas, warmth)
    root = Element("Document")
    add_section(setting, text_of(publication)[0], root)
    pages = Pages(span.start)
    _finish(setting, canvas, root, pages)
    return pages


def span_of(known: Pages, publication: Publication) -> range | None:
    """Give the pages the one chapter of a publication has in a known whole; None where others share them."""
    chapters = text_of(publication)
    names = [name for name, _ in known.chapters]
    if len(chapters) != 1 or chapters[0].id not in names or not _opens_page(publication, chapters[0]):
        return None
    at = names.index(chapters[0].id)
    following = known.chapters[at + 1 : at + 2]
    if not all(opens for _, opens in following):
        return None
    end = known.anchors[following[0][0]] if following else known.count
    return range(known.anchors[chapters[0].id], end)


def _opens_page(publication: Publication, chapter: PublishedSection) -> bool:
    style = house_style(publication.house_style)
    return style.chapter_on_new_page or chapter.kind in Looks(style).opening_kinds


def _finish(setting: Setting, canvas: TaggedCanvas, root: Element, pages: Pages) -> None:
    setting.flow.finish()
    pages.count = canvas.page - pages.first
    pages.places = canvas.places
    pages.anchors = canvas.pages_of_anchors
    publication = setting.publication
    style = house_style(publication.house_style)
    pages.margins = style.margin_top_mm * MM, style.margin_bottom_mm * MM
    pages.chapters = [(chapter.id, _opens_page(publication, chapter)) for chapter in text_of(publication)]
    canvas.finish(root, lambda: embed_fonts(canvas.document, canvas.lettering.faces))
    setting.let_go()
