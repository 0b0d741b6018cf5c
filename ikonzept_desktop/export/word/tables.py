"""Tables and boxes: explicit widths, spans, repeated heads; a table's caption above, its source below."""

from collections.abc import Sequence

from ikonzept_desktop.export.word.columns import is_one_line
from ikonzept_desktop.export.word.fields import caption_label
from ikonzept_desktop.export.word.ink import Ink
from ikonzept_desktop.export.word.runs import block_xml
from ikonzept_desktop.export.word.styles import Colours
from ikonzept_desktop.export.word.xml import paragraph, text_run
from ikonzept_desktop.model.blocks import Alignment
from ikonzept_desktop.publication.ids import source_id
from ikonzept_desktop.publication.tree import NoteRun, Piece, Runs, TableCell, TableElement, TableRow

SPACER = '<w:p><w:pPr><w:pStyle w:val="IKSpacer"/></w:pPr></w:p>'
"""Parts a table from what follows: Word joins tables that touch."""
_JUSTIFIED = {Alignment.LEFT: "", Alignment.CENTRE: '<w:jc w:val="center"/>', Alignment.RIGHT: '<w:jc w:val="right"/>'}


def table_xml(table: TableElement, widths: Sequence[int], ink: Ink, look: Colours) -> str:
    """Write a table with its caption and source; the widths of its columns are twips."""
    # The caption comes first also in handing out bookmarks: a reference goes to its label, not to the first cell.
    caption = caption_xml(table.id, table.label, table.caption, "<w:keepNext/>", ink)
    rows = _rows(table, widths, ink, look)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = f"<w:tbl>{_properties(table, sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    return caption + body + source_xml(table, ink)


def caption_xml(id: str, label: str, words: Runs, properties: str, ink: Ink) -> str:
    """Write a caption, if there is one: the block's bookmark over its words, the references' one over its label."""
    if not (label or words):
        return ""
    labelled = ink.mark(id, caption_label(label, ink)) if label else ""
    between = text_run(": ") if label and words else ""
    return paragraph("Caption", labelled + between + _words_xml(id, words, ink), properties)


def _words_xml(id: str, words: Runs, ink: Ink) -> str:
    """Write the words of a caption; one of a label alone has nothing that could be changed."""
    return block_xml(id, words, ink) if words else ""


def source_xml(table: TableElement, ink: Ink) -> str:
    """Write the line of source below a table, or the space in its place."""
    if not table.source:
        return SPACER
    return paragraph("IKSource", block_xml(source_id(table.id), table.source, ink))


def _properties(table: TableElement, width: int) -> str:
    first, side = int(table.header_rows > 0), int(table.header_columns > 0)
    return (
        f'<w:tblPr><w:tblStyle w:val="IKTable"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{0x600 | first << 5 | side << 7:04X}" w:firstRow="{first}" w:lastRow="0" '
        f'w:firstColumn="{side}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _rows(table: TableElement, widths: Sequence[int], ink: Ink, look: Colours) -> str:
    covered = [0] * len(widths)
    """How many rows more each column is covered from above."""
    spans = [1] * len(widths)
    written = []
    repeated = repeated_rows(table)
    for place, row in enumerate(table.rows):
        head = place < table.header_rows
        cells = "".join(_cells(row, table.id, covered, spans, widths, head, ink, look))
        written.append(f"<w:tr>{_row_properties(row, place, repeated, widths)}{cells}</w:tr>")
    return "".join(written)


def repeated_rows(table: TableElement) -> int:
    """Count the rows at the head that are repeated where a table goes on over the page.

    None are where a footnote stands in the head: LibreOffice prints nothing of a note in a row that is repeated.
    """
    heads = table.rows[: table.header_rows]
    is_noted = any(isinstance(run, NoteRun) for row in heads for cell in row.cells for run in cell.runs)
    return 0 if is_noted else len(heads)


def _row_properties(row: TableRow, place: int, heads: int, widths: Sequence[int]) -> str:
    """Keep a row whole, or repeat a head, which its style keeps whole.

    Neither a repeated head nor the row below it is said to be kept whole where it is so anyway, the latter for having
    one line only: else LibreOffice 7.4 prints nothing of the rows behind where a footnote leaves them no room.
    """
    if place < heads:
        return "<w:trPr><w:tblHeader/></w:trPr>"
    if heads and place == heads and is_one_line(row, widths):
        return ""
    return "<w:trPr><w:cantSplit/></w:trPr>"


def _cells(
    row: TableRow,
    table_id: str,
    covered: list[int],
    spans: list[int],
    widths: Sequence[int],
    head: bool,
    ink: Ink,
    look: Colours,
) -> list[str]:
    marked: Sequence[str] = (row.id, table_id)
    beginning = {cell.column: cell for cell in row.cells}
    written = []
    column = 0
    while column < len(widths):
        cell = beginning.get(column)
        if covered[column]:
            covered[column] -= 1
            span = spans[column]
            written.append(_covered(sum(widths[column : column + span]), span, head, look))
        elif cell is None:
            span = 1
            written.append(
                f"<w:tc>{_cell_properties(widths[column], 1, '', head, look)}{paragraph('IKTableText', '')}</w:tc>"
            )
        else:
            span = max(1, min(cell.column_span, len(widths) - column))
            covered[column], spans[column] = max(cell.row_span, 1) - 1, span
            written.append(_cell(cell, sum(widths[column : column + span]), span, head, ink, look, marked))
            marked = ()
        column += span
    return written


def _cell(cell: TableCell, width: int, span: int, head: bool, ink: Ink, look: Colours, marked: Sequence[str]) -> str:
    """Write a cell; `marked` are the ids of what it begins, the row or the table."""
    merge = '<w:vMerge w:val="restart"/>' if cell.row_span > 1 else ""
    style = "IKTableHead" if head else "IKTableSide" if cell.header else "IKTableText"
    lines = [block_xml(piece.id, piece.runs, ink) for piece in _pieces(cell)]
    lines[0] = ink.mark(cell.id, lines[0])
    for above in marked:
        lines[0] = ink.mark(above, lines[0])
    place = _JUSTIFIED[cell.alignment]
    last = len(lines) - 1
    paragraphs = (paragraph(style, line, _close(at, last) + place) for at, line in enumerate(lines))
    return f"<w:tc>{_cell_properties(width, span, merge, head, look)}{''.join(paragraphs)}</w:tc>"


def _pieces(cell: TableCell) -> tuple[Piece, ...]:
    return cell.pieces or (Piece(cell.id, cell.runs),)


def _close(at: int, last: int) -> str:
    """Set the paragraphs of a cell as close to each other as its lines."""
    above = ' w:before="0"' if at else ""
    below = ' w:after="0"' if at < last else ""
    return f"<w:spacing{above}{below}/>" if above or below else ""


def _covered(width: int, span: int, head: bool, look: Colours) -> str:
    return f"<w:tc>{_cell_properties(width, span, '<w:vMerge/>', head, look)}{paragraph('IKTableText', '')}</w:tc>"


def _cell_properties(width: int, span: int, merge: str, head: bool, look: Colours) -> str:
    """Write `w:tcPr` in the order of ECMA-376 Part 1, 17.4.70."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.accent}"/>' if head else ""
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merge}{fill}</w:tcPr>'
