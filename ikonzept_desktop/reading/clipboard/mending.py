"""What copying leaves in a text that nobody wrote: soft hyphens, zero-width signs, words parted at line ends."""

import re

_NOTHING = re.compile("[\u00ad\u200b\ufeff]")
# "Sprach- und Integrationskurse" keeps its hyphen: it stands for what the words share.
_JOINING = (
    "und|oder|bzw|beziehungsweise|sowie|als|wie|noch|statt|bis|aber|denn|nicht|u|o|and|or|et|vs|ebenso|respektive|samt"
    "|mit|ohne|gegen|versus|sondern|auch"
)
_JOINS = re.compile(rf"(?:{_JOINING})\b")
_PARTED = re.compile(rf"(?<=[a-zäöüß]{{2}})- +(?!(?:{_JOINING})\b)(?=[a-zäöüß]{{2}})")


def mended(text: str) -> str:
    """Give the text without soft hyphens, and words whole that a line end had parted: `Integ- ration`."""
    if not text.isascii():
        text = _NOTHING.sub("", text)
    return _PARTED.sub("", text) if "- " in text else text


def is_joining(text: str) -> bool:
    """Tell whether a text begins with a word that leaves the hyphen before it its meaning: `Sprach- und`."""
    return _JOINS.match(text) is not None
