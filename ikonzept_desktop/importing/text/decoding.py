"""The letters in the bytes of a text file: Unicode where the bytes are that, else Windows' own for Western Europe.

What was read wrongly before it was stored (mojibake) is not guessed at: it stays as it is.
"""

import codecs
import re

from ikonzept_desktop.values import dataclass

LARGEST_TEXT = 4 * 1024 * 1024
"""Bytes of a file of text: more than a thousand pages."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROBED = 4096
_MANY_NULS = 0.3
"""Share of bytes at even or odd places that are 0 in UTF-16 of a Western language, at least."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_FEW = 0.005
"""Share of characters that may be control characters in a text."""
_UNREADABLE = "\ufffd"
_WESTERN = "cp1252"
_OF_CHARACTERS = ("cp1", "cp4", "cp8", "cp9", "iso8859", "koi8", "mac", "gb", "big5", "euc", "shift")
"""How the names of encodings begin that a page may declare; Python knows others that are none of characters."""


class NotText(Exception):
    """The bytes are those of something else."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its line ends those of Unix, with what could not be read of it."""

    text: str
    encoding: str
    """By Python's name."""
    lost: int = 0
    """How many bytes stand for no character; each is a U+FFFD."""
    controls: int = 0
    """How many control characters were in it and were left out."""


def decoded(data: bytes, declared: str = "") -> Decoded:
    """Read bytes as text, in the encoding that is declared within where they are in none of Unicode's.

    Raises NotText where they hold more control characters than any text.
    """
    encoding = _encoding(data, declared)
    text = data.decode(encoding, errors="replace")
    lost = text.count(_UNREADABLE) if encoding != "utf-8" else 0
    controls = len(_CONTROL.findall(text))
    if controls > max(_FEW * len(text), 2):
        raise NotText(f"{controls} control characters")
    return Decoded(_with_plain_ends(_CONTROL.sub("", text) if controls else text), encoding, lost, controls)


def _encoding(data: bytes, declared: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    probe = data[:_PROBED]
    half = max(len(probe) // 2, 1)
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if probe[first::2].count(0) > _MANY_NULS * half > probe[1 - first :: 2].count(0):
            return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _known(declared) or _WESTERN
    return "utf-8"


def _known(declared: str) -> str:
    """Give Python's name of an encoding that is one of characters; nothing for others."""
    try:
        info = codecs.lookup(declared) if declared.isascii() else None
    except (LookupError, ValueError):
        return ""
    if info is None or not info.name.startswith(_OF_CHARACTERS):
        return ""
    return _WESTERN if info.name == "iso8859-1" else info.name


def _with_plain_ends(text: str) -> str:
    """Give a text whose lines end in one way; what ends a paragraph leaves an empty line."""
    for end, plain in (("\r\n", "\n"), ("\r", "\n"), ("\x0b", "\n"), ("\x85", "\n"), ("\u2028", "\n")):
        text = text.replace(end, plain)
    return text.replace("\u2029", "\n\n").removeprefix("\ufeff")
