"""Random edits of every sort, made as the program makes them."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Block, Blocks, Cell, Column, Figure, ListItem, Paragraph, Row, Table
from ikonzept_desktop.model.document import Comment, Document, Place, Section, walk
from ikonzept_desktop.model.edits import AttributeValue, Edit, ReplaceRecords, SetField, SetProperties, compound
from ikonzept_desktop.model.fields import Choice, Day, FieldAddress, FieldValue, Line, Links, Record, YesNo
from ikonzept_desktop.model.ids import IdSource, seeded_ids
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, LineBreak, Marks, Text, length, splice
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.model.text_edits import replace_line, replace_text

WORDS = (
    "Integration",
    "Förderung",
    " und ",
    "a\u0308",
    "\U0001f600",
    "–",
    "„Kreis“",
    "\u00a0",
    "x\ny",
    "Çağ",
    "ł",
    " ",
)


class RandomEdits:
    """Gives one random edit after another for a document, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.ids: IdSource = seeded_ids(seed)
        self.kinds: tuple[Callable[[Document, Section], Edit | None], ...] = (
            *(self.typing,) * 8,
            self.line,
            self.blocks,
            self.records,
            self.record_text,
            self.short_field,
            self.attribute,
            self.new_section,
            self.moved,
            self.demoted,
            self.duplicated,
            self.trashed,
            self.restored,
            self.purged,
            self.commented,
            self.properties,
            self.several,
        )

    def next(self, document: Document) -> Edit | None:
        """Give an edit, or None where the one drawn finds nothing to do."""
        section = self.random.choice(list(walk(document.sections)))
        return self.random.choice(self.kinds)(document, section)

    def typing(self, document: Document, section: Section) -> Edit | None:
        blocks = section.blocks("text")
        texts = [i for i, block in enumerate(blocks) if isinstance(block, Paragraph | ListItem)]
        if not texts:
            return self.blocks(document, section)
        index = self.random.choice(texts)
        block = blocks[index]
        assert isinstance(block, Paragraph | ListItem)
        changed = replace(block, inlines=self._changed_line(block.inlines))
        return replace_text(document, _text(section), (*blocks[:index], changed, *blocks[index + 1 :]))

    def line(self, _document: Document, section: Section) -> Edit | None:
        tables = [block for block in section.blocks("text") if isinstance(block, Table)]
        if not tables:
            return None
        table = self.random.choice(tables)
        cells = [cell.id for row in table.rows for cell in row.cells]
        return replace_line(_text(section), table, self.random.choice(["caption", "source", *cells]), self._line())

    def blocks(self, document: Document, section: Section) -> Edit | None:
        blocks = section.blocks("text")
        start, end = sorted((self.random.randint(0, len(blocks)), self.random.randint(0, len(blocks))))
        new = tuple(self._block() for _ in range(self.random.randint(0, 3)))
        kept: Blocks = (*blocks[:start], *new, *blocks[end:]) if self.random.random() < 0.7 else blocks[::-1]
        return replace_text(document, _text(section), kept)

    def records(self, _document: Document, section: Section) -> Edit | None:
        if section.kind != "field_of_action":
            return None
        records = section.records("measures")
        start, end = sorted((self.random.randint(0, len(records)), self.random.randint(0, len(records))))
        new = tuple(Record(self.ids()) for _ in range(self.random.randint(0, 2)))
        return ReplaceRecords(FieldAddress(section.id, "measures"), start, records[start:end], new)

    def record_text(self, document: Document, section: Section) -> Edit | None:
        records = section.records("measures")
        if not records:
            return None
        address = FieldAddress(section.id, "measures", self.random.choice(records).id, "description")
        return replace_text(document, address, (self._block(), self._block()))

    def short_field(self, _document: Document, section: Section) -> Edit | None:
        records = section.records("measures")
        if not records:
            return None
        record = self.random.choice(records)
        column, value = self.random.choice(self._short_values(section))
        before = next((field.value for field in record.fields if field.key == column), None)
        return SetField(FieldAddress(section.id, "measures", record.id, column), before, value)

    def _short_values(self, section: Section) -> list[tuple[str, FieldValue]]:
        return [
            ("title", Line(self.random.choice(["", "Sprachmittlerpool"]))),
            ("priority", Choice(self.random.choice(["", "high"]))),
            ("due", Day(date(2015, 6, 30)) if self.random.random() < 0.5 else Day(draft="31.02.")),
            ("public", YesNo(self.random.choice([True, False, None]))),
            ("goal", Links((section.id,))),
        ]

    def attribute(self, document: Document, section: Section) -> Edit | None:
        values: list[tuple[str, AttributeValue]] = [
            ("title", self.random.choice(WORDS)),
            ("status", "draft"),
            ("deadline", date(2015, 6, 22)),
            ("target_words", 200),
            ("in_contents", False),
            ("numbered", self.random.random() < 0.5),
        ]
        name, value = self.random.choice(values)
        return outline.set_attribute(document, section.id, name, value)

    def new_section(self, document: Document, section: Section) -> Edit | None:
        kind = self.random.choice([kind.key for kind in document.template.kinds])
        new = outline.new_section(document.template, kind, "Neu", self.ids)
        return outline.insert(document, new, self._place(document, section))

    def moved(self, document: Document, section: Section) -> Edit | None:
        other = self.random.choice(list(walk(document.sections)))
        return outline.move(document, section.id, self._place(document, other))

    def demoted(self, document: Document, section: Section) -> Edit | None:
        return self.random.choice((outline.demote, outline.promote))(document, section.id)

    def duplicated(self, document: Document, section: Section) -> Edit | None:
        small = sum(1 for _ in walk((section,))) < 4 and sum(1 for _ in walk(document.sections)) < 40
        return outline.duplicate(document, section.id, self.ids) if small else None

    def trashed(self, document: Document, section: Section) -> Edit | None:
        few = sum(1 for _ in walk(document.sections)) - sum(1 for _ in walk((section,))) < 3
        return None if few else outline.trash(document, section.id, datetime(2015, 3, 12, tzinfo=UTC))

    def restored(self, document: Document, _section: Section) -> Edit | None:
        return outline.restore(document, self._trashed(document))

    def purged(self, document: Document, _section: Section) -> Edit | None:
        return outline.purge(document, self._trashed(document)) if len(document.trash) > 3 else None

    def commented(self, document: Document, section: Section) -> Edit | None:
        comment = Comment(self.ids(), "Sozialplanung", datetime(2015, 3, 10, tzinfo=UTC), "Bitte abgleichen.")
        return outline.set_attribute(document, section.id, "comments", (*section.comments[-3:], comment))

    def properties(self, document: Document, _section: Section) -> Edit | None:
        draft = clean(self.random.choice(WORDS)).strip()
        return SetProperties(document.properties, replace(document.properties, draft=draft))

    def several(self, document: Document, section: Section) -> Edit | None:
        """Give edits of which each stands on the ground that the one before has made: undo must go their way back."""
        edits = [self.attribute(document, section), self.properties(document, section)]
        for _ in range(2):
            edit = self.blocks(document, section)
            if edit is not None:
                document = apply(document, edit)
                section = next(each for each in walk(document.sections) if each.id == section.id)
                edits.append(edit)
        return compound(edits)

    def _trashed(self, document: Document) -> str:
        return self.random.choice(document.trash).section.id if document.trash else ""

    def _place(self, document: Document, section: Section) -> Place:
        choice = self.random.random()
        if choice < 0.4:
            return outline.place_after(document, section.id)
        return outline.place_below(document, section.id) if choice < 0.8 else Place("", 0)

    def _changed_line(self, inlines: Inlines) -> Inlines:
        start, end = sorted((self.random.randint(0, length(inlines)), self.random.randint(0, length(inlines))))
        return splice(inlines, start, min(end, start + 4), self._line())

    def _line(self) -> Inlines:
        makers: tuple[Callable[[], Inlines], ...] = (
            lambda: (Text(self.random.choice(WORDS)),),
            lambda: (Text(self.random.choice(WORDS), Marks.BOLD),),
            lambda: (Text("Kreis", link="https://www.kreis.example/integration"),),
            lambda: (LineBreak(),),
            lambda: (Footnote(self.ids(), (Text("Beschluss"),)),),
            lambda: (CrossReference(self.ids()),),
            lambda: (),
        )
        return tuple(part for _ in range(self.random.randint(0, 2)) for part in self.random.choice(makers)())

    def _block(self) -> Block:
        makers: tuple[Callable[[], Block], ...] = (
            lambda: Paragraph(self.ids(), self._line()),
            lambda: ListItem(self.ids(), self._line(), level=self.random.randint(0, 2)),
            self._table,
            lambda: Figure(self.ids(), "0" * 64, self._line(), alternative_text="Karte des Kreises"),
        )
        return self.random.choice(makers)()

    def _table(self) -> Table:
        wide = Row(self.ids(), (Cell(self.ids(), self._line(), column_span=2),))
        plain = Row(self.ids(), tuple(Cell(self.ids(), self._line()) for _ in range(2)))
        return Table(self.ids(), (Column(), Column(2.0)), (wide, plain), self._line())


def _text(section: Section) -> FieldAddress:
    return FieldAddress(section.id, "text")
