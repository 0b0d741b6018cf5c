"""The little of CSS that says something about structure: weight, slant, position, hiding, and Word's own properties.

Word's are described in "Microsoft Office HTML and XML Reference" (2000): mso-list, mso-outline-level, mso-element ...
"""

import re
from collections.abc import Mapping

Style = Mapping[str, str]
NO_STYLE: Style = {}
_LONGEST = 400_000
"""Characters of rules that are looked at; Word writes about 60,000."""

_TOLD = frozenset(
    {"font-weight", "font-style", "font", "vertical-align", "display", "visibility", "white-space", "text-align"}
    | {"border-left", "margin-left", "width", "page-break-before", "mso-list", "mso-hide", "mso-outline-level"}
    | {"mso-element", "mso-spacerun", "mso-tab-count", "mso-footnote-id", "mso-endnote-id", "mso-comment-reference"}
    | {"text-indent", "mso-special-character"}
)
_CLASS = re.compile(r"[a-z0-9]*\.([\w-]+)", re.IGNORECASE)
_LIST = re.compile(r"@list\s+(l\d+:level\d)", re.IGNORECASE)
_FORMAT = re.compile(r"mso-level-number-format:\s*([\w-]+)", re.IGNORECASE)


def declarations(text: str) -> Style:
    """Give the properties that are told apart here, in lower case."""
    if not text:
        return NO_STYLE
    found = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and name in _TOLD:
            found[name] = value.replace("!important", "").strip().lower()
    return found


class Sheet:
    """The rules of a document for classes; rules for elements say nothing that the elements do not."""

    def __init__(self, text: str) -> None:
        """Read style rules."""
        self._classes: dict[str, dict[str, str]] = {}
        self.lists: dict[str, str] = {}
        """The number format of each of Word's lists and levels; a level without one counts by figures."""
        self._known: dict[tuple[str, str], Style] = {}
        for rule in text[:_LONGEST].split("}"):
            selectors, brace, body = rule.rpartition("{")
            if not brace:
                continue
            if match := _LIST.search(selectors):
                number = _FORMAT.search(body)
                self.lists[match[1].lower()] = number[1].lower() if number else "decimal"
                continue
            told = declarations(body)
            for selector in selectors.split(",") if told else ():
                if match := _CLASS.fullmatch(selector.strip()):
                    self._classes.setdefault(match[1].lower(), {}).update(told)

    def style(self, classes: str, own: str) -> Style:
        """Give what holds for an element of these classes with a style of its own."""
        key = (classes, own)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._joined(classes, own)
        return known

    def _joined(self, classes: str, own: str) -> Style:
        told = declarations(own)
        rules = [self._classes[name] for name in classes.lower().split() if name in self._classes]
        if not rules:
            return told
        joined: dict[str, str] = {}
        for rule in rules:
            joined.update(rule)
        return {**joined, **told}


def is_hidden(style: Style) -> bool:
    """Tell whether nobody was to see the text."""
    return (
        style.get("display") == "none"
        or style.get("visibility") in {"hidden", "collapse"}
        or style.get("mso-hide", "").startswith("all")
    )


def is_bold(style: Style) -> bool | None:
    """Tell whether the style makes text bold, or not bold; None where it says nothing of it."""
    weight = style.get("font-weight", "")
    if not weight:
        return True if re.search(r"\bbold\b", style.get("font", "")) else None
    if weight.isdigit():
        return int(weight) >= 600
    return True if weight in {"bold", "bolder"} else False if weight in {"normal", "lighter"} else None


def is_italic(style: Style) -> bool | None:
    """Tell whether the style slants text, or does not; None where it says nothing of it."""
    slant = style.get("font-style", "")
    if slant == "normal":
        return False
    return True if slant.startswith(("italic", "oblique")) else None
