"""ReportLab's canvas, with every mark either part of the structure tree or an artifact.

What is painted for an element stands between BDC and EMC under a number that the element knows (ISO 32000-1, 14.7.4);
everything else is an artifact. Page contents may hold places whose text is known only at the end: page numbers.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from ikonzept_desktop.export.pdf.document import (
    PDF_VERSION,
    Raw,
    Stream,
    StreamedDocument,
    byte_string,
    number,
    text_string,
)
from ikonzept_desktop.export.pdf.foreign_form import ForeignPages
from ikonzept_desktop.export.pdf.images import Picture
from ikonzept_desktop.export.pdf.lettering import Lettering
from ikonzept_desktop.export.pdf.structure import Element

Late = Callable[[], str]
"""Operators that can only be given when all pages are laid out."""
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in pt from the page's lower left corner."""
Place = tuple[int, float, str]
"""Page, height above its lower edge in pt, and anchor of what begins there, in the order of painting."""

_RESOURCES = "Resources"
_ON_EDGE = 0.1
"""How near to the page's edge something stands that is meant to run off it, in pt."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab is untyped
    """A canvas for tagged pages; its own painting operators go to `paint`, in order."""

    bleed = 0.0
    """How far beyond the edge of the trimmed page is painted what runs off it, in pt."""

    def __init__(self, file: IO[bytes], width: float, height: float, version: tuple[int, int] = PDF_VERSION) -> None:
        super().__init__("", pagesize=(width, height), invariant=1)
        self._doc: StreamedDocument = StreamedDocument(file, version)
        self.page = 0
        """The page being painted, counted from 0."""
        self.turn = 0
        """By how many degrees the page being painted is turned clockwise when it is shown."""
        self.paint: list[str | Late] = []
        self.lettering = Lettering()
        self.compress: Callable[[bytes], Stream] = Stream
        """Makes the stream of a page's contents."""
        self.kept: Callable[[Hashable, Callable[[], Stream]], Stream] = lambda _key, make: make()
        """Gives the stream of an image, made anew only where it is not at hand from an earlier file."""
        self.foreign = ForeignPages(self)
        """How it takes pages of others."""
        self.places: list[Place] = []
        self.pages_of_anchors: dict[str, int] = {}
        self.anchor_names: Mapping[str, str] = {}
        """What the places are called that references lead to."""
        self._marked: list[Element] = []
        self._annotations: list[str] = []
        self._parents: dict[int, Element | list[Element]] = {}
        self._next_parent = 0
        self._late_pages: list[tuple[str, list[str | Late]]] = []
        self._images: dict[str, str] = {}

    def _make_preamble(self) -> None:
        # ReportLab's own would name Helvetica, which is not embedded.
        self._preamble = ""

    @property
    def document(self) -> StreamedDocument:
        """The file being written."""
        return self._doc

    def mark(self, element: Element) -> str:
        """Give the operator that opens content of the element."""
        count = len(self._marked)
        self._marked.append(element)
        element.kids.append((self.page, count))
        return f"/{element.tag}<</MCID {count}>>BDC"

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Everything painted within is decoration or running matter."""
        self.paint.append(f"/Artifact<<{kind}>>BDC" if kind else "/Artifact BMC")
        yield
        self.paint.append("EMC")

    def anchor(self, key: str, top: float) -> None:
        """Make a place on this page that links and bookmarks can lead to."""
        if key not in self.pages_of_anchors:
            self.pages_of_anchors[key] = self.page
            self.places.append((self.page, round(top, 1), key))
            self.bookmarkHorizontalAbsolute(key, round(top, 1))

    def link(self, element: Element, rectangle: Rectangle, description: str, url: str = "", anchor: str = "") -> None:
        """Lay a link over the rectangle and hang it under its element."""
        key = self._next_parent
        self._next_parent += 1
        self._parents[key] = element
        annotation = f"Link{key}"
        box = " ".join(number(edge) for edge in rectangle)
        target = f"/A<</S/URI/URI{byte_string(url)}>>" if url else f"/Dest {self._destination(anchor)}"
        body = (
            f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/StructParent {key}"
            f"/Contents{text_string(description)}{target}>>"
        )
        self._annotations.append(self._doc.put(annotation, Raw(body)))
        element.kids.append((self.page, annotation))

    def bled(self, rectangle: Rectangle) -> Rectangle:
        """Give a rectangle with every edge that lies on the page's edge moved out by the bleed."""
        left, bottom, right, top = rectangle
        width, height = self._pagesize
        return (
            left - self.bleed if left < _ON_EDGE else left,
            bottom - self.bleed if bottom < _ON_EDGE else bottom,
            right + self.bleed if right > width - _ON_EDGE else right,
            top + self.bleed if top > height - _ON_EDGE else top,
        )

    def picture(self, figure: str, key: str, picture: Picture, width: float) -> str:
        """Give the resource name of a figure's image that is so many pt wide; raises ImageError for a damaged one."""
        del figure, width  # only print asks how fine an image is
        return self.image(key, lambda: self.kept(key, picture.stream))

    def image(self, key: str, make: Callable[[], Stream]) -> str:
        """Give the resource name of an image, writing it when it is first met."""
        if key not in self._images:
            resource = f"Im{len(self._images)}"
            self._doc.put(resource, make())
            self._images[key] = resource
        return self._images[key]

    def begin_back(self) -> None:
        """Let the next page be the last one, the back of the cover."""

    def close_page(self) -> None:
        """Write the page and begin the next one."""
        contents = f"Contents{self.page}"
        if any(callable(part) for part in self.paint):
            self._late_pages.append((contents, self.paint))
            self._doc.reserve(contents, Raw("null"))
        else:
            self._doc.put(contents, self._page_stream(self.paint))
        self._doc.addPage(self._page_object(contents))
        self.page += 1
        self.turn = 0
        self.paint = []
        self._marked = []
        self._annotations = []

    def _page_stream(self, parts: list[str | Late]) -> Stream:
        return self.compress("\n".join(part if isinstance(part, str) else part() for part in parts).encode("latin-1"))

    def _page_object(self, contents: str) -> Raw:
        if _RESOURCES not in self._doc.idToObject:
            self._doc.reserve(_RESOURCES, Raw("null"))
            self._doc.Reference(self._doc.Pages, "Pages")
        entries = [
            f"<</Type/Page/Parent {self._doc.reference('Pages')}{self._boxes()}",
            f"/Resources {self._doc.reference(_RESOURCES)}/Contents {self._doc.reference(contents)}/Tabs/S",
        ]
        if self.turn:
            entries.append(f"/Rotate {self.turn}")
        if self._marked:
            entries.append(f"/StructParents {self._next_parent}")
            self._parents[self._next_parent] = self._marked
            self._next_parent += 1
        if self._annotations:
            entries.append(f"/Annots[{' '.join(self._annotations)}]")
        return Raw("".join([*entries, ">>"]))

    def _boxes(self) -> str:
        """Give the page's boundaries (ISO 32000-1, 14.11.2)."""
        width, height = self._pagesize
        return f"/MediaBox[0 0 {number(width)} {number(height)}]"

    def _more_resources(self) -> str:
        """Give what pages use beside fonts and images."""
        return ""

    def _destination(self, anchor: str) -> str:
        destination = self._bookmarkReference(anchor)
        self._doc.Reference(destination, f"Dest.{anchor}")
        return self._doc.reference(f"Dest.{anchor}")

    def finish(self, root: Element, embed: Callable[[], dict[str, str]]) -> None:
        """Write what was kept for the end: late contents, structure, resources and the catalog."""
        for contents, parts in self._late_pages:
            self._doc.put(contents, self._page_stream(parts))
        for key, destination in self._destinations.items():
            if key not in self.pages_of_anchors:
                destination.setPage(pdfdoc.PDFObjectReference("Page1"))
                destination.fit()
        images = "".join(f"/{each} {self._doc.reference(each)}" for each in self._images.values())
        font_entries = "".join(f"/{key} {reference}" for key, reference in embed().items())
        more = self._more_resources()
        self._doc.put(_RESOURCES, Raw(f"<</Font<<{font_entries}>>/XObject<<{images}>>{more}>>"))
        self._write_structure(root)
        self._doc.close(self)
        self._let_go(root)

    def _let_go(self, root: Element) -> None:
        """Let go of what holds each other, or a process that goes on to write files must search for such circles."""
        root.release()
        self._late_pages.clear()
        self._parents.clear()
        self.paint = []
        self._destinations.clear()
        del self.foreign

    def _write_structure(self, root: Element) -> None:
        elements = list(root.walk())
        for count, element in enumerate(elements):
            self._doc.reserve(f"Element{count}", Raw("null"))
            element.number = self._doc.objectcounter
        tree = self._doc.reserve("StructTreeRoot", Raw("null"))
        for count, element in enumerate(elements):
            self._doc.put(f"Element{count}", Raw(self._element(element, tree)))
        self._doc.put("StructTreeRoot", Raw(self._tree(root, elements)))
        self._doc.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference("StructTreeRoot")
        self._doc.Catalog.MarkInfo = Raw("<</Marked true>>")

    def _element(self, element: Element, tree: str) -> str:
        parent = f"{element.parent.number} 0 R" if element.parent else tree
        parts = [f"<</Type/StructElem/S/{element.tag}/P {parent}"]
        pages = {kid[0] for kid in element.kids if not isinstance(kid, Element)}
        page = min(pages) if pages else None
        if page is not None:
            parts.append(f"/Pg {self._page_reference(page)}")
        kids = [self._kid(kid, page) for kid in element.kids if not (isinstance(kid, Element) and kid.is_empty)]
        if kids:
            parts.append(f"/K[{' '.join(kids)}]")
        if element.alternative is not None:
            parts.append(f"/Alt{text_string(element.alternative)}")
        if element.actual_text is not None:
            parts.append(f"/ActualText{text_string(element.actual_text)}")
        if element.title:
            parts.append(f"/T{text_string(element.title)}")
        if element.language:
            parts.append(f"/Lang{byte_string(element.language)}")
        if element.id:
            parts.append(f"/ID{byte_string(element.id)}")
        if element.attributes:
            parts.append(f"/A{element.attributes}")
        return "".join([*parts, ">>"])

    def _kid(self, kid: "Element | tuple[int, int] | tuple[int, str]", page: int | None) -> str:
        if isinstance(kid, Element):
            return f"{kid.number} 0 R"
        where, what = kid
        place = "" if where == page else f"/Pg {self._page_reference(where)}"
        if isinstance(what, str):
            return f"<</Type/OBJR{place}/Obj {self._doc.reference(what)}>>"
        return f"<</Type/MCR{place}/MCID {what}>>" if place else str(what)

    def _tree(self, root: Element, elements: list[Element]) -> str:
        numbers = "\n".join(f"{key} {_parents(self._parents[key])}" for key in sorted(self._parents))
        body = (
            f"<</Type/StructTreeRoot/K[{root.number} 0 R]/ParentTree<</Nums[{numbers}]>>"
            f"/ParentTreeNextKey {self._next_parent}"
        )
        named = sorted((element.id, element.number) for element in elements if element.id)
        if named:
            pairs = " ".join(f"{byte_string(key)} {count} 0 R" for key, count in named)
            limits = f"{byte_string(named[0][0])}{byte_string(named[-1][0])}"
            body += f"/IDTree<</Kids[<</Names[{pairs}]/Limits[{limits}]>>]>>"
        return body + ">>"

    def _page_reference(self, page: int) -> str:
        return self._doc.reference(f"Page{page + 1}")


def _parents(entry: Element | list[Element]) -> str:
    if isinstance(entry, Element):
        return f"{entry.number} 0 R"
    return f"[{' '.join(f'{element.number} 0 R' for element in entry)}]"
