"""What holds paragraphs: their properties, tables, text boxes, alternatives (ECMA-376 Part 1, 17.3.1, 17.4, 17.17)."""

from collections.abc import Callable

from lxml import etree

from ikonzept_desktop.reading.word.building import NOTHING_AROUND, BlockInMaking
from ikonzept_desktop.reading.word.content import Cell, Numbering, Revisions
from ikonzept_desktop.reading.word.inline import TEXTS, text_in
from ikonzept_desktop.reading.word.names import MC, W, child, child_value, number, value
from ikonzept_desktop.reading.word.story import ACTS, Handler, Story, Table
from ikonzept_desktop.reading.word.styles import heading_level

MOST_COLUMNS = 63
"""Word's own bound of a table; a file may say a thousand million."""
_PROPERTIES = (
    "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr",
)  # fmt: skip
_OF_A_CELL = {f"{W}{name}": name for name in ("gridSpan", "vMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange")}
_NO_LIST = "0"
"""The list that takes a paragraph out of its style's (17.9.18)."""


def paragraph(story: Story, node: etree._Element) -> None:
    before = story.current
    block = story.current = story.begin_block()
    block.mark = story.around.revisions
    _take_style(story, block, "")
    story.walk(node)
    story.current = before


def _paragraph_properties(story: Story, node: etree._Element) -> None:
    """Take the properties of a paragraph, its style before all others (17.3.1.26)."""
    block = story.current
    if block is not None:
        for each in node:
            if (handler := _OF_A_PARAGRAPH.get(str(each.tag))) is not None:
                handler(story, block, each)


def _take_pstyle(story: Story, block: BlockInMaking, node: etree._Element) -> None:
    _take_style(story, block, value(node) or "")


def _take_outline(_story: Story, block: BlockInMaking, node: etree._Element) -> None:
    block.outline = heading_level(number(node, -1))


def _take_mark(story: Story, block: BlockInMaking, node: etree._Element) -> None:
    """Take what has become of the paragraph's end (17.3.1.29)."""
    if len(node):
        block.mark = (*block.mark, *(story.revision(each) for each in node if each.tag in ACTS))
        if (change := child(node, "rPrChange")) is not None:
            story.note_format("rPrChange", change)


def _take_change(story: Story, _block: BlockInMaking, node: etree._Element) -> None:
    """Take that the properties were changed, and from which style (17.13.5.29)."""
    before = child_value(child(node, "pPr"), "pStyle") or story.gathered.styles.default
    story.note_format("pPrChange", node, before=story.gathered.styles.style(before).name)


def _take_style(story: Story, block: BlockInMaking, id: str) -> None:
    styles = story.gathered.styles
    block.style_id = id or styles.default
    style = styles.style(block.style_id)
    block.style, block.outline = style.name, style.outline
    if style.list_id is not None:
        _set_list(story, block, style.list_id, style.level or 0)


def _take_numbering(story: Story, block: BlockInMaking, node: etree._Element) -> None:
    """Take the list of a paragraph, and who has put it there (17.3.1.19, 17.13.5.19)."""
    style = story.gathered.styles.style(block.style_id)
    level = child(node, "ilvl")
    list_id = child_value(node, "numId") or style.list_id
    if list_id is not None:
        _set_list(story, block, list_id, number(level) if level is not None else style.level or 0)
    for kind, name in (("numberingInserted", "ins"), ("numberingChange", "numberingChange")):
        if (change := child(node, name)) is not None:
            story.note_format(kind, change)


def _set_list(story: Story, block: BlockInMaking, list_id: str, level: int) -> None:
    if list_id == _NO_LIST:
        block.numbering = None
    else:
        block.numbering = Numbering(list_id, level, story.gathered.lists.format(list_id, level))


def _section(story: Story, node: etree._Element) -> None:
    """Take of a section only that it was changed (17.13.5.32)."""
    if (change := child(node, "sectPrChange")) is not None:
        if story.current is None and story.gathered.blocks:
            story.current = story.gathered.blocks[-1]
            story.note_format("sectPrChange", change)
            story.current = None
        else:
            story.note_format("sectPrChange", change)


