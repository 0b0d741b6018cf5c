"""The concept as it is now, and where in it the words stand that proposals are about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph, Table, line_of
from ikonzept_desktop.model.document import Document, field_value, find_section, has_place, walk
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.fields import FieldAddress, FieldValue, Records, RichText
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, Text
from ikonzept_desktop.model.proposals import Ground, KeptProposal
from ikonzept_desktop.model.table_numbers import printed
from ikonzept_desktop.model.template import FieldKind, FieldType, RecordForm
from ikonzept_desktop.publication.block_ids import Spot, bookmark_name, spots
from ikonzept_desktop.publication.ids import field_id
from ikonzept_desktop.publication.labels import Labels, labels
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.short_values import short_runs
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.line_view import LineView
from ikonzept_desktop.review.taken import Taken
from ikonzept_desktop.values import dataclass

MARK = "\ue000"
"""Stands for the end of a paragraph while lines are put together; no text of a concept holds it from elsewhere."""


@dataclass(frozen=True, slots=True)
class Strand:
    """The line, or the lines it was parted into, where words stand now."""

    spot: Spot
    at: int
    """The place of the first of the pieces among the blocks of their field."""
    pieces: Blocks
    """Paragraphs and list items; nothing for lines that are parted by no paragraph's end."""
    line: Inlines
    """As it is shown, those of the pieces parted by MARK."""
    base: str
    """How it was given out, with all that was taken over of it."""
    start: int
    end: int


