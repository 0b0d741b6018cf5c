"""What a content stream paints: marked content, what stands outside it, and the colours it asks for."""

from hashlib import blake2b

import pikepdf

from ikonzept_desktop.export.pdf.conformity.objects import dictionary, inner, whole
from ikonzept_desktop.export.pdf.conformity.quick_scan import quick_scan
from ikonzept_desktop.export.pdf.conformity.scan import COLOURS, LINES, PLAIN, SPACES, TEXT, Scan
from ikonzept_desktop.export.pdf.keeping import Kept

_WATCHED = f"BDC BMC EMC Do cs CS EI INLINE IMAGE {TEXT} {LINES} {' '.join(COLOURS)}"
_PAINTS = frozenset(f"{TEXT} {LINES} INLINE IMAGE".split())
_MOST = 8000
"""Streams whose reading is kept."""


def scan(stream: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object | None) -> Scan:
    """Read a page's or a form's content; raises pikepdf.PdfError where it is none."""
    content = stream.obj.get("/Contents") if isinstance(stream, pikepdf.Page) else stream
    quick = quick_scan(content.read_bytes()) if isinstance(content, pikepdf.Stream) else None
    return quick or scan_operators(stream, resources)


def scan_operators(stream: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object | None) -> Scan:
    """Read a stream operator by operator, whatever stands in it; raises pikepdf.PdfError where it is none."""
    found = Scan()
    stack = [PLAIN]
    for instruction in pikepdf.parse_content_stream(stream, _WATCHED):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            stack.append(_opened(instruction, resources, stack[-1], found))
        elif operator == "EMC":
            if len(stack) == 1:
                found.unbalanced = True
            else:
                stack.pop()
        elif operator in COLOURS:
            found.colours.add(COLOURS[operator])
        elif operator in ("cs", "CS"):
            found.colours.update(filter(None, [SPACES.get(str(instruction.operands[0]))]))
        elif stack[-1] == PLAIN and operator == "Do":
            found.bare_forms.add(str(instruction.operands[0]))
        elif stack[-1] == PLAIN and operator in _PAINTS:
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
    return found.open(tag, mark, around)


def device_of(space: object, depth: int = 0) -> str:
    """Give the device whose colours a colour space asks for in the end: RGB, CMYK, or nothing for gray and others."""
    if isinstance(space, pikepdf.Name):
        return SPACES.get(str(space), "")
    if not isinstance(space, pikepdf.Array) or len(space) < 2 or depth > 3:
        return ""
    place = {"/Indexed": 1, "/Pattern": 1, "/Separation": 2, "/DeviceN": 2}.get(str(space[0]))
    return device_of(space[place], depth + 1) if place is not None and place < len(space) else ""
