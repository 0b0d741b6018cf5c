"""Text cut short where a line has no room for all of it."""

from collections.abc import Callable

_ELLIPSIS = "…"
_LEFT_OUT_BEFORE = " …-–,"


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """Give the text, or as much of its beginning as fits with an ellipsis behind it."""
    if fits(text):
        return text
    enough, too_much = 0, len(text)
    while too_much - enough > 1:
        middle = (enough + too_much) // 2
        if fits(_cut(text, middle)):
            enough = middle
        else:
            too_much = middle
    return _cut(text, enough)


def _cut(text: str, count: int) -> str:
    return text[:count].rstrip(_LEFT_OUT_BEFORE) + _ELLIPSIS
