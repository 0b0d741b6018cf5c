"""Which paragraphs, tables and rows of two drafts are the same: by our bookmarks, else by what they say."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from ikonzept_desktop.export.word.redline.hand import W, properties_of, style_of
from ikonzept_desktop.publication.alignment import align, rising
from ikonzept_desktop.publication.block_ids import PREFIX
from ikonzept_desktop.values import dataclass

_PARAGRAPH, _TABLE, _ROW = f"{W}p", f"{W}tbl", f"{W}tr"
_LISTS = ("TOC", "TableofFigures")
"""Styles of the lines of contents and directories begin so."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, a table or a row of one."""

    element: etree._Element
    ids: tuple[str, ...]
    """What it is known by in either state, the surest first."""
    text: str

    @property
    def is_table(self) -> bool:
        """Whether it is a whole table."""
        return self.element.tag == _TABLE


Pair = tuple[Unit | None, Unit | None]
"""What it was and what it is; None where it was or is not there."""


def units_in(elements: Sequence[etree._Element]) -> list[Unit]:
    """Give what can be paired, in its order."""
    found: list[Unit] = []
    open_fields: list[str] = []
    for element in elements:
        ids = [*_over_several(element, open_fields)] if element.tag == _PARAGRAPH else []
        if element.tag == _TABLE and found and style_of_paragraph(found[-1].element) == "Caption":
            ids += [f"below {id}" for id in found[-1].ids]
        if ids or style_of_paragraph(element).startswith(_LISTS):
            ids += [f"line {link.get(f'{W}anchor')}" for link in element.iter(f"{W}hyperlink")]
        names = (mark.get(f"{W}name", "") for mark in element.iter(f"{W}bookmarkStart"))
        ids += [name for name in names if name.startswith(PREFIX)]
        found.append(Unit(element, tuple(ids), _text(element)))
    return found


def _text(element: etree._Element) -> str:
    """Give the words, those of each paragraph and cell apart."""
    return " ".join(filter(None, map(_words, element.iter(_PARAGRAPH))))


def _words(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def style_of_paragraph(element: etree._Element) -> str:
    """Give the id of a paragraph's style; nothing for other elements."""
    return style_of(properties_of(element)) if element.tag == _PARAGRAPH else ""


def _over_several(paragraph: etree._Element, open_fields: list[str]) -> Iterator[str]:
    """Name the fields that begin here and end in another paragraph, or the other way round."""
    signs = [sign.get(f"{W}fldCharType") for sign in paragraph.iter(f"{W}fldChar")]
    balance = signs.count("begin") - signs.count("end")
    if balance > 0:
        code = next((each.text or "" for each in paragraph.iter(f"{W}instrText")), "")
        open_fields.append(" ".join(code.split("\\c")[1:]) or "contents")
        yield f"begin {open_fields[-1]}"
    elif balance < 0 and open_fields:
        yield f"end {open_fields.pop()}"


def in_pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Set both states in one row, what has gone before what has come in its place."""
    found = _found(old, new)
    pairs: list[Pair] = []
    here = 0
    for there, unit in enumerate(new):
        was = found.get(there)
        if was is None:
            waiting = next((found[at] for at in range(there, len(new)) if at in found), len(old))
            pairs += [(gone, None) for gone in old[here:waiting]]
            here = max(here, waiting)
            pairs.append((None, unit))
        else:
            pairs += [(gone, None) for gone in old[here:was]]
            pairs.append((old[was], unit))
            here = was + 1
    return pairs + [(gone, None) for gone in old[here:]]


def _found(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Give those of the older state by those of the newer one, in the same order in both."""
    if len(old) == 1 == len(new) and can_be(old[0], new[0]):
        return {0: 0}
    matches = align([unit.text for unit in old], [unit.text for unit in new], _known(old, new)).matches
    pairs = sorted((there, match.base) for there, match in matches.items() if can_be(old[match.base], new[there]))
    found = {pairs[at][0]: pairs[at][1] for at in rising([here for _, here in pairs])}
    _add_blank(old, new, found)
    return found


def _known(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    by_id: dict[str, int] = {}
    for here, unit in enumerate(old):
        for id in unit.ids:
            by_id.setdefault(id, here)
    known: dict[int, int] = {}
    taken: set[int] = set()
    for there, unit in enumerate(new):
        places = [by_id[id] for id in unit.ids if id in by_id and by_id[id] not in taken]
        # A paragraph is what its first mark says, a table what most of them say.
        if places:
            most, _ = Counter(places).most_common(1)[0]
            known[there] = places[0] if unit.element.tag == _PARAGRAPH else most
            taken.add(known[there])
    return known


def can_be(old: Unit, new: Unit) -> bool:
    """Tell whether one may have become the other."""
    if old.element.tag != new.element.tag or _breaks(old) != _breaks(new):
        return False
    if old.is_table:
        return _columns(old.element) == _columns(new.element)
    return old.element.tag != _ROW or _cells(old.element) == _cells(new.element)


def _columns(table: etree._Element) -> int:
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def _cells(row: etree._Element) -> list[tuple[str, ...]]:
    """Give the shape of a row: how its cells span columns, and rows."""
    return [
        tuple(each.get(f"{W}val", "goes on") for each in cell.findall(f"{W}tcPr/*") if each.tag in (_SPAN, _MERGE))
        for cell in row.findall(f"{W}tc")
    ]


_SPAN, _MERGE = f"{W}gridSpan", f"{W}vMerge"


def _breaks(unit: Unit) -> bool:
    """Tell whether it ends a section of pages."""
    return unit.element.find(f"{W}pPr/{W}sectPr") is not None


def _add_blank(old: Sequence[Unit], new: Sequence[Unit], found: dict[int, int]) -> None:
    """Pair empty paragraphs that stand behind what is paired, and breaks that stand before it."""
    taken = set(found.values())

    def try_pair(there: int, here: int) -> None:
        fits = there not in found and here not in taken and 0 <= there < len(new) and 0 <= here < len(old)
        if fits and _is_blank(old[here]) and _is_blank(new[there]) and can_be(old[here], new[there]):
            found[there] = here
            taken.add(here)

    try_pair(0, 0)
    for there in range(1, len(new)):
        if there - 1 in found:
            try_pair(there, found[there - 1] + 1)
    for there in range(len(new) - 2, -1, -1):
        if there + 1 in found and _breaks(new[there]):
            try_pair(there, found[there + 1] - 1)


def _is_blank(unit: Unit) -> bool:
    return not (unit.is_table or unit.text or unit.ids)
