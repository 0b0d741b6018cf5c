"""The records of one field of a section while they come, and what of theirs has no room in them."""

from collections.abc import Iterable
from dataclasses import replace

from ikonzept_desktop.importing.building.drafts import Bit, Draft
from ikonzept_desktop.importing.building.filling import Filling
from ikonzept_desktop.importing.building.numbers import Numbered, parted
from ikonzept_desktop.model.fields import FieldValue, Line, Record, Records, RichText, value_of, with_value
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.publication.order import record_title, title_column


class RecordsHand:
    """Writes the records of a field."""

    def __init__(self, filling: Filling, draft: Draft, type: FieldType) -> None:
        """`type` is a field of records of the draft's kind."""
        self.filling = filling
        self.draft = draft
        self.type = type
        self.title = title_column(type)
        self.text = _first_text(type)

    @property
    def count(self) -> int:
        """How many records there are by now."""
        return len(self._records())

    def begin(self) -> str:
        """Begin another record; gives its id."""
        record = Record(self.filling.ids())
        self.draft.values[self.type.key] = Records((*self._records(), record))
        return record.id

    def name(self, id: str, words: str) -> None:
        """Set the title of the last record, without a number before it that is computed now.

        What that number says of the section, its abbreviation, is kept where nothing is said yet.
        """
        found = parted(words, self.type, self.count, self._lines())
        if found.number:
            self._computed(found, found.words)
        assert self.title is not None
        self.put(id, self.title, Line(found.words))

    def is_computed(self, id: str, number: str) -> bool:
        """Tell whether a number by itself is that of the last record as it is computed now, and let it go then."""
        if number.strip(".") in {str(self.count), f"{self.count:02}"}:
            self._computed(Numbered("", number), self.title_of(id))
            return True
        found = parted(f"{number.rstrip('.')}. x", self.type, self.count, self._lines())
        if found.number:
            self._computed(replace(found, number=number), self.title_of(id))
        return bool(found.number)

    def _lines(self) -> dict[str, str]:
        """Give what the section's lines of plain text say by now."""
        keys = [type.key for type in self.draft.kind.fields if type.kind is FieldKind.LINE]
        return {key: value.text for key in keys if isinstance(value := self.draft.value(key), Line)}

    def _computed(self, found: Numbered, title: str) -> None:
        self.filling.telling.tell("record_number", found.number, place=self.draft.title, about=title)
        for key, said in found.said:
            type = self.draft.kind.field(key)
            if type is not None and type.kind is FieldKind.LINE and not self._lines().get(key):
                self.draft.values[key] = Line(said)
                self.filling.telling.tell("from_number", place=self.draft.title, about=f"{type.label} {said}")

    def title_of(self, id: str) -> str:
        """Give the title of a record."""
        return record_title(self.type, self._record(id))

    def _called(self, id: str) -> str:
        """Give the title of a record, or the first line that it has."""
        values = (self.value(id, column) for column in self.type.columns)
        lines = (value.text for value in values if isinstance(value, Line) and value.text)
        return self.title_of(id) or next(lines, "")

    def value(self, id: str, column: FieldType) -> FieldValue | None:
        """Give what a column of a record holds."""
        return value_of(self._record(id).fields, column.key)

    def put(self, id: str, column: FieldType, value: FieldValue) -> None:
        """Set a column of a record."""
        records, at = self._records(), self._place(id)
        changed = replace(records[at], fields=with_value(records[at].fields, column.key, value))
        self.draft.values[self.type.key] = Records((*records[:at], changed, *records[at + 1 :]))

    def write(self, id: str, bits: Iterable[Bit], label: str = "", column: FieldType | None = None) -> None:
        """Put blocks to a running text of a record, the first one unless a column is named, below a label.

        Where records have none the blocks go to the section's text, below the record's title.
        """
        text = column or self.text
        kept = list(bits)
        if text is None:
            named = ": ".join(filter(None, (self._called(id) or self.type.singular or self.type.label, label)))
            self.filling.as_text(self.draft, named, kept)
            return
        known = self.value(id, text)
        blocks = list(known.blocks if isinstance(known, RichText) else ())
        if label:
            blocks.append(self.filling.label(label))
        for bit in kept:
            blocks.append(bit.block)
            if bit.piece >= 0:
                self.filling.places[bit.piece] = (self.draft.id, bit.block.id)
        self.put(id, text, RichText(tuple(blocks)))

    def _records(self) -> tuple[Record, ...]:
        value = self.draft.value(self.type.key)
        return value.records if isinstance(value, Records) else ()

    def _record(self, id: str) -> Record:
        return self._records()[self._place(id)]

    def _place(self, id: str) -> int:
        """Find a record, from the end, where it is written to."""
        records = self._records()
        return next(at for at in reversed(range(len(records))) if records[at].id == id)


def _first_text(type: FieldType) -> FieldType | None:
    """Give the first column of records that takes running text and is shown."""
    columns = (column for column in type.columns if column.kind is FieldKind.RICH_TEXT)
    return next((column for column in columns if not (column.hidden or column.internal)), None)
