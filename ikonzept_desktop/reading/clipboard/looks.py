"""How text stands within the elements around it: its marks, its link, the block it belongs to."""

from dataclasses import replace

from ikonzept_desktop.model.inline import Marks, Text
from ikonzept_desktop.reading.clipboard.links import link_of
from ikonzept_desktop.reading.clipboard.lists import Item
from ikonzept_desktop.reading.clipboard.styles import Style, is_bold, is_italic
from ikonzept_desktop.reading.clipboard.tree import Node
from ikonzept_desktop.values import dataclass

_MARKS = {
    "b": Marks.BOLD,
    "strong": Marks.BOLD,
    "th": Marks.BOLD,
    "i": Marks.ITALIC,
    "em": Marks.ITALIC,
    "cite": Marks.ITALIC,
    "dfn": Marks.ITALIC,
    "var": Marks.ITALIC,
    "sup": Marks.SUPERSCRIPT,
    "sub": Marks.SUBSCRIPT,
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_RAISED = Marks.SUPERSCRIPT | Marks.SUBSCRIPT
_POSITIONS = {"super": Marks.SUPERSCRIPT, "sub": Marks.SUBSCRIPT}


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The list whose items are being read."""

    depth: int
    ordered: bool
    counts_from_one: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What holds for text at a place."""

    marks: Marks = Marks.NONE
    link: str = ""
    as_typed: bool = False
    """Line ends are breaks, as in listings."""
    padding: bool = False
    """Protected spaces are only there to fill."""
    heading: int = 0
    quote: bool = False
    caption: bool = False
    list: ListPlace | None = None
    item: Item | None = None

    def run(self, text: str) -> Text:
        """Give characters that stand here."""
        return Text(text.replace("\u00a0", " ") if self.padding else text, self.marks, self.link)


def within(look: Look, node: Node) -> Look:
    """Give what holds within an element."""
    style = node.style
    marks = _marks(look.marks, node.tag, style)
    link = (link_of(node.get("href")) or look.link) if node.tag == "a" else look.link
    space = style.get("white-space", "")
    typed = node.tag in {"pre", "listing"} or (look.as_typed if not space else space in {"pre", "pre-wrap", "pre-line"})
    padding = look.padding or "mso-spacerun" in style or "mso-tab-count" in style
    padding = padding or node.get("class") == "Apple-converted-space"
    if (marks, link, typed, padding) == (look.marks, look.link, look.as_typed, look.padding):
        return look
    return replace(look, marks=marks, link=link, as_typed=typed, padding=padding)


def heading_level(node: Node) -> int:
    """Give the level of the heading that an element is, 0 for none."""
    if node.tag in _HEADINGS:
        return _HEADINGS[node.tag]
    if node.get("role") == "heading":
        level = node.get("aria-level")
        return int(level) if level in {str(number) for number in range(1, 10)} else 2
    outline = node.style.get("mso-outline-level", "")
    if outline in {str(number) for number in range(1, 10)}:
        return int(outline)
    return 1 if node.get("class").lower() == "msotitle" else 0


def is_quote(node: Node) -> bool:
    """Tell whether an element sets a quotation apart: by name, by Word's styles, or by a bar as Outlook paints it."""
    if node.tag == "blockquote" or node.get("class").lower() in {"msoquote", "msointensequote"}:
        return True
    bar = node.style.get("border-left", "")
    return node.tag == "div" and "solid" in bar and not bar.startswith(("0", "none"))


def _marks(marks: Marks, tag: str, style: Style) -> Marks:
    named = _MARKS.get(tag, Marks.NONE)
    marks = (marks & ~_RAISED | named) if named & _RAISED else marks | named
    if not style:
        return marks
    for told, mark in ((is_bold(style), Marks.BOLD), (is_italic(style), Marks.ITALIC)):
        if told is not None:
            marks = marks | mark if told else marks & ~mark
    position = style.get("vertical-align", "")
    if position in _POSITIONS:
        marks = marks & ~_RAISED | _POSITIONS[position]
    elif position == "baseline":
        marks &= ~_RAISED
    return marks
