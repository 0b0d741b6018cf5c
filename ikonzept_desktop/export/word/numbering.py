"""Numbering that Word computes itself: of headings, linked to their styles, and of lists.

Word must arrive at the very numbers of the publication. So its way of counting (ECMA-376 Part 1, 17.9) is repeated
here section by section; where it would arrive at another number, ours is typed instead.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from ikonzept_desktop.export.word.measures import LIST_INDENT
from ikonzept_desktop.publication.tree import PublishedSection

LEVELS = 9
HEADINGS = 1
"""The number of the list instance that the heading styles are linked to."""
BULLETS = 2
NUMBERS = 3
"""The list instance that the numbered list styles are linked to; every list in the text has its own."""
_FIRST_FREE = 10
_BULLET_SIGNS = "•–▪"
_NUMBER_FORMS = (("decimal", "."), ("lowerLetter", ")"), ("lowerRoman", "."))
INDENTS = (567, 709, 851, 1021, 1191, 1361, 1531, 1701, 1871)
PREFIX_INDENT = 1814


@dataclass(slots=True)
class Scheme:
    """One multilevel list for headings: what stands before the numbers of its top level tells it from others."""

    prefix: str
    patterns: dict[int, str] = field(default_factory=dict)
    """The text of each level met so far (`%1.%2`), by level from 1."""
    counters: list[int] = field(default_factory=lambda: [0] * LEVELS)

    def arrives_at(self, number: str, level: int) -> bool:
        """Count one heading of that level as Word would; False, and nothing counted, if it reads otherwise."""
        pattern = self.patterns.get(level) or _pattern(number, level)
        counters = [*self.counters[: level - 1], self.counters[level - 1] + 1, *[0] * (LEVELS - level)]
        if "%" not in pattern or _printed(pattern, counters) != number:
            return False
        self.patterns[level] = pattern
        self.counters = counters
        return True


@dataclass(slots=True)
class HeadingNumbers:
    """Which headings Word numbers, and by which list."""

    schemes: list[Scheme]
    automatic: dict[str, int]
    """The number of the list instance by section id; a section that is not here has none, or has it typed."""


def heading_numbers(sections: Iterable[PublishedSection], beside: HeadingNumbers | None = None) -> HeadingNumbers:
    """Find the multilevel lists that number these top sections and all below them.

    They begin with those of another text in the same file, where there is one, and share their patterns.
    """
    known = beside.schemes if beside else [Scheme("")]
    schemes = {each.prefix: Scheme(each.prefix, each.patterns) for each in known}
    automatic: dict[str, int] = {}
    for top in sections:
        prefix = _prefix(top.number)
        scheme = schemes.setdefault(prefix, Scheme(prefix))
        _count(top, scheme, list(schemes).index(prefix), automatic)
    return HeadingNumbers(list(schemes.values()), automatic)


def _count(section: PublishedSection, scheme: Scheme, place: int, automatic: dict[str, int]) -> None:
    if section.number and section.level <= LEVELS and scheme.arrives_at(section.number, section.level):
        automatic[section.id] = HEADINGS if place == 0 else _FIRST_FREE + place
    for child in section.children:
        _count(child, scheme, place, automatic)


def _prefix(number: str) -> str:
    return re.split(r"\d", number, maxsplit=1)[0]


def _pattern(number: str, level: int) -> str:
    """Guess the text of a level from one number of it: its last counters, in their order."""
    first = level - len(re.findall(r"\d+", number))
    counter = iter(range(first + 1, LEVELS + 1))
    return re.sub(r"\d+", lambda _: f"%{next(counter)}", number.replace("%", "")) if first >= 0 else ""


def _printed(pattern: str, counters: Sequence[int]) -> str:
    return re.sub(r"%(\d)", lambda found: str(counters[int(found[1]) - 1]), pattern)


def list_instance(ordered_lists: list[tuple[int, int]], level: int, first: int) -> int:
    """Begin an ordered list of its own at that level; give the number of its instance."""
    ordered_lists.append((level, first))
    return 100 + len(ordered_lists)


def numbering_xml(namespaces: str, numbers: HeadingNumbers, ordered_lists: Sequence[tuple[int, int]]) -> str:
    """Write the numbering part: the definitions first, then their instances, as the schema has it."""
    others = numbers.schemes[1:]
    definitions = [_headings(numbers.schemes[0]), _bullets(), _ordered()]
    definitions += [_annexes(scheme, _FIRST_FREE + place) for place, scheme in enumerate(others, 1)]
    instances = [_instance(HEADINGS, HEADINGS), _instance(BULLETS, BULLETS), _instance(NUMBERS, NUMBERS)]
    instances += [_instance(_FIRST_FREE + place, _FIRST_FREE + place) for place in range(1, len(others) + 1)]
    instances += [_restarted(100 + place, *began) for place, began in enumerate(ordered_lists, 1)]
    return f"<w:numbering {namespaces}>{''.join(definitions)}{''.join(instances)}</w:numbering>"


def _headings(scheme: Scheme) -> str:
    dot = "." if any(pattern.endswith(".") for pattern in scheme.patterns.values()) else ""
    levels = []
    for level in range(1, LEVELS + 1):
        usual = ".".join(f"%{above}" for above in range(1, level + 1)) + dot if level <= 4 else ""
        levels.append(_heading_level(level, scheme.patterns.get(level, usual), INDENTS[level - 1], f"Heading{level}"))
    return _definition(HEADINGS, levels)


def _annexes(scheme: Scheme, number: int) -> str:
    levels = []
    for level in range(1, LEVELS + 1):
        indent = PREFIX_INDENT if scheme.prefix in scheme.patterns.get(level, "") else INDENTS[level - 1]
        levels.append(_heading_level(level, scheme.patterns.get(level, ""), indent, ""))
    return _definition(number, levels)


def _heading_level(level: int, pattern: str, indent: int, style: str) -> str:
    form = "decimal" if pattern else "none"
    after = "tab" if pattern else "nothing"
    left = indent if pattern else 0
    return _level(level - 1, form, style, after, pattern, f'w:left="{left}" w:hanging="{left}"')


def _bullets() -> str:
    return _definition(
        BULLETS,
        [
            _level(level, "bullet", _list_style("ListBullet", level), "tab", sign, _list_indent(level))
            for level, sign in zip(range(LEVELS), cycle(_BULLET_SIGNS), strict=False)
        ],
    )  # fmt: skip


def _ordered() -> str:
    levels = []
    for level in range(LEVELS):
        form, sign = _NUMBER_FORMS[level % 3]
        style = _list_style("ListNumber", level)
        levels.append(_level(level, form, style, "tab", f"%{level + 1}{sign}", _list_indent(level)))
    return _definition(NUMBERS, levels)


def _list_style(base: str, level: int) -> str:
    return base if level == 0 else f"{base}{level + 1}" if level < 5 else ""


def _list_indent(level: int) -> str:
    return f'w:left="{LIST_INDENT * (level + 1)}" w:hanging="{LIST_INDENT}"'


def _level(level: int, form: str, style: str, after: str, text: str, indent: str) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}<w:suff w:val="{after}"/>'
        f'<w:lvlText w:val="{safe}"/><w:lvlJc w:val="left"/><w:pPr><w:ind {indent}/></w:pPr></w:lvl>'
    )


def _definition(number: int, levels: Sequence[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _instance(number: int, definition: int) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>'


def _restarted(number: int, level: int, first: int) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{NUMBERS}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{first}"/></w:lvlOverride></w:num>'
    )
