"""Font programs within foreign PDFs: the glyph that a code draws, and how wide it is there.

A code that is shown has to draw a glyph of its own, as wide as the PDF says (ISO 19005-2, 6.2.11.5 and 6.2.11.8).
fontTools reads the programs, in the worker alone; whatever it stumbles over makes a font unfit.
"""

import io
import logging
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf

from ikonzept_desktop.reading.pdf_files.faults import NotFit

logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # what it has to say of foreign fonts is for nobody here
_NONE = ".notdef"
_ENOUGH = 1.0
"""Thousandths of the type size that widths may differ by."""
_MISSING_WIDTH = 0.0
_DEFAULT_WIDTH = 1000.0
_SYMBOLS = 0xF000
"""What the codes of symbolic TrueType fonts are moved by in their map (ISO 32000-1, 9.6.6.4)."""
_HYPHEN, _SPACE, _BULLET = 0xAD, 0xA0, 0x2022

WidthOf = Callable[[int], float | None]
"""From a code to the width of its glyph in thousandths of the type size; None where it draws none of its own."""


class Program:
    """The program of one font, asked about the codes that are shown."""

    def __init__(self, drawn: WidthOf, said: WidthOf, names: Mapping[int, str] | None = None) -> None:
        self._drawn = drawn
        self._said = said
        self._names = names or {}
        self._fit: set[int] = set()

    def characters(self) -> dict[int, str]:
        """Give the characters of codes as the names of their glyphs tell them (Adobe Glyph List)."""
        from fontTools.agl import toUnicode

        said = {code: toUnicode(name) for code, name in self._names.items() if name != _NONE}
        return {code: text for code, text in said.items() if text}

    def check(self, code: int) -> None:
        """Raise NotFit where the code draws nothing of its own, or something of another width than is said."""
        if code in self._fit:
            return
        try:
            drawn, said = self._drawn(code), self._said(code)
        except Exception as error:  # foreign bytes in a foreign reader: there is no telling what it raises
            raise NotFit("a font program that cannot be read") from error
        if drawn is None:
            raise NotFit("a code without a glyph")
        if abs(drawn - (said or 0.0)) > _ENOUGH:
            raise NotFit("a glyph of another width than is said")
        self._fit.add(code)


def simple_program(font: pikepdf.Object, descriptor: pikepdf.Object) -> Program:
    """Give the program of a font of one-byte codes; raises NotFit."""
    try:
        said = _widths(font, descriptor)
        if "/FontFile2" in descriptor:
            return Program(_true_type(descriptor.FontFile2.read_bytes(), font), said)
        drawn, names = _named(font, descriptor)
        return Program(drawn, said, names)
    except NotFit:
        raise
    except Exception as error:  # as above
        raise NotFit("a font program that cannot be read") from error


def composite_program(descendant: pikepdf.Object, descriptor: pikepdf.Object) -> Program:
    """Give the program of a font of two-byte codes, of which each is the number of its glyph; raises NotFit."""
    try:
        if "/FontFile2" in descriptor:
            drawn = _numbered(descriptor.FontFile2.read_bytes(), descendant.get("/CIDToGIDMap"))
        else:
            drawn = _compact_by_number(descriptor.FontFile3)
        return Program(drawn, _widths_of_numbers(descendant))
    except NotFit:
        raise
    except Exception as error:  # as above
        raise NotFit("a font program that cannot be read") from error


def _named(font: pikepdf.Object, descriptor: pikepdf.Object) -> tuple[WidthOf, Mapping[int, str]]:
    """Give the widths of a program whose glyphs have names, and these; the descriptor is made to list all of them."""
    if "/FontFile" in descriptor:
        widths, own = _type_1(descriptor.FontFile.read_bytes())
    else:
        widths, own = _compact(descriptor.FontFile3)
    names = _names_of_codes(font.get("/Encoding"), own)
    descriptor.CharSet = pikepdf.String("".join(f"/{name}" for name in sorted(widths) if name != _NONE))

    def drawn(code: int) -> float | None:
        name = names.get(code, _NONE)
        return widths[name]() if name != _NONE and name in widths else None

    return drawn, names