class Standing:
    """Finds things in a concept as it is at that moment."""

    def __init__(self, document: Document, ids: IdSource) -> None:
        """Take the concept."""
        self.document = document
        self.ids = ids
        self.labels: Labels = labels(document)
        self.taken = Taken(document.proposals)
        self._spots: Mapping[str, Spot] = {**_fields_of_records(document), **spots(document)}
        self._elsewhere: dict[str, FieldAddress] = {}
        """Fields of blocks that were moved since."""

    def go_on(self, edit: Edit, moved: Mapping[str, FieldAddress]) -> None:
        """Take the concept as it is after an edit; `moved` tells of blocks in which field they are now."""
        self.document = apply(self.document, edit)
        self._elsewhere.update(moved)

    def spot(self, id: str) -> Spot | None:
        """Give the line that an id of a draft stands for; None where it is gone."""
        spot = self._spots.get(bookmark_name(id))
        if spot is not None and spot.block in self._elsewhere:
            spot = replace(spot, address=self._elsewhere[spot.block])
        return spot if spot is not None and self._is_there(spot) else None

    def is_gone(self, id: str) -> bool:
        """Tell whether the line that an id stands for is not there any more."""
        return self.spot(id) is None

    def _is_there(self, spot: Spot) -> bool:
        if not spot.block:
            return not spot.address.section or has_place(self.document, spot.address)
        block = self.find_block(spot)
        if block is None:
            return False
        try:
            line = line_of(block, spot.line)
        except KeyError:
            return False
        return not spot.note or any(isinstance(each, Footnote) and each.id == spot.note for each in line)

    def find_block(self, spot: Spot) -> Block | None:
        """Give the block of a spot, None where it has none or is gone."""
        return next((block for block in self.blocks(spot.address) if block.id == spot.block), None)

    def block(self, spot: Spot) -> Block:
        """Give the block of a spot that is there."""
        block = self.find_block(spot)
        if block is None:
            raise GroundShifted
        return block

    def blocks(self, address: FieldAddress) -> Blocks:
        """Give the blocks of a rich text; none of any other value."""
        value = self.value(address)
        return value.blocks if isinstance(value, RichText) else ()

    def value(self, address: FieldAddress) -> FieldValue | None:
        """Give what a field holds."""
        return field_value(self.document, address) if address.section else None

    def records(self, address: FieldAddress) -> Records:
        """Give the records among which an address is."""
        value = self.value(FieldAddress(address.section, address.field))
        return value if isinstance(value, Records) else Records()

    def fields(self, section: str) -> Sequence[FieldType]:
        """Give the fields that sections like this one have; none of a section that is gone."""
        found = find_section(self.document, section)
        return self.document.template.kind(found.kind).fields if found is not None else ()

    def form(self, address: FieldAddress) -> RecordForm | None:
        """Give the form of the records among which an address is, or which it holds; None of another field."""
        type = next((each for each in self.fields(address.section) if each.key == address.field), None)
        return type.form if type is not None and type.kind is FieldKind.RECORDS else None

    def type(self, address: FieldAddress) -> FieldType:
        """Give the type of the field, or of the column, at an address; raises NotByItself where there is none."""
        outer = next((each for each in self.fields(address.section) if each.key == address.field), None)
        columns = outer.columns if outer is not None and address.record else ()
        found = next((each for each in columns if each.key == address.column), None) if address.record else outer
        if found is None:
            raise NotByItself(Reason.NO_PLACE)
        return found

    def ground(self, kept: KeptProposal, at: int = 0) -> Ground:
        """Give words that a proposal is about; raises NotByItself where they are the program's own."""
        if len(kept.grounds) <= at:
            raise NotByItself(Reason.PROGRAM)
        return kept.grounds[at]

    def strand(self, kept: KeptProposal, ground: Ground) -> Strand:
        """Give what a proposal's words stand in now; raises GroundShifted where that is gone."""
        reading = self.taken.reading(kept, ground, self.is_gone)
        spot = self.spot(reading.head)
        if spot is None:
            raise GroundShifted
        block = self.find_block(spot)
        if not isinstance(block, Paragraph | ListItem) or spot.note:
            base = reading.text.replace(PARAGRAPH_END, "\n")
            return Strand(spot, -1, (), self.line(spot), base, reading.start, reading.end)
        blocks = self.blocks(spot.address)
        at = blocks.index(block)
        pieces = _pieces(blocks, at, reading.text.count(PARAGRAPH_END))
        base = reading.text.replace(PARAGRAPH_END, MARK)
        return Strand(spot, at, pieces, _joined(pieces), base, reading.start, reading.end)

    def extent(self, version: str, blocks: Blocks, at: int) -> Blocks:
        """Give the block at a place with those that it was parted into since."""
        if not isinstance(blocks[at], Paragraph | ListItem):
            return (blocks[at],)
        return _pieces(blocks, at, self.taken.ends_within(version, blocks[at].id, self.is_gone))

    def shown(self, inlines: Inlines) -> str:
        """Give a line as a draft shows it."""
        return LineView(inlines, self.labels).text

    def line(self, spot: Spot) -> Inlines:
        """Give what stands in a line that is there, numbers as they are printed."""
        block = self.find_block(spot)
        if block is None:
            return (Text(self.short_text(spot.address)),)
        line = line_of(printed(block) if isinstance(block, Table) else block, spot.line)
        notes = (each.content for each in line if isinstance(each, Footnote) and each.id == spot.note)
        return next(notes, ()) if spot.note else line

    def short_text(self, address: FieldAddress) -> str:
        """Give a title, a short value or a property as it is printed; nothing for an empty text."""
        if not address.section:
            return str(getattr(self.document.properties, address.field))
        if not address.field:
            section = find_section(self.document, address.section)
            return section.title if section is not None else ""
        value = self.value(address)
        if value is None or isinstance(value, RichText | Records):
            return ""
        return runs_text(short_runs(value, self.type(address), self.labels))


def _fields_of_records(document: Document) -> dict[str, Spot]:
    """Give the fields that hold records, by the names their headings would have."""
    return {
        bookmark_name(field_id(section.id, type.key)): Spot(FieldAddress(section.id, type.key))
        for section in walk(document.sections)
        for type in document.template.kind(section.kind).fields
        if type.kind is FieldKind.RECORDS
    }


def _pieces(blocks: Blocks, at: int, more: int) -> Blocks:
    found = [blocks[at]]
    for block in blocks[at + 1 : at + 1 + more]:
        if not isinstance(block, Paragraph | ListItem):
            break
        found.append(block)
    return tuple(found)


def _joined(pieces: Blocks) -> Inlines:
    found: list[Inline] = []
    for count, piece in enumerate(pieces):
        if count:
            found.append(Text(MARK))
        found += line_of(piece, "")
    return tuple(found)
