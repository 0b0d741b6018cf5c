"""Whether a finished file is what PDF/X-4 asks for (ISO 15930-7:2010), as far as a program can see.

It reads the file as anybody would, and knows nothing of how it was made. Streams are searched for what is forbidden,
and read operator by operator only where something was found. It opens files only in the worker.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from ikonzept_desktop.export.pdf.press_metadata import CLAIM, CLAIM_KEY
from ikonzept_desktop.values import dataclass

_MOST = 20
"""Flaws that are told: who sees so many needs no more of them."""
_ENOUGH = 0.01
_BOUNDS = rb"(?<![^\s\[\]<>()/])(?:%s)(?![^\s\[\]<>()/])"
_SUSPECT = re.compile(_BOUNDS % rb"rg|RG|cs|CS|BI")
_SUSPECT_IN_GREY = re.compile(_BOUNDS % rb"rg|RG|cs|CS|BI|k|K")
_REGISTRATION = b"/Registration CS 1 SCN"
_FONT = re.compile(rb"/([^\s/\[\]<>()]+)\s+[\d.]+\s+Tf\b")
_RGB_OPERATORS = ("rg", "RG")
_CMYK_OPERATORS = ("k", "K")
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_DATES = (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"))


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something PDF/X-4 does not allow."""

    page: int
    """Counted from 1; 0 for the file."""
    sentence: str
    """In German."""


def flaws_of(path: Path) -> tuple[Flaw, ...]:
    """Give what keeps a file from being PDF/X-4, the first of them where there are many."""
    try:
        with pikepdf.open(path) as pdf:
            found = _Inspection(pdf).run()
    except pikepdf.PdfError as error:
        return (Flaw(0, f"Die Datei ist kein lesbares PDF ({error})."),)
    return tuple(dict.fromkeys(found))[:_MOST]


