"""The walk through a plan: sections are opened, blocks go to where they belong, nothing is understood of values yet."""

from collections.abc import Iterable
from dataclasses import replace

from ikonzept_desktop.importing.building import heads
from ikonzept_desktop.importing.building.drafts import Bit, Draft, Part, Stray
from ikonzept_desktop.importing.building.kinds import kind_below, top_kind
from ikonzept_desktop.importing.building.stretches import Stretch, stretches
from ikonzept_desktop.importing.building.telling import Telling
from ikonzept_desktop.importing.building.wording import (
    as_label,
    in_one_line,
    letters,
    notes_in,
    shown,
    without,
)
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import ALONE, Becomes, Entry, Plan
from ikonzept_desktop.model.blocks import ListItem, Paragraph, Table, lines_of, with_line
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.model.template import FieldKind, Template


def same_as(host: Draft | None, plan: Plan) -> Entry | None:
    """Give the one section of a plan that is of the host's kind and may not stand below it: the host itself, then.

    A working group's file about a field of action, taken into that field.
    """
    if host is None or host.kind.key in host.kind.child_kinds:
        return None
    tops = [entry for entry in plan.entries if entry.becomes is Becomes.SECTION and entry.level <= 0]
    like = [entry for entry in tops if entry.kind == host.kind.key]
    return like[0] if len(like) == 1 else None


