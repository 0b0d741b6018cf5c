"""Who a returned file came from: letters and a colour that stay."""

from datetime import UTC, datetime, timedelta

import pytest

from ikonzept_desktop.model.proposals import ReturnedFile
from ikonzept_desktop.ui.window.returns.persons import Person, persons_of

START = datetime(2026, 11, 2, 9, tzinfo=UTC)


def file(id: str, reviewer: str, day: int = 0, name: str = "Entwurf.docx") -> ReturnedFile:
    return ReturnedFile(id, id, name, reviewer, START + timedelta(days=day), "0" * 64)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Jobcenter", "JC"),
        ("Caritasverband", "CV"),
        ("AG Sprache und Bildung", "AS"),
        ("Kreisjugendamt", "JA"),
        ("Schulamt", "SA"),
        ("Frau Özdemir", "FÖ"),
        ("Amt für Soziales", "AS"),
        ("X", "X1"),
    ],
)
def test_two_letters_stand_for_a_name(name: str, letters: str) -> None:
    assert persons_of([file("a", name)])["a"].letters == letters


def test_no_two_people_have_the_same_letters() -> None:
    names = ["Schulamt", "Sozialamt", "Standesamt", "Stadtarchiv", *(f"Schule Am {n}. Tor" for n in range(60))]
    persons = persons_of([file(str(n), name, n) for n, name in enumerate(names)])
    letters = [person.letters for person in persons.values()]
    assert len(set(letters)) == len(names)
    assert {len(pair) for pair in letters} == {2}


def test_several_files_of_one_person_are_that_person() -> None:
    persons = persons_of([file("a", "Jobcenter"), file("b", " Jobcenter ", 3)])
    assert persons["a"] == persons["b"] == Person("JC", 0, "Jobcenter")


def test_who_came_first_keeps_letters_and_colour_when_others_come() -> None:
    early = [file("b", "Sozialamt", 1), file("a", "Schulamt", 2)]
    before = persons_of(early)
    after = persons_of([file("0", "Standesamt", 3), *reversed(early)])
    assert {id: after[id] for id in before} == before


def test_beyond_five_people_letters_alone_tell_who_it_is() -> None:
    persons = persons_of([file(str(n), f"Gruppe {n}", n) for n in range(7)])
    assert [person.number for person in persons.values()] == [0, 1, 2, 3, 4, -1, -1]


def test_a_file_without_a_name_in_it_is_told_by_its_own() -> None:
    assert persons_of([file("a", "", name="Notizen Volkshochschule.docx")])["a"].name == "Notizen Volkshochschule"
