"""The letters one document shows: a code for each glyph and the characters it stands for, given out as it is painted.

Words are shaped once and kept for documents to come; what a code means holds for one document alone, so it depends on
nothing else what its pages hold. Nearly all codes are the numbers of their glyphs: a word more leaves the others as
they are, and with them the pages that did not change.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ikonzept_desktop.export.pdf.shaping import Face, Glyph, Shape


class _Digits(dict[Glyph | str, str]):
    """Four hexadecimal digits for each glyph of a face, made when it is first met; corrections stand for themselves."""

    def __init__(self, face: Face, used: dict[int, Glyph]) -> None:
        super().__init__()
        self._used = used
        self._own = face.characters_of_glyphs
        self._next = face.glyph_count

    def __missing__(self, part: Glyph | str) -> str:
        if isinstance(part, str):
            self[part] = part
            return part
        glyph, text = part
        if self._own.get(glyph) == text:
            code = glyph
        else:
            code, self._next = self._next, self._next + 1
        self._used[code] = part
        found = self[part] = f"{code:04X}"
        return found


@dataclass(slots=True, eq=False)
class UsedFace:
    """One face as a document uses it."""

    face: Face
    name: str
    """What the page's resources call it."""
    used: dict[int, Glyph] = field(default_factory=lambda: {0: (0, "\ufffd")})
    """Glyph and text by code; code 0 is the sign for a missing character."""
    digits: _Digits = field(init=False)

    def __post_init__(self) -> None:
        """Give out codes from those that are used."""
        self.digits = _Digits(self.face, self.used)


class Lettering(dict[Shape, str]):
    """The faces of one document, and what stands between the brackets of a TJ for each shape that was met."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self._faces: dict[Face, UsedFace] = {}
        self.missing: dict[str, str] = {}
        """Characters no font has, each with the word it was first met in."""

    def code(self, shape: Shape) -> str:
        """Give `<00010002>-12<0003>`: what stands between the brackets of a TJ."""
        return self[shape]

    def codes(self, shapes: Iterable[Shape]) -> list[str]:
        """Give the same of each of many shapes."""
        return list(map(self.__getitem__, shapes))

    def name(self, face: Face) -> str:
        """Give what the pages call a face."""
        return self._of(face).name

    @property
    def faces(self) -> tuple[UsedFace, ...]:
        """The faces the pages use."""
        return tuple(self._faces.values())

    def __missing__(self, shape: Shape) -> str:
        for char, word in shape.lacking:
            self.missing.setdefault(char, word)
        letters = "".join(map(self._of(shape.face).digits.__getitem__, shape.parts))
        found = self[shape] = f"<{letters}>".replace("<>", "")
        return found

    def _of(self, face: Face) -> UsedFace:
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = UsedFace(face, f"F{len(self._faces)}")
        return found
