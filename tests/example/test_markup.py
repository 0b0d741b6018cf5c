"""A section's file has a head and fields; the head is checked against the template."""

from datetime import date

import pytest

from ikonzept_desktop.example.markup import read_section
from ikonzept_desktop.example.source import MarkupError, Source, named_id
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import Field, Line
from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, SectionKind, Status, Template

TEMPLATE = Template(
    "probe",
    "Probe",
    (
        SectionKind("chapter", "Kapitel", Placement.BODY, (FieldType("short", "Kürzel", FieldKind.LINE),)),
        SectionKind("cover", "Umschlag", Placement.FRONT, (), numbered=False, in_contents=False),
    ),
    (Status("offen", "Offen", "ring", "muted"),),
)


def read(text: str) -> Section:
    return read_section(text, "sprache", TEMPLATE, Source("abschnitte/sprache.md"))


def test_the_head_says_what_the_section_is_and_how_it_stands() -> None:
    section = read(
        '+++\nkind = "chapter"\ntitle = "Sprache"\nstatus = "offen"\nresponsible = "Sozialamt"\n'
        "deadline = 2015-03-20\ntarget_words = 800\nin_contents = false\nnumbered = false\n+++\n\n## Kürzel\nS\n"
    )
    assert section == Section(
        id=named_id("sprache"),
        kind="chapter",
        title="Sprache",
        fields=(Field("short", Line("S")),),
        status="offen",
        responsible="Sozialamt",
        deadline=date(2015, 3, 20),
        target_words=800,
        in_contents=False,
        numbered=False,
    )


def test_what_the_head_does_not_say_is_as_the_kind_has_it() -> None:
    section = read('+++\nkind = "cover"\ntitle = "Umschlag"\n+++\n')
    assert (section.in_contents, section.numbered, section.status, section.deadline) == (False, False, "", None)
    section = read('+++\nkind = "chapter"\ntitle = "Kapitel"\n+++\n')
    assert (section.in_contents, section.numbered, section.target_words) == (True, True, None)


def test_line_ends_of_windows_mean_the_same() -> None:
    text = '+++\nkind = "chapter"\ntitle = "Kapitel"\n+++\n\n## Kürzel\nS\n'
    assert read(text.replace("\n", "\r\n")) == read(text)


HEAD = '+++\nkind = "chapter"\ntitle = "Sprache"\n'
SLIPS = {
    "Text": (1, "Die Datei beginnt mit einem Kopf zwischen zwei Zeilen „+++“."),
    HEAD: (1, "Die Datei beginnt mit einem Kopf"),
    '+++\nkind = "chapter"\n+++': (1, "Im Kopf fehlt „title“."),
    '+++\nkind = "annex"\ntitle = "a"\n+++': (2, "Die Abschnittsart „annex“ gibt es nicht; möglich: chapter, cover."),
    HEAD + 'status = "fertig"\n+++': (4, "Den Status „fertig“ gibt es nicht; möglich sind offen."),
    HEAD + 'frist = "morgen"\n+++': (4, "„frist“ gibt es im Kopf nicht; möglich sind kind, title"),
    HEAD + 'deadline = "20.03.2015"\n+++': (4, "„deadline“ muss ein Datum wie 2015-03-20 sein."),
    HEAD + "deadline = 2015-03-20T10:00:00\n+++": (4, "„deadline“ muss ein Datum wie 2015-03-20 sein."),
    HEAD + "target_words = true\n+++": (4, "„target_words“ muss eine ganze Zahl sein."),
    HEAD + "numbered = 1\n+++": (4, "„numbered“ muss true oder false sein."),
    HEAD + "responsible = Sozialamt\n+++": (4, "Das ist kein gültiges TOML."),
    HEAD + 'responsible = "\n+++': (4, "Das ist kein gültiges TOML."),
    HEAD + "+++\n\n## Kürzel\nS\n## Farbe\nrot": (8, "„Farbe“ gibt es hier nicht"),
    HEAD + "+++\n\nSeiten\x0cvorschub": (6, "Tabulatoren, Steuerzeichen oder zerlegte Umlaute"),
    HEAD + "+++\n\nein\tTabulator": (6, "Tabulatoren, Steuerzeichen oder zerlegte Umlaute"),
    HEAD + "+++\n\nzerlegt: u\u0308ber": (6, "Tabulatoren, Steuerzeichen oder zerlegte Umlaute"),
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_with_file_and_line(text: str) -> None:
    line, message = SLIPS[text]
    with pytest.raises(MarkupError) as caught:
        read(text)
    assert str(caught.value).startswith(f"abschnitte/sprache.md, Zeile {line}: ")
    assert message in str(caught.value)
