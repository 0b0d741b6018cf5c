"""The pieces of a manuscript as recognition looks at them: their words, their look, and what can be no heading."""

import re
from collections import Counter
from collections.abc import Sequence

from ikonzept_desktop.importing.manuscript import Hints, Manuscript, Piece, Pointer, Where
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph, ParagraphStyle, Table
from ikonzept_desktop.model.inline import CrossReference, Inline, Inlines, LineBreak, Marks, Text, plain
from ikonzept_desktop.values import dataclass

LONGEST_TITLE = 120
"""Letters of a line that nothing but its look or its number calls a heading."""
LONGEST_STYLED = 400
"""Letters of a line that a style calls a heading."""
_LOOKED_AT = 600
MARK = "\ufffc"
"""Stands in a line's characters for a note, and before what a reference shows: no number or label reaches across it."""
_BLANKS = re.compile(r"[ \t\n]+")
_NO_HEADING = re.compile(
    r"""(?xi)
    ^\s*(?:
        quelle\b | quellen:\ . | foto(?:s|grafie)?\s*: | bild(?:nachweis)?\s*: | hinweis: | anmerkung: | seite\ \d |
        (?:tabelle|tab\.|abbildung|abb\.|schaubild|grafik|diagramm)\s*\d |
        gez\. | mit\ freundlichen | sehr\ geehrte | liebe(?:r|s)?\b.*[,!]$ | an\ (?:den|die|das)\s*$ |
        tel(?:efon|\.) | fax\b | e-?mail | \d{5}\s+\w
    )
    | ^\s*[^\w„“»«"'(§] | @\w | www\. | https?:// | ,\s+(?:den|im)\s+\d{1,2}\. | ^\W*$
    | ^\s*\d[\d\s.,:/–-]*(?:€|euro|uhr|prozent|%)?\s*$
    """
)
"""Captions, signatures, heads of letters, amounts: short lines by themselves that are no headings."""
_ENDS_LIKE_TEXT = re.compile(r"[.,;\-–]\s*$")
_ENDS_SHORT = re.compile(r"(?:\b(?:bzw|etc|usw|ff|Nr|Abs|e\. ?V|u\. ?a|z\. ?B)\.|\d\.|[!?…])\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece with what headings are told by."""

    index: int
    """Of the piece in the manuscript."""
    block: Block
    hints: Hints
    where: Where
    raw: str = ""
    """The characters of a paragraph, as they are, with a mark where a note or a reference is; nothing for others."""
    text: str = ""
    """The same in one line, of a long paragraph the beginning alone."""
    is_bold: bool = False
    lead: str = ""
    """The bold words that a paragraph begins with, where others follow; a colon right behind them too."""

    @property
    def is_body(self) -> bool:
        """Tell whether it stands in the run of the text."""
        return self.where is Where.BODY

    @property
    def is_paragraph(self) -> bool:
        """Tell whether it is a paragraph of running text with a word in it."""
        return bool(self.text) and isinstance(self.block, Paragraph)

    @property
    def may_be_heading(self) -> bool:
        """Tell whether it could be a heading that nothing but its words, look or number tells."""
        return (
            self.where is Where.BODY
            and 2 <= len(self.text) <= LONGEST_TITLE
            and (not _ENDS_LIKE_TEXT.search(self.text) or bool(_ENDS_SHORT.search(self.text)))
            and not _NO_HEADING.search(self.text)
            and (self.is_bold or self.text[-1] != ":")
            and isinstance(self.block, Paragraph)
            and self.block.style is ParagraphStyle.BODY
        )


def lines_of(manuscript: Manuscript) -> tuple[Line, ...]:
    """Look at each piece once."""
    return tuple(_line(index, piece, manuscript.pointers) for index, piece in enumerate(manuscript.pieces))


def in_one_line(text: str) -> str:
    """Give words with each run of blanks and breaks as one blank, protected blanks as they are, and no marks."""
    return _BLANKS.sub(" ", text.replace(MARK, "")).strip()


def _line(index: int, piece: Piece, pointers: Sequence[Pointer]) -> Line:
    block = piece.block
    if not isinstance(block, Paragraph):
        return Line(index, block, piece.hints, piece.where)
    raw = "".join(_raw(inline, pointers) for inline in block.inlines)
    bold = piece.hints.is_bold or _is_bold(block.inlines)
    text = in_one_line(raw[:_LOOKED_AT])
    return Line(index, block, piece.hints, piece.where, raw, text, bold, "" if bold else _lead(block.inlines))


def _raw(inline: Inline, pointers: Sequence[Pointer]) -> str:
    match inline:
        case Text(text=text):
            return text
        case LineBreak():
            return "\n"
        case CrossReference(target=target):
            index = target.removeprefix("#")
            known = index.isdecimal() and index.isascii() and int(index) < len(pointers)
            return MARK + (pointers[int(index)].shown if known else "")
        case _:
            return MARK


def _is_bold(inlines: Inlines) -> bool:
    texts = [inline for inline in inlines if isinstance(inline, Text) and inline.text.strip()]
    return bool(texts) and all(text.marks & Marks.BOLD for text in texts)


def _lead(inlines: Inlines) -> str:
    """Give the bold words a line begins with, a colon right behind them too."""
    lead = ""
    for inline in inlines:
        if isinstance(inline, Text) and inline.marks & Marks.BOLD:
            lead += inline.text
            continue
        if isinstance(inline, Text) and lead and inline.text.startswith(":"):
            lead += ":"
        break
    return lead


@dataclass(frozen=True, slots=True)
class BodyLook:
    """How most of the text is set."""

    size: float
    """pt; 0 where unknown."""
    is_bold: bool
    """Whether bold means nothing, as most is."""


def body_look(lines: Sequence[Line]) -> BodyLook:
    """Tell how most of the running text is set, by its letters; text in short lines counts least."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    for line in lines:
        if line.is_body and line.raw:
            weight = len(line.raw) if len(line.raw) > LONGEST_TITLE else len(line.raw) // 4 + 1
            sizes[line.hints.size] += weight
            bold[line.is_bold] += weight
        elif line.is_body and isinstance(line.block, ListItem):
            sizes[line.hints.size] += len(plain(line.block.inlines)) // 2
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return BodyLook(size, bold[True] > bold[False])


def is_table(line: Line) -> bool:
    """Tell whether the piece is a table."""
    return isinstance(line.block, Table)
