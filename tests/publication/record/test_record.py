"""The record: every proposal in the order of the concept, with who, what before, what after, how, when and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ikonzept_desktop.model.document import Document, Trashed
from ikonzept_desktop.model.document import Place as Position
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.proposals import Decision, KeptProposal, Kind, Verdict
from ikonzept_desktop.publication.plain import plain_text
from ikonzept_desktop.publication.record.build import WHOLE, RecordChoice, record
from ikonzept_desktop.publication.tree import PublishedSection, Runs, TableElement, TextRun, all_sections
from tests.builders import chapter, doc, p
from tests.publication.record.returned import CYCLE, JOBCENTER, WHEN, ground, proposal, returned

NOW = datetime(2015, 4, 1, 9, 0, tzinfo=UTC)
NUMBER, ORIGIN, BEFORE, AFTER, DECISION = range(5)


def lines(runs: Runs) -> list[str]:
    """Give a cell's lines."""
    return "".join(run.text if isinstance(run, TextRun) else "\n" for run in runs).split("\n")


def sections_of(document: Document, choice: RecordChoice = WHOLE) -> list[PublishedSection]:
    """Give the sections of the record that stand for sections of the concept."""
    return list(record(document, NOW, choice).sections[1].children)


def rows_in(section: PublishedSection, at: int = 0) -> list[list[list[str]]]:
    """Give the rows of one of a section's tables, each cell as its lines."""
    tables = [element for element in section.elements if isinstance(element, TableElement)]
    return [[lines(cell.runs) for cell in row.cells] for row in tables[at].rows[1:]]


def rows(document: Document, choice: RecordChoice = WHOLE) -> list[list[list[str]]]:
    """Give the rows of all proposals."""
    return [row for section in sections_of(document, choice) for row in rows_in(section)]


def only(kept: KeptProposal) -> list[Runs]:
    """Give the cells of the only proposal of a concept."""
    concept = replace(doc(chapter("Ziele", p(CYCLE, id="b1"), id="ziele")), proposals=(kept,))
    (section,) = sections_of(concept)
    (table,) = [element for element in section.elements if isinstance(element, TableElement)]
    return [cell.runs for cell in table.rows[1].cells]


def bold(runs: Runs) -> list[str]:
    return [run.text for run in runs if isinstance(run, TextRun) and run.marks & Marks.BOLD]


def test_proposals_stand_in_the_order_of_the_concept_and_are_counted_through() -> None:
    found = sections_of(returned())
    assert [(section.number, section.title) for section in found] == [
        ("", "Außerhalb der Abschnitte"),
        ("1", "Ziele"),
        ("2", "Sprache"),
        ("", "Gelöschte Abschnitte"),
    ]
    assert [row[NUMBER] for row in rows(returned())] == [[str(number)] for number in range(1, 15)]


def test_a_section_that_was_moved_takes_its_proposals_along() -> None:
    document = returned()
    turned = replace(document, sections=document.sections[::-1])
    assert [section.title for section in sections_of(turned)][1:3] == ["Sprache", "Ziele"]


def test_a_section_in_the_papierkorb_is_named() -> None:
    document = returned()
    gone = Trashed(document.sections[0], Position("", 0), WHEN)
    found = sections_of(replace(document, sections=document.sections[1:], trash=(gone,)))
    assert [section.title for section in found][2:] == [
        "Gelöscht: „Ziele“",
        "Gelöschte Abschnitte",
    ]


def test_the_words_that_change_are_set_apart_within_their_sentence() -> None:
    kept = proposal(0, Kind.TEXT, "zwei", ("drei", JOBCENTER), grounds=(ground(CYCLE, "zwei"),))
    cells = only(kept)
    sentence = "Alle zwei Jahre wird das Konzept fortgeschrieben."
    assert (lines(cells[BEFORE]), bold(cells[BEFORE])) == ([sentence], ["zwei"])
    assert (lines(cells[AFTER]), bold(cells[AFTER])) == ([sentence.replace("zwei", "drei")], ["drei"])


