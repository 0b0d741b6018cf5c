"""Printer profiles: how a press prints, as data, those that travel with the program and one a shop has given.

A profile is a `.toml` file with an ICC output profile beside it (resources/press/README.md). A shop's own is an ICC
profile alone; what is not known of it takes the values of offset printing. Its tables are foreign: here only its header
and the list of its parts are looked at (ICC.1:2010, 7.2 and 7.3).
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from ikonzept_desktop.export.press import LIMIT_OF_INK, Colours, PressProfile
from ikonzept_desktop.paths import resource

FOLDER = resource("press")
DEFAULT = "coated"
MOST_BYTES = 16_000_000
_HEADER = 128
_MOST_PARTS = 200
_ENTRY = 12


class ProfileError(ValueError):
    """A file that is no printer profile we can print with; its text is a German sentence."""


def bundled_profiles(folder: Path = FOLDER) -> tuple[PressProfile, ...]:
    """Give the profiles that travel with the program, in the order of their lists."""
    found = []
    for path in folder.glob("*.toml"):
        with path.open("rb") as file:
            values = tomllib.load(file)
        icc = (folder / values.pop("profile")).read_bytes()
        place = values.pop("order")
        found.append((place, PressProfile(path.stem, icc=icc, colours=colours_of(icc), **values)))
    return tuple(profile for _, profile in sorted(found, key=lambda each: each[0]))


def profile_from(path: Path) -> PressProfile:
    """Give a shop's profile out of its ICC file; raises ProfileError for one we cannot use, OSError for the disk's."""
    return profile_of(read_bounded(path), path.stem)


def profile_of(data: bytes, name: str) -> PressProfile:
    """Give a shop's profile; raises ProfileError with a sentence for what is none."""
    colours = colours_of(data)
    title = name_of(data) or name
    most_ink = 100 if colours is Colours.GRAY else LIMIT_OF_INK
    return PressProfile(name, title, title, data, colours, description=title, most_ink=most_ink)


def read_bounded(path: Path) -> bytes:
    """Give a file's bytes; raises ProfileError where it is far larger than profiles are."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ProfileError(f"„{path.name}“ ist zu groß für ein Druckprofil. {_ASK_FOR_IT}")
    return data


def colours_of(data: bytes) -> Colours:
    """Give what a profile prints with; raises ProfileError where it is damaged, or none of a press."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp" or not _parts_lie_within(data):
        raise ProfileError(f"Die Datei ist kein ICC-Profil oder beschädigt. {_ASK_FOR_IT}")
    if data[8] not in (2, 4):
        raise ProfileError(f"Das Profil hat die ICC-Version {data[8]}; gedruckt wird mit Version 2 oder 4. {_ASK}")
    if data[12:16] != b"prtr":
        raise ProfileError(f"Das Profil beschreibt keine Druckmaschine, sondern ein anderes Gerät. {_ASK}")
    space = data[16:20].decode("latin-1").strip()
    if space not in {each.value for each in Colours}:
        raise ProfileError(f"Das Profil ist für {space}; gedruckt wird mit CMYK oder Graustufen. {_ASK}")
    return Colours(space)


def _parts_lie_within(data: bytes) -> bool:
    count = int.from_bytes(data[_HEADER : _HEADER + 4], "big")
    if int.from_bytes(data[:4], "big") > len(data) or not 0 < count <= _MOST_PARTS:
        return False
    return all(start + length <= len(data) for _, start, length in _parts(data))


def _parts(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Give the name, start and length of a profile's parts."""
    count = min(int.from_bytes(data[_HEADER : _HEADER + 4], "big"), _MOST_PARTS)
    for at in range(_HEADER + 4, _HEADER + 4 + count * _ENTRY, _ENTRY):
        yield (
            data[at : at + 4],
            int.from_bytes(data[at + 4 : at + 8], "big"),
            int.from_bytes(data[at + 8 : at + 12], "big"),
        )


def name_of(data: bytes) -> str:
    """Give the name a profile has, in printable characters (ICC.1:2001, 6.5.17, and ICC.1:2010, 10.13)."""
    for part, start, length in _parts(data):
        if part == b"desc":
            body = data[start : start + min(length, 2000)]
            return _printable(_text_of(body))
    return ""


def _text_of(body: bytes) -> str:
    if body[:4] == b"desc":
        length = int.from_bytes(body[8:12], "big")
        return body[12 : 12 + length].split(b"\0")[0].decode("latin-1")
    if body[:4] == b"mluc" and int.from_bytes(body[8:12], "big"):
        length, start = int.from_bytes(body[20:24], "big"), int.from_bytes(body[24:28], "big")
        return body[start : start + length].decode("utf-16-be", "replace")
    return ""


def _printable(text: str) -> str:
    return re.sub(r"\s+", " ", "".join(sign if sign.isprintable() else " " for sign in text)).strip()[:80]


_ASK_FOR_IT = "Bitten Sie die Druckerei um ihr Profil als .icc-Datei."
_ASK = "Bitten Sie die Druckerei um das Ausgabeprofil ihrer Druckmaschine."