def take_back_claim(path: Path) -> None:
    """Let a file no longer call itself PDF/X-4."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        metadata = pdf.Root.get("/Metadata")
        if metadata is not None:
            metadata.write(metadata.read_bytes().replace(CLAIM.encode("ascii"), b""))
        if CLAIM_KEY in pdf.docinfo:
            del pdf.docinfo[CLAIM_KEY]
        pdf.save(path, deterministic_id=True)


class _Inspection:
    """One look through one file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._is_grey = False
        self._seen: set[tuple[int, int]] = set()
        self._flaws: list[Flaw] = []

    def run(self) -> list[Flaw]:
        self._look_at_intent()
        self._look_at_file()
        self._look_at_metadata()
        for count, page in enumerate(self._pdf.pages, 1):
            self._look_at_boxes(count, page.obj)
            self._look_at_annotations(count, page.obj)
            self._look_at_resources(count, page.obj.get("/Resources"))
            self._look_at_contents(count, page, _joined(page.obj.get("/Contents")), page.obj.get("/Resources"))
            if len(self._flaws) >= _MOST:
                break
        return self._flaws

    def _say(self, page: int, sentence: str) -> None:
        self._flaws.append(Flaw(page, sentence))

    def _look_at_intent(self) -> None:
        intents = [each for each in self._pdf.Root.get("/OutputIntents", []) if each.get("/S") == "/GTS_PDFX"]
        if len(intents) != 1:
            self._say(0, "Der Datei fehlt die Druckbedingung (OutputIntent).")
            return
        [intent] = intents
        if not str(intent.get("/OutputConditionIdentifier", "")):
            self._say(0, "Die Druckbedingung hat keinen Namen (OutputConditionIdentifier).")
        profile = intent.get("/DestOutputProfile")
        if not isinstance(profile, pikepdf.Stream):
            self._say(0, "Das Druckprofil ist nicht eingebettet.")
            return
        data = profile.read_bytes()
        space = data[16:20].decode("latin-1").strip()
        self._is_grey = space == "GRAY"
        if data[12:16] != b"prtr" or {"CMYK": 4, "GRAY": 1}.get(space) != profile.get("/N"):
            self._say(0, "Das eingebettete Druckprofil ist keines für CMYK oder Graustufen.")

    def _look_at_file(self) -> None:
        root = self._pdf.Root
        if self._pdf.is_encrypted:
            self._say(0, "Die Datei ist verschlüsselt.")
        if "/ID" not in self._pdf.trailer:
            self._say(0, "Der Datei fehlt ihre Kennung (ID).")
        scripts = root.get("/Names", pikepdf.Dictionary()).get("/JavaScript")
        if any(key in root for key in ("/OpenAction", "/AA", "/AcroForm")) or scripts is not None:
            self._say(0, "Die Datei enthält Aktionen oder Formularfelder.")

    def _look_at_metadata(self) -> None:
        info = self._pdf.trailer.get("/Info", pikepdf.Dictionary())
        if "/Metadata" not in self._pdf.Root:
            self._say(0, "Der Datei fehlen die Metadaten (XMP).")
            return
        metadata = self._pdf.open_metadata()  # as a context it would bring Info into step before we have compared
        said = {name: metadata.get(name) for name in _METADATA}
        if said["pdfxid:GTS_PDFXVersion"] != "PDF/X-4":
            self._say(0, "Die Metadaten nennen nicht PDF/X-4.")
        missing = [name for name, value in said.items() if not value]
        if missing:
            self._say(0, f"In den Metadaten fehlt {', '.join(missing)}.")
        if str(info.get("/Title", "")) != str(said["dc:title"] or "") or not _agree_on_dates(info, said):
            self._say(0, "Titel oder Datum der Datei stehen in Info und XMP verschieden.")
        if info.get("/Trapped") not in ("/True", "/False") or str(info.get("/Trapped"))[1:] != said["pdf:Trapped"]:
            self._say(0, "Die Datei sagt nicht, ob sie überfüllt ist (Trapped).")

    def _look_at_boxes(self, count: int, page: pikepdf.Object) -> None:
        trim = page.get("/TrimBox")
        if trim is None or "/ArtBox" in page:
            self._say(count, "Der Seite fehlt das Endformat (TrimBox).")
            return
        media = _edges(_inherited(page, "/MediaBox"))
        bleed = _edges(page.get("/BleedBox", page.get("/MediaBox", trim)))
        if not (_lies_in(_edges(trim), bleed) and _lies_in(bleed, media)):
            self._say(count, "Endformat, Beschnitt und Bogen der Seite liegen nicht ineinander.")

    def _look_at_annotations(self, count: int, page: pikepdf.Object) -> None:
        if "/AA" in page:
            self._say(count, "Die Seite enthält Aktionen.")
        bleed = _edges(page.get("/BleedBox", page.get("/TrimBox", _inherited(page, "/MediaBox"))))
        for annotation in page.get("/Annots", []):
            if annotation.get("/Subtype") in ("/TrapNet", "/PrinterMark"):
                continue
            if "/Rect" not in annotation or _meet(_edges(annotation.Rect), bleed):
                self._say(count, "Auf der Seite liegt eine Anmerkung oder ein Verweis.")
                return

    def _look_at_resources(self, count: int, resources: pikepdf.Object | None) -> None:
        if resources is None or self._is_known(resources):
            return
        for font in _values(resources, "/Font"):
            self._look_at_font(count, font)
        for name, space in _items(resources, "/ColorSpace"):
            if not self._is_printable(space):
                self._say(count, f"Der Farbraum {name} ist nicht der des Druckprofils.")
        for shading in _values(resources, "/Shading"):
            self._look_at_space(count, shading.get("/ColorSpace"), "Ein Verlauf")
        for drawn in (*_values(resources, "/XObject"), *_values(resources, "/Pattern")):
            self._look_at_drawn(count, drawn)

    def _look_at_drawn(self, count: int, drawn: pikepdf.Object) -> None:
        if self._is_known(drawn):
            return
        kind = drawn.get("/Subtype")
        if kind == "/Image":
            if not drawn.get("/ImageMask", False):
                self._look_at_space(count, drawn.get("/ColorSpace"), "Ein Bild")
        elif kind == "/PS":
            self._say(count, "Die Seite enthält PostScript.")
        elif isinstance(drawn, pikepdf.Stream):
            self._look_at_resources(count, drawn.get("/Resources"))
            self._look_at_contents(count, drawn, drawn.read_bytes(), drawn.get("/Resources"))
        elif "/Shading" in drawn:
            self._look_at_space(count, drawn.Shading.get("/ColorSpace"), "Ein Verlauf")

    def _look_at_space(self, count: int, space: Any, what: str) -> None:
        if space is None or not self._is_printable(space):
            self._say(count, f"{what} auf der Seite ist nicht in den Farben des Druckprofils.")

    def _look_at_font(self, count: int, font: pikepdf.Object) -> None:
        if self._is_known(font) or font.get("/Subtype") == "/Type3":
            return
        described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = described.get("/FontDescriptor", pikepdf.Dictionary())
        if not any(file in descriptor for file in _FONT_FILES):
            self._say(count, f"Die Schrift {str(font.get('/BaseFont', '/?'))[1:]} ist nicht eingebettet.")

    def _look_at_contents(self, count: int, drawn: Any, data: bytes, resources: pikepdf.Object | None) -> None:
        fonts = {name[1:] for name, _ in _items(resources, "/Font")}
        for font in {match.decode("latin-1") for match in _FONT.findall(data)} - fonts:
            self._say(count, f"Die Schrift {font} fehlt in der Datei.")
        suspect = _SUSPECT_IN_GREY if self._is_grey else _SUSPECT
        if suspect.search(data.replace(_REGISTRATION, b"")):
            self._read_operators(count, drawn)

    def _read_operators(self, count: int, drawn: Any) -> None:
        for instruction in pikepdf.parse_content_stream(drawn):
            operator = str(instruction.operator)
            if operator in _RGB_OPERATORS:
                self._say(count, "Auf der Seite ist etwas in RGB gezeichnet.")
            elif operator in _CMYK_OPERATORS and self._is_grey:
                self._say(count, "Auf der Seite ist etwas farbig gezeichnet, das Druckprofil kennt nur Schwarz.")
            elif operator in ("cs", "CS") and str(instruction.operands[0]) in _SCREEN_SPACES:
                self._say(count, "Auf der Seite ist etwas in einer Bildschirmfarbe gezeichnet.")
            elif isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._look_at_space(count, instruction.iimage.obj.get("/ColorSpace"), "Ein Bild")

    def _is_printable(self, space: Any) -> bool:
        """Tell whether a colour space is one the press prints without a conversion."""
        if isinstance(space, pikepdf.Name):
            return str(space) in ("/DeviceGray", "/G", "/Pattern") or (
                str(space) in ("/DeviceCMYK", "/CMYK") and not self._is_grey
            )
        if not isinstance(space, pikepdf.Array):
            return False
        kind = str(space[0])
        if kind in ("/Indexed", "/I", "/Pattern"):
            return len(space) < 2 or self._is_printable(space[1])
        if kind in ("/Separation", "/DeviceN"):
            return self._is_printable(space[2])
        components = space[1].get("/N") if kind == "/ICCBased" else 0
        return kind == "/CalGray" or components == 1 or (components == 4 and not self._is_grey)

    def _is_known(self, obj: pikepdf.Object) -> bool:
        if not obj.is_indirect:
            return False
        known = obj.objgen in self._seen
        self._seen.add(obj.objgen)
        return known


