"""How fields of action open: under a band of their colour, or with a page of it."""

from ikonzept_desktop.export.pdf.bleed import bleed_rectangle
from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.looks import MM
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.rows import DrawnRow, Mark
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.publication.tree import PublishedSection, TextRun

_BAND_PAD = 9 * MM
_BAND_LEAST = 42 * MM
"""Height of the band below the page's upper edge, at least."""
_TALLEST_TITLE = 0.5
"""Share of the column's height that a title may take."""
_TITLE_AT = 0.62
"""Where the title's last line ends on a page of colour, as a share of the column's height from above."""
_RULE_WIDTH = 24 * MM
_RULE_HEIGHT = 1.6


def add_opening(setting: Setting, section: PublishedSection, element: Element, mark: Mark) -> None:
    """Open a page with the title on the colour of the house, or of the field of action."""
    looks = setting.looks
    width = setting.width - setting.indent
    number = setting.block((TextRun(section.number),), looks.band_number, width, element)
    narrow = setting.narrowed(width)
    title = narrow.fitting_block(section.title or "\u2013", looks.band_title, setting.depth * _TALLEST_TITLE, element)
    if looks.style.opening_layout == "page":
        _add_page(setting, number, title, mark)
    else:
        _add_band(setting, number, title, mark)


def _add_band(setting: Setting, number: Block, title: Block, mark: Mark) -> None:
    inner = max(number.height + title.height + _BAND_PAD, _BAND_LEAST - setting.flow.geometry.top)
    colour = setting.looks.accent

    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        bottom = top - inner
        page = setting.flow.geometry
        bleed_rectangle(canvas, colour, (0.0, bottom, page.width, page.height))
        title_top = bottom + _BAND_PAD * 0.75 + title.height
        _write(canvas, number, title, left + setting.indent, title_top)

    row = DrawnRow(height=inner, paint=paint, anchors=(mark.anchor,), mark=mark)
    setting.flow.add_heading([row], 0.0, setting.looks.body.leading * 1.6)


def _add_page(setting: Setting, number: Block, title: Block, mark: Mark) -> None:
    """Fill a page with the colour; the text begins on the next one."""
    looks = setting.looks
    at = max(setting.depth * _TITLE_AT, title.height + number.height)

    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        page = setting.flow.geometry
        bleed_rectangle(canvas, looks.accent, (0.0, 0.0, page.width, page.height))
        x, bottom = left + setting.indent, top - at
        _write(canvas, number, title, x, bottom + title.height)
        with canvas.artifact():
            y = bottom - looks.body.leading
            area = f"{x:.2f} {y:.2f} {_RULE_WIDTH:.2f} {_RULE_HEIGHT:.2f}"
            canvas.paint.append(f"{looks.on_accent.fill} {area} re f")

    row = DrawnRow(height=setting.depth, paint=paint, anchors=(mark.anchor,), mark=mark)
    setting.flow.add([row])
    setting.flow.fill_with_colour()
    setting.flow.new_page()


def _write(canvas: TaggedCanvas, number: Block, title: Block, x: float, title_top: float) -> None:
    if number.lines:
        Pen(canvas, number).write(0, len(number.lines), x, title_top + number.height)
    Pen(canvas, title).write(0, len(title.lines), x, title_top)
