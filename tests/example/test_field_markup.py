"""Fields and records are read as the template types them."""

from datetime import date

import pytest

from ikonzept_desktop.example.field_markup import read_fields
from ikonzept_desktop.example.source import Given, MarkupError, Source, SourceLine, Used, named_id
from ikonzept_desktop.model.blocks import Paragraph
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
    value_of,
)
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.template import ChoiceOption, FieldKind, FieldType, Placement, SectionKind

COLUMNS = (
    FieldType("title", "Titel", FieldKind.LINE),
    FieldType("description", "Beschreibung", FieldKind.RICH_TEXT),
    FieldType("goal", "Ziel", FieldKind.LINKS, target="record:goals"),
    FieldType("baseline", "Indikator: Basis", FieldKind.LINE),
    FieldType("done", "Erledigt", FieldKind.YES_NO),
)
KIND = SectionKind(
    "field",
    "Handlungsfeld",
    Placement.BODY,
    (
        FieldType("text", "Text", FieldKind.RICH_TEXT, heading=False),
        FieldType("short", "Kürzel", FieldKind.LINE),
        FieldType("type", "Art", FieldKind.CHOICE, options=(ChoiceOption("liste", "Liste"),)),
        FieldType("day", "Stand", FieldKind.DAY),
        FieldType("public", "Öffentlich", FieldKind.YES_NO),
        FieldType("links", "Bezug", FieldKind.LINKS, target="section:"),
        FieldType("measures", "Maßnahmen", FieldKind.RECORDS, columns=COLUMNS),
    ),
)
BARE = SectionKind("bare", "Umschlag", Placement.FRONT, (FieldType("credit", "Bildnachweis", FieldKind.LINE),))


