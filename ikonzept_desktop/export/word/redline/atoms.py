"""A paragraph of a draft as what is compared: words, signs, notes, pictures, and fields as wholes."""

from collections.abc import Container, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from ikonzept_desktop.export.word.redline.hand import W
from ikonzept_desktop.publication.differences import words

_RUN, _TEXT, _LOOK = f"{W}r", f"{W}t", f"{W}rPr"
_FIELD, _CODE = f"{W}fldChar", f"{W}instrText"
_COUNTED = "PAGEREF"
"""The field whose result is a page's number: another number is no change anybody has made."""

Link = tuple[tuple[str, str], ...]
"""The attributes of the hyperlink that something stands in; nothing outside of one."""


@dataclass(slots=True)
class Atom:
    """What is the same in both states or not, as a whole."""

    key: tuple[object, ...]
    """Equal for what is the same, whatever it looks like."""
    runs: Sequence[etree._Element]
    """What it is written with; of words the run they are a part of."""
    words: str = ""
    """Empty for what is no text."""
    look: str = ""
    """The properties of the words."""
    link: Link = ()
    note: str = ""
    """The number of the note whose sign this is."""


@dataclass(slots=True)
class Atoms:
    """A paragraph taken apart."""

    row: list[Atom] = field(default_factory=list)
    between: dict[int, list[tuple[etree._Element, Link]]] = field(default_factory=dict)
    """Bookmarks, by the index of the atom they stand before."""

    def add_between(self, element: etree._Element, link: Link) -> None:
        """Add what has no width."""
        self.between.setdefault(len(self.row), []).append((element, link))


def atoms_of(
    paragraph: etree._Element,
    notes: Mapping[str, str],
    dropped: Container[str] = frozenset(),
    kept: Container[str] = frozenset(),
) -> Atoms:
    """Take a paragraph apart; `notes` are told by their numbers.

    Bookmarks of `dropped` numbers are left out unless they are `kept` all the same.
    """
    found = Atoms()
    flat = list(_flat(paragraph))
    at = 0
    while at < len(flat):
        element, link = flat[at]
        end = at + 1
        if element.tag != _RUN:
            number = element.get(f"{W}id", "")
            if number not in dropped or number in kept:
                found.add_between(element, link)
        elif _begins_field(element) and (closed := _field_end(flat, at)):
            end = closed
            runs = [each for each, _ in flat[at:end] if each.tag == _RUN]
            found.row.append(Atom(_field_key(runs, link), runs, link=link))
        else:
            found.row += _of_run(element, link, notes)
        at = end
    return found


def _flat(paragraph: etree._Element) -> Iterator[tuple[etree._Element, Link]]:
    for child in paragraph:
        if child.tag == f"{W}hyperlink":
            link = tuple((str(name), str(value)) for name, value in child.attrib.items())
            for inner in child:
                yield inner, link
        elif child.tag != f"{W}pPr":
            yield child, ()


def _begins_field(run: etree._Element) -> bool:
    return _field_sign(run) == "begin"


def _field_sign(run: etree._Element) -> str:
    sign = run.find(_FIELD)
    return "" if sign is None else sign.get(f"{W}fldCharType", "")


def _field_end(flat: Sequence[tuple[etree._Element, Link]], start: int) -> int:
    """Give the index behind the end of the field that begins there; 0 where it ends in another paragraph."""
    depth = 0
    for at in range(start, len(flat)):
        sign = _field_sign(flat[at][0]) if flat[at][0].tag == _RUN else ""
        depth += (sign == "begin") - (sign == "end")
        if depth == 0:
            return at + 1
    return 0


def _field_key(runs: Sequence[etree._Element], link: Link) -> tuple[object, ...]:
    code = "".join(each.text or "" for run in runs for each in run.iter(_CODE)).strip()
    printed = "".join(each.text or "" for run in runs for each in run.iter(_TEXT))
    return "field", code, "" if code.startswith(_COUNTED) else printed, link


def _of_run(run: etree._Element, link: Link, notes: Mapping[str, str]) -> Iterator[Atom]:
    properties = run.find(_LOOK)
    look = "" if properties is None else etree.tostring(properties, encoding="unicode", with_tail=False)
    for child in run:
        if child.tag == _TEXT:
            for word in words(child.text or ""):
                yield Atom(("word", word, link), (run,), word, look, link)
        elif child.tag != _LOOK:
            made = etree.Element(_RUN)
            if properties is not None:
                made.append(deepcopy(properties))
            made.append(deepcopy(child))
            note = child.get(f"{W}id", "") if child.tag == f"{W}footnoteReference" else ""
            yield Atom((*_key(child, notes), link), (made,), link=link, note=note)


def _key(element: etree._Element, notes: Mapping[str, str]) -> tuple[object, ...]:
    local = etree.QName(element).localname
    match local:
        case "footnoteReference":
            return local, notes.get(element.get(f"{W}id", ""), "")
        case "drawing":
            return local, *_picture(element)
        case "instrText":
            code = element.text or ""
            return local, *code.split()[:1], *code.split("\\c")[1:]
        case _:
            return local, element.get(f"{W}fldCharType", "")


def _picture(drawing: etree._Element) -> Iterator[str]:
    """Go through what of a picture can be seen or heard: which one it is, its size, its description."""
    for each in drawing.iter("{*}blip", "{*}extent", "{*}docPr"):
        yield from (str(value) for name, value in each.attrib.items() if name not in ("id", "name"))
