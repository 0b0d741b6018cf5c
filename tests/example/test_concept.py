"""The example concept: it reads without a slip, word by word, and holds what it promises."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ikonzept_desktop.example.concept import ExampleConcept, read_example
from ikonzept_desktop.example.source import MarkupError, named_id
from ikonzept_desktop.model.blocks import Block, Figure, ListItem, Paragraph, ParagraphStyle, Table, lines_of
from ikonzept_desktop.model.document import BindingDate, Section, section_words, walk
from ikonzept_desktop.model.fields import (
    FieldValue,
    Line,
    Links,
    Record,
    Records,
    RichText,
    value_of,
)
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, ReferenceForm, Text, plain
from ikonzept_desktop.model.schema import problems
from ikonzept_desktop.model.template import FieldType, SectionKind
from ikonzept_desktop.model.text import is_clean
from tests.example import plain_reading

FOLDER = plain_reading.FOLDER


@pytest.fixture(scope="module")
def example() -> ExampleConcept:
    return read_example(FOLDER)


@pytest.fixture(scope="module")
def sections(example: ExampleConcept) -> dict[str, Section]:
    """Every section under the name of its file."""
    found = {section.id: section for section in walk(example.document.sections)}
    return {name: found[named_id(name)] for name in plain_reading.outline()}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The example in a folder where it may be spoilt."""
    shutil.copytree(FOLDER, tmp_path / "example")
    shutil.copytree(FOLDER.parent / "templates", tmp_path / "templates")
    return tmp_path / "example"


def lines_in_order(types: tuple[FieldType, ...], fields: object) -> Iterator[Inlines | str]:
    """Go through every line of text of fields in the template's order."""
    assert isinstance(fields, tuple)
    for type in types:
        value: FieldValue | None = value_of(fields, type.key)
        match value:
            case RichText(blocks=blocks):
                for block in blocks:
                    yield from lines_of(block)
            case Line(text=text):
                yield text
            case Records(records=records):
                for record in records:
                    yield from lines_in_order(type.columns, record.fields)


def lines_of_section(section: Section, kind: SectionKind) -> list[Inlines | str]:
    return list(lines_in_order(kind.fields, section.fields))


def all_blocks(example: ExampleConcept) -> list[Block]:
    def of(value: FieldValue) -> Iterator[Block]:
        match value:
            case RichText(blocks=blocks):
                yield from blocks
            case Records(records=records):
                for record in records:
                    for field in record.fields:
                        yield from of(field.value)

    return [
        block for section in walk(example.document.sections) for field in section.fields for block in of(field.value)
    ]


def every_line(example: ExampleConcept) -> list[Inlines]:
    lines = [line for block in all_blocks(example) for line in lines_of(block)]
    notes = [inline.content for line in lines for inline in line if isinstance(inline, Footnote)]
    return lines + notes


def records(example: ExampleConcept, field: str) -> list[Record]:
    return [record for section in walk(example.document.sections) for record in section.records(field)]


@pytest.mark.parametrize("name", plain_reading.outline())
def test_a_second_reading_of_the_file_finds_the_same_words_in_the_same_order(
    name: str, example: ExampleConcept, sections: dict[str, Section]
) -> None:
    section = sections[name]
    text = plain_reading.section_text(name)
    words, notes = plain_reading.words_and_notes(text)
    lines = lines_of_section(section, example.document.template.kind(section.kind))
    assert section.title == plain_reading.title(text)
    assert " ".join(line if isinstance(line, str) else plain(line) for line in lines).split() == words
    assert [plain(note.content).split() for line in lines for note in line if isinstance(note, Footnote)] == notes


def test_reading_twice_gives_the_same_concept(example: ExampleConcept) -> None:
    assert read_example(FOLDER) == example


def test_it_is_a_valid_concept_with_clean_text_only(example: ExampleConcept) -> None:
    assert list(problems(example.document)) == []
    comments = [comment for section in walk(example.document.sections) for comment in section.comments]
    texts = [
        field.value.text
        for person in records(example, "persons")
        for field in person.fields
        if isinstance(field.value, Line)
    ]
    assert all(map(is_clean, [*texts, *(comment.text for comment in comments)]))
    assert example.document.properties.title == "Integrationskonzept für den Kreis Mettmann 2015"


