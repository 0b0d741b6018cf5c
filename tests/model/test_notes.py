"""Footnotes as a list, and notes that become text."""

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import line_of
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.inline import Inlines, Text, plain
from ikonzept_desktop.model.notes import find_placed, note_as_text, notes_of, without_note
from tests.builders import Words, bold, cell, chapter, doc, field_of_action, fn, p, record, records, row, table


def concept(*words: Words) -> Document:
    """Give a concept of one paragraph."""
    return doc(chapter("Einleitung", p(*words, id="text"), id="vorn"))


def inlines_of(document: Document) -> Inlines:
    """Give what stands in the one paragraph."""
    return line_of(document.sections[0].blocks("text")[0], "")


def unfolded(document: Document) -> str:
    """Make the first note text and give the paragraph."""
    edit = note_as_text(document, notes_of(document.sections[0])[0])
    assert edit is not None
    return plain(inlines_of(apply(document, edit)))


def test_notes_come_in_the_order_of_text_cells_and_records_with_the_words_before_them() -> None:
    section = field_of_action(
        "Sprache",
        records("measures", record(title="Kurs", description=p("Kurse", fn("drei")))),
        table(row(cell("Jahr", fn("zwei")))),
        p("Der Kreistag", fn("eins")),
    )
    found = [(plain(one.note.content), one.before) for one in notes_of(section)]
    assert sorted(found) == [("drei", "Kurse"), ("eins", "Der Kreistag"), ("zwei", "Jahr")]


def test_a_note_goes_with_its_mark() -> None:
    document = concept("Kreistag", fn("Beschluss", id="n"), " heute")
    placed = find_placed(document, "vorn", "n")
    assert placed is not None
    assert inlines_of(apply(document, without_note(placed))) == (Text("Kreistag heute"),)
    assert find_placed(document, "vorn", "fort") is None


def test_what_a_note_says_becomes_text_parted_by_spaces() -> None:
    assert unfolded(concept("Der Kreistag.", fn("Am 18. Dezember.", id="n"), " Dann")) == (
        "Der Kreistag. Am 18. Dezember. Dann"
    )
    assert unfolded(concept("Kreis (", fn("siehe oben"), "weiter)")) == "Kreis (siehe oben weiter)"
    assert unfolded(concept(fn("Allein"))) == "Allein"
    assert unfolded(concept("Kreis", fn(), " heute")) == "Kreis heute"


def test_a_note_keeps_its_marks_as_text() -> None:
    document = concept("Kreis ", fn("sehr ", bold("wichtig")))
    edit = note_as_text(document, notes_of(document.sections[0])[0])
    assert edit is not None
    assert inlines_of(apply(document, edit)) == (Text("Kreis sehr "), bold("wichtig"))
