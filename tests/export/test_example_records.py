"""Every list of records of the example goes out as a table, and says the same when it comes back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.export.record_sheet import record_sheet
from ikonzept_desktop.export.sheets import OutSheet, as_separated, as_workbook
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import FieldAddress, Record, Records
from ikonzept_desktop.model.records_from_rows import taken
from ikonzept_desktop.model.sheet_mapping import Way, proposed
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.cell_texts import words_for
from ikonzept_desktop.publication.labels import Labels, labels
from ikonzept_desktop.reading.cells import Rows, separated
from ikonzept_desktop.reading.workbook import read_workbook


@pytest.fixture(scope="module")
def example() -> tuple[Document, Labels]:
    document = read_example(resource("example")).document
    return document, labels(document)


def lists(document: Document) -> Iterator[tuple[Section, FieldType]]:
    for section in walk(document.sections):
        for type in document.template.kind(section.kind).fields:
            if type.kind is FieldKind.RECORDS and section.records(type.key):
                yield section, type


def with_records(section: Section, key: str, entries: tuple[Record, ...]) -> Section:
    fields = (replace(each, value=Records(entries)) if each.key == key else each for each in section.fields)
    return replace(section, fields=tuple(fields))


def as_new(rows: Rows, section: Section, type: FieldType, known: tuple[Document, Labels]) -> Section:
    """Give the section with the records that the rows become, nothing said of them, in place of its own."""
    document, names = known
    bare = with_records(section, type.key, ())
    words = words_for(type, bare, document, names)
    found = taken(rows, proposed(rows, type), type, FieldAddress(section.id, type.key), (), words)
    assert (found.edit is not None, found.told) == (True, ())
    assert found.edit is not None
    return with_records(section, type.key, found.edit.after)


def ways(sheet: OutSheet) -> tuple[Rows, Rows]:
    return separated(as_separated(sheet)), read_workbook(as_workbook(sheet))[0].rows


def test_as_new_records_they_say_what_they_said(example: tuple[Document, Labels]) -> None:
    document, names = example
    found = list(lists(document))
    assert len(found) > 20
    for section, type in found:
        sheet = record_sheet(type, section, names)
        for rows in ways(sheet):
            assert record_sheet(type, as_new(rows, section, type, example), names) == sheet


def test_as_known_records_they_change_nothing(example: tuple[Document, Labels]) -> None:
    document, names = example
    for section, type in lists(document):
        words = words_for(type, section, document, names)
        present = section.records(type.key)
        for rows in ways(record_sheet(type, section, names)):
            mapping = replace(proposed(rows, type), way=Way.UPDATE)
            found = taken(rows, mapping, type, FieldAddress(section.id, type.key), present, words)
            assert (found.edit, found.same, found.told) == (None, len(present), ())
