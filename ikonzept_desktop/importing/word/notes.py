"""Footnotes and endnotes, found by the signs that stand for them (ECMA-376 Part 1, 17.11)."""

import re
from collections import defaultdict
from dataclasses import replace

from ikonzept_desktop.importing.word.cells import flat_lines
from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.importing.word.lines import parted, trimmed
from ikonzept_desktop.importing.word.tree import Item, Key, blocks_of
from ikonzept_desktop.model.inline import Footnote, Inlines, Marks, Text
from ikonzept_desktop.reading.word.content import Atom, Part

_PARTS = {"footnote": Part.FOOTNOTE, "endnote": Part.ENDNOTE}
_SIGN = re.compile(r"[\d*†‡]{1,4}[.)]?")


class Notes:
    """The notes of a file, each given out by its sign."""

    def __init__(self, desk: Desk) -> None:
        """Know them by the story each is of."""
        self._desk = desk
        self._stories = desk.stories.others
        self._own: dict[tuple[Part, str], Key] = {}
        self._of_chunks: dict[str, list[Key]] = defaultdict(list)
        for key in self._stories:
            self._own.setdefault((key[0], key[2]), key)
            if key[0] is Part.CHUNK:
                self._of_chunks[key[2]].append(key)
        self.used: set[Key] = set()
        self.placed: list[Atom] = []
        """Drawings in notes that were read, until they are put below the text."""

    def read(self, atom: Atom, block: int) -> Footnote | None:
        """Give the note a sign in a paragraph stands for; None where the file has none."""
        key = self._key(atom, block)
        if key is None:
            return None
        self.used.add(key)
        content = _without_sign(self._desk, self._said(self._stories[key]))
        kept = tuple(each for each in content if not isinstance(each, Footnote))
        return Footnote(self._desk.ids(), kept)

    def _said(self, items: list[Item]) -> Inlines:
        flat = flat_lines(self._desk, items, None)
        self.placed += flat.placed
        return trimmed(parted(flat.lines))

    def _key(self, atom: Atom, block: int) -> Key | None:
        if self._desk.copy.blocks[block].place.part is not Part.CHUNK:
            return self._own.get((_PARTS[atom.kind], atom.ref))
        # Of a document laid into this one, whose notes come after its text.
        of_kind = (key for key in self._of_chunks.get(atom.ref, ()) if atom.kind in key[1].lower())
        return next((key for key in of_kind if next(blocks_of(self._stories[key]), -1) > block), None)


def _without_sign(desk: Desk, line: Inlines) -> Inlines:
    """Give a note without its own number, where that was typed as one: raised, before all else."""
    first = line[0] if line else None
    if isinstance(first, Text) and first.marks & Marks.SUPERSCRIPT and _SIGN.fullmatch(first.text.strip()):
        desk.tell("note_sign", first.text.strip())
        return trimmed(line[1:])
    if isinstance(first, Text) and first.text[:1] == "\u00a0":
        return trimmed((replace(first, text=first.text.lstrip(" \u00a0")), *line[1:]))
    return line