def read(text: str, kind: SectionKind = KIND, source: Source | None = None) -> tuple[Field, ...]:
    lines = [SourceLine(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    return read_fields(lines, kind, source or Source("probe.md"))


def value(text: str, key: str) -> FieldValue | None:
    return value_of(read(text), key)


def paragraphs(value: FieldValue | None) -> list[str]:
    assert isinstance(value, RichText)
    return [plain(block.inlines) for block in value.blocks if isinstance(block, Paragraph)]


def measures(text: str) -> tuple[Record, ...]:
    found = value(text, "measures")
    assert isinstance(found, Records)
    return found.records


def test_text_before_the_first_field_is_the_text() -> None:
    assert paragraphs(value("\nEin Absatz.\n\n## Kürzel\nS\n", "text")) == ["Ein Absatz."]
    assert read("\n## Kürzel\nS\n") == (Field("short", Line("S")),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Kürzel\n\nS und\nT\\*\n", Line("S und T*")),
        ("## short\nS\n", Line("S")),
        ("## Art\nListe\n", Choice("liste")),
        ("## type\nliste\n", Choice("liste")),
        ("## Stand\n20.03.2015\n", Day(date(2015, 3, 20))),
        ("## Stand\n2015-03-20\n", Day(date(2015, 3, 20))),
        ("## Öffentlich\nja\n", YesNo(True)),
        ("## Öffentlich\nnein\n", YesNo(False)),
        ("## Bezug\n@sprache, @sport\n", Links((named_id("sprache"), named_id("sport")))),
    ],
)
def test_a_field_is_found_by_label_or_key_and_read_by_its_kind(text: str, expected: FieldValue) -> None:
    (field,) = read(text)
    assert field.value == expected


def test_a_record_has_a_title_a_name_and_columns_that_may_run_on() -> None:
    (first, second) = measures(
        "## Maßnahmen\n\n### Pool aufbauen {#s-2}\nBeschreibung: Ein Satz.\nDoppelpunkt: geht weiter.\n\n"
        "Zweiter Absatz.\n\n- Punkt\nZiel: @ziel-1\nIndikator: Basis: 9\nErledigt: nein\n\n### Andere\n"
    )
    assert first.id == named_id("s-2")
    assert value_of(first.fields, "title") == Line("Pool aufbauen")
    assert paragraphs(value_of(first.fields, "description")) == [
        "Ein Satz. Doppelpunkt: geht weiter.",
        "Zweiter Absatz.",
    ]
    assert value_of(first.fields, "goal") == Links((named_id("ziel-1"),))
    assert value_of(first.fields, "baseline") == Line("9")
    assert value_of(first.fields, "done") == YesNo(False)
    assert second.fields == (Field("title", Line("Andere")),)


def test_records_may_stand_in_a_table() -> None:
    first, second = measures(
        "## Maßnahmen\n\n| # | Titel | Beschreibung | Erledigt |\n|:--|:--|:--|:--|\n"
        "| s-1 | Eins \\| zwei | Text *hier* | ja |\n| | Zwei | | |\n"
    )
    assert first.id == named_id("s-1")
    assert value_of(first.fields, "title") == Line("Eins | zwei")
    assert paragraphs(value_of(first.fields, "description")) == ["Text hier"]
    assert value_of(first.fields, "done") == YesNo(True)
    assert second.fields == (Field("title", Line("Zwei")),)


def test_names_given_and_used_are_gathered_with_their_lines() -> None:
    source = Source("probe.md")
    read("## Bezug\n@sport\n\n## Maßnahmen\n### Eins {#s-1}\nZiel: @ziel\n", source=source)
    assert source.given == [Given("s-1", "record:measures", "probe.md", 5)]
    assert source.used == [Used("sport", "section:", "probe.md", 2), Used("ziel", "record:goals", "probe.md", 6)]


SLIPS = {
    "## Kürzl\nS": (1, "„Kürzl“ gibt es hier nicht; möglich sind Text, Kürzel"),
    "## Stand\n2015-01-01\n## Art\nListe": (3, "in der Reihenfolge der Mustervorlage"),
    "## Kürzel\nS\n## Kürzel\nT": (3, "je einmal"),
    "## Kürzel\n\n## Art\nListe": (1, "„Kürzel“ ist leer; ein leeres Feld lässt man weg."),
    "## Art\n\nBild": (3, "„Bild“ ist bei „Art“ keine Antwort; möglich sind Liste."),
    "## Stand\n31.02.2015": (2, "„31.02.2015“ ist kein Datum. Bitte so: 28.02.2015"),
    "## Stand\nbald": (2, "„bald“ ist kein Datum."),
    "## Öffentlich\nvielleicht": (2, "möglich sind ja und nein."),
    "## Bezug\nsport": (2, "„Bezug“ nennt Ziele der Form „@name“"),
    "## Maßnahmen\nText": (2, "besteht aus Einträgen „### Titel“ oder aus einer Tabelle."),
    "## Maßnahmen\n| Titel |\n|--|\n| a |\n### b": (2, "besteht aus Einträgen"),
    "## Maßnahmen\n###  {#a}": (2, "Hinter „###“ fehlt: Titel."),
    "## Maßnahmen\n### a\nb": (3, "Hier fehlt eine Bezeichnung mit Doppelpunkt; möglich sind Titel, Beschreibung"),
    "## Maßnahmen\n### a\nTitel: b": (3, "„Titel“ steht schon hinter „###“."),
    "## Maßnahmen\n### a\nErledigt: ja\nZiel: @b": (4, "in der Reihenfolge der Mustervorlage"),
    "## Maßnahmen\n### a\nErledigt:": (3, "„Erledigt“ ist leer"),
    "## Maßnahmen\n### a {#A b}": (2, "„A b“ ist kein Name"),
    "## Maßnahmen\n| Titel |\n| Ziel |\n|--|\n| a |": (2, "genau eine Kopfzeile"),
    "## Maßnahmen\n| Farbe |\n|--|\n| a |": (2, "„Farbe“ gibt es hier nicht"),
    "## Maßnahmen\n| Ziel | Titel |\n|--|--|\n| @a | b |": (2, "in der Reihenfolge der Mustervorlage"),
    "## Maßnahmen\n| Titel | Erledigt |\n|--|--|\n| a | ja |\n| b | so |": (5, "„so“ ist bei „Erledigt“ keine Antwort"),
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_with_its_line(text: str) -> None:
    line, message = SLIPS[text]
    with pytest.raises(MarkupError) as caught:
        read(text)
    assert str(caught.value).startswith(f"probe.md, Zeile {line}: ")
    assert message in str(caught.value)


def test_text_before_the_first_field_is_refused_where_a_kind_has_no_text() -> None:
    with pytest.raises(MarkupError, match=r"Zeile 2: Umschlag: Text steht hier erst unter einem Feld"):
        read("\nText\n\n## Bildnachweis\nKreis\n", BARE)
