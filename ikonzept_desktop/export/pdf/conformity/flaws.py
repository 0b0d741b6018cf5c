"""What keeps a file from conforming, and where it was met first."""

from enum import StrEnum

from ikonzept_desktop.values import dataclass


class Rule(StrEnum):
    """A rule of PDF/UA-1 (ISO 14289-1), PDF/A-2 (ISO 19005-2) or of the format itself (ISO 32000-1)."""

    READABLE = "readable"
    """ISO 32000-1, 7.5: objects, streams and the table of objects can be read, and nothing is encrypted."""
    MARKED = "marked"
    """ISO 14289-1, 7.1: MarkInfo says that the file is tagged, and nothing is suspect."""
    TITLE = "title"
    """ISO 14289-1, 7.1: dc:title is there and is what a viewer shows."""
    LANGUAGE = "language"
    """ISO 14289-1, 7.2: the catalog has a language, and every language is one (RFC 3066)."""
    CLAIM = "claim"
    """ISO 14289-1, 5; ISO 19005-2, 6.6.4: the file says what it conforms to."""
    PROPERTIES = "properties"
    """ISO 19005-2, 6.6.3: the information dictionary and the metadata say the same."""
    INTENT = "intent"
    """ISO 19005-2, 6.2.3: an output intent with a profile."""
    COLOUR = "colour"
    """ISO 19005-2, 6.2.4.3: a device's colours are those of the output intent."""
    ACTION = "action"
    """ISO 19005-2, 6.5: no scripts, nothing started, nothing loaded, no files within."""
    TREE = "tree"
    """ISO 32000-1, 14.7.2: every element is below its parent, once, and of a known kind."""
    NESTING = "nesting"
    """ISO 32000-1, 14.8.4: rows stand in tables, items in lists, entries in contents."""
    HEADINGS = "headings"
    """ISO 14289-1, 7.4.2: headings begin with the first level and skip none."""
    ALTERNATIVE = "alternative"
    """ISO 14289-1, 7.3: every figure has a text that says what it shows."""
    SCOPE = "scope"
    """ISO 14289-1, 7.5: every header cell says what it is the header of."""
    GRID = "grid"
    """ISO 14289-1, 7.2: all rows of a table have as many columns."""
    NOTE = "note"
    """ISO 14289-1, 7.9: every note has an id of its own."""
    UNTAGGED = "untagged"
    """ISO 14289-1, 7.1: whatever is painted is content of an element or an artifact, never both."""
    BALANCE = "balance"
    """ISO 32000-1, 14.6: marked content that begins ends on the same page."""
    PARENT = "parent"
    """ISO 32000-1, 14.7.4.4: the element that marked content names is the one that names it."""
    LINK = "link"
    """ISO 14289-1, 7.18.5: a link has a description and is part of a Link element."""
    ANNOTATION = "annotation"
    """ISO 19005-2, 6.3; ISO 14289-1, 7.18: only links lie on a page, printed and seen, in order."""
    FONT = "font"
    """ISO 19005-2, 6.2.11.4: every font is in the file."""
    UNICODE = "unicode"
    """ISO 14289-1, 7.21.7: every font says which characters its codes are, and none is U+0000 or no character."""
    GRAPHICS = "graphics"
    """ISO 19005-2, 6.2.5 to 6.2.9: no transfer functions, PostScript, smoothing or pictures in place of pictures."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One rule that is broken."""

    rule: Rule
    page: int | None
    """Where it was met first, counted from 1; None for the file as a whole or the structure tree."""
    detail: str
    """Words of the file itself: a tag, the name of a font."""
    count: int = 1
    """How often the rule is broken."""


class Flaws:
    """Takes down the first place at which each rule is broken, and how often that happens."""

    def __init__(self) -> None:
        self._found: dict[Rule, Flaw] = {}

    def add(self, rule: Rule, page: int | None = None, detail: str = "") -> None:
        """Take down that a rule is broken."""
        known = self._found.get(rule)
        if known is None:
            self._found[rule] = Flaw(rule, page, detail)
        else:
            self._found[rule] = Flaw(rule, known.page, known.detail, known.count + 1)

    def all(self) -> tuple[Flaw, ...]:
        """Give the rules that are broken, in the order in which they are listed."""
        return tuple(self._found[rule] for rule in Rule if rule in self._found)
