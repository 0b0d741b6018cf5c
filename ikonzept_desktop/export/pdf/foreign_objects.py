"""Objects of a foreign file into ours: copied one by one, each once, with nothing but what they refer to.

All of them are read before the first is written, so that a damaged one leaves nothing behind.
"""

import pikepdf

from ikonzept_desktop.export.pdf.document import Raw, Stream, StreamedDocument
from ikonzept_desktop.export.pdf.foreign_form import Form

_MOST_OBJECTS = 200_000
_DEEPEST = 60
_KEPT_FILTERS = frozenset({"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode"})
_OF_STREAMS = frozenset({"/Length", "/Filter", "/DecodeParms", "/F", "/FFilter", "/FDecodeParms", "/DL"})
_Placed = tuple[str, Raw | Stream]


class CannotCopy(Exception):
    """The object cannot be read, or leads to too many others."""


class ForeignObjects:
    """The objects of one foreign file in ours."""

    def __init__(self, document: StreamedDocument, key: str) -> None:
        """Copy into a document; the key tells this file from other foreign ones."""
        self._document = document
        self._key = key
        self._numbered: set[str] = set()

    def form(self, form: Form) -> Stream:
        """Give the form XObject of a page, all that it needs written before; raises CannotCopy."""
        placed: list[_Placed] = []
        before = set(self._numbered)
        try:
            resources = self._written(form.resources, placed, 0)
        except (CannotCopy, pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError) as error:
            self._numbered = before
            raise CannotCopy(str(error)) from error
        for name, finished in placed:
            self._document.put(name, finished)
        box = " ".join(f"{edge:.3f}" for edge in form.box)
        group = "/Group<</S/Transparency/CS/DeviceRGB>>" if form.blended else ""
        return Stream(form.content, f"/Type/XObject/Subtype/Form/BBox[{box}]/Resources{resources}{group}")

    def _written(self, found: object, placed: list[_Placed], depth: int) -> str:
        if depth > _DEEPEST or len(placed) > _MOST_OBJECTS:
            raise CannotCopy("too deep")
        if isinstance(found, pikepdf.Object) and found.is_indirect:
            return self._referred(found, placed, depth)
        return self._direct(found, placed, depth)

    def _direct(self, found: object, placed: list[_Placed], depth: int) -> str:
        if isinstance(found, pikepdf.Dictionary):
            return f"<<{self._entries(found, placed, depth, frozenset())}>>"
        if isinstance(found, pikepdf.Array):
            return f"[{' '.join(self._written(each, placed, depth + 1) for each in found)}]"
        if isinstance(found, pikepdf.Object):
            return found.unparse().decode("latin-1")
        if isinstance(found, bool):
            return "true" if found else "false"
        return "null" if found is None else str(found)

    def _entries(self, found: pikepdf.Object, placed: list[_Placed], depth: int, without: frozenset[str]) -> str:
        return "".join(
            f"{pikepdf.Name(key).unparse().decode('latin-1')} {self._written(found[key], placed, depth + 1)}"
            for key in sorted(found.keys())
            if key not in without
        )

    def _referred(self, found: pikepdf.Object, placed: list[_Placed], depth: int) -> str:
        name = f"{self._key}.{found.objgen[0]}.{found.objgen[1]}"
        if name not in self._numbered:
            self._numbered.add(name)
            if name not in self._document.idToObjectNumberAndVersion:
                self._document.reserve(name, Raw("null"))
            if isinstance(found, pikepdf.Stream):
                finished: Raw | Stream = self._stream(found, placed, depth)
            else:
                finished = Raw(self._direct(found, placed, depth))
            placed.append((name, finished))
        return self._document.reference(name)

    def _stream(self, found: pikepdf.Stream, placed: list[_Placed], depth: int) -> Stream:
        entries = self._entries(found, placed, depth, _OF_STREAMS)
        filters = found.get("/Filter", pikepdf.Array())
        names = [str(each) for each in (filters if isinstance(filters, pikepdf.Array) else [filters])]
        if len(names) != 1 or names[0] not in _KEPT_FILTERS:
            return Stream(found.read_bytes(), entries)
        parameters = found.get("/DecodeParms")
        more = "" if parameters is None else f"/DecodeParms {self._written(parameters, placed, depth + 1)}"
        return Stream(found.read_raw_bytes(), f"{entries}/Filter{names[0]}{more}", compress=False)
