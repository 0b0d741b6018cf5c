"""What holds of the publication of any concept whatever."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ikonzept_desktop.model.blocks import Block, Cell, Column, Figure, ListItem, Paragraph, Row, Table
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import Choice, Day, Field, FieldValue, Line, Links, Record, Records, RichText, YesNo
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inlines,
    LineBreak,
    Marks,
    ReferenceForm,
    Text,
    normalise,
)
from ikonzept_desktop.model.schema import problems
from ikonzept_desktop.model.template import FieldKind, FieldType, Numbering, Placement
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.plain import plain_text
from ikonzept_desktop.publication.tree import BoxElement, Elements, ListElement, TableElement, all_sections
from tests.builders import KINDS, TEMPLATE, doc, fresh_id
from tests.publication.shown import note_numbers

ids = st.builds(fresh_id)
characters = st.text(st.sampled_from("αβγδ żяğ"), min_size=1, max_size=8)
"""None of these letters is in what the program or the template adds."""

targets = st.sampled_from(["s1", "s2", "r1", "r2", "weg"])
runs = st.builds(Text, characters, st.sampled_from([Marks.NONE, Marks.BOLD]), comments=st.sampled_from([(), ("k",)]))
references = st.builds(CrossReference, targets, st.sampled_from(ReferenceForm))
note_lines = st.lists(runs | st.builds(LineBreak) | references, max_size=3).map(tuple).map(normalise)
notes = st.builds(Footnote, ids, note_lines)
lines = st.lists(runs | st.builds(LineBreak) | references | notes, max_size=4).map(tuple).map(normalise)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Give a table whose first cell may span rows and columns."""
    width, height = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    across, down = draw(st.integers(1, width)), draw(st.integers(1, height))
    rows = []
    for index in range(height):
        free = width - across if index < down else width
        cells = [Cell(fresh_id(), draw(lines)) for _ in range(free)]
        first = [Cell(fresh_id(), draw(lines), across, down)] if index == 0 else []
        rows.append(Row(fresh_id(), (*first, *cells)))
    columns = tuple(Column(draw(st.floats(0.1, 9))) for _ in range(width))
    headers = draw(st.integers(0, height)), draw(st.integers(0, width))
    return Table(fresh_id(), columns, tuple(rows), draw(lines), draw(lines), *headers)


items = st.builds(ListItem, ids, lines, st.integers(0, 8), st.booleans(), st.booleans())
figures = st.builds(Figure, ids, st.just("0" * 64), lines, lines)
blocks = st.lists(st.builds(Paragraph, ids, lines) | items | items | tables() | figures, max_size=4).map(tuple)
values: dict[FieldKind, st.SearchStrategy[FieldValue]] = {
    FieldKind.RICH_TEXT: st.builds(RichText, blocks),
    FieldKind.LINE: st.builds(Line, characters),
    FieldKind.CHOICE: st.builds(Choice, st.sampled_from(["", "high", "low"])),
    FieldKind.DAY: st.builds(Day, st.none(), characters) | st.builds(Day, st.dates()),
    FieldKind.YES_NO: st.builds(YesNo, st.none() | st.booleans()),
    FieldKind.LINKS: st.builds(Links, st.lists(targets, max_size=2).map(tuple)),
}


@st.composite
def records(draw: st.DrawFn, type: FieldType) -> Records:
    """Give up to two records."""
    return Records(
        tuple(Record(fresh_id(), draw(fields_of(type.columns))) for _ in range(draw(st.integers(0, 2))))
    )  # fmt: skip


def value_of(type: FieldType) -> st.SearchStrategy[FieldValue]:
    return records(type) if type.kind is FieldKind.RECORDS else values[type.kind]


@st.composite
def fields_of(draw: st.DrawFn, types: tuple[FieldType, ...]) -> tuple[Field, ...]:
    return tuple(Field(type.key, draw(value_of(type))) for type in types if draw(st.booleans()))


@st.composite
def sections(draw: st.DrawFn, depth: int = 2) -> Section:
    kind = draw(st.sampled_from(KINDS))
    below = draw(st.lists(sections(depth - 1), max_size=2)) if depth else []
    return Section(
        fresh_id(),
        kind.key,
        draw(characters),
        draw(fields_of(kind.fields)),
        tuple(below),
        numbered=draw(st.booleans()),
        in_contents=draw(st.booleans()),
    )


