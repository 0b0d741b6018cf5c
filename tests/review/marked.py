"""Proposals written by hand, and a section with them as plain signs: `[+new+]`, `[-gone-]`, who is told by id."""

from collections.abc import Iterable, Sequence

from ikonzept_desktop.model.blocks import line_of
from ikonzept_desktop.model.document import Document, field_value, find_section
from ikonzept_desktop.model.fields import Line, RichText
from ikonzept_desktop.model.inline import Footnote, LineBreak, Text
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Source, Variant
from ikonzept_desktop.publication.block_ids import PREFIX, spots
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.review.line_view import LineView
from ikonzept_desktop.review.shown import shown
from ikonzept_desktop.review.shown_lines import Sort
from ikonzept_desktop.review.shown_spans import Fate, Span
from ikonzept_desktop.review.shown_values import Head, ShownCell, ShownLine
from ikonzept_desktop.review.taking_over import TakingOver

SIGNS = {
    Fate.SAME: "{}",
    Fate.NEW: "[+{}+]",
    Fate.GONE: "[-{}-]",
    Fate.CONTESTED: "[?{}?]",
    Fate.FORMED: "[~{}~]",
    Fate.POINT: "[^{}]",
}


def words(document: Document, id: str) -> str:
    """Give the words of a line of a concept as a draft shows them."""
    spot = spots(document)[PREFIX + id]
    if not spot.address.field:
        section = find_section(document, spot.address.section)
        assert section is not None
        return section.title
    value = field_value(document, spot.address)
    if isinstance(value, Line):
        return value.text
    assert isinstance(value, RichText)
    block = next(block for block in value.blocks if block.id == spot.block)
    inlines = line_of(block, spot.line)
    if spot.note:
        inlines = next(each.content for each in inlines if isinstance(each, Footnote) and each.id == spot.note)
    return LineView(inlines, labels(document)).text


def ground(document: Document, id: str, old: str | None = None) -> Ground:
    """Give the words of a line as ground: those of them that are `old`, or all."""
    text = words(document, id)
    start, end = (0, len(text)) if old is None else (text.index(old), text.index(old) + len(old))
    return Ground(id, text, start, end)


def proposal(
    document: Document,
    kind: Kind,
    at: str | Sequence[str],
    *texts: str,
    id: str = "x",
    old: str | None = None,
    target: str | None = None,
    against: Iterable[str] = (),
    copies: Sequence[str] = ("jc", "cv", "as"),
    order: int = 0,
) -> KeptProposal:
    """Propose something of the lines of these ids, as they are in the concept now; each text is a variant."""
    ids = [at] if isinstance(at, str) else at
    grounds = tuple(ground(document, each, old) for each in ids)
    section = spots(document)[PREFIX + ids[0]].address.section if ids else ""
    said = texts or ("",)
    variants = tuple(Variant(text, (Source(copy),)) for text, copy in zip(said, copies, strict=False))
    rivals = tuple(Source(copy) for copy in against)
    before = grounds[0].text[grounds[0].start : grounds[0].end] if grounds else ""
    going = ground(document, target) if target else None
    return KeptProposal(id, "", kind, section, 0, before, variants, rivals, grounds, going, order=order)


def change(document: Document, at: str, old: str, new: str, id: str = "x") -> KeptProposal:
    """Propose other words for some of a line."""
    return proposal(document, Kind.TEXT, at, new, id=id, old=old)


def lines(document: Document, section: str, *proposals: KeptProposal) -> list[str]:
    """Give a section with proposals in it, line by line, in plain signs."""
    return [said(line) for line in shown(document, section, proposals, TakingOver(document))]


def said(line: ShownLine) -> str:
    """Give a line in plain signs."""
    heads = "".join(map(_head, line.heads))
    if line.cells:
        return heads + " | ".join(_spans(cell.spans) for cell in sorted(line.cells, key=_reading_order))
    mark = f"{line.line.mark} " if line.line.mark and line.line.sort is not Sort.LABEL else line.line.mark
    return heads + mark + _spans(line.spans)


def _reading_order(cell: ShownCell) -> tuple[int, int]:
    place = cell.place
    return place.row, place.column


def _head(head: Head) -> str:
    told = [head.kind, *head.ids, *([head.place] if head.place else []), *([head.words] if head.words else [])]
    return f"<{' '.join(told)}>"


def _spans(spans: Sequence[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    match span.inline:
        case Text(text=text):
            shown_text = text
        case LineBreak():
            shown_text = "/"
        case Footnote():
            shown_text = "°"
        case _:
            shown_text = "→"
    signed = SIGNS[span.fate].format(shown_text)
    remarked = f"({signed})" if span.remarks else signed
    return remarked + "".join(f"^{id}" for id in span.closing)
