"""The values a field can hold, and where a field stands."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from ikonzept_desktop.model.blocks import Blocks, block_words
from ikonzept_desktop.model.text import count_words
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class RichText:
    """Running text: paragraphs, lists, tables and figures."""

    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of plain text."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the template's choices, by its key; nothing chosen is empty."""

    key: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day; what was typed and is no date yet is kept as the draft."""

    day: date | None = None
    draft: str = ""


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes, no, or not said."""

    answer: bool | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """Pointers to sections or records, by id, in the order chosen."""

    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a records field: a measure, a sub-goal, a contributor."""

    id: str
    fields: tuple["Field", ...] = ()
    """In canonical form, however they are given (see `canonical`)."""

    def __post_init__(self) -> None:
        """Bring the fields into canonical form."""
        object.__setattr__(self, "fields", canonical(self.fields))


@dataclass(frozen=True, slots=True)
class Records:
    """A small table of fields."""

    records: tuple[Record, ...] = ()


FieldValue = RichText | Line | Choice | Day | YesNo | Links | Records
ColumnValue = RichText | Line | Choice | Day | YesNo | Links


@dataclass(frozen=True, slots=True)
class Field:
    """A value under the key the template gives it."""

    key: str
    value: FieldValue


@dataclass(frozen=True, slots=True)
class FieldAddress:
    """Where a field stands: in a section, or in a record of a records field of a section."""

    section: str
    field: str
    record: str = ""
    column: str = ""


def value_of(fields: tuple[Field, ...], key: str) -> FieldValue | None:
    """Give the value under a key, or None where none was ever written."""
    for field in fields:
        if field.key == key:
            return field.value
    return None


def is_empty(value: FieldValue) -> bool:
    """Tell whether a value says no more than if the field had never been written."""
    return value == _EMPTY[type(value)]


def canonical(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Give the fields sorted by key, empty ones left out, so that equal content is equal, whatever was undone."""
    kept = tuple(field for field in fields if not is_empty(field.value))
    ordered = all(left.key <= right.key for left, right in pairwise(kept))
    return kept if ordered else tuple(sorted(kept, key=lambda field: field.key))


def with_value(fields: tuple[Field, ...], key: str, value: FieldValue | None) -> tuple[Field, ...]:
    """Give the fields with one value replaced, added, or taken out where the value is None."""
    others = tuple(field for field in fields if field.key != key)
    return others if value is None else canonical((*others, Field(key, value)))


def value_words(value: FieldValue) -> int:
    """Count the words a value holds."""
    match value:
        case RichText(blocks=blocks):
            return sum(map(block_words, blocks))
        case Line(text=text):
            return count_words(text)
        case Records(records=records):
            return sum(value_words(field.value) for record in records for field in record.fields)
        case _:
            return 0


_EMPTY: Mapping[type[FieldValue], FieldValue] = {
    type(value): value for value in (RichText(), Line(), Choice(), Day(), YesNo(), Links(), Records())
}
