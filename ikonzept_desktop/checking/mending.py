"""Carries out what the user makes of a finding: the suggestion put in, the finding passed over, a word taken up."""

from collections.abc import Iterable
from dataclasses import replace

from ikonzept_desktop.checking.findings import Finding
from ikonzept_desktop.checking.places import Place, named_lines
from ikonzept_desktop.checking.words import OBJECT, flat
from ikonzept_desktop.model.blocks import Attachment, Block, Figure, Table, line_of
from ikonzept_desktop.model.document import Document, Properties, field_value, find_section
from ikonzept_desktop.model.edits import Edit, ReplaceSpan, SetAttribute, SetField, SetProperties
from ikonzept_desktop.model.fields import FieldAddress, Line, RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Footnote, Inlines, Text, length, part, splice
from ikonzept_desktop.model.text import clean


def replaced(document: Document, place: Place, found: str, words: str) -> Edit | None:
    """Give the edit that puts words in the place of what was found; None where something else stands there by now."""
    words = clean(words)
    address = place.address
    if address is None:
        section = find_section(document, place.section)
        title = section.title if section else ""
        after = _exchanged(title, place, found, words)
        return None if after is None else SetAttribute(place.section, "title", title, after)
    value = field_value(document, address)
    if isinstance(value, Line) and not place.block:
        after = _exchanged(value.text, place, found, words)
        return None if after is None else SetField(address, value, Line(after))
    if isinstance(value, RichText):
        block = next((block for block in value.blocks if block.id == place.block), None)
        return None if block is None else _in_block(address, block, place, found, words)
    return None


def around(document: Document, finding: Finding, width: int = 16) -> str:
    """Give what stands around a finding, so that it can be told from another of the same words; nothing for a field."""
    place = finding.place
    line = _line(document, place)
    if place.start == place.end or line[place.start : place.start + 1] == "":
        return ""
    start, end = max(place.start - width, 0), min(place.end + 4 * width, len(line))
    before = line[start : place.start] if start == 0 else line[start : place.start].partition(" ")[2]
    said = f"{before}{line[place.start : end]}".replace(OBJECT, "").replace("\n", " ").strip()
    return f"{'… ' if start else ''}{said}{' …' if end < len(line) else ''}"


def _line(document: Document, place: Place) -> str:
    """Give the line a place is in as flat text; nothing where it is gone."""
    address = place.address
    if address is None:
        section = find_section(document, place.section)
        return section.title if section else ""
    value = field_value(document, address)
    if isinstance(value, Line):
        return value.text
    blocks = value.blocks if isinstance(value, RichText) else ()
    block = next((block for block in blocks if block.id == place.block), None)
    named = dict(named_lines(block)) if block is not None else {}
    inlines = named.get(place.line, ())
    if place.note:
        notes = (inline for inline in inlines if isinstance(inline, Footnote) and inline.id == place.note)
        return next((flat(note.content) for note in notes), "")
    return flat(inlines)


def selection_of(document: Document, place: Place) -> Selection:
    """Give where the caret goes to show a place: a table or figure is selected whole, a field that is empty entered."""
    address = place.address
    if address is None or not place.block:
        return Selection(place.section, address)
    value = field_value(document, address)
    blocks = value.blocks if isinstance(value, RichText) else ()
    block = next((block for block in blocks if block.id == place.block), None)
    if isinstance(block, Table | Figure | Attachment) and not place.note:
        return Selection(place.section, address, place.block, "", 0, 1)
    return Selection(place.section, address, place.block, place.note, place.start, place.end)


def passed_over(properties: Properties, key: str) -> SetProperties | None:
    """Give the edit that passes a finding over from now on, by its key; None where it is already."""
    if key in properties.passed_over:
        return None
    return SetProperties(properties, replace(properties, passed_over=_sorted((*properties.passed_over, key))))


def looked_at_again(properties: Properties, keys: Iterable[str]) -> SetProperties | None:
    """Give the edit that looks again at what was passed over; None where nothing was."""
    kept = tuple(key for key in properties.passed_over if key not in set(keys))
    return None if kept == properties.passed_over else SetProperties(properties, replace(properties, passed_over=kept))


def with_words(properties: Properties, add: Iterable[str] = (), remove: Iterable[str] = ()) -> SetProperties | None:
    """Give the edit that changes the concept's own words; None for no change."""
    kept = (word for word in properties.own_words if word not in set(remove))
    words = _sorted((*kept, *(clean(word) for word in add)))
    return None if words == properties.own_words else SetProperties(properties, replace(properties, own_words=words))


def can_be_mended(finding: Finding) -> bool:
    """Tell whether a finding says what might stand there instead."""
    return finding.suggestion is not None


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (word.casefold(), word)))


def _exchanged(text: str, place: Place, found: str, words: str) -> str | None:
    if text[place.start : place.end] != found:
        return None
    return text[: place.start] + words + text[place.end :]


def _in_block(address: FieldAddress, block: Block, place: Place, found: str, words: str) -> Edit | None:
    try:
        inlines = line_of(block, place.line)
    except KeyError:
        return None
    if not place.note:
        removed = _removed(inlines, place, found)
        if removed is None:
            return None
        return ReplaceSpan(address, block.id, place.line, place.start, removed, _in_look_of(removed, words))
    at = 0
    for inline in inlines:
        if isinstance(inline, Footnote) and inline.id == place.note:
            removed = _removed(inline.content, place, found)
            if removed is None:
                return None
            said = splice(inline.content, place.start, place.end, _in_look_of(removed, words))
            changed = replace(inline, content=tuple(part for part in said if not isinstance(part, Footnote)))
            return ReplaceSpan(address, block.id, place.line, at, (inline,), (changed,))
        at += length((inline,))
    return None


def _removed(inlines: Inlines, place: Place, found: str) -> Inlines | None:
    """Give what stands at a place where it is the text that was found and nothing else."""
    removed = part(inlines, place.start, place.end)
    plain = all(isinstance(inline, Text) for inline in removed)
    return removed if plain and flat(inlines)[place.start : place.end] == found else None


def _in_look_of(removed: Inlines, words: str) -> Inlines:
    """Give the words in the look of the first run they replace."""
    first = next((inline for inline in removed if isinstance(inline, Text)), Text(""))
    return (replace(first, text=words),) if words else ()
