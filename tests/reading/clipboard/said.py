"""What was read, written down shortly: a line for each part, as one would in a plain-text mail."""

from pathlib import Path

from ikonzept_desktop.model.blocks import ListItem, Paragraph, ParagraphStyle, Table
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, LineBreak, Marks, Text
from ikonzept_desktop.model.schema import problems
from ikonzept_desktop.reading.clipboard.html import read_html
from ikonzept_desktop.reading.clipboard.pasted import Heading, Part, Pasted, as_text
from tests.builders import chapter, doc

SAMPLES = Path(__file__).parents[1] / "samples"
_SIGNS = ((Marks.BOLD, "*"), (Marks.ITALIC, "/"), (Marks.SUPERSCRIPT, "^"), (Marks.SUBSCRIPT, "_"))


def sample(name: str) -> str:
    """Give a sample as Qt gives it: characters, with the header where there is one."""
    return (SAMPLES / f"{name}.html").read_bytes().decode("utf-8")


def read(html: str) -> Pasted:
    """Read HTML and see to it that a concept may hold what came of it."""
    pasted = read_html(html)
    assert list(problems(doc(chapter("Ziele", *as_text(pasted.parts))))) == []
    return pasted


def said(html: str) -> list[str]:
    """Read HTML and write it down."""
    return [line for part in read(html).parts for line in lines(part)]


def lines(part: Part) -> list[str]:
    """Write a part down."""
    match part:
        case Heading(level=level, inlines=inlines):
            return ["#" * level + " " + line(inlines)]
        case Paragraph(inlines=inlines, style=style):
            return [("> " if style is ParagraphStyle.QUOTE else "") + line(inlines)]
        case ListItem(inlines=inlines, level=level, ordered=ordered, restart=restart):
            sign = ("1. (anew) " if restart else "1. ") if ordered else "- "
            return ["  " * level + sign + line(inlines)]
        case Table():
            return _table(part)
        case _:
            raise AssertionError(part)


def line(inlines: Inlines) -> str:
    """Write a line down."""
    return "".join(map(_inline, inlines))


def _table(table: Table) -> list[str]:
    caption = [f"= {line(table.caption)}"] if table.caption else []
    rows = (
        " | ".join(_spans(cell.column_span, cell.row_span) + line(cell.inlines) for cell in row.cells)
        for row in table.rows
    )
    return [*caption, *(f"| {row} |" for row in rows)]


def _spans(columns: int, rows: int) -> str:
    return "" if columns == rows == 1 else f"({columns}x{rows}) "


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text=text, marks=marks, link=link):
            for mark, sign in _SIGNS:
                text = f"{sign}{text}{sign}" if mark in marks else text
            return f"[{text}]({link})" if link else text.replace("\u00a0", "~")
        case LineBreak():
            return "\\"
        case Footnote(content=content):
            return "{" + line(content) + "}"
        case CrossReference():
            raise AssertionError(inline)
