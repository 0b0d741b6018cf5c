"""Whether a foreign page's font may stand in a PDF/A-2a and PDF/UA-1 file, and which of its codes say what.

Asked for: ISO 19005-2, 6.2.11 (embedded, encoded as the kind of font wants it),
ISO 14289-1, 7.21 (Unicode for each code).
"""

import re

import pikepdf

from ikonzept_desktop.reading.pdf_files.faults import NotFit
from ikonzept_desktop.reading.pdf_files.programs import Program, composite_program, simple_program

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_PLAIN = ("/WinAnsiEncoding", "/MacRomanEncoding")
_SYMBOLIC = 4
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_NO_CHARACTER = frozenset({"", "0000", "FEFF", "FFFE"})
_MOST_CODES = 65_536
_NOTHING_MORE = ("/CIDSet", "/CharSet")
"""Entries that need not be there, and that must be complete where they are (ISO 19005-2, 6.2.11.4.2)."""


class Codes:
    """The codes of one font: how long they are, which of them say a character, and what they draw."""

    def __init__(self, length: int, known: frozenset[int] | None, program: Program) -> None:
        self._length = length
        self._known = known
        self._program = program

    def check(self, shown: bytes) -> None:
        """Raise NotFit where a code that is shown says nothing, or draws nothing as it should."""
        codes = shown if self._length == 1 else [int.from_bytes(shown[at : at + 2]) for at in range(0, len(shown), 2)]
        if self._known is not None and not self._known.issuperset(codes):
            raise NotFit("a code without a character")
        for code in set(codes):
            self._program.check(code)


def checked_font(font: pikepdf.Object, pdf: pikepdf.Pdf) -> Codes:
    """Give the codes of a font that may stand in our file; raises NotFit.

    One that says no characters and whose glyphs are called by their usual names is given the characters of these.
    """
    kind = font.get("/Subtype")
    if kind == "/Type0":
        return _composite(font)
    if kind not in {"/TrueType", "/Type1", "/MMType1"}:
        raise NotFit(f"a font of kind {kind}")
    descriptor = _embedded(font)
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    differs = isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding
    if kind == "/TrueType":
        symbolic = bool(int(descriptor.get("/Flags", 0)) & _SYMBOLIC)
        if symbolic and encoding is not None:
            raise NotFit("an encoding of a symbolic font")
        if not symbolic and (base not in _PLAIN or differs):
            raise NotFit("a TrueType font without a plain encoding")
    program = simple_program(font, descriptor)
    if "/ToUnicode" in font:
        return Codes(1, _said(font.ToUnicode, 2), program)
    if base in _PLAIN and not differs:
        return Codes(1, None, program)
    named = program.characters()
    if not named:
        raise NotFit("a font that does not say its characters")
    font.ToUnicode = pdf.make_stream(_map_of({code: _in_utf16(text) for code, text in named.items()}, 2))
    return Codes(1, frozenset(named), program)


def _composite(font: pikepdf.Object) -> Codes:
    if font.get("/Encoding") != "/Identity-H":
        raise NotFit("a font of another encoding than Identity-H")
    if "/ToUnicode" not in font:
        raise NotFit("a font that does not say its characters")
    descendant = font.DescendantFonts[0]
    descriptor = _embedded(descendant)
    if descendant.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in descendant:
        raise NotFit("a font without a map of its glyphs")
    program = composite_program(descendant, descriptor)
    return Codes(2, _said(font.ToUnicode, 4) - {0}, program)  # code 0 draws .notdef (ISO 19005-2, 6.2.11.8)


def _embedded(font: pikepdf.Object) -> pikepdf.Object:
    descriptor = font.get("/FontDescriptor")
    if descriptor is None or not any(file in descriptor for file in _FILES):
        raise NotFit("a font that is not embedded")
    for entry in _NOTHING_MORE:
        if entry in descriptor:
            del descriptor[entry]
    return descriptor


def _said(to_unicode: pikepdf.Object, digits: int) -> frozenset[int]:
    """Give the codes a ToUnicode map gives characters to (ISO 32000-1, 9.10.3).

    Where it gives others none, U+0000 say, it is written anew without them (ISO 14289-1, 7.21.7).
    """
    said: dict[int, str] = {}
    for kind, body in _SECTION.findall(to_unicode.read_bytes()):
        found = _TOKEN.finditer(body)
        tokens = [match[0] if match[1] is None else b"".join(match[1].split()) for match in found]
        said.update(_of_characters(tokens) if kind == b"bfchar" else _of_ranges(tokens))
        if len(said) > _MOST_CODES:
            raise NotFit("a map of too many codes")
    known = {code: to for code, to in said.items() if to not in _NO_CHARACTER}
    if len(known) < len(said):
        to_unicode.write(_map_of(known, digits))
    return frozenset(known)


def _of_characters(tokens: list[bytes]) -> dict[int, str]:
    return {_code(code): _text(to) for code, to in zip(tokens[::2], tokens[1::2], strict=False)}


def _of_ranges(tokens: list[bytes]) -> dict[int, str]:
    said: dict[int, str] = {}
    at = 0
    while at + 2 < len(tokens):
        first, last, to = _code(tokens[at]), _code(tokens[at + 1]), tokens[at + 2]
        if last - first >= _MOST_CODES:
            raise NotFit("a range of too many codes")
        at += 3
        if to != b"[":
            head, tail = _text(to)[:-4], _code(to[-4:] or b"0")
            said.update((code, f"{head}{tail + code - first:04X}") for code in range(first, last + 1))
            continue
        while at < len(tokens) and tokens[at] != b"]":
            said[first] = _text(tokens[at])
            first, at = first + 1, at + 1
        at += 1
    return said


def _map_of(said: dict[int, str], width: int) -> bytes:
    """Give a ToUnicode map of codes of so many hexadecimal digits."""
    entries = [f"<{code:0{width}X}> <{to}>" for code, to in sorted(said.items())]
    blocks = (entries[at : at + 100] for at in range(0, len(entries), 100))
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'0' * width}> <{'F' * width}>\nendcodespacerange\n{body}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _in_utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _code(token: bytes) -> int:
    try:
        return int(token, 16)
    except ValueError as error:
        raise NotFit("a map that cannot be read") from error


def _text(token: bytes) -> str:
    return token.decode("ascii").upper()
