"""A foreign page made fit to stand in a PDF/A-2a and PDF/UA-1 file as it is, or found unfit (ISO 19005-2, 6.2).

What is unfit raises NotFit: such a page is given out as an image. Marks of foreign structure are taken out of the
operators, and of the resources what is used is left. The open file is changed by it.
"""

from decimal import Decimal
from typing import Any

import pikepdf

from ikonzept_desktop.reading.pdf_files.faults import NotFit
from ikonzept_desktop.reading.pdf_files.fonts import Codes, checked_font
from ikonzept_desktop.reading.pdf_files.inks import on_screen
from ikonzept_desktop.reading.pdf_files.opening import BROKEN

_OPERATORS = frozenset({
    *("b", "B", "b*", "B*", "BT", "c", "cm", "cs", "CS", "d", "Do", "ET", "f", "F", "f*", "g", "G", "gs", "h", "i"),
    *("INLINE IMAGE", "j", "J", "l", "m", "M", "n", "q", "Q", "re", "rg", "RG", "ri", "s", "S", "sc", "SC", "scn"),
    *("SCN", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*"),
    *("y", "'", '"', "k", "K"),
})  # fmt: skip
_MARKS = frozenset({"BDC", "BMC", "EMC", "MP", "DP", "BX", "EX"})
_INKS = {"k": "rg", "K": "RG"}
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_DEEPEST_STATE = 28
"""ISO 19005-2, 6.1.13."""
_DEEPEST_FORM = 12
_LONGEST_STRING = 32_767
_PLAIN_SPACES = frozenset({"/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB", "/Lab", "/G", "/RGB", "/Pattern"})
_BLENDS = frozenset({
    *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge"),
    *("/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color"),
    "/Luminosity",
})  # fmt: skip
_INTENTS = frozenset({"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"})
_STATE_FONT, _STATE_KEPT = "/Font", frozenset({
    *("/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/Font", "/FL", "/SA", "/BM", "/SMask", "/CA", "/ca"),
    *("/AIS", "/TK"),
})  # fmt: skip
"""What of a graphics state is kept; overprinting, transfer functions and halftones are for presses."""
_IMAGE_FILTERS = frozenset({"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/RunLengthDecode",
                            "/ASCII85Decode", "/ASCIIHexDecode", "/LZWDecode"})  # fmt: skip
_IMAGE_DROPPED = ("/Alternates", "/OPI", "/Interpolate", "/Intent", "/Metadata", "/StructParent", "/ID")
_FORM_DROPPED = ("/OPI", "/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/Ref")
_CATEGORIES = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading")


class PageFitter:
    """Makes the pages of one open file fit; what pages share is looked at once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[Any, Codes] = {}
        self._seen: dict[Any, str] = {}
        """By number: what was fit, with nothing, and what was not, with the reason."""

    def fit(self, page: pikepdf.Page) -> tuple[bytes, pikepdf.Object]:
        """Give the operators of a page and the resources they use; raises NotFit."""
        try:
            group = page.get("/Group")
            if group is not None:
                self._group(group)
            resources = page.as_form_xobject().get("/Resources", pikepdf.Dictionary())
            return self._content(page, resources, 0)
        except BROKEN as error:
            raise NotFit("damaged") from error

    def _content(self, stream: Any, resources: pikepdf.Object, depth: int) -> tuple[bytes, pikepdf.Object]:
        kept: list[Any] = []
        used: dict[str, set[str]] = {category: set() for category in _CATEGORIES}
        level = 0
        codes: Codes | None = None
        for instruction in pikepdf.parse_content_stream(stream):
            operands, operator = list(instruction.operands), str(instruction.operator)
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._inline_image(instruction)
            elif operator in _MARKS:
                if operator in {"BDC", "DP"} and operands[0] == "/OC":
                    raise NotFit("layers")
                continue
            elif operator not in _OPERATORS:
                raise NotFit(f"the operator {operator}")
            level += (operator == "q") - (operator == "Q")
            if not 0 <= level <= _DEEPEST_STATE:
                raise NotFit("states within states")
            if operator == "Tf":
                codes = self._font(_looked_up(resources, "/Font", operands[0]))
            if operator in _SHOWING:
                _check_shown(operands[-1], codes)
            self._use(operator, operands, resources, used)
            kept.append(_in_screen_colours(operands, operator) if operator in _INKS else instruction)
        if level:
            raise NotFit("states left open")
        return pikepdf.unparse_content_stream(kept), self._resources(resources, used, depth)

    def _use(self, operator: str, operands: list[Any], resources: pikepdf.Object, used: dict[str, set[str]]) -> None:
        match operator:
            case "Tf":
                used["/Font"].add(str(operands[0]))
            case "Do":
                used["/XObject"].add(str(operands[0]))
            case "gs":
                used["/ExtGState"].add(str(operands[0]))
            case "sh":
                used["/Shading"].add(str(operands[0]))
            case "cs" | "CS" if str(operands[0]) not in _PLAIN_SPACES:
                self._space(operands[0], resources)
                used["/ColorSpace"].add(str(operands[0]))
            case "scn" | "SCN" if operands and isinstance(operands[-1], pikepdf.Name):
                used["/Pattern"].add(str(operands[-1]))
            case "ri" if str(operands[0]) not in _INTENTS:
                raise NotFit("a rendering intent")

    def _resources(self, resources: pikepdf.Object, used: dict[str, set[str]], depth: int) -> pikepdf.Object:
        kept = pikepdf.Dictionary()
        for category, names in used.items():
            entries = pikepdf.Dictionary()
            for name in sorted(names):
                found = _looked_up(resources, category, pikepdf.Name(name))
                self._once(category, found, depth)
                entries[name] = found
            if names:
                kept[category] = entries
        return kept

    def _once(self, category: str, found: pikepdf.Object, depth: int) -> None:
        """Look at something in the resources, once where other pages share it."""
        key = found.objgen if found.is_indirect else None
        if key is not None and key in self._seen:
            if self._seen[key]:
                raise NotFit(self._seen[key])
            return
        try:
            self._look_at(category, found, depth)
        except NotFit as error:
            if key is not None:
                self._seen[key] = str(error) or "unfit"
            raise
        if key is not None:
            self._seen[key] = ""

    def _look_at(self, category: str, found: pikepdf.Object, depth: int) -> None:
        if depth > _DEEPEST_FORM:
            raise NotFit("forms within forms")
        match category:
            case "/Font":
                self._font(found)
            case "/XObject":
                self._xobject(found, depth)
            case "/ExtGState":
                self._state(found, depth)
            case "/Pattern":
                self._pattern(found, depth)
            case "/Shading":
                self._space(found.ColorSpace, pikepdf.Dictionary())
            case _:
                self._space(found, pikepdf.Dictionary())

    def _font(self, font: pikepdf.Object) -> Codes:
        key = font.objgen if font.is_indirect else id(font)
        if key not in self._codes:
            self._codes[key] = checked_font(font, self._pdf)
        return self._codes[key]

    def _xobject(self, found: pikepdf.Object, depth: int) -> None:
        if "/OC" in found:
            raise NotFit("layers")
        kind = found.get("/Subtype")
        if kind == "/Image":
            self._image(found)
        elif kind == "/Form" and "/PS" not in found and found.get("/Subtype2") != "/PS":
            self._form(found, depth)
        else:
            raise NotFit(f"an object of kind {kind}")

    def _form(self, form: pikepdf.Object, depth: int) -> None:
        if "/Ref" in form:
            raise NotFit("a page of another file")
        if "/Group" in form:
            self._group(form.Group)
        self._refill(form, depth)
        for entry in _FORM_DROPPED:
            if entry in form:
                del form[entry]

    def _refill(self, stream: pikepdf.Object, depth: int) -> None:
        content, resources = self._content(stream, stream.get("/Resources", pikepdf.Dictionary()), depth + 1)
        stream.write(content)
        stream.Resources = resources

    def _group(self, group: pikepdf.Object) -> None:
        if "/CS" in group:
            self._space(group.CS, pikepdf.Dictionary())

    def _image(self, image: pikepdf.Object) -> None:
        filters = image.get("/Filter", pikepdf.Array())
        names = {str(each) for each in (filters if isinstance(filters, pikepdf.Array) else [filters])}
        if not _IMAGE_FILTERS.issuperset(names):
            raise NotFit(f"an image under {names}")
        if not bool(image.get("/ImageMask")):
            self._space(image.ColorSpace, pikepdf.Dictionary())
        for mask in ("/SMask", "/Mask"):
            if isinstance(image.get(mask), pikepdf.Stream):
                self._image(image[mask])
        for entry in _IMAGE_DROPPED:
            if entry in image:
                del image[entry]

    def _inline_image(self, instruction: pikepdf.ContentStreamInlineImage) -> None:
        image = instruction.iimage
        if {str(each) for each in image.filters} & {"/LZWDecode", "/LZW", "/JPXDecode"}:
            raise NotFit("a compression of images")
        if not image.image_mask and str(image.colorspace) not in _PLAIN_SPACES:
            raise NotFit("colours of an image in the line")

    def _state(self, state: pikepdf.Object, depth: int) -> None:
        for entry in set(state.keys()) - _STATE_KEPT:
            del state[entry]
        blend = state.get("/BM", pikepdf.Name.Normal)
        if isinstance(blend, pikepdf.Array) or str(blend) not in _BLENDS:
            raise NotFit("a way of blending")
        if "/RI" in state and str(state.RI) not in _INTENTS:
            raise NotFit("a rendering intent")
        if _STATE_FONT in state:
            raise NotFit("a font in a state")
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary):
            if "/TR" in mask:
                del mask["/TR"]
            self._once("/XObject", mask.G, depth)

    def _pattern(self, pattern: pikepdf.Object, depth: int) -> None:
        if pattern.get("/PatternType") == 1:
            self._refill(pattern, depth)
            return
        self._space(pattern.Shading.ColorSpace, pikepdf.Dictionary())
        if "/ExtGState" in pattern:
            self._state(pattern.ExtGState, depth)

    def _space(self, space: pikepdf.Object, resources: pikepdf.Object, depth: int = 0) -> None:
        """Look at a colour space, by name or as it is; raises NotFit for what is mixed for one press."""
        if depth > _DEEPEST_FORM:
            raise NotFit("colours within colours")
        if isinstance(space, pikepdf.Name):
            if str(space) in _PLAIN_SPACES:
                return None
            return self._space(_looked_up(resources, "/ColorSpace", space), pikepdf.Dictionary(), depth + 1)
        kind = str(space[0])
        if kind == "/ICCBased":
            if int(space[1].N) not in {1, 3}:
                raise NotFit("CMYK")
        elif kind in {"/Indexed", "/Pattern"} and len(space) > 1:
            self._space(space[1], pikepdf.Dictionary(), depth + 1)
        elif kind not in _PLAIN_SPACES:
            raise NotFit(f"colours of kind {kind}")
        return None


def _in_screen_colours(operands: list[Any], operator: str) -> pikepdf.ContentStreamInstruction:
    """Give the operator for a colour in inks as one of the screen's, which our file is for."""
    cyan, magenta, yellow, black = (float(each) for each in operands)
    colour = [Decimal(f"{part:.4f}") for part in on_screen(cyan, magenta, yellow, black)]
    return pikepdf.ContentStreamInstruction(colour, pikepdf.Operator(_INKS[operator]))


def _looked_up(resources: pikepdf.Object, category: str, name: pikepdf.Object) -> pikepdf.Object:
    found = resources.get(category, pikepdf.Dictionary()).get(str(name))
    if found is None:
        raise NotFit(f"{name} is missing")
    return found


def _check_shown(shown: Any, codes: Codes | None) -> None:
    if codes is None:
        raise NotFit("words without a font")
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            if len(data) > _LONGEST_STRING:
                raise NotFit("a string that is too long")
            codes.check(data)
