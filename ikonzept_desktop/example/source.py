"""What every reader of the example's markup shares: lines with their numbers, names given and names used."""

import re
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256

from ikonzept_desktop.model.document import Comment
from ikonzept_desktop.model.ids import LENGTH
from ikonzept_desktop.values import dataclass

NAME = r"[a-z][a-z0-9-]*"
_ATTRIBUTES = re.compile(
    r'(?P<key>[a-z_]+)=(?:"(?P<quoted>(?:\\.|[^"\\])*)"|(?P<bare>[^\s"]+))|#(?P<name>\S+)|(?P<odd>\S+)'
)


class MarkupError(Exception):
    """The markup is wrong; the message is in German and begins with file and line."""

    def __init__(self, file: str, line: int, message: str) -> None:
        """Name the file, the line (from 1) and what is wrong there."""
        super().__init__(f"{file}, Zeile {line}: {message}")
        self.file, self.line = file, line


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a file, counted from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Given:
    """A name given to something, and what that is: `section:KIND`, `record:FIELD`, `table` or `figure`."""

    name: str
    what: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Used:
    """A name used, and what it has to lead to: a beginning of `Given.what`."""

    name: str
    what: str
    file: str
    line: int


@dataclass
class Source:
    """A file being read: makes its ids and gathers its names, its uses of names and its comments."""

    file: str
    images: Mapping[str, str] = field(default_factory=dict)
    """The digests of the images by file name."""
    given: list[Given] = field(default_factory=list)
    used: list[Used] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    count: int = 0

    def error(self, line: int, message: str) -> MarkupError:
        """Give the error to raise for a line of this file."""
        return MarkupError(self.file, line, message)

    def fresh_id(self) -> str:
        """Give the next id that follows from the file's name and the place within it."""
        self.count += 1
        return derived_id(f"{self.file}#{self.count}")

    def give(self, name: str, what: str, line: int) -> str:
        """Give the id of what the file names, or the next id where it gives no name."""
        if not name:
            return self.fresh_id()
        if not re.fullmatch(NAME, name):
            raise self.error(line, f"„{name}“ ist kein Name; möglich sind Kleinbuchstaben, Ziffern und Bindestriche.")
        self.given.append(Given(name, what, self.file, line))
        return named_id(name)

    def use(self, name: str, what: str, line: int) -> str:
        """Give the id of something named here or elsewhere."""
        self.used.append(Used(name, what, self.file, line))
        return named_id(name)


def named_id(name: str) -> str:
    """Give the id of what is called so in the example, wherever it stands."""
    return derived_id(f"@{name}")


def derived_id(text: str) -> str:
    """Give an id that is always the same for the same text."""
    return b32encode(sha256(text.encode()).digest()).decode().lower()[:LENGTH]


def attributes(text: str, known: tuple[str, ...], line: int, source: Source) -> dict[str, str]:
    """Read `#name key=value key="value"`; the name comes under the empty key."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTES.finditer(text):
        key = match["key"] or ""
        if match["odd"] or key in found or (key and key not in known):
            raise source.error(line, f"„{match[0]}“ ist hier keine Angabe; möglich sind #name, {', '.join(known)}.")
        found[key] = match["name"] or match["bare"] or match["quoted"] or ""
    return found
