"""Templates are read from TOML; a slip is told with its place, in German."""

from dataclasses import fields
from pathlib import Path

import pytest

from ikonzept_desktop.export.house_style import STYLE, HouseStyle, findings
from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, RecordForm, Role, Seed, Status, Template
from ikonzept_desktop.model.template_file import TemplateFileError, parse_template, read_template

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"

REAL_OUTLINE = """
Umschlag
Impressum
Grußwort
Einleitung
Situation der Menschen mit Zuwanderungsgeschichte
Vom Rahmenkonzept zum Integrationskonzept
  Bilanz des Rahmenkonzepts 2007
  Was will das Konzept heute?
  Fortschreibung
Leitlinien und Leitziele
Querschnittsaufgaben und Handlungsfelder
  Querschnittsaufgaben
    Interkulturelle Öffnung
    Vernetzung
  Handlungsfelder
    Sprache
    Bildung und Ausbildung
    Wirtschaft und Arbeit
    Kultur
    Sport
    Zusammenleben in Sicherheit
Strukturen und Netzwerke
  Kreisintegrationszentrum
  Netzwerke auf Kreisebene
Integrationsberichterstattung und Controlling
Ausblick
Mitglieder des Arbeitskreises
Teilnehmerkreis der Workshops
"""

SMALL = """
key = "klein"
title = "Kleine Vorlage"

[numbering]
final_dot = true

[house_style]
text_size_pt = 10.5

[[statuses]]
key = "offen"
label = "Offen"
shape = "ring"
colour = "muted"

[[kinds]]
key = "field"
label = "Handlungsfeld"
placement = "body"
child_kinds = ["field"]

    [[kinds.fields]]
    key = "short"
    label = "Kürzel"
    kind = "line"

    [[kinds.fields]]
    key = "measures"
    label = "Maßnahmen"
    kind = "records"
    form = "boxes"
    numbering = "{short} {n}"

        [[kinds.fields.columns]]
        key = "title"
        label = "Titel"
        kind = "line"

        [[kinds.fields.columns]]
        key = "goal"
        label = "Ziel"
        kind = "links"
        target = "record:measures"

        [[kinds.fields.columns]]
        key = "urgency"
        label = "Priorität"
        kind = "choice"
        options = [{ key = "hoch", label = "hoch" }]

[[kinds]]
key = "annex"
label = "Anlage"
placement = "annex"

[[outline]]
kind = "field"
title = "Sprache"

[[outline]]
kind = "annex"
title = "Liste"
"""


def integration_template() -> Template:
    return read_template(TEMPLATES / "integrationskonzept.toml")


def columns_of(template: Template, kind: str, field: str) -> dict[str, FieldType]:
    found = template.kind(kind).field(field)
    assert found is not None
    return {column.key: column for column in found.columns}


def outline_lines(seeds: tuple[Seed, ...], depth: int = 0) -> list[str]:
    return [line for seed in seeds for line in ("  " * depth + seed.title, *outline_lines(seed.children, depth + 1))]


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_template_that_comes_along_can_be_read_and_bears_the_name_of_its_file(path: Path) -> None:
    template = read_template(path)
    assert template.key == path.stem
    assert template.summary.endswith(".")
    assert template.outline


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_field_and_column_explains_itself_in_one_sentence(path: Path) -> None:
    own = [field for kind in read_template(path).kinds for field in kind.fields]
    columns = [column for field in own for column in field.columns]
    for field in own + columns:
        assert field.help.endswith("."), field.key
        assert field.internal <= (not field.printed), field.key


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_exporters_understand_every_word_of_the_house_style(path: Path) -> None:
    pairs = read_template(path).house_style
    assert findings(pairs) == ()
    assert {name for name, _ in pairs} <= {STYLE, *(field.name for field in fields(HouseStyle))}


def test_a_new_concept_begins_with_the_real_outline() -> None:
    assert outline_lines(integration_template().outline) == REAL_OUTLINE.strip().splitlines()


def test_a_field_of_action_has_the_fields_of_the_real_concept_in_their_order() -> None:
    labels = [field.label for field in integration_template().kind("field_of_action").fields]
    assert labels == [
        "Kürzel",
        "Ausgangslage",
        "Bestehende Angebote",
        "Bedarf",
        "Zielgruppen",
        "Leitziel",
        "Teilziele",
        "Maßnahmen",
        "Akteure",
        "Querschnittsbezug",
        "Indikatoren",
        "Quellen",
        "Arbeitsgruppen",
        "Bearbeitung",
    ]