def test_of_a_long_line_only_what_is_near_is_shown() -> None:
    far = "sehr weit entfernte Wörter " * 20
    kept = proposal(0, Kind.TEXT, "zwei", ("drei", JOBCENTER), grounds=(ground(f"{far}zwei {far}", "zwei"),))
    (said,) = lines(only(kept)[BEFORE])
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert " zwei " in said
    assert len(said) < 140


def test_who_proposes_is_told_with_copy_person_day_and_how_it_is_known() -> None:
    assert rows(returned())[2][ORIGIN] == [
        "Text geändert – Konflikt",
        "Jobcenter: Demir, Ayşe, 03.03.2015",
        "Kreisverband",
        "Schulamt, 04.03.2015",
        "teils nachverfolgt, teils durch Vergleich erkannt",
    ]
    assert rows(returned())[1][ORIGIN] == [
        "Text geändert",
        "Titel",
        "Jobcenter: Demir, Ayşe, 03.03.2015",
        "nachverfolgt",
    ]


def test_every_variant_of_a_conflict_stands_below_the_names_of_those_who_want_it() -> None:
    assert rows(returned())[2][AFTER] == [
        "Variante 1 (Jobcenter, Kreisverband):",
        "Alle drei Jahre wird das Konzept fortgeschrieben.",
        "Variante 2 (Schulamt):",
        "Alle vier Jahre wird das Konzept fortgeschrieben.",
    ]
    assert rows(returned())[5][AFTER] == ["Entfällt.", "Anderes wollen dort: Jobcenter"]


WISHES = {
    3: (
        ["Alle zwei Jahre wird das Konzept fortgeschrieben. Die Städte wirken daran mit."],
        ["Alle zwei Jahre wird das Konzept fortgeschrieben.¶", "Die Städte wirken daran mit."],
    ),
    4: ([f"Neu nach: {CYCLE}"], ["Über die Fortschreibung wird öffentlich berichtet."]),
    6: (["Der Kreis fördert Sprache von Anfang an."], [f"Soll stehen nach: {CYCLE}"]),
    7: (
        [f"{CYCLE}¶", "Der Kreis fördert Sprache von Anfang an."],
        [f"{CYCLE} Und: Der Kreis fördert Sprache von Anfang an."],
    ),
    8: (["Neu nach: 2013 | 412 Personen"], ["2014 | 587 Personen"]),
    9: (["2013 | 412 Personen"], ["Entfällt."]),
    10: (["Kurse"], ["Zeichen anders gestaltet"]),
    11: (["–"], ["Bitte streichen", "In der Kopie geschrieben und wieder gestrichen."]),
}


@pytest.mark.parametrize("number", WISHES)
def test_each_kind_is_told_side_by_side(number: int) -> None:
    row = rows(returned())[number]
    assert (row[BEFORE], row[AFTER]) == WISHES[number]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, ["Offen"]),
        (
            2,
            [
                "Variante 2 angenommen",
                "entschieden am 12.03.2015, 11:42",
                "Begründung: So beschlossen",
            ],
        ),
        (3, ["Abgelehnt", "entschieden am 12.03.2015, 11:42"]),
        (
            4,
            [
                "Geändert angenommen",
                "entschieden am 12.03.2015, 11:42",
                "Neuer Wortlaut: Über die Fortschreibung wird jährlich berichtet.",
            ],
        ),
        (5, ["Zurückgestellt", "am 12.03.2015, 11:42"]),
        (6, ["Angenommen", "entschieden am 12.03.2015, 11:42"]),
        (10, ["Zur Kenntnis genommen", "entschieden am 12.03.2015, 11:42"]),
        (
            12,
            [
                "Abgelehnt",
                "entschieden am 12.03.2015, 11:42",
                "Überholt: In den Kopien, wie sie zuletzt kamen, steht dieser Vorschlag nicht mehr.",
            ],
        ),
    ],
)
def test_how_it_was_decided_is_told_with_when_and_why(number: int, said: Sequence[str]) -> None:
    assert rows(returned())[number][DECISION] == said


