"""How runs of text are set, their styles resolved (ECMA-376 Part 1, 17.3.2 and 17.7).

Few looks are in a file, so each is worked out once: by the paragraph's style and what a run says of itself.
"""

import re
from collections import Counter

from lxml import etree

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.reading.word.building import NOTHING_AROUND, Around
from ikonzept_desktop.reading.word.content import PLAIN, Look
from ikonzept_desktop.reading.word.inline import text_in
from ikonzept_desktop.reading.word.names import W, child, is_on, number, value
from ikonzept_desktop.reading.word.styles import inherited
from ikonzept_desktop.reading.word.symbols import is_symbol_font
from ikonzept_desktop.values import dataclass

_TOGGLES = ("b", "i", "caps", "smallCaps", "vanish", "strike", "dstrike")
"""The properties that a paragraph's style and its letters' turn off together (17.7.3), those that a look has."""
_SAID = frozenset(W + name for name in (*_TOGGLES, "vertAlign", "sz", "lang", "rFonts", "rStyle"))
_RAISED = {"superscript": Marks.SUPERSCRIPT, "subscript": Marks.SUBSCRIPT}
_LARGEST = 1638
"""pt, Word's own bound (17.3.2.38)."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_NO_LANGUAGE = frozenset({"x-none", "zxx", "und", "mul"})
_ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class Dress:
    """A look, and the font where that is one of symbols."""

    look: Look
    symbols: str
    around: Around
    """The surroundings of text that has nothing but this look."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What properties of a run say, nothing where they do not."""

    toggles: tuple[bool | None, ...] = (None,) * len(_TOGGLES)
    raised: str | None = None
    size: float | None = None
    language: str | None = None
    font: str | None = None

    def over(self, other: "_Said") -> "_Said":
        """Give what both say, this first."""
        return _Said(
            tuple(
                mine if mine is not None else theirs for mine, theirs in zip(self.toggles, other.toggles, strict=True)
            ),
            self.raised if self.raised is not None else other.raised,
            self.size if self.size is not None else other.size,
            self.language if self.language is not None else other.language,
            self.font if self.font is not None else other.font,
        )


_NOTHING = _Said()
_Key = tuple[str, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]


class Looks:
    """The looks of a document."""

    def __init__(self, styles: etree._Element | None) -> None:
        """Take what the part of the styles says."""
        nodes = [] if styles is None else styles.findall(f"{W}style")
        self._nodes: dict[str, dict[str, etree._Element]] = {"paragraph": {}, "character": {}}
        self._defaults = {"paragraph": "", "character": ""}
        for node in reversed(nodes):
            kind, id = value(node, "type") or "paragraph", value(node, "styleId") or ""
            if kind in self._nodes:
                self._nodes[kind][id] = node
                if value(node, "default") in _ON:
                    self._defaults[kind] = id
        self._by_style: dict[str, dict[str, _Said]] = {kind: {"": _NOTHING} for kind in self._nodes}
        self._dresses: dict[_Key, Dress] = {}
        self._same: dict[tuple[Look, str], Dress] = {}
        defaults = child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr")
        self._document = _NOTHING if defaults is None else _said(defaults)
        self.language = self._style("paragraph", self._defaults["paragraph"]).over(self._document).language or ""
        """What a look says no language for."""

    def begin(self, document: etree._Element) -> None:
        """Have the language be the one that most letters are said to have, where the styles know none."""
        self.language = self.language or _most(document)

    def dress(self, style: str, properties: etree._Element | None) -> Dress:
        """Give how a run is set in a paragraph of that style."""
        said = (
            ()
            if properties is None
            else tuple((str(each.tag), tuple(sorted(each.items()))) for each in properties if each.tag in _SAID)
        )
        key = (style, said)
        found = self._dresses.get(key)
        if found is None:
            made = self._made(style, properties)
            if made not in self._same:
                look = PLAIN if made[0] == PLAIN else made[0]
                around = NOTHING_AROUND if look is PLAIN else NOTHING_AROUND._replace(look=look)
                self._same[made] = Dress(look, made[1], around)
            found = self._dresses[key] = self._same[made]
        return found

    def _made(self, style: str, properties: etree._Element | None) -> tuple[Look, str]:
        run = _NOTHING if properties is None else _said(properties)
        named = child(properties, "rStyle")
        letters = self._style("character", (value(named) or "") if named is not None else self._defaults["character"])
        paragraph = self._style("paragraph", style or self._defaults["paragraph"])
        said = letters.over(paragraph).over(self._document)
        said = said if run is _NOTHING else run.over(said)
        levels = zip(run.toggles, letters.toggles, paragraph.toggles, self._document.toggles, strict=True)
        bold, italic, capitals, small_capitals, hidden, *struck = (_toggled(*each) for each in levels)
        marks = _RAISED.get(said.raised or "", Marks.NONE)
        marks |= (Marks.BOLD if bold else Marks.NONE) | (Marks.ITALIC if italic else Marks.NONE)
        language = said.language or ""
        if language.lower() == self.language.lower():
            language = ""
        look = Look(marks, language, said.size or 0.0, capitals or small_capitals, hidden, any(struck))
        font = said.font or ""
        return look, font if is_symbol_font(font) else ""

    def _style(self, kind: str, id: str) -> _Said:
        """Give what a style says with those it is based on."""
        return inherited(self._nodes[kind], id, self._by_style[kind], _of_style)


