"""How paragraphs and tables are set, their styles resolved (ECMA-376 Part 1, 17.3.1, 17.4 and 17.7)."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from ikonzept_desktop.reading.word.building import BlockInMaking
from ikonzept_desktop.reading.word.content import Form, Numbering, TableForm, View, is_shown
from ikonzept_desktop.reading.word.counting import Counting
from ikonzept_desktop.reading.word.measures import length
from ikonzept_desktop.reading.word.names import W, child, child_value, is_on, number, value
from ikonzept_desktop.reading.word.structure import MOST_COLUMNS
from ikonzept_desktop.reading.word.styles import Styles
from ikonzept_desktop.values import dataclass

_ALIGNMENTS = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
    "thaiDistribute": "both",
}
_CONTENTS_STYLE = re.compile(
    r"(?:toc|contents|verzeichnis|inhaltsverzeichnis|table of contents|figure index|table index) ?[1-9]"
    r"|(?:toc|contents) ?heading|table of figures|abbildungsverzeichnis|inhaltsverzeichnisüberschrift",
    re.IGNORECASE,
)
"""Names of styles of contents: Word's own, LibreOffice's, and as converters translate them."""
_MOST_NAMES = 50
"""Styles upon styles that are named; Word itself has eleven."""
_READ = frozenset(W + name for name in ("jc", "ind", "pageBreakBefore", "keepNext", "numPr"))
_Properties = Mapping[str, etree._Element]
"""By whole names."""
_HOLDERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"))
"""What may stand between a table and its rows."""


@dataclass(frozen=True, slots=True)
class _Set:
    """What one level of properties says, nothing where it does not."""

    alignment: str | None = None
    begins_page: bool | None = None
    keeps_next: bool | None = None
    indent: float | None = None

    def over(self, other: "_Set") -> "_Set":
        """Give what both say, this first."""
        return _Set(
            self.alignment if self.alignment is not None else other.alignment,
            self.begins_page if self.begins_page is not None else other.begins_page,
            self.keeps_next if self.keeps_next is not None else other.keeps_next,
            self.indent if self.indent is not None else other.indent,
        )


@dataclass(frozen=True, slots=True)
class _OfStyle:
    """What a style says with those it is based on."""

    said: _Set
    names: tuple[str, ...]
    form: Form
    """That of a paragraph which says nothing of itself and is in no list."""


class ParagraphForms:
    """The forms of a document's paragraphs."""

    def __init__(self, styles: Styles, counting: Counting, defaults: etree._Element | None) -> None:
        """Take the styles, the lists and what holds for all paragraphs, where that is said (17.7.5.4)."""
        self._styles = styles
        self._counting = counting
        self._defaults = _Set() if defaults is None else self._of_node(defaults, "")
        plain = _form(self._defaults, (), "", is_contents=False)
        self._of_styles = {"": _OfStyle(self._defaults, (), plain)}

    def form(self, block: BlockInMaking, properties: etree._Element | None, *, is_contents: bool) -> Form:
        """Give the form of a paragraph that has been read, and count it in its list."""
        style = self._of_style(block.style_id)
        said, numbering = style.said, block.numbering
        own = {} if properties is None else {str(each.tag): each for each in properties if each.tag in _READ}
        if own:
            said = self._own(own, numbering).over(said)
        elif numbering is None and not is_contents:
            return style.form
        number = "" if numbering is None else self._number(block, numbering)
        return _form(said, style.names, number, is_contents=is_contents or style.form.is_contents)

    def _number(self, block: BlockInMaking, numbering: Numbering) -> str:
        """Give a paragraph's number; as all was before the changes, one whose end is inserted does not count."""
        counts = is_shown(block.within, View.REJECTED) and is_shown(block.mark, View.REJECTED)
        story = block.place.part, block.place.box is not None
        return self._counting.number(story, numbering.list_id, numbering.level, counts=counts)

    def _of_style(self, id: str) -> _OfStyle:
        return self._styles.inherited(id, self._of_styles, self._based)

    def _based(self, node: etree._Element, base: _OfStyle) -> _OfStyle:
        """Read a style that is based on another."""
        properties, name = child(node, "pPr"), child_value(node, "name") or ""
        said = base.said
        if properties is not None:
            said = self._of_node(properties, value(node, "styleId") or "").over(said)
        names = (name, *base.names)[:_MOST_NAMES] if name else base.names
        is_contents = base.form.is_contents or _CONTENTS_STYLE.fullmatch(name) is not None
        return _OfStyle(said, names, _form(said, names, "", is_contents=is_contents))

    def _of_node(self, properties: etree._Element, style: str) -> _Set:
        """Read what one style says; the indent of its list counts less than its own."""
        numbers = child(properties, "numPr")
        list_id = child_value(numbers, "numId")
        indent = None
        if list_id is not None:
            level = self._counting.level_of_style(list_id, style) or 0
            indent = self._counting.level(list_id, number(child(numbers, "ilvl"), level)).indent
        return _said({str(each.tag): each for each in properties}, indent)

    def _own(self, own: _Properties, numbering: Numbering | None) -> _Set:
        """Read what a paragraph says of itself, in the list that it is in by itself."""
        if numbering is None or f"{W}numPr" not in own:
            return _said(own, None)
        return _said(own, self._counting.level(numbering.list_id, numbering.level).indent)


def _said(properties: _Properties, of_list: float | None) -> _Set:
    alignment, indent = properties.get(f"{W}jc"), properties.get(f"{W}ind")
    own = None if indent is None else length(value(indent, "left") or value(indent, "start"))
    return _Set(
        None if alignment is None else _ALIGNMENTS.get(value(alignment) or ""),
        _switch(properties.get(f"{W}pageBreakBefore")),
        _switch(properties.get(f"{W}keepNext")),
        of_list if own is None else own,
    )


def _form(said: _Set, names: tuple[str, ...], number: str, *, is_contents: bool) -> Form:
    return Form(
        said.alignment or "",
        names,
        number,
        bool(said.begins_page),
        bool(said.keeps_next),
        said.indent or 0.0,
        is_contents,
    )


def _switch(node: etree._Element | None) -> bool | None:
    return None if node is None else is_on(node)


def table_form(table: etree._Element) -> TableForm:
    """Give the form of a table."""
    properties, grid = child(table, "tblPr"), child(table, "tblGrid")
    columns = [] if grid is None else list(grid.iterchildren(f"{W}gridCol"))[:MOST_COLUMNS]
    return TableForm(
        tuple(max(length(value(column, "w")) or 0.0, 0.0) for column in columns),
        _header_rows(table),
        child_value(properties, "tblCaption") or "",
        child_value(properties, "tblDescription") or "",
    )


def _header_rows(table: etree._Element) -> int:
    """Count the rows at the beginning that are repeated (17.4.78)."""
    count = 0
    for row in _rows(table):
        said = child(child(row, "trPr"), "tblHeader")
        if said is None or not is_on(said):
            break
        count += 1
    return count


def _rows(node: etree._Element) -> Iterator[etree._Element]:
    for each in node:
        if each.tag == f"{W}tr":
            yield each
        elif each.tag in _HOLDERS:
            yield from _rows(each)
