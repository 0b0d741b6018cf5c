"""Whoever makes the changes: name, date and numbers, and the elements that say so (ECMA-376 Part 1, 17.13.5).

A moved block is struck out and written anew: for marks of moving Word has been seen to call a file unreadable.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from ikonzept_desktop.export.word.ink import Count
from ikonzept_desktop.export.word.xml import W as NAMESPACE
from ikonzept_desktop.publication.differences import Change

W = f"{{{NAMESPACE}}}"
_TAGS = {Change.NEW: f"{W}ins", Change.GONE: f"{W}del"}
_STRUCK = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}


@dataclass(slots=True)
class Hand:
    """What is the same for all changes of a file, and what is found out while they are written."""

    author: str
    when: datetime
    """With its time zone."""
    numbers: Count
    """Of bookmarks and changes alike."""
    notes: Mapping[str, str]
    """By the number of a note what tells it from others in either state."""
    dropped: frozenset[str]
    """Numbers of the older state's bookmarks that the newer one has too: a name stands once in a file."""
    kept_notes: dict[str, str] = field(default_factory=dict)
    """Numbers of notes whose sign stands in both states: the older one's by the newer one's."""

    def tag(self, change: Change) -> etree._Element:
        """Make the element that says who has written or struck out."""
        return self._signed(_TAGS[change])

    def wrapped(self, change: Change, elements: list[etree._Element]) -> etree._Element:
        """Put runs into what says that they were written or struck out."""
        tag = self.tag(change)
        tag.extend(elements)
        if change is Change.GONE:
            for node in tag.iter(*_STRUCK):
                node.tag = _STRUCK[str(node.tag)]
        return tag

    def mark(self, paragraph: etree._Element, change: Change) -> None:
        """Say of the end of a paragraph that it was written or struck out."""
        properties = properties_of(paragraph)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            behind = [each for each in properties if each.tag in (f"{W}sectPr", f"{W}pPrChange")]
            properties.insert(len(properties) - len(behind), look)
        look.insert(0, self.tag(change))

    def mark_row(self, row: etree._Element, change: Change) -> None:
        """Say of a row of a table that it was written or struck out."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            # The schema wants more than the mark there (ECMA-376 Part 1, 17.4.82): here what is so anyway.
            etree.SubElement(properties, f"{W}cantSplit").set(f"{W}val", "off")
            row.insert(0, properties)
        properties.append(self.tag(change))

    def note_look(self, run: etree._Element, was: etree._Element | None) -> None:
        """Say of a run what it looked like before."""
        look = run.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            run.insert(0, look)
        changed = etree.SubElement(look, f"{W}rPrChange")
        changed.attrib.update(self._signed(f"{W}rPrChange").attrib)
        changed.append(etree.Element(f"{W}rPr") if was is None else deepcopy(was))

    def note_style(self, paragraph: etree._Element, was: etree._Element) -> None:
        """Say of a paragraph which properties it had before, where it has another style or level now."""
        properties = properties_of(paragraph)
        if _style(properties) == _style(was):
            return
        changed = self._signed(f"{W}pPrChange")
        before = etree.SubElement(changed, f"{W}pPr")
        before.extend(deepcopy(each) for each in was if each.tag not in _NEVER_BEFORE)
        properties.append(changed)

    def _signed(self, tag: str) -> etree._Element:
        made = etree.Element(tag)
        made.set(f"{W}id", str(self.numbers.next()))
        made.set(f"{W}author", self.author)
        made.set(f"{W}date", f"{self.when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
        return made


_NEVER_BEFORE = frozenset({f"{W}rPr", f"{W}sectPr", f"{W}pPrChange"})


def properties_of(paragraph: etree._Element) -> etree._Element:
    """Give `w:pPr`, which every paragraph of a draft has."""
    found = paragraph.find(f"{W}pPr")
    assert found is not None  # the writer gives every paragraph a style, or at least spaces
    return found


def style_of(properties: etree._Element) -> str:
    """Give the id of a paragraph's style."""
    style = properties.find(f"{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _style(properties: etree._Element) -> tuple[str, str]:
    level = properties.find(f"{W}numPr/{W}ilvl")
    return style_of(properties), "" if level is None else level.get(f"{W}val", "")
