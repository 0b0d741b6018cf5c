"""The sheet of paper: A4 upright and across, its margins, and the section properties that say so.

Lengths are twips (twentieths of a point) unless a name says otherwise.
"""

from ikonzept_desktop.values import dataclass

SHORT_SIDE = 11906
LONG_SIDE = 16838
MARGIN_SIDE = 1418
MARGIN_TOP = 1588
MARGIN_BOTTOM = 1361
HEADER_DISTANCE = 709
FOOTER_DISTANCE = 624

TEXT_WIDTH = SHORT_SIDE - 2 * MARGIN_SIDE
TEXT_HEIGHT = LONG_SIDE - MARGIN_TOP - MARGIN_BOTTOM
ACROSS_WIDTH = LONG_SIDE - 2 * MARGIN_SIDE
ACROSS_HEIGHT = SHORT_SIDE - MARGIN_TOP - MARGIN_BOTTOM

MOST_COLUMNS_UPRIGHT = 7
"""A table of more columns is set on pages of its own, across."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room an element is set in."""

    width: int = TEXT_WIDTH
    height: int = TEXT_HEIGHT
    in_cell: bool = False
    keep_next: bool = False
    """Every paragraph stays on one page with what follows."""


UPRIGHT = Frame()
ACROSS = Frame(ACROSS_WIDTH, ACROSS_HEIGHT)


@dataclass(frozen=True, slots=True)
class Margins:
    """The relationship ids of what is printed in the margins of a section."""

    header: str
    footer: str
    first_header: str = ""
    """On a first page that differs: the cover."""
    first_footer: str = ""


def section_properties(margins: Margins, across: bool) -> str:
    """Write `w:sectPr`, its children in the order of ECMA-376 Part 1, 17.6.17."""
    width, height = (LONG_SIDE, SHORT_SIDE) if across else (SHORT_SIDE, LONG_SIDE)
    turned = ' w:orient="landscape"' if across else ""
    first = "<w:titlePg/>" if margins.first_header else ""
    return (
        f"<w:sectPr>{_references(margins)}"
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{MARGIN_TOP}" w:right="{MARGIN_SIDE}" w:bottom="{MARGIN_BOTTOM}" w:left="{MARGIN_SIDE}" '
        f'w:header="{HEADER_DISTANCE}" w:footer="{FOOTER_DISTANCE}" w:gutter="0"/>'
        f'<w:cols w:space="708"/>{first}</w:sectPr>'
    )


def _references(margins: Margins) -> str:
    first = ""
    if margins.first_header:
        first = (
            f'<w:headerReference w:type="first" r:id="{margins.first_header}"/>'
            f'<w:footerReference w:type="first" r:id="{margins.first_footer}"/>'
        )
    return (
        f'<w:headerReference w:type="default" r:id="{margins.header}"/>'
        f'<w:footerReference w:type="default" r:id="{margins.footer}"/>{first}'
    )
