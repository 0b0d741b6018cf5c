"""What is worth a look before the concept is given out: what would not conform, or would look bad in print."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from ikonzept_desktop.checking import texts
from ikonzept_desktop.checking.duties import duties
from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.checking.places import Place, Spot
from ikonzept_desktop.checking.survey import is_passed_over, spots_of
from ikonzept_desktop.model.blocks import Blocks, Figure
from ikonzept_desktop.model.cropping import size_of
from ikonzept_desktop.model.document import LOGO_PLACES, Document, Section
from ikonzept_desktop.model.fields import Records, RichText
from ikonzept_desktop.model.inboxes import given_out
from ikonzept_desktop.model.inline import Text, plain, size
from ikonzept_desktop.model.references import targets
from ikonzept_desktop.model.template import FieldType, Role, SectionKind
from ikonzept_desktop.publication.order import is_printed
from ikonzept_desktop.values import dataclass

KINDS = frozenset(
    {
        Kind.MISSING,
        Kind.ALTERNATIVE_TEXT,
        Kind.DANGLING,
        Kind.NOT_A_DAY,
        Kind.EMPTY,
        Kind.NO_HEADER,
        Kind.EMPTY_LINK,
    }
)
"""Of what is found while writing, what matters to whoever gets the finished file."""
WEB_DPI, PRINT_DPI = 150, 300
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Means:
    """What the concept is printed with."""

    characters: frozenset[str]
    """Those that one of the fonts has."""
    sizes: Mapping[str, tuple[int, int]]
    """Width and height in px of every image that can be read, by its digest."""
    printed_mm: Callable[[Figure, float, bool], float]
    """Gives how wide an image comes out, by its height to its width and whether it is on the cover."""
    least_dpi: int = PRINT_DPI
    """Below which an image is told of."""


def before_output(document: Document, surveyed: Iterable[Finding], means: Means | None) -> tuple[Finding, ...]:
    """Give what was found of logos, then, section after section, while writing, and what the means of printing add."""
    by_section: dict[str, list[Finding]] = {}
    for finding in surveyed:
        if finding.kind in KINDS:
            by_section.setdefault(finding.place.section, []).append(finding)
    found = list(_of_logos(document, means))
    for section in given_out(document):
        kind = document.template.kind(section.kind)
        found.extend(each for each in by_section.get(section.id, ()) if _is_given_out(kind, each.place))
        if means is not None:
            found.extend(_of_means(document, section, means))
    passed = frozenset(document.properties.passed_over)
    return tuple(each for each in found if not is_passed_over(each, passed))


def of_structure(document: Document, today: date) -> tuple[Finding, ...]:
    """Give what is wrong whatever the concept is printed with, without going through its words."""
    ids = targets(document)
    found = [each for section in given_out(document) for each in duties(document, section, ids, today)]
    return before_output(document, found, None)


def _of_logos(document: Document, means: Means | None) -> Iterator[Finding]:
    for number, logo in enumerate(document.properties.logos, start=1):
        if logo.place not in LOGO_PLACES:
            continue
        place = Place("", "logos", logo.image, logo.place)
        named = texts.LOGO.format(number=number, place=texts.LOGO_PLACES[logo.place])
        if not logo.alternative_text.strip():
            yield Finding(Kind.LOGO_TEXT, place, named, texts.NO_LOGO_TEXT)
        if means is not None and logo.image not in means.sizes:
            yield Finding(Kind.LOGO_IMAGE, place, named, texts.NO_LOGO_IMAGE)


def _is_given_out(kind: SectionKind, place: Place) -> bool:
    return not place.field or _is_printed(kind, place.field, place.column)


def _is_printed(kind: SectionKind, field: str, column: str) -> bool:
    type = _named(kind.fields, field)
    if type is None or not is_printed(type):
        return False
    below = _named(type.columns, column) if column else type
    return below is not None and is_printed(below)


def _named(types: tuple[FieldType, ...], key: str) -> FieldType | None:
    return next((type for type in types if type.key == key), None)


def _of_means(document: Document, section: Section, means: Means) -> Iterator[Finding]:
    kind = document.template.kind(section.kind)
    for field, spot in spots_of(document.template, section):
        if not field or _is_printed(kind, field, spot.column):
            yield from _unset(section.id, field, spot, means.characters)
    for place, figure in _figures(section, kind):
        yield from _about_image(place, figure, means, on_cover=kind.role is Role.COVER)


def _unset(section: str, field: str, spot: Spot, characters: frozenset[str]) -> Iterator[Finding]:
    """Go through the characters of a line that no font has, each told once."""
    # Words of other languages too, which `words.flat` hides from the dictionary.
    line = "".join(part.text if isinstance(part, Text) else " " * size(part) for part in spot.inlines)
    if characters.issuperset(line):
        return
    for sign in dict.fromkeys(line):
        if sign not in characters and sign.isprintable():
            at = line.index(sign)
            place = spot.place(section, field, at, at + 1)
            yield Finding(Kind.NO_GLYPH, place, sign, texts.NO_GLYPH.format(sign=sign))


def _figures(section: Section, kind: SectionKind) -> Iterator[tuple[Place, Figure]]:
    for field in section.fields:
        match field.value:
            case RichText(blocks=blocks) if _is_printed(kind, field.key, ""):
                yield from _in_blocks(Place(section.id, field.key), blocks)
            case Records(records=records):
                for record in records:
                    for part in record.fields:
                        if isinstance(part.value, RichText) and _is_printed(kind, field.key, part.key):
                            place = Place(section.id, field.key, record.id, part.key)
                            yield from _in_blocks(place, part.value.blocks)
            case _:
                pass


def _in_blocks(place: Place, blocks: Blocks) -> Iterator[tuple[Place, Figure]]:
    for block in blocks:
        if isinstance(block, Figure):
            yield Place(place.section, place.field, place.record, place.column, block.id), block


def _about_image(place: Place, figure: Figure, means: Means, *, on_cover: bool) -> Iterator[Finding]:
    named = plain(figure.caption).strip() or texts.FIGURE
    size = means.sizes.get(figure.image)
    if size is None:
        yield Finding(Kind.MISSING_IMAGE, place, named, texts.MISSING_IMAGE)
        return
    width, height = size_of(figure.crop, *size)
    dpi = round(width * _MM_PER_INCH / means.printed_mm(figure, height / width, on_cover))
    if dpi < means.least_dpi:
        why = texts.LOW_RESOLUTION if dpi < WEB_DPI else texts.LOW_FOR_PRINT
        yield Finding(Kind.LOW_RESOLUTION, place, named, why.format(dpi=dpi))
