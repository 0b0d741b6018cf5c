"""What stands in the margins: header, footer, and the word across the page of a draft."""

from ikonzept_desktop.export.shortening import shortened
from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.fields import field
from ikonzept_desktop.export.word.metrics import text_width
from ikonzept_desktop.export.word.page import TEXT_WIDTH
from ikonzept_desktop.export.word.styles import FONT, Colours
from ikonzept_desktop.export.word.xml import NAMESPACES, escape, paragraph, text_run

_DRAWN = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
# The preset shape 136, plain text on a straight path, as Word writes it for its own watermarks.
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
    '<v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_GAP = 300
"""What the two ends of a line are apart at least, in twips."""
_WIDTH_PT, _LETTER_PT = 420, 58


def header_xml(left: str, right: str, watermark: str, width: int, look: Colours) -> str:
    """Write a header of two ends over a thin line, for a text width in twips; what is too long is cut short."""
    right = _cut(right, width // 2)
    left = _cut(left, width - _GAP - _width(right))
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{look.accent}"/></w:pBdr>'
    ends = text_run(left) + "<w:r><w:tab/></w:r>" + text_run(right)
    return _part("hdr", paragraph("Header", ends + _watermark(watermark), line + _tab_stop(width)))


def footer_xml(left: str, pages: int, width: int) -> str:
    """Write a footer: what draft this is, cut short where it is too long, and `Seite x von y`."""
    left = _cut(left, width - _GAP - _width(f"Seite {pages} von {pages}"))
    counted = (
        text_run("Seite ") + field("PAGE", text_run("1")) + text_run(" von ") + field("NUMPAGES", text_run(str(pages)))
    )
    return _part("ftr", paragraph("Footer", text_run(left) + "<w:r><w:tab/></w:r>" + counted, _tab_stop(width)))


def _cut(text: str, width: int) -> str:
    return shortened(text, lambda part: _width(part) <= width)


def _width(text: str) -> int:
    """Give the width of text in the margin, in twips."""
    return round(text_width(text, measures.MARGIN_TEXT.size) * 20)


def cover_header_xml(watermark: str) -> str:
    """Write the cover's header: the watermark alone."""
    return _part("hdr", paragraph("Header", _watermark(watermark)))


def cover_footer_xml() -> str:
    """Write the cover's footer, which is empty."""
    return _part("ftr", paragraph("Footer", ""))


def _part(name: str, content: str) -> str:
    return f"<w:{name} {NAMESPACES} {_DRAWN}>{content}</w:{name}>"


def _tab_stop(width: int) -> str:
    if width == TEXT_WIDTH:
        return ""
    return f'<w:tabs><w:tab w:val="clear" w:pos="{TEXT_WIDTH}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _watermark(word: str) -> str:
    if not word:
        return ""
    width = min(_WIDTH_PT, _LETTER_PT * len(word))
    height = round(1.5 * width / len(word))
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    said = escape(word)
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject1" '
        f'o:spid="_x0000_s2049" type="#_x0000_t136" alt="Wasserzeichen {said}" style="{place}" o:allowincell="f" '
        f'fillcolor="#c8cfd2" stroked="f"><v:fill opacity=".3"/>'
        f'<v:textpath style="font-family:&quot;{FONT}&quot;;font-size:1pt;font-weight:bold" string="{said}"/>'
        "</v:shape></w:pict></w:r>"
    )
