"""Printer profiles: how a press prints, as data, those that travel with the program and those a shop has given.

A profile is a `.toml` file with an ICC output profile beside it (resources/press/README.md). A shop's own ICC profile
is kept alone in the user's data folder; what is not known of it takes the values of offset printing. Its tables are
foreign: here only its header and the list of its parts are looked at (ICC.1:2010, 7.2 and 7.3), colours are computed
with it in the worker.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.export.press import LIMIT_OF_INK, Colours, PressProfile
from ikonzept_desktop.paths import resource, safe_file_name, user_folders
from ikonzept_desktop.values import dataclass

FOLDER = resource("press")
DEFAULT = "coated"
MOST_BYTES = 16_000_000
_OWN = "own-"
_HEADER = 128
_MOST_PARTS = 200
_ENTRY = 12


class ProfileError(ValueError):
    """A file that is no printer profile we can print with; its text is a German sentence."""


def own_folder() -> Path:
    """Give the folder of the profiles that were added; it need not exist."""
    return user_folders().data / "press"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The profiles that can be chosen."""

    bundled: Path = FOLDER
    own: Path | None = None
    """None for the user's folder."""

    def profiles(self) -> tuple[PressProfile, ...]:
        """Give all of them, the bundled ones first; a damaged one that was added is passed over."""
        return (*self._bundled(), *self._added())

    def find(self, key: str) -> PressProfile | None:
        """Give the profile of that key."""
        return next((profile for profile in self.profiles() if profile.key == key), None)

    def add(self, path: Path) -> PressProfile:
        """Keep a shop's ICC profile and give it; raises ProfileError for one we cannot use, OSError for the disk's."""
        data = read_bounded(path)
        added = profile_of(data, path.stem)
        self._folder.mkdir(parents=True, exist_ok=True)
        with atomic_file.writing(self._folder / safe_file_name(path.stem, ".icc", "Druckprofil")) as unfinished:
            unfinished.write_bytes(data)
        return added

    def is_own(self, profile: PressProfile) -> bool:
        """Tell whether a profile was added."""
        return profile.key.startswith(_OWN)

    def remove(self, profile: PressProfile) -> None:
        """Let a profile that was added go; a bundled one stays. Raises OSError for the disk's."""
        for path in self._folder.glob("*.icc") if self._folder.is_dir() else ():
            if path.stat().st_size == len(profile.icc) and path.read_bytes() == profile.icc:
                path.unlink()

    @property
    def _folder(self) -> Path:
        return own_folder() if self.own is None else self.own

    def _bundled(self) -> list[PressProfile]:
        found = []
        for path in self.bundled.glob("*.toml"):
            with path.open("rb") as file:
                values = tomllib.load(file)
            icc = (self.bundled / values.pop("profile")).read_bytes()
            place = values.pop("order")
            found.append((place, PressProfile(path.stem, icc=icc, colours=colours_of(icc), **values)))
        return [profile for _, profile in sorted(found, key=lambda each: each[0])]

    def _added(self) -> Iterator[PressProfile]:
        if not self._folder.is_dir():
            return
        for path in sorted(self._folder.glob("*.icc")):
            try:
                yield profile_of(read_bounded(path), path.stem)
            except (ProfileError, OSError):
                continue


def profile_of(data: bytes, name: str) -> PressProfile:
    """Give a shop's profile; raises ProfileError with a sentence for what is none."""
    colours = colours_of(data)
    title = name_of(data) or name
    most_ink = 100 if colours is Colours.GRAY else LIMIT_OF_INK
    key = f"{_OWN}{hashlib.sha256(data).hexdigest()[:12]}"
    return PressProfile(key, title, title, data, colours, description=title, most_ink=most_ink)


def read_bounded(path: Path) -> bytes:
    """Give a file's bytes; raises ProfileError where it is far larger than profiles are."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ProfileError(f"„{path.name}“ ist zu groß für ein Druckprofil. {_NOTHING_ADDED}")
    return data


def colours_of(data: bytes) -> Colours:
    """Give what a profile prints with; raises ProfileError where it is damaged, or none of a press."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp" or not _parts_lie_within(data):
        raise ProfileError(f"Die Datei ist kein ICC-Profil oder beschädigt. {_NOTHING_ADDED}")
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


_NOTHING_ADDED = "Nichts wurde hinzugefügt; bitten Sie die Druckerei um ihr Profil als .icc-Datei."
_ASK = "Nichts wurde hinzugefügt; bitten Sie die Druckerei um das Ausgabeprofil ihrer Druckmaschine."