@st.composite
def concepts(draw: st.DrawFn) -> Document:
    order = list(Placement)
    tops = sorted(
        draw(st.lists(sections(), max_size=3)), key=lambda top: order.index(TEMPLATE.kind(top.kind).placement)
    )
    numbering = Numbering(final_dot=draw(st.booleans()), depth=draw(st.integers(1, 4)))
    return doc(*(renamed(top, f"s{index}") for index, top in enumerate(tops)), numbering=numbering)


def renamed(section: Section, id: str) -> Section:
    """Give a section, and the first record in it, ids that references point at."""
    number = iter((id.replace("s", "r"),))
    fields = tuple(
        Field(
            field.key,
            Records(tuple(Record(next(number, record.id), record.fields) for record in field.value.records)),
        )
        if isinstance(field.value, Records)
        else field
        for field in section.fields
    )
    return replace(section, id=id, fields=fields)


# An independent walk: what is written in printed fields.


def printed(type: FieldType) -> bool:
    return type.printed and not type.internal and not type.hidden


def written(document: Document) -> Iterator[str]:
    """Go through every text that must come out, in no order."""
    for section in walk(document.sections):
        kind = TEMPLATE.kind(section.kind)
        if kind.key != "cover":
            yield section.title
        for field in section.fields:
            type = kind.field(field.key)
            if type is not None and printed(type):
                yield from value_texts(field.value, type)


def value_texts(value: FieldValue, type: FieldType) -> Iterator[str]:
    match value:
        case RichText(blocks=blocks):
            yield from (text for block in blocks for part in block_lines(block) for text in line_texts(part))
        case Line(text=text) | Day(day=None, draft=text):
            yield text
        case Day(day=date() as day):
            yield ".".join(reversed(day.isoformat().split("-")))
        case YesNo(answer=answer):
            yield {True: "ja", False: "nein", None: ""}[answer]
        case Choice(key=key):
            yield {"high": "hoch", "low": "niedrig", "": ""}[key]
        case Links(targets=links):
            yield from ("[Verweisziel fehlt]" for target in links if target == "weg")
        case Records(records=entries):
            columns = {column.key: column for column in type.columns if printed(column)}
            found = [field for entry in entries for field in entry.fields if field.key in columns]
            yield from (text for field in found for text in value_texts(field.value, columns[field.key]))
        case _:
            pass


def block_lines(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph() | ListItem():
            yield block.inlines
        case Table():
            yield from (block.caption, block.source)
            yield from (cell.inlines for row in block.rows for cell in row.cells)
        case Figure():
            yield from (block.caption, block.source)


def line_texts(line: Inlines) -> Iterator[str]:
    for inline in line:
        match inline:
            case Text(text=text):
                yield text
            case Footnote(content=content):
                yield from line_texts(content)
            case CrossReference(target="weg"):
                yield "[Verweisziel fehlt]"
            case _:
                pass


def visible(texts: Iterator[str]) -> Counter[str]:
    return Counter(character for text in texts for character in text if not character.isspace())


@given(concepts())
@settings(max_examples=60)
def test_every_visible_character_is_in_the_plain_text(concept: Document) -> None:
    assert not list(problems(concept))
    lost = visible(written(concept)) - visible(plain_text(build(concept)))
    assert not lost


@given(concepts())
@settings(max_examples=60)
def test_notes_are_numbered_from_1_in_the_order_in_which_their_marks_are_read(concept: Document) -> None:
    publication = build(concept)
    numbers = [note.number for note in publication.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    assert note_numbers(publication) == numbers


@given(concepts())
@settings(max_examples=60)
def test_what_is_printed_has_an_id_of_its_own_and_what_is_pointed_at_is_there(concept: Document) -> None:
    publication = build(concept)
    given_ids = [
        id for section in all_sections(publication.sections) for id in (section.id, *element_ids(section.elements))
    ]
    assert max(Counter(given_ids).values(), default=0) <= 1
    assert {target for target, label in labels(concept).targets.items() if label.printed} <= set(given_ids)


def element_ids(elements: Elements) -> Iterator[str]:
    for element in elements:
        match element:
            case ListElement(entries=entries):
                for entry in entries:
                    yield entry.id
                    yield from element_ids(entry.below)
            case TableElement(rows=rows):
                yield element.id
                for row in rows:
                    yield row.id
                    yield from (cell.id for cell in row.cells)
            case BoxElement(lines=lines):
                yield element.id
                for line in lines:
                    yield from element_ids(line.elements)
            case _:
                yield element.id
