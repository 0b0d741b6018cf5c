"""The open fonts that travel with the program, by family and cut, and which stand in for which."""

from functools import cache
from pathlib import Path

from ikonzept_desktop.export.pdf.shaping import Face, FontSet
from ikonzept_desktop.paths import resource

FOLDER = resource("fonts")

SERIF = "Source Serif 4"
SANS = "Source Sans 3"
ARABIC = "Noto Naskh Arabic"

_FAMILIES = {
    SERIF: "SourceSerif4",
    SANS: "SourceSans3",
    "Literata": "Literata",
    "IBM Plex Sans": "IBMPlexSans",
    "Noto Sans": "NotoSans",
    ARABIC: "NotoNaskhArabic",
}
_CUTS = {
    (False, False): ("Regular",),
    (False, True): ("Italic", "Regular"),
    (True, False): ("SemiBold", "Bold", "Regular"),
    (True, True): ("SemiBoldItalic", "BoldItalic", "SemiBold", "Bold", "Regular"),
}
"""Bold and italic to the names of cuts, the first that exists being taken."""


class MissingFontError(Exception):
    """A font that belongs to the program is not there: the installation is damaged."""


class FontShelf:
    """The faces one document uses, each loaded once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._faces: dict[Path, Face] = {}
        self._sets: dict[tuple[str, bool, bool], FontSet] = {}

    @property
    def size(self) -> int:
        """How many words were shaped so far."""
        return sum(each.size for each in self._sets.values())

    def font(self, family: str, bold: bool = False, italic: bool = False) -> FontSet:
        """Give the faces of a family and cut with those that stand in for it; an unknown family is the serif.

        Raises MissingFontError if the program's own fonts are not there.
        """
        wanted = family if family in _FAMILIES else SERIF
        key = (wanted, bold, italic)
        if key not in self._sets:
            others = [name for name in (SERIF, SANS, ARABIC) if name != wanted]
            chain = [_cut_path(self._folder, name, bold, italic) for name in (wanted, *others)]
            self._sets[key] = FontSet(tuple(self._lazily(path) for path in chain))
        return self._sets[key]

    def _lazily(self, path: Path) -> Face:
        if path not in self._faces:
            self._faces[path] = Face(path)
        return self._faces[path]


@cache
def _cut_path(folder: Path, family: str, bold: bool, italic: bool) -> Path:
    prefix = _FAMILIES[family]
    for cut in _CUTS[bold, italic]:
        for path in (folder / f"{prefix}-{cut}.ttf", *sorted(folder.glob(f"{prefix}*-{cut}.ttf"))):
            if path.is_file():
                return path
    raise MissingFontError(f"{prefix} in {folder}")
