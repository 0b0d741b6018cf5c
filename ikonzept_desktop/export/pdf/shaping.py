"""Words into glyphs: HarfBuzz with kerning and ligatures, each word once, in the parts of the operand of PDF's TJ.

A part is a glyph *and* the characters it shows, so that what is copied out of the page is what was written, also where
two characters share a glyph (ISO 32000-1, 9.10.3). `lettering` gives it its code in a document.
Widths are in thousandths of the type size.
"""

from array import array
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

_FEATURES = {"kern": True, "liga": True, "clig": True, "calt": True}
_SAME_GLYPH = {
    "\u2011": "\u2010",
    "\u2060": "\u200b",
    "\u202f": "\u2009",
    "\u205f": "\u2005",
    "\u1680": "\u2002",
    "\u3000": "\u2003",
}
"""Characters many fonts lack, and what draws the same."""
STAND_IN = "\u25a1"
"""An empty square: what is seen of a character no font has."""
_NOTHING = "\u200b"
"""What the further glyphs of a character say: a space without width."""
_UNSEEN_SPANS = (
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xE0000, 0xE0FFF),
)
_INVISIBLE = frozenset("\u00ad\u034f\u061c\ufeff").union(
    chr(code) for first, last in _UNSEEN_SPANS for code in range(first, last + 1)
)
"""What is never seen (Default_Ignorable_Code_Point) and HarfBuzz hides: direction, joining, the choice of a variant."""


Glyph = tuple[int, str]
"""A glyph and the characters it shows."""


class Accent(NamedTuple):
    """A mark above or below a letter that is a glyph of its own: it is drawn, for the letter says both."""

    x: float
    """From the beginning of the shape, in thousandths of the type size."""
    y: float
    glyph: int


class Shape:
    """A piece of text in one face, ready to be drawn."""

    __slots__ = ("_ends", "face", "lacking", "marks", "parts", "right_to_left", "text", "width")

    def __init__(self, face: "Face", text: str, width: int, parts: tuple[Glyph | str, ...], ends: "array[int]") -> None:
        """Take the width of all of it and where each character ends, in units of the font."""
        self.face = face
        self.text = text
        self.width = width * face.scale
        self.parts = parts
        """Glyphs, and `>-12<` where the pen is moved between two of them."""
        self._ends = ends
        self.marks: tuple[Accent, ...] = ()
        self.lacking: tuple[tuple[str, str], ...] = ()
        """Characters no font has, each with the word they stand in; an empty square stands in their place."""
        self.right_to_left = False

    @property
    def is_simple(self) -> bool:
        """Whether its codes, from left to right, are all there is to it."""
        return not self.marks and not self.right_to_left

    def width_to(self, offset: int) -> float:
        """Give the width of the first characters, without a hyphen."""
        return self._ends[offset] * self.face.scale


class Face:
    """One font file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._advances: dict[int, float] = {}
        self._glyphs: dict[int, tuple[int, Glyph]] = {}
        """The width of each glyph by itself, in units of the font, and the part it is with what it showed first."""
        self._moves: dict[int, str] = {}

    @cached_property
    def hb_face(self) -> hb.Face:
        """The font as HarfBuzz reads it, from memory: the file is closed at once."""
        return hb.Face(self.path.read_bytes())

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(self.hb_face)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character it can draw, by itself or by one that looks the same."""
        own = {chr(code) for code in self.hb_face.unicodes}
        return frozenset(own | {char for char, same in _SAME_GLYPH.items() if same in own} | _INVISIBLE)

    @property
    def glyph_count(self) -> int:
        """How many glyphs it has."""
        return int(self.hb_face.glyph_count)

    @cached_property
    def characters_of_glyphs(self) -> dict[int, str]:
        """The first character of each glyph that is one's own; not the missing one."""
        found: dict[int, str] = {}
        for code in sorted(self.hb_face.unicodes):
            glyph = self._font.get_nominal_glyph(code)
            if glyph:
                found.setdefault(int(glyph), chr(code))
        return found

    @cached_property
    def _stand_in(self) -> int:
        """The glyph for characters it lacks: an empty square where it has one, for .notdef does not conform."""
        return int(self._font.get_nominal_glyph(ord(STAND_IN)) or 0)

    @cached_property
    def scale(self) -> float:
        """Thousandths of the type size in a unit of the font."""
        return 1000.0 / float(self.hb_face.upem)

    def advance(self, glyph: int) -> float:
        """Give the width of a glyph by itself."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = round(float(self._font.get_glyph_h_advance(glyph)) * self.scale, 1)
        return width

    def shape(self, text: str) -> Shape:
        """Give the text as glyphs."""
        drawn = text if text.isascii() else "".join(_SAME_GLYPH.get(char, char) for char in text)
        buffer = hb.Buffer()
        buffer.add_str(drawn)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        backwards = buffer.direction == "rtl"
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        glyphs = [info.codepoint for info in infos]
        if not backwards and len(glyphs) == len(text) and [info.cluster for info in infos] == list(range(len(text))):
            return self._assemble_simply(text, glyphs, positions)
        clusters = sorted({info.cluster for info in infos})
        following = dict(zip(clusters, [*clusters[1:], len(text)], strict=True))
        shape = self._assemble(text, infos, positions, following)
        shape.right_to_left = backwards
        return shape

    def _assemble_simply(self, text: str, glyphs: list[int], positions: list[hb.GlyphPosition]) -> Shape:
        """Put together what has one glyph for each character: nearly every word."""
        advances = [position.x_advance for position in positions]
        parts: list[Glyph | str] = []
        known = self._glyphs.get
        for at, (char, glyph, advance) in enumerate(zip(text, glyphs, advances, strict=True)):
            natural, part = known(glyph) or self._meet(glyph, char)
            parts.append(part if part[1] == char else (part[0], char))
            if advance == natural:
                continue
            if not glyph:
                advances[at] = natural
            elif move := self._move(advance - natural):
                parts.append(move)
        ends = array("i", accumulate(advances, initial=0))
        return Shape(self, text, ends[-1], tuple(parts), ends)

    def _meet(self, glyph: int, char: str) -> tuple[int, Glyph]:
        """Give the width of a glyph and the part it is; what no font has is shown by the glyph that stands in."""
        drawn = glyph or self._stand_in
        found = self._glyphs[glyph] = (int(self._font.get_glyph_h_advance(drawn)), (drawn, char))
        return found

    def _move(self, units: int) -> str:
        """Give how the pen is moved on by so many units, nothing where that is less than half a thousandth."""
        found = self._moves.get(units)
        if found is None:
            thousandths = units * self.scale
            found = self._moves[units] = f">{-round(thousandths)}<" if abs(thousandths) >= 0.5 else ""
        return found

    def _assemble(
        self, text: str, infos: list[hb.GlyphInfo], positions: list[hb.GlyphPosition], following: dict[int, int]
    ) -> Shape:
        """Put together what has ligatures, marks of their own, or runs from right to left."""
        scale = self.scale
        ends = array("i", [0] * (len(text) + 1))
        total = correction = 0
        said: set[int] = set()
        parts: list[Glyph | str] = []
        marks: list[Accent] = []
        for info, position in zip(infos, positions, strict=True):
            glyph, start = info.codepoint or self._stand_in, info.cluster
            if not position.x_advance and _has_base(start, infos, positions):
                marks.append(Accent((total + position.x_offset) * scale, position.y_offset * scale, glyph))
                continue
            if move := self._move(correction + position.x_offset):
                parts.append(move)
            says = _NOTHING if start in said else text[start : following[start]]
            said.add(start)
            parts.append((glyph, says))
            natural = int(self._font.get_glyph_h_advance(glyph))
            width = position.x_advance if info.codepoint else natural
            correction = width - position.x_offset - natural
            total += width
            for at in range(start + 1, following[start] + 1):
                ends[at] = total
        if move := self._move(correction):
            parts.append(move)
        shape = Shape(self, text, total, tuple(parts), ends)
        shape.marks = tuple(marks)
        return shape

    def outline(self, glyph: int) -> str:
        """Give the operators that lay out a glyph's outline, in units of the font."""
        path: list[str] = []
        self._font.draw_glyph(glyph, _draw_funcs(), path)
        return " ".join(path)


