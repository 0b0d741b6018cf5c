"""Where in a document its stories stand, and which of them say nothing of their own."""

import re
from collections.abc import Iterable

from ikonzept_desktop.importing.manuscript import Where
from ikonzept_desktop.importing.word.tree import Key
from ikonzept_desktop.reading.word.content import Part, Span

_OF_PART = {
    Part.BODY: Where.BODY,
    Part.CHUNK: Where.BODY,
    Part.HEADER: Where.HEADER,
    Part.FOOTER: Where.FOOTER,
    Part.GLOSSARY: Where.BUILDING_BLOCK,
}
_HEADER, _FOOTER = re.compile(r"header\d*\.xml", re.IGNORECASE), re.compile(r"footer\d*\.xml", re.IGNORECASE)
_BESIDE_NUMBERS = re.compile(r"\W*(?:seite|page|s\.|blatt)?\W*(?:von|of)?\W*", re.IGNORECASE)
_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


def where_of(key: Key) -> Where:
    """Tell where a story stands; notes and comments that nothing refers to stand nowhere."""
    part, source, holder, _ = key
    if holder:
        return Where.LOOSE
    name = source.rpartition("/")[2]
    if part is Part.CHUNK and _HEADER.fullmatch(name):
        return Where.HEADER
    if part is Part.CHUNK and _FOOTER.fullmatch(name):
        return Where.FOOTER
    return _OF_PART.get(part, Where.LOOSE)


def is_page_number(spans: Iterable[Span]) -> bool:
    """Tell whether a running head says nothing but the number of the page: `Seite 3 von 20`, `– 3 –`."""
    beside, counted = [], False
    for span in spans:
        if span.is_code:
            continue
        if span.field.partition(" ")[0].upper() in _NUMBERS or (span.atom and span.atom.kind == "page number"):
            counted = True
        else:
            beside.append(span.text)
    return counted and _BESIDE_NUMBERS.fullmatch("".join(beside)) is not None