_Widths = Mapping[str, Callable[[], float]]


def _type_1(data: bytes) -> tuple[_Widths, Mapping[int, str]]:
    from fontTools.pens.basePen import NullPen
    from fontTools.t1Lib import T1Font

    file = T1Font.__new__(T1Font)
    file.data, file.encoding = data, "ascii"
    file.parse()
    strings, scale = file.font["CharStrings"], file.font["FontMatrix"][0] * 1000

    def width(name: str) -> float:
        string = strings[name]
        string.draw(NullPen())
        return float(string.width * scale)

    return {name: _later(width, name) for name in strings}, dict(enumerate(file.font["Encoding"]))


def _compact(stream: pikepdf.Object) -> tuple[_Widths, Mapping[int, str]]:
    top = _top_of(stream)
    if hasattr(top, "ROS"):
        raise NotFit("a font of numbers where names are asked for")
    width = _width_reader(top)
    return {name: _later(width, name) for name in top.CharStrings.keys()}, dict(enumerate(_own_encoding(top)))  # noqa: SIM118


def _own_encoding(top: Any) -> list[str]:
    from fontTools.encodings.StandardEncoding import StandardEncoding

    return list(StandardEncoding) if isinstance(top.Encoding, str) else list(top.Encoding)


def _top_of(stream: pikepdf.Object) -> Any:
    """Give the first font of a compact program, bare or within an OpenType file (ISO 32000-1, 9.9)."""
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont

    data = stream.read_bytes()
    if stream.get("/Subtype") == "/OpenType":
        return TTFont(io.BytesIO(data), lazy=True)["CFF "].cff.topDictIndex[0]
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return fonts.topDictIndex[0]


def _width_reader(top: Any) -> Callable[[str], float]:
    from fontTools.misc.psCharStrings import T2WidthExtractor

    scale = top.FontMatrix[0] * 1000 if hasattr(top, "FontMatrix") else 1.0

    def width(name: str) -> float:
        string = top.CharStrings[name]
        string.decompile()
        private = string.private
        extractor = T2WidthExtractor(
            getattr(private, "Subrs", []), string.globalSubrs, private.nominalWidthX, private.defaultWidthX, private
        )
        extractor.execute(string)
        return float(extractor.width * scale)

    return width


def _compact_by_number(stream: pikepdf.Object) -> WidthOf:
    top = _top_of(stream)
    width, order = _width_reader(top), list(top.charset)
    if hasattr(top, "ROS"):
        known = set(order)
        return lambda code: width(f"cid{code:05d}") if f"cid{code:05d}" in known else None
    return lambda code: width(order[code]) if 0 < code < len(order) else None


def _names_of_codes(encoding: Any, own: Mapping[int, str]) -> dict[int, str]:
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    names = dict(own) if base is None else {code: _glyph_name(char) for code, char in _characters(str(base)).items()}
    if isinstance(encoding, pikepdf.Dictionary):
        code = 0
        for entry in encoding.get("/Differences", ()):
            if isinstance(entry, pikepdf.Name):
                names[code] = str(entry)[1:]
                code += 1
            else:
                code = int(entry)
    return names


def _glyph_name(char: int) -> str:
    from fontTools.agl import UV2AGL

    return str(UV2AGL.get(char, _NONE))


def _characters(encoding: str) -> dict[int, int]:
    """Give the characters of the codes of a plain encoding (ISO 32000-1, Annex D.2)."""
    if encoding not in {"/WinAnsiEncoding", "/MacRomanEncoding"}:
        raise NotFit(f"the encoding {encoding}")
    codec = "cp1252" if encoding == "/WinAnsiEncoding" else "mac_roman"
    found = {}
    for code in range(32, 256):
        char = bytes((code,)).decode(codec, "replace")
        found[code] = _BULLET if char == "\ufffd" else ord(char)
    if codec == "cp1252":
        found[_HYPHEN], found[_SPACE] = ord("-"), ord(" ")
    return found


