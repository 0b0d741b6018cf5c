"""What the reader of HTML gives, as a manuscript: parts become pieces, and so do words that no part says."""

from collections.abc import Iterator

from ikonzept_desktop.importing.bounds import MOST_PIECES
from ikonzept_desktop.importing.manuscript import Hints, Manuscript, Piece, Told, Where
from ikonzept_desktop.importing.refusals import too_long
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Marks, Text, normalise
from ikonzept_desktop.reading.clipboard.pasted import Heading, Left, Part, Pasted

_WHERE = {
    "image": Where.OBJECT,
    "svg": Where.OBJECT,
    "math": Where.OBJECT,
    "hidden": Where.HIDDEN,
    "header": Where.HEADER,
    "footer": Where.FOOTER,
    "contents": Where.CONTENTS,
}
"""Where words stood that are in no part; those of all others were where no text may stand."""
_TOLD_ALONE = frozenset({"link", "label"})


def manuscript_of_parts(
    pasted: Pasted, name: str, *, title: str = "", told: tuple[Told, ...] = (), ids: IdSource = new_id
) -> Manuscript:
    """Give a document as a manuscript; raises ImportRefused where it has no end."""
    if len(pasted.parts) + len(pasted.left) > MOST_PIECES:
        raise too_long(name)
    pieces = (*(_piece(part, ids) for part in pasted.parts), *_left_pieces(pasted.left, ids))
    return Manuscript(name, pieces, title or pasted.title, told=(*told, *_told(pasted.left)))


def _piece(part: Part, ids: IdSource) -> Piece:
    if isinstance(part, Heading):
        return Piece(Paragraph(ids(), part.inlines), Hints(level=part.level - 1))
    return Piece(part, Hints(is_bold=_is_bold(part)))


def _is_bold(block: Block) -> bool:
    inlines = block.inlines if isinstance(block, Paragraph | ListItem) else ()
    runs = [inline for inline in inlines if isinstance(inline, Text) and inline.text.strip()]
    return bool(runs) and all(Marks.BOLD in run.marks for run in runs)


def _left_pieces(left: tuple[Left, ...], ids: IdSource) -> Iterator[Piece]:
    for each in left:
        if each.kind not in _TOLD_ALONE and each.text:
            paragraph = Paragraph(ids(), normalise((Text(each.text),)))
            yield Piece(paragraph, where=_WHERE.get(each.kind, Where.LOOSE), place=each.place)


def _told(left: tuple[Left, ...]) -> Iterator[Told]:
    for each in left:
        if each.kind == "link":
            yield Told("link_dropped", place=each.place, about=each.text)
        elif each.kind == "image":
            yield Told("image_left_out", place=each.place, about=each.text)
        elif each.kind == "label":
            yield Told("caption_label", text=each.text, place=each.place)
        elif each.kind == "deleted":
            yield Told("struck_out", place=each.place, about=each.text)
