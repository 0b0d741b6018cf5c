"""What passes between a window and the process that makes its pages."""

from collections.abc import Mapping
from enum import StrEnum

from ikonzept_desktop.export.pdf.canvas import Place
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.values import dataclass

Tree = tuple[tuple[str, "Tree"], ...]
"""Ids of sections, each with those below it, in order."""


class Fit(StrEnum):
    """How large a page is shown."""

    WIDTH = "width"
    """As wide as there is room."""
    PAGE = "page"
    """As large as the whole of it can be seen."""
    PERCENT = "percent"
    """In a size of its own."""


@dataclass(frozen=True, slots=True)
class Update:
    """What has changed of a concept since the process was told last."""

    revision: int
    """Counts the states of the concept."""
    shell: Document
    """The concept without its sections and its Papierkorb."""
    tree: Tree
    sections: tuple[Section, ...]
    """Those that are new or changed, each without what is below it."""
    anew: bool
    """Whether nothing that was told before counts any more."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which pages are wanted, and how."""

    anchors: tuple[str, ...] = ()
    """Where the caret is, the innermost first: the page is the one this stands on."""
    share: float = 0.0
    """How far into the innermost the caret is, 0 to 1: what goes on over several pages is shown there."""
    stay: bool = False
    """Whether the page itself is wanted, wherever the caret is."""
    chapter: str = ""
    """The top section that is written in: it is laid out before the others."""
    page: int = 0
    """Counted from 0; shown where none of the anchors is to be found."""
    spread: bool = False
    """Whether the page is shown with the one that faces it, with margins that mirror each other as in print."""
    fit: Fit = Fit.WIDTH
    percent: int = 100
    room: tuple[int, int] = (600, 800)
    """Width and height of the place the pages are shown at, in px of the screen."""
    dots: float = 96.0
    """Of the screen, in an inch: what 100 % means."""
    seen: tuple[str, ...] = ()
    """The tokens of images that are at hand."""
    go_on: bool = False
    """Whether there is time to lay out the rest."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as an image."""

    page: int
    """Counted from 0."""
    token: str
    """Names the image: the same token, the same pixels."""
    width: int
    height: int
    """In px of the screen."""
    data: bytes | None
    """Blue, green, red and a byte without meaning for each px, row by row; None where the image is at hand."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The pages that are wanted, as well as they are known."""

    revision: int
    """The state of the concept they show."""
    images: tuple[PageImage, ...]
    """None of them before the first layout has ended."""
    count: int
    """Pages of the whole."""
    settled: bool
    """Whether all pages are those of the concept as it stands."""
    share: float
    """How much of the layout that goes on is done, 0 to 1."""
    scale: float
    """px for each pt."""
    height: float
    """Of a page, in pt."""
    margins: tuple[float, float]
    """Above the text of a page and below it, in pt."""
    places: tuple[Place, ...]
    """What begins on these pages."""
    before: str
    """The anchor of what goes on at the top of the first of them."""
    found: str
    """The anchor of the wish that was found, or nothing."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """Images the process has not got yet; they are to be given before it can go on."""

    digests: tuple[str, ...]


Answer = Shown | Lacking
Images = Mapping[str, bytes]
"""By digest; nothing for one that cannot be had."""
