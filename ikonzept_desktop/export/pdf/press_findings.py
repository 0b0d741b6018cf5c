"""What a print shop would object to, in German: images that are too coarse, and what is not as PDF/X-4 asks for it."""

from collections.abc import Iterator

from ikonzept_desktop.export.pdf.press_canvas import CoarseImage
from ikonzept_desktop.export.pdf.press_check import Flaw
from ikonzept_desktop.export.pdf.press_writer import PressReport
from ikonzept_desktop.export.press import PressProfile
from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.tree import FigureElement, Publication, all_elements, all_sections


def press_findings(publication: Publication, profile: PressProfile, report: PressReport) -> tuple[str, ...]:
    """Give what is to be told of a print file, the images in the order of reading."""
    return (*_coarse(publication, profile, report.coarse), *_flawed(report.flaws))


def _coarse(publication: Publication, profile: PressProfile, coarse: tuple[CoarseImage, ...]) -> Iterator[str]:
    found = {image.figure: image.dpi for image in coarse}
    for place, figure in _figures(publication):
        dpi = found.pop(figure.id, None)
        if dpi is not None:
            yield _COARSE.format(place=place, dpi=dpi, wanted=profile.lowest_dpi)
    for dpi in found.values():
        yield _COARSE.format(place="Ein Bild", dpi=dpi, wanted=profile.lowest_dpi)


def _figures(publication: Publication) -> Iterator[tuple[str, FigureElement]]:
    """Go through the figures with where they are: section and name."""
    for section in all_sections(publication.sections):
        title = f"{section.number} {section.title}".strip()
        for element in all_elements(section.elements):
            if isinstance(element, FigureElement):
                named = element.label or "Ein Bild"
                yield ("Das Titelbild" if section.role is Role.COVER else f"{named} in „{title}“"), element


def _flawed(flaws: tuple[Flaw, ...]) -> Iterator[str]:
    if flaws:
        yield _NOT_X4
    for flaw in flaws:
        yield f"Seite {flaw.page}: {flaw.sentence}" if flaw.page else flaw.sentence


_COARSE = "{place} hat im Druck {dpi} statt {wanted} dpi und kann unscharf werden."
_NOT_X4 = (
    "Das PDF ist fertig, erfüllt aber PDF/X-4 nicht und nennt sich auch nicht so. "
    "Bitte zeigen Sie es der Druckerei, bevor gedruckt wird:"
)