def test_its_outline_is_the_real_one(example: ExampleConcept) -> None:
    template = example.document.template

    def seeds(outline: object) -> list[object]:
        assert isinstance(outline, tuple)
        return [(seed.kind, seed.title, seeds(seed.children)) for seed in outline]

    def found(sections: tuple[Section, ...]) -> list[object]:
        return [(section.kind, section.title, found(section.children)) for section in sections]

    real = seeds(template.outline)
    assert found(example.document.sections)[: len(real)] == real


def test_its_dates_are_those_that_bound_the_real_one(example: ExampleConcept) -> None:
    dates = example.document.properties.dates
    assert [known.day for known in dates] == sorted(known.day for known in dates)
    assert next((known.said, known.event) for known in dates if known.said) == (
        "Oktober 2013",
        "Koordinierungskreis beginnt",
    )
    assert dates[-1] == BindingDate(date(2015, 6, 30), "", "Ende der Frist")


def test_it_is_as_long_as_a_brochure(example: ExampleConcept) -> None:
    assert sum(map(section_words, walk(example.document.sections))) >= 9_500


def test_it_holds_what_the_measurements_count_on(example: ExampleConcept) -> None:
    blocks = all_blocks(example)
    tables = [block for block in blocks if isinstance(block, Table)]
    figures = [block for block in blocks if isinstance(block, Figure) and block.caption]
    notes = [inline for line in every_line(example) for inline in line if isinstance(inline, Footnote)]
    assert len(records(example, "measures")) == 24
    assert len(records(example, "institutions")) == 40
    assert len(records(example, "persons")) >= 50
    assert len([table for table in tables if table.caption]) >= 8
    assert len(figures) == 5
    assert len(notes) >= 15
    assert any(isinstance(block, Paragraph) and block.style is ParagraphStyle.QUOTE for block in blocks)
    assert {(block.ordered, block.level) for block in blocks if isinstance(block, ListItem)} >= {
        (True, 0),
        (True, 1),
        (False, 0),
        (False, 1),
        (False, 2),
    }


def test_every_field_of_every_field_of_action_and_measure_is_filled(example: ExampleConcept) -> None:
    kind = example.document.template.kind("field_of_action")
    fields = [section for section in walk(example.document.sections) if section.kind == kind.key]
    assert len(fields) == 6
    for section in fields:
        assert {field.key for field in section.fields} == {field.key for field in kind.fields}, section.title
        assert len(section.records("measures")) == 4
        for key in ("sub_goals", "measures", "indicators"):
            type = kind.field(key)
            assert type is not None
            columns = {column.key for column in type.columns}
            for record in section.records(key):
                assert {field.key for field in record.fields} == columns, (section.title, record)


def test_every_sub_goal_has_a_measure_and_every_measure_a_sub_goal_of_its_own_field(example: ExampleConcept) -> None:
    for section in walk(example.document.sections):
        goals = {goal.id for goal in section.records("sub_goals")}
        links = [value_of(measure.fields, "sub_goal") for measure in section.records("measures")]
        aims = {target for link in links if isinstance(link, Links) for target in link.targets}
        assert aims == goals, section.title


def test_the_participants_are_functions_of_the_institutions_listed(example: ExampleConcept) -> None:
    institutions = {record.id for record in records(example, "institutions")}
    spoken_for = set()
    for person in records(example, "persons"):
        link = value_of(person.fields, "institution")
        assert isinstance(link, Links)
        spoken_for |= set(link.targets)
        assert value_of(person.fields, "name") is None
    assert spoken_for == institutions


