"""How a publication is printed, as values that a window can hold before anything is typeset."""

from enum import StrEnum
from pathlib import Path

from ikonzept_desktop.values import dataclass


class PressError(Exception):
    """Why nothing could be printed with a profile; its text is a German sentence."""


LIMIT_OF_INK = 300
"""Per cent of all inks together that paper takes where nothing else is known."""


class Colours(StrEnum):
    """What a press prints with, by the letters of its ICC profile."""

    CMYK = "CMYK"
    GRAY = "GRAY"


@dataclass(frozen=True, slots=True)
class PressProfile:
    """One printing condition."""

    key: str
    title: str
    """In German, for the list it is chosen from."""
    condition: str
    """The OutputConditionIdentifier of the file."""
    icc: bytes
    colours: Colours
    registered: bool = False
    """Whether the condition is one of the registry's (www.color.org)."""
    description: str = ""
    lowest_dpi: int = 300
    """Below it an image is a finding."""
    bleed_mm: float = 3.0
    most_ink: int = LIMIT_OF_INK
    """Per cent, of all inks together."""
    fold: int = 4
    """The number of pages is made a multiple of it."""


class Part(StrEnum):
    """Which pages go into a file."""

    WHOLE = "whole"
    COVER = "cover"
    """The four pages of the cover: outside and inside, front and back."""
    INSIDE = "inside"
    """All but the cover; its outer and inner front count as pages 1 and 2."""


@dataclass(frozen=True, slots=True)
class Press:
    """How a publication is to be printed."""

    profile: PressProfile
    marks: bool = False
    """Whether crop marks stand round the pages."""
    part: Part = Part.WHOLE


def cover_beside(inside: Path) -> Path:
    """Give the path of a cover's file beside the file of what is inside it."""
    return inside.with_name(f"{inside.stem}-Umschlag{inside.suffix}")
