"""The example after an afternoon's work: every sort of edit somewhere in it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from ikonzept_desktop.model.blocks import Block, Blocks, Figure, ListItem, Paragraph, ParagraphStyle, Table
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Field, FieldValue, Line, Record, Records, RichText
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, Marks, Text
from tests.builders import chapter, fn, li, p, table
from tests.builders import row as new_row

Take = Callable[[Block], bool]
Make = Callable[[Block], Blocks]


def edited(document: Document) -> Document:
    """Give the example as it is after fifteen edits and more."""
    hand = _Hand()
    sections = tuple(hand.section(section) for section in document.sections)
    assert not hand.waiting, [edit.__name__ for edit in hand.waiting]
    properties = replace(document.properties, subtitle="Fortgeschrieben", as_of="Stand: Mai 2016")
    return replace(
        document,
        sections=(*sections, chapter("Nachwort", p("Das letzte Wort hat der Kreistag."))),
        properties=properties,
    )


class _Hand:
    """Makes each edit once, at the first block it fits, and no two at one block."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[Block], Blocks | None]] = list(EDITS)
        self.titles = iter(["Einführung", "", "", "Wie wir hierher kamen"])
        self.records = iter([_without_first, _retitled])

    def section(self, section: Section) -> Section:
        fields = tuple(replace(field, value=self._value(field)) for field in section.fields)
        title = next(self.titles, "") or section.title
        return replace(section, title=title, fields=fields, children=tuple(map(self.section, section.children)))

    def _value(self, field: Field) -> FieldValue:
        match field.value:
            case RichText(blocks=blocks):
                return RichText(tuple(made for block in blocks for made in self._blocks(block)))
            case Records(records=records) if len(records) > 2:
                change = next(self.records, None)
                return Records(change(records) if change else records)
            case value:
                return value

    def _blocks(self, block: Block) -> Iterable[Block]:
        for at, edit in enumerate(self.waiting[:4]):
            made = edit(block)
            if made is not None:
                del self.waiting[at]
                return made
        return (block,)


def _without_first(records: tuple[Record, ...]) -> tuple[Record, ...]:
    return records[1:]


def _retitled(records: tuple[Record, ...]) -> tuple[Record, ...]:
    first = records[0]
    fields = tuple(
        replace(field, value=Line(f"{field.value.text} neu")) if isinstance(field.value, Line) else field
        for field in first.fields
    )
    return (replace(first, fields=fields), *records[1:])


def _inlines(block: Block) -> Inlines:
    return block.inlines if isinstance(block, Paragraph | ListItem) else ()


def _is_plain(block: Block) -> bool:
    found = _inlines(block)
    return isinstance(block, Paragraph) and len(found) == 1 and isinstance(found[0], Text) and len(found[0].text) > 120


def _said(inline: Inline) -> str:
    assert isinstance(inline, Text)
    return inline.text


def other_word(block: Block) -> Blocks | None:
    if not (_is_plain(block) and isinstance(block, Paragraph)):
        return None
    words = _said(block.inlines[0]).split(" ")
    words[3:5] = ["ganz", "andere", "Wörter"]
    return (replace(block, inlines=(Text(" ".join(words)),)),)


def sentence_more(block: Block) -> Blocks | None:
    if not (_is_plain(block) and isinstance(block, Paragraph)):
        return None
    return (replace(block, inlines=(Text(_said(block.inlines[0]) + " Das gilt weiter."),)), p("Und etwas ganz Neues."))


def struck(block: Block) -> Blocks | None:
    return () if _is_plain(block) else None


def paragraph_before(block: Block) -> Blocks | None:
    return (p("Vorweg ein Wort", fn("Auch mit Fußnote."), "."), block) if _is_plain(block) else None


def parted(block: Block) -> Blocks | None:
    if not (_is_plain(block) and isinstance(block, Paragraph)):
        return None
    first, _, rest = _said(block.inlines[0]).partition(". ")
    return (replace(block, inlines=(Text(first + "."),)), p(rest)) if rest else None


def bold_words(block: Block) -> Blocks | None:
    if not (_is_plain(block) and isinstance(block, Paragraph)):
        return None
    said = _said(block.inlines[0])
    return (replace(block, inlines=(Text(said[:20], Marks.BOLD), Text(said[20:]))),)


def as_quote(block: Block) -> Blocks | None:
    return (replace(block, style=ParagraphStyle.QUOTE),) if _is_plain(block) and isinstance(block, Paragraph) else None


def item_more(block: Block) -> Blocks | None:
    return (block, li("Ein Punkt mehr")) if isinstance(block, ListItem) else None


def item_less(block: Block) -> Blocks | None:
    return () if isinstance(block, ListItem) else None


def note_struck(block: Block) -> Blocks | None:
    if not (isinstance(block, Paragraph) and any(isinstance(each, Footnote) for each in block.inlines)):
        return None
    return (replace(block, inlines=tuple(each for each in block.inlines if not isinstance(each, Footnote))),)


def note_changed(block: Block) -> Blocks | None:
    if not (isinstance(block, Paragraph) and any(isinstance(each, Footnote) for each in block.inlines)):
        return None
    changed = (
        replace(each, content=(*each.content, Text(" Siehe dort."))) if isinstance(each, Footnote) else each
        for each in block.inlines
    )
    return (replace(block, inlines=tuple(changed)),)


def _is_grid(block: Block) -> bool:
    return (
        isinstance(block, Table)
        and len(block.rows) > 3
        and all(len(row.cells) == len(block.columns) for row in block.rows)
    )


def cell_changed(block: Block) -> Blocks | None:
    if not (_is_grid(block) and isinstance(block, Table)):
        return None
    row = block.rows[1]
    other = replace(row, cells=(replace(row.cells[0], inlines=(Text("Anders"),)), *row.cells[1:]))
    return (replace(block, rows=(block.rows[0], other, *block.rows[2:]), caption=(Text("Eine neue Überschrift"),)),)


def row_struck(block: Block) -> Blocks | None:
    return (
        (replace(block, rows=block.rows[:1] + block.rows[2:]),)
        if _is_grid(block) and isinstance(block, Table)
        else None
    )


def table_struck(block: Block) -> Blocks | None:
    return () if _is_grid(block) else None


def table_more(block: Block) -> Blocks | None:
    made = table(new_row("Ort", "Zahl"), new_row("Hilden", "8"), caption="Ganz neu")
    return (block, made) if _is_plain(block) else None


def figure_struck(block: Block) -> Blocks | None:
    return () if isinstance(block, Figure) else None


EDITS = (
    other_word, sentence_more, struck, paragraph_before, parted, bold_words, as_quote, table_more, item_more, item_less,
    note_changed, note_struck, cell_changed, row_struck, table_struck, figure_struck,
)  # fmt: skip
