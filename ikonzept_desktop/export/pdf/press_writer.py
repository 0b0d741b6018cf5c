"""A publication into a PDF for the print shop: the pages of `writer`, in inks, with bleed and a count that folds.

Left and right pages mirror their margins. Blank pages stand at the end, so that what opens on a right page goes on
doing so. A cover of its own is a file of four pages, of which the first is painted.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ikonzept_desktop.export.pdf.cover import add_cover
from ikonzept_desktop.export.pdf.embedding import embed_fonts
from ikonzept_desktop.export.pdf.logos import add_back, logo_lines
from ikonzept_desktop.export.pdf.press_canvas import CoarseImage, PressCanvas
from ikonzept_desktop.export.pdf.press_check import Flaw, flaws_of, take_back_claim
from ikonzept_desktop.export.pdf.press_metadata import describe_for_press
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.warmth import Warmth
from ikonzept_desktop.export.pdf.writer import (
    Progress,
    add_everything,
    make_setting,
    metadata_of,
    page_size,
    without_collector,
)
from ikonzept_desktop.export.press import Part, Press
from ikonzept_desktop.publication.tree import Publication
from ikonzept_desktop.values import dataclass

_CHECKED = 0.95
"""The share that is done when the file is written and waits to be checked."""


@dataclass(frozen=True, slots=True)
class PressReport:
    """What came of a print file."""

    pages: int
    """Of the file, blank ones among them."""
    blank: int
    missing_characters: tuple[tuple[str, str], ...]
    missing_images: tuple[str, ...]
    """The ids of figures whose image cannot be read."""
    coarse: tuple[CoarseImage, ...]
    flaws: tuple[Flaw, ...]
    """Why the file does not call itself PDF/X-4; nothing where it does."""
    annex_findings: tuple[str, ...] = ()
    """German sentences about attached PDFs."""


def write_print_pdf(
    publication: Publication,
    images: Mapping[str, bytes],
    out: Path,
    press: Press,
    progress: Progress = lambda _share: None,
    date: datetime | None = None,
    warmth: Warmth | None = None,
) -> PressReport:
    """Write the publication to the path as PDF/X-4, which it is called only where our own check has no objection.

    The same publication, images, profile and date give the same bytes, warm or cold. Raises OSError where the file
    cannot be written, MissingFontError where the program's own fonts are not there and InkError for a damaged profile.
    """
    moment = date or datetime.now().astimezone()
    mirrored = replace(publication, house_style=(*publication.house_style, ("mirrored", True)))
    with out.open("wb") as file, without_collector():
        canvas = PressCanvas(file, page_size(mirrored), press.profile, press.part, marks=press.marks)
        setting = make_setting(mirrored, images, canvas, warmth)
        _paint(setting, press.part, lambda share: progress(share * _CHECKED))
        _paint_back(setting, canvas)
        describe_for_press(canvas, metadata_of(mirrored, moment, press.part.value), press.profile)
        canvas.finish(Element("Document"), lambda: embed_fonts(canvas.document, canvas.lettering.faces))
    setting.let_go()
    if warmth is not None:
        warmth.turn()
    progress(_CHECKED)
    flaws = flaws_of(out)
    if flaws:
        take_back_claim(out)
    progress(1.0)
    return PressReport(
        pages=canvas.sheets,
        blank=canvas.blank,
        missing_characters=tuple(canvas.lettering.missing.items()),
        missing_images=tuple(dict.fromkeys(setting.without_image)),
        coarse=tuple(canvas.coarse.values()),
        flaws=flaws,
        annex_findings=tuple(dict.fromkeys(setting.annex_findings)),
    )


def _paint(setting: Setting, part: Part, progress: Progress) -> None:
    root = Element("Document")
    if part is Part.COVER:
        add_cover(setting, root)
        return
    add_everything(setting, root, progress)
    setting.flow.finish()


def _paint_back(setting: Setting, canvas: PressCanvas) -> None:
    """Paint the back of the cover, where there is something on it, as the last page; then fill the sheet up."""
    if logo_lines(setting, "back", setting.width):
        canvas.begin_back()
        add_back(setting, Element("Document"))
    canvas.fill_up()
