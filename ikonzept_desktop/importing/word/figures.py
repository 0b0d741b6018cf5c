"""Drawings of a Word file as figures, each image kept once; what shows none is told by its alternative text."""

from ikonzept_desktop.importing.manuscript import Where
from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.importing.word.made import Made
from ikonzept_desktop.model.blocks import Figure, Paragraph
from ikonzept_desktop.model.inline import Text, normalise
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.reading.word.content import Atom

_TEXT_WIDTH = 160.0
"""mm between the margins of an ordinary page; a picture that fills them is as wide as the text."""
_FILLS = 0.97
_RUNNING = frozenset({Where.HEADER, Where.FOOTER})


def figure_of(desk: Desk, atom: Atom, where: Where, place: str) -> Made | None:
    """Give what a drawing becomes: a figure, or its alternative text; None where it says nothing, which is told."""
    said = clean(atom.text).strip()
    if atom.image:
        digest = desk.image(atom.image)
        if digest:
            return Made(_figure(desk, atom, digest, said), where=where, place="" if where is Where.BODY else place)
        desk.tell("image_refused", "", place, atom.image.rpartition("/")[2])
    if said and where in _RUNNING:
        if said not in desk.watermarks:
            desk.watermarks.add(said)
            desk.tell("watermark", said)
        return None
    if said:
        line = normalise((Text(said),))
        return Made(Paragraph(desk.ids(), line), where=Where.OBJECT, place=place)
    return None


def _figure(desk: Desk, atom: Atom, digest: str, said: str) -> Figure:
    width = atom.width if atom.width > 0 else 0.0
    if width >= _FILLS * _TEXT_WIDTH:
        width = 0.0
    return Figure(desk.ids(), digest, alternative_text=said, width_mm=round(width, 1))
