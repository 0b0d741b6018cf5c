"""What a variant makes of the words it is about: some go, some come, the words around stay."""

from collections.abc import Iterable

from ikonzept_desktop.model.proposals import KeptProposal, Kind
from ikonzept_desktop.publication.differences import Change, Piece, word_pieces
from ikonzept_desktop.publication.record.passages import around

AROUND = 70
"""Code points that are shown of either of two paragraphs that are joined."""
_END = " ¶ "


def variant_pieces(kept: KeptProposal, variant: int) -> tuple[Piece, ...]:
    """Give the words with one of the variants taken, in their surroundings; -1 stands for the words as they are."""
    wanted = kept.variants[variant].text if variant >= 0 else kept.before
    found: tuple[Piece, ...]
    match kept.kind:
        case Kind.INSERT | Kind.ROW_INSERT:
            found = (Piece(wanted, Change.NEW),) if variant >= 0 else ()
        case Kind.DELETE | Kind.ROW_DELETE:
            found = (Piece(kept.before, Change.GONE if variant >= 0 else Change.SAME),)
        case Kind.MOVE:
            found = (Piece(kept.before, Change.SAME),)
        case Kind.JOIN:
            glue = Piece(_END, Change.GONE if variant >= 0 else Change.SAME)
            first, *others = [ground.text for ground in kept.grounds] or [kept.before]
            found = (Piece(first[-AROUND:], Change.SAME), glue, Piece("".join(others)[:AROUND], Change.SAME))
        case Kind.FORMAT | Kind.WITHDRAWN:
            found = (Piece(kept.before or wanted, Change.SAME),)
        case _:
            found = _in_surroundings(kept, _in_groups(word_pieces(kept.before, wanted)))
    return tuple(Piece(_said(piece.text), piece.change) for piece in found if piece.text)


def _in_groups(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Give what goes and then what comes, where nothing but a space stays between two such words."""
    found: list[Piece] = []
    gone = come = ""
    for piece in (*pieces, Piece("", Change.SAME)):
        if piece.change is Change.SAME and piece.text.isspace() and (gone or come):
            gone, come = gone + piece.text, come + piece.text
        elif piece.change is Change.SAME:
            found += [Piece(gone, Change.GONE), Piece(come, Change.NEW), piece]
            gone = come = ""
        elif piece.change is Change.GONE:
            gone += piece.text
        else:
            come += piece.text
    return tuple(piece for piece in found if piece.text)


def _in_surroundings(kept: KeptProposal, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    head, tail = around(kept)
    return (Piece(head, Change.SAME), *pieces, Piece(tail, Change.SAME))


def _said(text: str) -> str:
    """Give a text in one line: notes are left out, ends of paragraphs and cells are told by signs."""
    return text.replace("\ufffc", "").replace("\u2029", _END).replace("\t", " · ").replace("\n", " ")
