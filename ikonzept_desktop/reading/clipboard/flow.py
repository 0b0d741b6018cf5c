"""The blocks of a text out of its elements, in reading order.

One walk over the tree: text gathers in a line until a block ends, and what the line is (a paragraph, an item, a
heading) is what held where it began. It takes any nesting, for programs nest as they like.
"""

from dataclasses import replace

from ikonzept_desktop.model.blocks import ListItem, Paragraph, ParagraphStyle
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, LineBreak, Marks, Text
from ikonzept_desktop.reading.clipboard import tables
from ikonzept_desktop.reading.clipboard.captions import Captions
from ikonzept_desktop.reading.clipboard.lines import joined, line_of, lines_of
from ikonzept_desktop.reading.clipboard.links import lost_link
from ikonzept_desktop.reading.clipboard.lists import Item, is_marker, without_typed_marker, word_item
from ikonzept_desktop.reading.clipboard.looks import ListPlace, Look, heading_level, is_quote, within
from ikonzept_desktop.reading.clipboard.notes import Notes
from ikonzept_desktop.reading.clipboard.pasted import Heading, Left, Part, place_of
from ikonzept_desktop.reading.clipboard.styles import is_hidden
from ikonzept_desktop.reading.clipboard.tree import OUTSIDE, Node, Tree

_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "section", "article"}
    | {"main", "header", "footer", "nav", "aside", "address", "figure", "figcaption", "details", "summary", "hr"}
    | {"dl", "dt", "dd", "fieldset", "legend", "center", "dir", "menu", "listing", "body", "form", "caption"}
    | {"table", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "hgroup", "search", "dialog"}
)
_LISTS = {"ul": False, "menu": False, "dir": False, "ol": True}
_ELSEWHERE = {"footnote", "endnote", "footnote-list", "endnote-list", "header", "footer", "comment", "comment-list"}
_NOTES = {"footnote", "endnote"}
_COMMENT_MARKS = {"msocomanchor", "msocommentreference"}
_DELETIONS = {"msodel"}
_LEADING_MARK = "↑^ \u00a0[]"


