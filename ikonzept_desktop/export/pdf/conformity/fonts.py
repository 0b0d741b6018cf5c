"""Fonts of a finished file: whether they are in it, and whether their codes say which characters they are."""

import re

import pikepdf

from ikonzept_desktop.export.pdf.conformity.flaws import Flaws, Rule
from ikonzept_desktop.export.pdf.conformity.objects import dictionary, inner, listed, text

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_NAMED = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding"})
"""Encodings whose codes say by themselves which characters they are."""
_NO_CHARACTERS = {b"0000", b"FEFF", b"FFFE"}


def check_font(font: pikepdf.Object, page: int, flaws: Flaws) -> None:
    """Check one font of a resource dictionary."""
    kind, name = text(font, "/Subtype"), text(font, "/BaseFont")[1:]
    if kind == "/Type3":
        _check_unicode(font, page, name, flaws)
        return
    holder = font
    if kind == "/Type0":
        descendants = [found for found in map(dictionary, listed(font.get("/DescendantFonts"))) if found is not None]
        if len(descendants) != 1:
            flaws.add(Rule.FONT, page, name)
            return
        holder = descendants[0]
        if text(holder, "/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in holder:
            flaws.add(Rule.FONT, page, name)
    descriptor = inner(holder, "/FontDescriptor")
    if descriptor is None or not any(inner(descriptor, key) is not None for key in _FILES):
        flaws.add(Rule.FONT, page, name)
    if kind == "/Type0" or text(font, "/Encoding") not in _NAMED or "/ToUnicode" in font:
        _check_unicode(font, page, name, flaws)


def _check_unicode(font: pikepdf.Object, page: int, name: str, flaws: Flaws) -> None:
    table = font.get("/ToUnicode")
    if not isinstance(table, pikepdf.Stream):
        flaws.add(Rule.UNICODE, page, name)
        return
    mapped = table.read_bytes()
    targets = _targets(mapped)
    if not targets or not _NO_CHARACTERS.isdisjoint(targets):
        flaws.add(Rule.UNICODE, page, name)


def _targets(mapped: bytes) -> set[bytes]:
    """Give what the codes of a CMap stand for, as hexadecimal (Adobe Technical Note 5411)."""
    found: set[bytes] = set()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", mapped, re.DOTALL):
        found.update(each.upper() for each in re.findall(rb"<[0-9A-Fa-f\s]+>\s*<([0-9A-Fa-f\s]*)>", block))
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", mapped, re.DOTALL):
        found.update(each.upper() for each in re.findall(rb"<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]*)>", block))
        for group in re.findall(rb"\[([^\]]*)\]", block):
            found.update(each.upper() for each in re.findall(rb"<([0-9A-Fa-f]*)>", group))
    return found