class Outlining:
    """Goes through the entries of a plan and puts every piece to a section, a field, the inbox or the properties."""

    def __init__(
        self, manuscript: Manuscript, template: Template, host: Draft | None, ids: IdSource, telling: Telling
    ) -> None:
        """`host` is the section of the concept into which the manuscript comes; None for a whole concept."""
        self.tops: list[Draft] = []
        self.strays: list[Stray] = []
        self.contents: list[int] = []
        """Pieces of the document's own contents."""
        self.of_whole: list[tuple[Entry, int]] = []
        """Pieces that say something of the concept as a whole."""
        self._manuscript = manuscript
        self._template = template
        self._host = host
        self._ids = ids
        self._telling = telling
        self._open: list[Draft] = []
        self._field = ""
        self._same: Entry | None = None
        """The section that is the host itself."""

    def go_through(self, plan: Plan) -> None:
        """Put everything in its place."""
        self._same = same_as(self._host, plan)
        for stretch in stretches(plan, len(self._manuscript.pieces)):
            self._stretch(stretch)

    def _stretch(self, stretch: Stretch) -> None:
        entry, pieces = stretch.entry, list(stretch.pieces)
        becomes = Becomes.TEXT if entry is None else entry.becomes
        if entry is not None and becomes in ALONE:
            if pieces:
                self._alone(entry, pieces[0])
                self._text(pieces[1:])
            return
        match becomes:
            case Becomes.SECTION if entry is not None:
                self._section(entry, pieces)
            case Becomes.FIELD if entry is not None:
                self._labelled(entry, pieces)
            case Becomes.INBOX:
                self.put_aside(pieces)
            case Becomes.CONTENTS:
                self.contents += pieces
            case _:
                self._text(pieces)

    def put_aside(self, pieces: Iterable[int], head: str = "") -> None:
        """Put pieces to the inbox, each stretch from one place below a line that says which."""
        for index in pieces:
            piece = self._manuscript.pieces[index]
            named = head or heads.of(piece, self._open[-1].title if self._open else "")
            if not self.strays or self.strays[-1].head != named:
                self.strays.append(Stray(named))
            self.strays[-1].bits.append(self._bit(index))

    def _bit(self, index: int) -> Bit:
        piece = self._manuscript.pieces[index]
        return Bit(piece.block, index, piece.hints)

    def _here(self) -> Draft:
        """Give the section that is written to; where none has begun, the host, or one called like the file."""
        if self._open:
            return self._open[-1]
        if self._host is None:
            title = in_one_line(self._manuscript.name.rpartition(".")[0] or self._manuscript.name)
            self._enter(Draft(self._ids(), top_kind(self._template, ""), title, 0))
            self._telling.tell("headless", about=title)
        else:
            self._open.append(self._host)
        return self._open[-1]

    def _text(self, pieces: Iterable[int], notes: Inlines = ()) -> None:
        """Take text; notes of the heading above it stand at the end of its first paragraph."""
        for index in pieces:
            bit = self._bit(index)
            if bit.hints.level is not None:
                bit = Bit(as_label(bit.block), index, bit.hints)
            elif notes and isinstance(bit.block, Paragraph):
                bit = Bit(replace(bit.block, inlines=(*bit.block.inlines, *notes)), index, bit.hints)
                notes = ()
            if notes:
                self._here().take(Bit(Paragraph(self._ids(), notes)), "")
                notes = ()
            self._here().take(bit, self._field)
        if notes:
            self._here().take(Bit(Paragraph(self._ids(), notes)), "")

    # Sections

    def _enter(self, draft: Draft) -> None:
        above = [known for known in self._open if known.level < draft.level]
        if above:
            above[-1].children.append(draft)
        elif self._host is not None:
            self._host.children.append(draft)
        else:
            self.tops.append(draft)
        self._open, self._field = [*above, draft], ""

    def _section(self, entry: Entry, pieces: list[int]) -> None:
        if entry is self._same and self._host is not None:
            self._open, self._field = [self._host], ""
            self._merge(self._host, entry, pieces)
            return
        level = max(entry.level, 0)
        above = [known for known in self._open if known.level < level]
        parent = above[-1] if above else self._host
        wanted = entry.kind
        kind = top_kind(self._template, wanted) if parent is None else kind_below(self._template, parent.kind, wanted)
        if wanted and kind.key != wanted:
            self._telling.tell("other_kind", place=in_one_line(entry.title), about=kind.label)
        draft = Draft(self._ids(), kind, in_one_line(entry.title), level)
        self._enter(draft)
        if pieces and not entry.begins_text:
            self._text(pieces[1:], self._title(draft, entry, pieces[0]))
        else:
            draft.piece = pieces[0] if pieces else draft.piece
            self._text(pieces)

    def _merge(self, host: Draft, entry: Entry, pieces: list[int]) -> None:
        """Have what stands below a heading come to the host itself; the heading's words are told."""
        block = self._manuscript.pieces[pieces[0]].block if pieces else None
        if isinstance(block, Paragraph | ListItem) and not entry.begins_text:
            host.piece = pieces.pop(0)
            words = shown(block.inlines, self._manuscript.pointers)
            self._telling.tell("title_merged", words, about=host.title)
            notes = notes_in(block.inlines)
            if notes:
                host.take(Bit(Paragraph(block.id, notes), host.piece), "")
        self._text(pieces)

    def _title(self, draft: Draft, entry: Entry, index: int) -> Inlines:
        """Take the words of a heading as the title and give its notes; what is no heading stays text."""
        piece = self._manuscript.pieces[index]
        draft.piece = index
        if not isinstance(piece.block, Paragraph | ListItem):
            draft.take(self._bit(index), "")
            return ()
        inlines = piece.block.inlines
        cut = without(inlines, entry.typed) if entry.typed else inlines
        typed = entry.typed if cut is not None else ""
        own = shown(inlines if cut is None else cut, self._manuscript.pointers)
        if not draft.title:
            draft.title = in_one_line(own)
        elif letters(own) != letters(draft.title):
            self._telling.tell("renamed", shown(inlines, self._manuscript.pointers), about=draft.title)
            typed = ""
        elif own.endswith(":") and not draft.title.endswith(":"):
            self._telling.tell("title_colon", ":", about=draft.title)
        if typed.strip():
            self._telling.tell("typed_number", typed, place=draft.title)
        return notes_in(inlines)

    # Fields

    def _labelled(self, entry: Entry, pieces: list[int]) -> None:
        draft = self._here()
        type = draft.kind.field(entry.field)
        if type is None or not pieces:
            self._unknown_field(draft, entry, pieces)
            return
        piece = self._manuscript.pieces[pieces[0]]
        self._field = type.key
        draft.parts.append(Part(type.key))
        if isinstance(piece.block, Paragraph | ListItem) and not entry.begins_text:
            label, rest = self._cut(piece.block.inlines, entry.typed)
            if label is None:
                draft.take(self._bit(pieces[0]), type.key)
            else:
                self._telling.tell("field_label", label, place=draft.title, about=type.label)
                if rest:
                    draft.take(Bit(with_line(piece.block, "", rest), pieces[0]), type.key)
        else:
            draft.take(self._bit(pieces[0]), type.key)
        self._text(pieces[1:])

    def _cut(self, inlines: Inlines, typed: str) -> tuple[str | None, Inlines]:
        """Part a label from what stands in the same line; None where the line does not begin as the plan has it."""
        if not typed:
            return shown(inlines, self._manuscript.pointers), notes_in(inlines)
        rest = without(inlines, typed)
        return (None, inlines) if rest is None else (typed, rest)

    def _unknown_field(self, draft: Draft, entry: Entry, pieces: list[int]) -> None:
        """Leave the label in the text, bold, with what follows: the section has no such field."""
        self._field = ""
        if pieces:
            bit = self._bit(pieces[0])
            draft.take(bit if entry.typed else Bit(as_label(bit.block), bit.piece), "")
            words = " ".join(shown(line, self._manuscript.pointers) for line in lines_of(bit.block))
            self._telling.tell("no_field", place=draft.title, about=in_one_line(entry.typed or words))
        self._text(pieces[1:])

    def _alone(self, entry: Entry, index: int) -> None:
        if entry.becomes is not Becomes.RECORDS:
            self.of_whole.append((entry, index))
            return
        draft = self._here()
        type = draft.kind.field(entry.field)
        bit = self._bit(index)
        if type is None or type.kind is not FieldKind.RECORDS or not isinstance(bit.block, Table):
            draft.take(bit, "")
        else:
            draft.parts.append(Part(type.key, [bit], entry))
