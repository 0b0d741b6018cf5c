"""The structure tree of a finished file: its elements' nesting, texts and headings, and what hangs under each."""

import re
from collections.abc import Callable, Iterator

import pikepdf

from ikonzept_desktop.export.pdf.conformity.flaws import Flaws, Rule
from ikonzept_desktop.export.pdf.conformity.grids import is_regular
from ikonzept_desktop.export.pdf.conformity.objects import dictionary, inner, listed, number_of, text, whole
from ikonzept_desktop.export.pdf.conformity.objects import number_tree as pairs_of

_KINDS = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form"
)
_STANDARD = frozenset(_KINDS.split())
_INSIDE = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TOCI": {"TOC"},
}
"""Elements and what they stand in (ISO 32000-1, 14.8.4.3)."""
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language as RFC 3066 writes it."""
_HEADING = re.compile(r"H[1-9]")
_ROLES = 10
_USUAL = re.compile(
    rb"<< (?:/A << [^<>\[\]()]* >> )?/K \[ ([^\[\]()]*)\] "
    rb"/P (\d+) 0 R (?:/Pg (\d+) 0 R )?/S /(\w+) (?:/Type /StructElem )?>>"
)
"""The usual element, all of it, as the library writes it down: kids, parent, page and kind."""


class Tree:
    """Goes through the elements once, in reading order, and keeps what its content has to agree with."""

    def __init__(self, root: pikepdf.Object, flaws: Flaws) -> None:
        """Take the structure tree's root."""
        self._root = root
        self._flaws = flaws
        self._roles = inner(root, "/RoleMap")
        self._level = 0
        self._ids: set[str] = set()
        self.parents = pairs_of(inner(root, "/ParentTree"))
        """What pages and annotations name as their elements, by StructParents and StructParent."""
        self.marks: dict[int, dict[int, int]] = {}
        """The number of the element that has marked content, by the number of its page or form and its own."""
        self.objects: dict[int, tuple[int, str]] = {}
        """The element, its number and tag, that has an annotation, by the annotation's number."""

    def walk(self) -> None:
        """Check every element."""
        seen: set[int] = set()
        stack = [(kid, number_of(self._root), "", 0) for kid in self._kids_of(self._root)]
        while stack:
            element, above, tag_above, page = stack.pop()
            number = number_of(element)
            if number in seen or not number:
                self._flaws.add(Rule.TREE, detail=text(element, "/S")[1:])
                continue
            seen.add(number)
            tag, parent, own_page, marks = self._read(element)
            self._check_place(tag, parent == above, tag_above)
            page = own_page or page
            if marks is None:
                stack.extend((kid, number, tag, page) for kid in self._kids(element, number, tag, page))
            for mark in marks or ():
                self._take_mark(page, mark, number)

    def _read(self, element: pikepdf.Object) -> tuple[str, int, int, list[int] | None]:
        """Give an element's kind, the numbers of its parent and page, and its content where it has nothing else below.

        One of the usual form is read at a glance: it says nothing that would have to be checked.
        """
        usual = _USUAL.fullmatch(element.unparse(resolved=True))
        if usual is not None and (tag := usual[4].decode("latin-1")) in _STANDARD and tag not in _CHECKS:
            kids = usual[1]
            marks = None if b"R" in kids or b"/" in kids else list(map(int, kids.split()))
            return tag, int(usual[2]), int(usual[3] or 0), marks
        tag = self._tag(element)
        self._check(element, tag)
        return tag, number_of(element.get("/P")), number_of(element.get("/Pg")), None

    def _kids_of(self, root: pikepdf.Object) -> Iterator[pikepdf.Object]:
        return (kid for kid in map(dictionary, reversed(listed(root.get("/K")))) if kid is not None)

    def _tag(self, element: pikepdf.Object) -> str:
        """Give an element's kind, by the standard's word for it where the file has words of its own."""
        tag = text(element, "/S")[1:]
        for _ in range(_ROLES):
            if tag in _STANDARD or self._roles is None:
                break
            tag = text(self._roles, f"/{tag}")[1:]
        return tag

    def _check_place(self, tag: str, is_below: bool, tag_above: str) -> None:
        """Check where an element stands, and whether it says that it is below the one above it."""
        flaws = self._flaws
        if tag not in _STANDARD or not is_below:
            flaws.add(Rule.TREE, detail=tag)
        if tag in _INSIDE and tag_above not in _INSIDE[tag]:
            flaws.add(Rule.NESTING, detail=tag)
        if tag.startswith("H") and _HEADING.fullmatch(tag):
            self._check_heading(int(tag[1]))

    def _check(self, element: pikepdf.Object, tag: str) -> None:
        """Check what an element says of itself."""
        check = _CHECKS.get(tag)
        if check is not None:
            check(self, element)
        language = element.get("/Lang")
        if language is not None and not LANGUAGE.fullmatch(str(language)):
            self._flaws.add(Rule.LANGUAGE, detail=str(language))

    def _check_heading(self, level: int) -> None:
        if level > self._level + 1:
            self._flaws.add(Rule.HEADINGS, detail=f"H{level}")
        self._level = level

    def _check_described(self, element: pikepdf.Object) -> None:
        if not (text(element, "/Alt").strip() or text(element, "/ActualText").strip()):
            self._flaws.add(Rule.ALTERNATIVE)

    def _check_header(self, element: pikepdf.Object) -> None:
        scopes = [text(attributes, "/Scope") for attributes in attributes_of(element)]
        if not any(scope in ("/Row", "/Column", "/Both") for scope in scopes) and "/ID" not in element:
            self._flaws.add(Rule.SCOPE)

    def _check_table(self, element: pikepdf.Object) -> None:
        if not is_regular(self._rows(element, 0)):
            self._flaws.add(Rule.GRID)

    def _rows(self, element: pikepdf.Object, depth: int) -> list[list[tuple[int, int]]]:
        """Give the cells of a table's rows by how many columns and rows each has."""
        rows: list[list[tuple[int, int]]] = []
        for kid in map(dictionary, listed(element.get("/K"))):
            tag = self._tag(kid) if kid is not None and "/S" in kid else ""
            if kid is not None and tag == "TR":
                cells = map(dictionary, listed(kid.get("/K")))
                rows.append([_spans(cell) for cell in cells if cell is not None and "/S" in cell])
            elif kid is not None and tag in ("THead", "TBody", "TFoot") and depth == 0:
                rows.extend(self._rows(kid, 1))
        return rows

    def _check_note(self, element: pikepdf.Object) -> None:
        id = text(element, "/ID")
        if not id or id in self._ids:
            self._flaws.add(Rule.NOTE, detail=id)
        self._ids.add(id)

    def _kids(self, element: pikepdf.Object, number: int, tag: str, page: int) -> list[pikepdf.Object]:
        """Give the elements below, the last one first, and take down the content."""
        found = []
        for kid in reversed(listed(element.get("/K"))):
            mark = whole(kid)
            if mark is not None:
                self._take_mark(page, mark, number)
                continue
            entry = dictionary(kid)
            if entry is None:
                self._flaws.add(Rule.TREE, detail=tag)
            elif "/S" in entry:
                found.append(entry)
            else:
                self._take_reference(entry, number, tag, page)
        return found

    def _take_reference(self, entry: pikepdf.Object, number: int, tag: str, page: int) -> None:
        """Take down what a dictionary under an element names: content of another page, or an annotation."""
        mark = whole(entry.get("/MCID"))
        if mark is not None:
            self._take_mark(number_of(entry.get("/Stm")) or number_of(entry.get("/Pg")) or page, mark, number)
        elif "/Obj" in entry:
            self.objects[number_of(entry.get("/Obj"))] = (number, tag)
        else:
            self._flaws.add(Rule.TREE, detail=tag)

    def _take_mark(self, holder: int, mark: int, number: int) -> None:
        marks = self.marks.setdefault(holder, {})
        if mark in marks:
            self._flaws.add(Rule.PARENT)
        marks[mark] = number


_CHECKS: dict[str, Callable[[Tree, pikepdf.Object], None]] = {
    "Figure": Tree._check_described,
    "Formula": Tree._check_described,
    "TH": Tree._check_header,
    "Table": Tree._check_table,
    "Note": Tree._check_note,
}


def attributes_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Give an element's attribute dictionaries."""
    return [found for found in map(dictionary, listed(element.get("/A"))) if found is not None]


def _spans(cell: pikepdf.Object) -> tuple[int, int]:
    columns = rows = 1
    for attributes in attributes_of(cell):
        columns = whole(attributes.get("/ColSpan")) or columns
        rows = whole(attributes.get("/RowSpan")) or rows
    return columns, rows
