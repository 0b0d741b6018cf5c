"""A manuscript written down shortly: a line for each piece, as one would in a plain-text mail."""

from collections import Counter

from ikonzept_desktop.importing.manuscript import Manuscript, Piece, Where
from ikonzept_desktop.model.blocks import Figure, lines_of
from ikonzept_desktop.model.inline import Footnote, Inlines, plain
from tests.reading.clipboard.said import line, lines


def written(manuscript: Manuscript) -> list[str]:
    """Write all pieces down: headings with as many signs as they are deep, what is not in the text with its place."""
    return [each for piece in manuscript.pieces for each in _piece(piece)]


def told(manuscript: Manuscript) -> list[tuple[str, str]]:
    """Give kind and letters of all that was decided."""
    return [(each.kind, each.text) for each in manuscript.told]


def letters(manuscript: Manuscript) -> Counter[str]:
    """Count all letters and figures that are in the pieces, their notes, or told of."""
    found = "".join(_all(each) for piece in manuscript.pieces for each in lines_of(piece.block))
    alternatives = "".join(p.block.alternative_text for p in manuscript.pieces if isinstance(p.block, Figure))
    told = "".join(each.text for each in manuscript.told)
    return Counter(letter for letter in found + alternatives + told + manuscript.title if letter.isalnum())


def _all(inlines: Inlines) -> str:
    notes = "".join(plain(inline.content) for inline in inlines if isinstance(inline, Footnote))
    return plain(inlines) + notes


def _piece(piece: Piece) -> list[str]:
    before = "" if piece.where is Where.BODY else f"({piece.where.value}) "
    if piece.hints.level is not None:
        before += "#" * (piece.hints.level + 1) + " "
    if isinstance(piece.block, Figure):
        return [f"{before}<{piece.block.alternative_text}> {line(piece.block.caption)}".rstrip()]
    return [before + each for each in lines(piece.block)]