def table(story: Story, node: etree._Element) -> None:
    before, begun = story.table, Table(story.gathered.tables)
    # A table may stand where a paragraph is being read: in a run of it, in files of others.
    current, story.current = story.current, None
    story.gathered.tables += 1
    story.table = begun
    for holder, kind in (("tblPr", "tblPrChange"), ("tblGrid", "tblGridChange")):
        if (change := child(child(node, holder), kind)) is not None:
            story.note_format(kind, change)
    story.walk(node)
    story.table, story.current = before, current
    story.new_flow()


def _row(story: Story, node: etree._Element) -> None:
    """Read a row; a revision of it is one of all that is in it (17.13.5.16, 17.13.5.12)."""
    if story.table is None:
        story.table = Table(story.gathered.tables)
        story.gathered.tables += 1
    properties = child(node, "trPr")
    story.table.row += 1
    story.table.column = min(max(number(child(properties, "gridBefore")), 0), MOST_COLUMNS)
    for holder, kind in ((properties, "trPrChange"), (child(node, "tblPrEx"), "tblPrExChange")):
        if (change := child(holder, kind)) is not None:
            story.note_format(kind, change)
    before = story.within, story.row
    acts = _acts(story, properties)
    story.within, story.row = (*story.within, *acts), (*story.row, *acts)
    story.walk(node)
    story.within, story.row = before


def _cell(story: Story, node: etree._Element) -> None:
    """Read a cell (17.4.65); one that is inserted, deleted or merged is told (17.13.5.1 to 17.13.5.3)."""
    if story.table is None:
        story.table = Table(story.gathered.tables, 0)
        story.gathered.tables += 1
    acts: Revisions = ()
    span, goes_on = 1, False
    properties = child(node, "tcPr")
    for each in () if properties is None else properties:
        match _OF_A_CELL.get(str(each.tag)):
            case None:
                pass
            case "gridSpan":
                span = min(max(number(each, 1), 1), MOST_COLUMNS)
            case "vMerge":
                goes_on = (value(each) or "continue") == "continue"
            case "cellIns" | "cellDel":
                acts = (*acts, story.revision(each))
            case kind:
                story.note_format(kind, each)
    cell = Cell(story.table.number, story.table.row, story.table.column, span, goes_on)
    story.table.column = min(story.table.column + span, MOST_COLUMNS)
    with story.apart(story.place.in_cell(cell), (*story.within, *acts), (*story.row, *acts)):
        story.walk(node)


def _acts(story: Story, properties: etree._Element | None) -> Revisions:
    return () if properties is None else tuple(story.revision(each) for each in properties if each.tag in ACTS)


def _box(story: Story, node: etree._Element) -> None:
    """Read a text box; what has become of its anchor has become of it (17.17.1)."""
    place = story.place.in_box(story.gathered.boxes)
    story.gathered.boxes += 1
    within = (*story.within, *story.around.revisions)
    with story.apart(place, within, story.row):
        story.around, story.fields = NOTHING_AROUND, []
        story.walk(node)


def alternate(story: Story, node: etree._Element) -> None:
    """Read the first of several forms of the same, and list the text of the others (ECMA-376 Part 3, 7.6).

    A first form without any text gives way to the last where that one has some.
    """
    forms = [each for each in node if each.tag in {f"{MC}Choice", f"{MC}Fallback"}]
    texts = [text_in(each) for each in forms]
    if not forms:
        story.walk(node)
        return
    chosen = len(forms) - 1 if texts[-1] and not texts[0] else 0
    story.walk(forms[chosen])
    for count, text in enumerate(texts):
        if count != chosen and text:
            story.leave_out("alternate", text)
            story.gathered.told += forms[count].iter(*TEXTS)


def _properties_only(_story: Story, _node: etree._Element) -> None:
    pass


_OF_A_PARAGRAPH: dict[str, Callable[[Story, BlockInMaking, etree._Element], None]] = {
    f"{W}pStyle": _take_pstyle,
    f"{W}outlineLvl": _take_outline,
    f"{W}numPr": _take_numbering,
    f"{W}rPr": _take_mark,
    f"{W}pPrChange": _take_change,
    f"{W}sectPr": lambda story, _block, node: _section(story, node),
}

HANDLERS: dict[str, Handler] = {
    f"{W}p": paragraph,
    f"{W}pPr": _paragraph_properties,
    f"{W}sectPr": _section,
    f"{W}tbl": table,
    f"{W}tr": _row,
    f"{W}tc": _cell,
    f"{W}txbxContent": _box,
    f"{MC}AlternateContent": alternate,
    **{f"{W}{name}": _properties_only for name in _PROPERTIES},
}
