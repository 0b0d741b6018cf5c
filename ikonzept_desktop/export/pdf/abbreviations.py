"""The list of abbreviations: each with its meaning beside it, in one column."""

from ikonzept_desktop.export.pdf.contents import add_front_heading
from ikonzept_desktop.export.pdf.rows import Label
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.publication.directories import ABBREVIATIONS
from ikonzept_desktop.publication.tree import TextRun

ANCHOR = "abbreviations"
_WIDEST = 0.4
"""Share of the column's width that the short forms may take."""


def add_abbreviations(setting: Setting, parent: Element, *, first: bool) -> None:
    """Put the list of abbreviations onto the page, at the top of one where nothing stands before it."""
    group = add_front_heading(setting, ABBREVIATIONS, ANCHOR, parent, first=first)
    look = setting.looks.contents(2)
    listed = setting.publication.abbreviations
    widths = [setting.composer.text(one.short, look).ends[-1] for one in listed]
    room = min(max(widths) + look.size * 1.2, setting.width * _WIDEST)
    structure = group.below("L")
    structure.attributes = "<</O/List/ListNumbering/None>>"
    for one in listed:
        item = structure.below("LI")
        sign = setting.block((TextRun(one.short),), look, room, item.below("Lbl"))
        meaning = setting.block((TextRun(one.long or "\u2013"),), look, setting.width - room, item.below("LBody"))
        if len(sign.lines) > 1:  # no label has room for more than a line
            rows = [*setting.block_rows(sign, 0.0), *setting.block_rows(meaning, room)]
        else:
            rows = setting.block_rows(meaning, room, Label(sign, 0.0))
        setting.flow.add(rows, look.leading * 0.15, 0.0)
