"""Manuscripts as one can read them: `piece("P", "Ein *fettes* Wort")`."""

import inspect
from collections.abc import Iterable, Sequence
from typing import Any

from ikonzept_desktop.importing.manuscript import Manuscript, Piece
from ikonzept_desktop.importing.word import manuscript_of
from ikonzept_desktop.model.blocks import Figure, ListItem, Paragraph, ParagraphStyle, Table, lines_of
from ikonzept_desktop.model.ids import seeded_ids
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, LineBreak, Marks, Text
from ikonzept_desktop.reading.word.content import Copy
from ikonzept_desktop.reading.word.intake import taken
from tests.reading.word.files import docx

_SIGNS = {Marks.BOLD: "*", Marks.ITALIC: "_", Marks.SUPERSCRIPT: "^", Marks.SUBSCRIPT: "~"}
_FORMS: dict[str, Any] = {"forms": True} if "forms" in inspect.signature(taken).parameters else {}


def copy_of(data: bytes) -> Copy:
    """Read a Word file with its forms."""
    return taken(data, "Konzept.docx", **_FORMS)


def written(copy: Copy, *, refuse: bool = False) -> Manuscript:
    """Give what a file says that was read; images are kept as they are, or refused."""
    return manuscript_of(
        copy, "Konzept.docx", keep_image=lambda data, _name: None if refuse else data, ids=seeded_ids(1)
    )


def manuscript(*body: str, **parts: Any) -> Manuscript:
    """Give what a Word file of that content says."""
    return written(copy_of(docx(*body, **parts)))


def said(*body: str, **parts: Any) -> list[str]:
    """Give the pieces of a Word file of that content, a line each."""
    return pieces(manuscript(*body, **parts))


def pieces(of: Manuscript) -> list[str]:
    """Give the pieces, a line each."""
    return [piece(of, each) for each in of.pieces]


def piece(of: Manuscript, each: Piece) -> str:
    """Write a piece: what it is, where if not in the body, and its words."""
    where = "" if each.where.value == "body" else f"{each.where.value} "
    match each.block:
        case Paragraph(style=ParagraphStyle.QUOTE):
            kind = "quote"
        case Paragraph():
            kind = "p" if each.hints.level is None else f"h{each.hints.level}"
        case ListItem(level=level, ordered=ordered, restart=restart):
            kind = ("1." if ordered else "•") + str(level) + ("!" if restart else "")
        case Table():
            return f"{where}table {table(of, each.block)}"
        case _:
            kind = "figure"
    lines = " | ".join(line(of, words) for words in lines_of(each.block))
    return f"{where}{kind}: {lines}"


def table(of: Manuscript, block: Table) -> str:
    """Write a table: its heads, caption and source, and its cells, those that span more with how much."""
    rows = " // ".join(
        " | ".join(
            line(of, cell.inlines)
            + (f" {cell.column_span}x{cell.row_span}" if cell.column_span + cell.row_span > 2 else "")
            for cell in row.cells
        )
        for row in block.rows
    )
    return f"{block.header_rows}+{block.header_columns} ({line(of, block.caption)}; {line(of, block.source)}): {rows}"


def line(of: Manuscript, inlines: Iterable[Inline]) -> str:
    """Write a line: marks around words, `/` for a break, notes in brackets, references with what they showed."""
    return "".join(_inline(of, each) for each in inlines)


def _inline(of: Manuscript, inline: Inline) -> str:
    match inline:
        case Text():
            return _text(inline)
        case LineBreak():
            return "/"
        case Footnote(content=content):
            return f"[{line(of, content)}]"
        case CrossReference(target=target, form=form):
            pointer = of.pointers[int(target.removeprefix("#"))]
            return f"<{form.value} {pointer.bookmark} {pointer.shown}>"


def _text(run: Text) -> str:
    signs = "".join(sign for mark, sign in _SIGNS.items() if run.marks & mark)
    words = f"{signs}{run.text}{signs[::-1]}"
    words = f"({words}→{run.link})" if run.link else words
    words = f"{{{words}:{run.language}}}" if run.language else words
    return f"«{words}»" if run.comments else words


def told(of: Manuscript) -> Sequence[tuple[str, str]]:
    """Give the kinds of what was decided, and the letters that are elsewhere now or nowhere."""
    return [(each.kind, each.text) for each in of.told]


def letters(of: Manuscript) -> str:
    """Give all letters of a manuscript: of pieces, notes, comments, pointers, and what is told."""
    found: list[str] = []
    for each in of.pieces:
        for words in lines_of(each.block):
            found += _letters(of, words)
        if isinstance(each.block, Figure):
            found.append(each.block.alternative_text)
    for remark in of.remarks:
        found += [remark.comment.text, *(reply.text for reply in remark.comment.replies)]
    return " ".join([*found, *(each.text for each in of.told)])


def _letters(of: Manuscript, inlines: Iterable[Inline]) -> list[str]:
    found: list[str] = []
    joined = ""
    for each in inlines:
        match each:
            case Text(text=text):
                joined += text
            case CrossReference(target=target):
                joined += of.pointers[int(target.removeprefix("#"))].shown
            case Footnote(content=content):
                found += _letters(of, content)
            case LineBreak():
                joined += "\n"
    return [joined, *found]
