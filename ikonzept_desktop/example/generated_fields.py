"""Fields of generated sections, filled as the template types them and taken down as they are printed."""

import re
from datetime import date, timedelta

from ikonzept_desktop.example.generated_blocks import figure, paragraph, running_text
from ikonzept_desktop.example.supplies import Supplies, Target
from ikonzept_desktop.model.fields import (
    Choice,
    Day,
    Field,
    FieldValue,
    Line,
    Links,
    Record,
    Records,
    RichText,
    YesNo,
)
from ikonzept_desktop.model.template import FieldKind, FieldType, RecordForm, Role, SectionKind

_PLACE_HOLDER = re.compile(r"\{([^{}]*)\}")
_COUNTS = {RecordForm.BOXES: (5, 9), RecordForm.LIST: (3, 5), RecordForm.TABLE: (3, 6)}
_FIRST_DAY = date(2013, 1, 1)


class FieldMaker:
    """Fills the fields of one section."""

    def __init__(self, supplies: Supplies, kind: SectionKind, words: int, entries: int = 0) -> None:
        """Give each rich text about so many words, and each table of records so many entries, if any are named."""
        self._supplies = supplies
        self._kind = kind
        self._words = words
        self._entries = entries
        self._lines: dict[str, str] = {}
        """What the short lines say that record numbers are made of."""
        self._codes = {key for type in kind.fields for key in _PLACE_HOLDER.findall(type.numbering)} - {"n"}

    def fields(self) -> tuple[Field, ...]:
        """Fill the fields in the template's order."""
        return tuple(self._field(type) for type in self._kind.fields if _is_filled(type))

    def _field(self, type: FieldType) -> Field:
        if not is_printed(type):
            with self._supplies.said.apart():
                return Field(type.key, self._value(type))
        if type.heading:
            self._supplies.said.say(type.label)
        return Field(type.key, self._value(type))

    def _value(self, type: FieldType) -> FieldValue:
        supplies = self._supplies
        match type.kind:
            case FieldKind.RICH_TEXT if self._kind.role is Role.COVER:
                return RichText((figure(supplies, captioned=False),))
            case FieldKind.RICH_TEXT:
                return RichText(running_text(supplies, self._words))
            case FieldKind.RECORDS:
                return self._records(type)
            case FieldKind.LINE if type.key in self._codes:
                return self._code(type)
            case _:
                return short_value(supplies, type)

    def _code(self, type: FieldType) -> Line:
        supplies = self._supplies
        code = supplies.sentences.term()[: supplies.chance.randint(1, 2)].upper()
        self._lines[type.key] = code
        supplies.said.say(code)
        return Line(code)

    def _records(self, type: FieldType) -> Records:
        few, many = _COUNTS[type.form]
        count = self._entries if self._entries and type.form is RecordForm.TABLE else 0
        count = count or self._supplies.chance.randint(few, many)
        numbers = [self._number(type, n) for n in range(1, count + 1)]
        match type.form:
            case RecordForm.TABLE:
                return self._table(type, numbers)
            case RecordForm.BOXES:
                return Records(tuple(self._titled(type, number, number) for number in numbers))
            case RecordForm.LIST:
                counted = all(number == str(n) for n, number in enumerate(numbers, start=1))
                return Records(tuple(self._titled(type, number, "" if counted else number) for number in numbers))

    def _number(self, type: FieldType, n: int) -> str:
        return _PLACE_HOLDER.sub(lambda key: str(n) if key[1] == "n" else self._lines.get(key[1], ""), type.numbering)

    def _titled(self, type: FieldType, number: str, said: str) -> Record:
        """Write a record whose title stands first, under the number that is printed before it."""
        id, title = self._supplies.ids(), _title_column(type)
        self._supplies.said.say(said)
        fields = [self._column(title, labelled=False)]
        self._register(type, id, number, fields[0])
        others = [column for column in type.columns if column != title and _is_filled(column)]
        fields.extend(self._column(column, labelled=column.heading) for column in others)
        return Record(id, tuple(fields))

    def _table(self, type: FieldType, numbers: list[str]) -> Records:
        """Write the rows first, since a column that stays empty has no head."""
        said = self._supplies.said
        with said.apart() as rows:
            records = tuple(self._row(type, number) for number in numbers)
        used = {field.key for record in records for field in record.fields}
        if type.numbering:
            said.say("Nr.")
        for column in type.columns:
            if column.key in used and is_printed(column):
                said.say(column.label)
        said.repeat(rows)
        return Records(records)

    def _row(self, type: FieldType, number: str) -> Record:
        id, title = self._supplies.ids(), _title_column(type)
        self._supplies.said.say(number)
        fields = {column: self._column(column, labelled=False) for column in type.columns if _is_filled(column)}
        if title in fields:
            self._register(type, id, number, fields[title])
        return Record(id, tuple(fields.values()))

    def _column(self, column: FieldType, labelled: bool) -> Field:
        said = self._supplies.said
        with said.apart() as words:
            value = self._column_value(column)
        if is_printed(column) and words:
            if labelled:
                said.say(column.label)
            said.repeat(words)
        return Field(column.key, value)

    def _column_value(self, column: FieldType) -> FieldValue:
        if column.kind is FieldKind.RICH_TEXT:
            return RichText((paragraph(self._supplies),))
        return short_value(self._supplies, column)

    def _register(self, type: FieldType, id: str, number: str, title: Field) -> None:
        assert isinstance(title.value, Line)
        target = Target(id, number, title.value.text, type.singular if number else "")
        self._supplies.targets.records.setdefault(type.key, []).append(target)


def is_printed(type: FieldType) -> bool:
    """Tell whether a field is given out."""
    return type.printed and not type.internal and not type.hidden


def _is_filled(type: FieldType) -> bool:
    """Leave out what is hidden, and texts that are not printed, as their tables and notes would not be counted."""
    return is_printed(type) or (not type.hidden and type.kind not in {FieldKind.RICH_TEXT, FieldKind.RECORDS})


def _title_column(type: FieldType) -> FieldType:
    return next(column for column in type.columns if column.kind is FieldKind.LINE)


def short_value(supplies: Supplies, type: FieldType) -> FieldValue:
    """Fill a field that fits in a line; links stay empty while there is nothing to point at."""
    match type.kind:
        case FieldKind.CHOICE:
            option = supplies.chance.choice(type.options)
            supplies.said.say(option.label)
            return Choice(option.key)
        case FieldKind.DAY:
            day = _FIRST_DAY + timedelta(days=supplies.chance.randrange(1500))
            supplies.said.say(f"{day.day:02}.{day.month:02}.{day.year}")
            return Day(day)
        case FieldKind.YES_NO:
            answer = supplies.likely(0.5)
            supplies.said.say("ja" if answer else "nein")
            return YesNo(answer)
        case FieldKind.LINKS:
            return _links(supplies, type.target)
        case _:
            text = supplies.sentences.title() if supplies.likely(0.7) else supplies.sentences.phrase()
            supplies.said.say(text)
            return Line(text)


def _links(supplies: Supplies, target: str) -> Links:
    near = supplies.targets.linked(target)[-6:]
    chosen = supplies.chance.sample(near, k=min(len(near), supplies.chance.randint(1, 2)))
    for one in chosen:
        supplies.said.say(one.number_and_title)
    return Links(tuple(one.id for one in chosen))
