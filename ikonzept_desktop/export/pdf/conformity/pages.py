"""The pages of a finished file, one by one: what is painted, in which colours and fonts, and the links over it."""

import pikepdf

from ikonzept_desktop.export.pdf.conformity.actions import check_action
from ikonzept_desktop.export.pdf.conformity.content import Scans, device_of
from ikonzept_desktop.export.pdf.conformity.flaws import Flaws, Rule
from ikonzept_desktop.export.pdf.conformity.fonts import check_font
from ikonzept_desktop.export.pdf.conformity.objects import (
    dictionary,
    inner,
    is_true,
    listed,
    number_of,
    resources,
    text,
    whole,
)
from ikonzept_desktop.export.pdf.conformity.scan import Scan
from ikonzept_desktop.export.pdf.conformity.tree import Tree

_PRINTED = 4
_UNSEEN = 1 | 2 | 32
"""Flags of annotations (ISO 32000-1, 12.5.3): print; invisible, hidden, not viewed."""


class Pages:
    """Checks pages; what several of them share is looked at once."""

    def __init__(self, tree: Tree, devices: frozenset[str], flaws: Flaws, scans: Scans) -> None:
        """Take the structure tree, walked, the devices whose colours the output intent allows, and what is read."""
        self._tree = tree
        self._devices = devices
        self._flaws = flaws
        self._scans = scans
        self._seen: set[int] = set()

    def check(self, page: pikepdf.Page, number: int) -> None:
        """Check a page, counted from 1."""
        owner = page.obj
        shelf = dictionary(page.resources)
        self._check_resources(shelf, number, 0)
        found = self._scans.scan(page, shelf)
        self._take(found, number, number_of(owner), owner)
        for name in found.bare_forms:
            self._check_bare(inner(inner(shelf, "/XObject"), name), number)
        annotations = listed(owner.get("/Annots"))
        if annotations and text(owner, "/Tabs") != "/S":
            self._flaws.add(Rule.ANNOTATION, number)
        for annotation in map(dictionary, annotations):
            if annotation is not None:
                self._check_annotation(annotation, number)
        if "/AA" in owner:
            self._flaws.add(Rule.ACTION, number)

    def _take(self, found: Scan, page: int, holder: int, owner: pikepdf.Object) -> None:
        """Hold what a stream marks against the structure tree, both ways."""
        flaws = self._flaws
        if found.mixed:
            flaws.add(Rule.UNTAGGED, page)
        if found.untagged and text(owner, "/Subtype") != "/Form":
            flaws.add(Rule.UNTAGGED, page)
        if found.unbalanced:
            flaws.add(Rule.BALANCE, page)
        self._check_colours(found.colours, page)
        key = whole(owner.get("/StructParents"))
        named = listed(self._tree.parents.get(key)) if key is not None else []
        owners = self._tree.marks.pop(holder, {})
        for mark in found.marks:
            of_tree = number_of(named[mark]) if 0 <= mark < len(named) else 0
            if not of_tree or owners.pop(mark, 0) != of_tree:
                flaws.add(Rule.PARENT, page)
        if owners:
            flaws.add(Rule.PARENT, page)

    def _check_bare(self, painted: pikepdf.Object | None, page: int) -> None:
        """Check what is painted outside of marks: an image never, a form where it has marks of its own."""
        if painted is None or text(painted, "/Subtype") != "/Form" or self._is_bare(painted):
            self._flaws.add(Rule.UNTAGGED, page)

    def _is_bare(self, form: pikepdf.Object) -> bool:
        found = self._scans.scan(form, inner(form, "/Resources"))
        return found.untagged or bool(found.bare_forms)

    def _check_resources(self, shelf: pikepdf.Object | None, page: int, depth: int) -> None:
        if shelf is None or (number_of(shelf) and number_of(shelf) in self._seen) or depth > 8:
            return
        self._seen.add(number_of(shelf))
        for _, font in resources(shelf, "/Font"):
            if self._is_new(font):
                check_font(font, page, self._flaws)
        for _, painted in resources(shelf, "/XObject"):
            if self._is_new(painted):
                self._check_painted(painted, page, depth)
        for _, state in resources(shelf, "/ExtGState"):
            if "/TR" in state or text(state, "/TR2") not in ("", "/Default") or "/HTP" in state:
                self._flaws.add(Rule.GRAPHICS, page)
        for _, shading in [*resources(shelf, "/Shading"), *resources(shelf, "/Pattern")]:
            space = (inner(shading, "/Shading") or shading).get("/ColorSpace")
            self._check_colours({device_of(space)}, page)
        spaces = inner(shelf, "/ColorSpace")
        for space in spaces.values() if spaces is not None else ():
            self._check_colours({device_of(space)}, page)

    def _is_new(self, thing: pikepdf.Object) -> bool:
        number = number_of(thing)
        is_new = not number or number not in self._seen
        self._seen.add(number)
        return is_new

    def _check_painted(self, painted: pikepdf.Object, page: int, depth: int) -> None:
        """Check an image or a form, wherever it is painted."""
        if any(key in painted for key in ("/PS", "/Ref", "/OPI", "/Alternates")):
            self._flaws.add(Rule.GRAPHICS, page)
        if text(painted, "/Subtype") == "/Image":
            self._check_colours({device_of(painted.get("/ColorSpace"))}, page)
            if is_true(painted, "/Interpolate"):
                self._flaws.add(Rule.GRAPHICS, page)
            mask = inner(painted, "/SMask")
            if mask is not None and is_true(mask, "/Interpolate"):
                self._flaws.add(Rule.GRAPHICS, page)
            return
        shelf = inner(painted, "/Resources")
        self._check_resources(shelf, page, depth + 1)
        found = self._scans.scan(painted, shelf)
        self._take(found, page, number_of(painted), painted)

    def _check_colours(self, devices: set[str], page: int) -> None:
        if not devices <= self._devices:
            self._flaws.add(Rule.COLOUR, page)

    def _check_annotation(self, annotation: pikepdf.Object, page: int) -> None:
        flags = whole(annotation.get("/F")) or 0
        if text(annotation, "/Subtype") != "/Link" or flags & _UNSEEN or not flags & _PRINTED or "/AA" in annotation:
            self._flaws.add(Rule.ANNOTATION, page, text(annotation, "/Subtype")[1:])
            return
        check_action(annotation.get("/A"), page, self._flaws)
        number, tag = self._tree.objects.get(number_of(annotation), (0, ""))
        if not text(annotation, "/Contents").strip() or tag != "Link":
            self._flaws.add(Rule.LINK, page)
        key = whole(annotation.get("/StructParent"))
        if key is None or not number or number_of(self._tree.parents.get(key)) != number:
            self._flaws.add(Rule.PARENT, page)