def _true_type(data: bytes, font: pikepdf.Object) -> WidthOf:
    from fontTools.ttLib import TTFont

    file = TTFont(io.BytesIO(data), lazy=True)
    width = _metrics(file)
    order = {name: number for number, name in enumerate(file.getGlyphOrder())}
    maps = file["cmap"].tables if "cmap" in file else ()
    tables: dict[tuple[int, int], dict[int, str]] = {(each.platformID, each.platEncID): each.cmap for each in maps}
    encoding = font.get("/Encoding")
    if encoding is None:
        symbols, plain = tables.get((3, 0), {}), tables.get((1, 0), {})

        def glyph_of(code: int) -> str | None:
            return symbols.get(_SYMBOLS + code) or symbols.get(code) or plain.get(code)
    else:
        base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
        chars, unicode, mac = _characters(str(base)), tables.get((3, 1), {}), tables.get((1, 0), {})

        def glyph_of(code: int) -> str | None:
            char = chars.get(code)
            return None if char is None else unicode.get(char) or mac.get(_mac_code(char))

    def drawn(code: int) -> float | None:
        number = order.get(glyph_of(code) or _NONE, 0)
        return width(number) if number else None

    return drawn


def _mac_code(char: int) -> int:
    try:
        return chr(char).encode("mac_roman")[0]
    except UnicodeEncodeError:
        return -1


def _numbered(data: bytes, glyphs: Any) -> WidthOf:
    from fontTools.ttLib import TTFont

    width = _metrics(TTFont(io.BytesIO(data), lazy=True))
    if isinstance(glyphs, pikepdf.Stream):
        table = glyphs.read_bytes()
        return lambda code: width(int.from_bytes(table[2 * code : 2 * code + 2])) if 2 * code + 1 < len(table) else None
    return lambda code: width(code) if code else None


def _metrics(file: Any) -> Callable[[int], float | None]:
    """Give the widths of a TrueType program by the number of the glyph, read as they lie there."""
    scale, count = 1000 / file["head"].unitsPerEm, file["maxp"].numGlyphs
    full, data = file["hhea"].numberOfHMetrics, file.reader["hmtx"]

    def width(glyph: int) -> float | None:
        if not 0 < glyph < count:
            return None
        at = 4 * min(glyph, full - 1)
        return float(int.from_bytes(data[at : at + 2]) * scale)

    return width


def _widths(font: pikepdf.Object, descriptor: pikepdf.Object) -> WidthOf:
    first, widths = int(font.FirstChar), [float(each) for each in font.Widths]
    missing = float(descriptor.get("/MissingWidth", _MISSING_WIDTH))
    return lambda code: widths[code - first] if 0 <= code - first < len(widths) else missing


def _widths_of_numbers(descendant: pikepdf.Object) -> WidthOf:
    """Give what the array W says (ISO 32000-1, 9.7.4.3)."""
    default = float(descendant.get("/DW", _DEFAULT_WIDTH))
    found: dict[int, float] = {}
    spans: list[tuple[int, int, float]] = []
    entries = list(descendant.get("/W", ()))
    at = 0
    while at + 1 < len(entries):
        first, following = int(entries[at]), entries[at + 1]
        if isinstance(following, pikepdf.Array):
            found.update((first + step, float(each)) for step, each in enumerate(following))
            at += 2
        else:
            spans.append((first, int(following), float(entries[at + 2])))
            at += 3

    def said(code: int) -> float:
        in_span = next((width for first, last, width in spans if first <= code <= last), default)
        return found.get(code, in_span)

    return said


def _later(width: Callable[[str], float], name: str) -> Callable[[], float]:
    return lambda: width(name)