class Flow:
    """Reads elements into parts."""

    def __init__(
        self, tree: Tree, notes: Notes, ids: IdSource, *, in_cell: bool = False, in_note: bool = False
    ) -> None:
        """Begin with nothing read; in cells and notes there are no headings, and in notes no notes."""
        self.parts: list[Part] = []
        self.comments = 0
        self.deletions = 0
        self.contents = False
        self._tree = tree
        self._notes = notes
        self._ids = ids
        self._in_cell = in_cell
        self._in_note = in_note
        self._captions = Captions(ids, self._leave)
        self._said: dict[Node, tuple[Text | LineBreak, ...]] = {}
        """What notes say, which Wikipedia refers to again and again."""
        self._pieces: list[Inline] = []
        self._look = Look()
        self._begun = False
        self._framed = 0
        """How many tables for layout alone are around."""

    def read(self, node: Node, look: Look | None = None) -> list[Part]:
        """Read what stands within an element and give all parts read so far."""
        self._children(node, look or Look())
        self.end_line()
        return self.parts

    def end_line(self) -> None:
        """Make a block of the text gathered, if there is any."""
        pieces, look = self._pieces, self._look
        self._pieces, self._begun = [], False
        if pieces:
            self._add(pieces, look)

    def _inner(self, *, in_note: bool = False) -> "Flow":
        """Give a flow for a cell or a note of the same document."""
        return Flow(self._tree, self._notes, self._ids, in_cell=True, in_note=in_note)

    def _children(self, node: Node, look: Look) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._take_text(child, look)
            elif not self._is_left_out(child):
                self._take(child, look)

    def _take(self, node: Node, look: Look) -> None:
        tag = node.tag
        self._tree.check_time()
        if tag == "br":
            if "page-break-before" not in node.style:
                self._take_piece(LineBreak(), look)
        elif tag == "a" and not self._in_note and (body := self._notes.body(node)) is not None:
            self._take_piece(Footnote(self._ids(), self._note_content(body)), look)
        elif tag == "table":
            self.end_line()
            self._take_table(node, look)
        elif tag == "img":
            self._tree.left.append(Left("image", node.get("alt"), place_of(self.parts, self._pieces)))
        elif tag in _BLOCKS:
            self.end_line()
            self._children(node, self._block_look(node, within(look, node)))
            self.end_line()
        else:
            if tag == "a" and (lost := lost_link(node.get("href"))):
                self._leave("link", lost)
            self._children(node, within(look, node))

    def _is_left_out(self, node: Node) -> bool:
        reason = self._reason_to_leave(node)
        if reason:
            self._leave(reason, node.text())
        return reason is not None

    def _reason_to_leave(self, node: Node) -> str | None:
        """Give why an element is no part of the text, nothing where it says nothing; None where it is one."""
        if node.tag == OUTSIDE:
            return None if self._in_note else ""
        classes = set(node.get("class").lower().split())
        if node.tag == "del" or classes & _DELETIONS:
            self.deletions += bool(node.text().strip())
            return "deleted"
        if classes & _COMMENT_MARKS:
            self.comments += "msocomanchor" in node.get("class").lower() or any(
                "msocomanchor" in below.get("class").lower() for below in node.walk()
            )
            return ""
        if any(name.startswith("msotoc") for name in classes):
            self.contents = True
            return "contents"
        if is_marker(node):
            return ""
        if is_hidden(node.style) or "hidden" in node.attributes:
            return "hidden"
        if self._in_note:
            leads_back = node.tag == "a" and node.get("href").partition("#")[0] == "" and "href" in node.attributes
            return "" if leads_back else None
        return "" if self._notes.is_body(node) else self._elsewhere(node)

    def _elsewhere(self, node: Node) -> str | None:
        """Give what else of a page an element is; of a list of notes, notes without a mark are told singly."""
        kind = node.style.get("mso-element", "")
        if kind not in _ELSEWHERE:
            return None
        if not kind.startswith(("footnote", "endnote")):
            return kind.partition("-")[0]
        for below in node.walk():
            if below.style.get("mso-element") in _NOTES and not self._notes.is_body(below):
                self._leave("note", below.text())
        return ""

    def _leave(self, kind: str, text: str) -> None:
        """Keep what goes into no part, with the words before it."""
        if words := " ".join(text.split()):
            self._tree.left.append(Left(kind, words, place_of(self.parts, self._pieces)))

    def _block_look(self, node: Node, look: Look) -> Look:
        if node.tag in _LISTS:
            depth = look.list.depth + 1 if look.list else 0
            starts = node.get("start") in {"", "1"}
            return replace(look, list=ListPlace(depth, _LISTS[node.tag], starts), item=None)
        if node.tag == "li":
            look = replace(look, item=_item_of(node, look.list))
        elif (item := word_item(node, self._tree.lists)) is not None:
            look = replace(look, item=item)
        level = heading_level(node)
        if level and not self._in_cell and not look.heading:
            return replace(look, heading=level, item=None)
        if is_quote(node):
            return replace(look, quote=True)
        return replace(look, caption=True) if node.get("class").lower() == "msocaption" else look

    def _take_text(self, text: str, look: Look) -> None:
        if not look.as_typed:
            if not self._begun and text.isspace():
                return
            self._take_piece(look.run(text), look)
            return
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            if number:
                self._take_piece(LineBreak(), look)
            if line:
                self._take_piece(look.run(line), look)

    def _take_piece(self, piece: Inline, look: Look) -> None:
        if not self._begun:
            self._begun, self._look = True, look
        self._pieces.append(piece)

    def _add(self, pieces: list[Inline], look: Look) -> None:
        if look.heading:
            if line := line_of(pieces):
                self.parts.append(Heading(look.heading, _without_bold(line)))
        elif look.item is not None:
            self._add_item(pieces, look.item)
        elif look.caption and (line := line_of(pieces)):
            self._captions.add(self.parts, line)
        else:
            style = ParagraphStyle.QUOTE if look.quote else ParagraphStyle.BODY
            lines = [line_of(pieces)] if look.as_typed else lines_of(pieces)
            self.parts.extend(Paragraph(self._ids(), line, style) for line in lines if line)

    def _add_item(self, pieces: list[Inline], item: Item) -> None:
        if item.typed and not item.used:
            pieces = without_typed_marker(pieces)
        line = line_of(pieces)
        if not line:
            return
        last = self.parts[-1] if self.parts else None
        if item.used and isinstance(last, ListItem):
            self.parts[-1] = replace(last, inlines=joined((last.inlines, line)))
            return
        level = min(item.level, last.level + 1) if isinstance(last, ListItem) else 0
        restart = item.first and item.ordered and not item.used and self._follows_same(level)
        item.used = True
        self.parts.append(ListItem(self._ids(), line, level, item.ordered, restart))

    def _follows_same(self, level: int) -> bool:
        """Tell whether a new list at a level would run on from the one before."""
        for part in reversed(self.parts):
            if not isinstance(part, ListItem) or part.level < level:
                return False
            if part.level == level:
                return part.ordered
        return False

    def _take_table(self, node: Node, look: Look) -> None:
        inside = self._in_note or self._in_cell
        if inside or node in self._tree.frames or tables.is_for_layout(node, framed=self._framed > 0):
            self._framed += 1
            self._children(node, within(look, node))
            self._framed -= 1
            self.end_line()
        else:
            for cells in tables.hidden_in(node):
                self._leave("hidden", cells.text())
            self._take_rows(node)

    def _take_rows(self, node: Node) -> None:
        if (table := tables.table_of(node, self._read_cell, self._ids)) is not None:
            self.parts.append(self._captions.given(self.parts, table))

    def _read_cell(self, node: Node) -> list[Part]:
        self._tree.check_time()
        inner = self._inner()
        parts = inner.read(node, within(Look(), node))
        self.comments += inner.comments
        self.deletions += inner.deletions
        return parts

    def _note_content(self, body: Node) -> tuple[Text | LineBreak, ...]:
        known = self._said.get(body)
        if known is not None:
            return known
        parts = self._inner(in_note=True).read(body)
        line = joined(part.inlines for part in parts if isinstance(part, Paragraph | ListItem))
        if line and isinstance(line[0], Text):
            line = line_of((replace(line[0], text=line[0].text.lstrip(_LEADING_MARK)), *line[1:]))
        said = self._said[body] = tuple(part for part in line if isinstance(part, Text | LineBreak))
        return said


def _item_of(node: Node, place: ListPlace | None) -> Item:
    place = place or ListPlace(0, ordered=False, counts_from_one=True)
    level = node.get("aria-level")
    depth = int(level) - 1 if level in {str(number) for number in range(1, 10)} else place.depth
    siblings = node.parent.children if node.parent is not None else []
    first = next((child for child in siblings if isinstance(child, Node) and child.tag == "li"), None) is node
    return Item(depth, ordered=place.ordered, first=first and place.counts_from_one)


def _without_bold(line: Inlines) -> Inlines:
    """Give a heading's words without what every heading is."""
    bare = (replace(part, marks=part.marks & ~Marks.BOLD) if isinstance(part, Text) else part for part in line)
    return line_of(bare)
