"""Figures: an image in the line, its alternative text, its caption and source below.

Lengths are EMU, 914,400 to the inch (ECMA-376 Part 1, 20.1.10.16).
"""

from ikonzept_desktop.export.figure_sizes import width_in
from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.ink import Ink, Picture
from ikonzept_desktop.export.word.page import Frame
from ikonzept_desktop.export.word.runs import block_xml
from ikonzept_desktop.export.word.tables import caption_xml
from ikonzept_desktop.export.word.xml import escape, paragraph, text_run
from ikonzept_desktop.publication.ids import source_id
from ikonzept_desktop.publication.tree import FigureElement

_EMU_PER_TWIP = 635
_TWIPS_PER_MM = 1440 / 25.4
TALLEST = 0.72
"""Share of the page's height that leaves room for the caption."""
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = (
    f'<a:extLst xmlns:a="{_A}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Says that an image has nothing to be described ([MS-ODRAWXML] 2.7.2)."""


def figure_xml(figure: FigureElement, frame: Frame, ink: Ink) -> str:
    """Write a figure; in place of an image that is missing stands its description, and the report says so."""
    picture = ink.pictures.get(figure.picture)
    below = bool(figure.label or figure.caption or figure.source)
    shown = _drawing(figure, picture, frame, ink) if picture else _missing(figure, ink)
    if not (figure.label or figure.caption):
        shown = ink.block(figure.id, shown)
    alone = f'<w:keepNext w:val="0"/>{measures.FIGURE_ALONE.spacing_xml}'
    image = paragraph("IKFigure", shown, "" if below else alone)
    keep = "<w:keepNext/>" if figure.source else ""
    source = block_xml(source_id(figure.id), figure.source, ink) if figure.source else ""
    caption = caption_xml(figure.id, figure.label, figure.caption, keep, ink)
    return image + caption + (paragraph("IKSource", source) if source else "")


def image_size(figure: FigureElement, pixels: tuple[int, int], frame: Frame) -> tuple[int, int]:
    """Give width and height in twips, less than it asks for if it would be too tall."""
    width = width_in(figure, frame.width, _TWIPS_PER_MM)
    height = width * pixels[1] / pixels[0]
    tallest = TALLEST * frame.height
    if height > tallest:
        width, height = width * tallest / height, tallest
    return max(round(width), 1), max(round(height), 1)


def _missing(figure: FigureElement, ink: Ink) -> str:
    name = figure.label or "Eine Abbildung"
    ink.findings.append(
        f"{name}: Das Bild fehlt im Konzept oder ist kein lesbares Bild. An seiner Stelle steht die Beschreibung; "
        "fügen Sie das Bild neu ein und geben Sie den Entwurf noch einmal aus."
    )
    return text_run(f"[Bild fehlt: {figure.alternative_text}]" if figure.alternative_text else "[Bild fehlt]")


def _drawing(figure: FigureElement, picture: Picture, frame: Frame, ink: Ink) -> str:
    wide, high = (length * _EMU_PER_TWIP for length in image_size(figure, picture.pixels, frame))
    number = ink.drawings.next()
    said = "" if figure.decorative else escape(figure.alternative_text)
    described = f'id="{number}" name="Bild {number}" descr="{said}"'
    whole = f"<wp:docPr {described}>{_DECORATIVE}</wp:docPr>" if figure.decorative else f"<wp:docPr {described}/>"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/>{whole}'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{picture.relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
