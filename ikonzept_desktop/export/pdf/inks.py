"""Colours of the screen as a press prints them: greys and text in black alone, all others through the ICC profile.

The profile may be a foreign one: colours are computed only in the worker.
"""

import io
from functools import cached_property

from PIL import Image, ImageChops, ImageCms

from ikonzept_desktop.export.press import Colours, PressError, PressProfile

Levels = tuple[float, ...]
"""Of each ink, from 0 to 1: cyan, magenta, yellow and black, or black alone."""

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_NEAR_GREY = 0.07
"""How far red, green and blue of a dark colour may be from each other for it to be set in black alone."""
_DARK = 0.7
_SOLID = 0.22
"""What is darker on the screen is text: it is printed solid, for a screen of dots would fray its edges."""
_STEPS = 256
_NEARLY = 3
"""By how much the channels of a grey image may differ, out of 255."""


class InkError(PressError):
    """A printer profile no colours can be computed with; its text is a German sentence."""


class Inks:
    """Computes what a press prints for colours and images; raises InkError for a damaged profile."""

    def __init__(self, profile: PressProfile) -> None:
        self.colours = profile.colours
        self._most = profile.most_ink / 100
        self._mode = "CMYK" if profile.colours is Colours.CMYK else "L"
        self._known: dict[tuple[float, float, float], Levels] = {}
        try:
            self._profile = _Profile(profile.icc)
            self._from_screen = self._transform(_screen(), "RGB")
            self._blacks = self._find_blacks()
        except (ImageCms.PyCMSError, OSError, ValueError) as error:
            raise InkError(_UNUSABLE.format(title=profile.title)) from error

    def levels(self, red: float, green: float, blue: float) -> Levels:
        """Give the inks of a colour of the screen."""
        colour = (red, green, blue)
        found = self._known.get(colour)
        if found is None:
            found = self._known[colour] = self._compute(colour)
        return found

    def image(self, image: Image.Image, own_profile: bytes | None = None) -> Image.Image:
        """Give a grey or RGB image as the press prints it: grey ones in black alone, as DeviceGray has it."""
        grey = _as_grey(image)
        if grey is not None:
            return grey.point(self._greys)
        source = self._source(own_profile)
        converted = ImageCms.applyTransform(image, source)
        assert converted is not None  # it is not made in place
        return converted

    def printed(self, image: Image.Image) -> Image.Image:
        """Give an image that is in CMYK already: it is taken for this press's own, or made grey."""
        return image if self.colours is Colours.CMYK else self.image(image.convert("RGB"))

    def _compute(self, colour: tuple[float, float, float]) -> Levels:
        low, high = min(colour), max(colour)
        if high - low < 1e-6 or (high <= _DARK and high - low <= _NEAR_GREY):
            return self._black(sum(colour) / 3)
        dot = Image.new("RGB", (1, 1), tuple(round(part * 255) for part in colour))
        converted = ImageCms.applyTransform(dot, self._from_screen)
        assert converted is not None
        values = tuple(value / 255 for value in converted.tobytes())
        return self._bounded(values) if self.colours is Colours.CMYK else (1 - values[0],)

    def _black(self, grey: float) -> Levels:
        black = 1.0 if grey <= _SOLID else self._blacks[round(grey * 255)]
        return (0.0, 0.0, 0.0, black) if self.colours is Colours.CMYK else (black,)

    def _bounded(self, inks: Levels) -> Levels:
        """Give inks of which there is not more than the paper takes; what is too much is taken off the colours."""
        *chromatic, black = inks
        whole = sum(chromatic)
        room = self._most - black
        share = min(1.0, room / whole) if whole else 1.0
        return (*(part * share for part in chromatic), black)

    @cached_property
    def _greys(self) -> list[int]:
        """What DeviceGray has for each grey of the screen."""
        return [round(255 * (1 - black)) for black in self._blacks]

    def _find_blacks(self) -> list[float]:
        """Give how much black looks like each grey of the screen, from black to the paper's white."""
        steps = range(_STEPS)
        data = b"".join(bytes((0, 0, 0, step)) if self._mode == "CMYK" else bytes((255 - step,)) for step in steps)
        printed = _lightness(Image.frombytes(self._mode, (_STEPS, 1), data), self._profile, self._mode)
        wanted = _lightness(Image.frombytes("L", (_STEPS, 1), bytes(steps)).convert("RGB"), None, "RGB")
        darkest, paper = printed[-1], printed[0]
        if darkest >= paper:
            raise ValueError("black ink is no darker than paper")
        found, black = [], _STEPS - 1
        for lightness in wanted:
            aim = darkest + (paper - darkest) * lightness / 255
            while black > 0 and printed[black] < aim:
                black -= 1
            found.append(black / 255)
        return [1.0, *found[1:-1], 0.0]

    def _transform(self, source: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(source, self._profile, mode, self._mode, _INTENT, _FLAGS)

    def _source(self, own_profile: bytes | None) -> ImageCms.ImageCmsTransform:
        """Give the way from an image's own colours, or from the screen's where it says nothing usable of them."""
        if not own_profile or own_profile[16:20] != b"RGB ":
            return self._from_screen
        try:
            return self._transform(ImageCms.ImageCmsProfile(io.BytesIO(own_profile)), "RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            return self._from_screen


class _Profile(ImageCms.ImageCmsProfile):
    """A profile that knows its bytes: Pillow asks for them with every image, and Little CMS would write them anew."""

    def __init__(self, icc: bytes) -> None:
        super().__init__(io.BytesIO(icc))
        self._icc = icc

    def tobytes(self) -> bytes:
        return self._icc


def _screen() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _lightness(image: Image.Image, profile: ImageCms.ImageCmsProfile | None, mode: str) -> bytes:
    """Give how light an image's dots are, from 0 to 255, relative to the white of its medium."""
    source = profile or _screen()
    way = ImageCms.buildTransform(source, ImageCms.createProfile("LAB"), mode, "LAB", _INTENT)
    converted = ImageCms.applyTransform(image, way)
    assert converted is not None
    return converted.getchannel("L").tobytes()


def _as_grey(image: Image.Image) -> Image.Image | None:
    if image.mode == "L":
        return image
    red, green, blue = image.split()
    for other in (red, blue):
        if ImageChops.difference(green, other).getextrema()[1] > _NEARLY:  # type: ignore[operator]  # one band: numbers
            return None
    return green


_UNUSABLE = (
    "Mit dem Druckprofil „{title}“ lassen sich keine Farben berechnen. "
    "Bitte wählen Sie ein anderes Profil oder bitten Sie die Druckerei um ein neues."
)
