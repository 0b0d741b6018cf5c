"""Reads the fields of a section, and its records, as the template types them (resources/example/README.md)."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from ikonzept_desktop.example.block_markup import joined, read_blocks
from ikonzept_desktop.example.inline_markup import read_inlines, unescape
from ikonzept_desktop.example.source import NAME, Source, SourceLine
from ikonzept_desktop.example.table_markup import PipeRow, read_pipes
from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.fields import (
    Choice,
    ColumnValue,
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
from ikonzept_desktop.model.template import FieldKind, FieldType, SectionKind

_FIELD, _RECORD = "## ", "### "
_NAME_COLUMN = "#"
_BODY = "text"
_RECORD_HEAD = re.compile(r"(?P<title>.*?)(?: ?\{#(?P<name>[^{}]*)\})?")
_TARGET = re.compile(rf"@({NAME})")
_ANSWERS = {"ja": True, "nein": False}

Lines = Sequence[SourceLine]


def read_fields(lines: Lines, kind: SectionKind, source: Source) -> tuple[Field, ...]:
    """Read the fields in the order of the template; text before the first one is the field `text`."""
    body, parts = _parted(lines, _FIELD)
    fields = [Field(_BODY, _body(body, kind, source))] if any(line.text.strip() for line in body) else []
    at = -1
    for head, content in parts:
        type = _type(head.text.removeprefix(_FIELD).strip(), kind.fields, head.number, source)
        at = _in_order(kind.fields.index(type), at, head.number, source)
        fields.append(Field(type.key, _value(content, type, head.number, source)))
    return tuple(fields)


def _parted(lines: Lines, sign: str) -> tuple[Lines, list[tuple[SourceLine, Lines]]]:
    """Part the lines at those that begin with the sign: what comes before, and each head with what follows it."""
    heads = [index for index, line in enumerate(lines) if line.text.startswith(sign)]
    borders = [*heads, len(lines)]
    parts = [(lines[start], lines[start + 1 : end]) for start, end in pairwise(borders)]
    return lines[: borders[0]], parts


def _body(lines: Lines, kind: SectionKind, source: Source) -> RichText:
    type = kind.field(_BODY)
    if type is None or type.kind is not FieldKind.RICH_TEXT:
        first = next(line for line in lines if line.text.strip())
        raise source.error(first.number, f"{kind.label}: Text steht hier erst unter einem Feld, also nach „## …“.")
    return RichText(read_blocks(lines, source))


def _type(name: str, types: Sequence[FieldType], line: int, source: Source) -> FieldType:
    for type in types:
        if name in {type.key, type.label}:
            return type
    raise source.error(line, f"„{name}“ gibt es hier nicht; möglich sind {', '.join(type.label for type in types)}.")


def _in_order(index: int, before: int, line: int, source: Source) -> int:
    if index <= before:
        raise source.error(line, "Die Felder stehen je einmal und in der Reihenfolge der Mustervorlage.")
    return index


def _value(lines: Lines, type: FieldType, line: int, source: Source) -> FieldValue:
    if type.kind is FieldKind.RICH_TEXT:
        return RichText(read_blocks(lines, source))
    if type.kind is FieldKind.RECORDS:
        return _records(lines, type, source)
    filled = tuple(line for line in lines if line.text.strip())
    return _short_value(joined(filled), type, filled[0].number if filled else line, source)


def _short_value(text: str, type: FieldType, line: int, source: Source) -> ColumnValue:
    """Read a value that fits in one line."""
    text = " ".join(text.split("\n")).strip(" ")
    if not text:
        raise source.error(line, f"„{type.label}“ ist leer; ein leeres Feld lässt man weg.")
    match type.kind:
        case FieldKind.CHOICE:
            return _choice(text, type, line, source)
        case FieldKind.DAY:
            return _day(text, line, source)
        case FieldKind.YES_NO:
            return _yes_no(text, type, line, source)
        case FieldKind.LINKS:
            return _links(text, type, line, source)
        case FieldKind.RICH_TEXT:
            return RichText((Paragraph(source.fresh_id(), read_inlines(text, line, source)),))
        case _:
            return Line(unescape(text))


def _choice(text: str, type: FieldType, line: int, source: Source) -> Choice:
    for option in type.options:
        if text in {option.key, option.label}:
            return Choice(option.key)
    labels = ", ".join(option.label for option in type.options)
    raise source.error(line, f"„{text}“ ist bei „{type.label}“ keine Antwort; möglich sind {labels}.")


def _day(text: str, line: int, source: Source) -> Day:
    german = re.fullmatch(r"(\d{2})\.(\d{2})\.(\d{4})", text)
    try:
        return Day(date.fromisoformat(f"{german[3]}-{german[2]}-{german[1]}" if german else text))
    except ValueError as error:
        raise source.error(line, f"„{text}“ ist kein Datum. Bitte so: 28.02.2015") from error


def _yes_no(text: str, type: FieldType, line: int, source: Source) -> YesNo:
    if text not in _ANSWERS:
        raise source.error(line, f"„{text}“ ist bei „{type.label}“ keine Antwort; möglich sind ja und nein.")
    return YesNo(_ANSWERS[text])


def _links(text: str, type: FieldType, line: int, source: Source) -> Links:
    matches = [_TARGET.fullmatch(part.strip()) for part in text.split(",")]
    if not all(matches):
        raise source.error(line, f"„{type.label}“ nennt Ziele der Form „@name“, durch Kommas getrennt.")
    return Links(tuple(source.use(match[1], type.target, line) for match in matches if match))


def _records(lines: Lines, type: FieldType, source: Source) -> Records:
    """Read records that stand one below the other, or as the rows of a table."""
    before, parts = _parted(lines, _RECORD)
    filled = tuple(line for line in before if line.text.strip())
    if filled and (parts or not filled[0].text.startswith("|")):
        raise source.error(
            filled[0].number, f"„{type.label}“ besteht aus Einträgen „### Titel“ oder aus einer Tabelle."
        )
    if filled:
        return _table_records(filled, type, source)
    return Records(tuple(_record(head, content, type, source) for head, content in parts))


def _record(head: SourceLine, lines: Lines, type: FieldType, source: Source) -> Record:
    match = _RECORD_HEAD.fullmatch(head.text.removeprefix(_RECORD).strip())
    title = next(column for column in type.columns if column.kind is FieldKind.LINE)
    if match is None or not match["title"]:
        raise source.error(head.number, f"Hinter „###“ fehlt: {title.label}.")
    id = source.give(match["name"] or "", f"record:{type.key}", head.number)
    fields = [Field(title.key, Line(unescape(match["title"])))]
    at = -1
    for column, line, content in _columns(lines, type, source):
        at = _in_order(type.columns.index(column), at, line, source)
        if column == title:
            raise source.error(line, f"„{title.label}“ steht schon hinter „###“.")
        fields.append(Field(column.key, _value(content, column, line, source)))
    return Record(id, tuple(fields))


def _columns(lines: Lines, type: FieldType, source: Source) -> list[tuple[FieldType, int, Lines]]:
    """Part a record's lines into columns; one goes on up to the next line that begins with a column's label."""
    found: list[tuple[FieldType, int, list[SourceLine]]] = []
    names = {name: column for column in type.columns for name in (column.label, column.key)}
    for line in lines:
        name = next((name for name in names if line.text.startswith(f"{name}:")), None)
        if name:
            rest = SourceLine(line.number, line.text[len(name) + 1 :].strip(" "))
            found.append((names[name], line.number, [rest]))
        elif found:
            found[-1][2].append(line)
        elif line.text.strip():
            labels = ", ".join(column.label for column in type.columns)
            raise source.error(line.number, f"Hier fehlt eine Bezeichnung mit Doppelpunkt; möglich sind {labels}.")
    return [(column, number, tuple(content)) for column, number, content in found]


def _table_records(lines: Lines, type: FieldType, source: Source) -> Records:
    pipes = read_pipes(lines, source)
    if len(pipes.head) != 1:
        raise source.error(lines[0].number, "Die Tabelle der Einträge hat genau eine Kopfzeile.")
    head = pipes.head[0]
    columns = [None if name == _NAME_COLUMN else _type(name, type.columns, head.line, source) for name in head.cells]
    at = -1
    for column in filter(None, columns):
        at = _in_order(type.columns.index(column), at, head.line, source)
    return Records(tuple(_row_record(row, columns, type, source) for row in pipes.body))


def _row_record(row: PipeRow, columns: Sequence[FieldType | None], type: FieldType, source: Source) -> Record:
    cells = list(zip(columns, row.cells, strict=True))
    name = next((text for column, text in cells if column is None), "")
    id = source.give(name, f"record:{type.key}", row.line)
    fields = [
        Field(column.key, _short_value(text, column, row.line, source)) for column, text in cells if column and text
    ]
    return Record(id, tuple(fields))
