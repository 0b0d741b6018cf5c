"""What stands on a virtual screen: the file that Xvfb keeps up (-fbdir) is an X window dump."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_HEADER = 100
_VERSION = 7
_STRIDE = 61 * 4
"""Bytes between two looks; a prime number of pixels, so that no column of the screen is favoured."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One state of a screen of 32 bits a pixel: blue, green, red, nothing."""

    width: int
    height: int
    line: int
    """Bytes of one line."""
    pixels: bytes

    def sample(self) -> bytes:
        """Give the green of every so-and-so-many-th pixel."""
        return self.pixels[1::_STRIDE]

    def image(self) -> "Image":
        """Give it as an image."""
        from PIL import Image

        return Image.frombytes("RGB", (self.width, self.height), self.pixels, "raw", "BGRX", self.line)


def read_screen(file: Path) -> Screen | None:
    """Read the dump of a screen (XWD file format, version 7); None as long as there is none."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    if len(data) < _HEADER:
        return None
    said = struct.unpack(">25I", data[:_HEADER])
    header, version, width, height, bits, line, colours = (said[place] for place in (0, 1, 4, 5, 11, 12, 19))
    if version != _VERSION or bits != 32:
        return None
    begin = header + 12 * colours
    pixels = data[begin : begin + line * height]
    return Screen(width, height, line, pixels) if len(pixels) == line * height else None


def share_painted(sample: bytes) -> float:
    """Give the share of a sample that is not the black of an empty screen."""
    return 1.0 - sample.count(0) / len(sample) if sample else 0.0


def share_equal(sample: bytes, other: bytes) -> float:
    """Give the share in which two samples of one screen are the same."""
    if not sample or len(sample) != len(other):
        return 0.0
    return sum(map(int.__eq__, sample, other)) / len(sample)
