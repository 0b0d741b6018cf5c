"""Items of lists: by the numbering of their paragraphs, or by signs and numbers that were typed (ECMA-376, 17.9)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ikonzept_desktop.importing.word.desk import Desk, words_of
from ikonzept_desktop.importing.word.hints import level_of
from ikonzept_desktop.importing.word.lines import parted, trimmed
from ikonzept_desktop.importing.word.made import ListPlace, Made
from ikonzept_desktop.model.blocks import ListItem, Paragraph, ParagraphStyle
from ikonzept_desktop.model.inline import Inlines, Text, length, part, plain
from ikonzept_desktop.model.schema import DEEPEST_LIST_LEVEL
from ikonzept_desktop.reading.word.content import Block

_UNORDERED = frozenset({"bullet", "image", "picture"})
_SAME_INDENT = 2.0
"""mm that indents of one level may differ."""
_ON_FROM_BEFORE = re.compile(
    r"(?:list (?:continue|bullet|number|paragraph)|listenfortsetzung|aufzählungszeichen|listennummer|listenabsatz"
    r"|list \d cont\.?|numbering \d cont\.?)(?: \d)?",
    re.IGNORECASE,
)
_ALWAYS_ON = re.compile(
    r"(?:list continue|listenfortsetzung|list \d cont\.?|numbering \d cont\.?)(?: \d)?", re.IGNORECASE
)
_FIRST = re.compile(r"\W*(?:0*1|a|i)\W*", re.IGNORECASE)
_SIGN = re.compile("([-–—•·▪▫■□●○◦‣➢➤►▶✓✔→*])[ \u00a0]+(?=\\S)")
_NUMBER = re.compile(r"(\d{1,2}|[a-z])([.)]|\.\))[ " + "\u00a0" + r"]+(?=\S)")
_FEW_HEADINGS = 2
"""So many may be called one in a document that has its headings only by their look."""
_LONGEST_HEADING = 90
"""Code points of an item that might be a heading."""


def is_item(block: Block) -> bool:
    """Tell whether a paragraph is an item of a list; a heading with a number is none."""
    return block.numbering is not None and level_of(block) is None and block.numbering.format != "none"


def list_place(block: Block) -> ListPlace | None:
    """Give where in a list a paragraph stands; None for one that is in none."""
    numbering = block.numbering
    if numbering is None or not is_item(block):
        return None
    form = block.form
    number = form.number if form is not None else ""
    counts = any(map(str.isalnum, number)) or form is None
    ordered = numbering.format not in _UNORDERED if numbering.format else counts
    level = min(max(numbering.level, 0), DEEPEST_LIST_LEVEL)
    return ListPlace(numbering.list_id, level, ordered, number, form.indent if form is not None else 0.0)


def sign_of(place: ListPlace, count: int) -> str:
    """Give what stands before an item as one line of a cell; `count` is its number where the file does not say."""
    if not place.ordered:
        return "•" if place.level == 0 else "–"
    return place.number or f"{count}."


def with_lists(desk: Desk, made: Sequence[Made]) -> list[Made]:
    """Make items of what was in a list or is typed like one."""
    return _numbered(desk, _typed(desk, list(made)))


def _numbered(desk: Desk, made: list[Made]) -> list[Made]:
    found: list[Made] = []
    open_levels: list[ListPlace] = []
    has_headings = sum(each.hints.level is not None for each in made) > _FEW_HEADINGS
    for at, each in enumerate(made):
        last = found[-1] if found else None
        if last is None or last.where is not each.where or not isinstance(last.block, ListItem):
            open_levels = []
        if each.item is not None and isinstance(each.block, Paragraph):
            if not has_headings and _is_heading(made, at):
                found.append(each)
                continue
            _make_item(desk, each, each.item, open_levels)
        elif last is not None and _goes_on(last, each):
            assert isinstance(last.block, ListItem)
            assert isinstance(each.block, Paragraph)
            last.block = replace(last.block, inlines=parted((last.block.inlines, each.block.inlines)))
            last.source += each.source
            last.bookmarks += each.bookmarks
            continue
        found.append(each)
    return found


def _make_item(desk: Desk, each: Made, place: ListPlace, open_levels: list[ListPlace]) -> None:
    """Make an item of a paragraph, its level found among those that are open."""
    before = list(open_levels)
    while open_levels and _compared(open_levels[-1], place) > 0:
        open_levels.pop()
    same = open_levels[-1] if open_levels and _compared(open_levels[-1], place) == 0 else None
    if same is not None:
        open_levels[-1] = place
    elif len(open_levels) <= DEEPEST_LIST_LEVEL:
        open_levels.append(place)
    is_first = _FIRST.fullmatch(place.number) is not None
    restart = (
        place.ordered
        and same is not None
        and same.ordered
        and (is_first or (not place.number and same.list_id != place.list_id))
    )
    if place.ordered and place.number and not is_first and (same is None or not same.ordered or not before):
        desk.tell("counts_anew", "", words_of(plain(each.block.inlines)), place.number)  # type: ignore[union-attr]
    assert isinstance(each.block, Paragraph)
    level = min(len(open_levels) - 1, DEEPEST_LIST_LEVEL)
    each.block = ListItem(each.block.id, each.block.inlines, level, place.ordered, restart)


def _compared(one: ListPlace, other: ListPlace) -> int:
    """Tell which of two items is deeper: by their levels in one list, else by how far they are indented."""
    if one.list_id != other.list_id and one.indent and other.indent and one.level == other.level:
        apart = one.indent - other.indent
        return 0 if abs(apart) <= _SAME_INDENT else 1 if apart > 0 else -1
    return (one.level > other.level) - (one.level < other.level)


def _is_heading(made: Sequence[Made], at: int) -> bool:
    """Tell whether a numbered paragraph stands alone and bold, as headings do, among text that is in no list."""
    each = made[at]
    if each.item is None or not each.item.ordered or not each.hints.is_bold:
        return False
    text = plain(each.block.inlines) if isinstance(each.block, Paragraph) else ""
    if len(text) > _LONGEST_HEADING or text.endswith((".", ";", ",")):
        return False
    around = [made[other] for other in (at - 1, at + 1) if 0 <= other < len(made)]
    beside = [other.item for other in around if other.item is not None and other.hints.is_bold]
    items = [other for other in around if other.item is not None]
    return len(beside) == len(items) < len(around) and all(place.level != each.item.level for place in beside)


def _goes_on(last: Made, each: Made) -> bool:
    """Tell whether a paragraph without a sign is one more of the item before, as its style says."""
    if not isinstance(last.block, ListItem) or not isinstance(each.block, Paragraph):
        return False
    if each.hints.level is not None or each.where is not last.where or each.is_caption or each.is_source:
        return False
    names = each.hints.styles
    if any(_ALWAYS_ON.fullmatch(name) for name in names):
        return True
    listed = any(_ON_FROM_BEFORE.fullmatch(name) for name in names)
    indent = last.item.indent if last.item is not None else 0.0
    return listed and each.indent > 0 and abs(each.indent - indent) <= _SAME_INDENT


# Signs that were typed


def _typed(desk: Desk, made: list[Made]) -> list[Made]:
    """Give runs of paragraphs that each begin with a sign, or with numbers that count up, their place in a list."""
    at = 0
    while at < len(made):
        run = _run(made, at)
        if run is None:
            at += 1
            continue
        end, ordered, cut = run
        signs = []
        for place, each in enumerate(made[at:end]):
            assert isinstance(each.block, Paragraph)
            sign = plain(each.block.inlines)[: cut[place]]
            signs.append(sign.strip())
            inlines = trimmed(part(each.block.inlines, cut[place], length(each.block.inlines)))
            each.block = replace(each.block, inlines=inlines)
            each.item = ListPlace(f"typed {at}", 0, ordered, signs[-1], each.indent)
        desk.tell("typed_signs", " ".join(signs), words_of(plain(made[at].block.inlines)))  # type: ignore[union-attr]
        at = end
    return made


def _run(made: Sequence[Made], at: int) -> tuple[int, bool, list[int]] | None:
    """Give the end of a run of typed items, whether it counts, and how much of each is its sign."""
    for ordered, expression in ((False, _SIGN), (True, _NUMBER)):
        cut: list[int] = []
        end, last = at, ""
        while end < len(made) and (found := _sign(made[end], expression)) is not None:
            if made[end].where is not made[at].where or (ordered and not _follows(last, found[1])):
                break
            last = found[1]
            cut.append(found.end())
            end += 1
        if len(cut) > 1 and not (ordered and _are_headings(made, at, end)):
            return end, ordered, cut
    return None


def _sign(each: Made, expression: re.Pattern[str]) -> re.Match[str] | None:
    block = each.block
    if not isinstance(block, Paragraph) or each.item is not None or each.hints.level is not None:
        return None
    if block.style is not ParagraphStyle.BODY or each.is_caption or each.is_source or each.hints.is_bold:
        return None
    first = block.inlines[0] if block.inlines else None
    return expression.match(_leading(block.inlines)) if isinstance(first, Text) else None


def _leading(inlines: Inlines) -> str:
    """Give the characters up to the first thing that is no text, as many as a sign may take."""
    found = ""
    for inline in inlines:
        if not isinstance(inline, Text) or len(found) > 8:
            break
        found += inline.text
    return found


def _follows(last: str, number: str) -> bool:
    if not last:
        return number in {"1", "a"}
    if last.isdigit():
        return number.isdigit() and int(number) == int(last) + 1
    return number.isalpha() and ord(number) == ord(last) + 1


def _are_headings(made: Sequence[Made], at: int, end: int) -> bool:
    """Tell whether numbered lines are rather headings, or lines of a list of these: all short, and no sentence ends."""
    texts = [plain(each.block.inlines) for each in made[at:end] if isinstance(each.block, Paragraph)]
    ends = sum(text.rstrip().endswith((".", ";", ",", ":")) for text in texts)
    is_long = any(len(text) > _LONGEST_HEADING for text in texts)
    deeper = end < len(made) and isinstance(made[end].block, Paragraph) and _is_deeper(made[end].block)
    return deeper or (not ends and not is_long and any(text.rsplit(None, 1)[-1].isdigit() for text in texts))


def _is_deeper(block: object) -> bool:
    return isinstance(block, Paragraph) and re.match(r"\d+\.\d", plain(block.inlines)) is not None
