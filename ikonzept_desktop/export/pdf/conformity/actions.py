"""What a file does by itself or when it is asked: of all actions a document of ours needs two."""

import pikepdf

from ikonzept_desktop.export.pdf.conformity.flaws import Flaws, Rule
from ikonzept_desktop.export.pdf.conformity.objects import dictionary, listed, text

_ALLOWED = frozenset({"/URI", "/GoTo"})
_MOST = 20


def check_action(action: object, page: int | None, flaws: Flaws) -> None:
    """Check an action with all that follow it; nothing is fine, and so is a place in this file."""
    waiting, count = [action], 0
    while waiting and count < _MOST:
        count += 1
        found = dictionary(waiting.pop())
        if found is None:
            continue
        if text(found, "/S") not in _ALLOWED:
            flaws.add(Rule.ACTION, page, text(found, "/S")[1:])
        waiting.extend(listed(found.get("/Next")))


def check_outlines(root: pikepdf.Object, flaws: Flaws) -> None:
    """Check what the bookmarks do."""
    stack, seen = [dictionary(root.get("/Outlines"))], set[int]()
    while stack:
        item = stack.pop()
        if item is None or item.objgen[0] in seen:
            continue
        seen.add(item.objgen[0])
        check_action(item.get("/A"), None, flaws)
        stack.extend((dictionary(item.get("/First")), dictionary(item.get("/Next"))))
