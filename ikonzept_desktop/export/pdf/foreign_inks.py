"""Foreign pages for the press: those of letters, lines and grey images stay as they are, their colours become inks.

What has colour images, blends or spaces of its own is left to be drawn as an image, which goes through the profile.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf

from ikonzept_desktop.export.pdf.foreign_form import Form

_COLOURS = frozenset({"rg", "RG"})
_SPACES = frozenset({"cs", "CS", "sc", "SC", "scn", "SCN", "sh", "INLINE IMAGE"})
_PLAIN_CATEGORIES = frozenset({"/Font", "/XObject", "/ExtGState"})
_GREY = ("/DeviceGray", "/G")
Inked = Callable[[float, float, float, str], str]
"""Gives the operator for a colour of the screen, filled (`rg`) or stroked (`RG`), in inks."""


def in_inks(form: Form, inked: Inked) -> Form | None:
    """Give a foreign page in inks; None where it holds more than letters, lines and grey images."""
    if form.blended or not _is_plain(form.resources):
        return None
    kept: list[Any] = []
    for instruction in pikepdf.parse_content_stream(_stream(form.content)):
        operator = str(instruction.operator)
        if operator in _SPACES:
            return None
        if operator in _COLOURS:
            red, green, blue = (float(each) for each in instruction.operands)
            kept.extend(pikepdf.parse_content_stream(_stream(inked(red, green, blue, operator).encode("ascii"))))
        else:
            kept.append(instruction)
    return replace(form, content=pikepdf.unparse_content_stream(kept))


def _stream(content: bytes) -> pikepdf.Stream:
    return pikepdf.Stream(_SCRATCH, content)


_SCRATCH = pikepdf.new()
"""Holds streams while they are read."""


def _is_plain(resources: pikepdf.Object) -> bool:
    if not set(resources.keys()) <= _PLAIN_CATEGORIES:
        return False
    images = resources.get("/XObject", pikepdf.Dictionary())
    states = resources.get("/ExtGState", pikepdf.Dictionary())
    return all(_is_grey(images[name]) for name in images.keys()) and all(  # noqa: SIM118  # no dict
        _is_opaque(states[name])
        for name in states.keys()  # noqa: SIM118
    )


def _is_grey(image: pikepdf.Object) -> bool:
    if image.get("/Subtype") != "/Image" or "/SMask" in image or "/Mask" in image:
        return False
    return bool(image.get("/ImageMask", False)) or image.get("/ColorSpace") in _GREY


def _is_opaque(state: pikepdf.Object) -> bool:
    if state.get("/SMask", "/None") != "/None" or state.get("/BM", "/Normal") not in ("/Normal", "/Compatible"):
        return False
    return all(float(state.get(key, 1)) == 1 for key in ("/ca", "/CA"))
