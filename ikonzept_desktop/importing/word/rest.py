"""What stands beside the running text: running heads, building blocks, notes without a sign, objects."""

from ikonzept_desktop.importing.manuscript import Where
from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.importing.word.flow import Flow
from ikonzept_desktop.importing.word.made import Made
from ikonzept_desktop.importing.word.tree import Item, blocks_of, paras_of
from ikonzept_desktop.importing.word.whereabouts import is_page_number, where_of
from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.inline import LineBreak, Text, normalise
from ikonzept_desktop.reading.word.content import STAND_IN, NotTaken, Part

_RUNNING = frozenset({Where.HEADER, Where.FOOTER})
_ORDER = tuple(Where)
_DRAWN = frozenset({"drawing", "object"})


def read_rest(desk: Desk, flow: Flow) -> None:
    """Read all that no piece has been made of, and what is listed as not taken over."""
    said: set[str] = set()
    said_in_comments = {at for comment in desk.copy.comments for at in comment.blocks}
    stories = sorted(desk.stories.others.items(), key=lambda each: _ORDER.index(where_of(each[0])))
    for key, items in stories:
        if key in flow.notes.used:
            continue
        if key[0] is Part.COMMENT and said_in_comments.issuperset(blocks_of(items)):
            continue
        where = where_of(key)
        flow.read(_new_heads(desk, items, said) if where in _RUNNING else items, where)
    flow.finish()
    _tell_instructions(desk)
    for each in desk.copy.not_taken:
        _take_object(desk, flow, each)


def _tell_instructions(desk: Desk) -> None:
    """Tell the letters in fields' instructions, which are in neither text."""
    for block in desk.copy.blocks:
        for span in block.spans:
            if span.is_code and span.atom is None and span.text.strip():
                desk.tell("field_code", span.text)


def _new_heads(desk: Desk, items: list[Item], said: set[str]) -> list[Item]:
    """Give of a running head what no other one has said, and more than the number of the page."""
    kept: list[Item] = []
    for item in items:
        paras = list(paras_of([item]))
        text = "\n".join(desk.text(para.blocks) for para in paras)
        spans = [span for para in paras for at in para.blocks for span in desk.copy.blocks[at].spans]
        drawn = [
            span.atom.image or span.atom.text for span in spans if span.atom is not None and span.atom.kind in _DRAWN
        ]
        whole = "\n".join((text, *drawn))
        if is_page_number(spans) and not drawn:
            desk.tell("page_number", text.strip())
        elif text and whole in said:
            desk.tell("repeated_head", text.replace(STAND_IN, "").strip())
        else:
            said.add(whole)
            kept.append(item)
    return kept


def _take_object(desk: Desk, flow: Flow, each: NotTaken) -> None:
    """Take what is listed: the words of a diagram as a piece, other forms of what is there already as told."""
    place = desk.place((each.block,)) if each.block < len(desk.copy.blocks) else ""
    if each.kind == "smartart" and each.text.strip():
        lines = [part for line in each.text.split("\n") for part in (LineBreak(), Text(line))][1:]
        made = Made(Paragraph(desk.ids(), normalise(tuple(lines))), where=Where.OBJECT, place=place)
        made.source = (each.block,)
        flow.made.append(made)
        return
    desk.tell(each.kind, each.text, place, each.about)