def test_a_measure_is_a_numbered_box_that_names_its_sub_goal() -> None:
    measures = integration_template().kind("field_of_action").field("measures")
    assert measures is not None
    assert (measures.form, measures.numbering) == (RecordForm.BOXES, "{abbreviation} {n}")
    columns = columns_of(integration_template(), "field_of_action", "measures")
    assert columns["sub_goal"].target == "record:sub_goals"
    assert columns["description"].kind is FieldKind.RICH_TEXT
    assert [option.label for option in columns["priority"].options] == ["hoch", "mittel", "niedrig"]


def test_consent_is_asked_for_print_and_web_apart_and_never_printed() -> None:
    columns = columns_of(integration_template(), "contributors", "persons")
    consents = [columns[key] for key in ("consent_print", "consent_web", "consent_date", "consent_proof")]
    assert all(column.internal and not column.printed for column in consents)


def test_the_five_statuses_have_shape_and_colour() -> None:
    assert integration_template().statuses == (
        Status("offen", "Offen", "ring", "muted"),
        Status("entwurf", "Entwurf", "half", "amber"),
        Status("in_abstimmung", "In Abstimmung", "diamond", "blue"),
        Status("abgestimmt", "Abgestimmt", "tick", "green"),
        Status("beschlossen", "Beschlossen", "lock", "accent"),
    )


def test_cover_and_imprint_play_their_parts() -> None:
    roles = {kind.key: kind.role for kind in integration_template().kinds if kind.role is not Role.TEXT}
    assert roles == {"cover": Role.COVER, "imprint": Role.IMPRINT}
    assert integration_template().kind("annex").heading_prefix == "Anlage"


def test_a_submission_has_its_sequence_of_committees_and_three_effects() -> None:
    template = read_template(TEMPLATES / "vorlage_kreistag.toml")
    sequence = columns_of(template, "header", "consultation")
    assert [column.label for column in sequence.values()] == ["Gremium", "Termin", "Art der Entscheidung"]
    for key in ("financial_effect", "staff_effect", "organisational_effect"):
        effect = template.kind("header").field(key)
        assert effect is not None
        assert [option.label for option in effect.options] == ["ja", "nein", "noch nicht zu übersehen"]


def test_what_the_file_does_not_say_is_as_usual() -> None:
    template = parse_template(SMALL, "klein.toml")
    assert (template.numbering.final_dot, template.numbering.depth) == (True, 4)
    assert template.house_style == (("text_size_pt", 10.5),)
    kind = template.kind("annex")
    assert (kind.placement, kind.role, kind.numbered, kind.in_contents) == (Placement.ANNEX, Role.TEXT, True, True)


