"""Pointers of a document made into references of the concept where they lead to something that has a number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ikonzept_desktop.importing.building.telling import Telling
from ikonzept_desktop.importing.building.wording import pointer_of
from ikonzept_desktop.importing.manuscript import Manuscript, Pointer
from ikonzept_desktop.model.blocks import Block, Figure, Table, named_lines, with_line
from ikonzept_desktop.model.fields import FieldValue, Records, RichText
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inline,
    Inlines,
    NoteInline,
    ReferenceForm,
    Text,
    normalise,
)
from ikonzept_desktop.model.text import clean


def marked_targets(
    manuscript: Manuscript,
    places: Mapping[int, tuple[str, str]],
    records: Mapping[int, str],
    rows: Mapping[tuple[int, int], str],
) -> Mapping[str, str]:
    """Give what the bookmarks of a document lead to now: a section by its title, a table, a figure, a record.

    `records` are those that whole pieces became, `rows` those that rows of tables went to.
    """
    found: dict[str, str] = {}
    for index, piece in enumerate(manuscript.pieces):
        section, block = places.get(index, ("", ""))
        target = records.get(index, "")
        if not target and block and isinstance(piece.block, Table | Figure):
            target = block
        elif not target and section and not block and index not in records:
            target = section
        if target:
            for name in piece.bookmarks:
                found.setdefault(name, target)
        for name, row in piece.rows:
            if below := rows.get((index, row)) or target:
                found.setdefault(name, below)
    return found


class Pointing:
    """Puts references in the place of pointers."""

    def __init__(
        self, pointers: Sequence[Pointer], marked: Mapping[str, str], titles: Mapping[str, str], telling: Telling
    ) -> None:
        """`marked` gives what each bookmark leads to, `titles` what sections and records are called, by id."""
        self._titles = titles
        self._pointers = pointers
        self._marked = marked
        self._telling = telling

    def value(self, value: FieldValue) -> FieldValue:
        """Give a value with references for pointers."""
        match value:
            case RichText(blocks=blocks):
                return RichText(tuple(map(self._block, blocks)))
            case Records(records=records):
                return Records(
                    tuple(
                        replace(
                            record,
                            fields=tuple(replace(field, value=self.value(field.value)) for field in record.fields),
                        )
                        for record in records
                    )
                )
            case _:
                return value

    def _block(self, block: Block) -> Block:
        for name, inlines in named_lines(block):
            changed = self._line(inlines)
            if changed is not inlines:
                block = with_line(block, name, changed)
        return block

    def _line(self, inlines: Inlines) -> Inlines:
        if not any(isinstance(inline, CrossReference | Footnote) for inline in inlines):
            return inlines
        found = tuple(self._with_titles(tuple(self._inlines(inlines))))
        return inlines if found == inlines else normalise(found)

    def _with_titles(self, inlines: Inlines) -> Iterator[Inline]:
        """Have a number and the title of the same target behind it be one reference."""
        last: CrossReference | None = None
        for inline in inlines:
            title = self._titles.get(last.target, "") if last and last.form is ReferenceForm.NUMBER else ""
            behind = _behind(inline.text, title) if isinstance(inline, Text) and title and not inline.link else None
            if last is not None and isinstance(inline, Text) and behind is not None:
                self._telling.tell("reference", title)
                yield CrossReference(last.target, ReferenceForm.NUMBER_TITLE)
                last = None
                if behind:
                    yield replace(inline, text=behind)
                continue
            if last is not None:
                yield last
            last = inline if isinstance(inline, CrossReference) else None
            if last is None:
                yield inline
        if last is not None:
            yield last

    def _inlines(self, inlines: Inlines) -> Iterator[Inline]:
        for inline in inlines:
            match inline:
                case CrossReference():
                    yield self._reference(inline)
                case Footnote(content=content) if any(isinstance(part, CrossReference) for part in content):
                    yield replace(inline, content=tuple(self._in_note(content)))
                case _:
                    yield inline

    def _in_note(self, content: tuple[NoteInline, ...]) -> Iterator[NoteInline]:
        for part in content:
            yield self._reference(part) if isinstance(part, CrossReference) else part

    def _reference(self, reference: CrossReference) -> CrossReference | Text:
        if not reference.target.startswith("#"):
            return reference
        pointer = pointer_of(reference, self._pointers)
        if pointer is None:
            return Text("")
        target = self._marked.get(pointer.bookmark, "")
        if not target:
            self._telling.tell("lost_reference", about=pointer.shown)
            return Text(clean(pointer.shown))
        self._telling.tell("reference", pointer.shown)
        return CrossReference(target, pointer.form)


def _behind(text: str, title: str) -> str | None:
    """Give what follows a title that a text begins with, after a blank; None where it does not."""
    start = len(text) - len(text.lstrip())
    end = start + len(title)
    is_title = start > 0 and text[start:end] == title and not text[end : end + 1].isalnum()
    return text[end:] if is_title else None