def test_the_references_come_in_all_forms_and_all_lead_somewhere(example: ExampleConcept) -> None:
    references = [inline for line in every_line(example) for inline in line if isinstance(inline, CrossReference)]
    sections = {section.id for section in walk(example.document.sections)}
    blocks = {block.id for block in all_blocks(example) if isinstance(block, Table | Figure)}
    entries = {record.id for key in ("measures", "principles") for record in records(example, key)}
    targets = {reference.target for reference in references}
    assert len(references) >= 20
    assert {reference.form for reference in references} == set(ReferenceForm)
    assert targets <= sections | blocks | entries
    assert targets & sections
    assert targets & blocks
    assert targets & entries


def test_every_figure_and_captioned_table_is_spoken_of_in_the_text(example: ExampleConcept) -> None:
    targets = {i.target for line in every_line(example) for i in line if isinstance(i, CrossReference)}
    for block in all_blocks(example):
        if isinstance(block, Table | Figure) and block.caption:
            assert (
                block.id in targets or "Beratungsfolge" in plain(block.caption) or "Kennzahlen" in plain(block.caption)
            )


def test_the_figures_are_sharp_small_and_described(example: ExampleConcept) -> None:
    figures = [block for block in all_blocks(example) if isinstance(block, Figure)]
    assert {figure.image for figure in figures} == set(example.images)
    for figure in figures:
        data = example.images[figure.image]
        with Image.open(BytesIO(data)) as image:
            wide = image.width
        assert wide / (165 * figure.width / 25.4) >= 299, "300 dpi at the width it is printed"
        assert len(data) < 300_000
        assert len(figure.alternative_text.split()) >= 15
    pictures = {path.stem for path in (FOLDER / "bilder").glob("*.png")}
    assert pictures == {path.stem for path in (FOLDER / "bilder").glob("*.svg")}


def test_all_kinds_of_annex_but_foreign_pages_are_there(example: ExampleConcept) -> None:
    annexes = [section for section in example.document.sections if section.kind == "annex"]
    kinds = [value_of(annex.fields, "type") for annex in annexes]
    assert [getattr(kind, "key", "") for kind in kinds] == ["text", "liste", "tabelle"]
    assert any(isinstance(block, ListItem) for block in annexes[1].blocks("text"))
    assert any(isinstance(block, Table) for block in annexes[2].blocks("text"))


def test_the_sections_are_at_every_stage_of_the_work(example: ExampleConcept) -> None:
    every = list(walk(example.document.sections))
    assert {section.status for section in every} == {"offen", "entwurf", "in_abstimmung", "abgestimmt"}
    assert all(section.responsible and section.deadline for section in every)
    assert len({section.target_words for section in every}) > 5
    assert sum(len(section.comments) for section in every) >= 4


def test_four_notes_say_what_to_try_first(example: ExampleConcept) -> None:
    noted = [
        section.title
        for section in walk(example.document.sections)
        for comment in section.comments
        if comment.author == "Erste Schritte"
    ]
    assert noted == ["Fortschreibung", "Sprache", "Integrationsberichterstattung und Controlling", "Ausblick"]


def test_a_comment_is_anchored_where_it_was_written(sections: dict[str, Section]) -> None:
    first, second = sections["konzept-heute"].comments
    runs = {
        id: run.text
        for block in sections["konzept-heute"].blocks("text")
        for line in lines_of(block)
        for run in line
        if isinstance(run, Text)
        for id in run.comments
    }
    assert runs[first.id] == "rund 40 Institutionen und über 50 Personen"
    assert (first.author, first.initials, first.created.date().isoformat()) == ("Sozialplanung", "SP", "2015-03-10")
    assert first.replies[0].author == "Sozialamt"
    assert runs[second.id].endswith("die jedes Amt an seine eigene Arbeit stellt.")


def test_the_sums_in_the_tables_are_right(example: ExampleConcept) -> None:
    sums = 0
    for table in all_blocks(example):
        if isinstance(table, Table) and is_added_up(table):
            body = [[plain(cell.inlines) for cell in row.cells] for row in table.rows[table.header_rows :]]
            for column, name in enumerate(cells_above(table)[1:], start=1):
                *parts, total = [number(row[column]) for row in body]
                if "Prozent" not in name:
                    assert sum(parts) == pytest.approx(total), (plain(table.caption), name)
                    sums += 1
    assert sums == 16


