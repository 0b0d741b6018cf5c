"""Blocks of generated text: paragraphs, lists, tables and figures in proportion."""

from collections.abc import Iterator

from ikonzept_desktop.example.generated_lines import LineMaker, paragraph_line, short_line
from ikonzept_desktop.example.supplies import Part, Supplies, Target
from ikonzept_desktop.model.blocks import (
    Alignment,
    Block,
    Blocks,
    Cell,
    Column,
    Figure,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
)
from ikonzept_desktop.model.inline import Inlines

_WIDTHS = (0.6, 0.8, 1.0)
_LONG_TABLE = 30


def running_text(supplies: Supplies, words: int) -> Blocks:
    """Write about so many words, at least one paragraph, with all that is due among them."""
    blocks: list[Block] = []
    end = supplies.said.count + words
    while not blocks or supplies.said.count < end:
        blocks.append(paragraph(supplies))
        if supplies.due(Part.LIST):
            blocks.extend(_list(supplies))
        if supplies.due(Part.TABLE):
            blocks.append(_table(supplies))
        if supplies.due(Part.FIGURE):
            blocks.append(figure(supplies))
    return tuple(blocks)


def paragraph(supplies: Supplies) -> Paragraph:
    """Write a paragraph, now and then as a quotation."""
    style = ParagraphStyle.QUOTE if supplies.likely(0.03) else ParagraphStyle.BODY
    return Paragraph(supplies.ids(), paragraph_line(supplies), style)


def _list(supplies: Supplies) -> Iterator[ListItem]:
    ordered, nested = supplies.likely(0.4), supplies.likely(0.25)
    for count in range(supplies.chance.randint(3, 6)):
        yield _item(supplies, 0, ordered)
        if nested and count == 1:
            yield _item(supplies, 1, False)
            yield _item(supplies, 1, False)


def _item(supplies: Supplies, level: int, ordered: bool) -> ListItem:
    return ListItem(supplies.ids(), short_line(supplies, supplies.sentences.phrase()), level, ordered)


def figure(supplies: Supplies, captioned: bool = True) -> Figure:
    """Draw a figure."""
    id, title, width = supplies.ids(), supplies.sentences.title(), supplies.chance.choice(_WIDTHS)
    described = f"Balkendiagramm: {title}"
    if not captioned:
        return Figure(id, supplies.image(), alternative_text=described, width=width)
    supplies.figures += 1
    caption = _caption(supplies, id, f"{supplies.template.numbering.figure_label} {supplies.figures}", title)
    source = short_line(supplies, f"Quelle: {supplies.sentences.term()}, {supplies.sentences.place()}")
    return Figure(id, supplies.image(), caption, source, described, width)


def _caption(supplies: Supplies, id: str, label: str, title: str) -> Inlines:
    supplies.said.say(label)
    supplies.targets.displays.append(Target(id, label, title, colon=True))
    return short_line(supplies, title)


def _table(supplies: Supplies) -> Table:
    id, width = supplies.ids(), supplies.chance.randint(2, 5)
    supplies.tables += 1
    label = f"{supplies.template.numbering.table_label} {supplies.tables}"
    caption = _caption(supplies, id, label, supplies.sentences.title())
    grouped = width > 2 and supplies.likely(0.25)
    heads = tuple(_grouped_heads(supplies, width) if grouped else (_heads(supplies, width),))
    height = _LONG_TABLE if supplies.likely(0.1) else supplies.chance.randint(3, 9)
    rows = (*heads, *(_row(supplies, width) for _ in range(height)))
    columns = (Column(2.0), *(Column(1.0, Alignment.RIGHT) for _ in range(width - 1)))
    source = (
        short_line(supplies, f"Quelle: Stand {2008 + supplies.chance.randrange(8)}") if supplies.likely(0.7) else ()
    )
    # Where heads would be as many as what they are the heads of, a column of them is no help.
    head_columns = 1 if supplies.likely(0.3) and width > 2 and not grouped else 0
    return Table(id, columns, rows, caption, source, len(heads), head_columns)


def _heads(supplies: Supplies, width: int) -> Row:
    return Row(supplies.ids(), tuple(_cell(supplies, supplies.sentences.term()) for _ in range(width)))


def _grouped_heads(supplies: Supplies, width: int) -> tuple[Row, Row]:
    """Set one head over all columns but the first, whose own goes through both rows."""
    first = _cell(supplies, supplies.sentences.term(), down=2)
    group = _cell(supplies, supplies.sentences.term(), across=width - 1)
    return Row(supplies.ids(), (first, group)), _heads(supplies, width - 1)


def _row(supplies: Supplies, width: int) -> Row:
    first = Cell(supplies.ids(), _two_lines(supplies)) if supplies.likely(0.1) else _cell(supplies, _entry(supplies))
    return Row(supplies.ids(), (first, *(_cell(supplies, _figure_text(supplies)) for _ in range(width - 1))))


def _entry(supplies: Supplies) -> str:
    return supplies.sentences.place() if supplies.likely(0.3) else supplies.sentences.term()


def _figure_text(supplies: Supplies) -> str:
    number = supplies.chance.randrange(1_000_000)
    return f"{number // 1000}.{number % 1000:03}" if supplies.likely(0.5) else f"{number / 10000:.1f}".replace(".", ",")


def _two_lines(supplies: Supplies) -> Inlines:
    line = LineMaker(supplies)
    line.add(supplies.sentences.term())
    line.new_line()
    line.add(supplies.sentences.place())
    return line.inlines()


def _cell(supplies: Supplies, text: str, across: int = 1, down: int = 1) -> Cell:
    return Cell(supplies.ids(), short_line(supplies, text), across, down)