_SCREEN_SPACES = ("/DeviceRGB", "/CalRGB", "/Lab")
_METADATA = (
    "pdfxid:GTS_PDFXVersion",
    "pdf:Trapped",
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)


def _agree_on_dates(info: pikepdf.Object, said: dict[str, Any]) -> bool:
    return all(_digits(info.get(one, "")) == _digits(said[other]) for one, other in _DATES)


def _digits(date: Any) -> str:
    return re.sub(r"\D", "", str(date or ""))[:14]


def _items(resources: pikepdf.Object | None, kind: str) -> Iterator[tuple[str, Any]]:
    entries = None if resources is None else resources.get(kind)
    if entries is not None:
        yield from entries.items()


def _values(resources: pikepdf.Object | None, kind: str) -> Iterator[Any]:
    return (value for _, value in _items(resources, kind))


def _joined(contents: Any) -> bytes:
    if isinstance(contents, pikepdf.Array):
        return b"\n".join(part.read_bytes() for part in contents)
    return b"" if contents is None else bytes(contents.read_bytes())


def _inherited(page: pikepdf.Object, key: str) -> Any:
    """Give a page's value, which may stand with the pages' tree (ISO 32000-1, 7.7.3.4)."""
    node: Any = page
    for _ in range(50):
        if key in node or "/Parent" not in node:
            break
        node = node.Parent
    return node.get(key, [0, 0, 0, 0])


Edges = tuple[float, float, float, float]


def _edges(box: Any) -> Edges:
    one, two, three, four = (float(value) for value in box)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _lies_in(inner: Edges, outer: Edges) -> bool:
    return all(a >= b - _ENOUGH for a, b in zip(inner[:2], outer[:2], strict=True)) and all(
        a <= b + _ENOUGH for a, b in zip(inner[2:], outer[2:], strict=True)
    )


def _meet(one: Edges, other: Edges) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