MISTAKES = {
    'key = "klein"': ("", "„key“ fehlt."),
    'title = "Kleine Vorlage"': ("titel = 1", "Den Schlüssel „titel“ gibt es hier nicht."),
    "final_dot = true": ('final_dot = "ja"', "Nummerierung: „final_dot“ muss true oder false sein."),
    "[numbering]": ("[numbering]\ndepth = 12", "Nummerierung: „depth“ muss eine ganze Zahl von 1 bis 9 sein."),
    "text_size_pt = 10.5": ("text_size_pt = []", "Hausstil: „text_size_pt“ muss ein Text, eine Zahl"),
    'shape = "ring"': ('shape = "kreis"', "Status „Offen“: „kreis“ gibt es bei „shape“ nicht."),
    'colour = "muted"': ('colour = "rosa"', "Status „Offen“: „rosa“ gibt es bei „colour“ nicht."),
    'key = "field"': ('key = "Feld Ä"', "Abschnittsart „Handlungsfeld“: „Feld Ä“ ist kein Schlüssel."),
    'placement = "annex"': ('placement = "hinten"', "Abschnittsart „Anlage“: „hinten“ gibt es bei „placement“ nicht."),
    'child_kinds = ["field"]': ('child_kinds = ["nichts"]', "Abschnittsart „Handlungsfeld“: Unter „child_kinds“ steht"),
    'key = "annex"': ('key = "field"', "Der Schlüssel „field“ ist unter den Abschnittsarten mehrfach vergeben."),
    'key = "short"': ('key = "measures"', "Der Schlüssel „measures“ ist unter den Feldern mehrfach vergeben."),
    'form = "boxes"': ('form = "kasten"', "Feld „Maßnahmen“: „kasten“ gibt es bei „form“ nicht."),
    'numbering = "{short} {n}"': ('numbering = "{kurz} {n}"', "Feld „Maßnahmen“: In „numbering“ steht {kurz};"),
    "{short} {n}": ("{short}", "fehlt der Platzhalter {n}"),
    'key = "goal"': ('key = "goal"\nprinted = 1', "Spalte „Ziel“: „printed“ muss true oder false sein."),
    'target = "record:measures"': ('target = "record:short"', "Spalte „Ziel“: „record:short“ zeigt auf ein Feld, das"),
    "record:measures": ("section:nichts", "„section:nichts“ zeigt auf eine Abschnittsart, die es nicht gibt."),
    '"record:measures"': ('"irgendwo"', "„target“ muss „section:ART“"),
    'options = [{ key = "hoch", label = "hoch" }]': ("", "Spalte „Priorität“: Es fehlen die Antworten („options“)."),
    'options = [{ key = "hoch", label = "hoch" }': (
        'options = [{ key = "hoch", label = "hoch" }, { key = "hoch", label = "sehr hoch" }',
        "„hoch“ ist unter den Antworten mehrfach vergeben.",
    ),
    'label = "Kürzel"\n    kind = "line"': (
        'label = "Kürzel"\n    kind = "line"\n    options = []',
        "Feld „Kürzel“: Den Schlüssel „options“ gibt es hier nicht.",
    ),
    'label = "Titel"\n        kind = "line"': (
        'label = "Titel"\n        kind = "day"',
        "Feld „Maßnahmen“: Es fehlt eine Spalte der Art „line“",
    ),
    'label = "Ziel"\n        kind = "links"\n        target = "record:measures"': (
        'label = "Ziel"\n        kind = "records"',
        "Spalte „Ziel“: Einträge können selbst keine Einträge enthalten.",
    ),
    'label = "Ziel"': ('label = " "', "„label“ ist leer."),
    'title = "Sprache"': ("", "1. Gliederung: „title“ fehlt."),
    'kind = "annex"\ntitle = "Liste"': ('kind = "nichts"\ntitle = "Liste"', "Gliederung „Liste“: Die Abschnittsart"),
    'title = "Liste"': (
        'title = "Liste"\n[[outline.children]]\nkind = "annex"\ntitle = "Blatt"',
        "Gliederung „Blatt“: Die Abschnittsart „Anlage“ kann nicht unter „Anlage“ stehen.",
    ),
    'kind = "field"\ntitle = "Sprache"': (
        'kind = "annex"\ntitle = "Sprache"\n[[outline]]\nkind = "field"\ntitle = "Sport"',
        "Gliederung „Sport“: Dieser Abschnitt kann nicht hinter „Sprache“ stehen",
    ),
    "[[statuses]]": ("[statuses]", "„statuses“ muss eine Folge von Abschnitten [[statuses]] sein."),
}


@pytest.mark.parametrize("right", MISTAKES)
def test_a_mistake_is_told_with_file_and_place(right: str) -> None:
    wrong, message = MISTAKES[right]
    assert SMALL.count(right) >= 1
    with pytest.raises(TemplateFileError) as caught:
        parse_template(SMALL.replace(right, wrong, 1), "klein.toml")
    assert "Die Mustervorlage „klein.toml“ hat einen Fehler." in str(caught.value)
    assert message in str(caught.value)


def test_a_file_that_is_no_toml_is_named_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(TemplateFileError, match=r"„klein.toml“ ist keine gültige TOML-Datei .*line 2"):
        parse_template('key = "klein"\ntitle =\n', "klein.toml")


def test_a_file_that_is_missing_or_not_utf_8_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateFileError, match=r"„fehlt.toml“ lässt sich nicht lesen. Es gibt die Datei nicht."):
        read_template(tmp_path / "fehlt.toml")
    (tmp_path / "alt.toml").write_bytes('title = "Maßnahme"'.encode("cp1252"))
    with pytest.raises(TemplateFileError, match=r"„alt.toml“ lässt sich nicht lesen. Sie ist nicht in UTF-8"):
        read_template(tmp_path / "alt.toml")
