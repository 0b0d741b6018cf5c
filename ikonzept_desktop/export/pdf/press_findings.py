"""What a print shop would object to, in German: images that are too coarse, and what is not as PDF/X-4 asks for it."""

from collections.abc import Iterator

from ikonzept_desktop.export.naming import figure_name
from ikonzept_desktop.export.pdf.press_canvas import CoarseImage
from ikonzept_desktop.export.pdf.press_check import Flaw
from ikonzept_desktop.export.pdf.press_writer import PressReport
from ikonzept_desktop.export.press import PressProfile
from ikonzept_desktop.publication.tree import Publication


def press_findings(publication: Publication, profile: PressProfile, report: PressReport) -> tuple[str, ...]:
    """Give what is to be told of a print file, the images in the order of reading."""
    return (*_coarse(publication, profile, report.coarse), *_flawed(report.flaws))


def _coarse(publication: Publication, profile: PressProfile, coarse: tuple[CoarseImage, ...]) -> Iterator[str]:
    for image in coarse:
        place = figure_name(publication, image.figure)
        yield f"{place} hat im Druck {image.dpi} statt {profile.lowest_dpi} dpi und kann unscharf werden."


def _flawed(flaws: tuple[Flaw, ...]) -> Iterator[str]:
    if flaws:
        yield _NOT_X4
    for flaw in flaws:
        yield f"Seite {flaw.page}: {flaw.sentence}" if flaw.page else flaw.sentence


_NOT_X4 = (
    "Das PDF ist fertig, erfüllt aber PDF/X-4 nicht und nennt sich auch nicht so. "
    "Bitte zeigen Sie es der Druckerei, bevor gedruckt wird:"
)
