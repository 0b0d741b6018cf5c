"""The canvas for the press: inks in place of screen colours, boundaries for the knife, nothing only a screen needs.

Everything is painted as for the screen; when a page is written, its colours become inks. Black letters overprint what
is below them, so that no white edge shows where the plates do not meet (ISO 32000-1, 8.6.7).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from typing import IO

from ikonzept_desktop.export.pdf.canvas import Late, Rectangle, TaggedCanvas
from ikonzept_desktop.export.pdf.document import Raw, Stream, number
from ikonzept_desktop.export.pdf.foreign_form import ForeignPages, Form
from ikonzept_desktop.export.pdf.images import Picture
from ikonzept_desktop.export.pdf.inks import Inks
from ikonzept_desktop.export.pdf.looks import MM
from ikonzept_desktop.export.pdf.press_images import dots_per_inch, pixels_wanted, press_stream
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.press import Colours, Part, PressProfile
from ikonzept_desktop.values import dataclass

PDF_VERSION = (1, 6)
"""Of ISO 15930-7:2010, 6.1."""
SLUG = 8.5 * MM
"""What the sheet is larger than the trimmed page on each side where it has crop marks."""
_MARK_GAP = 3.5 * MM
"""From the trimmed page to the nearer end of its marks: outside the bleed."""
_MARK_WIDTH = 0.25
_COLOUR = re.compile(r"(?<![\w.])(\d*\.?\d+) (\d*\.?\d+) (\d*\.?\d+) (rg|RG)(?![\w*])")
_SOLID_BLACK = (0.0, 0.0, 0.0, 1.0)
_OVERPRINT, _KNOCK_OUT = "/Over gs", "/Knock gs"
_STATES = "/ExtGState<</Over<</OP true/op true/OPM 1>>/Knock<</OP false/op false/OPM 0>>>>"
_ALL_INKS = {
    Colours.CMYK: "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]",
    Colours.GRAY: "[/Separation/All/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]",
}


COVER_PAGES = 4
_BEFORE_INSIDE = 2


@dataclass(frozen=True, slots=True)
class CoarseImage:
    """A figure whose image is too coarse for print where it stands."""

    figure: str
    dpi: int


class PressCanvas(TaggedCanvas):
    """A canvas whose pages a print shop can use; the places of links are painted without a link."""

    def __init__(
        self, file: IO[bytes], size: tuple[float, float], profile: PressProfile, part: Part, *, marks: bool
    ) -> None:
        """Begin a file of pages of that size in pt; raises InkError for a damaged profile."""
        super().__init__(file, *size, version=PDF_VERSION)
        self.bleed = profile.bleed_mm * MM
        self.profile = profile
        self.foreign = PressedPages(self)
        self._condition = replace(profile, icc=blake2b(profile.icc).digest())
        """The profile by a short name for its bytes: compared for every page and image that is kept."""
        self.sheets = 0
        """Pages written so far, blank ones among them."""
        self.blank = 0
        """Blank pages among them."""
        self.coarse: dict[str, CoarseImage] = {}
        """By figure."""
        self._part = part
        self._is_ending = self._is_back = False
        self._marks = marks
        self._margin = SLUG if marks else self.bleed
        self._inks = Inks(profile)
        self._operators: dict[str, str] = {}

    def mark(self, element: Element) -> str:
        """Give the operator that opens content of the element; nothing will look for it."""
        return f"/{element.tag} BMC"

    def anchor(self, key: str, top: float) -> None:
        """Remember the page of a place: paper has no way there but its number."""
        del top
        self.pages_of_anchors.setdefault(key, self.page)

    def link(self, element: Element, rectangle: Rectangle, description: str, url: str = "", anchor: str = "") -> None:
        """Lay no link: a printed page has no annotations (ISO 15930-7, 6.17)."""

    def addOutlineEntry(self, *_arguments: object, **_named: object) -> None:  # noqa: N802 — ReportLab's name
        """Add no bookmark."""

    def picture(self, figure: str, key: str, picture: Picture, width: float) -> str:
        """Give the resource name of a figure's image in the press's inks, and remember one that is too coarse."""
        if self.is_left_out:
            return ""
        dpi = dots_per_inch(picture, width)
        if dpi < self.profile.lowest_dpi and (figure not in self.coarse or dpi < self.coarse[figure].dpi):
            self.coarse[figure] = CoarseImage(figure, dpi)
        pixels = pixels_wanted(picture, width, self.profile.lowest_dpi)
        wanted = (key, pixels, self._condition)
        make = partial(self.kept, wanted, lambda: press_stream(picture, self._inks, pixels))
        return self.image(f"{key}-{pixels}", make)

    @property
    def is_left_out(self) -> bool:
        """Whether the page belongs to another file; what a cover has no room for stands inside."""
        if self._part is Part.COVER:
            return self.page > 0 and not self._is_ending
        return self._part is Part.INSIDE and (self.page == 0 or self._is_back)

    def close_page(self) -> None:
        """Write the page, unless it belongs to another file, and begin the next one."""
        if self.is_left_out:
            self.paint = []
            self.page = _BEFORE_INSIDE if self._part is Part.INSIDE else self.page + 1
            return
        if self._marks:
            self.paint.append(self._crop_marks())
        super().close_page()
        self.sheets += 1

    def begin_back(self) -> None:
        """Let the next page be the last one, the back of the cover; blank pages stand before it."""
        if self._part is not Part.INSIDE:
            self.fill_up(following=1)
        self._is_back = True
        if self._part is Part.COVER:
            self.page = self.sheets

    def fill_up(self, *, following: int = 0) -> None:
        """Add blank pages, so that with those that follow their number is a multiple of the fold."""
        fold = COVER_PAGES if self._part is Part.COVER else self.profile.fold
        self._is_ending, self._is_back = True, False
        while (self.sheets + following) % fold:
            self.blank += 1
            self.close_page()

    def _boxes(self) -> str:
        width, height = self._pagesize
        edge, bled = self._margin, self._margin - self.bleed
        return "".join(
            f"/{name}[{number(at)} {number(at)} {number(width + 2 * edge - at)} {number(height + 2 * edge - at)}]"
            for name, at in (("MediaBox", 0.0), ("BleedBox", bled), ("TrimBox", edge))
        )

    def _page_object(self, contents: str) -> Raw:
        page = super()._page_object(contents)
        return Raw(page.body.replace("/Tabs/S", ""))

    def _page_stream(self, parts: list[str | Late]) -> Stream:
        edge = number(self._margin)
        painted = [part if isinstance(part, str) else part() for part in parts]

        def make() -> Stream:
            return Stream("\n".join([f"1 0 0 1 {edge} {edge} cm", *map(self._printed, painted)]).encode("latin-1"))

        return self.kept((edge, blake2b("\n".join(painted).encode("latin-1")).digest(), self._condition), make)

    def _printed(self, operators: str) -> str:
        """Give operators with inks in place of colours; most have none, which is seen at a glance."""
        return _COLOUR.sub(self._in_inks, operators) if "rg" in operators or "RG" in operators else operators

    def ink_operator(self, red: float, green: float, blue: float, operator: str) -> str:
        """Give the operator for a colour of the screen, `rg` or `RG`, in inks that leaves overprinting as it is."""
        found = _COLOUR.sub(self._in_inks, f"{red:.4f} {green:.4f} {blue:.4f} {operator}")
        return found.removeprefix(f"{_OVERPRINT} ").removeprefix(f"{_KNOCK_OUT} ")

    def _in_inks(self, match: re.Match[str]) -> str:
        """Give the operator for a colour in inks; grey is what a press with black alone knows."""
        known = self._operators.get(match[0])
        if known is None:
            levels = self._inks.levels(float(match[1]), float(match[2]), float(match[3]))
            stroked = match[4] == "RG"
            if len(levels) == 1:
                known = f"{number(1 - levels[0])} {'G' if stroked else 'g'}"
            else:
                state = _OVERPRINT if levels == _SOLID_BLACK else _KNOCK_OUT
                known = f"{state} {' '.join(map(number, levels))} {'K' if stroked else 'k'}"
            self._operators[match[0]] = known
        return known

    def _crop_marks(self) -> str:
        """Give the strokes at the corners that say where to cut, in every ink."""
        width, height = self._pagesize
        near, far = _MARK_GAP, SLUG
        strokes = []
        for x, away_x in ((0.0, -1), (width, 1)):
            for y, away_y in ((0.0, -1), (height, 1)):
                strokes.append(_stroke(x + away_x * near, y, x + away_x * far, y))
                strokes.append(_stroke(x, y + away_y * near, x, y + away_y * far))
        return f"q /Registration CS 1 SCN {_MARK_WIDTH} w {' '.join(strokes)} Q"

    def _more_resources(self) -> str:
        spaces = f"/ColorSpace<</Registration {_ALL_INKS[self.profile.colours]}>>" if self._marks else ""
        return (_STATES if self.profile.colours is Colours.CMYK else "") + spaces

    def _write_structure(self, root: Element) -> None:
        """Write no structure: paper is not read aloud."""


class PressedPages(ForeignPages):
    """Foreign pages in inks: as they are where they hold letters and lines, else as images."""

    is_read = False

    def __init__(self, canvas: PressCanvas) -> None:
        """Put them onto the pages of a canvas, as finely as its press asks for."""
        super().__init__(canvas)
        self._canvas = canvas
        self.dpi = max(self.dpi, canvas.profile.lowest_dpi)

    def form(self, make: Callable[[], Form | None]) -> Form | None:
        """Give a page in inks; none where it has to go through the profile, as an image."""
        form = None if self._canvas.is_left_out else make()
        if form is None:
            return None
        from ikonzept_desktop.export.pdf.foreign_inks import in_inks  # pikepdf comes with the first foreign page

        return in_inks(form, self._canvas.ink_operator)

    def image(self, key: str, make: Callable[[], Picture], width: float) -> str:
        """Give the resource name of a page's image; nothing on a page that belongs to another file."""
        return "" if self._canvas.is_left_out else self._canvas.picture("", key, make(), width)


def _stroke(x: float, y: float, until_x: float, until_y: float) -> str:
    return f"{number(x)} {number(y)} m {number(until_x)} {number(until_y)} l S"