def is_added_up(table: Table) -> bool:
    label = plain(table.rows[-1].cells[0].inlines)
    return label == "Zusammen" or (label == "Kreis Mettmann" and "Prozent" not in plain(table.caption))


def cells_above(table: Table) -> list[str]:
    """Give the heads of the columns, from the row right above the body."""
    cells = [plain(cell.inlines) for cell in table.rows[table.header_rows - 1].cells]
    return [""] * (len(table.columns) - len(cells)) + cells


def number(cell: str) -> float:
    assert re.fullmatch(r"[+–]?[\d.]+(?:,\d+)?", cell), cell
    return float(cell.replace(".", "").replace(",", ".").replace("–", "-"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


SLIPS = {
    "reference to nowhere": ("abschnitte/ausblick.md", "Integration lässt", "{@nirgends} lässt", "führt nirgendwohin"),
    "name given twice": ("abschnitte/bildung.md", "{#b-1}", "{#s-1}", "Den Namen „s-1“ gibt es schon in"),
    "link to another kind": ("abschnitte/bildung.md", "Teilziel: @bildung-ziel-eltern", "Teilziel: @s-1", "kein Ziel"),
    "unknown image": ("abschnitte/umschlag.md", "(umschlag.png)", "(einband.png)", "„einband.png“ gibt es nicht"),
    "date without a day": ("konzept.toml", 'event = "Ende der Frist"', 'was = "Ende"', "Ein Termin hat „day“"),
    "missing file": ("konzept.toml", "\nausblick\n", "\nausblick\nnachwort\n", "„abschnitte/nachwort.md“ fehlt"),
    "forgotten file": ("konzept.toml", "\nausblick\n", "\n", "„abschnitte/ausblick.md“ steht nicht"),
    "twice in the outline": ("konzept.toml", "\nausblick\n", "\nausblick\nausblick\n", "„ausblick“ steht zweimal"),
    "odd depth": ("konzept.toml", "\n  fortschreibung\n", "\n   fortschreibung\n", "zwei Leerzeichen je Stufe"),
    "unknown property": ("konzept.toml", "draft =", "entwurf =", "„entwurf“ gibt es hier nicht"),
    "missing property": ("konzept.toml", 'draft = "Entwurf 0.7"', "", "„draft“ fehlt"),
    "broken line in a property": ("konzept.toml", 'draft = "Ent', 'draft = "\\tEnt', "je in einer Zeile"),
    "broken TOML": ("konzept.toml", 'draft = "Entwurf 0.7"', "draft = Entwurf", "kein gültiges TOML"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_file_and_line(slip: str, copy: Path) -> None:
    file, old, new, message = SLIPS[slip]
    spoil(copy, file, old, new)
    with pytest.raises(MarkupError, match=re.escape(message)) as caught:
        read_example(copy)
    assert re.match(rf"{re.escape(file)}, Zeile \d+: ", str(caught.value))


def test_the_line_named_is_the_line_of_the_slip(copy: Path) -> None:
    spoil(copy, "abschnitte/ausblick.md", "Integration lässt", "{@nirgends} lässt")
    text = (copy / "abschnitte" / "ausblick.md").read_text(encoding="utf-8")
    with pytest.raises(MarkupError) as caught:
        read_example(copy)
    assert "{@nirgends}" in text.splitlines()[caught.value.line - 1]


def test_a_file_in_another_encoding_is_named_with_its_line(copy: Path) -> None:
    path = copy / "abschnitte" / "ausblick.md"
    path.write_bytes(path.read_bytes().replace("Maßnahmen sind".encode(), "Maßnahmen sind".encode("cp1252"), 1))
    with pytest.raises(MarkupError, match=r"abschnitte/ausblick.md, Zeile 1\d: Die Datei ist nicht in UTF-8"):
        read_example(copy)


def test_a_folder_without_a_concept_is_told(tmp_path: Path) -> None:
    with pytest.raises(MarkupError, match=r"konzept.toml, Zeile 1: Die Datei fehlt."):
        read_example(tmp_path)
