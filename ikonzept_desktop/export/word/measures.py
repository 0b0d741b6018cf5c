"""Sizes and spaces of the styles, for the styles themselves and for expecting pages."""

from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How tall a paragraph of a style is."""

    half_points: int
    """Font size (`w:sz`)."""
    before: int = 0
    """Space above, in twips."""
    after: int = 0
    pitch: int = 240
    """Line pitch in 240ths of the font's own."""
    bold: bool = False

    @property
    def size(self) -> float:
        """Font size in pt."""
        return self.half_points / 2

    @property
    def spacing_xml(self) -> str:
        """Write `w:spacing`."""
        return f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.pitch}" w:lineRule="auto"/>'

    def weighted(self, between: str) -> str:
        """Write weight, then what stands between, then size."""
        weight = "<w:b/><w:bCs/>" if self.bold else ""
        return f'{weight}{between}<w:sz w:val="{self.half_points}"/><w:szCs w:val="{self.half_points}"/>'


BODY = Measure(22, 0, 140, 276)
LIST = Measure(22, 0, 60, 276)
LIST_END = Measure(22, 0, 140, 276)
TITLE = Measure(64, 0, 0, 228, bold=True)
SUBTITLE = Measure(30, 160)
COVER_TEXT = Measure(24, 0, 80)
HEADINGS = (
    Measure(40, 0, 240, bold=True),
    Measure(31, 320, 120, bold=True),
    Measure(27, 280, 100, bold=True),
    *[Measure(24, 240, 80, bold=True)] * 6,
)
FIELD_HEADING = Measure(23, 200, 60, bold=True)
CONTENTS = (Measure(22, 120, 40, bold=True), *[Measure(22, 0, 40)] * 8)
DIRECTORY = Measure(22, 0, 60)
CAPTION = Measure(20, 160, 100, bold=True)
SOURCE = Measure(18, 60, 200)
FIGURE = Measure(22, 160)
FIGURE_ALONE = Measure(22, 160, 160)
"""Without a caption below."""
NOTE = Measure(18, 0, 20)
TABLE_TEXT = Measure(20, 20, 20)
TABLE_HEAD = Measure(20, 20, 20, bold=True)
BOX_TITLE = Measure(22, 60, 40, bold=True)
BOX_LABEL = TABLE_TEXT
MARGIN_TEXT = Measure(18)
REVIEW_TITLE = Measure(48, 0, 160, bold=True)
REVIEW_HEADING = Measure(24, 360, 80, bold=True)
REVIEW_TEXT = Measure(22, 0, 100, 276)
REVIEW_MARK = Measure(18, 0, 140)

DIRECTORIES_APART = 480
"""Space above the heading of a list that stands below another one, in twips."""
SPACER = 160
"""Height of the empty line below a table, in twips."""
TABLE_MARGIN = (28, 85)
"""Room within the cells of a table, above and below, left and right, in twips."""
BOX_MARGIN = (28, 142)
LIST_INDENT = 397
"""Indent of each level of a list, in twips."""
QUOTE_INDENT = 454
"""Indent of a quotation on either side, in twips."""
_BOX_LABEL_SHARE = 0.26


def box_columns(width: int) -> tuple[int, int]:
    """Part a box of that width into its columns of labels and of values, in twips."""
    label = round(width * _BOX_LABEL_SHARE)
    return label, width - label
