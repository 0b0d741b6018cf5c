"""What is expected of a generated concept beside its list of words: headings, contents, repeated heads of tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from ikonzept_desktop.example.generator import GeneratedConcept
from ikonzept_desktop.example.word_list import bare_words
from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import Line, RichText, value_of
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.template import FieldKind, FieldType, RecordForm, Role


@dataclass(frozen=True, slots=True)
class Heading:
    """A section as its heading and the contents name it."""

    number: str
    title: str
    level: int
    listed: bool
    """Whether it stands in the contents."""

    @property
    def words(self) -> list[str]:
        """Give the words of the line."""
        return f"{self.number} {self.title}".split()


def headings(document: Document) -> list[Heading]:
    """Number the sections of a concept made by the generator, all of which are in the order they are printed in."""
    counts: dict[str, int] = {}
    return [heading for section in document.sections for heading in _headings(document, section, "", 1, counts)]


def _headings(
    document: Document, section: Section, above: str, level: int, counts: dict[str, int]
) -> Iterator[Heading]:
    kind = document.template.kind(section.kind)
    number = ""
    if section.numbered and level <= document.template.numbering.depth and (above or level == 1):
        place = f"{above}." if above else f"{kind.heading_prefix} ".lstrip()
        counts[place] = counts.get(place, 0) + 1
        number = f"{place}{counts[place]}"
    listed = section.in_contents and kind.role is Role.TEXT and level <= document.template.numbering.contents_depth
    if kind.role is not Role.COVER:
        yield Heading(number, section.title, level, listed)
    for child in section.children:
        yield from _headings(document, child, number, level + 1, counts)


def table_heads(document: Document) -> list[list[str]]:
    """Give the words at the head of every table, of records too, longest first."""
    heads = [_labels(document, section) for section in walk(document.sections)]
    values = [field.value for section in walk(document.sections) for field in section.fields]
    blocks = [block for value in values if isinstance(value, RichText) for block in value.blocks]
    tables = [_head(block) for block in blocks if isinstance(block, Table)]
    found = [head for each in (*heads, tables) for head in each if head]
    return sorted(found, key=len, reverse=True)


def _head(table: Table) -> list[str]:
    cells = [cell for row in table.rows[: table.header_rows] for cell in row.cells]
    return [word for cell in cells for word in bare_words(plain(cell.inlines))]


def _labels(document: Document, section: Section) -> list[list[str]]:
    """Give the heads of a section's records: of tables the columns in use, of boxes each title."""
    heads: list[list[str]] = []
    for field in section.fields:
        type = document.template.kind(section.kind).field(field.key)
        if type is None or not type.columns:
            continue
        records = section.records(field.key)
        used = {column.key for record in records for column in record.fields}
        if type.form is RecordForm.BOXES:
            heads.extend(bare_words(title) for title in _titles(section, type))
            continue
        labels = [column.label for column in type.columns if column.key in used and _is_printed(column)]
        heads.append([word for label in labels for word in bare_words(label)])
    return heads


def _titles(section: Section, type: FieldType) -> Iterator[str]:
    """Give what is printed at the head of each box."""
    lines = {field.key: field.value.text for field in section.fields if isinstance(field.value, Line)}
    title = next(column.key for column in type.columns if column.kind is FieldKind.LINE)
    for count, record in enumerate(section.records(type.key), start=1):
        value = value_of(record.fields, title)
        assert isinstance(value, Line)
        yield f"{type.numbering.format(n=count, **lines)} {value.text}"


def _is_printed(type: FieldType) -> bool:
    return type.printed and not type.internal and not type.hidden


def cover_words(made: GeneratedConcept, order: tuple[str, ...]) -> list[str]:
    """Give the words that the cover says of the concept as a whole."""
    return [word for key in order for word in bare_words(getattr(made.document.properties, key))]