def _of_style(node: etree._Element, base: _Said) -> _Said:
    properties = child(node, "rPr")
    return base if properties is None else _said(properties).over(base)


def _toggled(run: bool | None, letters: bool | None, paragraph: bool | None, document: bool | None) -> bool:
    """Tell whether a property is on that styles turn off together (17.7.3): what the run itself says is so."""
    return run if run is not None else bool(document) or bool(letters) != bool(paragraph)


def _said(properties: etree._Element) -> _Said:
    """Read the properties of a run, a style or the document."""
    found = {str(each.tag): each for each in properties if each.tag in _SAID}
    toggles = tuple(is_on(found[W + name]) if W + name in found else None for name in _TOGGLES)
    raised, size = found.get(f"{W}vertAlign"), found.get(f"{W}sz")
    language, fonts = found.get(f"{W}lang"), found.get(f"{W}rFonts")
    return _Said(
        toggles,
        None if raised is None else value(raised) or "",
        None if size is None else _points(size),
        None if language is None else _language(value(language)),
        None if fonts is None else _font(fonts),
    )


def _points(size: etree._Element) -> float | None:
    """Give pt of a size, which is said in half points; nothing where it is none."""
    half = number(size, 0)
    return half / 2 if 0 < half <= 2 * _LARGEST else None


def _font(fonts: etree._Element) -> str | None:
    """Give the font of letters and digits (17.3.2.26); where there are two, or a theme says, it is no symbols'."""
    if any(value(fonts, name) is not None for name in ("asciiTheme", "hAnsiTheme")):
        return ""
    named = {name for name in (value(fonts, "ascii"), value(fonts, "hAnsi")) if name is not None}
    if not named:
        return None
    return named.pop() if len(named) == 1 else ""


def _language(said: str | None) -> str | None:
    """Give a BCP 47 tag; text of no language has an empty one."""
    if said is None:
        return None
    return said if _TAG.fullmatch(said) and said.lower() not in _NO_LANGUAGE else ""


def _most(document: etree._Element) -> str:
    """Give the language that most letters of a document are said to have."""
    counted: Counter[str] = Counter()
    for node in document.iter(f"{W}lang"):
        run = node.getparent()
        run = None if run is None else run.getparent()
        if run is not None and run.tag == f"{W}r" and (language := _language(value(node))):
            counted[language] += len(text_in(run))
    return counted.most_common(1)[0][0] if counted else ""
