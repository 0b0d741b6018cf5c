"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8), built in reading order."""

from collections.abc import Iterator

Content = tuple[int, int]
"""Page, counted from 0, and number of the marked content on it."""
AnnotationKid = tuple[int, str]
"""Page, counted from 0, and the name of the annotation's object."""

GROUPS_TO_KEEP = frozenset({"TD", "TH", "TR", "LBody", "Lbl"})
"""Elements that say something even when empty."""


class Element:
    """One element; what is painted for it adds itself to its kids."""

    __slots__ = (
        "actual_text",
        "alternative",
        "attributes",
        "id",
        "kids",
        "language",
        "number",
        "parent",
        "tag",
        "title",
    )

    def __init__(self, tag: str, parent: "Element | None" = None) -> None:
        self.tag = tag
        self.parent = parent
        self.kids: list[Element | Content | AnnotationKid] = []
        self.alternative: str | None = None
        self.actual_text: str | None = None
        self.attributes = ""
        """An attribute dictionary as PDF writes it."""
        self.language = ""
        self.title = ""
        self.id = ""
        self.number = 0
        """Of its object in the file, once it is written."""
        if parent is not None:
            parent.kids.append(self)

    def below(self, tag: str) -> "Element":
        """Add a kid."""
        return Element(tag, self)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was painted for it or anything below it."""
        if self.tag in GROUPS_TO_KEEP:
            return False
        return all(isinstance(kid, Element) and kid.is_empty for kid in self.kids)

    def release(self) -> None:
        """Let go of all below it: kids and parents hold each other, and a search for such circles takes long."""
        stack = [self]
        while stack:
            element = stack.pop()
            stack.extend(kid for kid in element.kids if isinstance(kid, Element))
            element.kids = []

    def walk(self) -> Iterator["Element"]:
        """Go through it and all elements below that are not empty, in reading order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element) and not kid.is_empty)


class HeadingLevels:
    """Gives headings the level they ask for, but never one that skips a level (PDF/UA-1, 7.4.2)."""

    DEEPEST = 6

    def __init__(self) -> None:
        self._last = 0

    def tag(self, wanted: int) -> str:
        """Give the tag of the next heading in reading order."""
        self._last = max(1, min(wanted, self._last + 1, self.DEEPEST))
        return f"H{self._last}"
