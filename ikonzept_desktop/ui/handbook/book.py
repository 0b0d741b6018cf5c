"""The Handbuch as text: chapters in Markdown, their sections, and where words stand in them."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ikonzept_desktop.values import dataclass

_HEADING = re.compile(r"^(#{1,3})\s+(.+?)\s*$")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"[*`|>]+|^[-\d.]+\s+|^:?-{2,}.*$", re.MULTILINE)
_ROOM = 40
"""Code points of context on each side of a hit."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading of a chapter."""

    heading: str
    anchor: str
    text: str
    """Plain, its signs of Markdown left out."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the Handbuch."""

    key: str
    """The stem of its file: `01-erste-schritte`."""
    title: str
    markdown: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where all words of a question stand."""

    chapter: Chapter
    passage: Passage
    excerpt: str


def read_book(folder: Path) -> tuple[Chapter, ...]:
    """Read the chapters of a folder in the order of their names; raises OSError."""
    return tuple(chapter_of(file.stem, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.md")))


def chapter_of(key: str, markdown: str) -> Chapter:
    """Read one chapter out of its Markdown."""
    passages = tuple(_passages(markdown))
    title = passages[0].heading if passages else key
    return Chapter(key, title, markdown, passages)


def anchor_of(heading: str) -> str:
    """Give the name by which a heading is pointed at: small letters and hyphens, umlauts kept."""
    return "-".join(re.findall(r"[\w]+", heading.lower()))


def search(book: tuple[Chapter, ...], question: str) -> tuple[Hit, ...]:
    """Find the passages that hold every word of a question, headings first; capitals and accents do not count."""
    words = folded(question).split()
    if not words:
        return ()
    found = [
        (not all(word in folded(passage.heading) for word in words), chapter, passage)
        for chapter in book
        for passage in chapter.passages
        if all(word in folded(f"{passage.heading} {passage.text}") for word in words)
    ]
    found.sort(key=lambda entry: entry[0])  # stable: in the order of the book otherwise
    return tuple(Hit(chapter, passage, _excerpt(passage.text, words[0])) for _rank, chapter, passage in found)


def folded(text: str) -> str:
    """Give a text as it is compared: small letters, ß as ss, without accents and umlaut dots."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _passages(markdown: str) -> Iterator[Passage]:
    heading, lines = "", list[str]()
    for line in markdown.splitlines():
        found = _HEADING.match(line)
        if found is None:
            lines.append(line)
            continue
        if heading:
            yield Passage(heading, anchor_of(heading), _plain(lines))
        heading, lines = found[2], []
    if heading:
        yield Passage(heading, anchor_of(heading), _plain(lines))


def _plain(lines: list[str]) -> str:
    text = _LINK.sub(r"\1", _PICTURE.sub("", "\n".join(lines)))
    return " ".join(_SIGNS.sub("", text).split())


def _excerpt(text: str, word: str) -> str:
    # Folding may change how long a text is; each place is looked for by what precedes it.
    at = next((place for place in range(len(text)) if folded(text[place : place + 2 * len(word)]).startswith(word)), 0)
    start, end = max(at - _ROOM, 0), min(at + len(word) + _ROOM, len(text))
    start = text.find(" ", start) + 1 if start else 0
    cut = text.rfind(" ", start, end)
    end = cut if end < len(text) and cut > at else end
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
