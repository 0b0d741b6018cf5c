"""A sample of how a house style looks: the cover and a few pages with the concept's own words, as images."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.export.pdf.looking import lay_out_whole
from ikonzept_desktop.export.pdf.looks import Looks
from ikonzept_desktop.export.pdf.warmth import Warmth
from ikonzept_desktop.export.preview.rendering import Layout
from ikonzept_desktop.jobs import Report
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.template import Placement, Role
from ikonzept_desktop.publication.build import build_chapter
from ikonzept_desktop.publication.tree import BoxElement, Note, Publication, PublishedSection, all_sections
from ikonzept_desktop.values import dataclass

_ELEMENTS = 7
"""With which a section begins; a sample shows no more of it."""
_BOXES = 2
_warmth: list[Warmth] = []


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One page as an image."""

    width: int
    height: int
    data: bytes
    """Blue, green, red and a byte without meaning for each px, row by row."""


def sample_of(document: Document) -> Publication:
    """Give what a sample shows of a concept: the cover, a chapter, a field of action and a list of the annex."""
    kinds = Looks(house_style(document.template.house_style)).opening_kinds
    wanted: list[Callable[[PublishedSection], bool]] = [
        lambda each: each.role is Role.COVER,
        _is_chapter,
        lambda each: each.kind in kinds,
        _is_annex,
    ]
    chosen: dict[int, PublishedSection] = {}
    notes: dict[int, Note] = {}
    publication = build_chapter(document, "")
    for top in document.sections:
        published = build_chapter(document, top.id)
        for section in all_sections(published.sections):
            which = next((at for at, fits in enumerate(wanted) if at not in chosen and fits(section)), None)
            if which is not None and section.elements:
                chosen[which] = _shortened(section)
                notes.update((note.number, note) for note in published.notes)
        if len(chosen) == len(wanted):
            break
    sections = tuple(chosen[at] for at in sorted(chosen))
    return replace(publication, sections=sections, logos=document.properties.logos, notes=tuple(notes.values()))


def _is_chapter(section: PublishedSection) -> bool:
    return section.role is Role.TEXT and section.placement is Placement.BODY and section.level == 1


def _is_annex(section: PublishedSection) -> bool:
    return section.placement is Placement.ANNEX


def _shortened(section: PublishedSection) -> PublishedSection:
    """Give a section by itself: how it begins, and a box or two with what stands above them."""
    elements = section.elements
    boxes = [at for at, element in enumerate(elements) if isinstance(element, BoxElement)][:_BOXES]
    begun = elements[: min([_ELEMENTS, *boxes])]
    kept = elements[max(boxes[0] - 1, len(begun)) : boxes[-1] + 1] if boxes else ()
    return replace(section, elements=(*begun, *kept), children=())


def draw_sample(
    _report: Report, publication: Publication, images: Mapping[str, bytes], width: int, most: int
) -> tuple[SamplePage, ...]:
    """Lay out a sample and give its first pages as images so many px wide."""
    if not _warmth:
        _warmth.append(Warmth())
    layout = Layout()
    try:
        for _ in lay_out_whole(publication, images, layout.file, layout.pages, _warmth[0]):
            pass
        across, _down = layout.size()
        count = min(layout.pages.count, most)
        return tuple(SamplePage(*layout.drawn(page, width / across)) for page in range(count))
    finally:
        layout.close()
