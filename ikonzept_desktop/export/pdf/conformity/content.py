"""What a content stream paints: marked content, what stands outside it, and the colours it asks for."""

from dataclasses import dataclass, field
from hashlib import blake2b

import pikepdf

from ikonzept_desktop.export.pdf.conformity.objects import dictionary, inner, whole
from ikonzept_desktop.export.pdf.keeping import Kept

_TEXT = "TJ Tj ' \""
_LINES = "f F f* B B* b b* S s sh"
_COLOURS = {"rg": "RGB", "RG": "RGB", "k": "CMYK", "K": "CMYK"}
_WATCHED = f"BDC BMC EMC Do cs CS EI INLINE IMAGE {_TEXT} {_LINES} {' '.join(_COLOURS)}"
_PAINTS = frozenset(f"{_TEXT} {_LINES} INLINE IMAGE".split())
_SPACES = {"/DeviceRGB": "RGB", "/DeviceCMYK": "CMYK"}
_MOST = 8000
"""Streams whose reading is kept."""


@dataclass(slots=True)
class Scan:
    """What was found in one stream."""

    marks: list[int] = field(default_factory=list)
    """Numbers of marked content, in order."""
    untagged: bool = False
    """Whether something is painted outside the structure and outside artifacts."""
    mixed: bool = False
    """Whether artifacts and content of elements stand within each other."""
    unbalanced: bool = False
    colours: set[str] = field(default_factory=set)
    """Devices whose colours are asked for: RGB, CMYK."""
    bare_forms: set[str] = field(default_factory=set)
    """Names of objects that are painted outside the structure and outside artifacts."""
    by_name: bool = False
    """Whether it depends on more than the stream: on what its resources name."""


_PLAIN, _TAGGED, _ARTIFACT = range(3)


def scan(stream: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object | None) -> Scan:
    """Read a page's or a form's content; raises pikepdf.PdfError where it is none."""
    found = Scan()
    stack = [_PLAIN]
    for instruction in pikepdf.parse_content_stream(stream, _WATCHED):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            stack.append(_opened(instruction, resources, stack[-1], found))
        elif operator == "EMC":
            if len(stack) == 1:
                found.unbalanced = True
            else:
                stack.pop()
        elif operator in _COLOURS:
            found.colours.add(_COLOURS[operator])
        elif operator in ("cs", "CS"):
            found.colours.update(filter(None, [_SPACES.get(str(instruction.operands[0]))]))
        elif stack[-1] == _PLAIN and operator == "Do":
            found.bare_forms.add(str(instruction.operands[0]))
        elif stack[-1] == _PLAIN and operator in _PAINTS:
            found.untagged = True
    found.unbalanced |= len(stack) > 1
    return found


class Scans:
    """Reads streams, and one that is met again, in this file or the next, only once where they are kept."""

    def __init__(self, *, keeping: bool = True) -> None:
        """Begin with none."""
        self._keeping = keeping
        self._kept: Kept[Scan] = Kept(_MOST, lambda _: 1)

    def turn(self) -> None:
        """A whole file has been read: let go of what it did not hold."""
        self._kept.turn()

    def scan(self, stream: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object | None) -> Scan:
        """Do what `scan` does."""
        key = _key(stream) if self._keeping else None
        found = self._kept.get(key) if key is not None else None
        if found is None:
            found = scan(stream, resources)
            if key is not None and not found.by_name:
                self._kept.keep(key, found)
        return found


def _key(stream: pikepdf.Page | pikepdf.Object) -> bytes | None:
    """Give what only streams of the same content have in common; None for content in several parts."""
    content = stream.obj.get("/Contents") if isinstance(stream, pikepdf.Page) else stream
    if not isinstance(content, pikepdf.Stream):
        return None
    digest = blake2b(content.read_raw_bytes(), digest_size=24)
    digest.update(f"{content.get('/Filter')!r} {content.get('/DecodeParms')!r}".encode())
    return digest.digest()


def _opened(instruction: object, resources: pikepdf.Object | None, around: int, found: Scan) -> int:
    """Take down marked content that begins; give what is painted in it."""
    operands = list(instruction.operands)  # type: ignore[attr-defined]
    tag = str(operands[0]) if operands else ""
    properties = dictionary(operands[1]) if len(operands) > 1 else None
    if properties is None and len(operands) > 1:
        found.by_name = True
        properties = inner(inner(resources, "/Properties"), str(operands[1]))
    mark = whole(properties.get("/MCID")) if properties is not None else None
    if tag == "/Artifact":
        found.mixed |= around == _TAGGED
        return _ARTIFACT
    if mark is None:
        return around
    found.mixed |= around != _PLAIN
    found.marks.append(mark)
    return _TAGGED


def device_of(space: object, depth: int = 0) -> str:
    """Give the device whose colours a colour space asks for in the end: RGB, CMYK, or nothing for gray and others."""
    if isinstance(space, pikepdf.Name):
        return _SPACES.get(str(space), "")
    if not isinstance(space, pikepdf.Array) or len(space) < 2 or depth > 3:
        return ""
    place = {"/Indexed": 1, "/Pattern": 1, "/Separation": 2, "/DeviceN": 2}.get(str(space[0]))
    return device_of(space[place], depth + 1) if place is not None and place < len(space) else ""
