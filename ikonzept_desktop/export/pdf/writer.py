"""A publication into a PDF file, in one pass over its pages.

1. Cover, imprint and table of contents, then section after section, become rows (`sections` and what it calls).
2. `flow` fills pages with rows and paints each page when it is full; its contents go to the file at once.
3. Page numbers that were not known yet, fonts, the structure tree and the catalog are written at the end.
"""

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.export.pdf.abbreviations import add_abbreviations
from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.composing import Composer
from ikonzept_desktop.export.pdf.contents import add_contents, add_directory
from ikonzept_desktop.export.pdf.cover import add_cover
from ikonzept_desktop.export.pdf.embedding import embed_fonts
from ikonzept_desktop.export.pdf.flow import Flow, geometry_of
from ikonzept_desktop.export.pdf.fonts import FontShelf
from ikonzept_desktop.export.pdf.furniture import Furniture
from ikonzept_desktop.export.pdf.logos import add_back, add_funders
from ikonzept_desktop.export.pdf.looks import Looks
from ikonzept_desktop.export.pdf.metadata import Metadata, describe
from ikonzept_desktop.export.pdf.sections import add_section
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.warmth import Warmth
from ikonzept_desktop.export.shown_images import shown_images
from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.anchor_names import anchor_names
from ikonzept_desktop.publication.tree import Publication, PublishedSection
from ikonzept_desktop.values import dataclass

Progress = Callable[[float], None]
"""Is told the share that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What came of an export."""

    pages: int
    notes: int
    """Footnotes that were set; every one that is referred to."""
    missing_characters: tuple[tuple[str, str], ...] = ()
    """Characters no font has, each with a word it stands in; a frame stands in their place."""
    missing_images: tuple[str, ...] = ()
    """The ids of figures whose image cannot be read; an empty frame stands in their place."""
    undescribed_images: tuple[str, ...] = ()
    """The ids of figures without alternative text; their caption stands for it."""
    annex_findings: tuple[str, ...] = ()
    """German sentences about attached PDFs."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Spare the time the search for circles takes: of 3,000 pages a quarter, and it frees nothing.

    What is laid out is let go of as soon as it is painted; the structure tree is needed to the end.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _ignore(_share: float) -> None:
    return


def write_pdf(
    publication: Publication,
    images: Mapping[str, bytes],
    out: Path,
    progress: Progress = _ignore,
    date: datetime | None = None,
    warmth: Warmth | None = None,
) -> PdfReport:
    """Write the publication to the path as a tagged PDF; images are given by their SHA-256 digests.

    The same publication, images and date give the same bytes, whatever is kept of earlier files. Raises OSError where
    the file cannot be written and MissingFontError where the program's own fonts are not there.
    """
    moment = date or datetime.now().astimezone()
    with out.open("wb") as file, without_collector():
        setting = make_setting(publication, images, TaggedCanvas(file, *page_size(publication)), warmth)
        setting.canvas.anchor_names = anchor_names(publication)
        root = Element("Document")
        add_everything(setting, root, progress)
        setting.flow.finish()
        add_back(setting, root)
        canvas = setting.canvas
        describe(canvas, metadata_of(publication, moment))
        canvas.finish(root, lambda: embed_fonts(canvas.document, canvas.lettering.faces))
    notes = len(setting.flow.notes_drawn)
    setting.let_go()
    if warmth is not None:
        warmth.turn()
    progress(1.0)
    return PdfReport(
        pages=canvas.page,
        notes=notes,
        missing_characters=tuple(canvas.lettering.missing.items()),
        missing_images=tuple(dict.fromkeys(setting.without_image)),
        undescribed_images=tuple(dict.fromkeys(setting.without_words)),
        annex_findings=tuple(dict.fromkeys(setting.annex_findings)),
    )


def page_size(publication: Publication) -> tuple[float, float]:
    """Give width and height of the trimmed page in pt."""
    style = house_style(publication.house_style)
    geometry = geometry_of(style.page_size_mm, 0, 0, 0, 0, False)
    return geometry.width, geometry.height


def make_setting(
    publication: Publication, images: Mapping[str, bytes], canvas: TaggedCanvas, warmth: Warmth | None = None
) -> Setting:
    """Give a publication as it is to be set on the pages of a canvas, in what is warm where there is something."""
    style = house_style(publication.house_style)
    geometry = geometry_of(
        style.page_size_mm,
        style.margin_top_mm,
        style.margin_bottom_mm,
        style.margin_inner_mm,
        style.margin_outer_mm,
        style.mirrored,
        style.text_indent_mm,
    )
    looks = Looks(style)
    composer = warmth.composer(publication.language) if warmth else Composer(FontShelf(), publication.language)
    if warmth:
        canvas.compress, canvas.kept = warmth.page, warmth.stream
    shown = shown_images(publication, images, warmth.cut) if warmth else shown_images(publication, images)
    setting = Setting(
        publication, shown, looks, composer, canvas, geometry.column, geometry.depth, indent=geometry.indent
    )
    furniture = Furniture(composer, looks, geometry, publication.cover)
    setting.flow = Flow(canvas, geometry, setting.note_rows, furniture.paint, overrun=looks.body.leading)
    return setting


def add_everything(setting: Setting, root: Element, progress: Progress) -> None:
    """Put the whole publication onto the pages, from the cover to the last section."""
    add_front(setting, root)
    sections = text_of(setting.publication)
    for count, section in enumerate(sections):
        progress(count / len(sections))
        add_section(setting, section, root)


def add_front(setting: Setting, root: Element) -> None:
    """Put onto the pages what stands before the first chapter."""
    publication = setting.publication
    add_cover(setting, root)
    imprint = [section for section in publication.sections if section.role is Role.IMPRINT]
    for section in imprint:
        add_section(setting.in_small(), section, root)
    add_funders(setting.in_small(), root, first=not imprint)
    if publication.contents:
        add_contents(setting, root)
    _add_directories(setting, root)


def text_of(publication: Publication) -> list[PublishedSection]:
    """Give the top sections of the text itself, in reading order."""
    return [section for section in publication.sections if section.role is Role.TEXT]


def _add_directories(setting: Setting, root: Element) -> None:
    """Put the lists that are asked for below each other on pages of their own."""
    publication = setting.publication
    for count, directory in enumerate(publication.directories):
        add_directory(setting, directory, root, first=count == 0)
    if publication.abbreviations:
        add_abbreviations(setting, root, first=not publication.directories)
    if publication.directories or publication.abbreviations:
        setting.flow.new_page()


def metadata_of(publication: Publication, moment: datetime, part: str = "") -> Metadata:
    """Give what the file says about itself; `part` tells apart the files that are made of one publication."""
    cover = publication.cover
    seed = f"{cover.title}\n{publication.snapshot}\n{moment.isoformat()}{part}"
    identifier = hashlib.sha256(seed.encode("utf-8")).hexdigest()[:32]
    title = " – ".join(part for part in (cover.title, cover.subtitle) if part)
    return Metadata(title or "Konzept", cover.publisher, publication.language or "de-DE", moment, identifier)