def test_nothing_written_instead_is_told_too() -> None:
    kept = proposal(
        0, Kind.TEXT, "zwei", ("drei", JOBCENTER), grounds=(ground(CYCLE, "zwei"),),
        decision=Decision(Verdict.ACCEPTED, WHEN, text=""),
    )  # fmt: skip
    assert lines(only(kept)[DECISION])[-1] == "Neuer Wortlaut: Entfällt."


def test_comments_of_copies_stand_with_their_words_and_answers_and_own_notes_do_not() -> None:
    goals = sections_of(returned())[1]
    assert rows_in(goals, 1) == [
        [
            ["K 1"],
            ["Jobcenter: Demir, Ayşe, 01.03.2015"],
            ["Alle zwei Jahre"],
            ["Steht das Jahr fest?"],
            ["Sozialamt, 12.03.2015: Ja, bis Mai.", "Erledigt."],
        ],
        [["K 2"], ["Schulamt, 01.03.2015"], ["zum ganzen Abschnitt"], ["Fehlt hier die Polizei?"], ["Offen."]],
    ]


def test_the_overview_counts_and_names_every_copy_and_what_was_not_taken_over() -> None:
    first = record(returned(), NOW).sections[0]
    assert [[cell[0] for cell in row] for row in rows_in(first)] == [
        ["Zusammen", "14", "5", "3", "1", "5", "2"],
        ["Jobcenter", "5", "3", "0", "0", "2", "1"],
        ["Schulamt", "7", "1", "2", "1", "3", "1"],
        ["Kreisverband", "4", "3", "1", "0", "0", "0"],
    ]
    assert [[cell[0] for cell in row] for row in rows_in(first, 1)] == [
        ["Jobcenter", "01.03.2015", "10.03.2015", "12.03.2015", "abcdef01", "sicher"],
        ["Schulamt", "01.03.2015", "10.03.2015", "12.03.2015", "abcdef01", "zu 87 % sicher"],
        ["Polizei", "01.03.2015", "10.03.2015", "noch nicht", "abcdef01", "–"],
        ["Sportbund", "01.03.2015", "10.03.2015", "nicht mehr erwartet", "abcdef01", "–"],
        ["Kreisverband", "–", "–", "12.03.2015", "–", "zu 50 % sicher"],
    ]
    assert (
        "Unter den Vorschlägen sind 2 Konflikte. 1 Vorschlag wurde geändert angenommen. 1 Kommentar ist erledigt."
        in (" ".join(plain_text(record(returned(), NOW))))
    )
    assert rows_in(first, 2) == [[["Kreisverband"], ["Diagramm"], ["Text, 12. Absatz der Datei"], ["Zugezogene 2013"]]]


def test_only_what_is_decided_is_told_where_that_is_asked_for() -> None:
    found = rows(returned(), RecordChoice(only_decided=True))
    assert [row[DECISION][0] for row in found] == [
        "Variante 2 angenommen",
        "Abgelehnt",
        "Geändert angenommen",
        "Angenommen",
        "Angenommen",
        "Abgelehnt",
        "Zur Kenntnis genommen",
        "Abgelehnt",
    ]


def test_one_section_is_told_with_all_below_it_and_the_overview_says_so() -> None:
    document = returned()
    goals, language, numbers = document.sections
    nested = replace(document, sections=(replace(goals, children=(language,)), numbers))
    choice = RecordChoice(section="ziele")
    assert [section.title for section in sections_of(nested, choice)] == ["Ziele", "Sprache"]
    said = "\n".join(plain_text(record(nested, NOW, choice)))
    assert "Aufgeführt ist nur der Abschnitt „1 Ziele“ mit allem, was darunter steht." in said


def test_nothing_came_back_is_told_in_a_sentence() -> None:
    said = list(plain_text(record(doc(chapter("Ziele")), NOW)))
    assert said[-1] == "Es gibt keine Vorschläge."


def test_every_id_of_the_record_is_its_own_so_that_its_file_is_no_copy() -> None:
    publication = record(returned(), NOW)
    assert all(section.id.startswith("record_") for section in all_sections(publication.sections))
    assert publication.snapshot == ""
