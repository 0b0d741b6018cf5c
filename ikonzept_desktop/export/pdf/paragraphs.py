"""Paragraphs, quotations, headings of fields, and lists."""

from dataclasses import replace

from ikonzept_desktop.export.pdf.columns import add_in_columns, column_width
from ikonzept_desktop.export.pdf.looks import Look
from ikonzept_desktop.export.pdf.rows import Label, Mark, Row
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.model.blocks import ParagraphStyle
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import FieldHeading, ListElement, ListEntry, Runs, TextElement, TextRun

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_QUOTE_INDENT = 1.8
_ITEM_INDENT = 1.5
"""Indents in sizes of the running text."""
_LETTER = 0.5
"""Width of a letter, in sizes of its type, about."""
_SHORT_LINES = 3
"""Lines of a column that an entry fills at the most to be a short one."""
_FEWEST_IN_COLUMN = 2
"""Entries that there are at the least for each column."""
_NUMBERINGS = ("Decimal", "LowerAlpha", "LowerRoman")
_SHAPES = ("Disc", "None", "Square")
"""What the levels of lists are called (ISO 32000-1, table 347): numbered ones, and those with the signs below."""
_BULLETS = ("•", "–", "▪")
"""The signs of the levels, from the outermost in; they begin again, as the numbers' forms do."""


def add_text(setting: Setting, element: TextElement, parent: Element) -> None:
    """Put a paragraph or quotation onto the page."""
    runs = labelled(element)
    if not runs:
        return
    if element.style is ParagraphStyle.QUOTE:
        look, indent = setting.looks.quote, _QUOTE_INDENT * setting.looks.body.size
        quoted = parent.below("BlockQuote").below("P")
        rows = setting.text_rows(runs, look, quoted, setting.indent + indent, indent)
    else:
        look = setting.looks.body
        rows = setting.text_rows(runs, look, parent.below("P"), setting.indent)
    _put(setting, rows, look, parent, element.id)


def labelled(element: TextElement) -> Runs:
    """Give the runs of a paragraph with its label in front."""
    if not element.label:
        return element.runs
    return (TextRun(f"{element.label}: ", Marks.BOLD), *element.runs)


def add_field_heading(setting: Setting, heading: FieldHeading, parent: Element) -> None:
    """Put the label of a field above its text."""
    look = setting.looks.field_heading
    element = parent.below(setting.levels.tag(heading.level))
    rows = setting.text_rows((TextRun(heading.text),), look, element, setting.indent)
    if rows:
        rows[0].anchors = (heading.id,)
        setting.flow.add_heading(rows, look.before, look.after)


def add_list(setting: Setting, element: ListElement, parent: Element) -> None:
    """Put a list with the lists below its items onto the page."""
    if setting.columns > 1 and len(element.entries) > setting.columns and _suits_columns(setting, element):
        add_in_columns(setting, lambda narrow: _groups(narrow, element, parent), parent)
        return
    rows = list_rows(setting, element, parent, setting.looks.item, setting.indent)
    setting.prepare_notes(rows, parent)
    setting.flow.add(rows, 0.0, setting.looks.body.after)


def _suits_columns(setting: Setting, element: ListElement) -> bool:
    """Tell whether a list fills columns with short entries: long ones, or a few, are text to be read."""
    if _count(element) < setting.columns * _FEWEST_IN_COLUMN:
        return False
    lengths = sorted(sum(len(run.text) for run in entry.runs if isinstance(run, TextRun)) for entry in element.entries)
    letters = column_width(setting) / (setting.looks.item.size * _LETTER)
    return lengths[len(lengths) // 2] <= letters * _SHORT_LINES


def _count(element: ListElement) -> int:
    """Give the number of entries of a list with those below them."""
    return sum(1 + sum(map(_count, entry.below)) for entry in element.entries)


def list_rows(setting: Setting, element: ListElement, parent: Element, look: Look, left: float = 0.0) -> list[Row]:
    """Give the rows of a list, indented by so many pt; its room above is that of its items."""
    structure = _list_element(element, parent)
    rows: list[Row] = []
    for entry in element.entries:
        rows.extend(_entry_rows(setting, element, entry, structure, look, left))
    return rows


def _list_element(element: ListElement, parent: Element) -> Element:
    structure = parent.below("L")
    structure.attributes = f"<</O/List/ListNumbering/{_numbering(element)}>>"
    return structure


def _groups(setting: Setting, element: ListElement, parent: Element) -> list[list[Row]]:
    """Give the rows of each item of a list with what is below it."""
    structure = _list_element(element, parent)
    look = replace(setting.looks.item, alignment="left")  # justified, lines so short would gape
    return [_entry_rows(setting, element, entry, structure, look, 0.0) for entry in element.entries]


def _entry_rows(
    setting: Setting, parent: ListElement, entry: ListEntry, structure: Element, look: Look, left: float
) -> list[Row]:
    item = structure.below("LI")
    sign_element, body = item.below("Lbl"), item.below("LBody")
    step = look.size * _ITEM_INDENT
    sign = setting.block((TextRun(_sign(parent, entry)),), look, step, sign_element)
    block = setting.block(entry.runs, look, setting.width - left - step, body.below("P"))
    rows = setting.block_rows(block, left + step, Label(sign, left))
    if rows:
        rows[0].anchors = (entry.id,)
        rows[0].space = look.after
    for below in entry.below:
        rows.extend(list_rows(setting, below, body, look, left + step))
    return rows


def _numbering(element: ListElement) -> str:
    names = _NUMBERINGS if element.ordered else _SHAPES
    return names[element.level % len(names)]


def _sign(parent: ListElement, entry: ListEntry) -> str:
    if not parent.ordered:
        return _BULLETS[parent.level % len(_BULLETS)]
    match parent.level % 3:
        case 1:
            return f"{_letters(entry.number)})"
        case 2:
            return f"{_roman(entry.number)}."
    return f"{entry.number}."


def _letters(number: int) -> str:
    """Give a, b … z, aa, ab … for 1, 2 …."""
    text = ""
    while number > 0:
        number, digit = divmod(number - 1, 26)
        text = chr(97 + digit) + text
    return text


def _roman(number: int) -> str:
    """Give i, ii, iii … for 1, 2, 3 …."""
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def add_heading(setting: Setting, element: Element, look: Look, number: str, title: str, mark: Mark) -> None:
    """Put a section's heading onto the page, its number hanging before its title, or a chapter's above it."""
    indent = setting.indent
    label = None
    above: list[Row] = []
    if number and mark.level == 1 and setting.looks.style.chapter_number == "above":
        above = setting.text_rows((TextRun(number),), setting.looks.chapter_number, element, indent)
    elif number:
        sign = setting.composer.text(number, look)
        indent = max(sign.ends[-1] + look.size * 0.5, look.size * 1.3, indent)
        label = Label(setting.block((TextRun(number),), look, indent, element), 0.0)
    block = setting.block((TextRun(title or "\u2013"),), look, setting.width - indent, element)
    rows = [*above, *setting.block_rows(block, indent, label)]
    if rows:
        rows[0].anchors = (mark.anchor,)
        rows[0].mark = mark
        setting.flow.add_heading(rows, look.before, look.after)


def _put(setting: Setting, rows: list[Row], look: Look, parent: Element, anchor: str) -> None:
    if rows:
        rows[0].anchors = (anchor,)
        setting.prepare_notes(rows, parent)
        setting.flow.add(rows, look.before, look.after)
