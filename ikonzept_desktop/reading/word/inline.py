"""What stands in a paragraph: text, atoms, revisions, links and fields (ECMA-376 Part 1, 17.3.3, 17.13.5, 17.16)."""

from lxml import etree

from ikonzept_desktop.reading.word.building import Field
from ikonzept_desktop.reading.word.content import STAND_IN, Atom, Part
from ikonzept_desktop.reading.word.names import MATH, R, W, child, value
from ikonzept_desktop.reading.word.story import Handler, Story
from ikonzept_desktop.reading.word.symbols import is_private, shown

TEXTS = (f"{W}t", f"{W}delText")
_RUN_PROPERTIES, _RUN_CHANGE = f"{W}rPr", f"{W}rPrChange"
_BREAKS = {"page": "page", "column": "column"}
_PRIVATE_USE = range(0xF000, 0xF100)
"""Where letters of symbol fonts are put (ECMA-376 Part 1, 17.3.3.30)."""


def text_in(node: etree._Element) -> str:
    """Give all letters in an element, deleted ones too, one after the other."""
    return "".join(letters(each) for each in node.iter(*TEXTS))


def letters(node: etree._Element) -> str:
    """Give the letters of a text element."""
    return (node.text or "") if not len(node) else "".join(node.itertext())


def text_of(story: Story, node: etree._Element) -> None:
    story.gathered.told.append(node)
    if text := letters(node):
        story.block().add(text, story.around)


def symbol_text(story: Story, node: etree._Element, font: str) -> None:
    """Take text that is set in a symbol font as the signs that are seen."""
    story.gathered.told.append(node)
    if text := letters(node):
        story.block().add(shown(font, text), story.around)


def run(story: Story, node: etree._Element) -> None:
    """Read a run; its formatting is looked at only where it was changed (17.13.5.31)."""
    first = node[0] if len(node) else None
    if first is not None and first.tag == _RUN_PROPERTIES and (change := first.find(_RUN_CHANGE)) is not None:
        story.block()
        story.note_format("rPrChange", change, text_in(node))
    story.walk(node)


def _revised(story: Story, node: etree._Element) -> None:
    revisions = (*story.around.revisions, story.revision(node))
    before = story.around
    story.around = before._replace(revisions=revisions)
    story.walk(node)
    # A field may have begun or ended within.
    story.around = story.around._replace(revisions=before.revisions)
    if story.around == before:
        story.around = before


def _atom(story: Story, stand_in: str, atom: Atom) -> None:
    story.block().add_atom(stand_in, atom, story.around)


def _tab(story: Story, _node: etree._Element) -> None:
    _atom(story, "\t", Atom("tab"))


def _break(story: Story, node: etree._Element) -> None:
    _atom(story, "\n", Atom(_BREAKS.get(value(node, "type") or "", "break")))


def _hyphen(story: Story, _node: etree._Element) -> None:
    _atom(story, "\u2011", Atom("hyphen"))


def _soft_hyphen(story: Story, _node: etree._Element) -> None:
    _atom(story, "\u00ad", Atom("soft hyphen"))


def symbol(story: Story, node: etree._Element, *, as_seen: bool = False) -> None:
    """Take a letter of a named font; those of symbol fonts have a meaning there alone, which may be asked for."""
    try:
        code = int(value(node, "char") or "", 16)
    except ValueError:
        code = 0
    known = 0x20 <= code <= 0x10FFFF and code not in _PRIVATE_USE and not 0xD800 <= code < 0xE000
    font = value(node, "font") or ""
    seen = shown(font, chr(code)) if as_seen and (known or code in _PRIVATE_USE) else ""
    stand_in = seen if seen and not is_private(seen) else chr(code) if known else STAND_IN
    _atom(story, stand_in, Atom("symbol", font, value(node, "char") or ""))


def _page_number(story: Story, _node: etree._Element) -> None:
    _atom(story, STAND_IN, Atom("page number"))


def _footnote(story: Story, node: etree._Element) -> None:
    _reference(story, node, Part.FOOTNOTE)


def _endnote(story: Story, node: etree._Element) -> None:
    _reference(story, node, Part.ENDNOTE)


def _reference(story: Story, node: etree._Element, part: Part) -> None:
    """Take the mark of a note; what becomes of it becomes of the note (17.11)."""
    id = value(node, "id") or ""
    _atom(story, STAND_IN, Atom(part.value, id))
    story.gathered.notes[part, id] = story.within + story.around.revisions


def _math(story: Story, node: etree._Element) -> None:
    """Take a formula as one atom with its letters (22.1); text of the document's own in it stays text."""
    _atom(story, STAND_IN, Atom("math", "", "".join(each.text or "" for each in node.iter(f"{MATH}t"))))
    for each in node.iter(*TEXTS):
        text_of(story, each)


def _link(story: Story, node: etree._Element) -> None:
    """Read a hyperlink (17.16.22); its target is kept and never opened."""
    found = story.relationships.get(node.get(f"{R}id") or "")
    target = found.target if found is not None else ""
    if anchor := value(node, "anchor"):
        target += f"#{anchor}"
    with story.inside(story.around._replace(link=target)):
        story.walk(node)
    story.set_field()


def _simple_field(story: Story, node: etree._Element) -> None:
    """Read a field whose result stands in it (17.16.19)."""
    depth = len(story.fields)
    within = story.fields[-1] if story.fields else None
    story.begin_field(Field([value(node, "instr") or ""], in_code=False, ended=True, within=within))
    story.walk(node)
    del story.fields[depth:]
    story.set_field()


def _field_character(story: Story, node: etree._Element) -> None:
    """Read the begin, the middle or the end of a field (17.16.18)."""
    if (change := child(node, "numberingChange")) is not None:
        story.note_format("numberingChange", change)
    kind = value(node, "fldCharType")
    if kind == "begin":
        story.begin_field(Field(within=story.fields[-1] if story.fields else None))
    elif story.fields and kind == "separate":
        story.fields[-1].in_code = False
    elif story.fields and kind == "end":
        story.fields.pop().ended = True
    story.set_field()


def _instruction(story: Story, node: etree._Element) -> None:
    if story.fields:
        story.fields[-1].code.append(node.text or "")


def _nothing(_story: Story, _node: etree._Element) -> None:
    pass


HANDLERS: dict[str, Handler] = {
    f"{W}t": text_of,
    f"{W}delText": text_of,
    f"{W}r": run,
    f"{W}rPr": _nothing,
    f"{W}rubyPr": _nothing,
    f"{W}ins": _revised,
    f"{W}del": _revised,
    f"{W}moveFrom": _revised,
    f"{W}moveTo": _revised,
    f"{W}tab": _tab,
    f"{W}ptab": _tab,
    f"{W}br": _break,
    f"{W}cr": _break,
    f"{W}noBreakHyphen": _hyphen,
    f"{W}softHyphen": _soft_hyphen,
    f"{W}sym": symbol,
    f"{W}pgNum": _page_number,
    f"{W}footnoteReference": _footnote,
    f"{W}endnoteReference": _endnote,
    f"{MATH}oMath": _math,
    f"{W}hyperlink": _link,
    f"{W}fldSimple": _simple_field,
    f"{W}fldChar": _field_character,
    f"{W}instrText": _instruction,
    f"{W}delInstrText": _instruction,
}
