"""What is known of a Word file, and gathered, while it becomes a manuscript."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import field

from ikonzept_desktop.importing.manuscript import Pointer, Told
from ikonzept_desktop.importing.word.tree import Stories
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import CrossReference, ReferenceForm
from ikonzept_desktop.reading.word.content import Copy, View
from ikonzept_desktop.reading.word.views import text_in_view
from ikonzept_desktop.values import dataclass

KeepImage = Callable[[bytes, str], bytes | None]
"""Gives an image as the store keeps it, by its bytes and its name; None for one that it does not take."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PLACE = 60
"""Code points of the words that name a place."""
_MOST_REMARKED = 2_000
"""Paragraphs that one comment is about, at most: beyond them its words are not named."""
_MOST_LOOKED_AT = 200_000
"""Paragraphs that comments run over, all together."""
_MOST_STRETCHES = 100
"""Comments on one paragraph whose words are named."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a paragraph that a comment is about, in code points of its whole text."""

    start: int
    end: int
    comment: str
    """The id of the note that it becomes."""


@dataclass(slots=True, eq=False)
class Desk:
    """Where everything lies while pieces are made."""

    copy: Copy
    stories: Stories
    ids: IdSource
    keep_image: KeepImage
    told: list[Told] = field(default_factory=list)
    pointers: list[Pointer] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    """The ids of the notes that comments become, by theirs."""
    soft_hyphens: int = 0
    watermarks: set[str] = field(default_factory=set)
    _stretches: dict[int, list[Stretch]] | None = None
    _bookmarks: dict[str, tuple[str, int]] | None = None
    _own_language: str | None = None
    _files: dict[str, bytes] | None = None

    def tell(self, kind: str, text: str = "", place: str = "", about: str = "") -> None:
        """Keep a decision for the report."""
        self.told.append(Told(kind, text, place, about))

    def text(self, blocks: Sequence[int]) -> str:
        """Give what a paragraph said before all changes."""
        return "".join(text_in_view(self.copy.blocks[at], View.REJECTED) for at in blocks)

    def place(self, blocks: Sequence[int]) -> str:
        """Give the words by which a reader finds a paragraph."""
        return words_of(self.text(blocks))

    def point(self, bookmark: str, shown: str, form: ReferenceForm) -> CrossReference:
        """Give a reference to what a bookmark is over."""
        self.pointers.append(Pointer(bookmark, shown, form))
        return CrossReference(f"#{len(self.pointers) - 1}", form)

    def bookmark(self, name: str) -> tuple[str, int] | None:
        """Find a bookmark, whose case does not count (ECMA-376 Part 1, 17.13.6.2): its own name, and its paragraph."""
        if self._bookmarks is None:
            self._bookmarks = {}
            for each in self.copy.bookmarks:
                self._bookmarks.setdefault(each.name.lower(), (each.name, each.start.block))
        return self._bookmarks.get(name.lower())

    def stretches(self, block: int) -> Sequence[Stretch]:
        """Give the parts of a paragraph that comments are about."""
        if self._stretches is None:
            self._stretches = self._remarked()
        return self._stretches.get(block, ())

    def language(self, tag: str) -> str:
        """Give a language where it is another one than the text's own: German, or what most of the text is set in."""
        if not tag:
            return ""
        if self._own_language is None:
            told: Counter[str] = Counter()
            for span in (span for block in self.copy.blocks for span in block.spans):
                told[span.look.language] += len(span.text)
            most, count = max(told.items(), key=lambda each: each[1], default=("", 0))
            self._own_language = most if 2 * count > told.total() else ""
        is_own = tag == self._own_language or tag.lower().partition("-")[0] == "de"
        return "" if is_own or _LANGUAGE.fullmatch(tag) is None else tag

    def image(self, name: str) -> str:
        """Give the digest of an image of the package as the store keeps it; nothing where it does not."""
        if self._files is None:
            self._files = dict(self.copy.images)
        data = self._files.get(name)
        kept = self.keep_image(data, name) if data else None
        if not kept:
            return ""
        digest = hashlib.sha256(kept).hexdigest()
        self.images[digest] = kept
        return digest

    def _remarked(self) -> dict[int, list[Stretch]]:
        found: dict[int, list[Stretch]] = defaultdict(list)
        left = _MOST_LOOKED_AT
        for comment in self.copy.comments:
            id, start, end = self.comments.get(comment.id), comment.start, comment.end
            if id is None or start is None or end is None:
                continue
            story = _story(self.copy, start.block)
            last = min(end.block, start.block + _MOST_REMARKED, len(self.copy.blocks) - 1)
            left -= last - start.block
            if left < 0:
                break
            for at in range(start.block, last + 1):
                if _story(self.copy, at) == story and len(found[at]) < _MOST_STRETCHES:
                    first = start.offset if at == start.block else 0
                    until = end.offset if at == end.block else len(self.copy.blocks[at].text)
                    found[at].append(Stretch(first, until, id))
        return found


def _story(copy: Copy, block: int) -> tuple[object, ...]:
    place = copy.blocks[block].place
    return place.part, place.source, place.holder, place.box


def words_of(text: str) -> str:
    """Give the beginning of a text by which a reader finds it, its blanks and atoms as one space."""
    words = " ".join(text.replace("\ufffc", " ").split())
    return words if len(words) <= _PLACE else words[:_PLACE].rsplit(" ", 1)[0].rstrip() + " …"