def _has_base(cluster: int, infos: list[hb.GlyphInfo], positions: list[hb.GlyphPosition]) -> bool:
    """Tell whether a glyph with a width shows the same characters."""
    return any(info.cluster == cluster and position.x_advance for info, position in zip(infos, positions, strict=True))


@cache
def _draw_funcs() -> hb.DrawFuncs:
    """Give what writes outlines as PDF's operators; quadratic curves become cubic ones."""
    here = [0.0, 0.0]

    def move(x: float, y: float, path: list[str]) -> None:
        here[:] = x, y
        path.append(f"{x:g} {y:g} m")

    def line(x: float, y: float, path: list[str]) -> None:
        here[:] = x, y
        path.append(f"{x:g} {y:g} l")

    def cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, path: list[str]) -> None:
        here[:] = x, y
        path.append(f"{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f} {x:g} {y:g} c")

    def quadratic(xc: float, yc: float, x: float, y: float, path: list[str]) -> None:
        x0, y0 = here
        cubic((x0 + 2 * xc) / 3, (y0 + 2 * yc) / 3, (x + 2 * xc) / 3, (y + 2 * yc) / 3, x, y, path)

    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(move)
    funcs.set_line_to_func(line)
    funcs.set_cubic_to_func(cubic)
    funcs.set_quadratic_to_func(quadratic)
    funcs.set_close_path_func(lambda path: path.append("h"))
    return funcs


class FontSet:
    """A face and those that stand in for the characters it lacks."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        self.faces = faces
        self._words: dict[str, tuple[Shape, ...]] = {}
        self.space = self.word(" ")[0]

    def word(self, text: str) -> tuple[Shape, ...]:
        """Give the shapes of a word: one, or several where other faces had to stand in."""
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = self._shaped(text)
        return found

    def _shaped(self, text: str) -> tuple[Shape, ...]:
        if self.faces[0].characters.issuperset(text):
            return (self.faces[0].shape(text),)
        found = tuple(face.shape(part) for face, part in self._divide(text))
        lacking = self._lacking(text)
        for shape in found if lacking else ():
            shape.lacking = lacking
        return found

    @property
    def size(self) -> int:
        """How many words are known."""
        return len(self._words)

    def _lacking(self, text: str) -> tuple[tuple[str, str], ...]:
        return tuple((char, text) for char in text if not any(char in face.characters for face in self.faces))

    def piece(self, text: str, face: Face) -> Shape:
        """Give the shape of a part of a word in the face the word was set in."""
        shapes = self.word(text)
        return shapes[0] if len(shapes) == 1 and shapes[0].face is face else face.shape(text)

    def _divide(self, text: str) -> list[tuple[Face, str]]:
        parts: list[tuple[Face, str]] = []
        for char in text:
            face = self._face_of(char)
            if parts and (parts[-1][0] is face or char in _INVISIBLE):
                parts[-1] = (parts[-1][0], parts[-1][1] + char)
            else:
                parts.append((face, char))
        return parts

    def _face_of(self, char: str) -> Face:
        for face in self.faces:
            if char in face.characters:
                return face
        return next((face for face in self.faces if STAND_IN in face.characters), self.faces[0])
